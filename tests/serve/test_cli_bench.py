"""`onrecord bench`: the table in a pipe, the file of predictions, peers that are not there."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.bench import timex
from onrecord.bench.runs import System
from onrecord.serve.cli import cli

TIMEML = """<TimeML><DCT><TIMEX3 type="DATE" value="2031-05-10">05/10/31</TIMEX3></DCT>
<TEXT>Talks begin on <TIMEX3 type="DATE" value="2031-06-02">June 2, 2031</TIMEX3>.</TEXT></TimeML>"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "one.tml").write_text(TIMEML, encoding="utf-8")
    return tmp_path


def test_a_pipe_gets_tab_separated_values_with_their_heading(data: Path) -> None:
    result = CliRunner().invoke(cli, ["bench", "timex", str(data), "--no-peers"])
    assert result.exit_code == 0, result.output
    heading, ours = (line.split("\t") for line in result.stdout.splitlines())
    assert heading == ["System", "value F1", "type F1", "strict F1", "relaxed F1", "articles/s"]
    assert ours[:-1] == ["onrecord", "1.000", "1.000", "1.000", "1.000"]


def test_predictions_hold_what_was_found(data: Path, tmp_path: Path) -> None:
    out = tmp_path / "said.json"
    assert (
        CliRunner().invoke(cli, ["bench", "timex", str(data), "--no-peers", "--predictions", str(out)]).exit_code == 0
    )
    said = json.loads(out.read_text(encoding="utf-8"))
    assert said["system"] == "onrecord"
    assert said["seconds"] > 0
    assert said["docs"] == {"one": [[15, 27, "DATE", "2031-06-02"]]}


def test_a_peer_that_is_not_installed_is_one_line_and_no_failure(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def prepare() -> None:
        import there_is_no_such_peer  # type: ignore[import-not-found]  # noqa: F401

    bench = replace(timex.BENCH, peers=(System("Nobody", prepare),))  # type: ignore[arg-type]
    monkeypatch.setattr(timex, "BENCH", bench)
    result = CliRunner().invoke(cli, ["bench", "timex", str(data)])
    assert result.exit_code == 0, result.output
    assert "Nobody: left out: there_is_no_such_peer is not installed" in result.stderr
    assert len(result.stdout.splitlines()) == 2


def test_a_folder_of_another_layout_stops_the_command(tmp_path: Path) -> None:
    result = CliRunner().invoke(cli, ["bench", "pages", str(tmp_path)])
    assert result.exit_code != 0
