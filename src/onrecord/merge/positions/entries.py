"""Positions of all articles as entries, and the issues that they gather into."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.entries import Issue, PositionEntry
from onrecord.ids import digest, normalised
from onrecord.merge.acting import acting_party
from onrecord.merge.corpus import Corpus, Read
from onrecord.merge.positions.issues import gather, label_of
from onrecord.readings import Position
from onrecord.text import Evidence, Span


@dataclass(frozen=True, slots=True)
class Told:
    """One position as one article tells it, with its matter's words."""

    read: Read
    position: Position
    party: str
    words: str
    topic: str


def merge_positions(
    corpus: Corpus, quote_ids: Mapping[tuple[str, int], str]
) -> tuple[tuple[Issue, ...], tuple[PositionEntry, ...]]:
    """The issues in the order of their first position, and one position a party, issue, stance and article.

    `quote_ids` names the entry of each quote by (article id, index in its reading).
    """
    told = [
        Told(r, p, party, _words(r, p.matter), _words(r, p.topic) if p.topic else "")
        for r in corpus.reads
        for p in r.reading.positions
        if (party := acting_party(corpus, r, p.party)) is not None
    ]
    clusters = gather([t.position.terms for t in told])
    issues: list[Issue] = []
    entries: list[PositionEntry] = []
    for cluster in clusters:
        members = [told[n] for n in cluster]
        terms = _shared_terms(members)
        label = label_of([m.topic for m in members], terms)
        issue = Issue(digest("issue", label, list(terms)), label, terms)
        issues.append(issue)
        entries += _one_each(corpus, members, issue.id, quote_ids)
    order = {r.article.id: n for n, r in enumerate(corpus.reads)}
    entries.sort(key=lambda e: (order[e.evidence.article], e.evidence.start, e.evidence.end, e.id))
    return tuple(issues), tuple(entries)


def _words(read: Read, span: Span) -> str:
    return read.article.content[span.start : span.end]


def _shared_terms(members: list[Told]) -> tuple[str, ...]:
    """The terms that at least half of the members have, the commonest first; at most six."""
    count: dict[str, int] = defaultdict(int)
    for m in members:
        for term in m.position.terms:
            count[term] += 1
    common = [t for t in count if count[t] * 2 >= len(members)] or sorted(count)
    return tuple(sorted(common, key=lambda t: (-count[t], t))[:6])


def _one_each(
    corpus: Corpus, members: list[Told], issue: str, quote_ids: Mapping[tuple[str, int], str]
) -> list[PositionEntry]:
    """One entry a party, stance and article, on its fullest evidence; the rest stands under `also`."""
    groups: dict[tuple[str, str, str, str], list[Told]] = defaultdict(list)
    for m in members:
        groups[(m.read.article.id, m.party, m.position.stance, m.position.attributed_to or "")].append(m)
    out = []
    for group in groups.values():
        best, *rest = sorted(group, key=lambda m: (-len(m.position.terms), len(m.position.span), m.position.span))
        also: list[Evidence] = []
        for m in sorted(rest, key=lambda m: m.position.span):
            if m.position.span != best.position.span and m.read.evidence(m.position.span) not in also:
                also.append(m.read.evidence(m.position.span))
        out.append(_entry(corpus, best, issue, tuple(also), quote_ids))
    return out


def _entry(
    corpus: Corpus, told: Told, issue: str, also: tuple[Evidence, ...], quote_ids: Mapping[tuple[str, int], str]
) -> PositionEntry:
    read, p = told.read, told.position
    evidence = read.evidence(p.span)
    own = acting_party(corpus, read, p.attributed_to) == told.party  # their party is known from another article
    return PositionEntry(
        id=digest(
            "position", read.article.file, told.party, p.stance, normalised(evidence.exact), normalised(told.words)
        ),
        party=told.party,
        issue=issue,
        stance=p.stance,
        as_of=read.said(p.when) or read.day,
        evidence=evidence,
        sentence=p.sentence,
        matter=read.evidence(p.matter),
        also=also,
        speaker=corpus.who(read, p.speaker or (p.attributed_to if own else None)),
        attributed_to=None if own else corpus.who(read, p.attributed_to),
        quote=quote_ids.get((read.article.id, p.quote)) if p.quote is not None else None,
    )
