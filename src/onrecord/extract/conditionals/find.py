"""Threats, warnings and promises with their conditions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract import clauses
from onrecord.extract.acts.dates import dated
from onrecord.extract.acts.find import Act, find_acts
from onrecord.extract.acts.unnamed import with_doer
from onrecord.extract.conditionals.announced import announced, is_anaphor
from onrecord.extract.conditionals.candidates import Candidate
from onrecord.extract.conditionals.clauses import conditional_clauses
from onrecord.extract.conditionals.consequences import kind_of, threatens
from onrecord.extract.conditionals.promised import promised, split
from onrecord.extract.context import Context
from onrecord.extract.polarity import is_supposed, polarity
from onrecord.extract.voice import Voice, owners, parties_at, voice
from onrecord.layers import Layers
from onrecord.readings import Conditional, ConditionalKind

WARNINGS = {"warn", "caution", "warning"}
COMMITTED = frozenset(
    ["open", "willing", "must", "shall", "poised", "prepared", "ready", "will", "would", "determined"]
)
COMMITTED |= {"happy", "glad", "set", "able", "unwilling", "intend", "plan"}
GIVING = frozenset({"pledge", "promise", "offer", "agree", "vow"})
ENDANGERED = frozenset(["country", "deal", "economy", "existence", "future", "interest", "job", "life", "livelihood"])
ENDANGERED |= {"negotiation", "order", "party", "peace", "process", "region", "relation", "security", "sovereignty"}
ENDANGERED |= {"stability", "talk", "treaty", "truce", "unity", "border", "ally", "neighbour", "neighbor", "people"}
BINDING = frozenset({"accepts", "open", "offers"})
REFUSING = frozenset({"until", "unless", "before", "without"})
SPOKEN = frozenset({"warning", "threat", "ultimatum", "deadline", "notice"})
BARGAINING = frozenset({"in", "on", "provided", "providing", "as"})
UNSURE = frozenset({"may", "might", "could", "can"})
SUFFERING = frozenset({"face", "suffer", "become", "collapse", "fail", "lose", "deteriorate", "worsen"})
BEING = frozenset({"be", "have", "win", "need", "see", "look", "get", "happen", "know", "remain"})
SHORT = 5  # words
NEEDING = frozenset({"have", "need", "want", "like", "wish", "ask", "necessary"})
NO_PARTY = frozenset({"i", "you", "one", "anybody", "anyone", "so", "any", "necessary", "possible", "not"})


def find_conditionals(context: Context, acts: Sequence[Act] | None = None) -> tuple[Conditional, ...]:
    """The threats, warnings and promises of one article, in the order of the text, none told twice in one clause.

    `acts` are those of `find_acts`, where they are known already.
    """
    kept: list[Conditional] = []
    acts = find_acts(context) if acts is None else acts
    for candidate in sorted(_candidates(context, acts), key=lambda c: (not c.condition, c.verb)):
        found = _conditional(context, candidate)
        if found is not None and not any(_told(k, found) for k in kept):
            kept.append(found)
    return tuple(sorted(kept, key=lambda c: (c.consequence.start, c.consequence.end)))


def _told(known: Conditional, found: Conditional) -> bool:
    """Whether a conditional told already holds what is found now, as its consequence or its condition."""
    stated = known.condition is not None and known.condition.overlaps(found.consequence)
    return stated or known.consequence.overlaps(found.consequence)


def _candidates(context: Context, acts: Sequence[Act]) -> Iterator[Candidate]:
    binding = [with_doer(context, a) for a in acts if a.cue.stance is not None]
    bound = {at: act for act in binding for at in (act.predicate, act.at)}
    for sentence in context.sentences():
        for candidate in conditional_clauses(context.layers, sentence):
            verb = context.layers.tokens[candidate.verb]
            act = bound.get(verb.i) or (bound.get(verb.head) if verb.dep == "xcomp" else None)
            yield _bound(context.layers, candidate, act)
        yield from announced(context, sentence)
    for act in (with_doer(context, a) for a in acts if a.cue.type == "THREATEN" or a.cue.stance == "offers"):
        threat = act.cue.type == "THREATEN" and act.cue.stance is None
        if threat and act.cue.words[0] in WARNINGS and not foretells(context.layers, act):
            continue
        if act.actor and act.matter and threat and _is_deed(context, act):
            yield split(context.layers, act)
        yield from promised(context, act)
    for act in (with_doer(context, a) for a in acts if _keeps_open(a)):
        if act.actor and threatens(context.layers, act.matter):
            yield replace(split(context.layers, act), kind="threat")


def _keeps_open(act: Act) -> bool:
    """Whether an act leaves something possible: "did not rule out a strike", "is ready to strike"."""
    if act.polarity.supposed:
        return False
    if act.polarity.negated:
        return act.cue.words == ("rule",)
    return act.cue.pos == "a" and act.cue.stance == "open" and act.cue.type == "AGREE"


def _bound(layers: Layers, found: Candidate, act: Act | None) -> Candidate:
    """A consequence that is an act which binds its actor: "has no qualms about a pause as long as the ships leave",
    "refuses to talk until they leave"."""
    if act is None or not act.actor or not found.condition or act.polarity.supposed:
        return found
    negated = act.polarity.negated and not act.cue.refuses
    stance = act.cue.negated if negated and act.cue.negated else act.cue.stance
    if stance == "rejects":
        lasting = _marks_refusal(layers, found)
        kind: ConditionalKind = "promise" if negated else "warning"
        return replace(found, actor=act.actor, kind=kind) if lasting or negated else found
    refuses = negated and not act.cue.negated
    return replace(found, actor=act.actor, kind="warning" if refuses else "promise") if stance in BINDING else found


def foretells(layers: Layers, act: Act) -> bool:
    """Whether a warning names a harm or a condition: "warned that the plan was dear" does neither."""
    kinds = {kind_of(layers, j) for j in act.matter}
    return bool(kinds - {None}) or any(is_supposed(layers, j) for j in act.matter)


def _is_deed(context: Context, act: Act) -> bool:
    """Whether what is threatened is a deed, not whom or what it would hit: "threatens to strike", not "the talks"."""
    layers, head = context.layers, clauses.top(context.layers, act.matter)
    if layers.tokens[head].pos in ("PRON", "PROPN") or context.agents(head):
        return False
    if layers.tokens[head].lemma in SPOKEN:
        return False  # "issued a warning" tells none
    return act.cue.words != ("threaten",) or layers.tokens[head].lemma not in ENDANGERED


def _conditional(context: Context, found: Candidate) -> Conditional | None:
    layers = context.layers
    heard = voice(context, found.verb)
    if not found.consequence or _is_idle(layers, found):
        return None
    if not (_is_commitment(layers, found) or _is_on_another(context, found, heard)):
        return None
    who = _doer(layers, found.verb, heard)
    doer = parties_at(context, who) if who is not None else ()
    speaker: tuple[str, ...] = (heard.party,) if heard.party else _unnamed(layers, who, heard)
    if heard.party and heard.party.startswith("p:") and doer:
        speaker = doer  # a person whose party nobody tells speaks for the one whose deed they announce
    actor = found.actor or speaker or doer
    if not actor:
        return None
    kind = _kind(layers, found)
    if not found.actor and not (speaker or _is_partys(layers, found, kind)):
        return None
    own = heard.party in doer and _is_willed(layers, found.verb)
    if not found.actor and found.condition and polarity(layers, found.verb).negated:
        kind = _turned(kind, own=own)
    if (
        kind is None
        and found.condition
        and {layers.tokens[j].lower for j in found.condition[:3]} & {"exchange", "return"}
    ):
        kind = "promise"
    others = _parties_among(context, [*found.condition, *found.consequence])
    if not (kind or (found.condition and (set(others) - set(actor) or set(doer) & set(actor) or speaker))):
        return None
    if not found.condition and not (kind == "threat" or found.actor):
        return None
    consequence = clauses.span_of(layers, list(found.consequence))
    recipient = next((p for p in [*_parties_among(context, found.condition), *others] if p not in actor), None)
    sentence = layers.sentence_of(found.verb)
    return Conditional(
        actor=actor[0],
        kind=kind or ("promise" if own else "warning"),
        consequence=consequence,
        sentence=sentence.span,
        condition=clauses.span_of(layers, list(found.condition)) if found.condition else None,
        recipient=recipient,
        speaker=heard.ref,
        negated=polarity(layers, found.verb).negated and layers.tokens[found.verb].lemma == "threaten",
        quote=heard.quote,
        when=dated(context, {heard.verb}, sentence),
    )


def _doer(layers: Layers, verb: int, heard: Voice) -> int | None:
    """Who does the consequence: where the writer says "is poised to strike" the subject."""
    ready = layers.tokens[verb].lower in COMMITTED and heard.party is None
    return clauses.subject(layers, verb) if ready else clauses.agent(layers, verb)


def _unnamed(layers: Layers, who: int | None, heard: Voice) -> tuple[str, ...]:
    """The speakers whom the text does not name, where they tell their own deed: "the families said they would"."""
    if who is None or heard.ref is None or not heard.ref.startswith("unnamed:"):
        return ()
    mention = layers.mention_headed(who)
    own = is_anaphor(layers, who) if mention is None else mention.ref == heard.ref
    return (heard.ref,) if own else ()


def _is_partys(layers: Layers, found: Candidate, kind: ConditionalKind | None) -> bool:
    """Whether a party that nobody hears commits itself by its own will: a forecast of the writer's does not."""
    unsure = any(layers.tokens[c].lower in UNSURE for c in layers.children[found.verb])
    done_to = clauses.is_passive(layers, found.verb) and layers.tokens[found.verb].lower not in COMMITTED
    willed = layers.tokens[found.verb].lemma not in SUFFERING and not done_to
    bargained = bool(found.condition) and layers.tokens[found.condition[0]].lower in BARGAINING
    return willed and (kind == "threat" or (not unsure and (kind == "promise" or bargained)))


def _is_idle(layers: Layers, found: Candidate) -> bool:
    """Whether the condition is about nobody ("if you like") or only says "if need be", or nobody asserts it."""
    subjects = {layers.tokens[j].lower for j in found.condition if layers.tokens[j].dep in ("nsubj", "nsubjpass")}
    if is_supposed(layers, found.verb):
        return True  # "told them what would happen if"
    needed = len(found.condition) < SHORT and {layers.tokens[j].lemma for j in found.condition} & NEEDING
    return bool(needed or (subjects and subjects <= NO_PARTY))


def _is_commitment(layers: Layers, found: Candidate) -> bool:
    """Whether the consequence lies ahead: no past."""
    if found.actor or layers.tokens[found.verb].lemma in GIVING:
        return True
    said = polarity(layers, found.verb).mood
    above = layers.tokens[found.verb].head
    near = (found.verb, *layers.children[found.verb])
    said_so = {layers.tokens[j].lower for j in near}
    if "have" in said_so and layers.tokens[found.verb].tag in ("VBN", "VBG"):
        return False  # "would have done": it did not come to it
    if layers.tokens[found.verb].dep == "xcomp" and layers.tokens[above].lemma in GIVING | COMMITTED:
        return True
    if said == "demanded" and polarity(layers, found.verb).negated and _marks_refusal(layers, found):
        return True  # "insisted that no talks should be held until they left"
    going = layers.tokens[found.verb].lower == "going" and layers.child(found.verb, "xcomp") is not None
    return said in ("planned", "possible") or going or bool(said_so & COMMITTED) or found.verb in _warned(layers, found)


def _is_on_another(context: Context, found: Candidate, heard: Voice) -> bool:
    """Whether somebody tells what follows now if another party does something: "if they balk, there is no choice"."""
    subjects = [j for j in found.condition if context.layers.tokens[j].dep in ("nsubj", "nsubjpass")]
    others = [p for j in subjects for p in context.agents(j) if p != heard.party]
    return bool(others) and heard.party is not None and context.layers.tokens[found.verb].tag in ("VBP", "VBZ", "VB")


def _marks_refusal(layers: Layers, found: Candidate) -> bool:
    return bool(found.condition) and layers.tokens[found.condition[0]].lower in REFUSING


def _warned(layers: Layers, found: Candidate) -> tuple[int, ...]:
    """The consequence's verb if it tells a danger in the present: "without a deal it risks war"."""
    token = layers.tokens[found.verb]
    return (found.verb,) if kind_of(layers, found.verb) is not None and token.tag in ("VBZ", "VBP") else ()


def _turned(kind: ConditionalKind | None, *, own: bool) -> ConditionalKind | None:
    """The kind of what is not to be done: "will not sign unless", "will not strike if"."""
    if kind in ("threat", "warning"):
        return "promise"
    return "threat" if own else "warning" if kind == "promise" else None


def _is_willed(layers: Layers, verb: int) -> bool:
    """Whether one does by one's own will what the verb tells: to stay away, not to lose."""
    return layers.tokens[verb].lemma not in SUFFERING | BEING and not clauses.is_passive(layers, verb)


def _kind(layers: Layers, found: Candidate) -> ConditionalKind | None:
    """The kind that the first telling word of the consequence gives, the verb before its objects."""
    if found.kind is not None:
        return found.kind
    for j in (found.verb, *found.consequence):
        kind = kind_of(layers, j)
        if kind is not None:
            return kind
    return "threat" if found.actor else None


def _parties_among(context: Context, indices: tuple[int, ...] | list[int]) -> list[str]:
    out: list[str] = []
    for j in indices:
        if context.layers.tokens[j].pos in ("NOUN", "PROPN", "PRON", "ADJ"):
            out += [p for p in (*context.agents(j), *owners(context, j)) if p not in out]
    return out
