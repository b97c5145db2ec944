"""The command line: what goes to which stream, and the exit status."""

from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from onrecord.errors import Stopped
from onrecord.serve.cli import cli
from onrecord.serve.export_json import schema
from onrecord.serve.sheets import SECTIONS

EXAMPLE = Path(str(resources.files("onrecord.example")))
PROGRAM = [sys.executable, "-c", "from onrecord.serve.cli import main; main()"]


def run(*args: str) -> Result:
    return CliRunner().invoke(cli, list(args))


def program(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*PROGRAM, *args], capture_output=True, text=True)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("cli") / "mirel.db")
    result = run("add", path, str(EXAMPLE / "coverage"), "--settings", str(EXAMPLE / "onrecord.toml"))
    assert result.exit_code == 0, result.output
    assert result.stdout == ""
    assert re.search(r"^\d+ added, 0 known, 0 refused$", result.stderr, re.M)
    return path


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_is_shown_and_names_the_articles_it_rests_on(record: str, section: str) -> None:
    result = run("show", record, section)
    assert result.exit_code == 0, result.output
    assert result.stderr == ""
    assert result.stdout.startswith("# ")
    rows = [line.split("\t") for line in result.stdout.splitlines() if not line.startswith("# ")]
    if section != "overview":
        assert rows
        assert all(re.search(r"\.(html|txt)|^–$", row[-1]) for row in rows)


@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_is_given_as_json(record: str, section: str) -> None:
    result = run("show", record, section, "--json")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)


def test_the_export_keeps_to_the_schema_and_every_section_is_filled(record: str, tmp_path: Path) -> None:
    result = run("export", record, "--format", "json", "-o", str(tmp_path / "out.json"))
    assert result.exit_code == 0, result.output
    whole: dict[str, Any] = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert not [e.message for e in Draft202012Validator(schema()).iter_errors(whole)]
    assert {name for name, section in whole.items() if not section} <= {"superseded", "aside"}
    assert run("export", record).stdout == (tmp_path / "out.json").read_text(encoding="utf-8")


def test_as_of_and_since_cut_the_record(record: str) -> None:
    all_of_it = json.loads(run("show", record, "articles", "--json").stdout)
    day = sorted(a["published"]["value"] or "9" for a in all_of_it)[len(all_of_it) // 2]
    early = json.loads(run("show", record, "articles", "--as-of", day, "--json").stdout)
    late = json.loads(run("show", record, "articles", "--since", day, "--json").stdout)
    assert {a["file"] for a in early} | {a["file"] for a in late} == {a["file"] for a in all_of_it}
    assert 0 < len(early) < len(all_of_it)
    assert not {a["file"] for a in early} & {a["file"] for a in late}


def test_read_stores_nothing_and_marks_what_it_found(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("Mira Holt said on Tuesday that talks will start next month.\n", encoding="utf-8")
    plain = run("read", str(source), "--published", "2031-05-09")
    assert plain.exit_code == 0, plain.output
    assert "6 May 2031" in plain.stdout
    told = json.loads(run("read", str(source), "--published", "2031-05-09", "--json").stdout)
    assert not [e.message for e in Draft202012Validator(schema()).iter_errors(told)]
    assert [t["value"] for t in told["timexes"]] == ["2031-05-06", "2031-06"]
    assert list(tmp_path.iterdir()) == [source]


def test_read_takes_standard_input() -> None:
    result = CliRunner().invoke(
        cli, ["read", "-", "--json"], input=b"Talks opened in Lindhaven on 5 May 2031, Holt said."
    )
    assert result.exit_code == 0, result.output
    assert "2031-05-05" in {t["value"] for t in json.loads(result.stdout)["timexes"]}


@pytest.mark.parametrize(
    "args",
    [
        ("show", "absent.db"),
        ("export", "absent.db"),
        ("serve", "absent.db"),
        ("show", "absent.db", "meetings", "--since", "yesterday"),
        ("read", "x.txt", "--published", "spring"),
        ("add", "no/such/folder/r.db", "x.txt"),
        ("show", "postgresql://nobody@127.0.0.1:1/none"),
    ],
    ids=lambda a: " ".join(a[:2]),
)
def test_what_cannot_be_carried_out_is_said_in_one_line_with_status_2(args: tuple[str, ...], tmp_path: Path) -> None:
    done = subprocess.run([*PROGRAM, *args], capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.startswith("onrecord: ")
    assert len(done.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_command_has_status_2_and_help() -> None:
    done = program("shew")
    assert done.returncode == 2
    assert "No such command" in done.stderr


@contextmanager
def serving(*args: str) -> Iterator[str]:
    """The address at which a started program serves."""
    process = subprocess.Popen([*PROGRAM, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:"), process.stderr.read() if process.stderr else ""
        yield address
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(20)
        process.stdout.close()  # type: ignore[union-attr]
        process.stderr.close()  # type: ignore[union-attr]


def test_serve_takes_a_free_port_where_the_usual_one_is_taken(record: str) -> None:
    with serving("serve", record) as first, serving("serve", record) as second:
        assert first != second
        for address in (first, second):
            assert urllib.request.urlopen(address, timeout=20).status == 200


def test_a_port_that_was_asked_for_and_is_taken_is_an_error(record: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = program("serve", record, "--port", str(taken.getsockname()[1]))
    assert done.returncode == 2
    assert "cannot listen" in done.stderr


def test_demo_builds_the_example_and_serves_it(tmp_path: Path) -> None:
    with serving("demo", str(tmp_path / "demo.db"), "--port", "0", "--no-browser") as address:
        page = urllib.request.urlopen(address, timeout=20).read().decode()
    assert "Mirel" in page
    assert json.loads(run("show", str(tmp_path / "demo.db"), "articles", "--json").stdout)


def test_the_queue_is_printed_and_what_is_ruled_on_leaves_it(record: str, tmp_path: Path) -> None:
    mine = tmp_path / "mine.db"
    mine.write_bytes(Path(record).read_bytes())
    printed = run("review", str(mine))
    assert printed.exit_code == 0, printed.output
    assert printed.stdout.startswith("# ")
    asked = json.loads(run("review", str(mine), "--json").stdout)
    first, second = [d for d in asked if d["kind"] == "unsure"][:2]
    assert first["id"] in printed.stdout
    assert first["why"]
    assert "accept" in first["can"]
    assert 0 < first["confidence"] < 1
    left = json.loads(run("review", str(mine), "--confirm", first["id"], "--reject", second["id"], "--json").stdout)
    assert not {first["id"], second["id"]} & {d["id"] for d in left}
    assert second["id"] not in run("show", str(mine), second["section"], "--json").stdout
    refused = run("review", str(mine), "--reject", second["id"])
    assert isinstance(refused.exception, Stopped)
