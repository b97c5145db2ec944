"""Talks as acts: who is said to meet, whatever noun names it ("negotiations between ...", "the summit of ...")."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract import clauses
from onrecord.extract.acts import Act
from onrecord.extract.context import Context
from onrecord.extract.lexicon import Cue, governors, words
from onrecord.extract.polarity import Polarity, polarity
from onrecord.extract.voice import owners, parties_at, voice

TALKS = Cue(("talks",), "n", frozenset(), "", frozenset(), "CONSULT", None, "", (), (), None)
RECENT = frozenset({"recent", "latest", "previous", "earlier", "last", "first", "second", "third", "next", "upcoming"})


def find_talks(context: Context) -> tuple[Act, ...]:
    """Nouns of talks whose participants are named, in clauses that tell of them as held or to be held."""
    found = (_talk(context, t.i) for s in context.sentences() for t in context.layers.tokens_of(s))
    return tuple(act for act in found if act is not None)


def _talk(context: Context, i: int) -> Act | None:
    layers, token = context.layers, context.layers.tokens[i]
    is_noun = token.pos in ("NOUN", "PROPN") or token.dep in ("nsubj", "nsubjpass", "dobj", "pobj")
    verb = clauses.predicate(layers, token.head)
    if token.lemma not in words("talks.tsv") or not is_noun or not _is_told(context, i, verb):
        return None
    heard, said = voice(context, i), _polarity(context, i, verb)
    who = participants(context, i) or _those_of_clause(context, i, verb)
    if heard.party and heard.party not in who and len(who) < 2 and (who or said.mood in ("planned", "possible")):
        who = (heard.party, *who)  # "said that talks would begin", "that talks with Karsia would"
    elif len(who) < 2:
        return None
    return Act(
        cue=TALKS,
        at=i,
        predicate=verb,
        actor=who,
        who=None,
        recipient=(*who[1:], who[0]) if len(who) > 1 else (),
        matter=(),
        clause=clauses.span_of(layers, clauses.clause(layers, verb)),
        voice=heard,
        polarity=said,
    )


def _polarity(context: Context, i: int, verb: int) -> Polarity:
    """That of the verb where the talks are its subject ("talks could begin"), with what the verb itself promises."""
    layers = context.layers
    if layers.tokens[i].dep not in ("nsubj", "nsubjpass"):
        return polarity(layers, i)
    found = polarity(layers, verb)
    ahead = governors().get(layers.tokens[verb].lemma) in ("planned", "possible")
    return replace(found, mood="planned") if ahead and found.mood == "happened" else found


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


def _those_of_clause(context: Context, i: int, verb: int) -> tuple[str, ...]:
    """Of "after eight hours of talks, the two delegations ..." the subject of the clause."""
    if context.layers.tokens[i].dep != "pobj":
        return ()
    who = clauses.agent(context.layers, verb)
    return parties_at(context, who) if who is not None else ()


def _is_told(context: Context, i: int, verb: int) -> bool:
    """Whether the clause is about the talks' taking place: by its verb, a date with it, or their order."""
    layers = context.layers
    token = layers.tokens[i]
    if token.dep in ("nsubj", "nsubjpass", "dobj") and token.head == verb:
        return layers.tokens[verb].lemma in words("talk_verbs.tsv")
    if any(layers.tokens[c].lower in RECENT for c in layers.children[i]):
        return True
    chain = [layers.tokens[j].lower for j in layers.ancestors(i) if j > verb or j < verb]
    return bool(set(chain) & {"after", "following", "during", "before", "ahead"})
