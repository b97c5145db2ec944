"""What tests share: the data beside the checkout, and the language pipeline loaded once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord.articles import Article, Block
from onrecord.enrich.layers import enrich
from onrecord.layers import Layers
from onrecord.settings import PartySetting, Settings

SHARED = Path(__file__).resolve().parents[1].parent / "shared"

FICTION = Settings(
    parties=(
        PartySetting("VAL", "Valdoria", "state", ("Valdoria", "Valdorian", "Valdorians", "Estmark"), "Estmark"),
        PartySetting("KAR", "Karsia", "state", ("Karsia", "Karsian", "Karsians", "Tolm"), "Tolm"),
        PartySetting("NL", "Northern League", "alliance", ("Northern League", "the League"), None),
    )
)
"""Invented states for test sentences: Valdoria (capital Estmark), Karsia (capital Tolm), an alliance."""


@pytest.fixture(scope="session")
def shared() -> Path:
    """The labelled data beside the checkout; the test is skipped where there is none."""
    if not SHARED.is_dir():
        pytest.skip("no labelled data beside the checkout")
    return SHARED


def article_of(text: str, name: str = "article.txt") -> Article:
    """A plain article whose every non-blank line is body."""
    blocks, position = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("body", position, position + len(line)))
        position += len(line) + 1
    return Article(id=f"article-{name}", file=name, source=name, content=text, blocks=tuple(blocks))


@pytest.fixture(scope="session")
def fiction() -> Settings:
    """The settings of the invented states."""
    return FICTION


@pytest.fixture(scope="session")
def read_layers() -> Callable[[str], tuple[Article, Layers]]:
    """Text -> its article and layers, under the settings of the invented states."""

    def read(text: str) -> tuple[Article, Layers]:
        return next(iter(enrich([article_of(text)], FICTION)))

    return read
