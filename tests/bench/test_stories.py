"""Stories: their layout, their measure, and ours on a few articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.bench.layouts import StoryText, stories
from onrecord.bench.stories import BENCH
from onrecord.errors import Stopped

FERRY = "Karsia and Valdoria signed the ferry treaty in Tolm, and the ferries will sail across the strait again."
FERRIES = "The ferry treaty signed in Tolm lets ferries sail across the strait between Valdoria and Karsia."
WINE = "The vintners of Estmark expect a poor harvest of grapes, for hail fell upon the vineyards in May."
GRAPES = "Hail in May destroyed grapes in many vineyards, and vintners around Estmark fear for the harvest."


def texts() -> dict[str, StoryText]:
    told = [("1_A", FERRY, "1"), ("1_B", FERRIES, "1"), ("2_A", WINE, "2"), ("2_B", GRAPES, "2")]
    return {name: StoryText(text, "2031-05-06", story) for name, text, story in told}


def test_ours_keeps_two_stories_apart() -> None:
    found = dict(zip(texts(), BENCH.ours.prepare()(list(texts().values())), strict=True))
    assert BENCH.score(texts(), found)[0] == 1.0


def test_all_in_one_is_complete_but_mixed() -> None:
    assert BENCH.score(texts(), dict.fromkeys(texts(), "one")) == (pytest.approx(2 / 3), 0.5, 1.0)


def test_the_layout_is_a_manifest_and_its_texts(tmp_path: Path) -> None:
    (tmp_path / "1_A.txt").write_text(FERRY)
    listed = [{"file": "1_A.txt", "event": "1", "date": None}]
    (tmp_path / "manifest.json").write_text(json.dumps(listed))
    assert stories(tmp_path) == {"1_A.txt": StoryText(FERRY, None, "1")}
    (tmp_path / "1_A.txt").unlink()
    with pytest.raises(Stopped, match=r"1_A\.txt"):
        stories(tmp_path)
    with pytest.raises(Stopped, match="holds no manifest"):
        stories(tmp_path / "..")
