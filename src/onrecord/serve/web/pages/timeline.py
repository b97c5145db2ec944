"""The timeline: what happened day by day, one line each, with who else tells it and what the record holds of it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.periods import in_words
from onrecord.serve.web.findings import event_word
from onrecord.serve.web.names import joined
from onrecord.serve.web.pages.cited import Cited, cite
from onrecord.serve.web.site import Site
from onrecord.text import Evidence
from onrecord.views import Moment

LENGTHS = (10, 20, 40)
"""Numbers of days that the page offers."""
ALSO = 5
"""Other tellings shown of a line."""


@dataclass(frozen=True, slots=True)
class Act:
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class MomentLine:
    """`sources` tells how many independent sources refer to the day."""

    day: str
    sources: str
    cited: Cited
    also: tuple[Cited, ...]
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    words: str
    href: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    lines: tuple[MomentLine, ...]
    lengths: tuple[Choice, ...]


def timeline(site: Site, asked: str) -> Timeline:
    """The timeline of as many days as asked for at most; without a number, of all that several sources tell."""
    length = int(asked) if asked.isascii() and asked.isdigit() and int(asked) > 0 else None
    offered = [Choice("all that several sources tell", site.links.to("/timeline"), length is None)]
    offered += [Choice(f"{n} days", site.links.to("/timeline", length=n), n == length) for n in LENGTHS]
    return Timeline(tuple(_line(site, m) for m in site.timeline(length)), tuple(offered))


def _line(site: Site, moment: Moment) -> MomentLine:
    return MomentLine(
        day=in_words(moment.day),
        sources=f"{moment.sources} source{'s' if moment.sources != 1 else ''}",
        cited=_cited(site, moment.evidence),
        also=tuple(_cited(site, e) for e in moment.also[:ALSO]),
        acts=tuple(_acts(site, moment)),
    )


def _cited(site: Site, sentence: Evidence) -> Cited:
    """A sentence, leading to the first finding in it, since only findings have their places in the reader."""
    inside = (f for f in site.by_article.get(sentence.article, ()) if sentence.span.holds(f.evidence.span))
    first = next(inside, None)
    cited = cite(site, "", sentence)
    return replace(cited, href=site.links.sentence(first.entry, first.evidence)) if first else cited


def _acts(site: Site, moment: Moment) -> list[Act]:
    meetings = {m.id: m for m in site.entries.meetings}
    events = {e.id: e for e in site.entries.events}
    out: dict[str, Act] = {}
    for section, id_ in moment.acts:
        if section == "meetings":
            words = f"{meetings[id_].name}: {meetings[id_].status}"
        else:
            actors = joined(site.names.all(events[id_].actor), short=True) or "not named"
            words = f"{actors}: {event_word(events[id_].type)}"
        out.setdefault(words, Act(words, site.links.entry(id_)))
    return list(out.values())
