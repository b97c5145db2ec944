"""Timelines made of many articles: the days chosen, and what is told of them, beside what people chose and told.

As in the work on Timeline17 (Gholipour Ghalandari and Ifrim, ACL 2020), a timeline is made of the length and between
the first and last day of the one that it is compared with, with as many sentences for a day as that has on average;
precision and recall are averaged over the timelines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from statistics import fmean

from onrecord.bench.coverage import Assignment, DatedArticle, Timeline, assignments
from onrecord.bench.rouge import alignment
from onrecord.bench.runs import Bench, Figures, Reader, System, each
from onrecord.entries import Entries

DATEWISE = "DATEWISE (published: mean over Timeline17)"
"""Gholipour Ghalandari and Ifrim: "Examining the State-of-the-Art in News Timeline Summarization", ACL 2020."""


def _ours() -> Reader[Assignment, Timeline]:
    from onrecord.record.timeline import timeline

    def read(documents: Sequence[Assignment]) -> Iterator[Timeline]:
        articles: tuple[DatedArticle, ...] = ()
        record = Entries()
        for asked in documents:
            if asked.articles is not articles:
                articles, record = asked.articles, _record_of(asked.articles)
            first, last = min(asked.told), max(asked.told)
            found: dict[str, tuple[str, ...]] = {}
            for m in timeline(record, len(asked.told), first=first, last=last, lines=asked.lines):
                found[m.day] = *found.get(m.day, ()), " ".join(m.evidence.exact.split())
            yield found

    return read


def _record_of(articles: Iterable[DatedArticle]) -> Entries:
    """The record of these articles, of which nothing is read but the dates in them."""
    from onrecord.articles import Capture
    from onrecord.clean.article import clean
    from onrecord.errors import Refused
    from onrecord.extract.sketch import sketch
    from onrecord.extract.timexes.find import find_timexes
    from onrecord.merge.entries import merge
    from onrecord.readings import Reading
    from onrecord.settings import Settings

    read = {}
    for a in articles:
        known = {"published": a.published}
        try:
            article = clean(Capture(a.id, f"{a.id}.txt", a.text.encode(), "text", encoding="utf-8", known=known))
        except Refused:  # it holds no text
            continue
        timexes = find_timexes(article.content, [b.span for b in article.read_blocks()])
        read[article.id] = article, Reading(article.id, timexes=timexes, sketch=sketch(article))
    return merge(list(read.values()), Settings())


def _by_publication() -> Reader[Assignment, Timeline]:
    """The days on which most was published, each with the first sentences of its articles."""

    def find(asked: Assignment) -> Timeline:
        counts = Counter(a.published for a in asked.articles if min(asked.told) <= a.published <= max(asked.told))
        days = sorted(counts, key=lambda d: (-counts[d], d))[: len(asked.told)]
        return {d: tuple(_first_lines(asked.articles, d))[: asked.lines] for d in days}

    return each(find)


def _first_lines(articles: Iterable[DatedArticle], day: str) -> Iterator[str]:
    for a in articles:
        if a.published == day and a.text.strip():
            yield a.text.strip().splitlines()[0].strip()


def score(documents: Mapping[str, Assignment], found: Mapping[str, Timeline]) -> Figures:
    """F1 of the days, and of alignment ROUGE-1."""
    days = []
    for name, asked in documents.items():
        right = len(set(found[name]) & set(asked.told))
        days.append((right / max(1, len(found[name])), right / len(asked.told)))
    words = [alignment(found[name], asked.told) for name, asked in documents.items()]
    return _mean(days), _mean(words)


def _mean(scores: Sequence[tuple[float, float]]) -> float:
    """F1 of the mean precision and the mean recall."""
    precision, recall = (fmean(s) for s in zip(*scores, strict=True))
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


BENCH = Bench(
    load=assignments,
    ours=System("onrecord", _ours),
    peers=(System("days of most articles, their first sentences", _by_publication),),
    figures=("date F1", "AR-1 F1"),
    score=score,
    told=lambda found: [[day, list(lines)] for day, lines in found.items()],
    unit="timelines",
    published=((DATEWISE, (0.544, 0.120)),),
)
