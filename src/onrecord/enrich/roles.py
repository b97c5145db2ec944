"""The office that stands beside a name, and the party that it is held for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.enrich.lexicon import lexicon
from onrecord.enrich.names import COURTESY, NameRun
from onrecord.enrich.sheet import Sheet
from onrecord.gazetteer import rows
from onrecord.layers import Mention

FUNCTION = frozenset({"of", "for", "and", "to", "the", "'s", "’s", "on", "in", "&", "-", "at", "'", "’"})
LONGEST = 14  # tokens of an office


def office_before(sheet: Sheet, run: NameRun) -> tuple[int, int] | None:
    """Tokens of the office right before the name ("Karsian Deputy Foreign Minister", "Minister of Trade of Karsia")."""
    sentence = sheet.sentence(run.first)
    last = run.first
    if last > sentence.first and sheet.tokens[last - 1].text == ",":
        if run.last < sentence.last and sheet.tokens[run.last].text not in (",", "."):
            return None
        last -= 1
    if last == sentence.first or not (
        is_office(sheet, last - 1) or sheet.tokens[last - 1].text[:1].isupper() or last < run.first
    ):
        return None
    first, found = last, False
    for i in range(last - 1, max(sentence.first - 1, last - 1 - LONGEST), -1):
        t = sheet.tokens[i]
        if is_office(sheet, i):
            found = True
            first = i
        elif t.pos in ("PROPN", "NOUN", "ADJ") or t.tag in ("VBG", "NNP", "JJ") or t.text == "-":
            if t.lower in COURTESY:
                break
            first = i
        elif t.lower in FUNCTION and (not found or t.text in ("'s", "’s", "'", "’")):
            first = i
        else:
            break
    while first < last and (sheet.tokens[first].lower in FUNCTION or sheet.tokens[first].pos == "PUNCT"):
        first += 1
    return (first, last) if found and first < last else None


def office_after(sheet: Sheet, run: NameRun) -> tuple[int, int] | None:
    """Tokens of the office that follows the name after a comma ("Ilse Maro, the trade minister, said")."""
    sentence = sheet.sentence(run.first)
    if run.last + 1 >= sentence.last or sheet.tokens[run.last].text not in (",", "("):
        return None
    first = run.last + 1
    last, found = first, False
    for i in range(first, min(first + LONGEST + 6, sentence.last)):
        t = sheet.tokens[i]
        if (
            t.text in (",", ".", ";", ":", "–", "—", ")", "”", '"')
            or t.pos == "AUX"
            or t.lower in ("who", "which", "that")
        ):
            break
        if t.pos == "VERB" and t.tag in ("VBD", "VBZ", "VBP") and found:
            break
        if t.pos in ("VERB", "PRON") and not found:
            return None
        found = found or is_office(sheet, i)
        last = i + 1
    return (first, last) if found else None


def is_office(sheet: Sheet, i: int) -> bool:
    t = sheet.tokens[i]
    return t.pos in ("NOUN", "PROPN", "ADJ") and (
        t.lemma in lexicon("office") or t.lower in lexicon("office") or t.lower in lexicon("short_office")
    )


def party_within(sheet: Sheet, mentions: Sequence[Mention], first: int, last: int) -> str | None:
    """The party that the words of an office name, the last where there are several; else whose office it is alone."""
    found = [m.ref for m in mentions if m.kind == "party" and first <= m.head < last]
    if found:
        return found[-1]
    title = " ".join(sheet.words(first, last).casefold().split())
    return next((party for words, party in offices().items() if re.search(rf"\b{re.escape(words)}(?!\w)", title)), None)


@lru_cache(maxsize=1)
def offices() -> dict[str, str]:
    """Offices of one state alone ("foreign secretary"), the longest first."""
    table = {words: party for party, listed in rows("offices.tsv") for words in listed.split(";")}
    return dict(sorted(table.items(), key=lambda item: (-len(item[0]), item[0])))


def title_words(sheet: Sheet, first: int, last: int, parties: Sequence[Mention]) -> str:
    """The office without its article and without the party's name before it: "Deputy Foreign Minister"."""
    while first < last - 1:
        t = sheet.tokens[first]
        own = next((m for m in parties if m.first <= first < m.last and m.kind == "party"), None)
        after = sheet.tokens[first + 1]
        if t.lower in ("the", "a", "an", "'s", "’s", "his", "her", "its", "their"):
            first += 1
        elif own is not None and own.last < last and after.lower not in ("of", "for"):
            first = own.last
        else:
            break
    return sheet.words(first, last)
