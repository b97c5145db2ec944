"""The templates, with what they may call."""

from __future__ import annotations

from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from onrecord.serve.web.sureness import MEANING, sure

HERE = Path(__file__).parent


@cache
def environment() -> Environment:
    """Jinja with escaping on for everything and no name left undefined."""
    env = Environment(
        loader=PackageLoader("onrecord.serve.web"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters["rows"] = _rows
    env.filters["slug"] = _slug
    env.filters["sure"] = sure
    env.globals["meaning_of_sure"] = MEANING
    return env


def render(template: str, **context: Any) -> str:
    return environment().get_template(template).render(**context)


def _rows(items: Any) -> list[dict[str, Any]]:
    """Dataclasses as dicts, for a chart's data."""
    return [asdict(item) for item in items]


def _slug(words: str) -> str:
    """A stance or status as part of a class name: `partly rejects` -> `partly-rejects`."""
    return "-".join(words.split())
