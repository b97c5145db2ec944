"""Reports of meetings: every mention of talks between parties, with what it says of them.

A mention counts if two sides are named, if it points back to a meeting already told ("the talks"), or
if its noun means talks by itself and a day, a place or a status is said.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.context import Context
from onrecord.extract.meetings.antecedents import (
    NEAR,
    OVER,
    YEAR,
    antecedent,
    is_body,
    own_session,
    same_day,
    to_the_day,
    told_date_of,
)
from onrecord.extract.meetings.chain import Chain
from onrecord.extract.meetings.climb import climb
from onrecord.extract.meetings.deals import deal_parties, negotiated
from onrecord.extract.meetings.enough import Said, says_enough
from onrecord.extract.meetings.focus import both_sides, sides_meant
from onrecord.extract.meetings.governing_sides import outer_parties, sayer_of
from onrecord.extract.meetings.outcome import outcome_of, readouts_of
from onrecord.extract.meetings.parts import agenda_of, clause_of, is_another, level_of, name_of, points_back
from onrecord.extract.meetings.places import place_of
from onrecord.extract.meetings.sides import (
    known,
    names_other_side,
    own_parties,
    people_at,
    subject_of,
    unique,
)
from onrecord.extract.meetings.status import status_of
from onrecord.extract.meetings.tense import tense
from onrecord.extract.meetings.times import day_beside, day_of_journey, timexes_of, whole_day
from onrecord.extract.meetings.trigger import DELEGATES, Trigger, addressed
from onrecord.extract.meetings.trigger_verbs import GATHERING
from onrecord.extract.meetings.triggers import triggers
from onrecord.extract.meetings.visits import visit_parties, visit_place
from onrecord.layers import Layers
from onrecord.readings import MeetingFormat, MeetingReport, Status

AHEAD_OF = frozenset({"mooted", "proposed", "agreed", "scheduled", "confirmed"})


def find_meetings(context: Context) -> tuple[MeetingReport, ...]:
    """The meeting reports of one article, in the order of the text."""
    reports: list[MeetingReport] = []
    for trigger in triggers(context.layers):
        if context.layers.tokens[trigger.i].lower == "dates":
            reports += _confirmed(context, trigger, reports)
            continue
        report = _report(context, trigger, reports)
        if report is None or _repeats(reports, report):
            continue
        if reports and _repeats([report], reports[-1]) and reports[-1].follows is None:
            reports[-1] = replace(
                report, span=reports[-1].span, name=reports[-1].name
            )  # "a round of talks with Karsia"
        else:
            reports.append(report)
    return tuple(_with_outcomes(context, reports))


def _report(context: Context, trigger: Trigger, before: list[MeetingReport]) -> MeetingReport | None:
    layers = context.layers
    sentence = layers.sentence_of(trigger.i)
    chain = climb(layers, trigger)
    date, when = timexes_of(context, trigger, chain)
    if sentence.kind == "headline" and date is None:
        date = context.timex_in(sentence.span)
    place = place_of(context, trigger, chain, date)
    if trigger.sort == "visit":
        place = visit_place(context, trigger.i) or place
    parties = _who_meets(context, trigger, chain, before)
    if trigger.pointing:
        before = [r if sentence.start - r.sentence.end < NEAR else replace(r, participants=()) for r in before]
    date = day_of_journey(context, chain) if date is None else date
    fixed = date is not None and to_the_day(context, date)
    status, negated = status_of(layers, trigger, chain, dated=date is not None, to_the_day=fixed)
    named = len(parties) > 1
    follows = antecedent(context, trigger, chain, parties, date, before, place, over=status in OVER)
    if follows is not None and own_session(context, before[follows]) and not addressed(layers, trigger.i):
        parties = list(before[follows].participants)  # its members take part as such
    elif follows is not None:
        parties = unique([*parties, *before[follows].participants])
    if is_another(context, trigger) and not trigger.pointing:
        follows = None
    told_day = told_date_of(before, follows) if follows is not None else None
    if follows is not None and date is not None and told_day is not None and same_day(context, date, told_day):
        date = told_day  # of one name, one day: "gathered on Friday ... ahead of Friday's meeting"
        status = "held" if chain.time == "ahead" and before[follows].status in OVER else status
    if status == "held" and not negated and not _tells_it_held(context, trigger, chain):
        status = _planned_before(before, follows, parties, trigger) or status
    parties = _with_sayer(context, trigger, chain, parties, dated=date is not None)
    parties = _sent_by_sayer(context, trigger, chain, parties)
    if date is not None:
        date = whole_day(context, date)
    elif (follows is None or trigger.verb) and status in OVER:
        date = day_beside(context, trigger, chain, parties)
    past = date is not None and _bygone(context, chain, date)
    comes = fixed and place is not None and status == "confirmed"  # "our delegation will be in X on Monday"
    said = Said(parties, named, follows, date is not None, place is not None, negated, comes)
    if not says_enough(context, trigger, chain, said):
        return None
    speaker = context.quote_at(layers.tokens[trigger.i].start)
    return MeetingReport(
        status="held" if past else status,
        span=clause_of(context, trigger, chain),
        sentence=sentence.span,
        participants=tuple(parties),
        format=_format(trigger, parties),
        name=name_of(context, trigger),
        level=level_of(context, trigger, chain),
        people=people_at(context, trigger, chain),
        date=date,
        place=place,
        when=when if when is not None or speaker is None else context.quotes[speaker].when,
        speaker=context.quotes[speaker].speaker if speaker is not None else None,
        agenda=agenda_of(context, trigger, chain),
        negated=negated,
        past=past,
        coming=date is not None and status in AHEAD_OF and _is_coming(context, chain),
        follows=follows,
    )


def _is_coming(context: Context, chain: Chain) -> bool:
    """Whether it is told as still to come: not "had been set for Monday"."""
    return all(tense(context.layers, v) != "past" for v in chain.verbs)


def _tells_it_held(context: Context, trigger: Trigger, chain: Chain) -> bool:
    """Whether the words themselves tell that it was held; "the envoy opposed the visit" does not."""
    told = trigger.verb or trigger.pointing or chain.time is not None or chain.says("hold", "end")
    subject = context.layers.tokens[trigger.i].dep in ("nsubj", "nsubjpass")
    return told or (subject and any(tense(context.layers, v) == "past" for v in chain.verbs))


def _planned_before(
    before: list[MeetingReport], follows: int | None, parties: list[str], trigger: Trigger
) -> Status | None:
    """The status of the meeting told before, if it was still ahead then: a mere mention does not make it held."""
    at = follows
    if at is None and len(parties) > 1:
        same = [n for n, r in enumerate(before) if set(r.participants) == set(parties)]
        at = next((n for n in reversed(same) if (before[n].format == "call") == (trigger.sort == "call")), None)
    if at is None or before[at].negated or before[at].status not in AHEAD_OF:
        return None
    return before[at].status


def _who_meets(context: Context, trigger: Trigger, chain: Chain, before: list[MeetingReport]) -> list[str]:
    """The sides that the words name, or the two that "both countries" or "the parties" means."""
    layers = context.layers
    found = both_sides(context, layers.sentence_of(trigger.i), before, _named(context, trigger, chain))
    if len(found) < 2 and (met := _who_met_before(layers, trigger, before)):
        return met
    if found or (trigger.verb and layers.tokens[trigger.i].lemma not in GATHERING):
        return found
    return sides_meant(context, trigger, chain, before)


def _who_met_before(layers: Layers, trigger: Trigger, before: list[MeetingReport]) -> list[str]:
    """Whom "they will meet again" means right after a meeting has been told."""
    subject = subject_of(layers, trigger.i) if trigger.verb else None
    if subject is None or layers.tokens[subject].lower != "they" or not before or before[-1].negated:
        return []
    near = layers.sentence_of(trigger.i).start - before[-1].sentence.end < NEAR
    return list(before[-1].participants) if near and len(before[-1].participants) > 1 else []


def _named(context: Context, trigger: Trigger, chain: Chain) -> list[str]:
    """The sides that the meeting's own words name and, where these name one, those of its verbs."""
    layers, sentence = context.layers, context.layers.sentence_of(trigger.i)
    if trigger.sort == "visit":
        beside = [chain.beside] if chain.time in (None, "during") and chain.beside is not None else []
        return visit_parties(context, trigger.i, [*chain.verbs, *beside])
    if trigger.verb and negotiated(layers, trigger.i):
        return deal_parties(context, trigger.i)
    parties = own_parties(context, trigger)
    if len(parties) == 1 and not trigger.verb and _asked_of_body(context, trigger, chain, parties[0]):
        return parties
    goes_between = trigger.verb and layers.tokens[trigger.i].lemma in ("mediate", "shuttle")
    other = names_other_side(context, trigger) and layers.child(trigger.i, "poss") is None  # "her talks with Karsia"
    if len(parties) < 2 or goes_between or other:
        parties = unique([*parties, *outer_parties(context, trigger, chain)])
    if trigger.verb and _sides(context, parties) < 2:
        parties = parties[:1]
    parties = known(parties) if len(known(parties)) > 1 else parties
    if len(parties) < 2 and sentence.kind == "headline" and trigger.verb:
        parties = unique(m.ref for m in layers.mentions_in(sentence.span) if m.kind == "party" and m.last <= trigger.i)
    return parties


def _asked_of_body(context: Context, trigger: Trigger, chain: Chain, party: str) -> bool:
    """Whether somebody asks for a session of a body, whose members then meet: "called for a meeting of the League"."""
    session = trigger.sort in ("meeting", "summit", "conference") and not names_other_side(context, trigger)
    return session and chain.says("propose") and is_body(context, party)


def _with_sayer(context: Context, trigger: Trigger, chain: Chain, parties: list[str], *, dated: bool) -> list[str]:
    """The sides with whoever tells: "she said that talks with Karsia were possible" is of her side too."""
    others = own_parties(context, trigger) if names_other_side(context, trigger) else []
    owned = len(others) > 1 and context.layers.child(trigger.i, "poss") is not None  # "her meeting with them"
    other_side = bool(others) and set(parties) == set(others) and not owned
    told = not is_another(context, trigger)  # of "the second round" a host may tell
    if other_side or (not parties and told and (dated or points_back(context, trigger, chain))):
        return unique([*parties, *(sayer_of(context, chain) or _quoted(context, trigger))])
    return parties


def _sent_by_sayer(context: Context, trigger: Trigger, chain: Chain, parties: list[str]) -> list[str]:
    """The sides, an envoy of whom nothing tells whose they are being of the side that tells of their journey."""
    people = {p.key: p for p in context.layers.people if p.party is None}
    sent = {
        ref
        for ref in parties
        if ref in people and any(DELEGATES & set(role.title.lower().split()) for role in people[ref].roles)
    }
    sayer = [p for p in sayer_of(context, chain) or _quoted(context, trigger) if not p.startswith("p:")]
    if not sent or len(sayer) != 1 or sayer[0] in parties:
        return parties
    return unique(sayer[0] if ref in sent else ref for ref in parties)


def _bygone(context: Context, chain: Chain, date: int) -> bool:
    """Whether only a year dates it and no verb puts it ahead: "the summit of 2008"."""
    year = YEAR.fullmatch(context.words(context.timexes[date].span))
    return year is not None and not any(tense(context.layers, v) == "future" for v in chain.verbs)


def _quoted(context: Context, trigger: Trigger) -> list[str]:
    """Who speaks of "the talks" without saying whose most often took part."""
    speaker = context.layers.party_of(context.speaker_at(context.layers.tokens[trigger.i].start))
    return [speaker] if speaker is not None else []


def _sides(context: Context, parties: list[str]) -> int:
    """How many sides these are: people of one party, or of none that is told, are not two."""
    return len({context.layers.party_of(p) or p for p in parties})


def _format(trigger: Trigger, parties: list[str]) -> MeetingFormat:
    if trigger.sort in ("call", "summit"):
        return trigger.sort
    return "multilateral" if len(parties) != 2 or trigger.sort == "conference" else "bilateral"


def _repeats(before: list[MeetingReport], report: MeetingReport) -> bool:
    """Two words of one clause that say one meeting: "a round of talks", "met for talks"."""
    return any(
        other.sentence == report.sentence
        and other.span.overlaps(report.span)
        and other.date == report.date
        and other.status == report.status
        and set(report.participants) <= set(other.participants)
        for other in before
    )


def _confirmed(context: Context, trigger: Trigger, before: list[MeetingReport]) -> list[MeetingReport]:
    """ "She confirmed the dates": one report for each meeting that was given a day before."""
    chain = climb(context.layers, trigger)
    if not chain.says("confirm"):
        return []
    _, when = timexes_of(context, trigger, chain)
    out: list[MeetingReport] = []
    for n, other in enumerate(before):
        if other.date is None or other.past or not to_the_day(context, other.date):
            continue
        if any(o.date is not None and same_day(context, o.date, other.date) for o in out):
            continue
        out.append(
            replace(
                other,
                status="confirmed",
                span=clause_of(context, trigger, chain),
                sentence=context.layers.sentence_of(trigger.i).span,
                name=name_of(context, trigger),
                people=(),
                when=when,
                speaker=context.speaker_at(context.layers.tokens[trigger.i].start),
                agenda=(),
                follows=n,
            )
        )
    return out


def _with_outcomes(context: Context, reports: list[MeetingReport]) -> list[MeetingReport]:
    return [
        replace(r, outcome=outcome_of(context, r), readouts=readouts_of(context, r))
        if r.status in ("held", "concluded")
        else r
        for r in reports
    ]
