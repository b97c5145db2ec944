"""Conditions that no "if" introduces: what a preposition, the subject or an adjective states ("without an apology",
"any attack will be met with force", "whoever strikes us will pay", "is conditional on an apology")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from onrecord.extract import arguments, clauses
from onrecord.extract.acts.lexicon import table, words
from onrecord.extract.conditionals.candidates import Candidate, one_side
from onrecord.extract.conditionals.choices import choices
from onrecord.extract.conditionals.consequences import kind_of
from onrecord.extract.polarity import polarity
from onrecord.layers import Layers

PHRASES = (("in", ("event", "case", "emergency")), ("in", ("exchange", "return")), ("on", ("condition",)))
LACKING = frozenset({"without", "failing", "absent", "barring"})
ANYBODY = frozenset({"those", "anyone", "anybody", "everyone", "whoever", "all", "country", "nation", "state"})
ANYBODY |= {"company", "person", "people", "ship", "vessel", "plane", "aircraft", "government"}
HINGED = frozenset({"conditional", "contingent", "conditioned"})
TAKING = frozenset({"view", "regard", "consider", "treat", "see", "interpret", "deem"})
HOSTILE = frozenset({"war", "hostile", "aggression", "attack", "provocation", "enemy", "hostility"})
DUES = frozenset({"pay", "suffer", "answer", "bear", "face"})
NAMING = frozenset({"anonymity", "name", "identify", "identity", "quote", "attribute", "confidentiality"})
ANSWER = frozenset({"respond", "react", "retaliate"})
QUICK = frozenset({"quickly", "immediately", "soon", "shortly", "only", "not", "later", "directly", "yet"})


def implied_conditions(layers: Layers, i: int) -> Iterator[Candidate]:
    """The pairs of condition and consequence that token i tells of without an "if"."""
    token = layers.tokens[i]
    yield from choices(layers, i)
    if token.pos in ("VERB", "AUX"):
        yield from _subject_as_condition(layers, i)
        yield from _answers(layers, i)
        yield from _dues(layers, i)
        yield from _taken_as(layers, i)
    if token.lemma in HINGED:
        yield from _hinged(layers, i)
    elif token.dep == "prep":
        yield from _phrase_of_condition(layers, i)


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
        said, kind = polarity(layers, verb), kind_of(layers, verb)
        if leads:
            return said.mood in ("planned", "possible") or kind is not None
        return said.mood == "planned" and noun.pos == "NOUN" and (said.negated or kind in ("threat", "warning"))
    if word == "for":
        return leads and any(layers.tokens[c].lower in ("every", "each") for c in layers.children[inner])
    named = any(layers.tokens[j].lemma in NAMING for j in layers.subtree(inner))
    if named or not any(word == lead and noun.lemma in nouns for lead, nouns in PHRASES):
        return False  # what is told "on condition that his name is not used" is no promise
    if noun.lemma == "emergency":
        return True
    about = noun.lemma == "case" and layers.child(inner, "det", "amod") is not None  # "in the case of his brother"
    bound = any(layers.tokens[c].lower in ("of", "for", "that") for c in layers.children[inner])
    return not about and (bound or layers.child(inner, "acl", "relcl", "ccomp") is not None)


def _subject_as_condition(layers: Layers, i: int) -> Iterator[Candidate]:
    """ "any attack would be met with sanctions", "failure to pay will lead to war", "ousting him would mean chaos",
    "those who attack us will pay dearly"."""
    subject = layers.child(i, "nsubj", "nsubjpass", "csubj", "csubjpass")
    if subject is None or polarity(layers, i).mood not in ("planned", "possible"):
        return
    condition = layers.subtree(subject)
    rest = [j for j in clauses.clause(layers, i) if j not in condition]
    told = [kind for j in rest if j >= i and (kind := kind_of(layers, j)) is not None]
    if _is_anybody(layers, subject):
        stated = "threat" in told
    else:
        telling = _outcomes().get(layers.tokens[i].lemma)
        stated = telling is not None and (telling or bool(told)) and _is_doing(layers, subject)
    if stated and not polarity(layers, i).negated:
        yield Candidate(i, tuple(one_side(rest, condition)), tuple(condition))


@lru_cache(maxsize=1)
def _outcomes() -> dict[str, bool]:
    """The verbs by which what somebody does has an outcome, and whether they tell by themselves that it is bad."""
    return {row["verb"]: row["telling"] == "yes" for row in table("outcomes.tsv")}


def _is_doing(layers: Layers, i: int) -> bool:
    """Whether a noun or a clause tells what somebody might do: "any move", "ousting him", "an attack"."""
    open_ended = any(layers.tokens[c].lower in ("any", "further", "another", "such") for c in layers.children[i])
    return open_ended or layers.tokens[i].dep in ("csubj", "csubjpass") or layers.tokens[i].lemma in words("doings.tsv")


def _is_anybody(layers: Layers, i: int) -> bool:
    """Whether a subject means anybody who does something: "those who attack us", "ships that enter", "whoever"."""
    who = layers.child(i, "nsubj") if layers.tokens[i].dep.startswith("csubj") else None
    if who is not None:
        return layers.tokens[who].lower in ("whoever", "who")
    does = any(
        layers.tokens[c].dep in ("relcl", "acl") and layers.tokens[c].tag in ("VBG", "VBP", "VBZ", "VBD", "VBN")
        for c in layers.children[i]
    )
    named = any(layers.tokens[c].lower in ("the", "these", "this", "its", "their") for c in layers.children[i])
    return does and not named and layers.tokens[i].lemma.lower() in ANYBODY


def _dues(layers: Layers, i: int) -> Iterator[Candidate]:
    """ "would pay a heavy price for closing the strait"."""
    if layers.tokens[i].lemma not in DUES or polarity(layers, i).mood not in ("planned", "possible"):
        return
    near = (i, *layers.children[i])
    done = next((c for h in near for c in layers.children[h] if layers.tokens[c].lower == "for" and c > i), None)
    inner = layers.child(done, "pcomp", "pobj") if done is not None else None
    if done is None or inner is None or kind_of(layers, i) != "threat":
        return
    condition = layers.subtree(done)
    rest = [j for j in clauses.clause(layers, i) if j not in condition]
    yield Candidate(i, tuple(one_side(rest, condition)), tuple(condition))


def _taken_as(layers: Layers, i: int) -> Iterator[Candidate]:
    """ "would regard a blockade as an act of war", "any attack will be considered a declaration of war"."""
    if layers.tokens[i].lemma not in TAKING or polarity(layers, i).mood != "planned" or polarity(layers, i).negated:
        return
    step, named = arguments.patient(layers, i), arguments.label(layers, i)
    as_ = named if named is not None and layers.tokens[named].pos != "VERB" else arguments.after(layers, i, "as")
    if step is None or as_ is None or step == as_:
        return
    if {layers.tokens[j].lemma for j in layers.subtree(as_)} & HOSTILE:
        condition = layers.subtree(step) if step < i else []  # what stands between is no condition apart
        rest = tuple(j for j in clauses.clause(layers, i) if j not in condition)
        yield Candidate(i, rest, tuple(condition), kind="threat")


def _hinged(layers: Layers, i: int) -> Iterator[Candidate]:
    """ "its return is conditional on an apology", "has made its return conditional on an apology"."""
    verb = clauses.predicate(layers, i)
    on = next((c for h in (i, verb) for c in layers.children[h] if _is_on(layers, c, i)), None)
    condition = layers.child(on, "pobj", "pcomp") if on is not None else None
    if condition is None or verb == i:
        return
    made = layers.tokens[verb].lemma == "make"
    thing = layers.child(verb, "dobj", "ccomp") if made else arguments.subject(layers, verb)
    if thing is not None and thing < i and not polarity(layers, verb).negated:
        said = tuple(j for j in layers.subtree(thing) if j < i)
        yield Candidate(verb, said, tuple(layers.subtree(condition)), kind="promise", by=verb)


def _is_on(layers: Layers, i: int, behind: int) -> bool:
    return layers.tokens[i].lower in ("on", "upon") and i > behind


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
    what = layers.child(to, "pobj") if to is not None else None
    if what is not None and layers.tokens[what].lemma in words("answered.tsv"):
        return  # "will respond to the allegations"
    how = [c for c in layers.children[i] if layers.tokens[c].dep == "advmod" and layers.tokens[c].lower not in QUICK]
    plain = to is None and not how and not {"with", "in"} & ties.keys() and layers.tokens[i].lemma != "retaliate"
    if plain or layers.tokens[i].tag == "VBG":
        return  # "plans to respond as soon as possible"
    condition = layers.subtree(to)[1:] if to is not None and layers.tokens[to].lower == "to" else []
    rest = [j for j in clauses.clause(layers, i) if j not in condition and (not condition or j != to)]
    yield Candidate(i, tuple(one_side(rest, condition) if condition else rest), tuple(condition))
