"""Conditions that a clause states, and their consequences, by the parse alone: if, unless, once, should, provided,
only when, and before or while nothing is to be done."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract import clauses
from onrecord.extract.acts.lexicon import words
from onrecord.extract.conditionals.candidates import Candidate, one_side
from onrecord.extract.conditionals.consequences import kind_of
from onrecord.extract.conditionals.implied import implied_conditions
from onrecord.extract.conditionals.kinds import way_to_deed
from onrecord.extract.polarity import is_inverted, polarity
from onrecord.layers import Layers, Sentence

MARKS = frozenset(
    {"if", "unless", "lest", "once", "provided", "providing", "until", "before", "while", "when", "after"}
)
BARRING = frozenset({"until", "before", "while"})
TIMED = frozenset({"when", "after"})
WONDERING = frozenset(["ask", "wonder", "know", "see", "decide", "check", "doubt", "question", "tell", "say", "matter"])
WONDERING |= {"determine", "learn", "find", "consider", "discuss", "debate", "inquire", "enquire", "care", "test"}
WONDERING |= {"imagine", "be", "sure", "clear", "certain", "unclear", "unsure", "think", "mind", "predict", "explain"}
STAYING = frozenset({"remain", "stay", "continue", "last", "keep", "refuse", "decline", "wait", "hold", "withhold"})
LASTING = frozenset({"long", "soon"})
CERTAIN = frozenset({"inevitable", "unavoidable", "certain", "likely", "sure", "clear", "possible", "probable"})
FINITE = frozenset({"MD", "VBD", "VBP", "VBZ"})


def conditional_clauses(layers: Layers, sentence: Sentence) -> Iterator[Candidate]:
    """Every pair of condition and consequence that the grammar of one sentence shows, the stated ones first."""
    for token in layers.tokens_of(sentence):
        if token.pos in ("VERB", "AUX") or token.dep == "advcl":
            yield from _clause_of_condition(layers, token.i)
            yield from _provided_that(layers, token.i)
            yield from _turned_about(layers, token.i)
    for token in layers.tokens_of(sentence):
        yield from implied_conditions(layers, token.i)


def _clause_of_condition(layers: Layers, i: int) -> Iterator[Candidate]:
    """ "if they attack", "should they attack", "unless", "once", "as soon as", hung on the consequence's verb."""
    token = layers.tokens[i]
    mark = _mark(layers, i)
    lasting = mark is None and _is_lasting(layers, i)
    added = token.dep == "conj" and mark in ("if", "unless")  # "said it would come, but only if they left"
    inverted = is_inverted(layers, i, aside=True)
    if (token.dep not in ("advcl", "ccomp") and not added) or not (mark or lasting or inverted):
        return
    if token.dep == "ccomp" and _is_question(layers, i, mark):
        return
    top = token.head if lasting and layers.tokens[token.head].lower in LASTING else i
    verb = _consequence_verb(layers, layers.tokens[top].head, i)
    if verb is None or (mark in BARRING and not _lasts(layers, verb, mark)):
        return
    if mark in ("before", "while") and layers.tokens[token.head].lemma in words("reports.tsv"):
        return  # "while some agree, others insist that no talks should be held"
    condition = layers.subtree(top)
    if len(condition) < 3:
        return
    rest = [j for j in clauses.clause(layers, verb, frozenset({top})) if j not in condition]
    yield Candidate(verb, tuple(one_side(rest, condition)), tuple(condition))


def _turned_about(layers: Layers, i: int) -> Iterator[Candidate]:
    """ "it would act should they vote": the parse may take "vote" for what is said and "act" for its complement."""
    should = next((c for c in layers.children[i] if layers.tokens[c].lower == "should" and c < i), None)
    if layers.tokens[i].dep != "ROOT" or should is None or not is_inverted(layers, i, aside=True):
        return
    verb = next((c for c in layers.children[i] if layers.tokens[c].dep == "ccomp" and c < should), None)
    if verb is not None:
        condition = tuple(j for j in layers.subtree(i) if j >= should)
        yield Candidate(verb, tuple(j for j in clauses.clause(layers, verb) if j < should), condition)


def _is_question(layers: Layers, i: int, mark: str | None) -> bool:
    """Whether the complement clause i tells what is asked or said, no condition: "asked if the ships had left"."""
    wonders = layers.tokens[layers.tokens[i].head].lemma in WONDERING
    return (mark is None or mark in TIMED or (mark == "if" and wonders)) and not is_inverted(layers, i, aside=True)


def _mark(layers: Layers, i: int) -> str | None:
    """The word that makes clause i a condition; None for "even if", which grants one, and for a mere "when"."""
    marks = [c for c in layers.children[i] if layers.tokens[c].dep in ("mark", "advmod") and c < i]
    found = next((c for c in marks if layers.tokens[c].lower in MARKS), None)
    before = layers.tokens[found - 1].lower if found else ""
    if found is None or before == "even":
        return None
    if layers.tokens[found].lower in TIMED and before != "only" and not _is_awaited(layers, i, found):
        return None
    return layers.tokens[found].lower


def _is_awaited(layers: Layers, i: int, mark: int) -> bool:
    """Whether a "when" is waited for by what is given then: "will lift the siege when they leave"."""
    verb = layers.tokens[i].head
    given = kind_of(layers, verb) == "promise" and polarity(layers, verb).mood == "planned"
    return given and layers.tokens[mark].lower == "when" and not polarity(layers, verb).negated


def _lasts(layers: Layers, verb: int, mark: str) -> bool:
    """Whether a time is a condition: "will not lift it until", "no talks while", "will remain until", not "waited
    until"."""
    said = polarity(layers, verb)
    if mark != "until":
        return said.negated and said.mood != "happened"
    lasting = layers.tokens[verb].lemma in STAYING or kind_of(layers, verb) == "threat"
    return said.negated or (lasting and (said.mood == "planned" or _is_infinitive(layers, verb)))


def _is_lasting(layers: Layers, i: int) -> bool:
    """Whether "as long as" or "as soon as" introduces clause i."""
    around = (layers.tokens[i].head, *layers.children[layers.tokens[i].head])
    near = any(layers.tokens[c].lower in LASTING for c in around)
    return near and any(layers.tokens[c].lower == "as" for c in layers.children[i])


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


def _consequence_verb(layers: Layers, head: int, condition: int) -> int | None:
    """The verb that the condition is for: its head, or what its head reports."""
    token = layers.tokens[head]
    if layers.tokens[condition].dep == "ccomp" and token.dep in ("advcl", "ccomp") and token.head > condition:
        return token.head  # "warned that should they attack, it must respond": the parse turns it about
    told = [c for c in layers.children[head] if layers.tokens[c].dep == "ccomp" and c != condition]
    if told and token.lemma in words("reports.tsv"):
        verb = max((c for c in told if c < condition), default=told[0])  # whoever says so, says it anyway
        return _certain(layers, verb)
    if token.dep == "parataxis" and token.lemma in words("reports.tsv"):
        return _certain(layers, token.head)  # "if they balk, he said, we will leave"
    if token.dep == "advcl" and _is_infinitive(layers, head) and head < condition:
        return token.head  # "there will be ships here to stop them if they come"
    head = _held(layers, _joined(layers, head, condition))
    return _certain(layers, head) if layers.tokens[head].pos in ("VERB", "AUX", "ADJ", "NOUN") else None


def _certain(layers: Layers, verb: int) -> int:
    """What is called certain or likely: of "it is inevitable that the strike will go on" the strike's going on."""
    judged = layers.child(verb, "acomp")
    inner = layers.child(verb, "ccomp") if judged is not None else None
    if judged is None or layers.tokens[judged].lemma not in CERTAIN:
        return verb
    return verb if inner is None else inner


def _joined(layers: Layers, head: int, condition: int) -> int:
    """Of "ended the war and are poised to strike should the talks fail" the last verb before the condition."""
    joined = [c for c in layers.children[head] if layers.tokens[c].dep == "conj" and c < condition]
    past = layers.tokens[head].tag == "VBD" and layers.child(head, "aux") is None
    verbs = [c for c in joined if layers.tokens[c].pos in ("VERB", "AUX", "ADJ")]
    return verbs[-1] if past and verbs and head < condition else head


def _held(layers: Layers, verb: int) -> int:
    """The verb by which one is ready, bound or driven to do what verb tells: of "is prepared to talk" the "is"."""
    for up in layers.ancestors(verb):
        if verb in way_to_deed(layers, up)[1:] and layers.tokens[up].pos in ("VERB", "AUX"):
            return up
    return verb


def _is_infinitive(layers: Layers, i: int) -> bool:
    return layers.tokens[i].tag == "VB" and any(layers.tokens[c].lower == "to" for c in layers.children[i])
