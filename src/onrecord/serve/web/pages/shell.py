"""What every page shows around its content: the sections with their sizes, the as-of day, the search."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.periods import in_words
from onrecord.serve.web.site import Site

SECTIONS = (
    ("/", "Overview", ""),
    ("/changes", "What changed", ""),
    ("/timeline", "Timeline", ""),
    ("/meetings", "Meetings", "meetings"),
    ("/positions", "Positions", "positions"),
    ("/quotes", "Quotes", "quotes"),
    ("/conditionals", "Conditionals", "conditionals"),
    ("/proposals", "Proposals", "proposals"),
    ("/events", "Events", "events"),
    ("/figures", "Figures", "figures"),
    ("/divergences", "Divergences", "divergences"),
    ("/dates", "Dates", "timexes"),
    ("/people", "People & parties", "people"),
    ("/articles", "Articles", "articles"),
    ("/review", "Review", ""),
)
SHIFTING = ("/meetings", "/positions")
"""Sections whose entries may be others on another day: the way back to now leads to the section."""


@dataclass(frozen=True, slots=True)
class NavItem:
    href: str
    label: str
    count: int | None
    current: bool


@dataclass(frozen=True, slots=True)
class Shell:
    """`as_of` is the ISO day of the view, None for now; `first_day`, `last_day` bound the picker."""

    name: str
    nav: tuple[NavItem, ...]
    path: str
    query: str
    as_of: str | None
    as_of_words: str
    now_href: str
    first_day: str
    last_day: str


def shell(site: Site, now: Site, name: str, path: str, query: str = "") -> Shell:
    """The surroundings of the page at `path`; `now` is the whole record, which bounds the as-of day."""
    section = "/" + path.strip("/").split("/")[0]
    nav = tuple(
        NavItem(
            href=site.links.to(href),
            label=label,
            count=len(getattr(site.entries, field)) if field else None,
            current=href == section,
        )
        for href, label, field in SECTIONS
    )
    return Shell(
        name=name,
        nav=nav,
        path=path,
        query=query,
        as_of=site.as_of,
        as_of_words=in_words(site.as_of),
        now_href=section if section in SHIFTING else path,
        first_day=now.days[0] if now.days else "",
        last_day=now.days[-1] if now.days else "",
    )
