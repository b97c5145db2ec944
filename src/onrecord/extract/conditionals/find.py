"""Threats, warnings and promises with their conditions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract import arguments, clauses
from onrecord.extract.acts.dates import dated
from onrecord.extract.acts.find import Act, find_acts
from onrecord.extract.acts.unnamed import BODIES, with_doer
from onrecord.extract.conditionals.announced import announced, is_anaphor
from onrecord.extract.conditionals.bound import WARNINGS, bound
from onrecord.extract.conditionals.candidates import Candidate
from onrecord.extract.conditionals.clauses import conditional_clauses
from onrecord.extract.conditionals.consequences import kind_of, threatens
from onrecord.extract.conditionals.kinds import is_driven, is_undone, is_willed, told_kind, turned
from onrecord.extract.conditionals.promised import binds, promised, split
from onrecord.extract.conditionals.sound import (
    COMMITTED,
    is_bidding,
    is_commitment,
    is_foreseen,
    is_idle,
    is_on_another,
    is_partys,
    is_unreal,
)
from onrecord.extract.conditionals.tellers import teller
from onrecord.extract.context import Context
from onrecord.extract.polarity import is_supposed, polarity
from onrecord.extract.voice import Voice, owners, parties_at
from onrecord.layers import Layers
from onrecord.readings import Conditional, ConditionalKind

ENDANGERED = frozenset(["country", "deal", "economy", "existence", "future", "interest", "job", "life", "livelihood"])
ENDANGERED |= {"negotiation", "order", "party", "peace", "process", "region", "relation", "security", "sovereignty"}
ENDANGERED |= {"stability", "talk", "treaty", "truce", "unity", "border", "ally", "neighbour", "neighbor", "people"}
ARMED = frozenset(
    {"rebel", "worker", "militant", "guerrilla", "striker", "protester", "miner", "pilot", "teacher", "driver"}
)
SPOKEN = frozenset({"warning", "threat", "ultimatum", "deadline", "notice"})


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
    acts = [_owned(context, a) for a in acts if not _is_warned_of(a, acts)]
    binding = [with_doer(context, a) for a in acts if a.cue.stance is not None or a.cue.type == "THREATEN"]
    for sentence in context.sentences():
        for candidate in conditional_clauses(context.layers, sentence):
            meant = bound(context.layers, candidate, binding)
            if meant is not None:
                yield meant
        yield from announced(context, sentence)
    for act in (with_doer(context, a) for a in acts if a.cue.type == "THREATEN" or binds(a)):
        threat = act.cue.type == "THREATEN" and act.cue.stance is None
        if threat and act.cue.words[0] in WARNINGS and not foretells(context.layers, act):
            continue
        if act.actor and act.matter and threat and _is_deed(context, act):
            yield split(context.layers, act)
        yield from promised(context, act)
    for act in (with_doer(context, a) for a in acts if _keeps_open(a)):
        if act.actor and threatens(context.layers, act.matter):
            yield replace(split(context.layers, act), kind="threat")


def _is_warned_of(act: Act, acts: Sequence[Act]) -> bool:
    """Whether a threat is one that somebody warns of, and not theirs: "warned of threats of violence"."""
    noun = act.cue.type == "THREATEN" and act.cue.pos == "n"
    return noun and any(a.cue.words[0] in WARNINGS and a is not act and act.at in a.matter for a in acts)


def _owned(context: Context, act: Act) -> Act:
    """A threat that nobody is said to make, as that of whose deed it tells: "the threat of Karsian strikes"."""
    if act.actor or act.cue.type != "THREATEN" or act.cue.pos != "n" or not act.matter:
        return act
    deed = clauses.top(context.layers, act.matter)
    return replace(act, actor=owners(context, deed)) if kind_of(context.layers, deed) == "threat" else act


def _keeps_open(act: Act) -> bool:
    """Whether an act leaves something possible: "did not rule out a strike", "is ready to strike"."""
    if act.polarity.supposed:
        return False
    if act.polarity.negated:
        return act.cue.words == ("rule",)
    return act.cue.pos == "a" and act.cue.stance == "open" and act.cue.type == "AGREE"


def foretells(layers: Layers, act: Act) -> bool:
    """Whether a warning names a harm to come or a condition: "warned that the plan was dear" does neither."""
    told = clauses.complement(layers, act.at)
    if (
        told is not None
        and layers.tokens[told].tag in ("VBD", "VBN", "VBZ", "VBP", "VBG")
        and not _is_ahead(layers, told)
    ):
        return False
    kinds = {kind_of(layers, j) for j in act.matter}
    return bool(kinds - {None}) or any(is_supposed(layers, j) for j in act.matter)


def _is_ahead(layers: Layers, i: int) -> bool:
    """Whether clause i tells what may come: "will collapse", "could collapse", "risks a collapse"."""
    danger = layers.tokens[i].tag in ("VBZ", "VBP") and kind_of(layers, i) == "warning"
    return danger or polarity(layers, i).mood in ("planned", "possible") or clauses.is_asked(layers, i)


def _is_deed(context: Context, act: Act) -> bool:
    """Whether what is threatened is a deed, not whom or what it would hit: "threatens to strike", not "the talks"."""
    layers, head = context.layers, clauses.top(context.layers, act.matter)
    if layers.tokens[head].pos in ("PRON", "PROPN") or context.agents(head):
        return False
    if layers.tokens[head].lemma in SPOKEN:
        return False  # "issued a warning" tells none
    return act.cue.words != ("threaten",) or layers.tokens[head].lemma not in ENDANGERED


def _conditional(context: Context, found: Candidate) -> Conditional | None:
    layers, heard = context.layers, teller(context, found.verb)
    found = _within_quote(context, found, heard)
    if not found.consequence or is_idle(layers, found) or is_unreal(context, found, heard):
        return None
    if is_foreseen(context, found, heard) or _is_to_anybody(layers, found):
        return None
    if not (is_commitment(layers, found) or is_on_another(context, found, heard)):
        return None
    who = _doer(layers, found, heard)
    doer = parties_at(context, who) if who is not None else ()
    if found.by is not None and who is not None and not doer:
        doer = owners(context, who)  # "its return is conditional on an apology"
    speaker: tuple[str, ...] = (heard.party,) if heard.party else _unnamed(layers, who, heard)
    if heard.party and heard.party.startswith("p:") and doer:
        speaker = doer  # a person whose party nobody tells speaks for the one whose deed they announce
    actor = found.actor or speaker or doer or _body(context, found, who)
    own = heard.party in doer and is_willed(layers, found.verb)
    kind = _kind(layers, found, own=own)
    if not actor or (not found.actor and not found.kind and is_bidding(layers, found, own=own)):
        return None
    if not found.actor and not (speaker or is_partys(layers, found, kind)):
        return None
    others = _parties_among(context, [*found.condition, *found.consequence])
    if not (kind or (found.condition and (set(others) - set(actor) or set(doer) & set(actor) or speaker))):
        return None
    if not found.condition and not (kind == "threat" or found.actor):
        return None
    recipient = next((p for p in [*_parties_among(context, found.condition), *others] if p not in actor), None)
    sentence = layers.sentence_of(found.verb)
    return Conditional(
        actor=actor[0],
        kind=kind or ("promise" if own else "warning"),
        consequence=clauses.span_of(layers, list(found.consequence)),
        sentence=sentence.span,
        condition=clauses.span_of(layers, list(found.condition)) if found.condition else None,
        recipient=recipient,
        speaker=heard.ref,
        negated=polarity(layers, found.verb).negated and layers.tokens[found.verb].lemma == "threaten",
        quote=heard.quote,
        when=dated(context, {heard.verb}, sentence),
    )


def _is_to_anybody(layers: Layers, found: Candidate) -> bool:
    """Whether the consequence is what "you" may see or do: "you might be suspicious about that"."""
    subject = layers.child(found.verb, "nsubj")
    generic = subject is not None and layers.tokens[subject].lower == "you"
    return generic and told_kind(layers, found) not in ("threat", "promise")


def _kind(layers: Layers, found: Candidate, *, own: bool) -> ConditionalKind | None:
    kind = told_kind(layers, found)
    opening = {layers.tokens[j].lower for j in found.condition[:3]}
    if kind is None and "without" in opening and is_undone(layers, found.verb):
        return "promise"  # "will decide nothing without them"
    if not found.actor and found.kind is None and found.condition and is_undone(layers, found.verb):
        kind = turned(kind, own=own)
    return "promise" if kind is None and opening & {"exchange", "return"} else kind


def _within_quote(context: Context, found: Candidate, heard: Voice) -> Candidate:
    """What somebody says in quotation marks ends with them: the writer goes on behind "as long as they stay" """
    if heard.quote is None or context.quotes[heard.quote].kind != "direct" or not found.condition:
        return found
    tokens, content = context.layers.tokens, context.quotes[heard.quote].content
    inside = tuple(j for j in found.condition if any(piece.holds(tokens[j].span) for piece in content))
    return replace(found, condition=inside) if inside else found


def _doer(layers: Layers, found: Candidate, heard: Voice) -> int | None:
    """Who does the consequence: where the writer says "is poised to strike" the subject, of a choice who poses it."""
    if found.by is not None:
        return arguments.subject(layers, found.by)
    ready = layers.tokens[found.verb].lower in COMMITTED and heard.party is None
    if ready or is_driven(layers, found.verb):
        return arguments.subject(layers, found.verb)
    return arguments.agent(layers, found.verb)


def _body(context: Context, found: Candidate, who: int | None) -> tuple[str, ...]:
    """The people without a name whose deed the writer tells to be meant: "the union will call a strike unless"."""
    layers = context.layers
    if who is None or not found.condition or told_kind(layers, found) != "threat" or not is_willed(layers, found.verb):
        return ()
    if polarity(layers, found.verb).mood != "planned" or layers.tokens[who].lemma not in BODIES | ARMED:
        return ()
    ref = context.speaker_ref(who)
    return (ref,) if ref is not None and ref.startswith("unnamed:") else ()


def _unnamed(layers: Layers, who: int | None, heard: Voice) -> tuple[str, ...]:
    """The speakers whom the text does not name, where they tell their own deed: "the families said they would"."""
    if who is None or heard.ref is None or not heard.ref.startswith("unnamed:"):
        return ()
    mention = layers.mention_headed(who)
    own = is_anaphor(layers, who) if mention is None else mention.ref == heard.ref
    return (heard.ref,) if own else ()


def _parties_among(context: Context, indices: tuple[int, ...] | list[int]) -> list[str]:
    out: list[str] = []
    for j in indices:
        if context.layers.tokens[j].pos in ("NOUN", "PROPN", "PRON", "ADJ"):
            out += [p for p in (*context.agents(j), *owners(context, j)) if p not in out]
    return out
