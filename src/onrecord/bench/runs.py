"""What a bench is made of: labelled documents, systems that read them, and one run of each over the same ones."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

D = TypeVar("D")
"""One labelled document."""
F = TypeVar("F")
"""What a system finds in one document."""

Reader = Callable[[Sequence[D]], Iterable[F]]
"""Documents in, what is found in each out, in their order."""
Figures = tuple[float | None, ...]
"""One per column of the table; None for what a system does not do."""


class Absent(Exception):
    """A peer cannot run here; the words say what it lacks."""


@dataclass(frozen=True)
class System(Generic[D, F]):
    """A program to score. `prepare` loads what it needs and gives its reader; raises ImportError or Absent.

    `study` is for a system that learns from labelled documents: it sees them before the clock starts.
    """

    name: str
    prepare: Callable[[], Reader[D, F]]
    study: Callable[[Sequence[D]], None] | None = None


@dataclass(frozen=True)
class Run(Generic[F]):
    """What a system found in each document, by the document's name, and in how many seconds."""

    system: str
    seconds: float
    found: Mapping[str, F]


@dataclass(frozen=True)
class Bench(Generic[D, F]):
    """One component's measurement.

    load     a folder or file of the layout -> its documents by name; raises Stopped
    figures  the names of what `score` gives
    unit     what a document is called
    told     what was found in a document, as it stands in a file of predictions, under the key `key`
    published  figures in print, of systems that are not run here: each with its name and what it was measured on
    """

    load: Callable[[Path], Mapping[str, D]]
    ours: System[D, F]
    peers: tuple[System[D, F], ...]
    figures: tuple[str, ...]
    score: Callable[[Mapping[str, D], Mapping[str, F]], Figures]
    told: Callable[[F], object]
    unit: str = "articles"
    key: str = "docs"
    published: tuple[tuple[str, Figures], ...] = ()

    def predictions(self, run: Run[F]) -> dict[str, object]:
        """The run as a file of predictions holds it."""
        docs = {name: self.told(found) for name, found in run.found.items()}
        return {"system": run.system, "seconds": run.seconds, self.key: docs}


def run(system: System[D, F], documents: Mapping[str, D]) -> Run[F]:
    """Read all documents in one process. The clock starts once the system has loaded and read the first.

    Raises Absent where the system is not installed.
    """
    try:
        read = system.prepare()
    except ImportError as e:
        raise Absent(f"{e.name or e} is not installed") from None
    everything = list(documents.values())
    if system.study is not None:
        system.study(everything)
    list(read(everything[:1]))
    started = time.perf_counter()
    found = list(read(everything))
    seconds = time.perf_counter() - started
    return Run(system.name, seconds, dict(zip(documents, found, strict=True)))


def each(find: Callable[[D], F]) -> Reader[D, F]:
    """The reader of a system that takes one document at a time."""
    return lambda documents: map(find, documents)
