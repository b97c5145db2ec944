"""When a meeting is, and on which day it is told: by the words next to its noun and verbs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from onrecord.dates import Timex
from onrecord.extract.context import Context
from onrecord.extract.meetings.chain import Chain
from onrecord.extract.meetings.climb import AFTER, SAYING
from onrecord.extract.meetings.cues import cue_of
from onrecord.extract.meetings.trigger import Trigger
from onrecord.layers import Layers
from onrecord.text import Span

DAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day|\btoday|\btomorrow|\btonight|\byesterday"
    r"|(?<![\d:])\b\d{1,2}(?:st|nd|rd|th)?\b(?!:|\s*[ap]\.?m\b)|\bthe (?:next|following|same) day",
    re.IGNORECASE,
)
"""Words that give a day; the hour of a clock gives none."""
PART_OF_DAY = re.compile(
    r"(?:(?:earlier|later|early|late) (?:in|on|that) )?(?:in )?(?:the|that) (?:same )?"
    r"(?:early |late )?(?:day|morning|afternoon|evening|night)|later|earlier",
    re.IGNORECASE,
)
DAY_BACK = 2500  # characters within which a day told before is still the day of the story
VAGUE = frozenset(
    {"now", "currently", "recent", "recently", "previously", "soon", "the past", "the future", "future", "current"}
)
"""Times that date nothing."""


def timexes_of(context: Context, trigger: Trigger, chain: Chain) -> tuple[int | None, int | None]:
    """(The timex that dates the meeting, the timex that dates the report), as indices."""
    layers = context.layers
    sentence = layers.sentence_of(trigger.i)
    when = None
    dates: list[tuple[int, int]] = []
    own = {*chain.verbs, *chain.nouns} | {i for _, i, _ in chain.cues}
    own |= {trigger.i} if trigger.told_by is None else set()
    for n, timex in enumerate(context.timexes):
        if not _dates(context, timex) or not sentence.span.holds(timex.span):
            continue
        role, governor = _role(layers, timex.span, trigger, chain, own)
        day = bool(DAY.search(context.words(timex.span)))
        if any(timex.span.holds(layers.tokens[j].span) for v in own if (j := _head_of_when(layers, v)) is not None):
            role, governor = "date", trigger.i
        elif role == "when" and not day and governor >= 0 and cue_of(layers, layers.tokens[governor]) == "cancel":
            role = "date"  # "cancelled a trip in May": the trip was to be then, or about then
        if role in ("moved", "date"):
            clock = timex.type == "TIME" and not day
            near = 0 if role == "moved" else 1 if governor == trigger.i or governor in chain.nouns else 2
            dates.append((near + 2 * clock, n))
        elif role == "when" and when is None:
            when = n
    date = min(dates)[1] if dates else None
    if date is None and not trigger.verb:
        date = _beside(context, trigger, when)
    return date, _over_by(context, chain) if date is None and when is None else when


def _over_by(context: Context, chain: Chain) -> int | None:
    """The day of what was done after the meeting, by which that was over: "left on June 19 after talks had ended"."""
    layers, then = context.layers, chain.beside if chain.time == "after" else None
    mark = layers.child(chain.anchor, "mark")
    if mark is not None and layers.tokens[mark].lower in AFTER and layers.tokens[chain.anchor].dep == "advcl":
        then = layers.tokens[chain.anchor].head
    return _day_of_act(context, then) if then is not None else None


def _dates(context: Context, timex: Timex) -> bool:
    """Whether a timex tells a date at all: "most recently" and "in the near future" tell none."""
    told = timex.type in ("DATE", "TIME") and not (timex.rule.value or "").endswith("_REF")
    return told and context.words(timex.span).lower() not in VAGUE


def _head_of_when(layers: Layers, v: int) -> int | None:
    """The word for the time that "when" takes up: "agreed in January, when they met"."""
    mark = layers.child(v, "advmod")
    taken_up = layers.tokens[v].dep == "relcl" and mark is not None and layers.tokens[mark].lower == "when"
    return layers.tokens[v].head if taken_up else None


def _beside(context: Context, trigger: Trigger, when: int | None) -> int | None:
    """The timex that stands a few words after the noun, no verb between: "talks in Geneva late on Monday"."""
    layers = context.layers
    for n, timex in enumerate(context.timexes):
        if n == when or not _dates(context, timex):
            continue
        between = [t for t in layers.tokens[trigger.i + 1 : trigger.i + 9] if t.start < timex.span.start]
        near = len(between) < 8 and layers.tokens[trigger.i].end <= timex.span.start
        plain = not any(t.pos in ("VERB", "AUX", "PUNCT", "SCONJ", "CCONJ") or t.lower == "since" for t in between)
        if near and plain and layers.sentence_of(trigger.i).span.holds(timex.span):
            return n
    return None


def whole_day(context: Context, date: int) -> int:
    """The timex of the day in which "the afternoon" lies: the last day told before it, if one was."""
    at = context.timexes[date].span
    if not PART_OF_DAY.fullmatch(context.words(at)):
        return date
    told = [
        n
        for n, t in enumerate(context.timexes)
        if t.span.end <= at.start and at.start - t.span.end < DAY_BACK and DAY.search(context.words(t.span))
    ]
    return max(told, key=lambda n: context.timexes[n].span.start, default=date)


def day_beside(context: Context, trigger: Trigger, chain: Chain, parties: Sequence[str]) -> int | None:
    """The day of a meeting told without one, from what is told beside it.

    That is the day of the act during which it was held ("fired on Monday while leaders held a summit"),
    or after a new meeting ("following a meeting, the council voted on Monday"), or the day that the
    sentence before gives for an act of the same side.
    """
    layers = context.layers
    for v in (*chain.verbs, *((chain.beside, *layers.ancestors(chain.beside)) if chain.beside is not None else ())):
        if _within_hours(layers, v):
            return _day_of_act(context, layers.tokens[v].head)
    for v in chain.verbs:
        mark = layers.child(v, "mark", "advmod")
        said = layers.tokens[mark].lower if mark is not None else ""
        if layers.tokens[v].dep == "advcl" and said in ("while", "as", "when"):
            return _day_on(context, layers.tokens[v].head)
    if chain.time == "during" and chain.beside is not None and (day := _day_of_act(context, chain.beside)) is not None:
        return day  # "failed on Friday to agree at talks in X"
    new = any(layers.tokens[c].lower in ("a", "an") for c in layers.children[trigger.i]) and not chain.nouns
    if not new or trigger.verb or len(parties) != 1:
        return None
    if chain.time == "after" and chain.beside is not None and (day := _day_on(context, chain.beside)) is not None:
        return day
    sentence = layers.sentence_of(trigger.i)
    earlier = [s for s in layers.sentences if s.kind == "body" and s.end <= sentence.start]
    if not earlier:
        return None
    root = next((t for t in layers.tokens_of(earlier[-1]) if t.dep == "ROOT"), None)
    subject = layers.child(root.i, "nsubj") if root is not None else None
    if root is None or subject is None or not set(parties) <= set(context.agents(subject)):
        return None
    return _day_on(context, root.i) if root.tag == "VBD" else None


def _within_hours(layers: Layers, v: int) -> bool:
    """ "... agreed on Friday, hours after the envoys met": on one day."""
    mark = layers.child(v, "mark") if layers.tokens[v].dep == "advcl" else None
    lasted = [c for j in (v, mark) if j is not None for c in layers.children[j] if layers.tokens[c].dep == "npadvmod"]
    return mark is not None and any(layers.tokens[c].lemma in ("hour", "minute", "moment") for c in lasted)


def day_of_journey(context: Context, chain: Chain) -> int | None:
    """The day of the journey that leads to where one meets: "leaves on Friday for Tolm, where she is to meet"."""
    governors = (led_there(context.layers, v) for v in chain.verbs)
    return next((_day_on(context, g) for g in governors if g is not None), None)


def led_there(layers: Layers, v: int) -> int | None:
    """The verb that led to where one met: "flew to Geneva on Friday, where he met", not "will go to Geneva, it was
    confirmed on Friday, where he will meet"."""
    where = layers.child(v, "advmod")
    if layers.tokens[v].dep != "relcl" or where is None or layers.tokens[where].lower != "where":
        return None
    led = next((j for j in layers.ancestors(layers.tokens[v].head) if layers.tokens[j].pos == "VERB"), None)
    return None if led is None or cue_of(layers, layers.tokens[led]) is not None else led


def _day_of_act(context: Context, v: int) -> int | None:
    """The day that stands by a verb or by the one that it completes."""
    layers = context.layers
    while (day := _day_on(context, v)) is None and layers.tokens[v].dep == "xcomp":
        v = layers.tokens[v].head
    return day


def _day_on(context: Context, v: int) -> int | None:
    """The day that stands by the verb v itself."""
    layers = context.layers
    for n, timex in enumerate(context.timexes):
        if timex.type != "DATE" or not DAY.search(context.words(timex.span)):
            continue
        inside = [t.i for t in layers.inside(timex.span)]
        if not inside:
            continue
        i = next((j for j in inside if layers.tokens[j].head not in inside), inside[0])
        governor = layers.tokens[i].head
        if layers.tokens[governor].pos == "ADP":
            governor = layers.tokens[governor].head
        if v == governor:
            return n
    return None


def _role(
    layers: Layers, span: Span, trigger: Trigger, chain: Chain, own: set[int]
) -> tuple[Literal["date", "when", "moved"] | None, int]:
    """Climb from a timex to the word it stands by, the meeting's or one that reports it: its role, and that word."""
    inside = [i for i in range(*_range(layers, trigger)) if span.holds(layers.tokens[i].span)]
    if not inside:
        return None, -1
    i = next((j for j in inside if layers.tokens[j].head not in inside), inside[0])
    through = ""
    for _ in range(8):
        token = layers.tokens[i]
        if token.dep == "relcl" and token.head == trigger.i and _began_long_ago(layers, inside):
            return None, i
        if i in own and (through == "since" or token.lemma == "follow"):
            return None, i  # "the visit follows one last month"
        if i in own:
            said = _before_clause(layers, inside[0], i)
            return "when" if said else _by_governor(layers, i, through, trigger, chain), i
        if token.head == i:
            break
        if token.pos in ("ADP", "SCONJ"):
            through = through or token.lower
        if token.pos in ("VERB", "AUX") and i not in own:
            if token.lemma in SAYING:
                return "when", i
            if i in chain.verbs or not (token.dep in ("advcl", "acl") and token.head in own and token.tag == "VB"):
                return None, i  # another clause; but "talks to discuss it next month" says when the talks are
            if cue_of(layers, token) in ("hold", "end"):
                return "date", token.head  # "pushes for talks to start next month"
        i = token.head
    return None, -1


def _before_clause(layers: Layers, first: int, v: int) -> bool:
    """ "She said on Monday they would meet": what stands before the clause tells when it was said."""
    subject = layers.child(v, "nsubj", "nsubjpass")
    says = layers.tokens[layers.tokens[v].head]
    return layers.tokens[v].dep == "ccomp" and says.lemma in SAYING and subject is not None and says.i < first < subject


def _began_long_ago(layers: Layers, inside: list[int]) -> bool:
    """ "The annual talks, which started a decade ago": the day of the first, not of these."""
    said = {layers.tokens[i].lemma for i in inside}
    return "ago" in said and bool(said & {"year", "decade"})


def _by_governor(
    layers: Layers, i: int, through: str, trigger: Trigger, chain: Chain
) -> Literal["date", "when", "moved"]:
    if i == trigger.i or i in chain.verbs or i in chain.nouns:
        cue = cue_of(layers, layers.tokens[i])
        reports = cue in ("agree", "confirm", "propose", "postpone", "cancel", "moot") and i != trigger.i
        if cue == "postpone" and through in ("to", "until", "till"):
            return "moved"
        put_off = cue == "postpone" and any(
            layers.tokens[c].lower in ("to", "until", "till") for c in layers.children[i]
        )
        if not reports or put_off or through in ("for", "to", "until", "till") or cue == "moot":
            return "date"
    noun = layers.tokens[i].pos == "NOUN"
    if any(at == i and (cue == "fix" or (noun and cue in ("hold", "end"))) for cue, at, _ in chain.cues):
        return "date"  # "due on Monday", "the opening on Monday of the talks"
    return "when"


def _range(layers: Layers, trigger: Trigger) -> tuple[int, int]:
    sentence = layers.sentence_of(trigger.i)
    return sentence.first, sentence.last
