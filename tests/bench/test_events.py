"""Marked sentences: the marked words are the parties, whoever they were taken for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.articles import Article
from onrecord.bench.events import BENCH, SOURCE, TARGET, chosen, marked
from onrecord.bench.layouts import MarkedSentence
from onrecord.bench.runs import run
from onrecord.layers import Layers
from onrecord.readings import Event
from onrecord.text import Span


def test_the_marked_words_mean_the_marked_party(read_layers: Callable[[str], tuple[Article, Layers]]) -> None:
    text = "The dockers' union in Tolm accused Karsia of fraud."
    _, layers = read_layers(text)
    layers = marked(layers, Span(0, text.index(" accused")), SOURCE)
    assert [m.ref for m in layers.mentions if m.start < text.index(" accused")] == [SOURCE]
    assert "KAR" in {m.ref for m in layers.mentions}


def event(kind: str, actor: str, recipient: str = "", start: int = 0) -> Event:
    return Event(kind, Span(start, start + 5), Span(0, 90), (actor,), (recipient,) if recipient else ())


def test_what_the_source_does_to_the_target_comes_first() -> None:
    others, by_source, between = event("AID", "X"), event("AGREE", SOURCE), event("REJECT", SOURCE, TARGET, 40)
    assert chosen([others, by_source, between]) == "REJECT"
    assert chosen([others, by_source]) == "AGREE"
    assert chosen([others, event("CONSULT", "Y", start=9)]) == "AID"
    assert chosen([]) is None


@pytest.mark.parametrize(
    ("words", "kind"),
    [("The dockers' union accused|the harbour board|of fraud.", "ACCUSE"), ("A bird sat on|the quay|.", None)],
)
def test_a_marked_sentence_has_the_type_of_its_act(words: str, kind: str | None) -> None:
    before, target, after = words.split("|")
    source = Span(0, len(before.rsplit(" ", 1)[0]))
    text = f"{before} {target} {after}"
    document = MarkedSentence(text, source, Span(len(before) + 1, len(before) + 1 + len(target)), kind or "")
    assert run(BENCH.ours, {"0": document}).found == {"0": kind}
