"""onrecord: from the news coverage of a negotiation to a record whose every line can be checked.

    reading = onrecord.read(text, published="2021-12-21")     # one article, nothing stored
    timexes = onrecord.timexes(text, published="2021-12-21")  # dates alone: no model is loaded
    record = onrecord.open("geneva.db")                       # or a postgresql:// URL
    record.add(["coverage/"])

Importing the package loads no language pipeline, parser or database; the calls do when first made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.dates import Timex
    from onrecord.pipeline import ReadArticle, Record

__version__ = "0.1.0"
__all__ = ["__version__", "open", "read", "timexes"]


def read(text: str, *, published: str | None = None, html: bool = False) -> ReadArticle:
    """Read one article without storing it. `published` is an ISO day; with `html`, text is a page."""
    from onrecord import pipeline

    return pipeline.read_text(text, published=published, html=html)


def timexes(text: str, *, published: str | None = None) -> tuple[Timex, ...]:
    """The temporal expressions of a text with their TIMEX3 values against an ISO day."""
    from onrecord import pipeline

    return pipeline.timexes(text, published=published)


def open(location: str) -> Record:  # noqa: A001 - `onrecord.open` is the public name
    """Open a record, making it if there is none: a path, or a postgresql:// URL."""
    from onrecord import pipeline

    return pipeline.Record.open(location)
