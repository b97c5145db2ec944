"""Who stands on a side of talks, a deal or a dispute, and who does something: what makes a group a party."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.enrich.lexicon import lexicon
from onrecord.enrich.sheet import Sheet
from onrecord.layers import Token

OWNING = frozenset({"poss", "compound", "nmod"})


def sides(sheet: Sheet) -> frozenset[int]:
    """The chief tokens of all that stands on a side: "X struck a deal with Y", "talks between X and Y"."""
    return frozenset(i for t in sheet.tokens for side in _of_word(sheet, t.i) for i in _all(sheet, side))


def _of_word(sheet: Sheet, i: int) -> Iterator[int]:
    """The sides of a verb of dealing, or of a noun for talks, a deal, a dispute."""
    t = sheet.tokens[i]
    if t.pos == "VERB" and t.lemma in lexicon("dealing"):
        others = list(_objects(sheet, i, "with"))
        yield from others
        yield from _subjects(sheet, i) if others else ()
    elif t.pos in ("NOUN", "PROPN") and t.lemma in lexicon("deal"):
        others = [*_objects(sheet, i, "with", "between", "among")]
        yield from others
        holds = _verb_of(sheet, i)
        if holds is not None:
            others += _objects(sheet, holds, "with", "between")
            yield from _objects(sheet, holds, "with", "between")
            doers = list(_subjects(sheet, holds))
            if others or len([j for s in doers for j in _all(sheet, s)]) > 1 or sheet.tokens[holds].lemma == "engage":
                yield from doers
    elif t.pos == "NOUN" and t.lemma in lexicon("bid"):  # "Brandt Steel's bid for Orlan Lines", "a bid by Brandt"
        owners = (c for c in sheet.children[i] if sheet.tokens[c].dep in OWNING)
        yield from (o for o in (*owners, *_objects(sheet, i, "by", "for", "from")) if sheet.tokens[o].ent == "ORG")
    elif t.pos == "NOUN" and t.lemma in lexicon("employed"):  # "Brandt Steel workers", "Brandt Steel management"
        yield from (c for c in sheet.children[i] if sheet.tokens[c].dep in OWNING and sheet.tokens[c].ent == "ORG")


def _verb_of(sheet: Sheet, noun: int) -> int | None:
    """The verb that holds talks or makes a deal: above its object, or above "in" ("engage in talks")."""
    t = sheet.tokens[noun]
    verb = sheet.tokens[t.head]
    if t.dep == "pobj" and verb.lower == "in":
        verb = sheet.tokens[verb.head]
    return verb.i if t.dep in ("dobj", "pobj") and verb.lemma in lexicon("make_deal") else None


def _objects(sheet: Sheet, i: int, *prepositions: str) -> Iterator[int]:
    for c in sheet.children[i]:
        if sheet.tokens[c].dep == "prep" and sheet.tokens[c].lower in prepositions:
            yield from (o for o in sheet.children[c] if sheet.tokens[o].dep == "pobj")


def _subjects(sheet: Sheet, verb: int) -> Iterator[int]:
    return (c for c in sheet.children[verb] if sheet.tokens[c].dep in ("nsubj", "nsubjpass"))


def _all(sheet: Sheet, i: int) -> Iterator[int]:
    """A noun and those joined to it ("Brandt Steel, striking unions"), with all that a group of them is of."""
    yield i
    for c in sheet.children[i]:
        t = sheet.tokens[c]
        if t.dep in ("conj", "appos"):
            yield from _all(sheet, c)
        elif t.dep == "prep" and t.lower == "of" and sheet.tokens[i].lemma in lexicon("grouping"):
            for o in sheet.children[c]:
                yield from _all(sheet, o)


def acts(sheet: Sheet, i: int) -> bool:
    """Whether what token i heads does something here, or something is done to it.

    Itself, or its people ("fighters of the Front").
    """
    t = whole_phrase(sheet, i)
    verb = sheet.tokens[t.head]
    if t.dep == "pobj":
        return verb.dep == "agent"
    if t.dep == "nsubj":
        verbs = [verb, *(sheet.tokens[c] for c in sheet.children[verb.i] if sheet.tokens[c].dep == "xcomp")]
        return any(v.lemma in lexicon("acting") or v.lemma in lexicon("saying") for v in verbs)
    return t.dep in ("nsubjpass", "dobj") and verb.lemma in lexicon("acting")


def whole_phrase(sheet: Sheet, i: int) -> Token:
    """The chief word of the phrase that token i is part of: its people, or the person whose post it tells ("Odo
    Brandt, director of the Front")."""
    t = sheet.tokens[i]
    while True:
        up = sheet.tokens[t.head]
        if t.dep in ("compound", "amod", "nmod", "poss", "appos") and up.i != t.i:
            t = up
        elif t.dep == "pobj" and up.lower in ("of", "from") and up.dep == "prep":
            t = sheet.tokens[up.head]
        else:
            return t
