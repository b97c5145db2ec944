"""Groups that have no name and yet are parties: the opposition of a state, its rebels, the unions of a company.

They count as a party where the article tells that they act, or that they stand on a side of talks or a
dispute; who is only watched or counted ("thousands of protesters") does not.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set

from onrecord.enrich.lexicon import lexicon
from onrecord.enrich.sheet import Sheet
from onrecord.enrich.sides import acts
from onrecord.enrich.sources import is_kind
from onrecord.layers import Mention

GROUPS = ("opposition", "rebels", "protesters", "unions", "rights-groups", "relatives")
OF_A_STATE = frozenset({"opposition", "rebels", "protesters", "factions"})
ALONE = frozenset({"opposition"})  # in the singular; "a worker" is a person
UNCOUNTED = ALONE | {"factions"}  # meant as a whole though counted: "four Karsian factions"
NEVER_ALONE = frozenset({"rights"})
CONTENDERS = frozenset({"opposition", "rights-groups", "factions"})  # who by nature speak for a cause: once is enough
MODIFIERS = frozenset({"compound", "amod"})
STRIKING = frozenset(
    {"strike", "walk", "stop", "picket", "protest", "rally", "demonstrate", "reject", "vote", "refuse"}
)
ACTS = 2  # of others


def collectives(
    sheet: Sheet, parties: Sequence[Mention], standing: Set[int], states: Set[str], bodies: Set[str]
) -> list[Mention]:
    """Mentions of the nameless groups that are parties of this article. `standing`: see `sides`; `states` are ids, and
    `bodies` those of the parties that no table knows. Workers are the union of an article that has one."""
    taken = {i for m in parties if m.how != "adjective" for i in range(m.first, m.last)}
    adjectives = {m.head for m in parties if m.how == "adjective" and m.ref in states}
    found: dict[str, list[int]] = defaultdict(list)
    union = _only_union(sheet, [m for m in parties if m.ref in bodies])
    for t in sheet.tokens:
        of_a_name = t.lower in ALONE and t.i + 1 in taken  # "the opposition Harbour Party"
        if t.i in taken or of_a_name or t.pos not in ("NOUN", "PROPN", "ADJ"):
            continue
        group = _group(sheet, t.i) or ("factions" if _is_faction(sheet, t.i, adjectives) else None)
        counted = group not in UNCOUNTED and t.i not in standing and _counted(sheet, t.i)
        if group is not None and (not counted or (group == "unions" and union and _strikes(sheet, t.i))):
            found[group].append(t.i)
    whose = ((m.head, m.ref if m.kind == "party" else m.party) for m in parties)
    named = {head: party for head, party in whose if party is not None and party in states}
    out: list[Mention] = []
    for group, heads in found.items():
        if group == "unions" and union is not None:
            out += (_mention(sheet, i, union) for i in heads)
            continue
        done = sum(acts(sheet, i) or _stands(sheet, i, standing) for i in heads)
        if done >= (1 if group in CONTENDERS else ACTS):
            state = _state(sheet, heads, named) if group in OF_A_STATE else None
            out += (_mention(sheet, i, f"{group}-{state}" if state else group) for i in heads)
    return out


def _only_union(sheet: Sheet, bodies: Sequence[Mention]) -> str | None:
    """The union of workers that the article names, if it names one alone."""
    unions = {m.ref for m in bodies if any(sheet.tokens[i].lower == "union" for i in range(m.first, m.last))}
    return unions.pop() if len(unions) == 1 else None


def _strikes(sheet: Sheet, i: int) -> bool:
    """Whether token i is the subject of what a union calls for: a strike, a vote, a rally."""
    t = sheet.tokens[i]
    return t.dep == "nsubj" and sheet.tokens[t.head].lemma in STRIKING


def _group(sheet: Sheet, i: int) -> str | None:
    """Which group noun i means: by itself ("rebels"), or by the word before it ("rebel forces", "rights groups")."""
    t = sheet.tokens[i]
    groups = [lexicon(f"collective:{g}") for g in GROUPS]
    if t.dep in ("compound", "amod", "nmod") and sheet.tokens[t.head].lemma in lexicon("grouping").union(*groups):
        return None  # the noun that it stands before is the mention
    if t.lemma in lexicon("grouping"):
        before = [sheet.tokens[c] for c in sheet.children[i] if c < i and sheet.tokens[c].ent != "ORG"]
        words = [w for b in before for w in (b.lemma, b.lower)]
    elif t.lower in NEVER_ALONE or not (t.lower in ALONE or t.tag in ("NNS", "NNPS") or _whose(sheet, i)):
        return None
    else:
        words = [t.lemma]
    if any(sheet.tokens[c].lower == "to" and sheet.tokens[c].dep == "prep" for c in sheet.children[i]):
        return None  # "its opposition to the plan"
    return next((g for g, listed in zip(GROUPS, groups, strict=True) if not listed.isdisjoint(words)), None)


def _is_faction(sheet: Sheet, i: int, adjectives: Set[int]) -> bool:
    """ "Karsian groups": of a state, and not the state itself."""
    t = sheet.tokens[i]
    several = t.lemma in lexicon("collective:factions") and t.tag == "NNS" and t.dep != "compound"
    return several and not adjectives.isdisjoint(sheet.children[i])


def _whose(sheet: Sheet, i: int) -> bool:
    """Whether one word means the whole group: before its people ("rebel commanders"), after them ("pilots' union")."""
    t = sheet.tokens[i]
    if t.dep == "compound":
        return is_kind(sheet, t.head, "office", "people")
    return t.lower == "union" and any(sheet.tokens[c].dep == "poss" for c in sheet.children[i])


def _counted(sheet: Sheet, i: int) -> bool:
    """Whether only some of them are meant: "two workers", "thousands of protesters"."""
    t = sheet.tokens[i]
    beside = [sheet.tokens[c] for c in sheet.children[i] if c < i]
    if t.dep == "pobj" and sheet.tokens[t.head].lower == "of":
        beside.append(sheet.tokens[sheet.tokens[t.head].head])
    return any(b.dep == "nummod" or b.lower in lexicon("quantity") for b in beside)


def _stands(sheet: Sheet, i: int, standing: Set[int]) -> bool:
    """On a side itself, or as the word before one that does ("opposition leaders")."""
    return i in standing or (sheet.tokens[i].dep == "compound" and sheet.tokens[i].head in standing)


def _state(sheet: Sheet, heads: Sequence[int], named: Mapping[int, str]) -> str | None:
    """Whose they are: the state before or after the noun, else the state whose government the article names most.

    Where it names no government they are of the state that it is about: named thrice, and twice as often as another.
    "Karsian warplanes" may fly over another land, so that what stands before a noun does not count.
    """
    beside: Counter[str] = Counter()
    for i in heads:
        t = sheet.tokens[i]
        for c in (*sheet.children[i], *(sheet.children[t.head] if t.dep == "compound" else ())):
            of = sheet.children[c] if sheet.tokens[c].lower in ("of", "in") else ()
            beside.update(named[j] for j in (c, *of) if j in named)
    if not beside:
        for i, party in named.items():
            noun = sheet.tokens[sheet.tokens[i].head]
            beside[party] += noun.lemma in ("government", "regime") or sheet.tokens[i].lemma in ("government", "regime")
    (best, times), *_ = [*beside.most_common(1), ("", 0)]
    if times:
        return best
    alone = Counter(party for i, party in named.items() if sheet.tokens[i].dep not in MODIFIERS)
    (first, n), (_, m) = (*alone.most_common(2), ("", 0), ("", 0))[:2]
    return first if n > 2 and n > 2 * m else None


def _mention(sheet: Sheet, i: int, party: str) -> Mention:
    first = i
    while first > 0 and first <= sheet.tokens[first - 1].head <= i and sheet.tokens[first - 1].dep in MODIFIERS:
        first -= 1
    return Mention(first, i + 1, i, sheet.tokens[first].start, sheet.tokens[i].end, "party", "name", party)
