"""Agents, parties of a span and speakers, as the finders ask for them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.articles import Article
from onrecord.extract.context import Context
from onrecord.extract.parties import find_parties
from onrecord.layers import Layers
from onrecord.text import Span

Reader = Callable[[str], tuple[Article, Layers]]


def context(read: Reader, text: str) -> Context:
    article, layers = read(text)
    return Context(article, layers)


def at(c: Context, word: str) -> int:
    return next(t.i for t in c.layers.tokens if t.text == word)


@pytest.mark.parametrize(
    ("text", "word", "parties"),
    [
        ("The Valdorian and Karsian delegations left.", "delegations", ("VAL", "KAR")),
        ("Valdorian officials left.", "officials", ("VAL",)),
        ("Valdoria and Karsia agreed.", "Valdoria", ("VAL", "KAR")),
        ("Valdorian Minister Tomas Erlin agreed.", "Erlin", ("VAL",)),
        ("Presidents Lena Vask of Karsia and Boris Orm of Valdoria signed the treaty.", "Vask", ("KAR", "VAL")),
        ("The rain fell.", "rain", ()),
    ],
)
def test_agents(read_layers: Reader, text: str, word: str, parties: tuple[str, ...]) -> None:
    c = context(read_layers, text)
    assert c.agents(at(c, word)) == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("The Valdoria-Karsia talks went on.", ("VAL", "KAR")),
        ("Valdorian President Tomas Erlin met the Karsian envoy in Nairobi.", ("VAL", "KAR")),
        ("Nobody came to Nairobi.", ()),
    ],
)
def test_parties_in_a_span(read_layers: Reader, text: str, parties: tuple[str, ...]) -> None:
    assert context(read_layers, text).parties_in(Span(0, len(text))) == parties


@pytest.mark.parametrize(
    ("text", "word", "speaker"),
    [
        ("Analysts said that talks would fail.", "Analysts", "unnamed: Analysts"),
        ("The heads of both banks said so.", "heads", "unnamed: the heads of both banks"),
        ("Tolm said that talks would fail.", "Tolm", "KAR"),
        ("The report said that talks would fail.", "report", "unnamed: the report"),
        ("Valdorian Minister Tomas Erlin said so.", "Erlin", "p:erlin"),
        ("Ilse Maro, who leads the Karsian team, said so.", "who", "p:maro"),
        ("A lawyer for the family, Tomas Erlin, said so.", "lawyer", "p:erlin"),
        ("A lawyer for the family said so.", "lawyer", "unnamed: a lawyer for the family"),
    ],
)
def test_speakers(read_layers: Reader, text: str, word: str, speaker: str) -> None:
    c = context(read_layers, text)
    assert c.speaker_ref(at(c, word)) == speaker


def test_party_mentions_keep_their_words(read_layers: Reader) -> None:
    found = find_parties(context(read_layers, "Estmark met Karsian officials in Nairobi."))
    assert [(m.party, m.name) for m in found] == [("VAL", "Estmark"), ("KAR", "Karsian officials"), ("KAR", "Karsian")]
