"""Parties that no table knows: the movements, unions and armed groups of one article that act in it.

The model takes many things for organisations. One counts as a party where the article tells what it does or
says: once if its own name says what it is ("the Harbour Front", "Brandt Corp.") or is a short form in capitals,
else twice. To stand on a side of talks or a dispute counts as doing.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import combinations

from onrecord.enrich.lexicon import lexicon
from onrecord.enrich.people import Known
from onrecord.enrich.sheet import Sheet
from onrecord.enrich.sides import acts, whole_phrase
from onrecord.gazetteer import first_names
from onrecord.ids import slug
from onrecord.layers import Mention

ACTS = 2  # of a group whose name does not tell what it is
FORM_WORDS = 1  # of a company's form beside the listed ones: "Motor" of "Brandt Motor Co."
MARKED = 2  # times that the model marks a name before the article's other uses of it count
SOCIETIES = frozenset({"association", "federation", "society", "foundation", "coalition", "league", "congress"})
_ACRONYM = re.compile(r"[A-Z][A-Z-]{1,6}")


@dataclass(frozen=True, slots=True)
class Run:
    """An organisation as the model marks it: tokens first <= i < last, without its article."""

    first: int
    last: int
    name: str


def bodies(sheet: Sheet, taken: Set[int], standing: Set[int]) -> list[Mention]:
    """Mentions of the organisations that are parties of this article, outside the tokens already taken.

    `standing`: who stands on a side of talks or a dispute; see `sides`.
    """
    runs = _again(sheet, taken, _runs(sheet, taken))
    names = {r.name for r in runs}
    party = {r.name: _acronym_after(sheet, r) or _short(r.name, names) for r in reversed(runs)}
    done = Counter[str]()
    needed: dict[str, int] = {}
    for r in runs:
        head = sheet.head_of(r.first, r.last)
        led = _has_a_chief(sheet, r, head)
        done[party[r.name]] += acts(sheet, head) or _takes_sides(sheet, head) or head in standing or led
        told = _says_so(sheet, r.first, r.last) or _is_incorporated(r.name.split()) or _has_a_speaker(sheet, head)
        told = told or led
        once = told or _takes_sides(sheet, head) or _ACRONYM.fullmatch(r.name) is not None
        if once or sheet.tokens[r.first].ent == "ORG":
            needed[party[r.name]] = min(needed.get(party[r.name], ACTS), 1 if once else ACTS)
    times = Counter(party[r.name] for r in runs)
    where = Counter(party[r.name] for r in runs if _is_where(sheet, sheet.head_of(r.first, r.last)))
    found = {p for p, least in needed.items() if done[p] >= least and 2 * where[p] < times[p]}
    return [_mention(sheet, r, party[r.name]) for r in runs if party[r.name] in found]


def with_their_heads(sheet: Sheet, bodies: Sequence[Mention], people: Sequence[Known]) -> None:
    """Give "chief executive Ilse Maro" the company of the article, if it has only one."""
    words: dict[str, set[str]] = defaultdict(set)
    for m in bodies:
        words[m.ref].update(sheet.tokens[i].lower for i in range(m.first, m.last))
    companies = [party for party, named in words.items() if named.isdisjoint(lexicon("organised"))]
    for person in people:
        titles = [set(role.title.casefold().split()) - words[company] for role in person.roles for company in companies]
        if len(companies) == 1 and person.party is None and any(t and t <= lexicon("company_head") for t in titles):
            person.parties.append(companies[0])


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
        held = set(range(first, i)) - set(_after_of(sheet, start, last))
        if sheet.tokens[last - 1].lower in lexicon("organised") - {"party"}:
            held.discard(start)  # "the Valdorian Dockers Union" is not Valdoria
        society = _society(sheet, start, last)
        held -= set(range(first, society))
        while first < start < society and kind == "ORG" and sheet.tokens[start - 1].tag == "JJ":
            start -= 1  # "the Valdorian National Foundation"
        if start == last or not taken.isdisjoint(held) or _is_other(sheet, start, last):
            continue
        says = _has_a_speaker(sheet, last - 1) and sheet.tokens[start].dep == "poss"
        if kind or says or (last - start > 1 and sheet.tokens[last - 1].lower in lexicon("organised")):
            out.append(Run(start, last, " ".join(sheet.words(start, last).split())))
    return out


def _society(sheet: Sheet, first: int, last: int) -> int:
    """The token of a name that says that it is a society, whatever stands before it: "the Valdorian Trade Federation";
    the first token where none does."""
    return next((i for i in range(last - 1, first, -1) if sheet.tokens[i].lower in SOCIETIES), first)


def _after_of(sheet: Sheet, first: int, last: int) -> range:
    """The tokens of a name after its "of", if a word for a group stands before: "Dock Workers of Karsia"."""
    of = next((i for i in range(first + 1, last) if sheet.tokens[i].lower == "of"), last)
    named = of > first and sheet.tokens[of - 1].lower in lexicon("organised")
    return range(of + 1, last) if named else range(0)


def _again(sheet: Sheet, taken: Set[int], runs: Sequence[Run]) -> list[Run]:
    """The runs with those where the model takes a name for something else: of one word marked at least twice, or
    of a company named with its form ("Brandt Corp.")."""
    sure: set[tuple[str, ...]] = {
        (name,) for name, times in Counter(r.name for r in runs).items() if times >= MARKED and " " not in name
    }
    sure |= companies(sheet)
    marked = {i for r in runs for i in range(r.first, r.last)} | taken
    more = []
    for words in sorted(sure):
        for t in sheet.tokens:
            here = range(t.i, t.i + len(words))
            same = t.text == words[0] and _is_capital(sheet, t.i) and marked.isdisjoint(here)
            if same and tuple(w.text for w in sheet.tokens[t.i : here.stop]) == words:
                more.append(Run(t.i, here.stop, " ".join(words)))
                marked.update(here)
    return sorted([*runs, *more], key=lambda r: r.first)


def companies(sheet: Sheet) -> set[tuple[str, ...]]:
    """The names of companies without the words for their form: Brandt of "Brandt Corp." and "Brandt Inc."."""
    out: set[tuple[str, ...]] = set()
    for t in sheet.tokens:
        if t.lower.rstrip(".") in lexicon("company_form") and t.ent == "ORG" and t.text[0].isupper():
            first = t.i
            while (
                first > sheet.sentence(t.i).first
                and sheet.tokens[first - 1].ent == "ORG"
                and _is_capital(sheet, first - 1)
            ):
                first -= 1
            out.add(tuple(w.text for w in sheet.tokens[first : t.i]))
    return out - {()}


def _is_capital(sheet: Sheet, i: int) -> bool:
    return sheet.tokens[i].tag in ("NNP", "NNPS") and sheet.tokens[i].text[0].isupper()


def _is_where(sheet: Sheet, i: int) -> bool:
    """Whether it only says where: the model at times takes a city for an organisation."""
    before = sheet.tokens[sheet.tokens[i].head].lower
    return sheet.tokens[i].dep == "pobj" and before in lexicon("place_preposition") - {"at", "over", "via", "within"}


def _is_other(sheet: Sheet, first: int, last: int) -> bool:
    """Whether it is a newspaper or a university by its words, the organ of a state or its field, or a person."""
    words = [sheet.tokens[i].text for i in range(first, last)]
    final = sheet.tokens[last - 1]
    organ = final.lower in lexicon("institution") or final.lemma in lexicon("institution")
    topic = len(words) == 1 and (final.lower in lexicon("portfolio") or final.text in lexicon("title_tail"))
    first = words[0] in first_names("f") | first_names("m") and words[0].lower() not in lexicon("particle")
    person = first and 1 < len(words) < 4
    return (
        organ
        or topic
        or (person and not _is_incorporated(words))
        or not lexicon("press").isdisjoint(words)
        or words[-1] in lexicon("month")
    )


def _has_a_speaker(sheet: Sheet, i: int) -> bool:
    """Whether someone is said to be its: "Orlair's Odo Brandt"."""
    t = sheet.tokens[i]
    return t.dep == "poss" and sheet.tokens[t.head].ent == "PERSON"


def _has_a_chief(sheet: Sheet, r: Run, i: int) -> bool:
    """Whether someone is named with the post in which they lead it or speak for it.

    "Odo Brandt, head of the Harbour League". Schools and institutes are where scholars sit, who speak for themselves,
    committees of a parliament where legislators do; a region or a field is what an office deals with.
    """
    words = [sheet.tokens[k].lower for k in range(r.first, r.last)]
    if not lexicon("no_party").isdisjoint(words) or (len(words) == 1 and _ACRONYM.fullmatch(r.name) is None):
        return False
    t = sheet.tokens[i]
    post = sheet.tokens[sheet.tokens[t.head].head] if t.dep == "pobj" and sheet.tokens[t.head].lower == "of" else None
    post = sheet.tokens[t.head] if t.dep in ("poss", "compound", "nmod") and t.head > i else post
    if post is None or post.lemma not in lexicon("leads") | lexicon("spokes_office") | lexicon("company_head"):
        return False
    whole = whole_phrase(sheet, post.i)
    beside = (whole, *(sheet.tokens[c] for c in sheet.children[post.i] if sheet.tokens[c].dep == "appos"))
    return any(k.ent == "PERSON" for k in beside)


def _takes_sides(sheet: Sheet, i: int) -> bool:
    """Whether it does what only a side of a dispute or of a deal does: condemns, sues, signs."""
    t = sheet.tokens[i]
    return t.dep == "nsubj" and sheet.tokens[t.head].lemma in lexicon("taking_sides")


def _acronym_after(sheet: Sheet, r: Run) -> str | None:
    """The short form in brackets behind a name: "the Free Harbour Movement (FHM)"."""
    after = [t.text for t in sheet.tokens[r.last : r.last + 3]]
    if len(after) == 3 and after[0] == "(" and after[2] == ")" and _ACRONYM.fullmatch(after[1]):
        return after[1]
    return None


def _short(name: str, names: Set[str]) -> str:
    """The id of a name: itself if short, else its initials or the part of it that the article uses as a name, else
    its slug. "Compagnie Brandt" and "Brandt Corp." are the Brandt of the article."""
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    if _ACRONYM.fullmatch(name):
        return name
    if initials in names and len(initials) > 1:
        return initials
    words = name.split()
    part = [words[a:b] for a, b in combinations(range(len(words) + 1), 2) if not a or b == len(words)]
    own = [w.lower().rstrip(".") not in lexicon("incorporated") | lexicon("particle") for w in words]
    parts = [p for w in part if (p := " ".join(w)) in names and p != name and sum(own) - len(w) <= FORM_WORDS]
    return _short(min(parts, key=len), names) if parts and _is_incorporated(words) else slug(name)


def _is_incorporated(words: Sequence[str]) -> bool:
    """Whether a name of several words begins or ends with a word for a company, a society or an authority."""
    ends = {words[0].lower().rstrip("."), words[-1].lower().rstrip(".")}
    return len(words) > 1 and not ends.isdisjoint(lexicon("incorporated"))


def _says_so(sheet: Sheet, first: int, last: int) -> bool:
    """Whether a word among these tokens says that something is a party, a union, an armed group."""
    return any(t.lower in lexicon("organised") for t in sheet.tokens[max(first, 0) : last])


def _mention(sheet: Sheet, r: Run, party: str) -> Mention:
    before = sheet.tokens[r.first - 1] if r.first > sheet.sentence(r.first).first else None
    first = r.first - 1 if before is not None and before.lower == "the" and before.head >= r.first else r.first
    head = sheet.head_of(r.first, r.last)
    start, end = sheet.tokens[first].start, sheet.tokens[r.last - 1].end
    return Mention(first, r.last, head, start, end, "party", "name", party)
