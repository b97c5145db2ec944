"""Whole records against their annotation: no figure falls below its floor."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

import onrecord
from onrecord.pipeline import Record
from onrecord.serve.export_json import to_json
from onrecord.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
FLOORS: dict[str, dict[str, dict[str, float]]] = json.loads(
    (ROOT / "benchmarks" / "floors.json").read_text(encoding="utf-8")
)
EXAMPLE = Path(onrecord.__file__).parent / "example"


@lru_cache(maxsize=2)
def scores(name: str, shared: Path, folder: Path) -> dict[str, Any]:
    """The figures of the scorer beside the data: "gold" real articles, "example" the bundled ones."""
    articles, annotated, settings = {
        "gold": (shared / "gold" / "articles", shared / "gold" / "gold.json", None),
        "example": (EXAMPLE / "coverage", EXAMPLE / "annotated.json", Settings.from_file(EXAMPLE / "onrecord.toml")),
    }[name]
    export = folder / f"{name}.json"
    with Record.open(str(folder / f"{name}.db")) as record:
        assert record.add([str(articles)], settings=settings).refused == ()
        export.write_text(to_json(record.entries()), encoding="utf-8")
    scorer = [sys.executable, shared / "scoring" / "score_record.py"]
    done = subprocess.run([*scorer, export, annotated, "--json"], capture_output=True, text=True, check=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("records")


@pytest.mark.parametrize(
    ("name", "section", "figure"),
    [(n, s, f) for n in ("gold", "example") for s, floors in FLOORS[n].items() for f in floors],
)
def test_no_figure_falls_below_its_floor(name: str, section: str, figure: str, shared: Path, folder: Path) -> None:
    floor, reached = FLOORS[name][section][figure], scores(name, shared, folder)[section][figure]
    if figure == "leaked":  # the share of comments and boilerplate taken for body: the less the better
        assert reached <= floor
    else:
        assert reached >= floor


def test_every_span_of_the_annotated_example_stands_in_its_article(tmp_path: Path) -> None:
    annotated = json.loads((EXAMPLE / "annotated.json").read_text(encoding="utf-8"))
    with Record.open(str(tmp_path / "example.db")) as record:
        record.add([str(EXAMPLE / "coverage")])
        texts = {a.article.file: a.article.content for a in record.entries().articles}
    checked = 0

    def check(item: Any, file: str) -> None:
        nonlocal checked
        if isinstance(item, list):
            for part in item:
                check(part, file)
        elif isinstance(item, dict):
            file = item.get("file", file)
            if "start" in item:
                assert texts[file][item["start"] : item["end"]] == item["text"]
                checked += 1
            for part in item.values():
                check(part, file)

    check(annotated, "")
    assert checked > 500
