"""The people of one article: which names mean the same person, their offices and their parties."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from onrecord.enrich.lexicon import lexicon
from onrecord.enrich.names import COURTESY, NameRun
from onrecord.enrich.roles import office_after, office_before, party_within, title_words
from onrecord.enrich.sheet import Sheet
from onrecord.gazetteer import rows
from onrecord.ids import slug
from onrecord.layers import Mention, Person, Role
from onrecord.text import Span


@dataclass
class Known:
    """A person while the article is being read. `gender` is "m", "f" or "" as far as the words tell."""

    key: str
    forms: Counter[str] = field(default_factory=Counter)
    runs: list[NameRun] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    parties: list[str] = field(default_factory=list)
    gender: str = ""

    @property
    def name(self) -> str:
        """The fullest form: the most words, then the most frequent, then the longest."""
        return max(self.forms, key=lambda f: (len(f.split()), self.forms[f], len(f), f))

    @property
    def first_name_gender(self) -> str:
        """What most bearers of the first name are, where that is clear."""
        first = self.name.split()[0]
        return next((g for g in ("f", "m") if first in first_names(g)), "") if " " in self.name else ""

    @property
    def party(self) -> str | None:
        return Counter(self.parties).most_common(1)[0][0] if self.parties else None

    def as_person(self) -> Person:
        party = self.party
        roles = tuple(role if role.party else replace(role, party=party) for role in self.roles)
        return Person(self.key, self.name, tuple(sorted(self.forms)), party, roles)


@lru_cache(maxsize=2)
def first_names(gender: str) -> frozenset[str]:
    """The first names that nearly only women ("f") or nearly only men ("m") bear."""
    return frozenset(name for g, listed in rows("first_names.tsv") if g == gender for name in listed.split(";"))


def people_of(sheet: Sheet, runs: Sequence[NameRun], parties: Sequence[Mention]) -> tuple[list[Known], list[Mention]]:
    """The people of the article, and every mention of them by name, title included."""
    surnames = _surnames(runs)
    full = _full_names(runs, surnames)
    known: dict[str, Known] = {}
    mentions: list[Mention] = []
    for run in runs:
        person = known.setdefault(_key(run, full, known, surnames), Known(""))
        if not person.key:
            person.key = next(k for k, p in known.items() if p is person)
        person.runs.append(run)
        person.forms[run.name] += 1
        first = _learn(sheet, run, person, parties, runs)
        head = sheet.head_of(run.first, run.last)
        start, end = sheet.tokens[first].start, sheet.tokens[run.last - 1].end
        mentions.append(Mention(first, run.last, head, start, end, "person", "name", person.key))
    for person in known.values():
        person.gender = person.gender or person.first_name_gender
    return list(known.values()), mentions


def _surnames(runs: Sequence[NameRun]) -> dict[tuple[str, ...], str]:
    """For each full name the word that stands for it alone: the last, or the first where the article uses only that."""
    alone = Counter(r.words[0] for r in runs if len(r.words) == 1)
    out = {}
    for words in {r.words for r in runs if len(r.words) > 1}:
        first, last = words[0], surname(words)
        out[words] = first if alone[first] and not alone[last] and len(words) <= 4 and _eastern(words) else last
    return out


def surname(words: tuple[str, ...]) -> str:
    """The last word that is no "Jr."."""
    return next((w for w in reversed(words) if w not in lexicon("suffix")), words[-1])


def _eastern(words: tuple[str, ...]) -> bool:
    """Names written with the surname first are mostly of short words ("Kim Jong Un", "Xi Jinping")."""
    return len(words[0]) <= 5


def _full_names(runs: Sequence[NameRun], surnames: dict[tuple[str, ...], str]) -> dict[str, list[tuple[str, ...]]]:
    """The full names that each surname may stand for, in the order of the article."""
    out: dict[str, list[tuple[str, ...]]] = {}
    for run in runs:
        if len(run.words) > 1:
            names = out.setdefault(slug(surnames[run.words]), [])
            if run.words not in names:
                names.append(run.words)
    return out


def _key(
    run: NameRun, full: dict[str, list[tuple[str, ...]]], known: dict[str, Known], surnames: dict[tuple[str, ...], str]
) -> str:
    """ "p:" and the surname; where namesakes meet in one article, the whole name of all but the first."""
    if len(run.words) == 1:
        names = full.get(slug(run.words[0]), [])
        if not names:
            by_part = [
                w for ws in full.values() for w in ws if run.words[0] in w and run.words[0] not in lexicon("particle")
            ]
            names = by_part if len({surnames[w] for w in by_part}) == 1 else []
        if not names:
            return f"p:{slug(run.words[0])}"
        latest = [p for p in known.values() if p.runs and any(r.words in names for r in p.runs)]
        if latest:
            return max(latest, key=lambda p: max(r.first for r in p.runs)).key
        return f"p:{slug(surnames[names[0]])}"
    key = f"p:{slug(surnames[run.words])}"
    namesakes = full[slug(surnames[run.words])]
    same = [n for n in namesakes if compatible(n, run.words)]
    if same and same[0] != namesakes[0] and not compatible(namesakes[0], run.words):
        return f"p:{slug(' '.join(same[0]))}"
    return key


def compatible(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two full names with the same surname may be one person's: no first name or "Jr." contradicts."""
    if {w.rstrip(".") for w in a} & {"Jr", "Sr"} != {w.rstrip(".") for w in b} & {"Jr", "Sr"}:
        return False
    if a[0] == b[0]:
        return True
    x, y = a[0].rstrip("."), b[0].rstrip(".")
    return x.startswith(y) or y.startswith(x) or x in b or y in a or x[:3] == y[:3]


def _of(sheet: Sheet, run: NameRun, parties: Sequence[Mention]) -> str | None:
    """The party after a name with its office ("President Harka Denn of Karsia")."""
    if run.last >= sheet.sentence(run.first).last or sheet.tokens[run.last].lower != "of":
        return None
    return next((m.ref for m in parties if m.first in (run.last + 1, run.last + 2) and m.kind == "party"), None)


def _learn(sheet: Sheet, run: NameRun, person: Known, parties: Sequence[Mention], runs: Sequence[NameRun]) -> int:
    """What the words beside a name tell of the person. Returns the first token of the name with its title."""
    first = run.first
    before = sheet.tokens[first - 1] if first > sheet.sentence(first).first else None
    if before is not None and before.lower in COURTESY:
        first -= 1
        person.gender = person.gender or COURTESY[before.lower]
    for found in (office_before(sheet, run, runs), office_after(sheet, run, runs)):
        if found is None:
            continue
        a, b = found
        span = Span(sheet.tokens[a].start, sheet.tokens[b - 1].end)
        party = party_within(sheet, parties, a, b) or (_of(sheet, run, parties) if b == run.first else None)
        person.roles.append(Role(title_words(sheet, a, b, parties), party, span))
        if party is not None:
            person.parties.append(party)
        told = {sheet.tokens[i].lower for i in range(a, b)}
        person.gender = person.gender or ("f" if told & lexicon("female") else "m" if told & lexicon("male") else "")
        if b == run.first:
            first = a
    return first
