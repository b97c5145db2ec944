"""Acts between two parties by verbs that no cue of the lexicon knows: the learned choice tells their type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.extract import arguments, clauses
from onrecord.extract.acts.dates import dated
from onrecord.extract.acts.find import Act
from onrecord.extract.acts.lexicon import words
from onrecord.extract.acts.likely import Vectors, model, told
from onrecord.extract.acts.pairs import Pair
from onrecord.extract.context import Context
from onrecord.extract.polarity import polarity
from onrecord.extract.voice import owners, parties_at, voice
from onrecord.layers import Mention
from onrecord.readings import Event

LIKELY = 0.7
"""How likely the type must be: below it, whatever the verb tells is no act of these."""
AROUND = ("prep", "agent", "dative")


@dataclass(frozen=True, slots=True)
class Deed:
    """What one party does to another, by the verb at token `verb`."""

    verb: int
    pair: Pair
    actor: tuple[str, ...]
    recipient: tuple[str, ...]


def find_unlisted(
    context: Context, acts: Sequence[Act], events: Sequence[Event], vectors: Vectors
) -> tuple[Event, ...]:
    """The acts of verbs unknown to the lexicon, where the subject and what it acts on are parties.

    `acts` and `events` are what the lexicon finds; where it finds anything, nothing is added.
    """
    deeds = [d for d in _deeds(context) if not _is_known(context, d.verb, acts, events)]
    asked = [told(context, d.pair, acts, events) for d in deeds]
    found = zip(deeds, model().likely(asked, vectors) if asked else (), strict=True)
    return tuple(_event(context, deed, likely.type) for deed, likely in found if likely.probability >= LIKELY)


def _deeds(context: Context) -> Iterator[Deed]:
    layers = context.layers
    for sentence in context.sentences():
        for token in layers.tokens_of(sentence):
            if token.pos != "VERB" or token.dep in ("amod", "compound") or token.lemma in words("relations.tsv"):
                continue
            who, said = arguments.agent(layers, token.i), polarity(layers, token.i)
            actor = parties_at(context, who) if who is not None else ()
            source = _mention(context, who, actor) if who is not None else None
            if source is None or token.lemma in words("reports.tsv") or said.negated or said.supposed or said.aside:
                continue
            for whom in _around(context, token.i):
                recipient = _others(context, whom, actor)
                if recipient:
                    yield Deed(token.i, Pair(source, _mention(context, whom, recipient)), actor, recipient)
                    break


def _around(context: Context, verb: int) -> Iterator[int]:
    """What the verb acts on: its object, then what its prepositions name."""
    layers = context.layers
    patient = arguments.patient(layers, verb)
    if patient is not None:
        yield patient
    for c in layers.children[verb]:
        inner = layers.child(c, "pobj") if layers.tokens[c].dep in AROUND else None
        if inner is not None:
            yield inner


def _others(context: Context, i: int, actor: Sequence[str]) -> tuple[str, ...]:
    """The parties meant by a phrase, or whose thing it names, the actor apart."""
    return tuple(dict.fromkeys(p for p in (*parties_at(context, i), *owners(context, i)) if p not in actor))


def _mention(context: Context, i: int, parties: Sequence[str]) -> Mention | None:
    """The mention by which a phrase means these parties."""
    layers = context.layers
    for j in (i, *layers.subtree(i)):
        mention = layers.mention_headed(j) or layers.mention_with(j)
        if mention is not None and {mention.ref, mention.party, layers.party_of(mention.ref)} & set(parties):
            return mention
    return None


def _is_known(context: Context, verb: int, acts: Sequence[Act], events: Sequence[Event]) -> bool:
    """Whether an act of the lexicon stands at the verb, is about it, or is told in its clause."""
    token = context.layers.tokens[verb]
    span = clauses.span_of(context.layers, clauses.clause(context.layers, verb))
    if any((act.at == verb and act.cue.type) or verb in act.matter for act in acts):
        return True
    return any(e.span.holds(token.span) or (e.cue is not None and span.holds(e.cue)) for e in events)


def _event(context: Context, deed: Deed, kind: str) -> Event:
    sentence, heard = context.layers.sentence_of(deed.verb), voice(context, deed.verb)
    said = polarity(context.layers, deed.verb)
    dating = {heard.verb} | ({deed.verb} if said.mood == "happened" else set())
    return Event(
        type=kind,
        span=clauses.span_of(context.layers, clauses.clause(context.layers, deed.verb)),
        sentence=sentence.span,
        actor=deed.actor,
        recipient=deed.recipient,
        modality=said.mood,
        when=dated(context, dating, sentence),
        source=heard.ref if heard.party is not None and heard.party not in deed.actor else None,
        cue=context.layers.tokens[deed.verb].span,
    )
