"""Conditionals of the record: who threatens whom."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from onrecord.articles import Article
from onrecord.extract.reading import extract
from onrecord.layers import Layers
from onrecord.merge.acts.conditionals import merge_conditionals
from onrecord.merge.corpus import Corpus, Read

Reader = Callable[[str], tuple[Article, Layers]]
THREAT = "Valdoria warned that it would close the border if Karsia did not release the ships."


def test_a_threat_keeps_its_two_sides(read_layers: Reader) -> None:
    article, layers = read_layers(THREAT)
    corpus = Corpus((Read(article, extract(article, layers)),), (), {})
    assert [(c.actor, c.recipient) for c in merge_conditionals(corpus, {})] == [("VAL", "KAR")]


def test_nobody_threatens_themselves(read_layers: Reader) -> None:
    article, layers = read_layers(THREAT)
    reading = extract(article, layers)
    turned = replace(reading, conditionals=tuple(replace(c, recipient=c.actor) for c in reading.conditionals))
    corpus = Corpus((Read(article, turned),), (), {})
    assert [(c.actor, c.recipient) for c in merge_conditionals(corpus, {})] == [("VAL", None)]


def test_a_person_without_a_party_is_kept_where_they_state_a_condition(read_layers: Reader) -> None:
    article, layers = read_layers("“I will help them if they pay,” said Lena Vask. She promised to free the crew.")
    corpus = Corpus((Read(article, extract(article, layers)),), (), {})
    assert [(c.actor, c.condition is None) for c in merge_conditionals(corpus, {})] == [("vask", False)]


def test_what_a_person_without_a_party_foresees_is_nobodys_warning(read_layers: Reader) -> None:
    article, layers = read_layers("“The talks will be in trouble if the rain stays,” said Lena Vask.")
    corpus = Corpus((Read(article, extract(article, layers)),), (), {})
    assert merge_conditionals(corpus, {}) == ()
