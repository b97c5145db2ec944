"""Words of an article as a page cites them, with the way to their sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.periods import in_short
from onrecord.serve.web.site import Site
from onrecord.text import Evidence, Span


@dataclass(frozen=True, slots=True)
class Cited:
    """`words` are the evidence; `before` and `after` the rest of its sentence, where it is known."""

    words: str
    href: str
    outlet: str
    day: str
    before: str = ""
    after: str = ""


ROOM = 60
"""Characters shown on either side of words that say little alone."""
SHORT = 40
"""Words of fewer characters say little alone."""


def cite_in_line(site: Site, entry: str, evidence: Evidence) -> Cited:
    """Words with what stands around them in their paragraph, cut to a line."""
    article = site.names.article(evidence.article)
    block = article.block_at(evidence.start)
    start, end = (block.start, max(block.end, evidence.end)) if block else (evidence.start, evidence.end)
    before = article.content[start : evidence.start]
    after = article.content[evidence.end : end]
    if len(before) > ROOM:
        before = "… " + before[-ROOM:].partition(" ")[2]
    if len(after) > ROOM:
        after = after[:ROOM].rpartition(" ")[0] + " …"
    return replace(cite(site, entry, evidence), before=before, after=after)


def cite(site: Site, entry: str, evidence: Evidence, sentence: Span | None = None) -> Cited:
    article = site.names.article(evidence.article)
    before = after = ""
    if sentence is not None and sentence.holds(evidence.span):
        before = article.content[sentence.start : evidence.start].lstrip()
        after = article.content[evidence.end : sentence.end].rstrip()
    return Cited(
        words=" ".join(evidence.exact.split()),
        href=site.links.sentence(entry, evidence),
        outlet=site.names.outlet(evidence.article),
        day=in_short(article.published.value),
        before=before,
        after=after,
    )


def cite_readably(site: Site, entry: str, evidence: Evidence) -> Cited:
    """Words alone where they are enough to be understood, else with what stands around them."""
    return cite_in_line(site, entry, evidence) if len(evidence.exact) < SHORT else cite(site, entry, evidence)
