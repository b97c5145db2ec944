"""Components against labelled data: on a fixed slice of each set no figure falls below its floor."""

from __future__ import annotations

import json
from functools import cache
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from onrecord.bench.runs import Bench, run

ROOT = Path(__file__).resolve().parents[1]
FLOORS: dict[str, dict[str, dict[str, Any]]] = json.loads(
    (ROOT / "benchmarks" / "floors.json").read_text(encoding="utf-8")
)["bench"]
CASES = [
    (name, data, figure)
    for name, sets in FLOORS.items()
    for data, floors in sets.items()
    for figure in floors
    if figure != "first"
]


@cache
def figures(name: str, data: Path, first: int) -> dict[str, float | None]:
    """What onrecord reaches on the first documents of a set, sorted by name."""
    bench: Bench[Any, Any] = import_module(f"onrecord.bench.{name}").BENCH
    documents = dict(islice(bench.load(data).items(), first))
    return dict(zip(bench.figures, bench.score(documents, run(bench.ours, documents).found), strict=True))


@pytest.mark.parametrize(("name", "data", "figure"), CASES)
def test_no_figure_falls_below_its_floor(shared: Path, name: str, data: str, figure: str) -> None:
    floors = FLOORS[name][data]
    reached = figures(name, shared / "data" / data, floors["first"])[figure]
    assert reached is not None
    if figure == "leak":  # of comments into the main text: the less the better
        assert reached <= floors[figure]
    else:
        assert reached >= floors[figure]
