"""Parties that no table knows: the movements, unions and armed groups of one article that act in it.

The model takes many things for organisations. One counts as a party only where the article says what it is
and tells what it does: once if its own name says it ("the Harbour Front"), else twice ("the rebels of Orlan").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Set
from dataclasses import dataclass

from onrecord.enrich.lexicon import lexicon
from onrecord.enrich.sheet import Sheet
from onrecord.ids import slug
from onrecord.layers import Mention

ACTS = 2  # of a group that only the words beside its name tell
BEFORE, AFTER = 3, 2  # tokens round a name among which it may be said what it is
_ACRONYM = re.compile(r"[A-Z][A-Z-]{1,6}")


@dataclass(frozen=True, slots=True)
class Run:
    """An organisation as the model marks it: tokens first <= i < last, without its article."""

    first: int
    last: int
    name: str


def bodies(sheet: Sheet, taken: Set[int]) -> list[Mention]:
    """Mentions of the organisations that are parties of this article, outside the tokens already taken."""
    runs = _runs(sheet, taken)
    party = {r.name: _acronym_after(sheet, r) or _party(r.name) for r in reversed(runs)}
    acts, needed = Counter[str](), {}
    for r in runs:
        acts[party[r.name]] += _acts(sheet, r)
        if _says_so(sheet, r.first, r.last):
            needed[party[r.name]] = 1
        elif _says_so(sheet, r.first - BEFORE, r.last + AFTER):
            needed.setdefault(party[r.name], ACTS)
    found = {p for p, least in needed.items() if acts[p] >= least}
    return [_mention(sheet, r, party[r.name]) for r in runs if party[r.name] in found]


def _runs(sheet: Sheet, taken: Set[int]) -> list[Run]:
    """Stretches that the model marks as organisations or groups, and capitals that end in a word for one."""
    out: list[Run] = []
    i = 0
    while i < len(sheet.tokens):
        kind, first, sentence = sheet.tokens[i].ent, i, sheet.sentence(i)
        i += 1
        if kind not in ("ORG", "NORP", ""):
            continue
        while i < sentence.last and sheet.tokens[i].ent == kind and (kind or _is_capital(sheet, i)):
            i += 1
        start, last = first, i
        while start < last and not _is_capital(sheet, start):
            start += 1
        while last > start and not _is_capital(sheet, last - 1):
            last -= 1
        if start == last or not taken.isdisjoint(range(first, i)) or _is_other(sheet, start, last):
            continue
        if kind or (last - start > 1 and sheet.tokens[last - 1].lower in lexicon("organised")):
            out.append(Run(start, last, " ".join(sheet.words(start, last).split())))
    return out


def _is_capital(sheet: Sheet, i: int) -> bool:
    return sheet.tokens[i].tag in ("NNP", "NNPS") and sheet.tokens[i].text[0].isupper()


def _is_other(sheet: Sheet, first: int, last: int) -> bool:
    """Whether it is a newspaper, a court or a company by its words, or the organ of a state."""
    words = [sheet.tokens[i].text for i in range(first, last)]
    final = sheet.tokens[last - 1]
    organ = final.lower in lexicon("institution") or final.lemma in lexicon("institution")
    return organ or not lexicon("press").isdisjoint(words) or words[-1] in lexicon("month")


def _acronym_after(sheet: Sheet, r: Run) -> str | None:
    """The short form in brackets behind a name: "the Free Harbour Movement (FHM)"."""
    after = [t.text for t in sheet.tokens[r.last : r.last + 3]]
    if len(after) == 3 and after[0] == "(" and after[2] == ")" and _ACRONYM.fullmatch(after[1]):
        return after[1]
    return None


def _party(name: str) -> str:
    return name if _ACRONYM.fullmatch(name) else slug(name)


def _says_so(sheet: Sheet, first: int, last: int) -> bool:
    """Whether a word among these tokens says that something is a party, a union, an armed group."""
    return any(t.lower in lexicon("organised") for t in sheet.tokens[max(first, 0) : last])


def _acts(sheet: Sheet, r: Run) -> bool:
    """Whether it does something here, or something is done to it: itself, or its people ("fighters of the Front")."""
    t = sheet.tokens[sheet.head_of(r.first, r.last)]
    while t.dep in ("compound", "amod", "nmod", "poss", "appos") and t.head != t.i:
        t = sheet.tokens[t.head]
    if t.dep == "pobj" and sheet.tokens[t.head].lower == "of":
        t = sheet.tokens[sheet.tokens[t.head].head]
    verb = sheet.tokens[t.head]
    if t.dep == "pobj":
        return verb.dep == "agent"
    if t.dep == "nsubj":
        return verb.lemma in lexicon("acting") or verb.lemma in lexicon("saying")
    return t.dep in ("nsubjpass", "dobj") and verb.lemma in lexicon("acting")


def _mention(sheet: Sheet, r: Run, party: str) -> Mention:
    before = sheet.tokens[r.first - 1] if r.first > sheet.sentence(r.first).first else None
    first = r.first - 1 if before is not None and before.lower == "the" and before.head >= r.first else r.first
    head = sheet.head_of(r.first, r.last)
    start, end = sheet.tokens[first].start, sheet.tokens[r.last - 1].end
    return Mention(first, r.last, head, start, end, "party", "name", party)
