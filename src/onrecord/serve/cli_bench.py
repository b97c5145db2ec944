"""The command that scores a component on labelled data, its peers beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import click
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from onrecord.bench.runs import Absent, Bench, Figures, Run, run
from onrecord.errors import Stopped
from onrecord.serve.terminal import tell

NAMES = ("timex", "quotes", "pages", "events", "stories", "timeline")
PATH = click.Path(path_type=Path)


@click.command()
@click.argument("name", metavar="|".join(NAMES), type=click.Choice(NAMES))
@click.argument("data", type=PATH)
@click.option("--no-peers", is_flag=True, help="Score onrecord alone.")
@click.option("--predictions", type=PATH, metavar="OUT", help="Write what onrecord found as JSON.")
def bench(name: str, data: Path, no_peers: bool, predictions: Path | None) -> None:
    """Score a component on the labelled DATA, its peers beside it in the same run."""
    measured: Bench[Any, Any] = import_module(f"onrecord.bench.{name}").BENCH
    documents = measured.load(data)
    tell(f"onrecord: reading {len(documents)} {measured.unit} ...")
    ours = run(measured.ours, documents)
    if predictions:
        _write(predictions, measured.predictions(ours))
    rows = [_row(measured, documents, ours)]
    for peer in () if no_peers else measured.peers:
        try:
            tell(f"{peer.name} ...")
            rows.append(_row(measured, documents, run(peer, documents)))
        except Absent as absent:
            tell(f"{peer.name}: left out: {absent}")
    rows += [(who, *_told(figures), "") for who, figures in (() if no_peers else measured.published)]
    _print(f"{name}: {len(documents):,} {measured.unit} of {data.name}", rows, measured)


def _row(measured: Bench[Any, Any], documents: Mapping[str, Any], found: Run[Any]) -> tuple[str, ...]:
    figures = measured.score(documents, found.found)
    speed = len(documents) / max(found.seconds, 1e-9)
    return found.system, *_told(figures), f"{speed:,.1f}" if speed < 100 else f"{speed:,.0f}"


def _told(figures: Figures) -> tuple[str, ...]:
    return tuple(f"{f:.3f}" if f is not None else "–" for f in figures)


def _write(path: Path, predictions: dict[str, object]) -> None:
    try:
        path.write_text(json.dumps(predictions, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as e:
        raise Stopped(f"{path}: cannot be written: {e.strerror}") from None


def _print(title: str, rows: list[tuple[str, ...]], measured: Bench[Any, Any]) -> None:
    """A table in a terminal, tab-separated values with their heading in a pipe."""
    columns = ("System", *measured.figures, f"{measured.unit}/s")
    console = Console()
    if not console.is_terminal:
        for row in (columns, *rows):
            click.echo("\t".join(row))
        return
    table = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD, pad_edge=False)
    for n, column in enumerate(columns):
        table.add_column(column, justify="right" if n else "left")
    for n, row in enumerate(rows):
        table.add_row(*row, style="" if n else "bold")  # ours is the first
    console.print(table)
