"""Talks as acts: who is said to meet, whatever noun names it ("negotiations between ...", "the summit of ...")."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract import arguments, clauses
from onrecord.extract.acts.find import Act
from onrecord.extract.acts.lexicon import Cue, governors, words
from onrecord.extract.context import Context
from onrecord.extract.polarity import Polarity, polarity
from onrecord.extract.voice import owners, parties_at, voice
from onrecord.layers import Layers

TALKS = Cue(("talks",), "n", frozenset(), "", frozenset(), "CONSULT", None, "", (), (), None)
AROUND = frozenset(["after", "following", "during", "before", "ahead", "hour", "day", "week", "round", "end", "start"])
MEDIA = frozenset({"reporter", "journalist", "press", "media", "correspondent", "broadcaster", "newspaper"})
LOCKED = frozenset({"lock", "engage", "embroil", "hold", "involve"})
COMING = frozenset({"be", "arrive", "fly", "travel", "come", "go", "gather", "meet", "leave", "visit", "assemble"})
RECENT = frozenset({"recent", "latest", "previous", "earlier", "last", "first", "second", "third", "next", "upcoming"})


def find_talks(context: Context) -> tuple[Act, ...]:
    """Nouns of talks whose participants are named, in clauses that tell of them as held or to be held."""
    out: list[Act] = []
    named: tuple[str, ...] = ()  # those who take part in the talks named last
    for sentence in context.sentences():
        for token in context.layers.tokens_of(sentence):
            if token.lemma in words("talks.tsv"):
                act = _talk(context, token.i, named)
                out += [act] if act is not None else []
                who = participants(context, token.i) if act is None else act.actor
                named = who if len(who) > 1 else named
    return tuple(out)


def _talk(context: Context, i: int, named: tuple[str, ...]) -> Act | None:
    layers, token = context.layers, context.layers.tokens[i]
    is_noun = token.pos in ("NOUN", "PROPN") or token.dep in ("nsubj", "nsubjpass", "dobj", "pobj")
    verb = clauses.predicate(layers, token.head)
    if not is_noun or not _is_told(context, i, verb):
        return None
    heard, said, other = voice(context, i), _polarity(context, i, verb), _other(context, i)
    who = participants(context, i) or _those_of_clause(context, i, verb)
    if heard.party and heard.party not in who and len(who) < 2 and (who or said.mood in ("planned", "possible")):
        who = (heard.party, *who)  # "said that talks would begin", "that talks with Karsia would"
    elif len(who) < 2 and other is None:
        who = named if _is_known(context, i) or _is_lapse(layers, i) else ()
    if not who:
        return None
    return Act(
        cue=TALKS,
        at=i,
        predicate=verb,
        actor=who,
        who=None,
        recipient=(*who[1:], who[0]) if len(who) > 1 else (other,) if other is not None else (),
        matter=(),
        clause=clauses.span_of(layers, clauses.clause(layers, verb)),
        voice=heard,
        polarity=said,
    )


def _other(context: Context, i: int) -> str | None:
    """With whom the talks are, where that is no party known: "in phone calls with foreign leaders"."""
    inner = arguments.after(context.layers, i, "with")
    if inner is None or context.layers.tokens[inner].lemma in MEDIA:
        return None
    return context.speaker_ref(inner)


def _is_lapse(layers: Layers, i: int) -> bool:
    """Whether the talks only date something, as talks known before: "after lengthy talks"."""
    return layers.tokens[i].dep == "pobj" and layers.tokens[layers.tokens[i].head].lower in AROUND


def _is_known(context: Context, i: int) -> bool:
    """Whether these are the talks spoken of before: "the talks", "a second round"."""
    near = {context.layers.tokens[c].lower for c in context.layers.children[i]}
    return bool(near & {*RECENT, "the", "these", "those", "new", "further", "another"})


def _polarity(context: Context, i: int, verb: int) -> Polarity:
    """That of the verb where the talks are its subject ("talks could begin"), with what the verb itself promises."""
    layers = context.layers
    if layers.tokens[i].dep not in ("nsubj", "nsubjpass"):
        return polarity(layers, i)
    found = polarity(layers, verb)
    ahead = _promised(layers, verb)
    return replace(found, mood="planned") if ahead and found.mood == "happened" else found


def _promised(layers: Layers, verb: int) -> bool:
    """Whether the verb itself, or what it says of its subject, lies ahead: "are planned", "are likely"."""
    told = {
        layers.tokens[j].lemma for j in (verb, *layers.children[verb]) if j == verb or layers.tokens[j].dep == "acomp"
    }
    return any(governors().get(w) in ("planned", "possible") for w in told)


def participants(context: Context, i: int) -> tuple[str, ...]:
    """The parties said to take part in the talks named at token i."""
    layers = context.layers
    out = list(owners(context, i))
    for word in ("between", "with", "among", "of"):
        inner = arguments.after(layers, i, word)
        if inner is not None:
            out += [p for p in (*parties_at(context, inner), *owners(context, inner)) if p not in out]
    involving = next((c for c in layers.children[i] if layers.tokens[c].lower == "involving"), None)
    inner = layers.child(involving, "dobj", "pobj") if involving is not None else None
    if inner is not None:
        out += [p for p in parties_at(context, inner) if p not in out]
    verb = layers.tokens[i].head
    if layers.tokens[i].dep in ("dobj", "pobj") and layers.tokens[verb].pos in ("VERB", "ADP"):
        who = arguments.agent(layers, clauses.predicate(layers, verb))
        out = [p for p in (parties_at(context, who) if who is not None else ()) if p not in out] + out
    return tuple(dict.fromkeys(out))


def _those_of_clause(context: Context, i: int, verb: int) -> tuple[str, ...]:
    """Of "after eight hours of talks, the two delegations ..." the subject of the clause."""
    if context.layers.tokens[i].dep != "pobj":
        return ()
    locked = context.layers.tokens[verb].lemma in LOCKED  # "have been locked in talks"
    who = arguments.subject(context.layers, verb) if locked else arguments.agent(context.layers, verb)
    return parties_at(context, who) if who is not None else ()


def _is_told(context: Context, i: int, verb: int) -> bool:
    """Whether the clause is about the talks' taking place: by its verb, a date with it, or their order."""
    layers = context.layers
    token = layers.tokens[i]
    if token.dep in ("nsubj", "nsubjpass", "dobj") and token.head == verb:
        if (
            layers.tokens[verb].lemma == "be"
            and not _promised(layers, verb)
            and layers.child(verb, "acomp", "attr") is not None
        ):
            return False  # "the talks were useful" judges them
        return layers.tokens[verb].lemma in words("talk_verbs.tsv")
    if any(layers.tokens[c].lower in RECENT for c in layers.children[i]):
        return True
    if token.dep == "pobj" and layers.tokens[token.head].lower == "in" and layers.child(i, "det") is None:
        return layers.tokens[verb].lemma in LOCKED or arguments.after(layers, i, "with") is not None
    if token.dep == "pobj" and layers.tokens[token.head].lower == "for" and layers.tokens[verb].lemma in COMING:
        return True  # "is in Tolm for talks with"
    chain = {layers.tokens[j].lemma.lower() for j in layers.ancestors(i) if j != verb}
    return bool(chain & AROUND)
