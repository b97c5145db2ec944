"""What one party does to another in a sentence, as features: the path of the parse between the two, how what stands
on it is put forward, and what the lexicon makes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.extract import arguments, clauses
from onrecord.extract.acts.find import Act
from onrecord.extract.context import Context
from onrecord.extract.polarity import polarity
from onrecord.layers import Layers, Mention
from onrecord.readings import Event

CONTENT = frozenset({"VERB", "AUX", "NOUN", "ADJ"})
TIES = frozenset({"neg", "aux", "prt", "prep", "mark", "agent", "dative"})
COMPLEMENTS = frozenset({"dobj", "attr", "acomp", "xcomp", "ccomp", "oprd", "nsubjpass"})
DEEP = 3  # clauses within clauses
OF_RULES = ("rules", "told", "cue")
"""How the features that come of the lexicon and its rules begin."""
SOURCE, TARGET = "someone", "somebody else"
"""What stands for the two in the words that a vector is made of."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Who acts and on whom, as they are mentioned; `target` is None where nobody is named."""

    source: Mention
    target: Mention | None


def features(context: Context, pair: Pair, acts: Sequence[Act], events: Sequence[Event]) -> dict[str, float]:
    """The names of what holds for the pair, each with its weight. No name holds a proper noun."""
    layers = context.layers
    near = [e for e in events if e.sentence.overlaps(pair.source.span)]
    found = {*_path(layers, pair), *_ends(layers, pair), *_below(layers, pair), *_told(context, pair, near)}
    inside = layers.sentence_of(pair.source.head)
    for act in acts:
        if inside.first <= act.at < inside.last:
            mine = _party(layers, pair.source) in act.actor
            found |= {f"cue {act.cue.type} by source" if mine else f"cue {act.cue.type}"}
            found |= {f"cue {act.cue.type} {'not' if act.polarity.negated else ''} {act.polarity.mood}"}
    return dict.fromkeys(sorted(found), 1.0)


def strongest(context: Context, pair: Pair, events: Sequence[Event]) -> tuple[Event | None, int]:
    """The event that says most of the pair, and how much: 3 by source to target, 2 by source, 1 to target, 0 between
    others; of equals the first."""
    layers = context.layers
    source, target = _party(layers, pair.source), _party(layers, pair.target) if pair.target else None

    def strength(e: Event) -> int:
        return 2 * (source in e.actor) + (target is not None and target in e.recipient)

    best = max(events, key=lambda e: (strength(e), -e.span.start), default=None)
    return best, strength(best) if best is not None else 0


def masked_clause(context: Context, pair: Pair) -> str:
    """The words of the clause that holds both, their names replaced, without relative clauses about others."""
    layers = context.layers
    _, _, joint = _ways(layers, pair)
    within = [m for m in (pair.source, pair.target) if m is not None]
    held = {i for m in within for i in range(m.first, m.last)}
    kept = set(clauses.clause(layers, clauses.predicate(layers, joint)))
    for i in sorted(kept):
        if layers.tokens[i].dep in ("relcl", "appos") and not held & (below := set(layers.subtree(i))):
            kept -= below
    out: list[str] = []
    for i in sorted(kept | {m.first for m in within}):
        who = next((n for n, m in enumerate(within) if m.first <= i < m.last), None)
        word = layers.tokens[i].text if who is None else (SOURCE, TARGET)[who]
        if who is None or word not in out:
            out.append(word)
    return " ".join(out)


def _party(layers: Layers, mention: Mention) -> str | None:
    return layers.party_of(mention.ref) or mention.party


def _ways(layers: Layers, pair: Pair) -> tuple[list[int], list[int], int]:
    """The tokens above the source up to the one above both, those above the target below it, and that one."""
    up = list(layers.ancestors(pair.source.head))
    if pair.target is None:
        return up, [], up[-1] if up else pair.source.head
    own = [pair.target.head, *layers.ancestors(pair.target.head)]
    joint = next((i for i in (pair.source.head, *up) if i in own), None)
    if joint is None:  # the parse cut the sentence in two
        return up, own[1:], up[-1] if up else pair.source.head
    up = up[: up.index(joint) + 1] if joint in up else []
    return up, own[1 : own.index(joint)] if own[0] != joint else [], joint


def _path(layers: Layers, pair: Pair) -> Iterator[str]:
    up, down, _ = _ways(layers, pair)
    for i in (*up, *down):
        yield f"path {_word(layers, pair, i)}"
        if layers.tokens[i].pos in CONTENT:
            yield from _frame(layers, pair, i)


def _frame(layers: Layers, pair: Pair, i: int) -> Iterator[str]:
    """What hangs on a predicate: its particles and prepositions, its objects and complements."""
    word = _word(layers, pair, i)
    for c in layers.children[i]:
        token = layers.tokens[c]
        if token.dep in TIES:
            yield f"tie {word} {token.lower}"
            yield f"tie {token.dep} {token.lower}"
        if token.dep in COMPLEMENTS:
            yield f"object {_word(layers, pair, c)}"
            yield f"object {word} {_word(layers, pair, c)}"


def _ends(layers: Layers, pair: Pair) -> Iterator[str]:
    """As what the two stand, and of which verb."""
    for name, mention in (("source", pair.source), ("target", pair.target)):
        if mention is None:
            continue
        token = layers.tokens[mention.head]
        verb = _word(layers, pair, clauses.predicate(layers, token.head))
        yield f"{name} of {verb}"
        yield f"{name} {token.dep}"
        yield f"{name} {token.dep} of {verb}"
        up = layers.tokens[token.head]
        if token.dep == "pobj":
            yield f"{name} {up.lower} {_word(layers, pair, up.head)}"


def _below(layers: Layers, pair: Pair) -> Iterator[str]:
    """How the source's own verb is put forward, and what it takes: "is ready to", "agreed to lift sanctions"."""
    verb = clauses.predicate(layers, layers.tokens[pair.source.head].head)
    said = polarity(layers, verb)
    yield from (f"mood {said.mood}", f"negated {said.negated}", f"supposed {said.supposed}")
    for _ in range(DEEP):
        inner = clauses.complement(layers, verb)
        if inner is None:
            return
        yield f"takes {_word(layers, pair, inner)}"
        yield f"takes {_word(layers, pair, verb)} {_word(layers, pair, inner)}"
        thing = arguments.patient(layers, inner)
        if thing is not None:
            yield f"object {_word(layers, pair, thing)}"
            yield f"object {_word(layers, pair, inner)} {_word(layers, pair, thing)}"
        verb = inner


def _told(context: Context, pair: Pair, events: Iterable[Event]) -> Iterator[str]:
    """What the rules make of the sentence, and how much of it they say of the pair."""
    events = list(events)
    best, strength = strongest(context, pair, events)
    yield f"rules {best.type if best else None}"
    yield f"rules {best.type if best else None} {strength}"
    for event in events:
        yield f"told {event.type} {strongest(context, pair, [event])[1]}"
        yield f"told {event.type} {event.modality}"


def _word(layers: Layers, pair: Pair, i: int) -> str:
    """The lemma of token i; the two themselves and all names count as one word each."""
    for name, mention in (("<source>", pair.source), ("<target>", pair.target)):
        if mention is not None and mention.first <= i < mention.last:
            return name
    token = layers.tokens[i]
    return "<name>" if token.pos == "PROPN" or not token.lemma.isalpha() else token.lemma
