"""Acts by verbs that the lexicon does not know: found between two parties, and only where the type is likely."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.enrich.vectors import vectors
from onrecord.extract.acts.events import find_events
from onrecord.extract.acts.find import Act, find_acts
from onrecord.extract.acts.lexicon import words
from onrecord.extract.acts.unlisted import find_unlisted
from onrecord.extract.context import Context
from onrecord.readings import Event

Read = Callable[[str], Context]


def unlisted(context: Context, hidden: str = "") -> list[Event]:
    """The acts found where the lexicon does not know the verb `hidden`."""
    acts: tuple[Act, ...] = tuple(a for a in find_acts(context) if a.cue.words[0] != hidden)
    return list(find_unlisted(context, acts, find_events(context, acts), vectors))


@pytest.mark.parametrize(
    ("text", "hidden", "kind"),
    [
        ("Valdoria bombed Karsia.", "bomb", "ASSAULT"),
        ("Valdoria condemned Karsia for the raid on the harbour.", "condemn", "ACCUSE"),
        ("Valdorian Prime Minister Ilse Vask met with Karsian President Tomas Brell on Monday.", "meet", "CONSULT"),
        ("Valdoria praised Karsia for its patience.", "praise", "SUPPORT"),
    ],
)
def test_what_the_lexicon_does_not_know_is_typed_by_likeness(
    read_context: Read, text: str, hidden: str, kind: str
) -> None:
    context = read_context(text)
    assert [(e.type, e.actor, e.recipient) for e in unlisted(context, hidden)] == [(kind, ("VAL",), ("KAR",))]
    assert unlisted(context) == []  # what the lexicon knows is not told twice


def test_actor_and_recipient_may_be_swapped(read_context: Read) -> None:
    there = unlisted(read_context("Valdoria bombed Karsia."), "bomb")
    back = unlisted(read_context("Valdoria was bombed by Karsia."), "bomb")
    assert [(e.actor, e.recipient) for e in (*there, *back)] == [(("VAL",), ("KAR",)), (("KAR",), ("VAL",))]


@pytest.mark.parametrize(
    "text",
    [
        "Valdoria did not bomb Karsia.",
        "If Valdoria bombed Karsia, nobody would hear of it.",
        "The storm bombed Karsia.",
        "Valdoria bombed a dam.",
    ],
)
def test_no_act_where_none_is_told_or_a_party_is_missing(read_context: Read, text: str) -> None:
    assert unlisted(read_context(text), "bomb") == []


@pytest.mark.parametrize(
    "text",
    ["Valdoria resembles Karsia.", "Valdoria knows Karsia well.", "Valdoria depends on Karsia for its grain."],
)
def test_a_mere_relation_is_no_act(read_context: Read, text: str) -> None:
    assert unlisted(read_context(text)) == []


def test_the_list_of_relations_holds_no_cue_of_an_act() -> None:
    assert not words("relations.tsv") & {"accuse", "attack", "demand", "meet", "praise", "reject", "threaten"}
