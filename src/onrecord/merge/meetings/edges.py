"""Why two reports were taken to tell of one meeting, in words that a reader can check."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.entries import Link
from onrecord.merge.meetings.told import Told, days
from onrecord.periods import in_words

Kind = Literal["points back", "same day", "can mean", "undated", "moved"]


@dataclass(frozen=True, slots=True)
class Edge:
    """Report `a` was put to report `b`.

    points back  its words take up what its article told before
    same day     both give the day
    can mean     it gives no day, and that meeting is the one that it can mean
    undated      neither gives a day, and they are told within so many days
    moved        it tells that the meeting was put off, to or from the other's day
    """

    kind: Kind
    a: Told
    b: Told


def link(edge: Edge, shown: Callable[[str], str]) -> Link:
    """An edge with its reasons, the strongest first; `shown` gives the name of a party or person by its id."""
    told = (_kind(edge), _sides(edge, shown), _people(edge, shown), _place(edge))
    return Link("meetings", edge.a.id, edge.b.id, tuple(reason for reason in told if reason is not None))


def links(edges: Sequence[Edge], shown: Callable[[str], str]) -> tuple[Link, ...]:
    """All edges in the record's form, in a fixed order."""
    return tuple(sorted((link(e, shown) for e in edges), key=lambda found: (found.a, found.b)))


def _kind(edge: Edge) -> str:
    a, b = edge.a, edge.b
    if edge.kind == "points back":
        name = " ".join(a.read.article.text[a.report.name].split())
        return f"“{name}” takes up what the article told before"
    if edge.kind == "same day":
        return f"both on {in_words(b.day)}"
    if edge.kind == "moved":
        return f"put off {'to' if a.said == b.day else f'from {in_words(b.day)} to'} {in_words(a.said)}"
    if edge.kind == "undated":
        apart = days(a.as_of, b.as_of) if a.as_of and b.as_of else 0
        when = "on one day" if not apart else f"{abs(apart)} day{'s' if abs(apart) > 1 else ''} apart"
        return f"both without a day of their own, told {when}"
    which = "the last meeting before it" if a.over else "the next meeting after it"
    given = f"only “{in_words(a.said)}”" if a.said else "no day"
    return f"one gives {given}: {which} is that of {in_words(b.day)}"


def _sides(edge: Edge, shown: Callable[[str], str]) -> str | None:
    unnamed = next((told for told in (edge.a, edge.b) if told.parties and not told.report.participants), None)
    if unnamed is not None:
        usual = _listed(sorted(shown(p) for p in unnamed.parties))
        return f"one names no side, and most talks of this record are between {usual}"
    shared = sorted(shown(p) for p in edge.a.parties & edge.b.parties)
    return f"both name {_listed(shared)}" if shared else None


def _people(edge: Edge, shown: Callable[[str], str]) -> str | None:
    one, other = ({n for names in told.people.values() for n in names} for told in (edge.a, edge.b))
    shared = sorted(shown(n) for n in one & other)
    return f"both name {_listed(shared)}" if shared else None


def _place(edge: Edge) -> str | None:
    return f"both in {edge.b.report.place}" if edge.a.place and edge.a.place == edge.b.place else None


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
