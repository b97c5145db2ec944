"""Learn how sure a record may be of its entries: weights for onrecord.review.confidence from annotated records.

    pip install gensim
    python -m scripts.train_confidence ../shared [-o WEIGHTS.json]

It learns from the annotated record beside the data, from the bundled example, and from the sets of
benchmarks/annotated, those apart that are kept unseen. Nothing of the texts is kept: the weights are those of the
plain statements in onrecord/review/traits.py.

Prints for each kind, every record judged by weights learnt from the others alone, how well right and wrong are told
apart and what the probabilities are worth. Weights are kept of the kinds that are told apart: area under the curve
at least 0.65, and a smaller Brier score than that of the mere share of right ones. Last it prints what they are worth
on the sets kept unseen.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import util
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

import onrecord.example
import onrecord.review
from benchmarks.annotated import SETS, UNSEEN, lay_out, lee_corpus
from onrecord.bench.learning import regression
from onrecord.entries import Entries
from onrecord.pipeline import Record
from onrecord.review.confidence import probability, statements
from onrecord.serve.export_json import to_object
from onrecord.settings import Settings

OUT = Path(onrecord.review.__file__).parent / "data" / "confidence.json"
EXAMPLE = Path(str(onrecord.example.__path__[0]))
LEAST_AREA = 0.65
LEAST_OVERLAP = 0.3  # as the scorer asks
DECAY = 2.0
BOUNDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)

Json = dict[str, Any]
Judged = tuple[float, float, bool]
"""The probability of a case and the share of right ones, both learnt from the other records; whether it is right."""


@dataclass(frozen=True, slots=True)
class Case:
    """One entry: the record that it is of, what holds for it, and whether the annotators have it so."""

    record: str
    holding: frozenset[str]
    right: bool


def every_case(shared: Path, scorer: ModuleType) -> dict[str, list[Case]]:
    """The cases of all records to learn from, by the section that they stand in."""
    settings = Settings.from_file(EXAMPLE / "onrecord.toml")
    found = [
        cases("gold", shared / "gold" / "gold.json", entries_of(shared / "gold" / "articles"), scorer),
        cases("example", EXAMPLE / "annotated.json", entries_of(EXAMPLE / "coverage", settings), scorer),
        of_sets(sorted({p.stem for p in SETS.glob("*.json")} - set(UNSEEN)), shared, scorer),
    ]
    return {section: [case for record in found for case in record[section]] for section in found[0]}


def of_sets(names: Sequence[str], shared: Path, scorer: ModuleType) -> dict[str, list[Case]]:
    """The cases of sets of benchmarks/annotated, by section."""
    out: dict[str, list[Case]] = {}
    for name in names:
        with tempfile.TemporaryDirectory() as place:
            lay_out(name, shared, lee_corpus(), Path(place))
            found = cases(name, Path(place) / "gold.json", entries_of(Path(place) / "articles"), scorer)
        for section, known in found.items():
            out.setdefault(section, []).extend(known)
    return out


def entries_of(folder: Path, settings: Settings | None = None) -> Entries:
    """The record that onrecord makes of a folder of articles."""
    with tempfile.TemporaryDirectory() as place, Record.open(str(Path(place) / "record.db")) as record:
        report = record.add([str(folder)], settings=settings)
        if report.refused:
            raise SystemExit(f"{folder}: {report.refused[0].source}: {report.refused[0].reason}")
        return record.entries()


def judges(scorer: ModuleType, found: Json, gold: Json) -> dict[str, Callable[[Json, Json], bool]]:
    """For each section, whether a found entry is right by an annotated one: in its words, in who it is about and in
    its stance or type. An entry that only repeats another, and one that need not be found, is right too."""
    names = scorer.Names(found, gold)

    def who(a: Json, b: Json, field: str) -> bool:
        return any(names.any_same(a.get(field), x) for x in scorer.allowed(b, field))

    def there(a: Json, b: Json) -> bool:
        return bool(scorer.overlap(a, b) >= LEAST_OVERLAP)

    def quoted(a: Json, b: Json) -> bool:
        mine = scorer.chars(a["content"])
        return len(mine & scorer.chars(b["content"])) >= LEAST_OVERLAP * len(mine)

    return {
        "positions": lambda a, b: there(a, b) and who(a, b, "party") and a["stance"] in scorer.allowed(b, "stance"),
        "events": lambda a, b: there(a, b) and who(a, b, "actor") and a["type"] in scorer.allowed(b, "type"),
        "quotes": lambda a, b: quoted(a, b) and names.speaker_right(a["speaker"], b),
    }


def cases(record: str, annotated: Path, entries: Entries, scorer: ModuleType) -> dict[str, list[Case]]:
    """The entries of each section that stand in files and blocks which were annotated for it; none of a section of
    which nothing is annotated."""
    gold: Json = json.loads(annotated.read_text(encoding="utf-8"))
    found, tell, scope = to_object(entries), statements(entries), scorer.Scope(gold)
    out: dict[str, list[Case]] = {}
    for section, is_right in judges(scorer, found, gold).items():
        judged = {
            p["id"]: any(p["file"] == g["file"] and is_right(p, g) for g in gold.get(section, []))
            for p in (scope.pick(found, section) if gold.get(section) else ())
        }
        told = (e for e in getattr(entries, section) if e.id in judged)
        out[section] = [Case(record, tell[section](e), judged[e.id]) for e in told]
    return out


def learn(known: Sequence[Case]) -> dict[str, float]:
    """The weights under which these cases are likeliest, small where little is known."""
    names = ["", *sorted({s for c in known for s in c.holding})]
    rows = np.array([[n == "" or n in c.holding for n in names] for c in known], dtype=np.float32)
    kinds, weights = regression(rows, ["right" if c.right else "wrong" for c in known], DECAY)
    right, wrong = kinds.index("right"), kinds.index("wrong")
    return {n: round(float(w[right] - w[wrong]), 2) for n, w in zip(names, weights, strict=True)}


def left_out(every: Sequence[Case]) -> list[Judged]:
    """Each case as the other records have it."""
    out: list[Judged] = []
    for record in dict.fromkeys(c.record for c in every):
        others = [c for c in every if c.record != record]
        weights, share = learn(others), sum(c.right for c in others) / len(others)
        out += [(probability(weights, c.holding), share, c.right) for c in every if c.record == record]
    return out


def area(judged: Sequence[Judged]) -> float:
    """How often a right entry has the higher probability than a wrong one."""
    right = np.array([p for p, _, r in judged if r])[:, None]
    wrong = np.array([p for p, _, r in judged if not r])[None, :]
    return float(((right > wrong) + 0.5 * (right == wrong)).mean())


def worth_on(weights: Mapping[str, float], cases: Sequence[Case]) -> str:
    """What weights are worth on cases that they were not learnt from."""
    judged = [(probability(weights, c.holding), 0.0, c.right) for c in cases]
    mean, right = (sum(n) / len(judged) for n in zip(*((p, r) for p, _, r in judged), strict=True))
    return f"area {area(judged):.2f}, mean {mean:.2f}, right {right:.2f}"


def is_told_apart(judged: Sequence[Judged]) -> bool:
    """Whether the probabilities are worth showing."""
    return area(judged) >= LEAST_AREA and brier(judged) < brier(by_share(judged))


def brier(judged: Sequence[Judged]) -> float:
    """The mean squared error of the probabilities."""
    return sum((p - right) ** 2 for p, _, right in judged) / len(judged)


def by_share(judged: Sequence[Judged]) -> list[Judged]:
    """The cases, each with the mere share of right ones as its probability."""
    return [(share, share, right) for _, share, right in judged]


def tables(judged: Mapping[str, Sequence[Judged]]) -> str:
    """How well each kind is told apart, and of each stretch of probability the entries, their mean and the share of
    right ones."""
    lines = ["| | entries | right | area | Brier | of the share |", "|---|---|---|---|---|---|"]
    for section, every in judged.items():
        right = sum(r for _, _, r in every) / len(every)
        worth = " | ".join(f"{figure:.3f}" for figure in (area(every), brier(every), brier(by_share(every))))
        lines.append(f"| {section} | {len(every)} | {right:.2f} | {worth} |")
    lines += ["", "| probability |" + "".join(f" {section} | mean | right |" for section in judged)]
    lines.append("|---|" + "---|---|---|" * len(judged))
    for low, high in pairwise(BOUNDS):
        cells = [_cells([(p, r) for p, _, r in every if low < p <= high]) for every in judged.values()]
        lines.append(f"| {low:.1f}-{high:.1f} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _cells(inside: Sequence[tuple[float, bool]]) -> str:
    if not inside:
        return "0 | | "
    mean, right = (sum(values) / len(inside) for values in zip(*inside, strict=True))
    return f"{len(inside)} | {mean:.2f} | {right:.2f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="the folder with data/, gold/ and scoring/")
    parser.add_argument("-o", "--out", type=Path, default=OUT)
    args = parser.parse_args()
    scorer = scorer_of(args.shared / "scoring" / "score_record.py")
    every = every_case(args.shared, scorer)
    judged = {section: left_out(known) for section, known in every.items()}
    sys.stdout.write(tables(judged))
    weights = {section: learn(every[section]) for section, found in judged.items() if is_told_apart(found)}
    args.out.write_text(json.dumps(weights, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    sys.stderr.write(f"weights of {', '.join(weights)}\n")
    for section, known in of_sets(UNSEEN, args.shared, scorer).items():
        if section in weights:
            sys.stdout.write(f"unseen: {section}: {worth_on(weights[section], known)}\n")


def scorer_of(path: Path) -> ModuleType:
    """The scorer of whole records, a program of its own that lies beside the data."""
    spec = util.spec_from_file_location("scorer", path)
    assert spec is not None
    assert spec.loader is not None
    scorer = util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


if __name__ == "__main__":
    main()
