"""How a confidence is read out."""

from __future__ import annotations

MEANING = "“Sure in 8 of 10” means that of ten such entries eight were right when they were checked by hand."


def sure(confidence: float | None) -> str:
    """A confidence in words: `0.78` -> `sure in 8 of 10`; "" where there is none. Nothing is called certain."""
    return f"sure in {min(9, max(1, round(10 * confidence)))} of 10" if confidence is not None else ""
