"""Talks as acts: who is said to meet, whatever noun names it ("negotiations between ...", "the summit of ...")."""

from __future__ import annotations

from onrecord.extract import clauses
from onrecord.extract.acts import Act
from onrecord.extract.context import Context
from onrecord.extract.lexicon import Cue, words
from onrecord.extract.polarity import polarity
from onrecord.extract.voice import owners, parties_at, voice

TALKS = Cue(("talks",), "n", frozenset(), "", frozenset(), "CONSULT", None, "", (), ())
RECENT = frozenset({"recent", "latest", "previous", "earlier", "last", "first", "second", "third", "next", "upcoming"})


def find_talks(context: Context) -> tuple[Act, ...]:
    """Nouns of talks whose participants are named, in clauses that tell of them as held or to be held."""
    layers, out = context.layers, []
    for sentence in context.sentences():
        for token in layers.tokens_of(sentence):
            if token.lemma not in words("talks.tsv") or token.pos not in ("NOUN", "PROPN"):
                continue
            who = participants(context, token.i)
            verb = clauses.predicate(layers, token.i)
            if who and _is_told(context, token.i, verb):
                heard = voice(context, token.i)
                actor = who if len(who) > 1 or heard.party in (None, *who) else (*who, heard.party)
                out.append(
                    Act(
                        cue=TALKS,
                        at=token.i,
                        predicate=verb,
                        actor=tuple(a for a in actor if a),
                        who=None,
                        recipient=tuple(a for a in who[1:] if a),
                        matter=(),
                        clause=clauses.span_of(layers, clauses.clause(layers, verb)),
                        voice=heard,
                        polarity=polarity(layers, token.i),
                    )
                )
    return tuple(out)


def participants(context: Context, i: int) -> tuple[str, ...]:
    """The parties said to take part in the talks named at token i."""
    layers = context.layers
    out = list(owners(context, i))
    for word in ("between", "with", "among", "of"):
        inner = clauses.after(layers, i, word)
        if inner is not None:
            out += [p for p in (*parties_at(context, inner), *owners(context, inner)) if p not in out]
    verb = layers.tokens[i].head
    if layers.tokens[i].dep in ("dobj", "pobj") and layers.tokens[verb].pos in ("VERB", "ADP"):
        who = clauses.agent(layers, clauses.predicate(layers, verb))
        out = [p for p in (parties_at(context, who) if who is not None else ()) if p not in out] + out
    return tuple(dict.fromkeys(out))


def _is_told(context: Context, i: int, verb: int) -> bool:
    """Whether the clause is about the talks' taking place: by its verb, a date with it, or their order."""
    layers = context.layers
    token = layers.tokens[i]
    if token.dep in ("nsubj", "nsubjpass", "dobj") and token.head == verb:
        return layers.tokens[verb].lemma in words("talk_verbs.tsv")
    if any(layers.tokens[c].lower in RECENT for c in layers.children[i]):
        return True
    up = layers.tokens[token.head]
    return up.dep == "prep" and layers.tokens[up.i].lower in ("after", "following", "during", "before", "ahead")
