"""The office that stands beside a name, and the party that it is held for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.enrich.lexicon import lexicon
from onrecord.enrich.names import COURTESY, NameRun
from onrecord.enrich.sheet import Sheet
from onrecord.gazetteer import political_parties, rows
from onrecord.layers import Mention

FUNCTION = frozenset({"of", "for", "and", "to", "the", "on", "in", "&", "-", "at"})
LONGEST = 14  # tokens of an office
STOPS = frozenset({",", ".", ";", ":", "–", "—", ")", "”", '"'})


def office_before(sheet: Sheet, run: NameRun, names: Sequence[NameRun]) -> tuple[int, int] | None:
    """Tokens of the office right before the name ("Karsian Deputy Foreign Minister", "Minister of Trade of Karsia")."""
    sentence = sheet.sentence(run.first)
    last = run.first
    if last > sentence.first and sheet.tokens[last - 1].lower in COURTESY:
        last -= 1
    comma = last > sentence.first and sheet.tokens[last - 1].text == ","
    if comma:
        if run.last < sentence.last and sheet.tokens[run.last].text not in (",", "."):
            return None
        last -= 1
    if last == sentence.first or not (
        is_office(sheet, last - 1) or sheet.tokens[last - 1].text[:1].isupper() or last < run.first
    ):
        return None
    first, found, rank = last, False, True
    near: int | None = None  # where the office begins if no other stands before "of": "Chairman of the Staff Adm."
    others = {r.last - 1 for r in names}
    for i in range(last - 1, max(sentence.first - 1, last - 1 - LONGEST), -1):
        t = sheet.tokens[i]
        if i in others and sheet.tokens[i + 1].tag != "POS":
            break  # another person's name
        if is_office(sheet, i):
            found, rank = True, rank and t.lower in lexicon("short_office")
            near = near if rank else None
            first = i
        elif t.pos in ("PROPN", "NOUN", "ADJ") or t.tag in ("NNP", "JJ") or t.text == "-" or t.lower in lexicon("rank"):
            if t.lower in COURTESY:
                break
            first = i
        elif t.text in "()" and not found:
            continue  # a short form: "secretary of the Dockers Union (DU), Odo Brandt"
        elif t.tag == "POS" or (t.lower in FUNCTION and (not found or rank)):
            near = first if found and near is None and t.tag != "POS" else near
            first = i
        else:
            break
    first = first if near is None else near
    while first < last and (sheet.tokens[first].lower in FUNCTION or not sheet.tokens[first].text[0].isalnum()):
        first += 1
    if not found or first >= last or (comma and _plural(sheet, first, last)):
        return None
    return first, last


def office_after(sheet: Sheet, run: NameRun, names: Sequence[NameRun]) -> tuple[int, int] | None:
    """Tokens of the office that follows the name after a comma ("Ilse Maro, the trade minister, said")."""
    sentence = sheet.sentence(run.first)
    first = run.last + 1
    if first >= sentence.last or sheet.tokens[run.last].text not in (",", "("):
        return None
    if sheet.tokens[first].pos in ("ADP", "CCONJ", "VERB", "AUX", "SCONJ"):
        return None
    last, found = first, False
    for i in range(first, min(first + LONGEST + 6, sentence.last)):
        t = sheet.tokens[i]
        if t.text in STOPS or t.pos == "AUX" or t.lower in ("who", "which", "that"):
            break
        if t.pos == "VERB" and t.tag in ("VBD", "VBZ", "VBP") and found:
            if any(sheet.tokens[c].dep == "nsubj" and first <= c < i for c in sheet.children[i]) and _aside(sheet, run):
                return None  # "speaking beside Ilse Maro, the minister said"
            break
        if t.pos in ("VERB", "PRON") and not found and t.lower not in lexicon("rank"):
            return None
        found = found or is_office(sheet, i)
        last = i + 1
    if not found or _plural(sheet, first, last):
        return None
    inside = [r for r in names if first < r.first < last]
    if any(is_office(sheet, r.first - 1) for r in inside):
        return None  # the next of a list, with an office of their own
    return first, last


def _aside(sheet: Sheet, run: NameRun) -> bool:
    """Whether a name stands behind a preposition that opens its sentence's clause."""
    return sheet.tokens[sheet.head_of(run.first, run.last)].dep in ("pobj", "dobj")


def _plural(sheet: Sheet, first: int, last: int) -> bool:
    """Whether the office is several people's ("lawmakers on Thursday")."""
    noun = next((i for i in range(first, last) if is_office(sheet, i)), first)
    return sheet.tokens[noun].tag in ("NNS", "NNPS")


def is_office(sheet: Sheet, i: int) -> bool:
    t = sheet.tokens[i]
    return t.pos in ("NOUN", "PROPN", "ADJ") and (
        t.lemma in lexicon("office") or t.lower in lexicon("office") or t.lower in lexicon("short_office")
    )


def party_within(sheet: Sheet, mentions: Sequence[Mention], first: int, last: int) -> str | None:
    """The party that an office is held for: named before its noun ("Karsian ambassador to Valdoria"), else
    after "of", "for" and the like ("minister of Karsia"), else the only one that has such an office.
    """
    noun = next(
        (i for i in range(last - 1, first - 1, -1) if is_office(sheet, i) and not _in_phrase(sheet, i, first)), last
    )
    apart = {i for i in range(first, last) if sheet.tokens[i].lemma in lexicon("own_cause")}
    if apart:  # "the Karsian opposition leader"
        return next((m.ref for m in mentions if m.kind == "party" and m.head in apart), None)
    within = [m for m in mentions if m.kind == "party" and first <= m.head < last]
    if noun < last and not lexicon("state_office").isdisjoint((sheet.tokens[noun].lemma, sheet.tokens[noun].lower)):
        within = [m for m in within if m.ref not in political_parties()]  # a Republican governor acts for his state
    if noun < last and sheet.tokens[noun].lower in lexicon("standing"):
        within = [m for m in within if m.ref in political_parties()]  # a White House hopeful does not act for it
    before = [m for m in within if m.head < noun and not _is_topic(sheet, m, noun)]
    after = [m.ref for m in within if m.head > noun and _held_in(sheet, m)]
    leads = noun < last and sheet.tokens[noun].lemma in lexicon("leads")
    if before and not (after and leads and before[-1].how == "adjective"):
        return before[-1].ref
    if after:
        return after[0]
    title = " ".join(sheet.words(first, last).casefold().split())
    return next((party for words, party in offices().items() if re.search(rf"\b{re.escape(words)}(?!\w)", title)), None)


def _is_topic(sheet: Sheet, m: Mention, noun: int) -> bool:
    """Whether a state's name right before an office says what it deals with: "Karsia expert", but "U.S. envoy"."""
    words = sheet.words(m.first, m.last)
    plain = m.how == "name" and not words.isupper() and "." not in words
    return plain and m.last == noun and sheet.tokens[noun].lemma in lexicon("topic_office")


def is_former(sheet: Sheet, first: int, last: int) -> bool:
    """Whether the office at these tokens is held no more: "former", "retired" before its noun."""
    noun = next((i for i in range(first, last) if is_office(sheet, i)), last)
    return any(sheet.tokens[i].lower in lexicon("former") for i in range(first, noun))


def _in_phrase(sheet: Sheet, i: int, first: int) -> bool:
    """Whether token i lies in a prepositional phrase of the office ("secretary of the council's chief")."""
    return any(sheet.tokens[j].lower in lexicon("office_preposition") | {"to"} for j in range(first, i))


def _held_in(sheet: Sheet, m: Mention) -> bool:
    """Whether a party named after the office is what it is held in, not what it deals with ("the Karsia inquiry")."""
    t = sheet.tokens[m.head]
    if t.dep in ("compound", "amod", "poss", "nmod") and t.head > t.i:
        return is_institution(sheet, t.head)
    before = next((sheet.tokens[j].lower for j in range(m.first - 1, -1, -1) if sheet.tokens[j].pos == "ADP"), "")
    return before in lexicon("office_preposition")


def is_institution(sheet: Sheet, i: int) -> bool:
    t = sheet.tokens[i]
    return t.lemma in lexicon("institution") or t.lower in lexicon("institution")


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
