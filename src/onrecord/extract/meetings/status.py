"""What is said of a meeting: mooted, scheduled, held ... from the words that govern it.

From the word that says the meeting one climbs the parse ("hopes to hold a new round of talks": round,
hold, hope) and keeps every status cue on the way, with its negation and modality.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from onrecord.extract.meetings.tense import Tense, tense
from onrecord.extract.meetings.triggers import COMING_TO, Trigger
from onrecord.extract.meetings.words import Cue, meeting_nouns, status_cues
from onrecord.extract.wordlist import words
from onrecord.layers import Layers, Token
from onrecord.readings import Status

THROUGH = words(
    "round series hour day week month date set phase string cycle kind form format track exchange process"
    " series part half minute stage level table pair number resumption"
)
"""Nouns through which one climbs: "a round of talks", "a date for talks"."""
FRAMES: dict[Cue, frozenset[str]] = {
    "hold": frozenset({"in", "into", "with", "to", "on", "over"}),
    "propose": frozenset({"for", "to"}),
    "agree": frozenset({"to", "on"}),
    "moot": frozenset({"for", "of", "to", "towards", "toward", "forward", "in"}),
    "cancel": frozenset({"of", "from", "out"}),
    "adjourn": frozenset({"of", "from", "out"}),
    "fix": frozenset({"for"}),
}
"""Prepositions through which a verb still governs the meeting ("called for talks", not "spoke at talks")."""
HINTING = words("signal eye float hint raise")
TRAVEL = words("visit travel arrive fly come go return head host receive welcome gather convene meet")
"""Verbs that with "for talks" say when and where the talks are."""
ATTENDING = words("attend participate take join")
AFTER = frozenset({"after", "following", "since"})
AHEAD = frozenset({"before", "ahead", "until", "till", "prior", "pending"})
DEMANDED = frozenset({"should", "must", "ought"})
COMING = frozenset({"upcoming", "forthcoming", "coming", "planned", "scheduled", "next", "future", "proposed"})
MAYBE = frozenset({"possible", "potential", "proposed", "mooted", "prospective", "eventual", "would-be"})
GONE = frozenset({"recent", "last", "previous", "earlier", "past", "latest", "former", "concluded", "failed"})
SAYING = words(
    "say tell add note announce report state declare explain stress insist argue quote write signal indicate"
    " describe claim suggest mention reveal disclose underline reiterate"
)


@dataclass
class Chain:
    """The words that govern one meeting word.

    cues    (cue, token, negated), from the meeting outwards
    verbs   the verbs of its clause, innermost first; a timex on one of them dates the meeting
    anchor  the outermost word of the clause that speaks of it
    time    "after", "ahead", "during" where a preposition only places it in time; None else
    beside  the verb of that clause ("after talks in X, the delegations left")
    moved_to  it is what other talks were put off to
    nouns   the nouns climbed through ("four hours of talks")
    listed  the word stands in a list ("transparency and negotiations on missiles")
    """

    anchor: int
    cues: list[tuple[Cue, int, bool]] = field(default_factory=list)
    verbs: list[int] = field(default_factory=list)
    time: Literal["after", "ahead", "during"] | None = None
    beside: int | None = None
    moved_to: bool = False
    listed: bool = False
    conditional: bool = False
    nouns: list[int] = field(default_factory=list)

    def says(self, *cues: Cue) -> bool:
        return any(c in cues for c, _, _ in self.cues)


def climb(layers: Layers, trigger: Trigger) -> Chain:
    """The chain above one meeting word."""
    chain = Chain(anchor=trigger.i)
    if trigger.verb:
        chain.verbs.append(trigger.i)
        if _negated(layers, trigger.i):
            chain.cues.append(("hold", trigger.i, True))
    else:
        if "no" in _before(layers, trigger.i):
            chain.cues.append(("hold", trigger.i, True))
        _own_clauses(layers, trigger.i, chain)
    i, through = trigger.i, ""
    for _ in range(12):
        token = layers.tokens[i]
        if token.head == i or (token.dep == "pobj" and chain.cues and i == trigger.i):
            break  # "with a meeting set for Tuesday" is a clause of its own
        head = layers.tokens[token.head]
        if (time := _misread_time(layers, i, head)) is not None:
            chain.time, chain.beside = time, head.i
            break
        if token.dep in ("pobj", "pcomp") and head.pos in ("ADP", "SCONJ", "ADV", "VERB", "PART"):
            through = head.lower
            i = head.i
            continue
        if not _step(layers, token, head, through, chain):
            break
        if token.dep not in ("prep", "agent", "advmod") or head.pos not in ("ADP", "ADV"):
            through = ""
        i = head.i
    governing = [c for c in chain.cues if layers.tokens[c[1]].head != trigger.i]
    if governing:  # "agreed to restart talks that had collapsed": the collapse is another story
        past = [c for c in chain.cues if c not in governing and c[0] in ("end", "adjourn", "postpone", "cancel")]
        chain.cues = [c for c in chain.cues if c not in past]
        chain.verbs = [v for v in chain.verbs if all(v != i for _, i, _ in past)]
    return chain


def _misread_time(layers: Layers, i: int, head: Token) -> Literal["after", "ahead"] | None:
    """ "Two days after the talks in X, they left": a mark on the sentence's root is a preposition misread."""
    marks = [c for c in layers.children[head.i] if layers.tokens[c].dep == "mark" and c < i]
    first = min([i, *layers.children[i]])
    if head.dep != "ROOT" or layers.tokens[i].dep != "nsubj" or not marks or marks[-1] != first - 1:
        return None
    before = layers.tokens[marks[-1]].lower
    return "after" if before in AFTER else "ahead" if before in AHEAD else None


def _step(layers: Layers, token: Token, head: Token, through: str, chain: Chain) -> bool:
    """Take in the governor of a word; False where the climb ends."""
    if token.dep == "conj":
        chain.listed = token.pos in ("NOUN", "PROPN") and head.pos in ("NOUN", "PROPN")
        return chain.listed
    if head.pos in ("ADP", "ADV") and token.dep in ("prep", "pcomp"):
        return True  # "ahead of", "out of", "prior to"
    if token.dep == "advcl" and token.tag == "VB" and token.i in chain.verbs and head.lemma in TRAVEL:
        chain.verbs = [head.i, *(v for v in chain.verbs if v != token.i)]  # "travelled to X on Monday to meet"
        chain.anchor = head.i
        return True
    if token.dep in ("relcl", "advcl", "parataxis", "appos") and token.pos in ("VERB", "AUX", "NOUN", "PROPN"):
        chain.conditional |= token.dep == "advcl" and any(
            layers.tokens[c].lower in ("if", "unless", "whether") for c in layers.children[token.i]
        )
        return False
    cue = cue_of(layers, head)
    if through in AFTER | AHEAD and cue not in ("cancel",):
        chain.time = "after" if through in AFTER else "ahead"
        chain.beside = head.i if head.pos in ("VERB", "AUX") else None
        return False
    if head.pos in ("NOUN", "PROPN"):
        wished = cue == "moot" and through in FRAMES["moot"]  # "interest in talks"
        if token.dep == "prep" and through not in ("for", "of", "on", "to", "about", "with") and not wished:
            chain.time = "during"  # "reach agreement in talks"
            chain.beside = next((j for j in layers.ancestors(head.i) if layers.tokens[j].pos in ("VERB", "AUX")), None)
            return False
        return _noun_step(token, head, cue, chain)
    if head.pos == "ADJ" and cue is not None:
        chain.cues.append((cue, head.i, _negated(layers, head.i)))
        chain.anchor = head.i
        return True
    if head.pos not in ("VERB", "AUX"):
        return False
    return _verb_step(layers, token, head, cue, through, chain)


def _noun_step(token: Token, head: Token, cue: Cue | None, chain: Chain) -> bool:
    if cue is not None and token.dep in ("prep", "acl", "relcl", "compound"):
        chain.cues.append((cue, head.i, False))
        chain.anchor = head.i
        return True
    if token.dep == "prep" and head.lemma in THROUGH:
        chain.nouns.append(head.i)
        return True
    return False


def _verb_step(layers: Layers, token: Token, head: Token, cue: Cue | None, through: str, chain: Chain) -> bool:
    if head.lemma in ("call", "summon") and token.dep in ("dobj", "oprd"):
        cue = "hold"  # "called an emergency meeting"; "called for" one proposes it
    elif head.lemma in HINTING and token.dep in ("dobj", "nsubj"):
        cue = "moot"  # "signals talks"; "signals that talks will begin" is the clause's to tell
    if through and cue is not None:
        if through in ("to", "until", "till") and cue in ("postpone", "adjourn"):
            chain.moved_to = True
            chain.verbs.append(head.i)
            return False
        left = cue == "cancel" and layers.child(head.i, "nsubj") is None  # "withdrawn from the summit's text"
        if through not in FRAMES.get(cue, frozenset()) or left:
            cue = None
    if through == "for" and cue is None and head.lemma in TRAVEL:
        chain.verbs.append(head.i)
        chain.anchor = head.i
        return True  # "will travel to Geneva on Monday for talks"
    if through and cue is None:
        chain.time = "during"
        chain.beside = head.i
        return False
    if token.dep == "ccomp" and cue is None:
        return False
    if cue is not None or head.pos == "AUX" or token.dep != "xcomp":
        if cue == "end" and token.dep == "xcomp":
            cue = "refuse"  # "failed to hold talks"
        if cue is not None:
            chain.cues.append((cue, head.i, _negated(layers, head.i)))
        elif _negated(layers, head.i):
            chain.cues.append(("hold", head.i, True))
    if head.lemma in SAYING and cue is None:
        return False
    chain.verbs.append(head.i)
    chain.anchor = head.i
    if token.dep in ("nsubj", "nsubjpass"):
        _complements(layers, head.i, chain)
    chain.conditional |= any(layers.tokens[c].lower in ("if", "unless", "whether") for c in layers.children[head.i])
    return True


def _complements(layers: Layers, v: int, chain: Chain) -> None:
    """What the meeting is expected, due or set to do: "talks are likely to resume"."""
    for c in layers.children[v]:
        token = layers.tokens[c]
        if token.dep == "acomp" and (cue := cue_of(layers, token)) is not None:
            chain.cues.append((cue, c, False))
        if token.dep in ("xcomp", "acomp"):
            if token.pos == "VERB":
                cue = cue_of(layers, token)
                if cue is not None:
                    chain.cues.append((cue, c, _negated(layers, c)))
                chain.verbs.append(c)
            _complements(layers, c, chain)


def _own_clauses(layers: Layers, i: int, chain: Chain) -> None:
    """What the meeting's own relative and participial clauses say: "a meeting set for Tuesday"."""
    for c in layers.children[i]:
        token = layers.tokens[c]
        adjective = token.pos == "ADJ" and cue_of(layers, token) == "fix"
        if c > i and (adjective or token.lower == "due"):  # "talks due to start on Monday"
            chain.cues.append(("fix", c, False))
            _complements(layers, c, chain)
            continue
        if token.dep not in ("acl", "relcl") or token.pos not in ("VERB", "AUX", "ADJ"):
            continue
        cue = cue_of(layers, token)
        if cue == "fix" and any(cue_of(layers, layers.tokens[d]) == "end" for d in layers.children[c]):
            cue = "hold"  # talks "set to end on Tuesday" are under way
        if cue in ("hold", "end", "adjourn", "postpone", "cancel", "fix") and token.tag != "VB":
            chain.cues.append((cue, c, _negated(layers, c)))
        chain.verbs.append(c)


def cue_of(layers: Layers, token: Token) -> Cue | None:
    """The status cue that a word is, with its particle if it has one."""
    kind = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}.get(token.pos)
    if kind is None:
        return None
    table = status_cues()
    if kind == "verb":
        for c in layers.children[token.i]:
            child = layers.tokens[c]
            if child.dep in ("prt", "advmod", "prep", "dobj", "acomp", "oprd") and (
                found := table.get((f"{token.lemma} {child.lower}", "verb"))
            ):
                return found
    return table.get((token.lemma, kind)) or table.get((token.lemma + "e", kind))  # "hoped" is lemmatised "hop"


def _negated(layers: Layers, i: int) -> bool:
    """Not, never or neither on a word; no on the subject of a verb. ("Made no progress" denies no meeting.)"""
    for c in layers.children[i]:
        child = layers.tokens[c]
        if child.dep == "neg" or child.lower in ("never", "not", "n't", "neither"):
            return True
        if child.dep in ("nsubj", "nsubjpass") and "no" in _before(layers, c):
            return True
    return False


def _before(layers: Layers, i: int) -> set[str]:
    return {layers.tokens[c].lower for c in layers.children[i] if c < i}


def status_of(layers: Layers, trigger: Trigger, chain: Chain, *, dated: bool, to_the_day: bool) -> tuple[Status, bool]:
    """The status that a chain gives, and whether it is denied."""
    negated = any(n for _, _, n in chain.cues)
    fixed: Status = "scheduled" if to_the_day else "agreed"
    times = [tense(layers, v) for v in chain.verbs]
    possible = chain.conditional or "possible" in times
    if chain.says("refuse"):
        return "mooted", True
    if chain.moved_to:
        return fixed, negated
    for cue, status in (("cancel", "cancelled"), ("postpone", "postponed"), ("adjourn", "adjourned")):
        if chain.says(cue):  # type: ignore[arg-type]
            if cue == "postpone" and _to_another(layers, chain):
                status = "adjourned"
            return ("mooted" if possible else status), negated  # type: ignore[return-value]
    told_over = _told_over(layers, chain)
    if chain.says("confirm") and not told_over:
        return "confirmed", negated
    if not (negated or possible) and _will_come(layers, trigger, chain):
        return "confirmed", False
    if chain.says("propose") or (chain.says("hold") and _demanded(layers, chain)):
        return "proposed", negated
    if (possible or chain.says("moot")) and not told_over:
        return "mooted", negated
    if chain.says("agree", "fix") and not told_over:
        return fixed, negated
    return _by_tense(layers, trigger, chain, times, fixed, dated), negated


def _demanded(layers: Layers, chain: Chain) -> bool:
    """ "Talks must begin now"; but "the talks must succeed" says nothing of whether they are held."""
    held = [i for c, i, _ in chain.cues if c == "hold"]
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
    inner = [v for v in chain.verbs if v not in over and not chain.says("fix")]
    return bool(over) and bool(inner) and all(tense(layers, v) == "past" for v in inner)


def _to_another(layers: Layers, chain: Chain) -> bool:
    """Whether talks are put off to another meeting: they go on there."""
    for cue, v, _ in chain.cues:
        for c in layers.children[v] if cue == "postpone" else ():
            inner = layers.child(c, "pobj") if layers.tokens[c].lower in ("to", "until", "till") else None
            if inner is not None and layers.tokens[inner].lemma in meeting_nouns():
                return True
    return False


def _by_tense(layers: Layers, trigger: Trigger, chain: Chain, times: list[Tense], fixed: Status, dated: bool) -> Status:
    before = _before(layers, trigger.i)
    if not trigger.verb and not chain.says("hold", "end"):
        if before & MAYBE:
            return "mooted"
        if before & COMING:
            return fixed
        if before & GONE:
            return "held"
    if chain.time == "after":
        return "held" if before & {"a", "an"} else "concluded"
    if any(c == "end" and layers.tokens[i].tag == "VBG" for c, i, _ in chain.cues) and trigger.sort == "visit":
        return "concluded"  # "spoke before ending a trip"
    if chain.time == "ahead" and trigger.verb and chain.beside is not None and tense(layers, chain.beside) == "past":
        return "held"  # "had lunch before visiting the palace"
    if chain.time == "ahead":
        return "scheduled" if dated else fixed  # "before next week's talks"
    if "future" in times:
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
    return "concluded" if chain.says("end") else "held"


def _ongoing(layers: Layers, verbs: list[int]) -> bool:
    return any(layers.tokens[v].tag == "VBG" for v in verbs)
