"""What an analyst ruled on issues holds while the record grows."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles import Article, Block, Published
from onrecord.entries import Entries
from onrecord.merge.corpus import Corpus, Read
from onrecord.merge.positions.entries import merge_positions
from onrecord.readings import Position, Reading
from onrecord.review.apply import apply
from onrecord.rulings import Ruling
from onrecord.text import Span

NAME = "What the analyst calls it"
WORDS = st.sampled_from(["fee", "patrols", "troops", "border", "mines", "ships"])
TERMS = st.lists(WORDS, min_size=1, max_size=3, unique=True).map(lambda ws: tuple(sorted(ws)))
ARTICLES = st.lists(st.tuples(st.integers(1, 28), st.lists(TERMS, min_size=1, max_size=3)), min_size=1, max_size=5)


def read_of(name: str, day: int, matters: list[tuple[str, ...]]) -> Read:
    """An article of that day in which Karsia demands each of the matters."""
    content, positions = "", []
    for n, terms in enumerate(matters):
        matter = f"point {n} of {name}, on {' and '.join(terms)}"
        start = len(content)
        content += f"Karsia demands {matter}. "
        span = Span(start, len(content) - 2)
        about = Span(span.end - len(matter), span.end)
        positions.append(Position("KAR", "demands", span, span, about, terms, topic=about))
    article = Article(
        name,
        f"{name}.txt",
        name,
        content,
        (Block("body", 0, len(content)),),
        published=Published(f"2031-04-{day:02}"),
    )
    return Read(article, Reading(name, positions=tuple(positions)))


def record_of(reads: list[Read]) -> Entries:
    ordered = sorted(reads, key=lambda r: (r.day or "", r.article.file))
    merged = merge_positions(Corpus(tuple(ordered), (), {}), {})
    return Entries(issues=merged.issues, positions=merged.positions)


def holder(entries: Entries, words: str) -> str:
    """The label of the issue that holds the position, whichever telling stands for it."""
    issue = next(p.issue for p in entries.positions if words in (p.evidence.exact, *(e.exact for e in p.also)))
    return next(i.label for i in entries.issues if i.id == issue)


@settings(deadline=None)
@given(before=ARTICLES, later=ARTICLES, which=st.integers(0, 20))
def test_a_name_stays_on_the_issue_that_holds_the_position(
    before: list[tuple[int, list[tuple[str, ...]]]], later: list[tuple[int, list[tuple[str, ...]]]], which: int
) -> None:
    first = [read_of(f"first{n}", day, matters) for n, (day, matters) in enumerate(before)]
    more = [read_of(f"more{n}", day, matters) for n, (day, matters) in enumerate(later)]
    small, large = record_of(first), record_of([*first, *more])
    position = small.positions[which % len(small.positions)]
    ruling = Ruling("rename", "issues", position.issue, value=NAME, exact=position.evidence.exact)
    assert holder(apply(small, [ruling]), position.evidence.exact) == NAME
    ruled = apply(large, [ruling])
    assert ruled.orphaned == ()
    assert holder(ruled, position.evidence.exact) == NAME
