"""The order of the stages: the only module that knows all of them, and who runs them.

Stages are imported when first needed, so that reading dates loads no language pipeline and showing
a record loads no parser.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Self

from onrecord.articles import Article, Capture
from onrecord.dates import Timex, resolve
from onrecord.entries import (
    ConditionalEntry,
    Divergence,
    Entries,
    EventEntry,
    FigureEntry,
    MeetingEntry,
    PersonEntry,
    PositionEntry,
    QuoteEntry,
)
from onrecord.errors import Refused, Stopped
from onrecord.ids import digest
from onrecord.readings import Reading
from onrecord.rulings import Ruling
from onrecord.settings import Settings
from onrecord.text import Span
from onrecord.views import Change, Doubt, Moment

if TYPE_CHECKING:
    from onrecord.layers import Layers
    from onrecord.record.search import Passage
    from onrecord.record.store import Store


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """One article and what it says, its timexes resolved against its publication day."""

    article: Article
    reading: Reading


@dataclass(frozen=True, slots=True)
class Report:
    """What became of each input of one `add`: the sources added and those already known, and the
    inputs refused, each with its reason."""

    added: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a run is. `total` is None where it cannot be known beforehand."""

    step: str
    done: int
    total: int | None
    what: str


KEPT = 8
"""Days whose entries an open record keeps in memory, beside the newest."""

Tell = Callable[[Progress], None]


def read_text(
    text: str, *, published: str | None = None, html: bool = False, settings: Settings | None = None
) -> ReadArticle:
    """Read one article without storing it. `published` is an ISO day. Raises Refused if there is none."""
    known = {"published": iso_day(published)} if published else {}
    capture = Capture("text", "text", text.encode(), "html" if html else "text", encoding="utf-8", known=known)
    return read_capture(capture, settings or Settings())


def read_source(
    source: str, *, published: str | None = None, settings: Settings | None = None
) -> tuple[list[ReadArticle], list[Refused]]:
    """Read what one source holds (a file, folder, URL or "-") without storing it."""
    from onrecord.capture.sources import captures

    found: list[ReadArticle] = []
    refused: list[Refused] = []
    known = {"published": iso_day(published)} if published else {}
    for capture in captures([source], refused.append):
        try:
            found.append(read_capture(replace(capture, known=capture.known | known), settings or Settings()))
        except Refused as refusal:
            refused.append(refusal)
    return found, refused


def read_capture(capture: Capture, settings: Settings) -> ReadArticle:
    """Read one captured article without storing it. Raises Refused."""
    from onrecord.clean.article import clean
    from onrecord.enrich.layers import enrich

    article, layers = next(iter(enrich([clean(capture)], settings)))
    reading = _reading(article, layers)
    return ReadArticle(article, replace(reading, timexes=resolve(reading.timexes, article.published.value)))


def entries_of(read: ReadArticle, settings: Settings) -> Entries:
    """The entries of one article alone, as a record of it would hold them."""
    from onrecord.merge.entries import merge
    from onrecord.review.confidence import with_confidence

    return with_confidence(merge([(read.article, read.reading)], settings))


def timexes(text: str, *, published: str | None = None) -> tuple[Timex, ...]:
    """The temporal expressions of a text with their values; no language pipeline is loaded."""
    from onrecord.extract.timexes.find import find_timexes

    lines = [Span(m.start(), m.end()) for m in re.finditer(r"[^\n]*\S[^\n]*", text)]
    return resolve(find_timexes(text, lines), iso_day(published) if published else None)


class Record:
    """A record: what its articles say, and what came of them together."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._merged: dict[str, tuple[str, Entries]] = {}
        self._ruled: dict[str, tuple[Entries, tuple[Ruling, ...], Entries]] = {}
        self._queue: tuple[Entries, tuple[Doubt, ...]] | None = None

    @classmethod
    def open(cls, location: str, *, create: bool = True) -> Record:
        """The record at a path or postgresql:// URL, made if there is none. Raises NotARecord, Stopped."""
        from onrecord.record.store import Store

        return cls(Store.open(str(location), create=create))

    def close(self) -> None:
        """Let go of the database. A SQLite record is one file again once it is closed."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, sources: Iterable[str], *, settings: Settings | None = None, progress: Tell | None = None) -> Report:
        """Take in files, folders, URLs or feeds, and read what is new.

        New settings are kept in the record, and what they change is read again. Each article is on
        disk before it is read, so that a run that was cut short is finished by the next.
        """
        tell = progress or _say_nothing
        if settings is not None and settings != self.store.settings():
            self.store.set_settings(settings)
        report = self._take_in(sources, tell)
        return replace(report, refused=report.refused + self.read_what_is_unread(tell))

    def remove(self, article: str) -> None:
        """Take one article out, by its id: the record is as if it had never come. Raises Stopped if it is not there."""
        self.store.remove(article)

    def entries(self, as_of: str | None = None) -> Entries:
        """The whole record, or the record of the articles published by a day (ISO), as ruled.

        The same object as long as nothing has changed.
        """
        from onrecord.review.apply import apply

        day = iso_day(as_of) if as_of else ""
        merged, rulings = self._merge(day), self.store.rulings()
        known = self._ruled.get(day)
        if known is None or known[0] is not merged or known[1] != rulings:
            known = merged, rulings, apply(merged, rulings)
            self._ruled[day] = known
        return known[2]

    def articles(self, as_of: str | None = None) -> tuple[Article, ...]:
        return tuple(a.article for a in self.entries(as_of).articles)

    def meetings(self, as_of: str | None = None) -> tuple[MeetingEntry, ...]:
        return self.entries(as_of).meetings

    def positions(self, as_of: str | None = None) -> tuple[PositionEntry, ...]:
        return self.entries(as_of).positions

    def quotes(self, as_of: str | None = None) -> tuple[QuoteEntry, ...]:
        return self.entries(as_of).quotes

    def conditionals(self, as_of: str | None = None) -> tuple[ConditionalEntry, ...]:
        return self.entries(as_of).conditionals

    def events(self, as_of: str | None = None) -> tuple[EventEntry, ...]:
        return self.entries(as_of).events

    def figures(self, as_of: str | None = None) -> tuple[FigureEntry, ...]:
        return self.entries(as_of).figures

    def divergences(self, as_of: str | None = None) -> tuple[Divergence, ...]:
        return self.entries(as_of).divergences

    def people(self, as_of: str | None = None) -> tuple[PersonEntry, ...]:
        return self.entries(as_of).people

    def timeline(self, as_of: str | None = None, *, length: int | None = None) -> tuple[Moment, ...]:
        """What happened day by day, in `length` days at most: those that most coverage refers to."""
        from onrecord.record.timeline import timeline

        return timeline(self.entries(as_of), length)

    def changes(self, since: str, as_of: str | None = None) -> tuple[Change, ...]:
        """What is new or otherwise against the record as of the day `since`; the newest first."""
        from onrecord.record.changes import changes

        return changes(self.entries(since), self.entries(as_of))

    def review(self) -> tuple[Doubt, ...]:
        """What a person should look at, the most pressing first: orphaned rulings, gaps, what is least sure."""
        from onrecord.review.queue import queue

        entries = self.entries()  # another object whenever anything was added or ruled
        if self._queue is None or self._queue[0] is not entries:
            self._queue = entries, queue(entries, self.store.rulings())
        return self._queue[1]

    def search(self, words: str, limit: int = 50) -> list[Passage]:
        """The paragraphs that hold all of the words, in any of their forms, the best first."""
        return self.store.search(words, limit)

    def rule(self, ruling: Ruling) -> None:
        """Keep a correction; it holds from now on. Raises Stopped for one that could never be applied."""
        from onrecord.review.apply import check

        check(ruling)
        self.store.rule(ruling)

    def read_what_is_unread(self, tell: Tell | None = None) -> tuple[Refused, ...]:
        """Read the articles that have no reading by this program under the record's settings.

        A fault of ours in one article must not cost the others: it is returned and the article kept,
        to be read when the fault is mended.
        """
        from onrecord.enrich.layers import enrich

        settings = self.store.settings()
        fingerprint = reading_fingerprint(settings)
        unread = self.store.unread(fingerprint)
        refused: list[Refused] = []
        articles = (self.store.article(a) for a in unread)
        for n, (article, layers) in enumerate(enrich(articles, settings) if unread else (), 1):
            try:
                self.store.put_reading(_reading(article, layers), fingerprint)
            except Exception as fault:
                refused.append(Refused(article.source, f"kept, but not read by a fault of this program: {fault!r}"))
            (tell or _say_nothing)(Progress("reading", n, len(unread), article.file))
        return tuple(refused)

    def _take_in(self, sources: Iterable[str], tell: Tell) -> Report:
        from onrecord.capture.sources import captures
        from onrecord.clean.article import clean

        added: list[str] = []
        known: list[str] = []
        refused: list[Refused] = []
        for n, capture in enumerate(captures(sources, refused.append), 1):
            tell(Progress("taking in", n, None, capture.file))
            try:
                article = clean(capture)
            except Refused as refusal:
                refused.append(refusal)
                continue
            except Exception as fault:  # one page that we stumble over must not cost the others
                refused.append(Refused(capture.source, f"not taken in by a fault of this program: {fault!r}"))
                continue
            (added if self.store.add(article, capture) else known).append(capture.source)
        return Report(tuple(added), tuple(known), tuple(refused))

    def _merge(self, as_of: str) -> Entries:
        """The merged entries of a day ("" for all): from memory, from the store, or made now."""
        self.read_what_is_unread()
        settings = self.store.settings()
        ruled = {r.subject: r.kind == "accept" for r in self.store.rulings() if r.section == "articles"}
        fingerprint = f"{code_fingerprint('merge', 'review')}-{settings.fingerprint}-{self.store.state()}"
        if ruled:
            fingerprint += f"-{digest('ruled', sorted(ruled.items()))}"
        if as_of in self._merged and self._merged[as_of][0] == fingerprint:
            return self._merged[as_of][1]
        entries = self.store.entries(as_of, fingerprint)
        if entries is None:
            from onrecord.merge.entries import merge
            from onrecord.review.confidence import with_confidence

            entries = with_confidence(merge(self.store.readings(), settings, as_of or None, ruled))
            self.store.put_entries(entries, as_of, fingerprint)
        if as_of and len(self._merged) > KEPT:
            self._merged.pop(next(d for d in self._merged if d))
        self._merged[as_of] = fingerprint, entries
        return entries


def _reading(article: Article, layers: Layers) -> Reading:
    """What the article says; the matters of its positions with their meanings, so that merging needs no model."""
    from onrecord.enrich.vectors import packed, vectors
    from onrecord.extract.positions.terms import telling_words
    from onrecord.extract.reading import extract

    reading = extract(article, layers, vectors)
    meanings = packed([telling_words(article.content, p) for p in reading.positions])
    positions = tuple(replace(p, vector=v) for p, v in zip(reading.positions, meanings, strict=True))
    return replace(reading, positions=positions)


def iso_day(value: str) -> str:
    """The value, if it is an ISO day; else Stopped."""
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        raise Stopped(f"{value!r} is not a day of the form 2021-12-28") from None


def reading_fingerprint(settings: Settings) -> str:
    """Changes whenever a reading made now may differ: with the program, the model or the settings."""
    try:
        model = metadata.version(settings.model)
    except metadata.PackageNotFoundError:
        model = ""
    return f"{code_fingerprint('enrich', 'extract')}-{settings.fingerprint}-{model}"


@lru_cache(maxsize=8)
def code_fingerprint(*stages: str) -> str:
    """Changes whenever the program text or the tables of these stages, or a concept, change."""
    root = resources.files("onrecord")
    files = [f for f in root.iterdir() if f.name.endswith(".py")]
    for folder in ("data", *stages):
        files += _files(root.joinpath(folder))
    total = hashlib.sha256()
    for content in sorted(hashlib.sha256(f.read_bytes()).digest() for f in files):
        total.update(content)
    return total.hexdigest()[:12]


def _files(folder: Traversable) -> Iterator[Traversable]:
    for f in folder.iterdir():
        if f.is_file():
            yield f
        elif f.name != "__pycache__":
            yield from _files(f)


def _say_nothing(_: Progress) -> None:
    pass
