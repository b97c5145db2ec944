"""Learn the types of political acts: weights for onrecord.extract.acts.likely from labelled sentences.

    python -m scripts.train_act_types PLV.tsv PLOVER_GSR_CAMEO.json [-o WEIGHTS.json]

Beside the two public sets (Zero-Shot-PLOVER; the gold standard of PLOVER) it learns from our own sentences in
scripts/data/act_types.tsv. Nothing of the texts is kept: the weights name common lemmas and labels of the parse, and a
checksum of each sentence tells the benchmark which it has learnt from.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import onrecord.extract
from onrecord.bench.layouts import SAME, MarkedSentence, plover
from onrecord.bench.learning import checksum, learn
from onrecord.bench.marked import read_marked
from onrecord.enrich.vectors import vectors
from onrecord.text import Span

OUT = Path(onrecord.extract.__file__).parent / "data" / "act_types.json"
OWN = Path(__file__).parent / "data" / "act_types.tsv"
TYPES = {**SAME, "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
"""Types of the older manual under the names of the newer one."""


def gold_standard(path: Path) -> Iterator[MarkedSentence]:
    """The sentences of the gold standard of PLOVER; its first entry documents the file."""
    for entry in json.loads(path.read_text(encoding="utf-8")):
        text = entry.get("text")
        if text:
            kind = TYPES.get(entry["event"], entry["event"])
            yield MarkedSentence(text, _first(entry.get("source"), text), _first(entry.get("target"), text), kind)


def _first(actors: Any, text: str) -> Span | None:
    """Where the first actor of a list that is found in the text stands."""
    for actor in actors if isinstance(actors, list) else ():
        words = actor.get("actorText", "")
        start = text.find(words) if words else -1
        if start >= 0:
            return Span(start, start + len(words))
    return None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("plv", type=Path)
    parser.add_argument("gold_standard", type=Path)
    parser.add_argument("-o", "--out", type=Path, default=OUT)
    args = parser.parse_args()
    sentences = [*plover(args.plv).values(), *gold_standard(args.gold_standard), *plover(OWN).values()]
    learnt = learn(list(read_marked(sentences)), [s.type for s in sentences], vectors)
    content = {
        "types": learnt.types,
        "features": learnt.features,
        "vector": learnt.vector,
        "learnt from": sorted({checksum(s.text) for s in sentences}),
    }
    args.out.write_text(_as_lines(content), encoding="utf-8")
    sys.stdout.write(f"{len(sentences)} sentences; weights of {len(learnt.features)} features\n")


def _as_lines(content: dict[str, Any]) -> str:
    """JSON with one feature a line, so that a change of the weights can be read."""

    def inner(value: Any) -> str:
        return json.dumps(value, ensure_ascii=False)

    features = ",\n".join(f"{inner(name)}: {inner(row)}" for name, row in content["features"].items())
    numbers = ",\n".join(inner(row) for row in content["vector"])
    return (
        f'{{"types": {inner(content["types"])},\n"learnt from": {inner(content["learnt from"])},\n'
        f'"features": {{\n{features}\n}},\n"vector": [\n{numbers}\n]}}\n'
    )


if __name__ == "__main__":
    main()
