"""Documents on the table and past events invoked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.extract.acts.lexicon import table
from onrecord.extract.claims.precedents import find_precedents
from onrecord.extract.claims.proposals import find_proposals
from onrecord.extract.context import Context

Read = Callable[[str], Context]


@pytest.mark.parametrize("row", table("documents.tsv"), ids=lambda r: r["noun"])
def test_every_document(read_context: Read, row: dict[str, str]) -> None:
    (proposal,) = find_proposals(read_context(row["example"]))
    assert proposal.by == ("VAL",)


@pytest.mark.parametrize("row", table("document_verbs.tsv"), ids=lambda r: r["verb"])
def test_every_verb_of_handing_over(read_context: Read, row: dict[str, str]) -> None:
    (proposal,) = find_proposals(read_context(row["example"]))
    assert (proposal.by, proposal.event) == (("VAL",), row["event"])


def test_to_whom_and_when(read_context: Read) -> None:
    context = read_context("Valdoria submitted a draft treaty to Karsia on 12 March.")
    (proposal,) = find_proposals(context)
    assert (proposal.by, proposal.to, proposal.event) == (("VAL",), ("KAR",), "submitted")
    assert proposal.when is not None


def test_giver_and_receiver_of_the_passive(read_context: Read) -> None:
    (proposal,) = find_proposals(read_context("A draft treaty was presented to Karsia by Valdoria."))
    assert (proposal.by, proposal.to) == (("VAL",), ("KAR",))


def test_provisions(read_context: Read) -> None:
    context = read_context("Valdoria published proposals that include limits on patrols and a hotline.")
    (proposal,) = find_proposals(context)
    assert [context.words(p) for p in proposal.provisions] == ["limits on patrols", "a hotline"]


@pytest.mark.parametrize("sentence", ["Valdoria plans to leave.", "The letter is long.", "Its list of friends grows."])
def test_no_proposal(read_context: Read, sentence: str) -> None:
    assert find_proposals(read_context(sentence)) == ()


@pytest.mark.parametrize("row", table("precedent_nouns.tsv"), ids=lambda r: r["noun"])
def test_every_precedent(read_context: Read, row: dict[str, str]) -> None:
    (precedent,) = find_precedents(read_context(row["example"]))
    assert row["noun"] in precedent.what.lower()


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("Karsia listed the states that joined the League after 1997.", "1997"),
        ("The League has made many advances since the 1990s.", "1990s"),
        ("These are countries of the former Estmark Pact.", None),
    ],
)
def test_precedents(read_context: Read, sentence: str, year: str | None) -> None:
    (precedent,) = find_precedents(read_context(sentence))
    assert precedent.year == year


@pytest.mark.parametrize("sentence", ["Talks end in March.", "Karsia wants an end to Valdorian patrols near the cape."])
def test_no_precedent(read_context: Read, sentence: str) -> None:
    assert find_precedents(read_context(sentence)) == ()


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("It would also require Karsia to leave the strait.", ["require Karsia to leave the strait"]),
        ("The draft would bar patrols at night.", ["bar patrols at night"]),
        ("The draft includes a hotline and joint patrols.", ["a hotline", "joint patrols"]),
        ("Under the draft, both states would reopen the bridge.", ["both states would reopen the bridge"]),
        ("It would not require Karsia to leave the strait.", []),
        ("It was a cold morning in Estmark.", []),
        ("The bridge would stay shut.", []),
        ("The weather was fine. It would require Karsia to leave the strait.", []),
        ("The weather was fine. The draft would require Karsia to leave.", ["require Karsia to leave"]),
    ],
)
def test_provisions_told_in_later_sentences(read_context: Read, after: str, expected: list[str]) -> None:
    context = read_context(f"Valdoria submitted a draft treaty to Karsia on 12 March. {after}")
    proposal = find_proposals(context)[0]
    assert [context.words(p) for p in proposal.provisions] == expected
