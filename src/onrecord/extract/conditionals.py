"""Threats, warnings and promises with their conditions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.extract import clauses
from onrecord.extract.acts import Act, find_acts
from onrecord.extract.context import Context
from onrecord.extract.lexicon import table, words
from onrecord.extract.polarity import is_inverted, is_supposed, polarity
from onrecord.extract.voice import owners, parties_at, voice
from onrecord.layers import Layers
from onrecord.readings import Conditional, ConditionalKind
from onrecord.text import Span

MARKS = frozenset({"if", "unless", "lest", "once", "provided", "providing", "until"})
PHRASES = (("in", ("event", "case")), ("in", ("exchange", "return")), ("on", ("condition",)), ("without", ()))
HAVING = {"have", "cause", "mean", "spark", "carry", "bring"}
MET = {"meet", "face", "trigger", "lead", "result", "provoke", "draw", "invite", "prompt", *HAVING}
ANSWER = frozenset({"respond", "react", "retaliate"})
EASING = {"troop", "force", "soldier", "army", "strike", "attack", "blockade", "sanction", "patrol", "war"}
WARNINGS = {"warn", "caution", "warning"}
ASKING = {"must", "should", "had", "have", "has", "needs"}
COMMITTED = {"open", "willing", "must", "shall", "prepared", "ready", "will", "would"}
GIVING = {"pledge", "promise", "offer", "agree", "vow"}
NO_PARTY = frozenset({"i", "you", "one", "anybody", "anyone", "so", "any", "necessary", "possible", "not"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A condition and its consequence by the parse; `verb` is the consequence's predicate."""

    verb: int
    consequence: tuple[int, ...]
    condition: tuple[int, ...] = ()
    actor: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def _kinds() -> dict[str, ConditionalKind]:
    kinds: dict[str, ConditionalKind] = {"threat": "threat", "warning": "warning", "promise": "promise"}
    return {row["word"]: kinds[row["kind"]] for row in table("consequences.tsv")}


def find_conditionals(context: Context) -> tuple[Conditional, ...]:
    """The threats, warnings and promises of one article, in the order of the text, none told twice in one clause."""
    kept: list[Conditional] = []
    for candidate in sorted(_candidates(context), key=lambda c: (not c.condition, c.verb)):
        found = _conditional(context, candidate)
        if found is not None and not any(k.consequence.overlaps(found.consequence) for k in kept):
            kept.append(found)
    return tuple(sorted(kept, key=lambda c: (c.consequence.start, c.consequence.end)))


def _candidates(context: Context) -> Iterator[Candidate]:
    layers = context.layers
    for sentence in context.sentences():
        for token in layers.tokens_of(sentence):
            if token.pos in ("VERB", "AUX"):
                yield from _clause_of_condition(layers, token.i)
                yield from _provided_that(layers, token.i)
                yield from _otherwise(layers, token.i)
                yield from _met_with(layers, token.i)
                yield from _answers(layers, token.i)
            elif token.dep == "prep":
                yield from _phrase_of_condition(layers, token.i)
    for act in find_acts(context):
        threat = act.cue.type == "THREATEN" and act.cue.stance is None
        if threat and act.cue.words[0] in WARNINGS and not _foretells(layers, act):
            continue
        vow = act.cue.stance == "offers" and act.cue.type == "AGREE" and threatens(layers, act.matter)
        if act.actor and act.matter and (threat or vow):
            yield _split(layers, act)


def _foretells(layers: Layers, act: Act) -> bool:
    """Whether a warning names a harm or a condition: "warned that the plan was dear" does neither."""
    kinds = {_kind_of(layers, j) for j in act.matter}
    return bool(kinds - {None}) or any(is_supposed(layers, j) for j in act.matter)


def _split(layers: Layers, act: Act) -> Candidate:
    """A threat by its own verb or noun, the condition taken out of what it threatens."""
    for j in act.matter:
        if layers.tokens[j].dep == "advcl" and is_supposed(layers, j):
            condition = layers.subtree(j)
            rest = [k for k in act.matter if k not in condition]
            if rest:
                return Candidate(act.at, tuple(_one_side(rest, condition)), tuple(condition), act.actor)
    return Candidate(act.at, act.matter, (), act.actor)


def _clause_of_condition(layers: Layers, i: int) -> Iterator[Candidate]:
    """ "if they attack", "should they attack", "unless", "once", "until", hung on the consequence's verb."""
    token = layers.tokens[i]
    mark = next(
        (
            layers.tokens[c].lower
            for c in layers.children[i]
            if layers.tokens[c].dep in ("mark", "advmod") and layers.tokens[c].lower in MARKS
        ),
        None,
    )
    long = any(layers.tokens[c].lower == "long" for c in layers.children[token.head]) and mark is None
    long = long and any(layers.tokens[c].lower == "as" for c in layers.children[i])
    if token.dep not in ("advcl", "ccomp") or not (mark or long or is_inverted(layers, i)):
        return
    if token.dep == "ccomp" and mark in ("if", None) and not is_inverted(layers, i):
        return
    verb = _consequence_verb(layers, token.head, i)
    if verb is None or (mark == "until" and not polarity(layers, verb).negated):
        return
    condition = layers.subtree(i)
    if len(condition) < 3:
        return
    rest = [j for j in clauses.clause(layers, verb, frozenset({i})) if j not in condition]
    yield Candidate(verb, tuple(_one_side(rest, condition)), tuple(condition))


def _provided_that(layers: Layers, i: int) -> Iterator[Candidate]:
    """ "is open to a deal provided that the talks go on"."""
    token = layers.tokens[i]
    if token.lower not in ("provided", "providing") or token.dep not in ("advcl", "prep") or token.head > i:
        return
    if layers.child(i, "ccomp", "pcomp") is None:
        return
    condition = layers.subtree(i)
    verb = clauses.predicate(layers, token.head)
    rest = [j for j in clauses.clause(layers, verb, frozenset({i})) if j not in condition and j < i]
    if rest:
        yield Candidate(verb, tuple(rest), tuple(condition))


def _otherwise(layers: Layers, i: int) -> Iterator[Candidate]:
    """ "must leave, otherwise we will strike", "or else it will strike": the condition is what is asked before."""
    sentence = layers.sentence_of(i)
    start = min((c for c in layers.children[i] if c < i), default=i)
    own = [j for j in clauses.clause(layers, i) if layers.tokens[j].lower != "otherwise"]
    turns = [t.i for t in layers.tokens_of(sentence) if t.lower in ("otherwise", "else") and t.i < i]
    turn = next((t for t in turns if layers.tokens[t].head == i or t + 1 in (start, min(own))), None)
    if turn is None or (layers.tokens[turn].lower == "else" and layers.tokens[turn - 1].lower != "or"):
        return
    told = [j for j in layers.ancestors(i) if j < turn and layers.tokens[j].lemma in words("reports.tsv")]
    before = range(max(told, default=sentence.first - 1) + 1, turn - (layers.tokens[turn].lower == "else"))
    asked = any(layers.tokens[j].lower in ASKING for j in before)
    yield Candidate(i, tuple(j for j in own if j > turn), tuple(before) if asked else ())


def _consequence_verb(layers: Layers, head: int, condition: int) -> int | None:
    """The verb that the condition is for: its head, or what its head reports."""
    token = layers.tokens[head]
    if layers.tokens[condition].dep == "ccomp" and token.dep == "advcl" and token.head > condition:
        return token.head  # "warned that should they attack, it must respond": the parse turns it about
    told = [c for c in layers.children[head] if layers.tokens[c].dep == "ccomp" and c != condition]
    if told and condition < told[0] and token.lemma in words("reports.tsv"):
        return told[0]
    return head if layers.tokens[head].pos in ("VERB", "AUX", "ADJ", "NOUN") else None


def _one_side(rest: list[int], condition: list[int]) -> list[int]:
    """The part of the consequence on the side of the condition where most of it lies."""
    before = [j for j in rest if j < min(condition)]
    behind = [j for j in rest if j > max(condition)]
    return before if len(before) >= len(behind) else behind


def _phrase_of_condition(layers: Layers, i: int) -> Iterator[Candidate]:
    """ "in the event of ...", "in exchange for ...", "on condition that ..."."""
    token = layers.tokens[i]
    inner = layers.child(i, "pobj")
    for word, nouns in PHRASES:
        if token.lower != word or inner is None or not nouns or layers.tokens[inner].lemma not in nouns:
            continue
        about = layers.tokens[inner].lemma == "case" and layers.child(inner, "det", "amod") is not None
        if about or len(layers.subtree(inner)) < 3:
            continue  # "in the case of his brother" is no condition
        verb = clauses.predicate(layers, i)
        condition = layers.subtree(i)
        rest = [j for j in clauses.clause(layers, verb) if j not in condition]
        if rest:
            yield Candidate(verb, tuple(_one_side(rest, condition)), tuple(condition))


def _met_with(layers: Layers, i: int) -> Iterator[Candidate]:
    """ "any attack would be met with sanctions": the subject is the condition."""
    token = layers.tokens[i]
    subject = layers.child(i, "nsubj", "nsubjpass")
    if token.lemma not in MET or subject is None or polarity(layers, i).mood not in ("planned", "possible"):
        return
    if not any(layers.tokens[c].lower in ("any", "further", "another", "such") for c in layers.children[subject]):
        return
    patient = layers.child(i, "dobj")
    if token.lemma in HAVING and (patient is None or _kind_of(layers, patient) is None):
        return
    condition = layers.subtree(subject)
    rest = [j for j in clauses.clause(layers, i) if j not in condition]
    yield Candidate(i, tuple(_one_side(rest, condition)), tuple(condition))


def _answers(layers: Layers, i: int) -> Iterator[Candidate]:
    """ "will react harshly to unfriendly steps"; without the "to" no condition is stated."""
    said = polarity(layers, i)
    if layers.tokens[i].lemma not in ANSWER or said.negated or said.mood not in ("planned", "possible"):
        return
    to = next(
        (
            c
            for c in layers.children[i]
            if layers.tokens[c].lower in ("to", "against") and layers.tokens[c].dep == "prep"
        ),
        None,
    )
    condition = layers.subtree(to)[1:] if to is not None else []
    rest = [j for j in clauses.clause(layers, i) if j not in condition and j != to]
    yield Candidate(i, tuple(_one_side(rest, condition) if condition else rest), tuple(condition))


def _conditional(context: Context, found: Candidate) -> Conditional | None:
    layers = context.layers
    if not found.consequence or not _is_commitment(layers, found):
        return None
    heard = voice(context, found.verb)
    who = clauses.agent(layers, found.verb)
    doer = parties_at(context, who) if who is not None else ()
    actor = found.actor or ((heard.party,) if heard.party else doer)
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
        when=context.timex_in(sentence.span),
    )


def _is_commitment(layers: Layers, found: Candidate) -> bool:
    """Whether the consequence lies ahead and the condition is about somebody: no "if you like", no past."""
    subjects = {layers.tokens[j].lower for j in found.condition if layers.tokens[j].dep in ("nsubj", "nsubjpass")}
    if subjects and subjects <= NO_PARTY:
        return False
    if found.actor or layers.tokens[found.verb].lemma in GIVING:
        return True
    said = polarity(layers, found.verb).mood
    near = (found.verb, *layers.children[found.verb])
    said_so = {layers.tokens[j].lower for j in near}
    if "have" in said_so and layers.tokens[found.verb].tag == "VBN":
        return False  # "would have done": it did not come to it
    return said in ("planned", "possible") or bool(said_so & COMMITTED)


def threatens(layers: Layers, matter: Sequence[int]) -> bool:
    """Whether what somebody promises to do is a harm: "vowed to retaliate"."""
    kinds = (_kind_of(layers, j) for j in matter[:6] if layers.tokens[j].pos in ("VERB", "NOUN"))
    return next((k for k in kinds if k is not None), None) == "threat"


def _kind_of(layers: Layers, i: int) -> ConditionalKind | None:
    """The kind of one word; to pull back forces is a promise, to pull out of talks a threat."""
    known = _kinds().get(layers.tokens[i].lemma)
    if known == "threat" and layers.tokens[i].lemma in ("withdraw", "pull", "suspend", "end", "stop", "halt", "cut"):
        patient = clauses.patient(layers, i)
        if patient is not None and layers.tokens[patient].lemma in EASING:
            return "promise"
    return known


def _kind(layers: Layers, found: Candidate) -> ConditionalKind | None:
    """The kind that the first telling word of the consequence gives, the verb before its objects."""
    for j in (found.verb, *found.consequence):
        kind = _kind_of(layers, j)
        if kind is not None:
            return kind
    return "threat" if found.actor else None


def _parties_among(context: Context, indices: tuple[int, ...] | list[int]) -> list[str]:
    out: list[str] = []
    for j in indices:
        if context.layers.tokens[j].pos in ("NOUN", "PROPN", "PRON", "ADJ"):
            out += [p for p in (*context.agents(j), *owners(context, j)) if p not in out]
    return out


def condition_span(conditional: Conditional) -> Span:
    """The whole of it: condition and consequence."""
    spans = [conditional.consequence, *([conditional.condition] if conditional.condition else [])]
    return Span(min(s.start for s in spans), max(s.end for s in spans))
