"""What is put like a conditional and is none: an idle or unreal condition, a past, a forecast of the writer's."""

from __future__ import annotations

from itertools import pairwise

from onrecord.extract import arguments, clauses
from onrecord.extract.conditionals.candidates import Candidate
from onrecord.extract.conditionals.consequences import kind_of
from onrecord.extract.conditionals.dooms import is_open_option
from onrecord.extract.conditionals.kinds import SUFFERING, is_driven, way_to_deed
from onrecord.extract.conditionals.tellers import foresees
from onrecord.extract.context import Context
from onrecord.extract.polarity import is_supposed, polarity
from onrecord.extract.voice import Voice
from onrecord.layers import Layers, Token
from onrecord.readings import ConditionalKind

COMMITTED = frozenset(
    ["open", "willing", "must", "shall", "poised", "prepared", "ready", "will", "would", "determined"]
)
COMMITTED |= {"happy", "glad", "set", "able", "unwilling", "intend", "plan"}
GIVING = frozenset({"pledge", "promise", "offer", "agree", "vow"})
BARGAINING = frozenset({"in", "on", "provided", "providing", "as"})
UNSURE = frozenset({"may", "might", "could", "can"})
BIDDING = frozenset({"should", "ought"})
SHORT = 5  # words
NEEDING = frozenset({"have", "need", "want", "like", "wish", "ask", "necessary"})
ADVISING = frozenset({"suggest", "recommend", "advise", "propose", "urge", "ask"})
NO_PARTY = frozenset({"i", "you", "one", "anybody", "anyone", "somebody", "someone"})
SILENT = frozenset({"elaborate", "comment", "say", "speculate", "discuss", "disclose", "answer", "confirm", "specify"})
EMPTY = frozenset({"if", "when", "so", "any", "necessary", "possible", "not", "need", "be", "and", "or"})
REFUSING = frozenset({"until", "unless", "before", "without", "while", "as"})


def is_idle(layers: Layers, found: Candidate) -> bool:
    """Whether the condition is about nobody ("if you like") or only says "if need be", or nobody asserts it."""
    subjects = {layers.tokens[j].lower for j in _subjects(layers, found)}
    opens = min(layers.subtree(found.verb))
    asked = layers.tokens[opens].tag in ("WP", "WRB") and clauses.predicate(layers, opens) == found.verb
    if is_supposed(layers, found.verb) or (asked and layers.tokens[found.verb].dep in ("pcomp", "ccomp", "csubj")):
        return True  # "told them what would happen if", "how soon they would turn on them if"
    if layers.tokens[found.verb].lemma in SILENT and polarity(layers, found.verb).negated:
        return True  # "would not elaborate on what follows if"
    plain = all(layers.tokens[j].pos == "PRON" for j in _subjects(layers, found))
    needed = plain and len(found.condition) < SHORT and {layers.tokens[j].lemma for j in found.condition} & NEEDING
    told = [layers.tokens[j] for j in found.condition if layers.tokens[j].pos != "PUNCT"]
    bare = bool(told) and ({t.lower for t in told} <= EMPTY or told[-1].tag == "MD")  # "if he must"
    aim = any(a.lower in ("is", "are") and b.lower == "to" for a, b in _pairs(layers, found))
    opening = {t.lower for t in told[:3]}
    aim = aim or ("soon" in opening and any(t.lower in ("can", "could") for t in told))  # "as soon as they can"
    return bool(needed or bare or aim or (found.kind is None and subjects and subjects <= NO_PARTY))


def _pairs(layers: Layers, found: Candidate) -> list[tuple[Token, Token]]:
    """The neighbouring words of the condition: "is to" tells what the consequence would serve."""
    told = [layers.tokens[j] for j in found.condition]
    return list(pairwise(told))


def _subjects(layers: Layers, found: Candidate) -> list[int]:
    """The subjects of the condition's own clause, not of what hangs on it."""
    subjects = [j for j in found.condition if layers.tokens[j].dep in ("nsubj", "nsubjpass")]
    inner = {k for j in found.condition if layers.tokens[j].dep in ("relcl", "ccomp") for k in layers.subtree(j)}
    outer = [j for j in subjects if j not in inner]
    return outer or subjects


def is_unreal(context: Context, found: Candidate, heard: Voice) -> bool:
    """Whether the condition is said not to hold: "if she were alive, she would tell us"; what another reports is set
    back in time and may hold: "said it would strike if the ships were there"."""
    layers = context.layers
    told = heard.quote is not None and context.quotes[heard.quote].kind != "direct"
    if not found.condition or layers.tokens[found.condition[0]].lower not in ("if", "were"):
        return False
    were = [j for j in found.condition if layers.tokens[j].lower == "were" and not (told and _is_set_back(layers, j))]
    were = [j for j in were if layers.tokens[j].dep != "auxpass" and "to" not in _next(layers, j)]
    behind = {layers.tokens[c].lower for c in (found.verb, *layers.children[found.verb])}
    past = not told and any(layers.tokens[j].lower == "had" and layers.tokens[j].dep == "aux" for j in found.condition)
    if past and "would" in behind:
        return True  # "it would be calm if somebody had told him"
    return bool(were) and layers.tokens[were[0]].dep in ("ccomp", "advcl", "aux", "ROOT") and "would" in behind


def _is_set_back(layers: Layers, i: int) -> bool:
    """Whether "were" may be the "are" of what was said: its subject is more than one."""
    verb = layers.tokens[i].head if layers.tokens[i].dep == "aux" else i
    subject = layers.child(verb, "nsubj")
    return subject is None or layers.tokens[subject].tag in ("NNS", "NNPS") or layers.tokens[subject].lower == "they"


def _next(layers: Layers, i: int) -> set[str]:
    return {t.lower for t in layers.tokens[i + 1 : i + 3]}


def is_foreseen(context: Context, found: Candidate, heard: Voice) -> bool:
    """Whether somebody only believes or hopes what would follow: "believes it will return if it rains"."""
    if (
        found.kind == "threat"
        or heard.verb is None
        or (heard.quote is not None and context.quotes[heard.quote].kind == "direct")
    ):
        return False
    return foresees(context.layers, heard)


def is_commitment(layers: Layers, found: Candidate) -> bool:
    """Whether the consequence lies ahead: no past."""
    if found.actor or found.by is not None or layers.tokens[found.verb].lemma in GIVING:
        return True
    said = polarity(layers, found.verb)
    above = layers.tokens[found.verb].head
    near = (found.verb, *layers.children[found.verb])
    said_so = {layers.tokens[j].lower for j in near}
    if "have" in said_so and layers.tokens[found.verb].tag in ("VBN", "VBG"):
        return False  # "would have done": it did not come to it
    if layers.tokens[found.verb].dep == "xcomp" and layers.tokens[above].lemma in GIVING | COMMITTED:
        return True
    if said.mood == "demanded" and said.negated and marks_refusal(layers, found):
        return True  # "insisted that no talks should be held until they left"
    going = layers.tokens[found.verb].lower == "going" and layers.child(found.verb, "xcomp") is not None
    driven = is_driven(layers, found.verb) or any(
        layers.tokens[j].lemma == "right" for j in way_to_deed(layers, found.verb)
    )
    ahead = said.mood in ("planned", "possible") or going or driven or is_open_option(layers, found.verb)
    return ahead or bool(said_so & COMMITTED) or _is_danger(layers, found.verb)


def marks_refusal(layers: Layers, found: Candidate) -> bool:
    """Whether the condition says until when, or unless what, something is refused."""
    return bool(found.condition) and layers.tokens[found.condition[0]].lower in REFUSING


def _is_danger(layers: Layers, verb: int) -> bool:
    """Whether a verb tells a danger in the present: "without a deal it risks war"."""
    return kind_of(layers, verb) is not None and layers.tokens[verb].tag in ("VBZ", "VBP")


def is_on_another(context: Context, found: Candidate, heard: Voice) -> bool:
    """Whether somebody tells what follows now if another party does something: "if they balk, there is no choice"."""
    subjects = [j for j in found.condition if context.layers.tokens[j].dep in ("nsubj", "nsubjpass")]
    others = [p for j in subjects for p in context.agents(j) if p != heard.party]
    if (
        heard.verb is not None
        and context.layers.tokens[heard.verb].lemma in ADVISING
        and context.layers.tokens[found.verb].tag != "VBZ"
    ):
        return False  # "suggests that they call the police if"
    verb = context.layers.tokens[found.verb]
    does = any(context.layers.tokens[c].lemma == "do" for c in context.layers.children[verb.i])  # "we do not object"
    now = verb.tag in ("VBP", "VBZ") or (verb.tag == "VB" and does)
    return bool(others) and heard.party is not None and now


def is_bidding(layers: Layers, found: Candidate, *, own: bool) -> bool:
    """Whether the consequence is what somebody else ought to do: "if they are behind it, they should stop", and is no
    deed of the speaker's `own`."""
    if marks_refusal(layers, found):
        return False
    bids = {layers.tokens[c].lower for c in layers.children[found.verb]}
    asked = "must" in bids and arguments.is_passive(layers, found.verb)
    return (bool(bids & BIDDING) and not own) or asked


def is_partys(layers: Layers, found: Candidate, kind: ConditionalKind | None) -> bool:
    """Whether a party that nobody hears commits itself by its own will: a forecast of the writer's does not."""
    unsure = any(layers.tokens[c].lower in UNSURE for c in layers.children[found.verb])
    if found.by is not None or (is_driven(layers, found.verb) and not unsure):
        return True
    done_to = arguments.is_passive(layers, found.verb) and layers.tokens[found.verb].lower not in COMMITTED
    willed = layers.tokens[found.verb].lemma not in SUFFERING and not done_to
    bargained = bool(found.condition) and layers.tokens[found.condition[0]].lower in BARGAINING
    return willed and (kind == "threat" or (not unsure and (kind == "promise" or bargained)))
