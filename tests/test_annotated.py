"""The annotated sets of real articles: spans that lie in their texts, and texts that are built from their sources."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"
SETS = sorted((BENCHMARKS / "annotated").glob("*.json"))


@pytest.fixture(scope="module")
def annotated() -> ModuleType:
    spec = importlib.util.spec_from_file_location("annotated", BENCHMARKS / "annotated.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def spans(value: Any, file: str | None = None) -> list[tuple[str | None, int, int]]:
    """All spans below a value, each with the file that it is of."""
    if isinstance(value, list):
        return [s for item in value for s in spans(item, file)]
    if not isinstance(value, dict):
        return []
    file = value.get("file", file)
    own = [(file, value["start"], value["end"])] if isinstance(value.get("start"), int) else []
    return own + [s for item in value.values() for s in spans(item, file)]


@pytest.mark.parametrize("path", SETS, ids=lambda p: p.stem)
def test_every_span_lies_in_its_article_and_no_words_are_kept(path: Path, annotated: ModuleType) -> None:
    content = json.loads(path.read_text(encoding="utf-8"))
    length = {
        a["file"]: sum(len(annotated.letters(p)) if isinstance(p, str) else p[1] - p[0] for p in a["pieces"])
        + len(annotated.letters("".join(a["head"])))
        for a in content["articles"]
    }
    found = spans({k: v for k, v in content.items() if k != "articles"})
    assert len(found) > 100
    assert all(0 <= start < end <= length[str(file)] for file, start, end in found)
    assert '"text"' not in path.read_text(encoding="utf-8")


def test_spans_are_found_again_whatever_the_blanks(annotated: ModuleType, tmp_path: Path) -> None:
    """A tokenised source is built with ordinary marks; a span counted in letters names the same words in it."""
    told = "The envoy said : `` We will sign the accord on Monday . ''\nNobody answered ."
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": 7, "text": told}), encoding="utf-8")
    last = len(annotated.letters(told))
    article = {"file": "a.txt", "source": "a.jsonl#7", "head": ["May 1, 2031"], "pieces": [[0, last]], "published": {}}
    text = annotated.built(article, tmp_path, None)
    assert text == 'May 1, 2031\n\nThe envoy said: "We will sign the accord on Monday."\n\nNobody answered.\n'
    words = "sign the accord"
    start = annotated.counted(text)[text.index(words)]
    event = {"file": "a.txt", "start": start, "end": start + len(annotated.letters(words))}
    (restored,) = annotated.gold({"articles": [article], "events": [event]}, {"a.txt": text})["events"]
    assert restored["text"] == words


def test_the_sources_are_those_that_were_annotated(annotated: ModuleType, shared: Path) -> None:
    data = shared / "data"
    content = json.loads((BENCHMARKS / "annotated" / "gulf-1990.json").read_text(encoding="utf-8"))
    for article in content["articles"]:
        built = annotated.letters(annotated.built(article, data, None))
        told = sum(len(annotated.letters(p)) if isinstance(p, str) else p[1] - p[0] for p in article["pieces"])
        assert len(built) == told + len(annotated.letters("".join(article["head"])))
