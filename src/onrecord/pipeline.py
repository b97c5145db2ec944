"""The order of the stages: the only module that knows all of them, and who runs them.

Stages are imported when first needed, so that reading dates loads no language pipeline and showing
a record loads no parser.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

from onrecord.articles import Article, Capture
from onrecord.dates import Timex, resolve
from onrecord.entries import Entries
from onrecord.errors import Refused
from onrecord.readings import Reading
from onrecord.settings import Settings
from onrecord.text import Span

if TYPE_CHECKING:
    from onrecord.record.store import Store


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """One article and what it says, its timexes resolved against its publication day."""

    article: Article
    reading: Reading


@dataclass(frozen=True, slots=True)
class Report:
    """What became of each input of one `add`: the names of articles added and of those already known,
    and the inputs refused, each with its reason."""

    added: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a run is: `step` is "taking in" or "reading", `total` None where it cannot be known."""

    step: str
    done: int
    total: int | None
    what: str


def read_text(
    text: str, *, published: str | None = None, html: bool = False, settings: Settings | None = None
) -> ReadArticle:
    """Read one article without storing it. Raises Refused if there is none in it."""
    known = {"published": published} if published else {}
    capture = Capture(
        source="text", file="text", data=text.encode(), media="html" if html else "text", encoding="utf-8", known=known
    )
    return read_capture(capture, settings or Settings())


def read_capture(capture: Capture, settings: Settings) -> ReadArticle:
    """Read one captured article without storing it. Raises Refused."""
    from onrecord.clean.article import clean

    article = clean(capture)
    _, reading = next(_read([article], settings))
    timexes = resolve(reading.timexes, article.published.value)
    return ReadArticle(article, replace(reading, timexes=timexes))


def timexes(text: str, *, published: str | None = None) -> tuple[Timex, ...]:
    """The temporal expressions of a text with their values; no language pipeline is loaded."""
    from onrecord.extract.timexes import find_timexes

    return resolve(find_timexes(text, [Span(0, len(text))]), published)


class Record:
    """A record: what its articles say, and what came of them together."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @classmethod
    def open(cls, location: str, *, create: bool = True) -> Record:
        """The record at a path or postgresql:// URL, made if there is none. Raises NotARecord, Stopped."""
        from onrecord.record.store import Store

        return cls(Store.open(str(location), create=create))

    def close(self) -> None:
        self.store.close()

    def add(
        self,
        sources: Iterable[str],
        *,
        settings: Settings | None = None,
        progress: Callable[[Progress], None] | None = None,
    ) -> Report:
        """Take in files, folders, URLs or feeds, and read what is new.

        New settings are kept in the record, and what they change is read again. Each article is on
        disk before it is read, so that a run that was cut short is finished by the next.
        """
        tell = progress or (lambda _: None)
        if settings is not None and settings != self.store.settings():
            self.store.set_settings(settings)
        report = self._take_in(sources, tell)
        self._catch_up(tell)
        return report

    def entries(self, as_of: str | None = None) -> Entries:
        """The whole record, or the record as of a day (ISO)."""
        from onrecord.merge.entries import merge

        self._catch_up()
        return merge(self.store.readings(), self.store.settings(), as_of)

    def _take_in(self, sources: Iterable[str], tell: Callable[[Progress], None]) -> Report:
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
            (added if self.store.add(article, capture) else known).append(capture.source)
        return Report(tuple(added), tuple(known), tuple(refused))

    def _catch_up(self, tell: Callable[[Progress], None] = lambda _: None) -> None:
        """Read the articles that have no reading by this program under the record's settings."""
        settings = self.store.settings()
        fingerprint = f"{code_fingerprint('enrich', 'extract')}-{settings.fingerprint}"
        unread = self.store.unread(fingerprint)
        articles = (self.store.article(a) for a in unread)
        for n, (article, reading) in enumerate(_read(articles, settings) if unread else (), 1):
            self.store.put_reading(reading, fingerprint)
            tell(Progress("reading", n, len(unread), article.file))


def _read(articles: Iterable[Article], settings: Settings) -> Iterator[tuple[Article, Reading]]:
    from onrecord.enrich.layers import enrich
    from onrecord.extract.reading import extract

    for article, layers in enrich(articles, settings):
        yield article, extract(article, layers)


@lru_cache(maxsize=8)
def code_fingerprint(*stages: str) -> str:
    """Changes whenever the program text or the tables of these stages, or a concept, change."""
    root = resources.files("onrecord")
    folders = [root.joinpath(s) for s in stages]
    files = [f for f in root.iterdir() if f.name.endswith(".py")]
    files += [f for folder in folders for f in _files(folder)]
    total = hashlib.sha256()
    for content in sorted(hashlib.sha256(f.read_bytes()).digest() for f in files):
        total.update(content)
    return total.hexdigest()[:12]


def _files(folder: Traversable) -> Iterator[Traversable]:
    for f in folder.iterdir():
        if f.is_dir():
            if f.name != "__pycache__":
                yield from _files(f)
        else:
            yield f
