"""Proposals of the record: each telling of a document; tellings of one author's document go together."""

from __future__ import annotations

from onrecord.entries import ProposalEntry, Provision
from onrecord.ids import digest, normalised
from onrecord.merge.corpus import Corpus, Read
from onrecord.readings import ProposalReport

SAME = frozenset({"proposal", "draft", "document", "demand", "agreement", "text", "package", "guarantee", "plan"})
"""Names that outlets use for one another's: "proposals", "draft agreements", "demands"."""


def merge_proposals(corpus: Corpus) -> tuple[ProposalEntry, ...]:
    """One entry for each article and proposal, the fullest telling, in the order of the corpus."""
    out: list[ProposalEntry] = []
    for read in corpus.reads:
        best: dict[str, ProposalReport] = {}
        for report in read.reading.proposals:
            key = _proposal(corpus, read, report)
            known = best.get(key)
            if known is None or _told(report) > _told(known):
                best[key] = report
        out += [_entry(corpus, read, key, report) for key, report in best.items()]
    return tuple(out)


def _told(report: ProposalReport) -> tuple[bool, int, bool, int]:
    """How much a telling tells: the handing over first, then to whom, when, and with what."""
    return report.event != "voiced", len(report.to), report.when is not None, len(report.provisions)


def _proposal(corpus: Corpus, read: Read, report: ProposalReport) -> str:
    """The proposal that a report tells of: its authors and what kind of paper it is."""
    head = normalised(report.name).split(" ")[-1].removesuffix("s")
    return digest("proposal", sorted(corpus.parties(read, report.by)), "paper" if head in SAME else head)


def _entry(corpus: Corpus, read: Read, proposal: str, report: ProposalReport) -> ProposalEntry:
    return ProposalEntry(
        id=digest("proposal", read.article.file, proposal),
        proposal=proposal,
        name=" ".join(report.name.split()),
        by=corpus.parties(read, report.by),
        to=corpus.parties(read, report.to),
        event=report.event,
        submitted_or_published=read.date(report.when),
        evidence=read.evidence(report.span),
        provisions=tuple(Provision(read.evidence(p)) for p in report.provisions),
    )
