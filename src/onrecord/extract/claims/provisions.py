"""What a document on the table provides: told with it ("a draft that bars ..."), or in the sentences that follow."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.context import Context
from onrecord.extract.meetings.sides import unique
from onrecord.extract.wordlist import words
from onrecord.layers import Layers, Sentence
from onrecord.text import Span, trimmed

PROVIDES = words(
    "include contain call provide demand propose envisage foresee list set require stipulate oblige commit ban bar"
    " prohibit allow offer seek ask"
)
"""Verbs by which a document says what it asks for; their objects are its provisions."""
NAMING = words("include contain call provide envisage foresee list set propose demand seek ask offer stipulate")
"""Those of them whose object is the provision; of the others ("bar", "require") the whole clause is."""
IT = words("it they this these")
UNDER = words("under in")
NEXT = 1  # sentences within which "it" means the document told
NEAR = 8  # sentences within which "the draft" does


def provisions_with(context: Context, noun: int) -> tuple[Span, ...]:
    """The provisions told in the clauses of the document's own noun: "that include ...", "calling for ..."."""
    layers = context.layers
    verbs = [c for c in layers.children[noun] if layers.tokens[c].dep in ("acl", "relcl")]
    return tuple(unique(span for v in verbs if layers.tokens[v].lemma in PROVIDES for span in _of_verb(context, v)))


def later_provisions(context: Context, told: Sequence[Span], documents: frozenset[str]) -> dict[int, tuple[Span, ...]]:
    """For the documents told in these sentences, by their index, the provisions in the sentences after them.

    "It would also require ...", "The draft bars ...", "Under the plan, ..."; of several documents the last told.
    """
    out: dict[int, list[Span]] = {}
    at: int | None = None
    since = 0
    for sentence in context.sentences():
        if sentence.span in told:
            at, since = len(told) - 1 - list(reversed(told)).index(sentence.span), 0
            continue
        since += 1
        if at is None or since > NEAR:
            continue
        found = _in_sentence(context, sentence, documents, it=since <= NEXT)
        if found:
            out.setdefault(at, []).extend(found)
            since = 0
    return {n: tuple(unique(spans)) for n, spans in out.items()}


def _in_sentence(context: Context, sentence: Sentence, documents: frozenset[str], *, it: bool) -> list[Span]:
    layers = context.layers
    root = next((t for t in layers.tokens_of(sentence) if t.dep == "ROOT"), None)
    if root is None or root.pos not in ("VERB", "AUX") or layers.child(root.i, "neg") is not None:
        return []
    for c in layers.children[root.i]:
        inner = layers.child(c, "pobj") if layers.tokens[c].lower in UNDER and c < root.i else None
        if inner is not None and layers.tokens[c].lower == "under" and _is_told(layers, inner, documents):
            below = [i for i in layers.subtree(root.i) if i > max(layers.subtree(c))]
            below = [i for i in below if layers.tokens[i].pos != "PUNCT" or i not in (below[0], below[-1])]
            return [trimmed(context.article.content, layers.span_of(below))] if below else []
    subject = layers.child(root.i, "nsubj")
    if subject is None or not (_is_told(layers, subject, documents) or (it and layers.tokens[subject].lower in IT)):
        return []
    ahead = any(layers.tokens[c].lower in ("would", "will") for c in layers.children[root.i])
    if root.lemma not in PROVIDES and not (ahead and root.pos == "VERB"):
        return []
    verbs = [v for v in context.conjuncts(root.i) if layers.tokens[v].pos == "VERB"]
    return [span for v in verbs for span in _of_verb(context, v)]


def _is_told(layers: Layers, i: int, documents: frozenset[str]) -> bool:
    """ "The draft", "its plan", "this text": a document told before."""
    before = {layers.tokens[c].lower for c in layers.children[i] if c < i}
    return layers.tokens[i].lemma in documents and bool(before & {"the", "its", "this", "these", "their"})


def _of_verb(context: Context, v: int) -> list[Span]:
    """The provisions that a verb tells: each of its objects, or what it says is to be done."""
    layers, heads = context.layers, []
    if layers.tokens[v].lemma not in NAMING:
        after = [
            c for c in layers.children[v] if c > v and layers.tokens[c].dep not in ("punct", "cc", "conj", "advcl")
        ]
        below = [v, *(i for c in after for i in layers.subtree(c))]
        return [trimmed(context.article.content, layers.span_of(below))] if after else []
    for d in layers.children[v]:
        if layers.tokens[d].dep == "dobj":
            heads.append(d)
        elif layers.tokens[d].dep == "prep" and layers.tokens[d].lower == "for":
            inner = layers.child(d, "pobj", "pcomp")
            heads += [inner] if inner is not None else []
    out = []
    for head in heads:
        for j in context.conjuncts(head):
            below = [k for k in layers.subtree(j) if k == j or not _other_conjunct(layers, k, j)]
            out.append(trimmed(context.article.content, layers.span_of(below)))
    return out


def _other_conjunct(layers: Layers, k: int, j: int) -> bool:
    while k != j:
        if layers.tokens[k].head == j and layers.tokens[k].dep in ("conj", "cc", "punct"):
            return True
        k = layers.tokens[k].head
    return False
