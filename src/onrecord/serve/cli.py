"""The command line: thin calls of the library. Results go to standard output, the rest to standard error."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from onrecord import __version__
from onrecord.errors import Stopped
from onrecord.pipeline import Record
from onrecord.serve.export_json import to_json
from onrecord.settings import Settings


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="onrecord")
def cli() -> None:
    """Reads the news coverage of a negotiation and keeps its record."""


@cli.command()
@click.argument("record")
@click.argument("sources", nargs=-1, required=True)
@click.option("--settings", "settings_file", type=click.Path(path_type=Path), help="A settings file (TOML).")
def add(record: str, sources: tuple[str, ...], settings_file: Path | None) -> None:
    """Take files, folders, URLs, feeds or JSONL into a record."""
    settings = Settings.from_file(settings_file) if settings_file else None
    report = Record.open(record).add(sources, settings=settings)
    for refused in report.refused:
        click.echo(f"refused: {refused}", err=True)
    click.echo(f"{len(report.added)} added, {len(report.known)} known, {len(report.refused)} refused", err=True)
    if report.refused:
        raise SystemExit(1)


@cli.command()
@click.argument("record")
@click.option("--format", "form", type=click.Choice(["json"]), default="json", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, allow_dash=True), default="-")
def export(record: str, form: str, output: Path) -> None:  # noqa: ARG001 - one format so far
    """Write the whole record to a file."""
    content = to_json(Record.open(record, create=False).entries())
    if str(output) == "-":
        click.echo(content, nl=False)
    else:
        output.write_text(content, encoding="utf-8")


def main() -> None:
    """The program `onrecord`."""
    try:
        cli(standalone_mode=True)
    except Stopped as e:
        click.echo(f"onrecord: {e}", err=True)
        sys.exit(2)
