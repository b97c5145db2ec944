"""The climb from a word of meeting up the parse ("hopes to hold a new round of talks": round, hold, hope).

Every status cue on the way is kept, with its negation.
"""

from __future__ import annotations

from typing import Literal

from onrecord.extract.meetings.chain import TOLD, Chain, complements, own_clauses
from onrecord.extract.meetings.cues import cue_of, negated, words_before
from onrecord.extract.meetings.trigger import DELEGATES, Trigger, addressed
from onrecord.extract.meetings.visits import WAYS
from onrecord.extract.meetings.words import Cue, meeting_nouns
from onrecord.extract.wordlist import words
from onrecord.layers import Layers, Token

THROUGH = words(
    "round series hour day week month date set phase string cycle kind form format track exchange process"
    " series part half minute stage level table pair number resumption session burst bout spell stint sprint marathon"
    " spate flurry wave leg chapter sequence succession run slate bit"
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
WILLING = words("ready willing eager keen prepared open happy glad interested")
"""Only a side is ready for talks; a text that is ready for them says that they are to come."""
HINTING = words("signal eye float hint raise")
TRAVEL = words(
    "visit travel arrive fly come go return head leave depart host receive welcome gather convene meet dash rush hurry"
)
"""Verbs that with "for talks" say when and where the talks are."""
AFTER = frozenset({"after", "following", "since"})
AHEAD = frozenset({"before", "ahead", "until", "till", "prior", "pending"})
SAYING = words(
    "say tell add note announce report state declare explain stress insist argue quote write signal indicate"
    " describe claim suggest mention reveal disclose underline reiterate"
)


def climb(layers: Layers, trigger: Trigger) -> Chain:
    """The chain above one meeting word."""
    chain = Chain(anchor=trigger.i)
    if trigger.told_by is not None:
        told_by = layers.tokens[trigger.told_by]
        _verb_step(layers, layers.tokens[trigger.i], told_by, cue_of(layers, told_by), "", chain)
        return chain
    if trigger.verb:
        chain.verbs.append(trigger.i)
        if trigger.sort == "visit" and (cue := cue_of(layers, layers.tokens[trigger.i])) in ("propose", "moot"):
            chain.cues.append((cue, trigger.i, False))  # "invited the envoy to Tolm", "is expected in Tolm"
        if negated(layers, trigger.i):
            chain.cues.append(("hold", trigger.i, True))
    else:
        if "no" in words_before(layers, trigger.i):
            chain.cues.append(("hold", trigger.i, True))
        own_clauses(layers, trigger.i, chain)
        chain.nouns += _talks_below(layers, trigger.i)
    i, through = trigger.i, ""
    for _ in range(12):
        token = layers.tokens[i]
        head = layers.tokens[token.head]
        if token.head == i or (token.dep == "pobj" and chain.cues and i == trigger.i and head.lower == "with"):
            break  # "with a meeting set for Tuesday" is a clause of its own
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
        elif head.lower in AHEAD:
            through = head.lower  # "ahead of"
        i = head.i
    governing = [c for c in chain.cues if layers.tokens[c[1]].head != trigger.i]
    if governing:  # "agreed to restart talks that had collapsed": the collapse is another story
        past = [c for c in chain.cues if c not in governing and c[0] in ("end", "adjourn", "postpone", "cancel")]
        chain.cues = [c for c in chain.cues if c in governing or (c not in past and c[0] not in TOLD)]
        chain.verbs = [v for v in chain.verbs if all(v != i for _, i, _ in past)]
    return chain


def _talks_below(layers: Layers, i: int) -> list[int]:
    """The talks of "a round of talks"."""
    below = (layers.child(c, "pobj") for c in layers.children[i] if layers.tokens[c].lower == "of")
    return [j for j in below if j is not None and layers.tokens[j].lemma in meeting_nouns()]


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
    if token.dep == "conj" and token.tag == head.tag == "VB":
        return True  # "has no plans to travel or meet"
    if token.dep == "conj":
        chain.listed = token.pos in ("NOUN", "PROPN") and head.pos in ("NOUN", "PROPN")
        return chain.listed
    if head.pos in ("ADP", "ADV") and token.dep in ("prep", "pcomp"):
        return True  # "ahead of", "out of", "prior to"
    purpose = token.dep == "advcl" and token.tag == "VB" and token.i in chain.verbs
    if purpose and (head.lemma in TRAVEL or stays(layers, head)):
        chain.verbs = [head.i, *(v for v in chain.verbs if v != token.i)]  # "travelled to X on Monday to meet"
        chain.anchor = head.i
        return True
    if token.dep in ("relcl", "advcl", "parataxis", "appos") and token.pos in ("VERB", "AUX", "NOUN", "PROPN"):
        chain.conditional |= token.dep == "advcl" and any(
            layers.tokens[c].lower in ("if", "unless", "whether") for c in layers.children[token.i]
        )
        return False
    cue = cue_of(layers, head)
    if head.lemma == "follow" and token.dep == "dobj" and not _is_followed_by_people(layers, head.i):
        chain.time, chain.beside = "after", head.i  # "the visit follows talks in May"
        return False
    if through in AFTER | AHEAD and cue not in ("cancel",):
        chain.time = "after" if through in AFTER else "ahead"
        chain.beside = head.i if head.pos in ("VERB", "AUX") else None
        return False
    if head.lemma == "eve" and through == "of":
        chain.time = "ahead"  # "on the eve of talks"
        chain.beside = next((j for j in layers.ancestors(head.i) if layers.tokens[j].pos in ("VERB", "AUX")), None)
        return False
    if head.pos in ("NOUN", "PROPN"):
        wished = cue == "moot" and through in FRAMES["moot"]
        wished = wished and (through != "in" or head.lemma == "interest")  # not "a plan in a phone call"
        broken = cue in ("end", "adjourn") and through == "in"  # "a breakdown in the talks"
        if token.dep == "prep" and through not in ("for", "of", "on", "to", "about", "with") and not (wished or broken):
            chain.time = "during"  # "reach agreement in talks"
            chain.beside = next((j for j in layers.ancestors(head.i) if layers.tokens[j].pos in ("VERB", "AUX")), None)
            return False
        return _noun_step(layers, token, head, cue, chain)
    if head.pos == "ADJ" and head.lemma in WILLING and _is_of_thing(layers, head.head):
        chain.time, chain.beside = "ahead", head.head
        return False
    if head.pos == "ADJ" and cue is not None:
        chain.cues.append((cue, head.i, negated(layers, head.i)))
        chain.anchor = head.i
        return True
    if head.pos not in ("VERB", "AUX"):
        return False
    return _verb_step(layers, token, head, cue, through, chain)


def _is_of_thing(layers: Layers, v: int) -> bool:
    """Whether the subject of verb v names nobody."""
    subject = layers.child(v, "nsubj")
    return subject is not None and layers.tokens[subject].pos == "NOUN" and layers.mention_with(subject) is None


def _is_followed_by_people(layers: Layers, v: int) -> bool:
    """ "Reporters followed the visit": they were there."""
    subject = layers.child(v, "nsubj")
    mention = layers.mention_with(subject) if subject is not None else None
    person = mention is not None or (subject is not None and layers.tokens[subject].tag == "NNS")
    return person and subject is not None and layers.tokens[subject].lemma not in meeting_nouns()


def stays(layers: Layers, head: Token) -> bool:
    """Whether a verb says that somebody is somewhere: "will be in Tolm", "is due in Tolm", "will be back"."""
    near = [head.i, *(c for c in layers.children[head.i] if _is_due(layers, c))]
    there = [c for i in near for c in layers.children[i] if layers.tokens[c].lower in ("in", "at")]
    inner = [layers.child(c, "pobj") for c in there]
    back = any(layers.tokens[c].lower == "back" for c in layers.children[head.i])
    return head.lemma == "be" and (back or any(j is not None and layers.tokens[j].pos == "PROPN" for j in inner))


def _is_due(layers: Layers, i: int) -> bool:
    return layers.tokens[i].dep == "acomp" and cue_of(layers, layers.tokens[i]) == "fix"


def _noun_step(layers: Layers, token: Token, head: Token, cue: Cue | None, chain: Chain) -> bool:
    if cue is not None and token.dep in ("prep", "acl", "relcl", "compound"):
        chain.cues.append((cue, head.i, "no" in words_before(layers, head.i)))
        chain.anchor = head.i
        return True
    if token.dep == "prep" and token.lower == "to" and head.lemma in DELEGATES:
        chain.cues.append(("hold", head.i, False))
        chain.anchor = head.i
        return False
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
        there = cue == "moot" and through == "in"  # "discussed it in a phone call"; "interest in talks" is a noun
        hosts = head.lemma == "welcome"  # "welcomed her for talks"; "would welcome talks" wishes for them
        if through not in FRAMES.get(cue, frozenset()) or left or there or hosts:
            cue = None
    if through == "in" and head.lemma == "be":
        cue = "hold"  # "they are in talks"
    if addressed(layers, chain.anchor):
        cue = "hold"
    if through in ("en", "on") and head.lemma == "be" and layers.tokens[chain.anchor].lemma in WAYS:
        cue = "fix"  # "is on its way to Tolm"
    if through == "for" and cue is None and (head.lemma in TRAVEL or stays(layers, head)):
        chain.verbs.append(head.i)
        due = [c for c in layers.children[head.i] if _is_due(layers, c)]
        chain.cues += [("fix", c, False) for c in due]
        chain.nouns += due
        chain.anchor = head.i
        return True  # "will travel to Geneva on Monday for talks"
    if through and cue is None:
        chain.time = None if through == "about" else "during"
        chain.beside = head.i
        return False
    if token.dep == "ccomp" and cue is None:
        return False
    if cue is not None or head.pos == "AUX" or token.dep != "xcomp":
        if cue == "end" and token.dep == "xcomp":
            cue = "deny"  # "failed to hold talks"
        if cue is not None:
            chain.cues.append((cue, head.i, negated(layers, head.i)))
        elif negated(layers, head.i) and token.dep not in ("nsubj", "nsubjpass"):
            chain.cues.append(("hold", head.i, True))  # "the talks were not about money" denies no talks
    elif negated(layers, head.i):  # "did not need to meet"
        chain.cues.append(("hold", head.i, True))
    if head.lemma in SAYING and cue is None:
        return False
    chain.verbs.append(head.i)
    chain.anchor = head.i
    if token.dep in ("nsubj", "nsubjpass"):
        complements(layers, head.i, chain)
    chain.conditional |= any(layers.tokens[c].lower in ("if", "unless", "whether") for c in layers.children[head.i])
    return True
