"""Deeds told by a noun, by an infinitive, and by people without a name: what counts as done, and by whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.extract.acts.events import find_events
from onrecord.extract.context import Context

Read = Callable[[str], Context]


def told(read_context: Read, text: str) -> set[tuple[str, tuple[str, ...]]]:
    return {(e.type, e.actor) for e in find_events(read_context(text))}


DONE = [
    ("A Karsian incursion left two men dead.", "ASSAULT", "KAR"),
    ("He spoke after another Karsian raid.", "ASSAULT", "KAR"),
    ("The arrest of ten men by Karsia caused an outcry.", "COERCE", "KAR"),
    ("The Karsian military buildup went on.", "MOBILIZE", "KAR"),
    ("The trade embargo Karsia has imposed on Valdoria is not enough.", "SANCTION", "KAR"),
    ("It came with a call by Karsian leader Orm Vask for an end to the strike.", "REQUEST", "KAR"),
    ("Karsia managed to seize the port.", "COERCE", "KAR"),
    ("Karsia is trying to block shipping to Valdoria.", "COERCE", "KAR"),
    ("Karsia is said to have seized the port.", "COERCE", "KAR"),
    ("Karsian warplanes attacked targets on the coast.", "ASSAULT", "KAR"),
    ("Thousands marched through Orla.", "PROTEST", "unnamed: protesters"),
    ("Karsians took to the streets against the fee.", "PROTEST", "unnamed: protesters"),
    ("People across Orla marched against the fee.", "PROTEST", "unnamed: protesters"),
    ("A crowd of pro-Vask demonstrators marched through Orla.", "PROTEST", "unnamed: pro-Vask demonstrators"),
    ("A crowd of Vask supporters staged a rally.", "PROTEST", "unnamed: Vask supporters"),
    ("Karsian protests against the fee went on.", "PROTEST", "unnamed: protesters"),
    ("Karsian police clashed with protesters.", "PROTEST", "unnamed: protesters"),
    ("Karsia sent a note. Several of its envoys will meet Valdorian ministers.", "AGREE", "KAR"),
    ("Some of the protesters have called for Vask to step down.", "REQUEST", "unnamed: protesters"),
    ("Security services arrested ten men.", "COERCE", "unnamed: Security services"),
    ("Karsia gave Valdoria until Friday to open the strait.", "REQUEST", "KAR"),
    ("Karsia swapped ten prisoners for two pilots.", "CONCEDE", "KAR"),
    ("Karsia fulfilled the terms of the accord.", "COOPERATE", "KAR"),
    ("The protesters hurled stones.", "PROTEST", "unnamed: protesters"),
    ("Karsia suspended Valdoria from the council.", "SANCTION", "KAR"),
    ("The protesters staged a walkout.", "PROTEST", "unnamed: protesters"),
    ("Karsia gave Valdoria a deadline.", "THREATEN", "KAR"),
    ("Karsia granted Valdoria a waiver.", "AGREE", "KAR"),
    ("Two pilots were held by Karsia.", "COERCE", "KAR"),
    ("Karsian Foreign Minister Orm Vask left for Valdoria on Monday.", "CONSULT", "KAR"),
    ("Valdoria said Karsia was trying to undermine the truce.", "ACCUSE", "VAL"),
    ("Valdoria was pleased with the new deal.", "SUPPORT", "VAL"),
]


@pytest.mark.parametrize(("text", "kind", "actor"), DONE, ids=[t for t, *_ in DONE])
def test_a_deed_done(read_context: Read, text: str, kind: str, actor: str) -> None:
    found = told(read_context, text)
    assert (kind, (actor,)) in found


UNDONE = [
    ("Fears of a Karsian raid on the port grew.", "ASSAULT"),
    ("Valdoria prepared for a possible Karsian raid.", "ASSAULT"),
    ("The invasion of Karsia was long ago.", "ASSAULT"),
    ("The editor wrote about Karsia's arrest by the hour.", "SANCTION"),
    ("Vask's arrest caused an outcry.", "COERCE"),
    ("Karsia was strong enough to seize the port.", "COERCE"),
    ("The paper gives Karsia the right to seize the port.", "COERCE"),
    ("To seize the port would cost Karsia dear.", "COERCE"),
    ("Karsia had the choice of paying or seizing the port.", "COERCE"),
    ("That was the calm Karsia needed.", "REQUEST"),
    ("The views held by Karsia were clear.", "COERCE"),
    ("Vask said Karsia would have rejected the plan.", "REJECT"),
    ("If the crews were still there, Karsia would urge them to leave.", "REQUEST"),
    ("Karsia demonstrated a fondness for the sea.", "PROTEST"),
    ("The people feared the tolls and condemned the rain.", "ACCUSE"),
    ("Clashes between Karsian troops and the rebels are feared.", "MOBILIZE"),
]


@pytest.mark.parametrize(("text", "kind"), UNDONE, ids=[t for t, _ in UNDONE])
def test_a_deed_not_done(read_context: Read, text: str, kind: str) -> None:
    assert kind not in {k for k, _ in told(read_context, text)}


def test_a_fight_has_its_sides(read_context: Read) -> None:
    found = find_events(read_context("Clashes between Karsian troops and Valdorian rebels left ten dead."))
    assert [(e.type, e.actor[0]) for e in found] == [("ASSAULT", "KAR")]
    assert "ASSAULT" not in {
        k for k, _ in told(read_context, "There is a risk of clashes between Karsia and Valdoria.")
    }


def test_a_deed_that_is_protested_was_done(read_context: Read) -> None:
    found = told(read_context, "Crowds protested the killing of two sailors by Karsian troops.")
    assert ("ASSAULT", ("KAR",)) in found
