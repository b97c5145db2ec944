"""Quotes, those of one utterance with their variants side by side."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.entries import QuoteEntry
from onrecord.periods import in_words
from onrecord.serve.web.links import anchor
from onrecord.serve.web.names import Name
from onrecord.serve.web.order import quote_clusters
from onrecord.serve.web.pages.choices import Choice, choices
from onrecord.serve.web.pages.cited import Cited, cite
from onrecord.serve.web.pages.paging import Pager, paged
from onrecord.serve.web.pages.together import Pair, together
from onrecord.serve.web.pages.wording import Word, compared
from onrecord.serve.web.site import Site


@dataclass(frozen=True, slots=True)
class Variant:
    """One outlet's telling of an utterance; `words` in runs, those that differ told apart; `voice` where it names
    another speaker; `anchor` is empty where the quote has its place elsewhere."""

    anchor: str
    kind: str
    words: tuple[Word, ...]
    marks: bool
    voice: Name | None
    cue: str | None
    via: str | None
    confidence: float | None
    cited: Cited


@dataclass(frozen=True, slots=True)
class Utterance:
    """`sources` counts those who tell it: outlets that print one text are one."""

    speaker: Name
    party: Name | None
    when: str
    hearer: str | None
    issue: str | None
    several: bool
    sources: int
    variants: tuple[Variant, ...]
    together: tuple[Pair, ...]


@dataclass(frozen=True, slots=True)
class Quotes:
    utterances: tuple[Utterance, ...]
    speakers: tuple[Choice, ...]
    speaker: str
    several: bool
    retold: int
    pager: Pager


def quotes(site: Site, page: int, speaker: str = "", several: bool = False) -> Quotes:
    """The utterances of one page, all or those of one speaker, or only those with variants."""
    clusters = quote_clusters(site.entries)
    retold = sum(len(c) > 1 for c in clusters)
    speakers = _speakers(site, clusters)
    if speaker:
        clusters = [c for c in clusters if any((q.speaker or "") == speaker for q in c)]
    if several:
        clusters = [c for c in clusters if len(c) > 1]
    placed = _placed(clusters)
    shown, pager = paged(site, placed, page, "/quotes", speaker=speaker, several="1" if several else "")
    return Quotes(tuple(_utterance(site, c, here) for c, here in shown), speakers, speaker, several, retold, pager)


def _placed(clusters: list[tuple[QuoteEntry, ...]]) -> list[tuple[tuple[QuoteEntry, ...], frozenset[str]]]:
    """Each utterance with the ids of the quotes that have their place there: a quote that tells two utterances
    is shown in both, and links lead to the first."""
    out, seen = [], set[str]()
    for cluster in clusters:
        ids = frozenset(q.id for q in cluster)
        out.append((cluster, ids - seen))
        seen |= ids
    return out


def _speakers(site: Site, clusters: list[tuple[QuoteEntry, ...]]) -> tuple[Choice, ...]:
    """Who speaks, with the number of their utterances."""
    spoken = [speaker for cluster in clusters for speaker in {q.speaker for q in cluster if q.speaker}]
    return choices(spoken, {s: site.names(s).label for s in spoken})


def _hearer(site: Site, cluster: tuple[QuoteEntry, ...]) -> str | None:
    """To whom it was said, in the words of the record; nothing where it only repeats through whom it came."""
    told = next((q for q in cluster if q.addressee), None)
    if told is None or any(q.via and q.addressee_span and q.via in q.addressee_span.exact for q in cluster):
        return None
    return site.names(told.addressee).label


def _utterance(site: Site, cluster: tuple[QuoteEntry, ...], here: frozenset[str]) -> Utterance:
    first = min(cluster, key=lambda q: (q.speaker is None, site.names(q.speaker).unnamed))
    said_on = next((q.said_on for q in cluster if q.said_on and len(q.said_on) == 10), None)
    said_on = said_on or next((q.said_on for q in cluster if q.said_on), None)
    words = compared([" … ".join(" ".join(e.exact.split()) for e in q.content) for q in cluster])
    speaker = site.names(first.speaker)
    party = site.names(first.speaker_party) if first.speaker_party else site.names.party_of(first.speaker)
    return Utterance(
        speaker=speaker,
        party=party if party and party.id != speaker.id else None,
        when=in_words(said_on, unknown="day not known"),
        hearer=_hearer(site, cluster),
        issue=next((site.names.issue(q.issue) for q in cluster if q.issue), None),
        several=len(cluster) > 1,
        sources=site.sources.count(q.content[0] for q in cluster),
        variants=tuple(
            Variant(
                anchor=anchor(q.id) if q.id in here else "",
                kind=q.kind,
                words=runs,
                marks=q.kind == "direct",
                voice=site.names(q.speaker) if q.speaker and q.speaker != first.speaker else None,
                cue=q.cue.exact if q.cue else None,
                via=q.via,
                confidence=q.confidence,
                cited=cite(site, q.id, q.content[0]),
            )
            for q, runs in zip(cluster, words, strict=True)
        ),
        together=together(site, {q.id: q.content[0] for q in cluster}),
    )
