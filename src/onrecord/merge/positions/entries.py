"""Positions of all articles as entries, and the issues that they gather into."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.entries import Issue, Link, PositionEntry
from onrecord.ids import digest, normalised
from onrecord.merge.acting import acting_party
from onrecord.merge.corpus import Corpus, Read
from onrecord.merge.positions.holders import Holders
from onrecord.merge.positions.issues import Cluster, Matter, gather
from onrecord.merge.positions.labels import Named, label_of
from onrecord.merge.positions.likeness import Edge
from onrecord.readings import Position
from onrecord.text import Span


@dataclass(frozen=True, slots=True)
class Told:
    """One position as one article tells it, with its matter's words."""

    read: Read
    position: Position
    party: str
    words: str
    topic: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The issues in the order of their first position, the positions in the order of the articles, and why those of
    one issue were put together."""

    issues: tuple[Issue, ...]
    positions: tuple[PositionEntry, ...]
    links: tuple[Link, ...]


def merge_positions(corpus: Corpus, quote_ids: Mapping[tuple[str, int], str]) -> Merged:
    """One position a party, issue, stance and article; `quote_ids` names the entry of each quote by (article id,
    index in its reading)."""
    holders = Holders(corpus)
    told = [
        Told(r, p, party, _words(r, p.matter), _words(r, p.topic) if p.topic else "")
        for r in corpus.reads
        for p in r.reading.positions
        if (party := holders.of(r, p.party)) is not None
    ]
    order = {r.article.id: n for n, r in enumerate(corpus.reads)}
    issues: list[Issue] = []
    entries: list[PositionEntry] = []
    links: list[Link] = []
    for cluster in gather([Matter(t.position.terms, t.position.vector) for t in told]):
        members = {n: told[n] for n in cluster.members}
        held = _one_each(members)
        first = min(held, key=lambda group: (order[group[0].read.article.id], group[0].position.span, group[0].words))
        issue = _issue(members, digest("issue", _id(first[0])))
        issues.append(issue)
        entries += [_entry(corpus, group, issue.id, quote_ids) for group in held]
        links += _links(cluster, members, held)
    entries.sort(key=lambda e: (order[e.evidence.article], e.evidence.start, e.evidence.end, e.id))
    return Merged(tuple(issues), tuple(entries), tuple(links))


def _words(read: Read, span: Span) -> str:
    return read.article.content[span.start : span.end]


def _issue(members: Mapping[int, Told], name: str) -> Issue:
    """The issue of these matters; its id hangs on its first position, not on what it is called."""
    told = list(members.values())
    terms = _shared_terms(told)
    return Issue(name, label_of([Named(m.topic, m.position.terms, m.words) for m in told], terms), terms)


def _shared_terms(members: list[Told]) -> tuple[str, ...]:
    """The terms that at least half of the members have, the commonest first; at most six."""
    count: dict[str, int] = defaultdict(int)
    for m in members:
        for term in m.position.terms:
            count[term] += 1
    common = [t for t in count if count[t] * 2 >= len(members)] or sorted(count)
    return tuple(sorted(common, key=lambda t: (-count[t], t))[:6])


def _one_each(members: Mapping[int, Told]) -> list[list[Told]]:
    """The tellings of one party, stance and article each, the fullest evidence first."""
    groups: dict[tuple[str, str, str, str], list[Told]] = defaultdict(list)
    for m in members.values():
        groups[(m.read.article.id, m.party, m.position.stance, m.position.attributed_to or "")].append(m)
    return [
        sorted(group, key=lambda m: (-len(m.position.terms), len(m.position.span), m.position.span))
        for group in groups.values()
    ]


def _links(cluster: Cluster, members: Mapping[int, Told], held: list[list[Told]]) -> list[Link]:
    """Why the positions of an issue are together: one link for each that was joined to another."""
    entry_of = {id(told): _id(group[0]) for group in held for told in group}
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for a, b, edge in cluster.joined:
        ends = entry_of[id(members[a])], entry_of[id(members[b])]
        if ends[0] != ends[1]:
            found.setdefault((min(ends), max(ends)), _reasons(members[a], edge))
    return [Link("positions", a, b, reasons) for (a, b), reasons in sorted(found.items())]


def _reasons(told: Told, edge: Edge | None) -> tuple[str, ...]:
    if edge is None:
        return ("both are about " + _listed(told.position.terms),)
    return ("both are about " + _listed(edge.shared), f"alike in meaning: {edge.meaning:.2f}")


def _listed(terms: tuple[str, ...]) -> str:
    return ", ".join(f"“{t}”" for t in terms)


def _id(told: Told) -> str:
    read, p = told.read, told.position
    words = (normalised(read.evidence(p.span).exact), normalised(told.words))
    return digest("position", read.article.file, told.party, p.stance, *words)


def _entry(corpus: Corpus, group: list[Told], issue: str, quote_ids: Mapping[tuple[str, int], str]) -> PositionEntry:
    """The entry of tellings of one position, on the first of them; the rest stands under `also`."""
    told, *rest = group
    read, p = told.read, told.position
    own = acting_party(corpus, read, p.attributed_to) == told.party  # their party is known from another article
    spans = sorted({m.position.span for m in rest} - {p.span})
    return PositionEntry(
        id=_id(told),
        party=told.party,
        issue=issue,
        stance=p.stance,
        as_of=_as_of(read, p.when),
        evidence=read.evidence(p.span),
        sentence=p.sentence,
        matter=read.evidence(p.matter),
        also=tuple(read.evidence(s) for s in spans),
        speaker=corpus.who(read, p.speaker or (p.attributed_to if own else None)),
        attributed_to=None if own else corpus.who(read, p.attributed_to),
        quote=quote_ids.get((read.article.id, p.quote)) if p.quote is not None else None,
    )


def _as_of(read: Read, when: int | None) -> str | None:
    """The day from which on it is known to be held: None for "previously", the article's where none is told."""
    if when is not None and read.reading.timexes[when].value == "PAST_REF":
        return None
    return read.said(when) or read.day
