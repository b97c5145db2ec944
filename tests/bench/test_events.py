"""Marked sentences: the marked words are the parties, whoever they were taken for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.articles import Article
from onrecord.bench.events import BENCH, Ours
from onrecord.bench.layouts import MarkedSentence
from onrecord.bench.learning import checksum
from onrecord.bench.marked import SOURCE, marked, masked
from onrecord.bench.runs import run
from onrecord.extract.acts.likely import model, weights
from onrecord.layers import Layers
from onrecord.text import Span


def test_the_marked_words_mean_the_marked_party(read_layers: Callable[[str], tuple[Article, Layers]]) -> None:
    text = "The dockers' union in Tolm accused Karsia of fraud."
    _, layers = read_layers(text)
    layers = marked(layers, Span(0, text.index(" accused")), SOURCE)
    assert [m.ref for m in layers.mentions if m.start < text.index(" accused")] == [SOURCE]
    assert "KAR" in {m.ref for m in layers.mentions}


OPENED = "The dockers' union in Tolm"


@pytest.mark.parametrize(
    ("rest", "kind"),
    [
        ("accused|the harbour board|of fraud.", "ACCUSE"),
        ("urged|the harbour board|to open its books.", "REQUEST"),
        ("threatened|the harbour board|with a strike.", "THREATEN"),
        ("met|the harbour board|on Monday.", "CONSULT"),
        ("turned down the offer of|the harbour board|.", "REJECT"),
        ("sent blankets and food to|the harbour board|after the flood.", "AID"),
    ],
)
def test_a_marked_sentence_has_the_type_of_its_act(rest: str, kind: str) -> None:
    document = sentence(OPENED, rest, kind)
    assert run(BENCH.ours, {"0": document}).found == {"0": kind}


def test_a_sentence_that_was_learnt_from_is_typed_by_weights_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    verbs = {"ACCUSE": ("accused", "blamed", "denounced", "sued"), "AID": ("fed", "sheltered", "armed", "funded")}
    labelled = [sentence("Valdoria", f"{v}|Karsia|on Monday.", kind) for kind, vs in verbs.items() for v in vs]
    monkeypatch.setitem(weights(), "learnt from", [checksum(d.text) for d in labelled])
    ours = Ours()
    ours.study(labelled)
    assert set(ours.without) == {checksum(d.text) for d in labelled}
    assert all(m is not model() for m in ours.without.values())
    assert len({id(m) for m in ours.without.values()}) == 4  # four of each type: four folds hold any


def test_nothing_is_studied_of_sentences_never_seen() -> None:
    ours = Ours()
    ours.study([sentence(OPENED, "mopped|the quay|with a new mop.", "")])
    assert ours.without == {}


def test_what_has_no_words_or_no_marks_is_read_all_the_same() -> None:
    documents = {"0": MarkedSentence("", None, None, ""), "1": MarkedSentence("Nobody came.", None, None, "")}
    assert set(run(BENCH.ours, documents).found) == {"0", "1"}


def test_masking_hides_both_names() -> None:
    assert masked(sentence("Valdoria", "blamed|Karsia|for it.", "")) == "someone blamed somebody else for it."


def sentence(source: str, rest: str, kind: str) -> MarkedSentence:
    """`rest` names the target between bars."""
    before, target, after = rest.split("|")
    head = f"{source} {before} "
    text = f"{head}{target}{'' if after[0] == '.' else ' '}{after}"
    return MarkedSentence(text, Span(0, len(source)), Span(len(head), len(head) + len(target)), kind)
