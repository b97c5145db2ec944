"""The positions matrix: party by issue, the newest stance in the cell, its history behind it.

A page of it has columns for the parties that hold most there; what the others hold stands in a last column.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from onrecord.entries import Issue, PositionEntry
from onrecord.periods import in_words
from onrecord.serve.web.links import anchor
from onrecord.serve.web.names import Name
from onrecord.serve.web.order import days, newest_first
from onrecord.serve.web.pages.cited import Cited, cite
from onrecord.serve.web.pages.paging import Pager, paged
from onrecord.serve.web.site import Site

COLUMNS = 6  # parties that have one
OTHERS = 3  # cells shown of the parties that have none
TELLING = 5  # letters of a word that tells what the matter is, unless it only points
POINTING = frozenset({"anything", "nothing", "something", "their", "there", "these", "those", "would", "wouldn"})


@dataclass(frozen=True, slots=True)
class Cell:
    """What one party last held on one issue, in the `words` of the matter; `others` are the other stances of its
    history, `moved` how it last moved ("softened"), "" if it did not."""

    party: Name
    stance: str
    moved: str
    others: tuple[str, ...]
    when: str
    words: str
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class Row:
    """One issue: a cell or None for each column, the first cells of parties without one, and how many are `more`."""

    href: str
    label: str
    cells: tuple[Cell | None, ...]
    others: tuple[Cell, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """`folded` tells whether some parties have no column; `stances` are counted over the whole record."""

    parties: tuple[Name, ...]
    folded: bool
    rows: tuple[Row, ...]
    stances: tuple[tuple[str, int], ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class Held:
    """One position of the history behind a cell; `moved` is how the party moved with it ("hardened"), "" if not."""

    id: str
    anchor: str
    stance: str
    moved: str
    when: str
    matter: str
    speaker: Name | None
    attributed_to: Name | None
    confidence: float | None
    cited: Cited
    also: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class CellPage:
    """The history of one party on one issue; `others` leads to the other parties' on the same."""

    issue: str
    issue_href: str
    party: Name
    held: tuple[Held, ...]
    others: tuple[Cell, ...]


def matrix(site: Site, page: int = 1) -> Matrix:
    """Issues by how much is held on them, a page at a time; parties by how much they hold on those of the page."""
    of_issue: dict[str, dict[str, list[PositionEntry]]] = defaultdict(dict)
    for (issue, party), told in cells_of(site).items():
        of_issue[issue][party] = told
    issues = sorted(
        (i for i in site.entries.issues if i.id in of_issue),
        key=lambda i: (-sum(map(len, of_issue[i.id].values())), i.label, i.id),
    )
    shown, pager = paged(site, issues, page, "/positions")
    weight: Counter[str] = Counter()
    for i in shown:
        weight.update({party: len(told) for party, told in of_issue[i.id].items()})
    parties = sorted(weight, key=lambda p: (-weight[p], p))
    return Matrix(
        parties=site.names.all(tuple(parties[:COLUMNS])),
        folded=len(parties) > COLUMNS,
        rows=tuple(_row(site, i, of_issue[i.id], parties) for i in shown),
        stances=tuple(sorted(Counter(p.stance for p in site.entries.positions).items(), key=lambda s: (-s[1], s[0]))),
        pager=pager,
    )


def _row(site: Site, issue: Issue, told: dict[str, list[PositionEntry]], parties: list[str]) -> Row:
    others = [p for p in parties[COLUMNS:] if p in told]
    return Row(
        href=issue_href(site, issue.id),
        label=issue.label,
        cells=tuple(_cell(site, told[p]) if p in told else None for p in parties[:COLUMNS]),
        others=tuple(_cell(site, told[p]) for p in others[:OTHERS]),
        more=len(others[OTHERS:]),
    )


def cell_page(site: Site, issue: str, party: str) -> CellPage | None:
    """The history behind one cell; None if that party holds nothing on that issue."""
    cells = cells_of(site)
    if (issue, party) not in cells:
        return None
    return CellPage(
        issue=site.names.issue(issue) or issue,
        issue_href=issue_href(site, issue),
        party=site.names(party),
        held=tuple(held(site, p) for p in cells[issue, party]),
        others=tuple(_cell(site, told) for (i, p), told in sorted(cells.items()) if i == issue and p != party),
    )


def issue_href(site: Site, issue: str) -> str:
    """The address of an issue's own page."""
    return site.links.to(f"/positions/{issue}")


def cells_of(site: Site) -> dict[tuple[str, str], list[PositionEntry]]:
    """Positions by issue and party, each cell newest first."""
    published = days(site.entries)
    cells: dict[tuple[str, str], list[PositionEntry]] = defaultdict(list)
    for p in site.entries.positions:
        cells[p.issue, p.party].append(p)
    return {
        key: newest_first(held, lambda p: p.as_of or published.get(p.evidence.article), lambda p: p.id)
        for key, held in cells.items()
    }


def _cell(site: Site, told: list[PositionEntry]) -> Cell:
    newest = told[0]
    return Cell(
        party=site.names(newest.party),
        stance=newest.stance,
        moved=next((site.moved[p.id] for p in told if p.id in site.moved), ""),
        others=tuple(sorted({p.stance for p in told} - {newest.stance})),
        when=in_words(newest.as_of, unknown="day not known"),
        words=_telling(newest),
        count=len(told),
        href=site.links.to(f"/positions/{newest.issue}/{newest.party}"),
    )


def _telling(position: PositionEntry) -> str:
    """What a narrow cell has room for: the matter, or the whole clause where the matter tells little by itself ("it",
    "to try")."""
    words = re.findall(r"[^\W\d_]+", position.matter.exact.lower())
    telling = any(len(w) >= TELLING and w not in POINTING for w in words)
    return " ".join((position.matter if telling else position.evidence).exact.split())


def held(site: Site, position: PositionEntry) -> Held:
    return Held(
        id=position.id,
        anchor=anchor(position.id),
        stance=position.stance,
        moved=site.moved.get(position.id, ""),
        when=in_words(position.as_of, unknown="day not known"),
        matter=" ".join(position.matter.exact.split()),
        speaker=site.names(position.speaker) if position.speaker else None,
        attributed_to=site.names(position.attributed_to) if position.attributed_to else None,
        confidence=position.confidence,
        cited=cite(site, position.id, position.evidence, position.sentence),
        also=tuple(cite(site, position.id, e) for e in position.also),
    )
