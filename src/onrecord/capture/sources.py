"""The outside world's door: folders, files, JSONL, feeds, URLs and standard input become captures."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urlsplit

from onrecord.articles import Capture
from onrecord.capture.encodings import encoding_of
from onrecord.capture.files import LARGEST, SUFFIXES, Kind, Refuse, check, kind_of, read_bytes, too_large, walk
from onrecord.capture.jsonl import lines_of
from onrecord.errors import Refused


def captures(sources: Iterable[str], refuse: Refuse) -> Iterator[Capture]:
    """Every article that the sources hold, each file once; what cannot be read goes to `refuse`.

    A source is a path to a folder or a file, an http(s) URL of a page or a feed, or "-" (standard
    input). Folders are read recursively, in the order of their names. The run never ends early.
    """
    seen: set[Path] = set()
    for source in sources:
        try:
            if source == "-":
                yield from _stdin(refuse)
            elif source.startswith(("http://", "https://")):
                yield from _web(source, refuse)
            else:
                path = Path(source).expanduser()
                yield from _folder(path, seen, refuse) if path.is_dir() else _file(path, seen, refuse)
        except Refused as e:
            refuse(e)
        except (OSError, ValueError, RuntimeError) as e:  # a path that the system does not take at all
            refuse(Refused(source, f"cannot be read: {getattr(e, 'strerror', None) or e}"))


def _folder(folder: Path, seen: set[Path], refuse: Refuse) -> Iterator[Capture]:
    paths = list(walk(folder, refuse))
    told = _told_by_feeds(paths, refuse)
    some = False
    for path in paths:
        try:
            for capture in _one(path, told.get(path.resolve(), {}), seen, refuse):
                some = True
                yield capture
            some = some or path.resolve() in seen
        except Refused as e:
            refuse(e)
    if not some:
        refuse(Refused(str(folder), "nothing in this folder can be read as an article"))


def _file(path: Path, seen: set[Path], refuse: Refuse) -> Iterator[Capture]:
    if not _named(path, "jsonl"):
        data = read_bytes(path)
        kind = kind_of(path, data)
        if kind is None:
            raise Refused(str(path), "XML, but neither a feed nor a page")
        if kind == "feed":
            yield from _saved_items(path, seen, refuse)
            return
    yield from _one(path, {}, seen, refuse)


def _one(path: Path, known: dict[str, str], seen: set[Path], refuse: Refuse) -> Iterator[Capture]:
    """The article or articles of one file that is no feed, unless it was read before."""
    real = path.resolve()
    if real in seen:
        return
    if _named(path, "jsonl"):
        seen.add(real)
        try:
            with path.open("rb") as stream:
                yield from lines_of(stream, str(path), path.name, refuse)
        except FileNotFoundError:
            raise Refused(str(path), "no such file or folder") from None
        except OSError as e:
            raise Refused(str(path), f"cannot be read: {e.strerror or e}") from None
        return
    data = read_bytes(path)
    kind = kind_of(path, data)
    if kind in ("html", "text"):
        seen.add(real)
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        yield _capture(str(path), path.name, data, kind, known, changed=changed)


def _named(path: Path, kind: Kind) -> bool:
    return SUFFIXES.get(path.suffix.lower()) == kind


def _capture(
    source: str,
    file: str,
    data: bytes,
    kind: Kind,
    known: dict[str, str],
    charset: str | None = None,
    changed: datetime | None = None,
) -> Capture:
    return Capture(
        source=source,
        file=file,
        data=data,
        media="html" if kind == "html" else "text",
        encoding=encoding_of(data, charset),
        url=known.get("url"),
        known=known,
        taken=changed.strftime("%Y-%m-%dT%H:%M:%S") if changed else None,
    )


def _told_by_feeds(paths: list[Path], refuse: Refuse) -> dict[Path, dict[str, str]]:
    """What the feeds among the paths tell of pages saved beside them."""
    from onrecord.capture.feeds import items_of, saved_page

    told: dict[Path, dict[str, str]] = {}
    for path in paths:
        try:
            if _named(path, "feed"):
                data = read_bytes(path)
                for item in items_of(data, str(path)) if kind_of(path, data) == "feed" else ():
                    page = saved_page(item, path)
                    if page:
                        told.setdefault(page.resolve(), item.known)
        except Refused as e:
            refuse(e)
    return told


def _saved_items(feed: Path, seen: set[Path], refuse: Refuse) -> Iterator[Capture]:
    """The pages that a feed file lists, as far as they are saved beside it."""
    from onrecord.capture.feeds import items_of, saved_page

    absent = 0
    items = items_of(read_bytes(feed), str(feed))
    for item in items:
        page = saved_page(item, feed)
        if page is None:
            absent += 1
            continue
        try:
            yield from _one(page, item.known, seen, refuse)
        except Refused as e:
            refuse(e)
    if absent or not items:
        refuse(Refused(str(feed), f"{absent} of its {len(items)} items are not saved beside it"))


def _web(url: str, refuse: Refuse) -> Iterator[Capture]:
    from onrecord.capture.feeds import items_of
    from onrecord.capture.web import Answer, Web

    def page(answer: Answer, known: dict[str, str]) -> Capture:
        name = unquote(urlsplit(answer.url).path).rstrip("/").rsplit("/", 1)[-1] or urlsplit(answer.url).netloc
        kind: Kind = "text" if answer.media in ("text/plain", "text/markdown") else "html"
        known = {**known, "url": answer.url}
        return _capture(answer.url, name, answer.data, kind, known, answer.charset, datetime.now(UTC))

    with Web() as web:
        answer = web.get(url)
        if "xml" not in answer.media or kind_of(Path("feed.xml"), answer.data) != "feed":
            yield page(answer, {})
            return
        for item in items_of(answer.data, url, base=answer.url):
            try:
                yield page(web.get(item.link), item.known)
            except Refused as e:
                refuse(e)


def _stdin(refuse: Refuse) -> Iterator[Capture]:
    data = sys.stdin.buffer.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Refused("-", too_large(len(data)))
    check(data, "-")
    start = data.lstrip()[:1]
    if start == b"{":
        yield from lines_of(BytesIO(data), "-", "stdin", refuse)
        return
    yield _capture("-", "stdin", data, kind_of(Path("stdin"), data) or "text", {})
