"""Who took which text from whom: reprints, cuts, edits and takeovers are found, mere likeness is not."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import permutations
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles import Article, Block, Published
from onrecord.capture.sources import captures
from onrecord.clean.article import clean
from onrecord.entries import ArticleEntry, Divergence, Entries
from onrecord.extract.sketch import sketch
from onrecord.merge.copies.find import Copied, find_copies
from onrecord.merge.copies.repeats import EDIT, Repeats
from onrecord.readings import Reading
from onrecord.sources import Sources, sources
from onrecord.text import Evidence

AGENCY = (
    "Delegations from Valdoria and Karsia met for nine hours in Port Sella on Tuesday and agreed to reopen the strait.",
    "The agreement lets twenty grain ships a week pass under the eyes of inspectors from the Straits Commission.",
    "“We have taken the first step, and it is a real one,” Jonas Feld, the Valdorian negotiator, told reporters.",
    "Both governments will set up a direct line between their navies, which have shadowed one another since autumn.",
    "Karsia repeated that whoever uses the passage must help to pay for the buoys, tugs and pilots along its shore.",
    "A second round is expected in Halden in early May, though neither capital would commit itself to a day.",
)
OWN = (
    "In the fish market of Tolm the news was met with a shrug and a remark about the price of diesel.",
    "Our correspondent counted nineteen freighters at anchor off the breakwater when the fog lifted at noon.",
    "Opposition leaders in the Karsian parliament want the text of the deal to be published before it is signed.",
    "Shares in the harbour company rose by four percent in early trading and gave up most of it by the evening.",
)
FOREIGN = (
    "The bakers of Lindhaven have asked the town council to lift the ban on night deliveries during the summer.",
    "Teachers at two village schools went back to their classrooms after the ministry promised to repair the roofs.",
    "A storm that tore through the southern valleys at the weekend left some four hundred farms without power.",
    "The national orchestra opens its season with a symphony that was thought to have been lost for ninety years.",
)
WORDS = ("harbour", "council", "winter", "letter", "bridge", "garden", "window", "market", "copper", "ladder")


def article(
    name: str, *paragraphs: str, day: str = "2031-04-15", outlet: str | None = None, wire: str | None = None
) -> Article:
    """An article with a headline of its own above the paragraphs."""
    lines = (f"What {name} has to say", *paragraphs)
    blocks, position = [], 0
    for n, line in enumerate(lines):
        blocks.append(Block("body" if n else "headline", position, position + len(line)))
        position += len(line) + 1
    return Article(
        name,
        f"{name}.txt",
        name,
        "\n".join(lines),
        tuple(blocks),
        outlet=outlet or f"The {name}",
        wire=wire,
        published=Published(day, "explicit", "given"),
    )


def found(*articles: Article) -> dict[str, Copied]:
    return find_copies([(a, Reading(a.id, sketch=sketch(a))) for a in articles])


def sources_of(*articles: Article) -> Sources:
    """Whose word each evidence of these articles is."""
    copies = found(*articles)
    return Sources(
        ArticleEntry(a, passages=c.passages, copy_of=c.copy_of, shared=c.shared)
        for a in articles
        for c in [copies.get(a.id, Copied())]
    )


def told(words: str, *articles: Article) -> list[Evidence]:
    """The evidence for these words in each article that has them."""
    return [a.text.evidence(at, at + len(words)) for a in articles if (at := a.content.find(words)) >= 0]


def edited(rng: random.Random, paragraph: str, rate: float) -> str:
    out = []
    for word in paragraph.split():
        dice = rng.random()
        out += [] if dice < rate / 3 else [rng.choice(WORDS)] if dice < rate * 2 / 3 else [word]
        out += [rng.choice(WORDS)] if dice > 1 - rate / 3 else []
    return " ".join(out)


def test_a_reprint_is_a_copy_of_the_earlier_text() -> None:
    first, second = article("courier", *AGENCY), article("tribune", *AGENCY, day="2031-04-16")
    assert found(first, second) == {"tribune": found(second, first)["tribune"]}
    copied = found(first, second)["tribune"]
    assert (copied.copy_of, copied.shared) == ("courier", 1.0)
    (passage,) = copied.passages
    assert second.text[passage.span] == first.text[passage.there] == "\n".join(AGENCY)


def test_a_cut_at_the_end_and_an_own_headline_leave_it_a_copy() -> None:
    assert found(article("a", *AGENCY), article("b", *AGENCY[:3], day="2031-04-16"))["b"].shared == 1.0


def test_taken_over_paragraphs_are_told_from_those_of_the_outlet() -> None:
    agency = article("meridian", *AGENCY, outlet="Meridian News Agency")
    mixed = article("tribune", OWN[0], *AGENCY[:2], OWN[1], AGENCY[3], *OWN[2:], day="2031-04-16", outlet="Tribune")
    copied = found(agency, mixed)["tribune"]
    assert copied.copy_of == "meridian"
    assert [mixed.text[p.span] for p in copied.passages] == ["\n".join(AGENCY[:2]), AGENCY[3]]
    by = sources_of(agency, mixed)
    assert [by.of(e) for e in told(AGENCY[1], agency, mixed)] == ["Meridian News Agency"] * 2
    assert [by.of(e) for e in told(OWN[2], mixed)] == ["Tribune"]


def test_a_share_too_small_makes_no_copy_but_the_passage_is_known() -> None:
    copied = found(article("a", *AGENCY), article("b", *OWN, *FOREIGN, AGENCY[1], AGENCY[4], day="2031-04-16"))["b"]
    assert (copied.copy_of, copied.shared) == (None, None)
    assert len(copied.passages) == 2


def test_a_quotation_that_two_reporters_heard_is_no_copy() -> None:
    said = (
        "“Nobody in this government will ever pay a fee for water that has been free since our grandfathers sailed it, "
    )
    said += "and nobody who knows us should expect that we begin with it now,” "
    one = article("a", f"{said}Solen told parliament.", *OWN)
    other = article("b", f"{said}the prime minister said in a speech on Monday.", *FOREIGN)
    assert found(one, other) == {}


def test_stock_phrases_and_numbers_are_no_copy() -> None:
    minutes = [
        f"Update at {hour}:{hour + 10} p.m. in Tolm, {hour + 1}:{hour + 10} p.m. in Estmark." for hour in range(1, 9)
    ]
    others = [line.replace("10", "15").replace("p.m.", "a.m.") for line in minutes]
    assert found(article("a", *minutes, *OWN), article("b", *others, *FOREIGN)) == {}


def test_two_accounts_of_one_event_are_no_copy() -> None:
    other = (
        "Nine hours of talks between Karsia and Valdoria ended in Port Sella on Tuesday with a partial agreement.",
        "Grain ships, twenty of them every week, will be let through the strait, watched by the Straits Commission.",
        "Jonas Feld, who negotiates for Valdoria, spoke of a first step, and of “a real one”, on the quay.",
    )
    assert found(article("a", *AGENCY), article("b", *other)) == {}


def test_the_credited_text_is_the_origin_though_it_came_later() -> None:
    early = article("courier", *AGENCY, day="2031-04-15")
    credited = article("post", *AGENCY, day="2031-04-16", wire="Meridian")
    agency = article("meridian", *AGENCY, day="2031-04-17", outlet="Meridian News Agency")
    assert {n: c.copy_of for n, c in found(early, credited).items()} == {"courier": "post"}
    assert {n: c.copy_of for n, c in found(early, credited, agency).items()} == {
        "courier": "meridian",
        "post": "meridian",
    }


def test_support_is_counted_over_a_whole_record() -> None:
    articles = [article(n, *AGENCY, wire="AP") for n in "ab"] + [article("c", AGENCY[0], *FOREIGN)]
    copies = found(*articles)
    entries = Entries(tuple(ArticleEntry(a, passages=copies.get(a.id, Copied()).passages) for a in articles))
    assert sources(told(AGENCY[0], *articles), entries) == 2, "a single sentence shows no copying"


def test_three_outlets_that_print_one_agency_are_one_source() -> None:
    printed = [article(n, *AGENCY, OWN[k], wire="AP") for k, n in enumerate("abc")]
    by = sources_of(*printed)
    assert by.count(told(AGENCY[0], *printed)) == 1
    assert by.of(told(AGENCY[0], printed[2])[0]) == "AP"
    assert by.count(told(AGENCY[0], *printed) + told(OWN[1], printed[1])) == 2


def test_an_agency_is_one_source_under_all_its_names() -> None:
    agency = article("a", *AGENCY, outlet="Meridian News Agency")
    by = sources_of(agency, article("b", *OWN, wire="Meridian"), article("c", *FOREIGN, wire="AP"))
    assert by.of(agency.text.evidence(0, 4)) == "Meridian News Agency"
    other = article("b", *OWN, wire="Meridian")
    assert by.of(other.text.evidence(0, 4)) == "Meridian News Agency"
    assert by.of(article("c", *FOREIGN).text.evidence(0, 4)) == "AP"


def test_the_headline_of_a_reprint_is_no_second_source() -> None:
    agency = article("meridian", *AGENCY, outlet="Meridian")
    reprint, mixed = (
        article("b", *AGENCY[:4], day="2031-04-16"),
        article("c", *OWN, AGENCY[0], AGENCY[1], day="2031-04-16"),
    )
    by = sources_of(agency, reprint, mixed)
    assert by.of(reprint.text.evidence(0, 6)) == "Meridian"
    assert by.of(mixed.text.evidence(0, 6)) == "The c"


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.floats(0.1, 0.5), st.floats(0.0, 0.08))
def test_cut_and_edited_reprints_are_found(seed: int, cut: float, rate: float) -> None:
    rng = random.Random(seed)
    wire = AGENCY + OWN
    kept = wire[: round(len(wire) * (1 - cut))]
    copy = article("b", *(edited(rng, p, rate) for p in kept), FOREIGN[0], day="2031-04-16")
    copied = found(article("a", *wire), copy, article("c", *FOREIGN[1:]))
    assert set(copied) == {"b"}
    assert copied["b"].copy_of == "a"


PARTS = st.lists(st.sampled_from(AGENCY + OWN + FOREIGN), min_size=1, max_size=6, unique=True)
ARTICLES = st.lists(
    st.tuples(PARTS, st.integers(10, 28), st.sampled_from([None, "AP", "Meridian"])), min_size=2, max_size=4
)


def made(drawn: list[tuple[list[str], int, str | None]]) -> list[Article]:
    return [article(f"n{k}", *parts, day=f"2031-04-{day}", wire=wire) for k, (parts, day, wire) in enumerate(drawn)]


@settings(max_examples=60, deadline=None)
@given(ARTICLES)
def test_families_do_not_depend_on_the_order(drawn: list[tuple[list[str], int, str | None]]) -> None:
    articles = made(drawn)
    first = found(*articles)
    assert all(found(*order) == first for order in permutations(articles))


@settings(max_examples=100, deadline=None)
@given(ARTICLES, st.data())
def test_adding_a_copy_never_raises_the_number_of_sources(
    drawn: list[tuple[list[str], int, str | None]], data: st.DataObject
) -> None:
    """Whatever is told in the copied part; the copy comes after its original and credits whom that credits."""
    articles = made(drawn)
    original = data.draw(st.sampled_from(articles))
    kept = data.draw(st.integers(1, len(original.blocks) - 1))
    paragraphs = [original.text[b.span] for b in original.blocks[1 : kept + 1]]
    copy = replace(article("z-copy", *paragraphs, day="2031-04-30"), wire=original.wire)
    before, after = sources_of(*articles), sources_of(*articles, copy)
    taken = found(*articles, copy).get("z-copy", Copied()).passages
    for paragraph in paragraphs:
        (there,) = told(paragraph, copy)
        if any(p.span.holds(there.span) for p in taken):  # there is enough of it for a copy
            evidence = told(paragraph, *articles)
            assert after.count([*evidence, there]) <= before.count(evidence)


def test_a_repeat_is_no_side_but_an_edit_of_it_is() -> None:
    agency = article("meridian", *AGENCY, outlet="Meridian")
    copy = article("b", *(p.replace("twenty grain", "thirty grain") for p in AGENCY), day="2031-04-16")
    copies = found(agency, copy)
    repeats = Repeats(ArticleEntry(a, passages=copies[a.id].passages if a.id in copies else ()) for a in (agency, copy))
    assert told("met for nine hours", copy)[0] in repeats
    assert told("met for nine hours", agency)[0] not in repeats
    assert told("thirty grain ships", copy)[0] not in repeats
    sides = told("twenty grain ships", agency) + told("thirty grain ships", copy)
    edit, other = (
        Divergence("d1", "ships", "figure", tuple(sides)),
        Divergence("d2", "ships", "figure", tuple(sides[:1])),
    )
    assert [d.note for d in repeats.edits([edit, other])] == [EDIT, None]


def test_real_articles_are_told_from_their_reprints(shared: Path) -> None:
    """Five stories by five outlets each: nobody took from anybody, and a cut and edited reprint is known."""
    originals = [clean(c) for c in captures([str(shared / "data" / "stories")], lambda _: None) if c.media == "text"]
    assert not [c for c in found(*originals).values() if c.copy_of]
    rng = random.Random(3)
    for original in originals:
        paragraphs = [original.text[b.span] for b in original.read_blocks() if b.kind == "body"]
        reprint = article(
            "reprint", *(edited(rng, p, 0.1) for p in paragraphs[: 1 + len(paragraphs) // 2]), day="9999-12-31"
        )
        copied = found(*originals, reprint)
        assert {k: c.copy_of for k, c in copied.items() if c.copy_of} == {"reprint": original.id}
        assert (copied["reprint"].shared or 0) > 0.85
