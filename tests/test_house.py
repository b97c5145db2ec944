"""The rules of the house: who may import whom, and what the package loads."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import onrecord

SRC = Path(onrecord.__file__).parent
STAGES = ("capture", "clean", "enrich", "extract", "merge", "record", "review", "serve", "bench")
DOORS = {
    "spacy": "enrich",
    "onnxruntime": "enrich",
    "tokenizers": "enrich",
    "lxml": "clean",
    "trafilatura": "clean",
    "htmldate": "clean",
    "httpx": "capture",
    "feedparser": "capture",
    "sqlalchemy": "record",
    "alembic": "record",
    "starlette": "serve",
    "jinja2": "serve",
    "click": "serve",
    "rich": "serve",
}
PEERS = {"dateparser", "textacy", "resiliparse", "newspaper", "readability", "justext"}
"""What bench/ runs beside us. It need not be installed, so nothing else may need it."""
MODULES = sorted(p for p in SRC.rglob("*.py"))


def imports(path: Path) -> set[str]:
    """Every module that a file imports, as dotted names, wherever in the file it does so."""
    out: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            out |= {a.name for a in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            out.add(node.module or "")
            out |= {f"{node.module}.{a.name}" for a in node.names}
    return out


def stage_of(path: Path) -> str | None:
    parts = path.relative_to(SRC).parts
    return parts[0] if len(parts) > 1 else None


def is_of_peers(path: Path) -> bool:
    return stage_of(path) == "bench" and path.name.startswith("peers_")


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(SRC)))
def test_imports_keep_to_the_rooms(path: Path) -> None:
    stage = stage_of(path)
    name = path.name
    for module in imports(path):
        root = module.split(".")[0]
        if root == "onrecord":
            other = module.split(".")[1] if "." in module else None
            if other in STAGES and other != stage:
                assert stage in ("serve", "bench") or name == "pipeline.py", f"{module} is another stage"
                assert other != "serve", "nobody imports serve"
                assert other != "bench" or name == "cli_bench.py", "only its command imports bench"
            if other == "pipeline":
                assert stage == "serve" or name == "__init__.py", "only serve and the package know the pipeline"
        elif root in PEERS or (root in DOORS and is_of_peers(path)):
            assert is_of_peers(path), f"{root} is a peer's"
        elif root in DOORS:
            assert stage == DOORS[root], f"{root} has its door in {DOORS[root]}/"
        elif stage is None and name not in ("__init__.py", "pipeline.py"):
            assert root in sys.stdlib_module_names, f"a concept imports {root}"


def test_concepts_do_not_go_in_circles() -> None:
    concepts = {p.stem: imports(p) for p in SRC.glob("*.py") if p.stem not in ("__init__", "pipeline", "__main__")}
    edges = {c: {o for o in concepts if f"onrecord.{o}" in found} for c, found in concepts.items()}

    def reach(c: str, seen: frozenset[str]) -> set[str]:
        assert c not in seen, f"{c} imports itself in a circle"
        return {c}.union(*(reach(o, seen | {c}) for o in edges[c]))

    for concept in concepts:
        assert concept in reach(concept, frozenset())


def test_importing_the_package_loads_nothing_heavy() -> None:
    code = (
        "import sys, time; t = time.perf_counter(); import onrecord; s = time.perf_counter() - t;"
        "print(s); print([m for m in sys.modules if m.split('.')[0] in"
        f" {set(DOORS) | {'numpy', 'msgspec'}!r}])"
    )
    seconds, loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert loaded == "[]"
    assert float(seconds) < 0.1
