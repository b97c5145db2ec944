"""Who meets, by the words that govern the meeting: who holds it, calls for it, is invited or told there."""

from __future__ import annotations

from onrecord.extract.context import Context
from onrecord.extract.meetings.chain import Chain
from onrecord.extract.meetings.climb import SAYING
from onrecord.extract.meetings.cues import cue_of
from onrecord.extract.meetings.sides import (
    SPEAKS_FOR,
    attending,
    known,
    named_before,
    names_other_side,
    parties_at,
    subject_of,
    unique,
)
from onrecord.extract.meetings.trigger import Trigger
from onrecord.extract.meetings.words import meeting_verb
from onrecord.extract.wordlist import words
from onrecord.layers import Layers

HEARERS = words("meet phone telephone consult receive host welcome greet call persuade convince")
"""Verbs whose object is the other side: "she met the envoy", "phoned the president"."""
TELLING = words("tell warn urge assure inform ask press thank remind promise congratulate brief")
"""Verbs whose object hears what is said at a meeting."""
SPEAKING = words("discuss speak talk consult review agree exchange raise share")
"""What one does "with" the other side at a meeting."""
HOSTING = words("host chair convene organize organise oversee mediate broker facilitate join attend call sponsor lead")
"""What one does at a meeting of others too."""
URGING = frozenset({"urge", "encourage", "press", "ask", "tell", "call"})


def outer_parties(context: Context, trigger: Trigger, chain: Chain) -> list[str]:
    """The parties that the governing verbs bring in: who holds, proposes, is invited to the talks."""
    layers, out = context.layers, []
    if chain.time == "after" and chain.beside is None and not trigger.verb:
        return _who_tell_of_it(context, chain.anchor)
    if chain.beside is not None and not _has_clause(layers, trigger.i, chain):
        return _beside_it(context, trigger, chain, chain.beside)
    if not trigger.verb and _says_between_whom(layers, trigger.i):
        return []
    if chain.beside is not None:  # "asked about the talks she had with Karsia": the last words hang on "asked"
        later = [c for c in layers.children[chain.beside] if c > trigger.i and layers.tokens[c].lower == "with"]
        out += [p for c in later if (j := layers.child(c, "pobj")) is not None for p in parties_at(context, j)]
    verbs = unique([trigger.i, *chain.verbs]) if trigger.verb else list(chain.verbs)
    if not trigger.verb and layers.tokens[trigger.i].dep in ("nsubj", "nsubjpass"):
        verbs = verbs[:1]  # "talks ... are expected": nobody else stands there
    verbs += [i for _, i, _ in chain.cues if i not in verbs]
    verbs = [v for v in verbs if layers.tokens[v].dep != "relcl" or layers.tokens[v].lemma not in SAYING]
    nouns = [v for v in verbs if layers.tokens[v].pos == "NOUN" and layers.tokens[v].dep in ("dobj", "pobj")]
    verbs += [j for v in nouns for j in layers.ancestors(v) if layers.tokens[j].pos == "VERB" and j not in verbs][:1]
    for v in verbs:
        urged = layers.child(v, "dobj") is not None and layers.tokens[v].lemma in URGING
        if urged and names_other_side(context, trigger):  # "urged Karsia to open talks with the rebels"
            out += parties_at(context, layers.child(v, "dobj") or v)
            continue
        subject = subject_of(layers, v)
        if subject is not None and layers.tokens[subject].head != v and subject != trigger.i:
            out += parties_at(context, subject)
        for c in layers.children[v]:
            child = layers.tokens[c]
            if c == trigger.i or (trigger.i in layers.subtree(c) and child.dep != "nsubj"):
                continue
            if child.dep in ("nsubj", "nsubjpass", "poss", "compound", "nmod") or (
                child.dep in ("dobj", "dative") and (_hears(layers, v) or (v == trigger.i and trigger.sort == "call"))
            ):
                out += parties_at(context, c)
            elif child.dep == "agent" or (
                child.dep == "prep" and (child.lower in _brings(layers, trigger, v) or _met_from(layers, trigger, v, c))
            ):
                inner = layers.child(c, "pobj")
                out += parties_at(context, inner) if inner is not None else []
    for v in verbs:
        for j in (v, *(c for c in layers.children[v] if layers.tokens[c].dep == "conj")):
            if not trigger.verb:
                out += attending(context, j)
    if trigger.verb and len(set(known(out))) < 2 and (subject := subject_of(layers, trigger.i)) is not None:
        out += context.parties_in(layers.span_of(layers.subtree(subject)))  # a place before a dash spoils the parse
    return unique(out)


def _beside_it(context: Context, trigger: Trigger, chain: Chain, beside: int) -> list[str]:
    """Who does what is told beside the meeting ("after talks in Tolm, the envoys left"), and who held it."""
    layers = context.layers
    subject = subject_of(layers, beside)
    if subject is None and layers.tokens[beside].dep == "acl":
        # "in a statement issued after the talks, the envoys said"
        above = (j for j in layers.ancestors(beside) if layers.tokens[j].pos == "VERB")
        subject = next((s for j in above if (s := layers.child(j, "nsubj")) is not None), None)
    if any(layers.tokens[c].dep == "neg" for c in layers.children[beside]):
        return []  # "Feld was not at the summit"
    found = _beside(context, subject) if subject is not None else []
    theirs = any(layers.tokens[c].lower == "their" for c in layers.children[trigger.i])
    tells = chain.time == "during" and layers.tokens[beside].lemma in TELLING
    told = layers.child(beside, "dobj", "dative") if theirs or tells else None  # "told Solen in a call"
    if trigger.verb:
        told = layers.child(trigger.i, "dobj")  # "after meeting the envoy, she left"
    shared = _spoken_with(context, beside) if chain.time == "during" else []
    return unique([*_hosts(context, chain), *found, *(parties_at(context, told) if told is not None else []), *shared])


def _hosts(context: Context, chain: Chain) -> list[str]:
    """Who holds "the talks which Solen chaired", "talks mediated by the League"."""
    layers = context.layers
    own = [v for v in chain.verbs if layers.tokens[v].dep in ("relcl", "acl") and layers.tokens[v].lemma in HOSTING]
    agents = [layers.child(c, "pobj") for v in own for c in layers.children[v] if layers.tokens[c].dep == "agent"]
    hosts = [*(layers.child(v, "nsubj") for v in own), *agents]
    return [p for j in hosts if j is not None for p in parties_at(context, j)]


def _who_tell_of_it(context: Context, i: int) -> list[str]:
    """ "Feld and Vask said they saw a way to a deal following talks": the nearest several that anything is told of."""
    layers = context.layers
    subjects = (layers.child(v, "nsubj") for v in layers.ancestors(i) if layers.tokens[v].pos == "VERB")
    several = (parties_at(context, s) for s in subjects if s is not None)
    return next((parties for parties in several if len(known(parties)) > 1), [])


def _spoken_with(context: Context, v: int) -> list[str]:
    """With whom something is talked about at a meeting: "discussed fish with Karsia in a phone call"."""
    layers = context.layers
    if layers.tokens[v].lemma not in SPEAKING:
        return []
    near = [v, *(c for c in layers.children[v] if layers.tokens[c].dep == "dobj")]
    inner = (layers.child(c, "pobj") for i in near for c in layers.children[i] if layers.tokens[c].lower == "with")
    return [p for j in inner if j is not None for p in parties_at(context, j)]


def _says_between_whom(layers: Layers, i: int) -> bool:
    """Whether a noun tells both its sides, known or not: "talks between lawyers of the family and officials"."""
    inner = [layers.child(c, "pobj") for c in layers.children[i] if layers.tokens[c].lower == "between"]
    near = [k for j in inner if j is not None for k in (j, *layers.children[j])]  # "between rebel and ruling forces"
    return any(layers.child(k, "cc") is not None for k in near)


def _has_clause(layers: Layers, i: int, chain: Chain) -> bool:
    """Whether a clause of its own tells whose a meeting is: "the talks that Valdoria held with them"."""
    own = [v for v in chain.verbs if layers.tokens[v].head == i and layers.tokens[v].dep == "relcl"]
    own = [v for v in own if layers.tokens[v].lemma not in HOSTING]  # a host is not alone there
    subjects = (layers.child(v, "nsubj") for v in own)
    return any(s is not None and layers.tokens[s].tag not in ("WDT", "WP") for s in subjects)


def _beside(context: Context, subject: int) -> list[str]:
    """Who acts beside the talks, or between whom something lies: "gaps remain between X and Y before the talks"."""
    layers = context.layers
    verb = layers.tokens[subject].head
    between = [c for i in (subject, verb) for c in layers.children[i] if layers.tokens[c].lower == "between"]
    inner = [j for c in between if (j := layers.child(c, "pobj")) is not None]
    return unique([*parties_at(context, subject), *(p for j in inner for p in named_before(context, j))])


def sayer_of(context: Context, chain: Chain) -> list[str]:
    """The party of whoever says it, where nobody else is named: "the League signalled that talks will begin"."""
    layers = context.layers
    for v in layers.ancestors(chain.anchor):
        subject = layers.child(v, "nsubj")
        if layers.tokens[v].lemma in SAYING and subject is not None:
            return parties_at(context, subject)
    return []


def _hears(layers: Layers, v: int) -> bool:
    """Whoever is invited, urged or asked to talks would take part."""
    return cue_of(layers, layers.tokens[v]) == "propose" or layers.tokens[v].lemma in HEARERS


def _met_from(layers: Layers, trigger: Trigger, v: int, c: int) -> bool:
    """ "Meet their counterparts from Karsia": what the parse hangs on the verb tells whose they are."""
    met = layers.child(v, "dobj") if v == trigger.i and trigger.verb else None
    return met is not None and layers.tokens[met].lemma in SPEAKS_FOR and layers.tokens[c].lower == "from"


def _brings(layers: Layers, trigger: Trigger, v: int) -> frozenset[str]:
    verb = meeting_verb(layers, v) if layers.tokens[v].pos == "VERB" else None
    subject = layers.child(v, "nsubj", "nsubjpass")
    if subject is not None and v != trigger.i and trigger.i in layers.subtree(subject):
        return frozenset(
            {"between", "among"}
        )  # what stands "with" a verb whose subject the meeting is is no side of it
    if v == trigger.i and verb is not None:
        return verb.preps
    return frozenset({"with", "between", "among"}) | ({"of", "by", "from"} if layers.tokens[v].pos == "NOUN" else set())
