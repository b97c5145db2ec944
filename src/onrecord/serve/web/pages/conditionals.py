"""Threats, warnings and promises with their conditions."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.entries import ConditionalEntry
from onrecord.periods import in_words
from onrecord.serve.web.links import anchor
from onrecord.serve.web.names import Name
from onrecord.serve.web.order import conditionals_in_order
from onrecord.serve.web.pages.cited import Cited, cite, cite_readably
from onrecord.serve.web.pages.paging import Pager, paged
from onrecord.serve.web.site import Site


@dataclass(frozen=True, slots=True)
class IfThen:
    anchor: str
    kind: str
    negated: bool
    actor: Name
    recipient: Name | None
    speaker: Name | None
    when: str
    condition: Cited | None
    consequence: Cited


@dataclass(frozen=True, slots=True)
class Conditionals:
    lines: tuple[IfThen, ...]
    pager: Pager


def conditionals(site: Site, page: int) -> Conditionals:
    shown, pager = paged(site, conditionals_in_order(site.entries), page, "/conditionals")
    return Conditionals(tuple(_line(site, c) for c in shown), pager)


def _line(site: Site, entry: ConditionalEntry) -> IfThen:
    condition = cite(site, entry.id, entry.condition) if entry.condition else None
    if condition is not None:  # the page says "if" itself
        condition = replace(condition, words=re.sub(r"^if\s+", "", condition.words, flags=re.IGNORECASE))
    speaker = entry.speaker if entry.speaker != entry.actor else None
    return IfThen(
        anchor=anchor(entry.id),
        kind=entry.kind,
        negated=entry.negated,
        actor=site.names(entry.actor),
        recipient=site.names(entry.recipient) if entry.recipient else None,
        speaker=site.names(speaker) if speaker else None,
        when=in_words(entry.as_of, unknown="day not known"),
        condition=condition,
        consequence=cite_readably(site, entry.id, entry.consequence),
    )
