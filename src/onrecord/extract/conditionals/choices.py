"""A choice put to somebody: "leave or we will strike", "must pay, otherwise", "until Friday to leave or face
sanctions", "leave and we will talk"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract import clauses
from onrecord.extract.acts.lexicon import words
from onrecord.extract.conditionals.candidates import Candidate
from onrecord.extract.conditionals.consequences import kind_of
from onrecord.layers import Layers, Sentence
from onrecord.readings import ConditionalKind

ASKING = frozenset({"must", "should", "had", "have", "has", "needs", "need"})
DEARLY = frozenset({"face", "risk", "suffer", "expect", "pay", "lose", "forfeit", "incur", "be"})
AHEAD = frozenset({"will", "would", "'ll", "’ll", "shall", "may", "could", "might"})
POSING = frozenset({"give", "tell", "order", "warn", "urge", "demand", "force", "instruct", "set", "command", "direct"})
POSING |= {"ask", "press", "call", "challenge", "offer", "want", "require", "grant", "issue", "allow"}


def choices(layers: Layers, i: int) -> Iterator[Candidate]:
    """The pairs of what is asked and what follows otherwise, or then, that token i tells of."""
    token = layers.tokens[i]
    if token.pos in ("VERB", "AUX", "NOUN") and token.lower in DEARLY:
        yield from _or_suffer(layers, i)
    if token.pos in ("VERB", "AUX"):
        yield from _otherwise(layers, i)
        yield from _or_will(layers, i)
        yield from _and_will(layers, i)


def _otherwise(layers: Layers, i: int) -> Iterator[Candidate]:
    """ "must leave, otherwise we will strike", "... or else it will strike", "Otherwise ...", "If not, ..."."""
    sentence = layers.sentence_of(i)
    own = [j for j in clauses.clause(layers, i) if layers.tokens[j].lower != "otherwise"]
    turns = [t.i for t in layers.tokens_of(sentence) if _turns(layers, t.i) and t.i < i]
    turn = next((t for t in turns if layers.tokens[t].head == i or t + 1 in (min(own), _start(layers, i))), None)
    if turn is None:
        return
    before = _asked_before(layers, sentence, turn, i)
    yield Candidate(i, tuple(j for j in own if j > turn), before, kind="threat")


def _start(layers: Layers, i: int) -> int:
    return min((c for c in layers.children[i] if c < i), default=i)


def _turns(layers: Layers, i: int) -> bool:
    """Whether token i turns to what follows if not: "otherwise", "else" behind "or", "not" of "If not, ..."."""
    word, before = layers.tokens[i].lower, layers.tokens[i - 1] if i else layers.tokens[i]
    opens = before.pos in ("PUNCT", "CCONJ", "SCONJ", "SPACE") or i == layers.sentence_of(i).first
    turns = (word == "otherwise" and opens) or (word == "else" and before.lower == "or")
    return turns or (word == "not" and _is_if_not(layers, i))


def _is_if_not(layers: Layers, i: int) -> bool:
    sentence = layers.sentence_of(i)
    first = next((t.i for t in layers.tokens_of(sentence) if t.pos != "PUNCT"), i)
    comma = any(t.lower == "," for t in layers.tokens[i + 1 : i + 2])
    return layers.tokens[i - 1].lower == "if" and i - 1 == first and comma


def _asked_before(layers: Layers, sentence: Sentence, turn: int, i: int) -> tuple[int, ...]:
    """What was asked for before the turn: in the sentence, less who reports it, or in the sentence before."""
    told = [j for j in layers.ancestors(i) if j < turn and layers.tokens[j].lemma in words("reports.tsv")]
    content = [c for j in told for c in layers.children[j] if j < c < turn and layers.tokens[c].dep == "ccomp"]
    first = min(layers.subtree(content[-1])) if content else max(told, default=sentence.first - 1) + 1
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
    if not any(layers.tokens[j].lower in ASKING | {"to"} or _is_bidden(layers, j) for j in before):
        return
    end = next((t.i for t in layers.tokens[i : sentence.last] if t.pos == "PUNCT"), sentence.last)
    verb = next((j for j in before if layers.tokens[j].lower in ASKING and layers.tokens[j].dep == "aux"), None)
    asked = next((j for j in reversed(before) if _is_infinitive(layers, j) or _is_bidden(layers, j)), None)
    if verb is None and asked is not None:
        posed = _posing(layers, asked)
        start = min(layers.subtree(asked))
        yield Candidate(i, tuple(range(i, end)), tuple(range(start, i - 1)), kind="threat", by=posed)
    else:
        yield Candidate(i if verb is None else layers.tokens[verb].head, tuple(range(i, end)), before, kind="threat")


def _is_bidden(layers: Layers, i: int) -> bool:
    """Whether verb i stands bare behind the word for what it asks: "an ultimatum: leave or face war"."""
    return layers.tokens[i].tag == "VB" and layers.tokens[i].dep in ("acl", "appos")


def _is_infinitive(layers: Layers, i: int) -> bool:
    return layers.tokens[i].tag == "VB" and any(layers.tokens[c].lower == "to" for c in layers.children[i])


def _posing(layers: Layers, i: int) -> int | None:
    """The verb by which somebody puts to another what is asked at i: "gave them a week to leave"."""
    return next((j for j in layers.ancestors(i) if layers.tokens[j].lemma in POSING), None)


def _or_will(layers: Layers, i: int) -> Iterator[Candidate]:
    """ "Leave the strait or we will strike", "told it not to sail, or it would pay"."""
    head = layers.tokens[i].head
    joined = layers.tokens[i].dep == "conj" and any(layers.tokens[c].lower == "or" for c in layers.children[head])
    subject = layers.child(i, "nsubj", "nsubjpass")
    if not joined or subject is None or not any(layers.tokens[c].lower in AHEAD for c in layers.children[i]):
        return
    turn = next((j for j in range(i, head, -1) if layers.tokens[j].lower == "or"), i)
    auxiliaries = {layers.tokens[c].lower for c in layers.children[head] if layers.tokens[c].dep == "aux"}
    asked = bool(auxiliaries & {"must", "should"}) or (layers.tokens[head].tag == "VB" and not auxiliaries & AHEAD)
    inner = clauses.complement(layers, head)
    if inner is None:
        inner = next((j for j in range(turn - 1, head, -1) if _is_infinitive(layers, j)), None)
    if asked or (inner is not None and clauses.is_asked(layers, inner)):
        start = min(layers.subtree(head if asked or inner is None else inner))
        consequence = tuple(j for j in clauses.clause(layers, i) if j > turn)
        yield Candidate(i, consequence, tuple(range(start, turn)), kind="threat", by=_posing(layers, i))


def _and_will(layers: Layers, i: int) -> Iterator[Candidate]:
    """ "Stop the patrols and we will talk", "You free the crew and we will pay"."""
    head = layers.tokens[i].head
    joined = layers.tokens[i].dep == "conj" and any(layers.tokens[c].lower == "and" for c in layers.children[head])
    auxiliaries = {layers.tokens[c].lower for c in layers.children[i] if layers.tokens[c].dep == "aux"}
    subject, asked = layers.child(i, "nsubj"), layers.child(head, "nsubj", "nsubjpass")
    own = subject is not None and layers.tokens[subject].lower != "you"
    if not joined or not own or not auxiliaries & {"will", "'ll", "’ll", "shall"}:
        return
    bidden = layers.tokens[head].tag == "VB" and asked is None
    told = asked is not None and layers.tokens[asked].lower == "you" and layers.tokens[head].tag == "VBP"
    if (bidden or told) and layers.child(head, "aux", "auxpass") is None:
        turn = next((j for j in range(i, head, -1) if layers.tokens[j].lower == "and"), i)
        start = min(layers.subtree(head))
        kind: ConditionalKind = "threat" if kind_of(layers, i) == "threat" else "promise"
        yield Candidate(
            i, tuple(j for j in clauses.clause(layers, i) if j > turn), tuple(range(start, turn)), kind=kind
        )
