"""The overview: what this record is, its meetings on a timeline, the coverage, what is new."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from onrecord.serve.web.names import outlet_of
from onrecord.serve.web.order import days, newest_first
from onrecord.serve.web.pages.cited import Cited, cite
from onrecord.serve.web.pages.meetings import ChartRow, meetings
from onrecord.serve.web.periods import in_words, period
from onrecord.serve.web.site import Site

LATEST = 8
DIFFERING = 6
NAMED = 4
"""Parties that the title names."""
CHARTED_MEETINGS = 12


@dataclass(frozen=True, slots=True)
class Tally:
    label: str
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class CoverageDay:
    day: str
    outlet: str
    articles: int


@dataclass(frozen=True, slots=True)
class News:
    """One thing that came onto the record."""

    kind: str
    badge: str
    look: str
    head: str
    when: str
    href: str
    cited: Cited


@dataclass(frozen=True, slots=True)
class Overview:
    articles: int
    outlets: tuple[tuple[str, int], ...]
    first: str
    last: str
    undated: int
    title: str
    tallies: tuple[Tally, ...]
    chart: tuple[ChartRow, ...]
    coverage: tuple[CoverageDay, ...]
    latest: tuple[News, ...]
    differing: tuple[Tally, ...]


def overview(site: Site) -> Overview:
    entries = site.entries
    outlets = Counter(outlet_of(a.article) for a in entries.articles)
    per_day = Counter(
        (v[:10], outlet_of(a.article)) for a in entries.articles if (v := a.article.published.value) and period(v[:10])
    )
    return Overview(
        articles=len(entries.articles),
        outlets=tuple(sorted(outlets.items(), key=lambda o: (-o[1], o[0]))),
        first=in_words(site.days[0]) if site.days else "",
        last=in_words(site.days[-1]) if site.days else "",
        undated=sum(a.article.published.value is None for a in entries.articles),
        title=_title(site),
        tallies=_tallies(site),
        chart=meetings(site).chart[:CHARTED_MEETINGS],
        coverage=tuple(CoverageDay(day, outlet, n) for (day, outlet), n in sorted(per_day.items())),
        latest=_latest(site),
        differing=tuple(Tally(d.about, len(d.sides), site.links.entry(d.id)) for d in entries.divergences[:DIFFERING]),
    )


def _title(site: Site) -> str:
    """The negotiating parties, those who hold most first, by their short names where the long ones are long."""
    weight = Counter(p.party for p in site.entries.positions)
    parties = sorted(
        (p for p in site.entries.parties if p.role == "negotiating"), key=lambda p: (-weight[p.id], p.name, p.id)
    )
    names = [site.names(p.id) for p in parties]
    shown = [n.short if len(n.label) > 24 else n.label for n in names[:NAMED]]
    if len(names) > NAMED:
        shown.append(f"{len(names) - NAMED} more")
    return " and ".join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))


def _tallies(site: Site) -> tuple[Tally, ...]:
    e = site.entries
    counted = (
        ("meetings", len(e.meetings)),
        ("positions", len(e.positions)),
        ("quotes", len(e.quotes)),
        ("conditionals", len(e.conditionals)),
        ("events", len(e.events)),
        ("figures", len(e.figures)),
        ("divergences", len(e.divergences)),
    )
    return tuple(Tally(label, count, site.links.to(f"/{label}")) for label, count in counted)


def _latest(site: Site) -> tuple[News, ...]:
    """Turns of meetings, new positions and conditionals by the day on which they were published, the newest first."""
    published = days(site.entries)
    names = site.names
    news: list[tuple[str | None, str, News]] = []

    def tell(day: str | None, id_: str, kind: str, badge: str, head: str, href: str, cited: Cited) -> None:
        look = "negated" if badge.startswith("denied") else f"c-{badge}"
        news.append((day, id_, News(kind, badge, look, head, in_words(day, unknown="undated"), href, cited)))

    for m in site.entries.meetings:
        status = ""
        for n, step in enumerate(m.history):
            if step.status != status:
                status = step.status
                day = published.get(step.evidence.article) or step.as_of
                cited = cite(site, m.id, step.evidence)
                tell(day, f"{m.id}.{n:04}", "meeting", status, m.name, site.links.entry(m.id, n), cited)
    for p in site.entries.positions:
        day = published.get(p.evidence.article) or p.as_of
        head = f"{names(p.party)} · {names.issue(p.issue)}"
        tell(day, p.id, "position", p.stance, head, site.links.entry(p.id), cite(site, p.id, p.evidence))
    for c in site.entries.conditionals:
        day = published.get(c.consequence.article) or c.as_of
        head = f"{names(c.actor)}" + (f" → {names(c.recipient)}" if c.recipient else "")
        badge = f"denied {c.kind}" if c.negated else c.kind
        tell(day, c.id, "conditional", badge, head, site.links.entry(c.id), cite(site, c.id, c.consequence))
    return tuple(n for _, _, n in newest_first(news, lambda n: n[0], lambda n: n[1])[:LATEST])
