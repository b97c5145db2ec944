"""Positions that no word of the lexicon names: an order, what a party says it will do for others, its aim, what is up
to others, the only way out, the terms without which nothing goes on, and what is too much or not enough."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract import arguments, clauses
from onrecord.extract.acts.actors import OWN_SIDE
from onrecord.extract.acts.defying import defies
from onrecord.extract.acts.find import Act
from onrecord.extract.acts.lexicon import Cue, words
from onrecord.extract.conditionals.announced import helps
from onrecord.extract.context import Context, first_person
from onrecord.extract.polarity import Polarity, polarity
from onrecord.extract.positions.narrated import (
    INSISTING,
    asked_in_return,
    awaited,
    denied_by,
    due_by_deadline,
    told_of_doer,
)
from onrecord.extract.positions.planned import find_provisions
from onrecord.extract.positions.undertaken import MEETING, is_undertaking
from onrecord.extract.voice import Voice, owners, voice
from onrecord.layers import Layers
from onrecord.readings import Stance


def _cue(word: str, stance: Stance, kind: str = "") -> Cue:
    return Cue((word,), "v", frozenset(), "", frozenset(), kind, stance, "", (), (), None)


ORDER, TURN = _cue("order", "demands", "REQUEST"), _cue("be", "demands", "REQUEST")
HELPING, DOING = _cue("undertake", "offers", "AGREE"), _cue("undertake", "offers")
JOINING = _cue("join", "accepts", "AGREE")
TOO_MUCH, NOT_ENOUGH = _cue("too", "rejects", "REJECT"), _cue("enough", "partly rejects", "REJECT")
DENIAL, DEFIANCE = _cue("insist", "rejects", "REJECT"), _cue("defy", "rejects", "REJECT")
RULED_OUT = _cue("rule", "rejects", "REJECT")
AWAITING = _cue("see", "questions")
PROPOSAL = replace(_cue("proposed", "demands"), pos="n")
REACHING = _cue("reach", "open", "AGREE")
AIMS = frozenset({"aim", "goal", "objective", "priority", "ambition", "hope", "intention"})
TERMS = frozenset(
    {"reach", "conclude", "find", "strike", "achieve", "negotiate", "talk", "discuss", "resume", "settle"}
)
WAYS = frozenset({"solution", "way", "option", "path", "answer", "road", "basis", "formula"})
IDLE = frozenset(["assume", "bear", "check", "come", "consider", "excuse", "forgive", "get", "go", "guess", "hear"])
IDLE |= {"imagine", "keep", "listen", "look", "note", "pardon", "picture", "put", "read", "suppose", "thank", "trust"}
IDLE |= {"try", "turn", "watch", "welcome", "rest", "recall", "congratulate", "ask", "call", "mark"}
MAIN = frozenset({"ROOT", "ccomp", "xcomp", "parataxis"})
STAYING = frozenset({"continue", "keep", "remain", "stay"})
UNNAMED = "unnamed: "
OURSELVES = frozenset({"me", "us", "'s", "’s"})
OPENING = frozenset({"please", "just", "so", "and", "but", "now", "first", "then", "do", "n't", "n’t", "not", "never"})


def find_implied(context: Context, acts: Sequence[Act]) -> tuple[Act, ...]:
    """The implied positions of one article in the order of the text; `acts` are those that words name."""
    named = {j for a in acts if a.cue.stance and a.actor for j in (a.at, a.predicate)}
    tokens = (t for s in context.sentences() for t in context.layers.tokens_of(s))
    found = [act for t in tokens for act in _at(context, t.i, t.i in named)]
    found += [act for act in find_provisions(context) if act.at not in named]
    found += [asked for act in acts if (asked := asked_in_return(context, act)) is not None]
    return tuple(sorted(found, key=lambda a: a.at))


def _at(context: Context, i: int, named: bool) -> Iterator[Act]:
    layers, token = context.layers, context.layers.tokens[i]
    if token.tag == "VB" and _is_imperative(context, i):
        yield from _act(context, ORDER, i, clauses.clause(layers, i, joined=True))
    elif token.pos == "VERB" and not named and defies(layers, i) and (act := _defied(context, i)) is not None:
        yield act
    elif token.pos == "VERB" and not named and is_undertaking(context, i):
        aside = [
            c for c in layers.children[i] if layers.tokens[c].dep == "nsubj" or layers.child(c, "nsubj") is not None
        ]
        cue = (
            JOINING if token.lemma in MEETING else HELPING if helps(layers, i) and token.lemma not in STAYING else DOING
        )
        yield from _act(context, cue, i, clauses.clause(layers, i, frozenset(aside), joined=True))
    elif token.tag == "VBN" and not named and _is_ruled_out(layers, i):
        yield from _act(context, RULED_OUT, i, clauses.clause(layers, i, joined=True))
    elif token.lower == "proposed" and token.dep == "amod" and (who := owners(context, token.head)):
        yield _proposed(context, token.head, who)
    elif token.lower == "got" and (duty := _duty(layers, i)) is not None:
        yield from _act(context, TURN, i, duty)
    elif token.lemma == "give" and (due := due_by_deadline(layers, i)) is not None:
        yield told_of_doer(context, TURN, i, due)
    elif token.lemma == "see" and (doubted := awaited(layers, i)) is not None:
        yield _of_doer_or_heard(context, AWAITING, i, doubted)
    elif token.lemma in INSISTING and (denied := denied_by(layers, i)) is not None:
        yield told_of_doer(context, DENIAL, i, denied)
    elif token.lemma == "be" and (turn := _turn(layers, i) or _only_way(layers, i)) is not None:
        yield from _act(context, TURN, i, turn)
    elif token.lemma == "be" and (aim := _aim(layers, i)) is not None:
        yield from _aimed(context, i, *aim)
    elif token.pos in ("VERB", "AUX") and (terms := _only_when(layers, i)) is not None:
        yield from _act(context, TURN, i, terms)
    elif token.lemma == "be" and (excess := _excess(layers, i)) is not None:
        yield from _act(context, *excess)


def _act(context: Context, cue: Cue, i: int, matter: list[int]) -> Iterator[Act]:
    """The act as that of whoever is heard; nothing if nobody is, or if it is only supposed."""
    layers, heard = context.layers, voice(context, i)
    said = polarity(layers, i)
    who = heard.party or (heard.ref if heard.ref is not None and heard.ref.startswith(UNNAMED) else None)
    if who is None or said.supposed:
        return
    clause = clauses.span_of(layers, clauses.clause(layers, i))
    if cue is RULED_OUT:
        said = Polarity()
    elif cue in (ORDER, NOT_ENOUGH):
        said = replace(said, negated=False)  # "do not sign it" demands too
    yield Act(cue, i, i, (who,), None, (), tuple(matter), clause, heard, said)


def _defied(context: Context, i: int) -> Act | None:
    """The defiance at verb i as that of whoever is to do it; None if that is no party."""
    act = told_of_doer(context, DEFIANCE, i, clauses.clause(context.layers, i, joined=True))
    own = act.who is not None and context.layers.tokens[act.who].lower in OWN_SIDE
    who = act.actor or ((act.voice.party,) if act.voice.party is not None and own else ())
    return replace(act, actor=who) if who else None


def _of_doer_or_heard(context: Context, cue: Cue, i: int, matter: list[int]) -> Act:
    """The act as that of whoever does verb i, failing them of whoever is heard: "it remains to be seen whether"."""
    act = told_of_doer(context, cue, i, matter)
    act = replace(act, polarity=replace(act.polarity, negated=False, supposed=False))
    return act if act.actor or act.voice.party is None else replace(act, actor=(act.voice.party,))


def _proposed(context: Context, thing: int, who: tuple[str, ...]) -> Act:
    """The demand in what is only proposed: "the League rejected Karsia's proposed fee"."""
    layers = context.layers
    whole = layers.subtree(thing)
    matter = tuple(j for j in whole if layers.tokens[j].dep not in ("poss", "case"))
    said = Polarity()  # whatever others do about it
    return Act(PROPOSAL, thing, thing, who[:1], None, (), matter, clauses.span_of(layers, whole), Voice(), said)


def _aimed(context: Context, i: int, aim: int, inner: int) -> Iterator[Act]:
    """The aim of a party named before the noun, or of the speaker: to come to terms is to be open to them."""
    layers, heard = context.layers, voice(context, i)
    whose = layers.child(aim, "poss")
    actor = owners(context, aim)
    if whose is not None and first_person(layers.tokens[whose]) and heard.party is not None:
        actor = (heard.party,)
    if actor:
        cue = REACHING if layers.tokens[inner].lemma in TERMS else TURN
        clause = clauses.span_of(layers, clauses.clause(layers, i))
        yield Act(cue, i, i, actor[:1], whose, (), tuple(layers.subtree(inner)), clause, heard, polarity(layers, i))


def _is_imperative(context: Context, i: int) -> bool:
    """Whether a bare verb opens what somebody is quoted as saying: "Stop the patrols", "Do not sign it"."""
    layers, token = context.layers, context.layers.tokens[i]
    bare = layers.child(i, "nsubj", "nsubjpass", "mark", "expl") is None and token.dep in MAIN
    if not bare or context.quote_at(token.start) is None:
        return False
    if token.lemma in IDLE | words("unrefusing.tsv") | words("reports.tsv"):
        return False
    if token.lemma == "let" and any(t.lower in OURSELVES for t in layers.tokens[i + 1 : i + 2]):
        return False  # "let us hope"
    before = [t for t in layers.tokens_of(layers.sentence_of(i)) if t.i < i]
    ahead = list(reversed(before))
    opened = next((n for n, t in enumerate(ahead) if t.pos == "PUNCT" and t.lower in arguments.QUOTE_MARKS), len(ahead))
    inside = ahead[:opened]
    return all(t.lower in OPENING or t.pos in ("PUNCT", "ADV") for t in inside)


def _is_ruled_out(layers: Layers, i: int) -> bool:
    """Whether nothing of a kind is to be done: "no map can be taken as a basis", "no cargo would be let in"."""
    thing = layers.child(i, "nsubjpass")
    modal = any(layers.tokens[c].tag == "MD" for c in layers.children[i] if layers.tokens[c].dep == "aux")
    if thing is None or not modal or layers.tokens[i].lemma in words("unrefusing.tsv"):
        return False
    none = any(layers.tokens[c].lower == "no" for c in layers.children[thing])
    return none or layers.tokens[thing].lower in ("nothing", "nobody", "none")


def _duty(layers: Layers, i: int) -> list[int] | None:
    """What has got to be done: "we have got to end the patrols"."""
    inner, has = layers.child(i, "xcomp"), layers.child(i, "aux")
    if (
        inner is None
        or has is None
        or layers.tokens[i].dep == "relcl"
        or layers.tokens[has].lemma not in ("have", "'ve", "’ve", "'s", "’s")
    ):
        return None
    if any(layers.tokens[c].tag in ("WP", "WDT") for c in (*layers.children[i], *layers.children[inner])):
        return None  # "what they have got to offer"
    plain = layers.tokens[inner].lemma in words("unrefusing.tsv") | words("reports.tsv")  # "I have got to tell you"
    return layers.subtree(inner) if layers.tokens[inner].tag == "VB" and not plain else None


def _turn(layers: Layers, i: int) -> list[int] | None:
    """What is said to be up to somebody: "it is up to Karsia to pay"; None if i says nothing of the kind."""
    whose = _for_whom(layers, i)
    if whose is not None:
        return layers.subtree(whose)
    up = next((c for c in layers.children[i] if c > i and layers.tokens[c].lower in ("up", "incumbent")), None)
    if up is None or not any(t.lower in ("to", "on", "upon") for t in layers.tokens[up + 1 : up + 2]):
        return None
    inner = next(
        (c for c in layers.children[i] if c > up and layers.tokens[c].dep in ("xcomp", "advcl", "ccomp")), None
    )
    return None if inner is None else layers.subtree(inner)


def _only_way(layers: Layers, i: int) -> list[int] | None:
    """What is said to be the only way: "the only solution is a truce"."""
    way, told = layers.child(i, "nsubj"), layers.child(i, "attr", "xcomp", "ccomp")
    if way is None or told is None or layers.tokens[way].lemma not in WAYS:
        return None
    only = any(layers.tokens[c].lower in ("only", "sole") for c in layers.children[way])
    return layers.subtree(told) if only else None


def _excess(layers: Layers, i: int) -> tuple[Cue, int, list[int]] | None:
    """A policy judged by its measure: "the fee is too high", "the offer is not good enough"."""
    judged, quality = layers.child(i, "nsubj"), layers.child(i, "acomp")
    if judged is None or quality is None or layers.tokens[judged].lemma not in words("policies.tsv"):
        return None
    degree = {layers.tokens[c].lower for c in layers.children[quality]}
    denied = any(layers.tokens[c].dep == "neg" for c in layers.children[i])
    if "too" in degree and not denied:
        return TOO_MUCH, quality, layers.subtree(judged)
    return (NOT_ENOUGH, quality, layers.subtree(judged)) if "enough" in degree and denied else None


def _for_whom(layers: Layers, i: int) -> int | None:
    """The verb of what is said to be somebody's to do: "it is for Karsia to decide"."""
    subject = layers.child(i, "nsubj", "expl")
    if subject is None or layers.tokens[subject].lower != "it" or layers.child(i, "acomp", "attr") is not None:
        return None
    inner = [c for c in layers.children[i] if layers.tokens[c].dep in ("xcomp", "advcl", "ccomp")]
    return next((c for c in inner if any(layers.tokens[k].lower == "for" for k in layers.children[c])), None)


def _aim(layers: Layers, i: int) -> tuple[int, int] | None:
    """Whose aim is told and what it is, as tokens: of "its aim is to end the patrols" the aim and "end"."""
    subject, inner = layers.child(i, "nsubj"), layers.child(i, "xcomp", "ccomp")
    if subject is None or inner is None or layers.tokens[subject].lemma not in AIMS:
        return None
    return subject, inner


def _only_when(layers: Layers, i: int) -> list[int] | None:
    """The condition without which nothing goes on: "talks can resume only when the patrols end", "it will leave only
    if they pay"."""
    mood, own = polarity(layers, i).mood, layers.child(i, "nsubj")
    promised = mood == "planned" and own is not None and layers.tokens[own].pos in ("PRON", "PROPN")
    if mood != "possible" and not promised:
        return None
    for c in layers.children[i]:
        marks = [k for k in layers.children[c] if layers.tokens[k].lower in ("when", "if", "after", "once") and k < c]
        if layers.tokens[c].dep == "advcl" and marks and layers.tokens[min(marks) - 1].lower == "only":
            return [j for j in layers.subtree(c) if j > min(marks)]
    return None
