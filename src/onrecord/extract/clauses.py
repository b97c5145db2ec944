"""Which words make up a clause, which clause a predicate takes, and what is above it in the parse."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.arguments import QUOTE_MARKS, after
from onrecord.layers import Layers
from onrecord.text import Span

HOLDING = frozenset({"include", "contain", "comprise", "cover", "envisage", "foresee", "stipulate", "specify"})
BEGINNING = frozenset({"begin", "start", "continue", "go"})
URGING = frozenset({"push", "press", "lobby", "pressure", "prod", "nudge"})
LEANING = frozenset({"lean", "prevail"})
TRIMMED = frozenset(',;:.!?-–—()…"“”') | {"and", "but", "or", "as", "while", "that", "although", "though", "because"}


def complement(layers: Layers, i: int) -> int | None:
    """The clause that i takes: what is said, wanted, refused."""
    found = layers.child(i, "ccomp", "xcomp")
    if found is not None and found < i:  # "the port is full: crews have been advised to wait"
        found = next((c for c in layers.children[i] if c > i and layers.tokens[c].dep == "xcomp"), found)
    if found is not None:
        return found
    after_it = [c for c in layers.children[i] if c > i]
    found = next((c for c in after_it if layers.tokens[c].dep == "acl" or _is_content(layers, c)), None)
    if found is None:  # "called for the ships to be let through"
        adverbial = [c for c in after_it if layers.tokens[c].dep == "advcl"]
        found = next((c for c in adverbial if any(layers.tokens[k].lower == "for" for k in layers.children[c])), None)
    if found is None:
        found = _content_of_begun(layers, i)
    if found is None:
        found = _infinitive_behind_urged(layers, i)
    if found is None:
        found = _infinitive_behind_addressee(layers, i)
    if found is None:
        found = _content_behind_copula(layers, i)
    return _infinitive_behind_time(layers, i) if found is None else found


def _content_of_begun(layers: Layers, i: int) -> int | None:
    """What is said in "continued to insist that it would pay", which the parse may hang on "continued"."""
    up = layers.tokens[i].head
    if layers.tokens[i].dep != "xcomp" or layers.tokens[up].lemma not in BEGINNING:
        return None
    return next((c for c in layers.children[up] if c > i and layers.tokens[c].dep == "ccomp"), None)


def _infinitive_behind_urged(layers: Layers, i: int) -> int | None:
    """The infinitive of "pushed the League to help" and "leaned on it to help", which the parse may take for a
    purpose."""
    urged = layers.tokens[i].lemma in URGING and layers.child(i, "dobj") is not None
    if not urged and not (layers.tokens[i].lemma in LEANING and after(layers, i, "on", "upon") is not None):
        return None
    below = (c for c in layers.children[i] if c > i and layers.tokens[c].dep == "advcl")
    return next((c for c in below if layers.tokens[min(layers.subtree(c))].lower == "to"), None)


def _infinitive_behind_addressee(layers: Layers, i: int) -> int | None:
    """The infinitive of "appealed to the League to help", which the parse may hang on whom is appealed to."""
    if layers.tokens[i].pos != "VERB":
        return None
    ties = [c for c in layers.children[i] if layers.tokens[c].lower in ("to", "on", "upon", "with")]
    named = [inner for c in ties if (inner := layers.child(c, "pobj")) is not None]
    named += [c for j in named for c in layers.children[j] if layers.tokens[c].dep == "conj"]
    below = [c for j in named for c in layers.children[j] if c > j and layers.tokens[c].dep in ("acl", "relcl")]
    return next((c for c in below if any(layers.tokens[k].lower == "to" for k in layers.children[c])), None)


def _content_behind_copula(layers: Layers, i: int) -> int | None:
    """The clause of "it is important they leave" and "is adamant that they leave", which the parse hangs on "is"; of
    "it" not what is told as past."""
    up = layers.tokens[i].head
    subject = layers.child(up, "nsubj", "expl") if layers.tokens[i].dep == "acomp" else None
    if subject is None:
        return None
    told = [c for c in layers.children[up] if c > i and layers.tokens[c].dep in ("ccomp", "xcomp")]
    if layers.tokens[subject].lower != "it":
        return next((c for c in told if any(layers.tokens[k].lower == "that" for k in layers.children[c])), None)
    return next((c for c in told if layers.tokens[c].tag in ("VB", "VBZ", "VBP")), None)


def _infinitive_behind_time(layers: Layers, i: int) -> int | None:
    """The infinitive of "offered last month to leave": the time between makes the parse take it for a purpose."""
    for c in layers.children[i]:
        to = min(layers.subtree(c))
        between = layers.tokens[i + 1 : to]
        if layers.tokens[c].dep == "advcl" and layers.tokens[to].lower == "to" and between:
            return c if all(t.ent == "DATE" for t in between) else None
    return None


def _is_content(layers: Layers, i: int) -> bool:
    """Whether a relative clause tells what the noun says: "the demand that they leave", "proposals that include"."""
    marked = any(layers.tokens[c].lower == "that" and layers.tokens[c].dep == "mark" for c in layers.children[i])
    infinitive = any(layers.tokens[c].lower == "to" and layers.tokens[c].dep == "aux" for c in layers.children[i])
    return layers.tokens[i].dep == "relcl" and (marked or infinitive or layers.tokens[i].lemma in HOLDING)


def clause(layers: Layers, i: int, without: frozenset[int] = frozenset(), *, joined: bool = False) -> list[int]:
    """Token indices of the clause headed by i: its subtree less asides and coordinated verbs (kept if `joined`),
    less the subtrees named in `without`."""
    out: list[int] = []
    todo = [i]
    while todo:
        j = todo.pop()
        out.append(j)
        for c in layers.children[j]:
            token = layers.tokens[c]
            if c in without:
                continue
            if not joined and j == i and token.dep in ("conj", "parataxis") and token.pos in ("VERB", "AUX"):
                continue
            if token.dep == "advcl" and _is_aside(layers, c, nested=j != i):
                continue
            todo.append(c)
    return sorted(out)


def _is_aside(layers: Layers, i: int, *, nested: bool) -> bool:
    """An adverbial clause set off as an addition: "saying ...", "although ..."."""
    mark = layers.child(i, "mark")
    word = layers.tokens[mark].lower if mark is not None else ""
    if word in ("although", "though", "while", "because", "after", "since"):
        return True
    return not nested and (word == "as" or (not word and layers.tokens[i].tag == "VBG"))


def span_of(layers: Layers, indices: list[int]) -> Span:
    """The span of these tokens without conjunctions and stops at its ends; a quotation mark stays
    where its mate is inside."""
    inner = list(range(min(indices), max(indices) + 1))
    while len(inner) > 1 and layers.tokens[inner[0]].lower in TRIMMED and not _mated(layers, inner, 0):
        if layers.tokens[inner[1]].lower in ("long", "soon"):
            break  # "as long as", "as soon as"
        inner.pop(0)
    while len(inner) > 1 and layers.tokens[inner[-1]].lower in TRIMMED and not _mated(layers, inner, -1):
        inner.pop()
    return Span(layers.tokens[inner[0]].start, layers.tokens[inner[-1]].end)


def _mated(layers: Layers, inner: list[int], at: int) -> bool:
    mark = layers.tokens[inner[at]].text
    if mark not in QUOTE_MARKS:
        return False
    return sum(layers.tokens[k].text in QUOTE_MARKS for k in inner) % 2 == 0


def predicate(layers: Layers, i: int) -> int:
    """The verb whose clause token i belongs to (i itself if none is above it)."""
    if layers.tokens[i].pos in ("VERB", "AUX"):
        return i
    for up in layers.ancestors(i):
        if layers.tokens[up].pos in ("VERB", "AUX"):
            return up
    return i


def is_asked(layers: Layers, i: int) -> bool:
    """Whether the clause headed by i says what ought to be, not what is: "to pay", "that it pay", "should pay"."""
    token = layers.tokens[i]
    auxiliaries = [layers.tokens[c] for c in layers.children[i] if layers.tokens[c].dep in ("aux", "auxpass")]
    moods = {t.lower for t in auxiliaries if t.dep == "aux"}
    bare = token.tag == "VB" or any(t.dep == "auxpass" and t.lower == "be" for t in auxiliaries)
    return bool(moods & {"to", "should", "must", "shall"}) or (bare and not moods)


def antecedent(layers: Layers, i: int, pronoun: int) -> list[int]:
    """The words that a relative pronoun of the clause around i stands for, without that clause."""
    for up in (i, *layers.ancestors(i)):
        if layers.tokens[up].dep == "relcl":
            inside = set(layers.subtree(up))
            return [j for j in layers.subtree(layers.tokens[up].head) if j not in inside]
    return [pronoun]


def prefix(layers: Layers, i: int) -> str:
    """What a hyphen ties to the front of token i: "non" of "non-negotiable"; "" if nothing."""
    if i < 2 or layers.tokens[i - 1].text != "-" or layers.tokens[i - 1].end != layers.tokens[i].start:
        return ""
    return layers.tokens[i - 2].lower


def top(layers: Layers, indices: Sequence[int]) -> int:
    """The token of a phrase or clause whose head lies outside."""
    inside = set(indices)
    return next((j for j in indices if layers.tokens[j].head not in inside or layers.tokens[j].head == j), indices[0])
