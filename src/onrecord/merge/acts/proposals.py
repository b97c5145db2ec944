"""Proposals of the record: each telling of a document; tellings of one author's document go together."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.entries import Link, PositionEntry, ProposalEntry, Provision
from onrecord.ids import digest, normalised
from onrecord.merge.corpus import Corpus, Read
from onrecord.periods import in_words
from onrecord.readings import ProposalReport

ALIKE = 0.5  # the share of their words in which a provision and a matter are one
SAME = frozenset({"proposal", "draft", "document", "demand", "agreement", "text", "package", "guarantee", "plan"})
"""Names that outlets use for one another's: "proposals", "draft agreements", "demands"."""


def merge_proposals(corpus: Corpus) -> tuple[ProposalEntry, ...]:
    """One entry for each article and proposal, the fullest telling, in the order of the corpus."""
    out: list[ProposalEntry] = []
    for read in corpus.reads:
        tellings: dict[str, list[ProposalReport]] = {}
        for report in read.reading.proposals:
            tellings.setdefault(_proposal(corpus, read, report), []).append(report)
        out += [_entry(corpus, read, key, told) for key, told in tellings.items()]
    return tuple(out)


def proposal_links(proposals: Sequence[ProposalEntry]) -> tuple[Link, ...]:
    """Why the tellings of a proposal are together: each with the one before it."""
    told: dict[str, list[ProposalEntry]] = {}
    for entry in proposals:
        told.setdefault(entry.proposal, []).append(entry)
    return tuple(Link("proposals", a.id, b.id, _reasons(a, b)) for group in told.values() for a, b in pairwise(group))


def _reasons(a: ProposalEntry, b: ProposalEntry) -> tuple[str, ...]:
    day = a.submitted_or_published
    told = (
        "by the same party" if a.by else "by a party that neither names",
        f"both call it “{a.name}”" if normalised(a.name) == normalised(b.name) else f"“{a.name}” and “{b.name}”",
        f"both of {in_words(day)}" if day is not None and day == b.submitted_or_published else None,
    )
    return tuple(filter(None, told))


def with_issues(proposals: Sequence[ProposalEntry], positions: Sequence[PositionEntry]) -> tuple[ProposalEntry, ...]:
    """The proposals, each provision with the issue of the position that says the same, if one does.

    It says the same if it stands in the same words of the article, or if at least half of the words of the two
    together are in both.
    """
    of_article: dict[str, list[PositionEntry]] = {}
    matters: dict[frozenset[str], str] = {}
    for position in sorted(positions, key=lambda p: p.id):
        of_article.setdefault(position.evidence.article, []).append(position)
        matters.setdefault(_content(position.matter.exact), position.issue)
    return tuple(
        replace(p, provisions=tuple(replace(v, issue=_issue(v, of_article, matters)) for v in p.provisions))
        for p in proposals
    )


def _issue(
    provision: Provision, of_article: Mapping[str, list[PositionEntry]], matters: Mapping[frozenset[str], str]
) -> str | None:
    mine = provision.evidence
    for position in of_article.get(mine.article, ()):
        shared = min(mine.end, position.matter.end) - max(mine.start, position.matter.start)
        if 2 * shared >= min(mine.end - mine.start, position.matter.end - position.matter.start):
            return position.issue
    words = _content(mine.exact)
    alike = [(len(words & m) / len(words | m), issue) for m, issue in matters.items() if words & m]
    best = max(alike, default=(0.0, None), key=lambda found: found[0])
    return best[1] if best[0] >= ALIKE else None


def _content(words: str) -> frozenset[str]:
    """The words of a phrase that say something, without their plural."""
    return frozenset(w.removesuffix("s") for w in re.findall(r"[^\W\d_]{4,}", normalised(words)))


def _told(report: ProposalReport) -> tuple[bool, int, bool, int]:
    """How much a telling tells: the handing over first, then to whom, when, and with what."""
    return report.event != "voiced", len(report.to), report.when is not None, len(report.provisions)


def _proposal(corpus: Corpus, read: Read, report: ProposalReport) -> str:
    """The proposal that a report tells of: its authors and what kind of paper it is."""
    head = normalised(report.name).split(" ")[-1].removesuffix("s")
    return digest("proposal", sorted(corpus.parties(read, report.by)), "paper" if head in SAME else head)


def _entry(corpus: Corpus, read: Read, proposal: str, told: Sequence[ProposalReport]) -> ProposalEntry:
    """The fullest telling, with the provisions of all."""
    report = max(told, key=_told)
    return ProposalEntry(
        id=digest("proposal", read.article.file, proposal),
        proposal=proposal,
        name=" ".join(report.name.split()),
        by=corpus.parties(read, report.by),
        to=corpus.parties(read, report.to),
        event=report.event,
        submitted_or_published=read.date(report.when),
        evidence=read.evidence(report.span),
        provisions=tuple(Provision(read.evidence(p)) for p in dict.fromkeys(p for t in told for p in t.provisions)),
    )
