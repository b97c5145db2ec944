"""The measures of timelines, and the layout that they are read from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.bench.coverage import Assignment, assignments
from onrecord.bench.porter import stem
from onrecord.bench.rouge import alignment
from onrecord.bench.timeline import BENCH
from onrecord.errors import Stopped

TOLD = {"2031-05-06": ("Karsia signed the treaty .",), "2031-05-20": ("The harbour opened .",)}


@pytest.mark.parametrize(
    ("word", "root"),
    [("ponies", "poni"), ("agreed", "agre"), ("hopping", "hop"), ("filing", "file"), ("relational", "relat"),
     ("adoption", "adopt"), ("rate", "rate"), ("controlling", "control"), ("sky", "sky"), ("2031", "2031")],
)  # fmt: skip
def test_stems_are_porters(word: str, root: str) -> None:
    assert stem(word) == root


def test_a_timeline_agrees_with_itself() -> None:
    assert alignment(TOLD, TOLD) == (1.0, 1.0)


def test_words_a_day_off_count_half_and_words_of_another_matter_nothing() -> None:
    day_off = {"2031-05-07": ("Karsia signs a treaty",)}
    assert alignment(day_off, TOLD)[0] == pytest.approx(0.5)
    assert alignment({"2031-05-06": ("Ferries sank",)}, TOLD) == (0.0, 0.0)
    assert alignment({}, TOLD) == (0.0, 0.0)


def test_days_are_scored_by_f1() -> None:
    documents = {"one": Assignment((), TOLD)}
    days, _ = BENCH.score(documents, {"one": {"2031-05-06": (), "2031-05-07": ()}})
    assert days == pytest.approx(0.5)


def written(folder: Path) -> Path:
    folder.mkdir()
    lines = "Karsia and Valdoria signed the ferry treaty on Tuesday after a night of talks in Tolm ."
    articles = [{"id": str(n), "time": f"2031-05-0{n}T00:00:00", "text": lines} for n in (6, 7)]
    (folder / "articles.jsonl").write_text("\n".join(json.dumps(a) for a in articles))
    (folder / "timelines.jsonl").write_text(json.dumps([[d, list(s)] for d, s in TOLD.items()]) + "\n")
    return folder


def test_a_set_or_a_folder_of_sets_is_read(tmp_path: Path) -> None:
    one = assignments(written(tmp_path / "ferries"))
    assert list(one) == ["ferries-1"]
    assert one["ferries-1"].lines == 1
    assert assignments(tmp_path) == one
    with pytest.raises(Stopped, match="does not exist"):
        assignments(tmp_path / "ferries" / "none")


def test_ours_tells_a_day_that_the_articles_name(tmp_path: Path) -> None:
    (asked,) = assignments(written(tmp_path / "ferries")).values()
    (found,) = BENCH.ours.prepare()([asked])
    assert set(found) == {"2031-05-06"}
