"""Threats, warnings and promises with their conditions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.extract import clauses
from onrecord.extract.acts.conditional_clauses import Candidate, conditional_clauses, one_side
from onrecord.extract.acts.consequences import kind_of, threatens
from onrecord.extract.acts.dates import dated
from onrecord.extract.acts.find import Act, find_acts
from onrecord.extract.context import Context
from onrecord.extract.polarity import is_supposed, polarity
from onrecord.extract.voice import owners, parties_at, voice
from onrecord.layers import Layers
from onrecord.readings import Conditional, ConditionalKind

WARNINGS = {"warn", "caution", "warning"}
COMMITTED = {"open", "willing", "must", "shall", "poised", "prepared", "ready", "will", "would"}
GIVING = {"pledge", "promise", "offer", "agree", "vow"}
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
        if found is not None and not any(k.consequence.overlaps(found.consequence) for k in kept):
            kept.append(found)
    return tuple(sorted(kept, key=lambda c: (c.consequence.start, c.consequence.end)))


def _candidates(context: Context, acts: Sequence[Act]) -> Iterator[Candidate]:
    for sentence in context.sentences():
        yield from conditional_clauses(context.layers, sentence)
    for act in acts:
        threat = act.cue.type == "THREATEN" and act.cue.stance is None
        if threat and act.cue.words[0] in WARNINGS and not foretells(context.layers, act):
            continue
        vow = act.cue.stance == "offers" and act.cue.type == "AGREE" and threatens(context.layers, act.matter)
        if act.actor and act.matter and (threat or vow):
            yield _split(context.layers, act)


def foretells(layers: Layers, act: Act) -> bool:
    """Whether a warning names a harm or a condition: "warned that the plan was dear" does neither."""
    kinds = {kind_of(layers, j) for j in act.matter}
    return bool(kinds - {None}) or any(is_supposed(layers, j) for j in act.matter)


def _split(layers: Layers, act: Act) -> Candidate:
    """A threat by its own verb or noun, the condition taken out of what it threatens."""
    for j in act.matter:
        if layers.tokens[j].dep == "advcl" and is_supposed(layers, j):
            condition = layers.subtree(j)
            rest = [k for k in act.matter if k not in condition]
            if rest:
                return Candidate(act.at, tuple(one_side(rest, condition)), tuple(condition), act.actor)
    return Candidate(act.at, act.matter, (), act.actor)


def _conditional(context: Context, found: Candidate) -> Conditional | None:
    layers = context.layers
    if not found.consequence or not _is_commitment(layers, found):
        return None
    heard = voice(context, found.verb)
    who = clauses.agent(layers, found.verb)
    doer = parties_at(context, who) if who is not None else ()
    speaker: tuple[str, ...] = (heard.party,) if heard.party else ()
    if heard.party and heard.party.startswith("p:") and doer:
        speaker = doer  # a person whose party nobody tells speaks for the one whose deed they announce
    actor = found.actor or speaker or doer
    if not actor:
        return None
    kind = _kind(layers, found)
    if kind is not None and not found.actor and found.condition and polarity(layers, found.verb).negated:
        kind = "warning" if kind == "promise" else "promise"  # "will not sign unless", "will not strike if"
    if (
        kind is None
        and found.condition
        and {layers.tokens[j].lower for j in found.condition[:3]} & {"exchange", "return"}
    ):
        kind = "promise"
    others = _parties_among(context, [*found.condition, *found.consequence])
    if not (kind or (found.condition and (set(others) - set(actor) or set(doer) & set(actor) or heard.party))):
        return None
    if not found.condition and not (kind == "threat" or found.actor):
        return None
    consequence = clauses.span_of(layers, list(found.consequence))
    recipient = next((p for p in [*_parties_among(context, found.condition), *others] if p not in actor), None)
    sentence = layers.sentence_of(found.verb)
    return Conditional(
        actor=actor[0],
        kind=kind or "warning",
        consequence=consequence,
        sentence=sentence.span,
        condition=clauses.span_of(layers, list(found.condition)) if found.condition else None,
        recipient=recipient,
        speaker=heard.ref,
        negated=polarity(layers, found.verb).negated and layers.tokens[found.verb].lemma == "threaten",
        quote=heard.quote,
        when=dated(context, {heard.verb}, sentence),
    )


def _is_commitment(layers: Layers, found: Candidate) -> bool:
    """Whether the consequence lies ahead and the condition is about somebody: no "if you like", no past."""
    subjects = {layers.tokens[j].lower for j in found.condition if layers.tokens[j].dep in ("nsubj", "nsubjpass")}
    if subjects and subjects <= NO_PARTY:
        return False
    if len(found.condition) < SHORT and {layers.tokens[j].lemma for j in found.condition} & NEEDING:
        return False  # "if they have to"
    if found.actor or layers.tokens[found.verb].lemma in GIVING:
        return True
    said = polarity(layers, found.verb).mood
    near = (found.verb, *layers.children[found.verb])
    said_so = {layers.tokens[j].lower for j in near}
    if "have" in said_so and layers.tokens[found.verb].tag == "VBN":
        return False  # "would have done": it did not come to it
    return said in ("planned", "possible") or bool(said_so & COMMITTED)


def _kind(layers: Layers, found: Candidate) -> ConditionalKind | None:
    """The kind that the first telling word of the consequence gives, the verb before its objects."""
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
