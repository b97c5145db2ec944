"""Who is meant where nobody is named: one walk through the article, word by word, as a reader goes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from onrecord.enrich.coref_parties import (
    NEUTER,
    PLURAL,
    campaign_meant,
    nominal_body,
    nominal_party,
    of_organ,
    organ,
    pronoun_party,
)
from onrecord.enrich.coref_people import GENDERS, nominal_person, pronoun_person
from onrecord.enrich.coref_sides import sides
from onrecord.enrich.discourse import Discourse
from onrecord.enrich.lexicon import lexicon
from onrecord.enrich.people import Known
from onrecord.enrich.sheet import Sheet
from onrecord.gazetteer import Gazetteer
from onrecord.layers import Mention

TURNS = 4
Votes = dict[str, Counter[str]]


def resolved(sheet: Sheet, mentions: Sequence[Mention], people: Sequence[Known], known: Gazetteer) -> list[Mention]:
    """The mentions with those of pronouns and common nouns added or mended.

    The article is gone through several times: the pronouns of one turn tell the gender of those whom no
    title tells, and the next turn goes by it.
    """
    told = {p.key: p.gender for p in people}
    mentions = _with_holders(sheet, mentions, people)
    out: list[Mention] = []
    for _ in range(TURNS):
        votes: Votes = defaultdict(Counter)
        out = _turn(Discourse(sheet, {p.key: p for p in people}, known, mentions), votes)
        before = [p.gender for p in people]
        for person in people:
            (first, n), (_, m) = (*votes[person.key].most_common(2), ("", 0), ("", 0))[:2]
            person.gender = told[person.key] or (first if n > m else "")
        if before == [p.gender for p in people]:
            break
    return out


def _with_holders(sheet: Sheet, mentions: Sequence[Mention], people: Sequence[Known]) -> list[Mention]:
    """The mentions, of which those within the office beside a name, or in apposition to one, mean its bearer."""
    offices = [(role.span, person.key) for person in people for role in person.roles]
    names = {m.head: m.ref for m in mentions if m.kind == "person"}
    out = []
    for m in mentions:
        noun = sheet.tokens[m.head]
        holder: str | None = None
        if m.kind == "unnamed" and noun.tag not in ("NNS", "NNPS"):
            beside = [c for c in sheet.children[m.head] if sheet.tokens[c].dep == "appos"]
            beside += [noun.head] if noun.dep == "appos" else []
            holder = next((key for span, key in offices if span.holds(noun.span)), None)
            holder = holder or next((names[i] for i in beside if i in names), None)
        out.append(m if holder is None else replace(m, kind="person", ref=holder, party=None))
    return out


def _turn(d: Discourse, votes: Votes) -> list[Mention]:
    by_head: dict[int, list[Mention]] = defaultdict(list)
    for m in d.named:
        by_head[m.head].append(m)
    out: list[Mention] = []
    for t in d.sheet.tokens:
        here = [of_organ(d, nominal_person(d, m)) if m.kind == "unnamed" else m for m in by_head.get(t.i, ())]
        here = sides(d, t.i) or here if [(m.kind, m.party) for m in here] == [("unnamed", None)] else here
        here = here or _taken_up(d, t.i, votes)
        out.extend(here)
        d.add(here)
    return out


def _taken_up(d: Discourse, i: int, votes: Votes) -> list[Mention]:
    """The mentions that a word makes which names nobody itself."""
    t = d.sheet.tokens[i]
    if t.lower in GENDERS:
        found = pronoun_person(d, i)
        if found is None:
            return []
        if found.kind == "person" and abs(t.sentence - d.sheet.tokens[found.head].sentence) < 2:
            votes[found.ref][GENDERS[t.lower]] += 1
        return [d.taken_up(found, i, "pronoun")]
    if t.lower in PLURAL or t.lower in NEUTER:
        found = pronoun_party(d, i)
        return [d.taken_up(found, i, "pronoun")] if found is not None else []
    if t.pos not in ("NOUN", "PROPN"):
        return []
    if t.lower in lexicon("style"):  # "Her Excellency"
        styled = next((d.by_head[c] for c in d.sheet.children[i] if c in d.by_head), None)
        return [d.taken_up(styled, i, "nominal")] if styled is not None and styled.kind == "person" else []
    found = (nominal_party(d, i) if t.lemma in lexicon("nominal") else None) or nominal_body(d, i)
    found = found or campaign_meant(d, i) or organ(d, i)
    return [found] if found is not None else sides(d, i)
