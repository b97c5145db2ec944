"""What "the talks", "this meeting" or "they met" goes back to: a meeting told before in the article."""

from __future__ import annotations

import re

from onrecord.extract.context import Context
from onrecord.extract.meetings.chain import Chain
from onrecord.extract.meetings.parts import name_of, points_back
from onrecord.extract.meetings.sides import PREMODIFIERS, own_parties
from onrecord.extract.meetings.times import DAY
from onrecord.extract.meetings.trigger import Trigger, addressed
from onrecord.extract.meetings.visits import is_visit
from onrecord.gazetteer import gazetteer
from onrecord.readings import MeetingReport
from onrecord.settings import Settings

OVER = frozenset({"held", "concluded", "adjourned"})
WISHED = frozenset({"mooted", "proposed"})
ON_VISIT = frozenset({"during", "on", "in"})
VISITS = frozenset({"visit", "trip", "tour", "stay"})
NEAR = 600  # characters back within which "that" may mean a meeting
MONTH = re.compile(r"\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b")
YEAR = re.compile(r"(?:1[89]|20)\d\d")


def antecedent(
    context: Context,
    trigger: Trigger,
    chain: Chain,
    parties: list[str],
    date: int | None,
    before: list[MeetingReport],
    place: str | None,
    *,
    over: bool,
) -> int | None:
    """The report that "the talks" means: the latest of its sort whose participants and day do not contradict."""
    if trigger.told_by is not None:
        return next((n for n, r in enumerate(before) if r.name == name_of(context, trigger)), None)
    if trigger.sort != "visit" and (visit := _visit_around(context, trigger, chain, parties, before)) is not None:
        return visit
    if not parties and date is None and place is not None and _placed_now(context, trigger, before):
        return len(before) - 1
    if not trigger.verb and (named := _gathering(context, trigger, before)) is not None:
        return named
    if trigger.verb and len(parties) >= 2 and (last := _they(context, trigger, parties, before)) is not None:
        return last
    mentioned = not (trigger.verb or trigger.pointing) and not own_parties(context, trigger)
    if (len(parties) >= 2 and not trigger.pointing and not mentioned) or not points_back(context, trigger, chain):
        return None
    own_name = trigger.sort == "summit" and any(
        context.layers.tokens[c].dep in PREMODIFIERS for c in context.layers.children[trigger.i]
    )
    fitting = [
        n
        for n, other in enumerate(before)
        if (trigger.sort == "call") == (other.format == "call")
        and (not own_name or other.format == "summit")
        and (trigger.sort != "visit" or (is_visit(context.words(other.name)) and _may_be_hers(context, trigger, other)))
        and not other.negated
        and (place is None or other.place in (None, place))
        and (
            (own_session(context, other) and (chain.time is not None or _definite(context, trigger)))
            or (set(parties) == set(other.participants) and _definite(context, trigger))
            if mentioned and (len(parties) > 1 or not set(parties) <= set(other.participants))
            else (
                len(other.participants) > 1
                or (trigger.strong and own_session(context, other))
                or (place is not None and other.place == place)
            )
            and set(parties) <= set(other.participants)
        )
    ]
    if date is not None and to_the_day(context, date):
        told = {n: d for n in fitting if (d := told_date_of(before, n)) is not None and to_the_day(context, d)}
        same = [n for n, d in told.items() if same_day(context, date, d)]
        if fitting and not same and _had_been_planned(context, trigger, chain):
            return fitting[-1]  # "the meeting had been planned for June 12", before it was put off
        only_wished = [n for n in fitting if over and before[n].status in WISHED]
        return same[-1] if same else next((n for n in reversed(fitting) if n not in (*told, *only_wished)), None)
    alike = [n for n in fitting if (before[n].status in OVER) == over]
    alike.sort(key=lambda n: trigger.sort != "visit" or before[n].status != "cancelled")  # the one that goes ahead
    there = [n for n in fitting if place is not None and before[n].place == place]
    for n in [*reversed(there), *reversed(alike), *reversed(fitting)]:
        told_date = told_date_of(before, n)
        if date is None or told_date is None or not _differ(context, date, told_date):
            return n
    return None


def _had_been_planned(context: Context, trigger: Trigger, chain: Chain) -> bool:
    """Whether an earlier plan of the meeting is told."""
    layers = context.layers
    fixed = [i for cue, i, _ in chain.cues if cue == "fix"]
    before = {layers.tokens[c].lower for i in fixed for c in layers.children[i]}
    return _definite(context, trigger) and bool(before & {"had", "originally", "initially", "first"})


def _visit_around(
    context: Context, trigger: Trigger, chain: Chain, parties: list[str], before: list[MeetingReport]
) -> int | None:
    """The visit of the same sides on which one meets: "will hold talks with her during the trip"."""
    layers = context.layers
    below = [c for v in (trigger.i, *chain.verbs) for c in layers.children[v] if layers.tokens[c].lower in ON_VISIT]
    around = [j for c in below if (j := layers.child(c, "pobj")) is not None and layers.tokens[j].lemma in VISITS]
    told = [n for n, r in enumerate(before) if is_visit(context.words(r.name)) and not r.negated]
    same = [n for n in told if len(parties) > 1 and set(parties) == set(before[n].participants)]
    going_on = [n for n in same if before[n].status != "cancelled"]
    return (going_on or same)[-1] if around and same else None


def _may_be_hers(context: Context, trigger: Trigger, visit: MeetingReport) -> bool:
    """Whether a visit told before may be "her trip" or "Solen's trip": of one who took part, or whose side did."""
    layers = context.layers
    owner = layers.child(trigger.i, "poss")
    mention = layers.mention_with(owner) if owner is not None else None
    if owner is None or mention is None:
        return True
    return mention.ref in visit.people or bool(set(context.agents(owner)) & set(visit.participants))


def _placed_now(context: Context, trigger: Trigger, before: list[MeetingReport]) -> bool:
    """Whether the meeting just told gets its place here: "Ministers met on Friday. ... at a summit held in Halden"."""
    layers = context.layers
    if trigger.verb or not trigger.strong or not before or trigger.sort == "call":
        return False
    new = any(layers.tokens[c].lower in ("a", "an") for c in layers.children[trigger.i])
    last = before[-1]
    near = 0 < layers.tokens[trigger.i].start - last.sentence.end < NEAR
    return new and near and last.place is None and last.format != "call" and last.status in OVER and not last.negated


def _gathering(context: Context, trigger: Trigger, before: list[MeetingReport]) -> int | None:
    """The gathering of the same proper name, or that "told the forum" means: the last one of many told before."""
    layers, i = context.layers, trigger.i
    if layers.tokens[i].pos == "PROPN" and any(layers.tokens[c].pos == "PROPN" for c in layers.children[i]):
        named = context.words(name_of(context, trigger))
        return next((n for n, r in enumerate(before) if context.words(r.name) == named), None)
    if not (addressed(layers, i) and _definite(context, trigger)):
        return None
    many = [n for n, r in enumerate(before) if r.format in ("multilateral", "summit") and not r.negated]
    return many[-1] if many else None


def _definite(context: Context, trigger: Trigger) -> bool:
    return any(context.layers.tokens[c].lower == "the" for c in context.layers.children[trigger.i])


def own_session(context: Context, report: MeetingReport) -> bool:
    """Whether an organisation meets by itself: its council, its members' leaders."""
    return len(report.participants) == 1 and is_body(context, report.participants[0])


def is_body(context: Context, party: str) -> bool:
    """Whether a party has members who may meet: no person, no state."""
    world = gazetteer(Settings())
    if party.startswith("p:"):
        return False
    if party not in world.parties or world.parties[party].kind != "state":
        return True
    called = {context.words(m.span).removeprefix("the ") for m in context.layers.mentions if m.ref == party}
    known = (world.surfaces.get(name) for name in called)
    return not any(surface is not None and party in surface.parties for surface in known)  # the record's own letters


def to_the_day(context: Context, date: int) -> bool:
    return bool(DAY.search(context.words(context.timexes[date].span)))


def _they(context: Context, trigger: Trigger, parties: list[str], before: list[MeetingReport]) -> int | None:
    """ "As they met in X": the meeting told just before, if none but those took part."""
    layers = context.layers
    subject = layers.child(trigger.i, "nsubj")
    if subject is None or layers.tokens[subject].lower != "they" or not before:
        return None
    last = before[-1]
    near = layers.tokens[trigger.i].start - last.sentence.end < NEAR
    return len(before) - 1 if near and last.status in OVER and set(last.participants) <= set(parties) else None


def told_date_of(before: list[MeetingReport], n: int) -> int | None:
    """The timex that dates report n or, if it has none, the reports it goes back to."""
    at: int | None = n
    while at is not None:
        if before[at].date is not None:
            return before[at].date
        at = before[at].follows
    return None


def _differ(context: Context, one: int, other: int) -> bool:
    """Whether two timexes surely name different days."""
    years = [bool(YEAR.fullmatch(context.words(context.timexes[n].span))) for n in (one, other)]
    if years[0] != years[1] or (all(years) and not same_day(context, one, other)):
        return True  # an event of another year beside a day or a month of this one
    months = [set(MONTH.findall(context.words(context.timexes[n].span).lower())) for n in (one, other)]
    if all(months) and months[0].isdisjoint(months[1]):
        return True
    return to_the_day(context, one) and to_the_day(context, other) and not same_day(context, one, other)


def same_day(context: Context, one: int, other: int) -> bool:
    """Whether two timexes may name one day, by their words: "January 12" and "Jan. 12"."""
    days = [
        re.findall(r"[a-z]{3}|\d+", re.sub(r"([a-z]{3})[a-z]*", r"\1", context.words(context.timexes[n].span).lower()))
        for n in (one, other)
    ]
    return set(days[0]) <= set(days[1]) or set(days[1]) <= set(days[0])
