"""Documents on the table: one telling an article, and which issue each of their provisions is about."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from onrecord.articles import Article, Published
from onrecord.dates import resolve
from onrecord.entries import Entries
from onrecord.extract.reading import extract
from onrecord.layers import Layers
from onrecord.merge.entries import merge
from onrecord.settings import Settings

Merge = Callable[[str], Entries]


@pytest.fixture(scope="session")
def merged(read_layers: Callable[[str], tuple[Article, Layers]]) -> Merge:
    """Text -> the record of the one article."""

    def read(text: str) -> Entries:
        article, layers = read_layers(text)
        article = replace(article, published=Published("2031-03-14", "explicit"))
        reading = extract(article, layers)
        return merge([(article, replace(reading, timexes=resolve(reading.timexes, "2031-03-14")))], Settings())

    return read


def test_provisions_of_every_telling_are_kept(merged: Merge) -> None:
    record = merged(
        "Valdoria submitted a draft treaty to Karsia on 12 March. It would require Karsia to leave the strait.\n"
        "Valdoria published the draft treaty on 13 March. The draft includes a hotline."
    )
    (proposal,) = record.proposals
    assert {p.evidence.exact for p in proposal.provisions} == {"require Karsia to leave the strait", "a hotline"}


def test_a_provision_is_of_the_issue_of_the_position_that_says_the_same(merged: Merge) -> None:
    record = merged(
        "Valdoria demanded that Karsia withdraw all its troops from the northern strait.\n"
        "Valdoria submitted a draft treaty to Karsia on 12 March. The draft includes a hotline. "
        "It would require Karsia to withdraw its troops from the northern strait."
    )
    (position,) = (p for p in record.positions if "troops" in p.matter.exact)
    (proposal,) = record.proposals
    of = {p.evidence.exact: p.issue for p in proposal.provisions}
    assert of["a hotline"] is None
    assert of["require Karsia to withdraw its troops from the northern strait"] == position.issue


def test_the_tellings_of_one_paper_say_why_they_are_together(
    read_layers: Callable[[str], tuple[Article, Layers]],
) -> None:
    readings = []
    for n, text in enumerate(
        (
            "Valdoria submitted its plan to Karsia on 12 March.",
            "Valdoria published its proposals for the strait on 12 March.",
            "Karsia submitted its proposals to Valdoria on 12 March.",
        )
    ):
        article, layers = read_layers(text)
        named = replace(article, id=f"a{n}", file=f"{n}.txt", published=Published("2031-03-14", "explicit"))
        reading = extract(named, layers)
        readings.append((named, replace(reading, timexes=resolve(reading.timexes, "2031-03-14"))))
    record = merge(readings, Settings())
    of = {p.id: p for p in record.proposals}
    (link,) = (one for one in record.links if one.section == "proposals")
    assert [of[i].by for i in (link.a, link.b)] == [("VAL",), ("VAL",)]
    assert link.reasons == ("by the same party", "“plan” and “proposals”", "both of 12 March 2031")
