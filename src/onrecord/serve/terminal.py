"""What the command line prints: tables and marked text in a terminal, plain lines into a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar
from rich.style import Style
from rich.table import Table
from rich.text import Text

from onrecord.articles import READ_KINDS
from onrecord.entries import Entries
from onrecord.periods import in_words
from onrecord.pipeline import Progress, Tell
from onrecord.serve.sheets import Sheet, words
from onrecord.serve.web.findings import KINDS, Kind, findings
from onrecord.serve.web.names import Names

STYLES: dict[Kind, str] = {
    "quote": "green",
    "position": "underline",
    "conditional": "bold red",
    "meeting": "bold yellow",
    "figure": "bold blue",
    "date": "cyan",
    "proposal": "magenta",
}
"""How findings are marked in a text; the others are only listed below it."""
STATUS = {
    "held": "green", "concluded": "green", "confirmed": "bold cyan", "scheduled": "cyan", "agreed": "cyan",
    "mooted": "dim", "proposed": "dim", "postponed": "yellow", "cancelled": "red", "adjourned": "yellow",
    "demands": "bold", "offers": "green", "accepts": "green", "rejects": "red", "partly rejects": "yellow",
    "open": "cyan", "questions": "cyan", "threat": "red", "warning": "yellow", "promise": "green",
}  # fmt: skip


def show(sheets: Iterable[Sheet], console: Console | None = None) -> None:
    """Print the tables: drawn in a terminal, else one line per row with tabs between the cells."""
    console = console or Console()
    some = False
    for sheet in sheets:
        if not sheet.rows:
            continue
        some = True
        if console.is_terminal:
            console.print(_table(sheet))
        else:
            _plain(sheet)
    if not some:
        tell("nothing of this kind is in the record")


def tell(line: str) -> None:
    """One line of diagnostics."""
    Console(stderr=True, soft_wrap=True).print(escape(line), highlight=False)


@contextmanager
def progress() -> Iterator[Tell]:
    """A progress bar on standard error while a run goes on; nothing where that is no terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda _: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bar(*columns, TextColumn("[dim]{task.fields[what]}"), console=console, transient=True) as bar:
        tasks: dict[str, object] = {}

        def step(p: Progress) -> None:
            if p.step not in tasks:
                for earlier in bar.tasks:
                    bar.update(earlier.id, total=earlier.completed, what="")
                tasks[p.step] = bar.add_task(p.step, total=p.total, what="")
            bar.update(tasks[p.step], completed=p.done, total=p.total, what=escape(p.what))  # type: ignore[arg-type]

        yield step


def show_reading(entries: Entries, console: Console | None = None) -> None:
    """One article with what was found in it marked in its text, and listed below."""
    console = console or Console()
    article = entries.articles[0].article
    found = sorted(findings(entries, Names(entries)), key=lambda f: (f.evidence.start, -f.evidence.end))
    published = article.published
    day = in_words(published.value and published.value[:10])
    console.print(Text(f"{article.file} · {day}" + (f" ({published.basis})" if published.basis else ""), style="dim"))
    if console.is_terminal:
        text = Text(article.content)
        for block in article.blocks:
            if block.kind == "headline":
                text.stylize("bold", block.start, block.end)
            elif block.kind not in READ_KINDS:
                text.stylize("dim", block.start, block.end)
        for f in found:
            if f.kind in STYLES:
                text.stylize(STYLES[f.kind], f.evidence.start, f.evidence.end)
        console.print(text)
        console.print(Text("  ").join(Text(KINDS[k], style=style) for k, style in STYLES.items()))
    rows = tuple((f.kind, f.head, f.note, words(f.evidence), f"{f.evidence.start}–{f.evidence.end}") for f in found)
    show([Sheet("Found", ("Kind", "Who or what", "", "Words", "Characters"), rows)], console)


def _table(sheet: Sheet) -> Table:
    table = Table(
        title=escape(sheet.title),
        title_justify="left",
        title_style="bold",
        box=SIMPLE_HEAD,
        expand=False,
        pad_edge=False,
    )
    for name in sheet.columns:
        table.add_column(
            name,
            style="dim" if name in ("Article", "Characters") else Style(),
            overflow="fold",
        )
    for row in sheet.rows:
        table.add_row(*(Text(cell, style=STATUS.get(cell, "")) for cell in row))
    return table


def _plain(sheet: Sheet) -> None:
    sys.stdout.write(f"# {sheet.title}\n")
    for row in sheet.rows:
        sys.stdout.write("\t".join(" ".join(cell.split()) for cell in row) + "\n")
