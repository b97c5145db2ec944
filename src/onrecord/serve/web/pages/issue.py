"""One issue: all that is held on it, why it is one issue, and what an analyst may rule."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from onrecord.serve.web.names import Name
from onrecord.serve.web.pages.choices import Choice
from onrecord.serve.web.pages.positions import Held, cells_of, held
from onrecord.serve.web.pages.together import Pair, together
from onrecord.serve.web.site import Site


@dataclass(frozen=True, slots=True)
class Side:
    """What one party holds, the newest first."""

    party: Name
    href: str
    held: tuple[Held, ...]


@dataclass(frozen=True, slots=True)
class IssuePage:
    """`others` are the issues that could be joined; none where the view is of the past, which is not ruled on."""

    id: str
    label: str
    count: int
    sides: tuple[Side, ...]
    pairs: tuple[Pair, ...]
    others: tuple[Choice, ...]
    may_rule: bool


def issue_page(site: Site, issue: str) -> IssuePage | None:
    """The page of an issue; None if there is none of that id."""
    label = site.names.issue(issue)
    cells = {party: told for (i, party), told in cells_of(site).items() if i == issue}
    if label is None or not cells:
        return None
    weight = Counter(p.issue for p in site.entries.positions)
    others = [Choice(i.id, i.label, weight[i.id]) for i in site.entries.issues if i.id != issue and weight[i.id]]
    return IssuePage(
        id=issue,
        label=label,
        count=weight[issue],
        sides=tuple(
            Side(site.names(party), site.links.to(f"/positions/{issue}/{party}"), tuple(held(site, p) for p in told))
            for party, told in sorted(cells.items(), key=lambda c: (-len(c[1]), c[0]))
        ),
        pairs=together(site, {p.id: p.evidence for told in cells.values() for p in told}),
        others=tuple(sorted(others, key=lambda c: (c.label, c.value))),
        may_rule=site.as_of is None,
    )
