"""What is said of a meeting: mooted, scheduled, held ... from the words that govern it."""

from __future__ import annotations

from onrecord.extract.meetings.chain import Chain
from onrecord.extract.meetings.cues import cue_of, words_before
from onrecord.extract.meetings.tense import Tense, tense
from onrecord.extract.meetings.trigger import Trigger
from onrecord.extract.meetings.triggers import COMING_TO
from onrecord.extract.meetings.visits import SETTING_OUT, is_journey
from onrecord.extract.meetings.words import meeting_nouns
from onrecord.extract.wordlist import words
from onrecord.layers import Layers
from onrecord.readings import Status

ATTENDING = words("attend participate take join")
GOING_ON = words("continue begin start resume keep")
DEMANDED = frozenset({"should", "must", "ought"})
COMING = frozenset(
    {
        "upcoming",
        "slated",
        "expected",
        "due",
        "forthcoming",
        "coming",
        "planned",
        "scheduled",
        "next",
        "future",
        "proposed",
    }
)
MAYBE = frozenset({"possible", "potential", "proposed", "mooted", "prospective", "eventual", "would-be"})
GONE = frozenset({"recent", "last", "previous", "earlier", "past", "latest", "former", "concluded", "failed"})


def status_of(layers: Layers, trigger: Trigger, chain: Chain, *, dated: bool, to_the_day: bool) -> tuple[Status, bool]:
    """The status that a chain gives, and whether it is denied."""
    negated = any(n for _, _, n in chain.cues)
    fixed: Status = "scheduled" if to_the_day else "agreed"
    times = [tense(layers, v) for v in chain.verbs if not _goes_on(layers, v)]
    possible = chain.conditional or "possible" in times
    if chain.says("deny", "refuse"):
        return "mooted" if chain.says("deny") else "cancelled", True
    if any(cue in ("fix", "confirm", "agree") and n for cue, _, n in chain.cues):
        return "mooted", False  # "no date has been set"
    if chain.moved_to:
        return fixed, negated
    order = [cue for cue, _, _ in chain.cues]
    for cue, status in (("cancel", "cancelled"), ("postpone", "postponed"), ("adjourn", "adjourned")):
        if chain.says(cue):  # type: ignore[arg-type]
            if cue == "postpone" and _to_another(layers, chain):
                status = "adjourned"
            outer = set(order[order.index(cue) + 1 :])  # type: ignore[arg-type]
            if cue == "cancel" and "propose" in outer:
                return fixed, negated  # "demanded that the visit be called off": it is still to come
            return ("mooted" if possible or "moot" in outer else status), negated  # type: ignore[return-value]
    told_over = _told_over(layers, chain)
    if chain.says("confirm") and not told_over:
        return "confirmed", negated
    if not (negated or possible) and _will_come(layers, trigger, chain):
        return "confirmed", False
    taken = "agree" in order and "propose" in order[: order.index("agree")]  # "accepted an invitation to talks"
    if (chain.says("propose") and not taken) or _demanded(layers, trigger, chain):
        return "proposed", negated
    if (possible or chain.says("moot")) and not told_over:
        return "mooted", negated
    if chain.says("agree", "fix") and not told_over:
        return fixed, negated
    return _by_tense(layers, trigger, chain, times, fixed, dated), negated


def _goes_on(layers: Layers, v: int) -> bool:
    """ "Continues to negotiate": when is told by the verb that it completes."""
    governor = layers.tokens[layers.tokens[v].head]
    return layers.tokens[v].dep == "xcomp" and governor.lemma in GOING_ON


def _demanded(layers: Layers, trigger: Trigger, chain: Chain) -> bool:
    """ "Talks must begin now"; but "the talks must succeed" says nothing of whether they are held."""
    held = [i for c, i, _ in chain.cues if c == "hold"] + ([trigger.i] if trigger.verb else [])
    held += [layers.tokens[i].head for i in held if layers.tokens[i].dep == "conj"]  # "should disarm and hold talks"
    return any(layers.tokens[c].lower in DEMANDED for i in held for c in layers.children[i])


def _will_come(layers: Layers, trigger: Trigger, chain: Chain) -> bool:
    """A side says that it comes: "Karsia will attend the talks", "our delegation would be in Port Sella"."""
    coming = trigger.pointing and layers.tokens[layers.tokens[trigger.i].head].lemma in COMING_TO
    attending = [i for c, i, _ in chain.cues if c == "hold" and layers.tokens[i].lemma in ATTENDING]
    attending = [i for i in attending if layers.tokens[i].lemma != "take" or "part" in _below(layers, i)]
    return coming or any(_below(layers, i) & {"will", "would", "'ll", "’ll"} for i in attending)


def _below(layers: Layers, i: int) -> set[str]:
    return {layers.tokens[c].lower for c in layers.children[i]}


def _told_over(layers: Layers, chain: Chain) -> bool:
    """ "Confirmed that they met": what is confirmed, believed or agreed lies in the past."""
    over = {i for c, i, _ in chain.cues if c in ("confirm", "moot", "agree") and layers.tokens[i].pos == "VERB"}
    aside = {v for v in chain.verbs if layers.tokens[v].dep in ("acl", "relcl")} if len(chain.verbs) > 1 else set()
    inner = [v for v in chain.verbs if v not in over | aside and not chain.says("fix")]
    judged = all(layers.tokens[i].lemma in ("think", "believe") for i in over)  # "I think this meeting is too late"
    told = ("past", "present") if judged and all(layers.tokens[v].lemma == "be" for v in inner) else ("past",)
    return bool(over) and bool(inner) and all(tense(layers, v) in told for v in inner)


def _to_another(layers: Layers, chain: Chain) -> bool:
    """Whether talks are put off to another meeting: they go on there."""
    for cue, v, _ in chain.cues:
        for c in layers.children[v] if cue == "postpone" else ():
            inner = layers.child(c, "pobj") if layers.tokens[c].lower in ("to", "until", "till") else None
            if inner is not None and layers.tokens[inner].lemma in meeting_nouns():
                return True
    return False


def _by_tense(layers: Layers, trigger: Trigger, chain: Chain, times: list[Tense], fixed: Status, dated: bool) -> Status:
    before = words_before(layers, trigger.i)
    if not trigger.verb and not chain.says("hold", "end"):
        if before & MAYBE:
            return "mooted"
        if before & COMING:
            return fixed
        if before & GONE:
            return "held"
    if chain.time == "after":
        return "held" if trigger.verb or before & {"a", "an"} else "concluded"
    if any(c == "end" and layers.tokens[i].tag == "VBG" for c, i, _ in chain.cues) and trigger.sort == "visit":
        return "concluded"  # "spoke before ending a trip"
    if chain.time == "ahead" and trigger.verb and chain.beside is not None and tense(layers, chain.beside) == "past":
        return "held"  # "had lunch before visiting the palace"
    if chain.time == "ahead":
        return "scheduled" if dated else fixed  # "before next week's talks"
    if any(c == "end" and i in chain.verbs and tense(layers, i) == "past" for c, i, _ in chain.cues):
        return "concluded"  # "talks failed to yield a deal"
    if "future" in times or (trigger.verb and layers.tokens[trigger.i].lemma in SETTING_OUT):
        return fixed
    if chain.time == "during" and chain.beside is not None:
        beside = chain.beside
        while layers.tokens[beside].dep == "xcomp":  # "failed to reach agreement in talks"
            beside = layers.tokens[beside].head
        headline = layers.sentence_of(beside).kind == "headline"  # where the past is told in the present
        hopeful = cue_of(layers, layers.tokens[beside]) in ("moot", "propose", "agree", "fix")
        hoping = beside != chain.beside and hopeful and not headline
        coming = ("future", "present") if hoping else ("future",)  # "hope to sign it at a summit"
        return fixed if tense(layers, beside) in coming else "held"
    if "present" in times and dated and not _ongoing(layers, chain.verbs):
        return fixed
    if trigger.verb and layers.tokens[trigger.i].tag == "VBG" and "present" in times and is_journey(layers, trigger.i):
        return fixed  # "is going to Tolm after all"
    return "concluded" if chain.says("end") else "held"


def _ongoing(layers: Layers, verbs: list[int]) -> bool:
    return any(layers.tokens[v].tag == "VBG" for v in verbs)
