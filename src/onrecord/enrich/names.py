"""Where an article names a person: the model's entities, and names that it misses but that stand as names do."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.enrich.parties import ORG_WORDS, Hit
from onrecord.enrich.sheet import Sheet, nouns

COURTESY = {
    "mr.": "m",
    "mr": "m",
    "mrs.": "f",
    "mrs": "f",
    "ms.": "f",
    "ms": "f",
    "miss": "f",
    "madam": "f",
    "sir": "m",
}
COURTESY |= {"lord": "m", "lady": "f", "dame": "f", "dr.": "", "dr": "", "prof.": "", "hon.": ""}
SHORT_OFFICES = frozenset(
    "gen. gen sen. sen rep. rep gov. gov lt. lt col. col maj. maj adm. adm sgt. capt. amb. pres.".split()
)
PARTICLES = frozenset("de del della di da dos du van von der den ter bin ibn al el ul la le ben abu y e".split())
SAYING = frozenset(
    "say tell add announce declare note warn insist argue claim state stress reiterate confirm deny explain write "
    "tweet suggest believe think hope meet call urge describe accuse visit speak appear arrive ask answer reply".split()
)
NOT_NAMES = frozenset(
    "January February March April May June July August September October November December Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday Spring Summer Autumn Winter Christmas Easter Ramadan God Bible Koran Quran Internet "
    "Twitter Facebook Instagram YouTube Reuters Breitbart Bloomberg Islam Christianity Judaism Brexit COVID Covid".split()
)


@dataclass(frozen=True, slots=True)
class NameRun:
    """Capitalised words that may name a person: tokens first <= i < last; `sure` if something vouches for it."""

    first: int
    last: int
    words: tuple[str, ...]
    sure: bool

    @property
    def name(self) -> str:
        return " ".join(self.words).replace(" - ", "-").replace(" -", "-").replace("- ", "-")


def find_names(sheet: Sheet, hits: list[Hit]) -> list[NameRun]:
    """All names of persons in the article: the sure ones, and those that share a surname with one."""
    taken = {i for h in hits for i in range(h.first, h.last)}
    runs = [r for s in sheet.sentences for r in _runs(sheet, s.first, s.last, taken)]
    in_body = [r for r in runs if sheet.sentence(r.first).kind == "body"] or runs
    sure = {r.words for r in in_body if r.sure}
    known = {w for words in sure for w in (words[-1], words[0])}
    out = []
    for r in runs:
        headline = sheet.sentence(r.first).kind == "headline" and in_body is not runs
        if r.words in sure or (not headline and r.sure) or (len(r.words) == 1 and r.words[0] in known):
            out.append(r)
        elif len(r.words) > 1 and r.words[-1] in {w[-1] for w in sure} and not headline:
            out.append(r)
    return out


def _runs(sheet: Sheet, first: int, last: int, taken: set[int]) -> list[NameRun]:
    out: list[NameRun] = []
    i = first
    while i < last:
        if not _is_name_token(sheet, i, taken):
            i += 1
            continue
        j = i + 1
        while j < last:
            if _is_name_token(sheet, j, taken) and not _ends_entity(sheet, j):
                j += 1
            elif _joins(sheet, j, last, taken):
                j += 2
            elif _particles(sheet, j, last, taken):
                j += _particles(sheet, j, last, taken)
            else:
                break
        for a, b in _parted(sheet, i, j):
            out.extend(_as_run(sheet, a, b))
        i = j
    return out


def _is_name_token(sheet: Sheet, i: int, taken: set[int]) -> bool:
    t = sheet.tokens[i]
    if i in taken or not t.text[0].isupper() or not any(c.isalpha() for c in t.text) or t.text in NOT_NAMES:
        return False
    if t.lower in COURTESY or t.lower in SHORT_OFFICES or t.lower in nouns()["office"] or t.lower in ORG_WORDS:
        return False
    return t.pos == "PROPN" or t.ent == "PERSON"


def _ends_entity(sheet: Sheet, i: int) -> bool:
    """A person's name ends where the model begins another kind of entity."""
    before, now = sheet.tokens[i - 1].ent, sheet.tokens[i].ent
    return before != now and bool(before) and bool(now) and "PERSON" in (before, now)


def _joins(sheet: Sheet, i: int, last: int, taken: set[int]) -> bool:
    """A hyphen within one name ("Jean-Yves", "Moon Jae-in")."""
    if sheet.tokens[i].text not in "-‑" or i + 1 >= last or sheet.tokens[i + 1].start != sheet.tokens[i].end:
        return False
    after = sheet.tokens[i + 1]
    return after.text.isalpha() and i + 1 not in taken and (after.text[0].isupper() or after.ent == "PERSON")


def _particles(sheet: Sheet, i: int, last: int, taken: set[int]) -> int:
    """How many lower-case particles ("van der", "al -") lead on to the rest of the name."""
    n = 0
    while i + n < last and (sheet.tokens[i + n].text in PARTICLES or (n and sheet.tokens[i + n].text == "-")):
        n += 1
    return n if n and i + n < last and _is_name_token(sheet, i + n, taken) and sheet.tokens[i].text not in "y e" else 0


def _parted(sheet: Sheet, first: int, last: int) -> list[tuple[int, int]]:
    """A hyphened pair of names before a noun ("the Erlin-Maro call") is two names."""
    hyphens = [i for i in range(first, last) if sheet.tokens[i].text in "-‑"]
    if (
        len(hyphens) == 1
        and last - first == 3
        and last < len(sheet.tokens)
        and sheet.tokens[last].pos in ("NOUN", "ADJ")
    ):
        return [(first, hyphens[0]), (hyphens[0] + 1, last)]
    return [(first, last)]


def _as_run(sheet: Sheet, first: int, last: int) -> list[NameRun]:
    """The run without what goes before a name; none if it is an organisation's."""
    while first < last and sheet.tokens[first].lower in nouns()["rank"] and _title_before(sheet, last, first):
        first += 1
    words = [sheet.tokens[i].text for i in range(first, last)]
    if not words or len(words) > 7:
        return []
    if any(w.casefold() in nouns()["institution"] or w in ORG_WORDS for w in words[-1:]):
        return []
    return [NameRun(first, last, tuple(words), _vouched(sheet, first, last))]


def _title_before(sheet: Sheet, last: int, first: int) -> bool:
    return last - first > 1 and first > 0


def _vouched(sheet: Sheet, first: int, last: int) -> bool:
    """Whether something beside capitals says that this is a person."""
    ents = [sheet.tokens[i].ent for i in range(first, last)]
    if 2 * ents.count("PERSON") >= len(ents):
        return last - first > 1 or _acts_or_titled(sheet, first, last)
    if _titled(sheet, first):
        return True
    if last - first < 2 or any(e in ("DATE", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "LANGUAGE") for e in ents):
        return False
    return _described(sheet, first, last)


def _titled(sheet: Sheet, first: int) -> bool:
    if first == sheet.sentence(first).first:
        return False
    before = sheet.tokens[first - 1]
    return before.lower in COURTESY or before.lower in SHORT_OFFICES or before.lower in nouns()["office"]


def _acts_or_titled(sheet: Sheet, first: int, last: int) -> bool:
    """A single word that the model takes for a person counts where it acts, owns or is met."""
    t = sheet.tokens[sheet.head_of(first, last)]
    return _titled(sheet, first) or t.dep in (
        "nsubj",
        "nsubjpass",
        "poss",
        "pobj",
        "dobj",
        "conj",
        "agent",
        "compound",
        "appos",
    )


def _described(sheet: Sheet, first: int, last: int) -> bool:
    """Followed by an office between commas: "Ilse Maro, the minister of trade, said"."""
    sentence = sheet.sentence(first)
    if last >= sentence.last or sheet.tokens[last].text != ",":
        return False
    for i in range(last + 1, min(last + 9, sentence.last)):
        t = sheet.tokens[i]
        if t.text in ",.;" or t.pos in ("VERB", "AUX"):
            return False
        if t.lemma in nouns()["office"] and t.pos in ("NOUN", "PROPN"):
            return True
    return False
