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
