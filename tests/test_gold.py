"""The record of real articles against their annotation: no figure falls below its floor."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from onrecord.pipeline import Record
from onrecord.serve.export_json import to_json

FLOORS: dict[str, dict[str, float]] = json.loads(
    (Path(__file__).resolve().parents[1] / "benchmarks" / "floors.json").read_text(encoding="utf-8")
)


@pytest.fixture(scope="module")
def scores(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The figures of score_record.py on the annotated record beside the checkout."""
    folder = tmp_path_factory.mktemp("gold")
    with Record.open(str(folder / "gold.db")) as record:
        report = record.add([str(shared / "gold" / "articles")])
        assert report.refused == ()
        (folder / "gold.json").write_text(to_json(record.entries()), encoding="utf-8")
    scorer = [sys.executable, shared / "scoring" / "score_record.py"]
    done = subprocess.run(
        [*scorer, folder / "gold.json", shared / "gold" / "gold.json", "--json"],
        capture_output=True,
        text=True,
        check=True,
    )
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


@pytest.mark.parametrize(
    ("section", "figure"), [(s, f) for s, floors in FLOORS.items() if s != "bench" for f in floors]
)
def test_no_figure_falls_below_its_floor(scores: dict[str, Any], section: str, figure: str) -> None:
    floor, reached = FLOORS[section][figure], scores[section][figure]
    if figure == "leaked":  # the share of comments and boilerplate taken for body: the less the better
        assert reached <= floor
    else:
        assert reached >= floor
