"""Conditions that no "if" introduces: what was asked before "otherwise", "or else" or "if not", what a preposition or
the subject states ("without an apology", "any attack will be met with force")."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract import clauses
from onrecord.extract.acts.lexicon import words
from onrecord.extract.conditionals.candidates import Candidate, one_side
from onrecord.extract.conditionals.consequences import kind_of
from onrecord.extract.polarity import polarity
from onrecord.layers import Layers, Sentence

PHRASES = (("in", ("event", "case", "emergency")), ("in", ("exchange", "return")), ("on", ("condition",)))
LACKING = frozenset({"without", "failing", "absent", "barring"})
HAVING = frozenset(
    {"have", "cause", "mean", "spark", "carry", "bring", "snowball", "escalate", "spiral", "erupt", "plunge"}
)
MET = HAVING | {
    "meet",
    "face",
    "trigger",
    "lead",
    "result",
    "provoke",
    "draw",
    "invite",
    "prompt",
    "produce",
    "cost",
    "fail",
}
DOINGS = frozenset(["action", "aggression", "attack", "attempt", "decision", "deployment", "escalation", "failure"])
DOINGS |= {"incursion", "interference", "intervention", "invasion", "lack", "move", "provocation", "refusal", "step"}
DOINGS |= {"war", "conflict", "clash", "confrontation", "fighting", "outbreak", "hostility"}
DOINGS |= {"strike", "violation", "withdrawal", "breach", "delay", "continuation", "absence", "rejection"}
ANSWER = frozenset({"respond", "react", "retaliate"})
ASKING = frozenset({"must", "should", "had", "have", "has", "needs", "need"})
DEARLY = frozenset({"face", "risk", "suffer", "expect", "pay", "lose"})
AHEAD = frozenset({"will", "would", "'ll", "’ll", "shall", "may", "could", "might"})
QUICK = frozenset({"quickly", "immediately", "soon", "shortly", "only", "not", "later", "directly", "yet"})


def implied_conditions(layers: Layers, i: int) -> Iterator[Candidate]:
    """The pairs of condition and consequence that token i tells of without an "if"."""
    token = layers.tokens[i]
    if token.pos in ("VERB", "AUX", "NOUN") and token.lower in DEARLY:
        yield from _or_suffer(layers, i)
    if token.pos in ("VERB", "AUX"):
        yield from _otherwise(layers, i)
        yield from _or_will(layers, i)
        yield from _subject_as_condition(layers, i)
        yield from _answers(layers, i)
    elif token.dep == "prep":
        yield from _phrase_of_condition(layers, i)


def _otherwise(layers: Layers, i: int) -> Iterator[Candidate]:
    """ "must leave, otherwise we will strike", "... or else it will strike", "Otherwise ...", "If not, ..."."""
    sentence = layers.sentence_of(i)
    own = [j for j in clauses.clause(layers, i) if layers.tokens[j].lower != "otherwise"]
    turns = [t.i for t in layers.tokens_of(sentence) if _turns(layers, t.i) and t.i < i]
    turn = next((t for t in turns if layers.tokens[t].head == i or t + 1 in (min(own), _start(layers, i))), None)
    if turn is None:
        return
    before = _asked_before(layers, sentence, turn, i)
    yield Candidate(i, tuple(j for j in own if j > turn), before)


def _start(layers: Layers, i: int) -> int:
    return min((c for c in layers.children[i] if c < i), default=i)


def _turns(layers: Layers, i: int) -> bool:
    """Whether token i turns to what follows if not: "otherwise", "else" behind "or", "not" of "If not, ..."."""
    word, before = layers.tokens[i].lower, layers.tokens[i - 1].lower if i else ""
    return word == "otherwise" or (word == "else" and before == "or") or (word == "not" and _is_if_not(layers, i))


def _is_if_not(layers: Layers, i: int) -> bool:
    sentence = layers.sentence_of(i)
    first = next((t.i for t in layers.tokens_of(sentence) if t.pos != "PUNCT"), i)
    comma = any(t.lower == "," for t in layers.tokens[i + 1 : i + 2])
    return layers.tokens[i - 1].lower == "if" and i - 1 == first and comma


def _asked_before(layers: Layers, sentence: Sentence, turn: int, i: int) -> tuple[int, ...]:
    """What was asked for before the turn: in the sentence, less who reports it, or in the sentence before."""
    told = [j for j in layers.ancestors(i) if j < turn and layers.tokens[j].lemma in words("reports.tsv")]
    first = max(told, default=sentence.first - 1) + 1
    before = [j for j in range(first, turn) if layers.tokens[j].lower not in ("or", "if")]
    if not any(layers.tokens[j].pos in ("VERB", "AUX") for j in before):
        earlier = [s for s in layers.sentences if s.last == sentence.first]
        before = [t.i for s in earlier for t in layers.tokens_of(s)]
    asked = any(layers.tokens[j].lower in ASKING or layers.tokens[j].tag == "VB" for j in before)
    return tuple(before) if asked else ()


def _or_suffer(layers: Layers, i: int) -> Iterator[Candidate]:
    """ "must leave by Friday or face sanctions": the parse may take "face" for anything, so the words count."""
    sentence = layers.sentence_of(i)
    if i - 1 <= sentence.first or layers.tokens[i - 1].lower != "or":
        return
    before = tuple(range(sentence.first, i - 1))
    if not any(layers.tokens[j].lower in ASKING or layers.tokens[j].lower == "to" for j in before):
        return
    end = next((t.i for t in layers.tokens[i : sentence.last] if t.pos == "PUNCT"), sentence.last)
    verb = next((j for j in before if layers.tokens[j].lower in ASKING), None)
    yield Candidate(i if verb is None else layers.tokens[verb].head, tuple(range(i, end)), before)


def _or_will(layers: Layers, i: int) -> Iterator[Candidate]:
    """ "Leave the strait or we will strike", "told it not to sail, or it would pay"."""
    head = layers.tokens[i].head
    joined = layers.tokens[i].dep == "conj" and any(layers.tokens[c].lower == "or" for c in layers.children[head])
    subject = layers.child(i, "nsubj", "nsubjpass")
    if not joined or subject is None or not any(layers.tokens[c].lower in AHEAD for c in layers.children[i]):
        return
    turn = next((j for j in range(i, head, -1) if layers.tokens[j].lower == "or"), i)
    auxiliaries = {layers.tokens[c].lower for c in layers.children[head] if layers.tokens[c].dep == "aux"}
    asked = bool(auxiliaries & ASKING) or (layers.tokens[head].tag == "VB" and not auxiliaries & AHEAD)
    inner = clauses.complement(layers, head)
    if asked or (inner is not None and clauses.is_asked(layers, inner)):
        start = min(layers.subtree(head if asked or inner is None else inner))
        yield Candidate(i, tuple(clauses.clause(layers, i)), tuple(range(start, turn)))


def _phrase_of_condition(layers: Layers, i: int) -> Iterator[Candidate]:
    """ "in the event of ...", "in exchange for ...", "on condition that ...", "without ...", "for every ship ..."."""
    inner = layers.child(i, "pobj", "pcomp")
    verb = clauses.predicate(layers, i)
    top = i
    if layers.tokens[verb].tag == "VBN" and layers.tokens[verb].dep == "advcl" and verb > i:
        top, verb = verb, layers.tokens[verb].head  # "for every ship sent home"
    if inner is None or not _states_condition(layers, i, inner, verb):
        return
    condition = layers.subtree(top)
    rest = [j for j in clauses.clause(layers, verb) if j not in condition]
    if rest:
        yield Candidate(verb, tuple(one_side(rest, condition)), tuple(condition))


def _states_condition(layers: Layers, i: int, inner: int, verb: int) -> bool:
    word, noun = layers.tokens[i].lower, layers.tokens[inner]
    leads = i < verb and verb in (layers.tokens[i].head, layers.tokens[layers.tokens[i].head].head)
    if word in LACKING:
        ahead = polarity(layers, verb).mood in ("planned", "possible") or kind_of(layers, verb) is not None
        return leads and ahead
    if word == "for":
        return leads and any(layers.tokens[c].lower in ("every", "each") for c in layers.children[inner])
    for lead, nouns in PHRASES:
        if word == lead and noun.lemma in nouns:
            about = noun.lemma == "case" and layers.child(inner, "det", "amod") is not None
            return not about and len(layers.subtree(inner)) > 2  # "in the case of his brother" is no condition
    return False


def _subject_as_condition(layers: Layers, i: int) -> Iterator[Candidate]:
    """ "any attack would be met with sanctions", "failure to pay will lead to war", "ousting him would mean chaos"."""
    subject = layers.child(i, "nsubj", "nsubjpass", "csubj")
    if layers.tokens[i].lemma not in MET or subject is None or polarity(layers, i).mood not in ("planned", "possible"):
        return
    token = layers.tokens[subject]
    open_ended = any(layers.tokens[c].lower in ("any", "further", "another", "such") for c in layers.children[subject])
    if not (open_ended or token.dep == "csubj" or token.lemma in DOINGS):
        return
    condition = layers.subtree(subject)
    rest = [j for j in clauses.clause(layers, i) if j not in condition]
    if layers.tokens[i].lemma in HAVING and not any(kind_of(layers, j) for j in rest if j > i):
        return
    yield Candidate(i, tuple(one_side(rest, condition)), tuple(condition))


def _answers(layers: Layers, i: int) -> Iterator[Candidate]:
    """ "will react harshly to unfriendly steps"; without the "to" no condition is stated."""
    said = polarity(layers, i)
    if (
        layers.tokens[i].lemma not in ANSWER
        or layers.tokens[i].dep == "acl"
        or said.negated
        or said.mood not in ("planned", "possible")
    ):
        return
    ties = {layers.tokens[c].lower: c for c in layers.children[i] if layers.tokens[c].dep == "prep"}
    to = ties.get("to", ties.get("against"))
    how = [c for c in layers.children[i] if layers.tokens[c].dep == "advmod" and layers.tokens[c].lower not in QUICK]
    plain = to is None and not how and not {"with", "in"} & ties.keys() and layers.tokens[i].lemma != "retaliate"
    if plain or layers.tokens[i].tag == "VBG":
        return  # "plans to respond as soon as possible"
    condition = layers.subtree(to)[1:] if to is not None and layers.tokens[to].lower == "to" else []
    rest = [j for j in clauses.clause(layers, i) if j not in condition and (not condition or j != to)]
    yield Candidate(i, tuple(one_side(rest, condition) if condition else rest), tuple(condition))
