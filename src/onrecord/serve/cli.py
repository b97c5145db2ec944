"""The command line: thin calls of the library. Results go to standard output, the rest to standard error.

Exit status: 0 done, 1 some input was refused (each named, the rest kept), 2 it could not be carried out.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from onrecord import __version__
from onrecord.entries import Entries
from onrecord.errors import OnrecordError, Refused, Stopped
from onrecord.pipeline import Record, entries_of, iso_day, read_source
from onrecord.record.changes import changes, only_new
from onrecord.record.timeline import timeline
from onrecord.serve.cli_bench import bench
from onrecord.serve.cli_review import review
from onrecord.serve.cli_web import demo, serve
from onrecord.serve.export_json import at, to_json, to_object
from onrecord.serve.sheets import SECTIONS, changes_sheet, sheets, timeline_sheet
from onrecord.serve.terminal import progress, show, show_reading, tell
from onrecord.settings import Settings
from onrecord.views import Change, Moment

SETTINGS = click.Path(path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="onrecord")
def cli() -> None:
    """Reads the news coverage of a negotiation and keeps its record, every line one click from its sentence."""


@cli.command()
@click.argument("record")
@click.argument("sources", nargs=-1, required=True)
@click.option(
    "--settings", "settings_file", type=SETTINGS, help="The record's settings (TOML): its parties, the model."
)
def add(record: str, sources: tuple[str, ...], settings_file: Path | None) -> None:
    """Take SOURCES (files, folders, URLs, feeds, JSONL, - for standard input) into RECORD."""
    settings = Settings.from_file(settings_file) if settings_file else None
    with Record.open(record) as opened, progress() as step:
        report = opened.add(sources, settings=settings, progress=step)
    _name_refused(report.refused)
    tell(f"{len(report.added)} added, {len(report.known)} known, {len(report.refused)} refused")
    _exit_by(report.refused)


@cli.command(name="show")
@click.argument("record")
@click.argument("section", type=click.Choice(SECTIONS), default="overview")
@click.option("--as-of", metavar="DAY", help="The record of the articles published by then (2021-12-28).")
@click.option("--since", metavar="DAY", help="Only what was not in the record as of that day.")
@click.option("--length", type=click.IntRange(min=1), metavar="N", help="How many days the timeline has at most.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, in the form of the export.")
def show_section(
    record: str, section: str, as_of: str | None, since: str | None, length: int | None, as_json: bool
) -> None:
    """Print one SECTION of RECORD, each line with the article that it rests on."""
    since = iso_day(since) if since else None
    with Record.open(record, create=False) as opened:
        entries = opened.entries(as_of)
        if section == "changes":
            since = since or _day_before_last(entries)
        before = opened.entries(since) if since else Entries()
    if section == "changes":
        found = changes(before, entries)
        if as_json:
            _print_json([_change(c) for c in found])
        else:
            show([changes_sheet(found, since or "")])
        return
    if section == "timeline":
        known = {(m.day, m.evidence) for m in timeline(before, length)}
        moments = [m for m in timeline(entries, length) if (m.day, m.evidence) not in known]
        if as_json:
            _print_json([_moment(m) for m in moments])
        else:
            show([timeline_sheet(entries, moments)])
        return
    entries = only_new(before, entries) if since else entries
    if as_json:
        _print_json(_counts(entries) if section == "overview" else to_object(entries)[section])
    else:
        show(sheets(section, entries))


@cli.command()
@click.argument("source")
@click.option("--published", metavar="DAY", help="The day of publication, where the article does not tell it.")
@click.option("--settings", "settings_file", type=SETTINGS, help="Settings (TOML) to read under.")
@click.option("--json", "as_json", is_flag=True, help="As JSON, in the form of the export.")
def read(source: str, published: str | None, settings_file: Path | None, as_json: bool) -> None:
    """Read one article (SOURCE: a file, a URL or -) without storing it, and mark what is found in it."""
    settings = Settings.from_file(settings_file) if settings_file else Settings()
    found, refused = read_source(source, published=published, settings=settings)
    for article in found:
        entries = entries_of(article, settings)
        if as_json:
            click.echo(to_json(entries), nl=False)
        else:
            show_reading(entries)
    _name_refused(refused)
    _exit_by(refused)


@cli.command()
@click.argument("record")
@click.option("--format", "form", type=click.Choice(["json"]), default="json", show_default=True)
@click.option("-o", "--output", type=click.Path(path_type=Path, allow_dash=True), default="-", help="A file; - prints.")
@click.option("--as-of", metavar="DAY", help="The record of the articles published by then (2021-12-28).")
def export(record: str, form: str, output: Path, as_of: str | None) -> None:  # noqa: ARG001 - one format so far
    """Write the whole RECORD as one JSON object."""
    with Record.open(record, create=False) as opened:
        content = to_json(opened.entries(as_of))
    if str(output) == "-":
        click.echo(content, nl=False)
        return
    try:
        output.write_text(content, encoding="utf-8")
    except OSError as e:
        raise Stopped(f"{output}: cannot be written: {e.strerror}") from None


cli.add_command(review)
cli.add_command(serve)
cli.add_command(demo)
cli.add_command(bench)


def main() -> None:
    """The program `onrecord`."""
    try:
        cli(standalone_mode=False)
    except click.ClickException as e:
        e.show()
    except OnrecordError as e:
        tell(f"onrecord: {' '.join(str(e).split())}")
    except click.Abort:
        tell("onrecord: stopped; what was taken in is kept, and the same command goes on from there")
    except BrokenPipeError:  # whoever read our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return
    else:
        return
    sys.exit(2)


def _day_before_last(entries: Entries) -> str:
    """The last day but one on which something was published: what came after it is the latest news."""
    days = sorted({day[:10] for a in entries.articles if (day := a.article.published.value)})
    return days[-2] if len(days) > 1 else "0001-01-01"


def _change(change: Change) -> dict[str, Any]:
    told = {"kind": change.kind, "section": change.section, "id": change.id, "day": change.day}
    told |= {"words": change.words}
    return told | {"fields": [list(f) for f in change.fields]} | at(change.evidence)


def _moment(moment: Moment) -> dict[str, Any]:
    told = {"day": moment.day, "sources": moment.sources, "acts": [id_ for _, id_ in moment.acts]}
    return told | at(moment.evidence) | {"also": [at(e) for e in moment.also]}


def _counts(entries: Entries) -> dict[str, Any]:
    whole = to_object(entries)
    return {name: len(section) for name, section in whole.items() if isinstance(section, list)} | {
        "latest_meetings": [{k: m[k] for k in ("id", "name", "status", "date", "place")} for m in whole["meetings"]]
    }


def _print_json(value: object) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def _name_refused(refused: Sequence[Refused]) -> None:
    for r in refused:
        tell(f"refused: {r.source}: {' '.join(r.reason.split())}")


def _exit_by(refused: Sequence[Refused]) -> None:
    if refused:
        sys.exit(1)
