"""How far two annotators agree on one set of articles: the one's record scored by the other's, both ways.

    python benchmarks/agreement.py ../shared

`annotated/again` holds the second annotation of a set, by somebody who saw neither the first nor the program's record.
What an annotator marks as optional need not be found, and is not counted as found.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

from annotated import SETS, lay_out, lee_corpus, scores


def required(value: Any) -> Any:
    """An annotation without its optional items."""
    if isinstance(value, list):
        return [required(item) for item in value if not (isinstance(item, dict) and item.get("optional"))]
    return {key: required(item) for key, item in value.items()} if isinstance(value, dict) else value


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, help="the folder with data/ and scoring/")
    shared = parser.parse_args().shared
    lee = lee_corpus()
    for path in sorted((SETS / "again").glob("*.json")):
        with tempfile.TemporaryDirectory() as place:
            annotations = []
            for which in (path.stem, f"again/{path.stem}"):
                folder = Path(place) / which
                folder.mkdir(parents=True)
                lay_out(which, shared, lee, folder)
                found = required(json.loads((folder / "gold.json").read_text(encoding="utf-8")))
                (folder / "required.json").write_text(json.dumps(found), encoding="utf-8")
                annotations.append(folder)
            first, second = annotations
            print(path.stem)
            for words, of, by in (("second by first", second, first), ("first by second", first, second)):
                print(f" the {words}:", *scores(of / "required.json", by / "gold.json", shared), sep="\n  ")


if __name__ == "__main__":
    main()
