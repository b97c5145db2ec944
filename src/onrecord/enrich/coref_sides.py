"""Which parties are meant by "both sides", "the three countries"."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from onrecord.enrich.discourse import Discourse
from onrecord.enrich.home_organs import is_state
from onrecord.enrich.lexicon import lexicon
from onrecord.layers import Mention

ONLY_STATES = frozenset({"country", "nation", "government", "state", "capital", "president", "minister"})
JOINED = frozenset({"and", "&", "with", "-", "–", "‑", ","})
MORE = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}


def sides(d: Discourse, i: int) -> list[Mention]:
    """The parties that "both sides" or "the three countries" means, one mention for each; none if it is not clear."""
    meant = _the_two(d, i) if _means_two(d, i) else _the_several(d, i)
    return [d.taken_up(m, i, "nominal") for m in meant]


def _the_two(d: Discourse, i: int) -> list[Mention]:
    """The two named side by side most often so far.

    Where none were, the two named most. If two or more have done something, whoever has not is no side.
    """
    doers = [a.mention for a in d.before if a.subject]
    acted = {d.party_of(m) for m in doers} - {None}
    acted |= {m.ref for m in _named(d, i) if any(s.first <= m.head < s.last for s in doers)}
    named = [m for m in _named(d, i) if len(acted) < 2 or m.ref in acted]
    latest: dict[tuple[str, str], tuple[Mention, ...]] = {}
    times: Counter[tuple[str, str]] = Counter()
    for a, b in pairwise(named):
        if a.ref != b.ref and _side_by_side(d, a, b):
            pair = (a.ref, b.ref) if a.ref < b.ref else (b.ref, a.ref)
            times[pair] += 1
            latest[pair] = (a, b)
    if times:
        return list(latest[max(times, key=lambda p: (times[p], latest[p][0].head))])
    last = {m.ref: m for m in named}
    meant = [last[ref] for ref, _ in Counter(m.ref for m in named).most_common(2)]
    return meant if len(meant) == 2 else []


def _the_several(d: Discourse, i: int) -> list[Mention]:
    """The three of "the three countries": all that were named so far, or those that were named more than the rest."""
    count = _count(d, i)
    named = _named(d, i) if count else []
    last = {m.ref: m for m in named}
    ranked = Counter(m.ref for m in named).most_common()
    if not count or len(ranked) < count or (len(ranked) > count and ranked[count - 1][1] == ranked[count][1]):
        return []
    return [last[ref] for ref, _ in ranked[:count]]


def _named(d: Discourse, i: int) -> list[Mention]:
    """The parties named before noun i of which it may be said: of "countries" states only."""
    only_states = d.sheet.tokens[i].lemma in ONLY_STATES
    named = [a.mention for a in d.before if a.mention.kind == "party"]
    return [m for m in named if not only_states or m.ref not in d.gazetteer.parties or is_state(d, m.ref)]


def _count(d: Discourse, i: int) -> int:
    """How many "the three sides", "all four governments" are; 0 for "three sides" of which nothing was told."""
    t = d.sheet.tokens[i]
    if t.lemma not in lexicon("pair") or t.tag not in ("NNS", "NNPS"):
        return 0
    before = [d.sheet.tokens[c].lower for c in d.sheet.children[i] if c < i]
    told = not {"the", "all", "these"}.isdisjoint(before)
    return next((MORE[word] for word in before if told and word in MORE), 0)


def _means_two(d: Discourse, i: int) -> bool:
    t = d.sheet.tokens[i]
    if t.lemma not in lexicon("pair") or t.tag not in ("NNS", "NNPS"):
        return False
    before = {d.sheet.tokens[c].lower for c in d.sheet.children[i] if c < i}
    return bool(before & {"both", "two"}) or (t.lemma == "side" and before == {"the"})


def _side_by_side(d: Discourse, a: Mention, b: Mention) -> bool:
    """Joined by "and" or "with", or in one compound."""
    between = {d.sheet.tokens[k].lower for k in range(a.last, b.first)}
    if d.sheet.tokens[a.head].sentence != d.sheet.tokens[b.head].sentence:
        return False
    return b.first - a.last <= 4 and not between.isdisjoint(JOINED)
