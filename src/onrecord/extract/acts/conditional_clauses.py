"""Conditions and their consequences by the parse alone, whoever speaks: if, unless, in the event of, otherwise ..."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract import clauses
from onrecord.extract.acts.consequences import kind_of
from onrecord.extract.acts.lexicon import words
from onrecord.extract.polarity import is_inverted, polarity
from onrecord.layers import Layers, Sentence

MARKS = frozenset({"if", "unless", "lest", "once", "provided", "providing", "until"})
PHRASES = (("in", ("event", "case")), ("in", ("exchange", "return")), ("on", ("condition",)))
HAVING = {"have", "cause", "mean", "spark", "carry", "bring"}
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})
MET = {"meet", "face", "trigger", "lead", "result", "provoke", "draw", "invite", "prompt", *HAVING}
ANSWER = frozenset({"respond", "react", "retaliate"})
ASKING = {"must", "should", "had", "have", "has", "needs"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A condition and its consequence by the parse; `verb` is the consequence's predicate."""

    verb: int
    consequence: tuple[int, ...]
    condition: tuple[int, ...] = ()
    actor: tuple[str, ...] = ()


def conditional_clauses(layers: Layers, sentence: Sentence) -> Iterator[Candidate]:
    """Every pair of condition and consequence that the grammar of one sentence shows."""
    for token in layers.tokens_of(sentence):
        if token.pos in ("VERB", "AUX"):
            yield from _clause_of_condition(layers, token.i)
            yield from _provided_that(layers, token.i)
            yield from _otherwise(layers, token.i)
            yield from _met_with(layers, token.i)
            yield from _answers(layers, token.i)
        elif token.dep == "prep":
            yield from _phrase_of_condition(layers, token.i)


def _clause_of_condition(layers: Layers, i: int) -> Iterator[Candidate]:
    """ "if they attack", "should they attack", "unless", "once", "until", hung on the consequence's verb."""
    token = layers.tokens[i]
    mark = next(
        (
            layers.tokens[c].lower
            for c in layers.children[i]
            if layers.tokens[c].dep in ("mark", "advmod") and layers.tokens[c].lower in MARKS and c < i
        ),
        None,
    )
    around = (token.head, *layers.children[token.head])
    long = any(layers.tokens[c].lower == "long" for c in around) and mark is None
    long = long and any(layers.tokens[c].lower == "as" for c in layers.children[i])
    added = token.dep == "conj" and mark in ("if", "unless")  # "said it would come, but only if they left"
    if (token.dep not in ("advcl", "ccomp") and not added) or not (mark or long or is_inverted(layers, i)):
        return
    if token.dep == "ccomp" and mark in ("if", None) and not is_inverted(layers, i):
        return
    top = token.head if long and layers.tokens[token.head].lower == "long" else i
    verb = _consequence_verb(layers, layers.tokens[top].head, i)
    if verb is None or (mark == "until" and not polarity(layers, verb).negated):
        return
    condition = layers.subtree(top)
    if len(condition) < 3:
        return
    rest = [j for j in clauses.clause(layers, verb, frozenset({top})) if j not in condition]
    yield Candidate(verb, tuple(one_side(rest, condition)), tuple(condition))


def _provided_that(layers: Layers, i: int) -> Iterator[Candidate]:
    """ "is open to a deal provided that the talks go on"."""
    token = layers.tokens[i]
    if token.lower not in ("provided", "providing") or token.head > i or layers.child(i, "nsubj", "nsubjpass", "aux"):
        return
    if token.dep not in ("advcl", "prep", "acl", "ccomp") or layers.tokens[i - 1].pos == "CCONJ":
        return
    end = layers.sentence_of(i).last
    while layers.tokens[end - 1].pos == "PUNCT":
        end -= 1
    condition = list(range(i, end))
    if not any(layers.tokens[j].tag in FINITE for j in condition[1:]):
        return  # "provided them with shelter"
    told = [c for c in layers.children[token.head] if layers.tokens[c].dep == "ccomp" and c < i]
    verb = told[-1] if token.dep == "ccomp" and told else clauses.predicate(layers, token.head)
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
    if told and token.lemma in words("reports.tsv") and (condition < told[0] or layers.tokens[condition].dep == "conj"):
        return told[0]
    return head if layers.tokens[head].pos in ("VERB", "AUX", "ADJ", "NOUN") else None


def one_side(rest: list[int], condition: list[int]) -> list[int]:
    """The part of the consequence on the side of the condition where most of it lies."""
    before = [j for j in rest if j < min(condition)]
    behind = [j for j in rest if j > max(condition)]
    return before if len(before) >= len(behind) else behind


def _phrase_of_condition(layers: Layers, i: int) -> Iterator[Candidate]:
    """ "in the event of ...", "in exchange for ...", "on condition that ..."."""
    token = layers.tokens[i]
    inner = layers.child(i, "pobj")
    for word, nouns in PHRASES:
        if token.lower != word or inner is None or layers.tokens[inner].lemma not in nouns:
            continue
        about = layers.tokens[inner].lemma == "case" and layers.child(inner, "det", "amod") is not None
        if about or len(layers.subtree(inner)) < 3:
            continue  # "in the case of his brother" is no condition
        verb = clauses.predicate(layers, i)
        condition = layers.subtree(i)
        rest = [j for j in clauses.clause(layers, verb) if j not in condition]
        if rest:
            yield Candidate(verb, tuple(one_side(rest, condition)), tuple(condition))


def _met_with(layers: Layers, i: int) -> Iterator[Candidate]:
    """ "any attack would be met with sanctions": the subject is the condition."""
    token = layers.tokens[i]
    subject = layers.child(i, "nsubj", "nsubjpass")
    if token.lemma not in MET or subject is None or polarity(layers, i).mood not in ("planned", "possible"):
        return
    if not any(layers.tokens[c].lower in ("any", "further", "another", "such") for c in layers.children[subject]):
        return
    patient = layers.child(i, "dobj")
    if token.lemma in HAVING and (patient is None or kind_of(layers, patient) is None):
        return
    condition = layers.subtree(subject)
    rest = [j for j in clauses.clause(layers, i) if j not in condition]
    yield Candidate(i, tuple(one_side(rest, condition)), tuple(condition))


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
    yield Candidate(i, tuple(one_side(rest, condition) if condition else rest), tuple(condition))
