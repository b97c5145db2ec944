"""Whole records of real articles, scored: our annotation of them, as offsets into texts that lie elsewhere.

    python benchmarks/annotated.py ../shared [SET ...]

Each file of `annotated/` holds the record of a few articles in the form of the scorer's gold, without their words:
`source` names where a text lies under `data/`, `pieces` the stretches of it (or our own words for a heading or a
date), and every span is counted in letters and digits from the start of the article, so that blanks, line breaks and
the marks of a tokeniser do not matter. `lee#N` is a line of the Lee corpus, which the package gensim brings along; its
sets are left out where gensim is not installed. The sets `clauses-N` are openings of many articles of all sorts, with
nothing annotated but positions, events and conditionals. The scorer is `scoring/score_record.py` beside the data.
"""

from __future__ import annotations

import argparse
import html
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from typing import Any

from onrecord.pipeline import Record
from onrecord.serve.export_json import to_json

SETS = Path(__file__).parent / "annotated"
UNSEEN = ("autumn-2016", "lawsuit-2018", "london-2018", "clauses-12", "clauses-13")
"""Sets whose misses nobody has read: they tell what to expect of other coverage."""
SECOND = {"events": "actor", "positions": "stance", "meetings": "date"}
SHOWN = re.compile(
    r"^(?:quotes 0\.3|quote groups|meetings|meeting reports|positions|issues|conditionals|events|figures|divergences)"
)


ROW = re.compile(r"(.+?) +p [\d.]+ +r ([\d.]+) .* predicted (\d+) +gold (\d+)(?: +(?:actor|stance|date) ([\d.]+))?")


def letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())


def places(text: str) -> list[int]:
    """Where each letter or digit stands."""
    return [n for n, c in enumerate(text) if c.isalnum()]


def counted(text: str) -> list[int]:
    """How many letters and digits stand before each offset, the end included."""
    return [0, *accumulate(int(c.isalnum()) for c in text)]


@lru_cache(maxsize=4)
def _lines(path: Path) -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8", errors="replace").split("\n"))


def source_text(source: str, data: Path, lee: Path | None) -> str:
    """The words of a source, a blank line between paragraphs."""
    place, _, name = source.partition("#")
    if place == "lee":
        assert lee is not None
        sentences = re.split(r"(?:(?<=[.!?])|(?<=[.!?][\"'])) +(?=[\"A-Z])", _lines(lee)[int(name)].strip())
        return "\n\n".join(" ".join(sentences[n : n + 2]) for n in range(0, len(sentences), 2))
    if place.endswith(".jsonl"):
        row = next(r for r in map(json.loads, filter(None, _lines(data / place))) if str(r["id"]) == name)
        return "\n\n".join(_detokenised(line) for line in row["text"].split("\n"))
    text = (data / place).read_text(encoding="utf-8")
    if place.startswith("stories/"):
        paragraphs = [_paired(" ".join(p.split())) for p in text.replace("\n", " ").split(r"\n")]
        return "\n\n".join(_detokenised(p) for p in paragraphs if p)
    if place.endswith(".tml"):
        inside = text.split("<TEXT>")[1].split("</TEXT>")[0]
        paragraphs = re.split(r"\n\s*\n", html.unescape(re.sub(r"<[^>]+>", "", inside)))
    else:
        paragraphs = text.split("\n")
    return "\n\n".join(" ".join(p.split()) for p in paragraphs if p.strip())


def _detokenised(line: str) -> str:
    """A line with the blanks and marks of ordinary print."""
    line = line.replace("-LRB- ", "(").replace(" -RRB-", ")").replace("-LRB-", "(").replace("-RRB-", ")")
    line = re.sub(r"`` ?", '"', line)
    line = re.sub(r" ?''", '"', line)
    line = re.sub(r"` ", "‘", line)
    line = re.sub(r" ([,.;:!?%])", r"\1", line)
    return re.sub(r" ('s|'re|'ve|'ll|'d|'m|n't|')\b", r"\1", line).replace("$ ", "$").strip()


def _paired(line: str) -> str:
    """A line whose straight quotation marks, opening and closing by turns, stand close to what they quote."""
    pieces = line.split('"')
    quoted = (p.strip() if n % 2 else p for n, p in enumerate(pieces))
    line = re.sub(r"([“‘(\[]) | (?=[”’)\]])", r"\1", '"'.join(quoted))
    return re.sub(r"(\w) - (\w)", r"\1-\2", line)


def built(article: dict[str, Any], data: Path, lee: Path | None) -> str:
    """The article as it was annotated: our heading and date, then the stretches of its source."""
    text = source_text(article["source"], data, lee)
    at = [*places(text), len(text)]
    parts = []
    for piece in article["pieces"]:
        if isinstance(piece, str):
            parts.append(piece)
        else:
            first, last = piece
            whole = last == len(at) - 1
            parts.append(text[0 if first == 0 else at[first] : len(text) if whole else at[last - 1] + 1])
    return "\n\n".join([*article["head"], "\n\n".join(p.strip() for p in parts)]) + "\n"


def laid_out(content: dict[str, Any]) -> str:
    """JSON with one item a line."""
    lines = []
    for key, value in content.items():
        if isinstance(value, list) and value:
            items = ",\n".join(" " + json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in value)
            lines.append(f"{json.dumps(key)}: [\n{items}\n]")
        else:
            lines.append(f"{json.dumps(key)}: {json.dumps(value)}")
    return "{\n" + ",\n".join(lines) + "\n}\n"


def gold(content: dict[str, Any], texts: dict[str, str]) -> dict[str, Any]:
    """The annotation with offsets in characters of the built articles."""
    at = {file: [*places(text), len(text)] for file, text in texts.items()}

    def shifted(value: Any, file: str | None) -> Any:
        if isinstance(value, list):
            return [shifted(item, file) for item in value]
        if not isinstance(value, dict):
            return value
        file = value.get("file", file)
        out = {key: shifted(item, file) for key, item in value.items()}
        if isinstance(value.get("start"), int) and file in at:
            start, end = value["start"], value["end"]
            out |= {"start": at[file][start], "end": at[file][max(start, end - 1)] + 1}
            out["text"] = texts[file][out["start"] : out["end"]]
        return out

    articles = [{"file": a["file"], "published": a["published"], "blocks": []} for a in content["articles"]]
    return {"articles": articles} | {k: shifted(v, None) for k, v in content.items() if k != "articles"}


def lay_out(name: str, shared: Path, lee: Path | None, folder: Path) -> None:
    """Write one set into a folder: the built articles into `articles`, their annotation as `gold.json`."""
    content = json.loads((SETS / f"{name}.json").read_text(encoding="utf-8"))
    texts = {a["file"]: built(a, shared / "data", lee) for a in content["articles"]}
    (folder / "articles").mkdir()
    for file, text in texts.items():
        (folder / "articles" / file).write_text(text, encoding="utf-8", newline="")
    (folder / "gold.json").write_text(json.dumps(gold(content, texts)), encoding="utf-8")


def scored(name: str, shared: Path, lee: Path | None) -> list[str]:
    """The scorer's lines for one set."""
    with tempfile.TemporaryDirectory() as folder:
        at = Path(folder)
        lay_out(name, shared, lee, at)
        with Record.open(str(at / "record.db")) as record:
            record.add([str(at / "articles")])
            (at / "export.json").write_text(to_json(record.entries()), encoding="utf-8")
        return scores(at / "export.json", at / "gold.json", shared)


def scores(found: Path, wanted: Path, shared: Path) -> list[str]:
    """The scorer's lines for one record by another, those apart of sections in which nothing is wanted."""
    run = [sys.executable, str(shared / "scoring" / "score_record.py"), str(found), str(wanted)]
    told = subprocess.run(run, check=True, capture_output=True, text=True).stdout
    return [line for line in told.splitlines() if SHOWN.match(line) and not re.search(r" gold 0\b", line)]


def pooled(lines: Sequence[str]) -> Iterator[str]:
    """The figures over all items of several sets, from the lines of each; issues, which are no items, are left out."""
    sums: dict[str, list[float]] = {}
    for name, recall, predicted, gold_items, second in (m.groups() for line in lines if (m := ROW.match(line))):
        right = round(float(recall) * int(gold_items))
        row = sums.get(name, [0, 0, 0, 0])
        added = (right, int(predicted), int(gold_items), right * float(second or 0))
        sums[name] = [a + b for a, b in zip(row, added, strict=True)]
    for name, (hits, found, wanted, seconds) in sums.items():
        share = f"  {SECOND[name]} {seconds / hits:.3f}" if name in SECOND and hits else ""
        yield f"{name:21} f1 {2 * hits / (found + wanted):.3f}  predicted {found:.0f}  gold {wanted:.0f}{share}"


def lee_corpus() -> Path | None:
    """The Lee corpus, None where gensim is not installed."""
    spec = find_spec("gensim")
    return Path(spec.origin).parent / "test/test_data/lee_background.cor" if spec and spec.origin else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="the folder with data/ and scoring/")
    parser.add_argument("sets", nargs="*", help="names of sets; all without any")
    args = parser.parse_args()
    lee = lee_corpus()
    found: dict[bool, list[str]] = {True: [], False: []}
    for name in args.sets or sorted(p.stem for p in SETS.glob("*.json")):
        if lee is None and "lee#" in (SETS / f"{name}.json").read_text(encoding="utf-8"):
            print(f"{name}: left out, gensim is not installed")
            continue
        lines = scored(name, args.shared, lee)
        found[name in UNSEEN] += lines
        print(f"{name}{' (unseen)' if name in UNSEEN else ''}", *lines, sep="\n  ", flush=True)
    for unseen, lines in found.items():
        if lines:
            print("all that are unseen" if unseen else "all others", *pooled(lines), sep="\n  ")


if __name__ == "__main__":
    main()
