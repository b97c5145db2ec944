"""What lies on the table: proposals with their provisions, and the precedents that are invoked."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.entries import ProposalEntry
from onrecord.periods import in_words
from onrecord.serve.web.links import anchor
from onrecord.serve.web.names import Name
from onrecord.serve.web.pages.cited import Cited, cite, cite_readably
from onrecord.serve.web.pages.together import Pair, together
from onrecord.serve.web.site import Site


@dataclass(frozen=True, slots=True)
class ProvisionLine:
    issue: str | None
    cited: Cited


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's telling of a proposal."""

    anchor: str
    event: str
    when: str
    cited: Cited
    provisions: tuple[ProvisionLine, ...]


@dataclass(frozen=True, slots=True)
class ProposalCard:
    name: str
    by: tuple[Name, ...]
    to: tuple[Name, ...]
    tellings: tuple[Telling, ...]
    together: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class PrecedentLine:
    anchor: str
    what: str
    year: str | None
    invoked_by: Name | None
    cited: Cited


@dataclass(frozen=True, slots=True)
class Proposals:
    cards: tuple[ProposalCard, ...]
    precedents: tuple[PrecedentLine, ...]


def proposals(site: Site) -> Proposals:
    told: dict[str, list[ProposalEntry]] = {}
    for p in site.entries.proposals:
        told.setdefault(p.proposal, []).append(p)
    return Proposals(
        cards=tuple(
            ProposalCard(
                name=entries[0].name,
                by=site.names.all(tuple(dict.fromkeys(a for e in entries for a in e.by))),
                to=site.names.all(tuple(dict.fromkeys(a for e in entries for a in e.to))),
                tellings=tuple(_telling(site, e) for e in entries),
                together=together(site, {e.id: e.evidence for e in entries}),
            )
            for entries in told.values()
        ),
        precedents=tuple(
            PrecedentLine(
                anchor=anchor(p.id),
                what=p.what,
                year=p.year,
                invoked_by=site.names(p.invoked_by) if p.invoked_by else None,
                cited=cite(site, p.id, p.evidence, p.sentence),
            )
            for p in site.entries.precedents
        ),
    )


def _telling(site: Site, entry: ProposalEntry) -> Telling:
    return Telling(
        anchor=anchor(entry.id),
        event=entry.event,
        when=in_words(entry.submitted_or_published, unknown="day not known"),
        cited=cite_readably(site, entry.id, entry.evidence),
        provisions=tuple(
            ProvisionLine(site.names.issue(p.issue), cite_readably(site, entry.id, p.evidence))
            for p in entry.provisions
        ),
    )
