"""Articles, readings, entries and rulings as JSON, and back with every type checked."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, TypeVar

import msgspec

from onrecord.errors import NotARecord

T = TypeVar("T")


@lru_cache(maxsize=16)
def _decoder(kind: type[Any]) -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(kind, strict=True)


def encode(value: object) -> str:
    """A concept as JSON; the same value gives the same characters."""
    return msgspec.json.encode(value, order="deterministic").decode()


def decode(kind: type[T], content: str) -> T:
    """The concept that `encode` wrote. Raises NotARecord where the content is something else."""
    decoder: msgspec.json.Decoder[T] = _decoder(kind)  # type: ignore[arg-type]  # mypy: type[T] is no Hashable
    try:
        return decoder.decode(content)
    except msgspec.MsgspecError as e:
        raise NotARecord(f"the record holds a damaged {kind.__name__.lower()}: {e}") from None
