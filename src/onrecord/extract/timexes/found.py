"""What the date grammar finds: an expression over tokens with its rule."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.dates import Rule, TimexType


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens first <= i < end that make one expression."""

    first: int
    end: int
    rule: Rule
    type: TimexType = "DATE"
    mod: str | None = None

    def widened(self, first: int | None = None, end: int | None = None, mod: str | None = None) -> Found:
        """The same expression over more tokens, further qualified."""
        return replace(
            self,
            first=self.first if first is None else first,
            end=self.end if end is None else end,
            mod=mod or self.mod,
        )

    def at_time(self, time: str, first: int, end: int) -> Found:
        return replace(self, first=first, end=end, type="TIME", rule=replace(self.rule, time=time))

    @property
    def is_day(self) -> bool:
        """True if it names one day, so that a time of day may be added."""
        rule, value = self.rule, self.rule.value or ""
        if rule.time is not None or self.type != "DATE":
            return False
        if rule.kind == "shift":
            return (rule.grain or rule.unit) == "D"
        if rule.kind == "named":
            return not value.startswith("XXXX") or value.startswith("XXXX-WXX-") or len(value) == 10
        return len(value) == 10 and value[:4].isdigit()


def fixed(first: int, end: int, value: str, kind: TimexType = "DATE", mod: str | None = None) -> Found:
    """An expression whose value needs no anchor."""
    return Found(first, end, Rule(value=value), kind, mod)


def shift(first: int, end: int, unit: str, amount: int, mod: str | None = None, **more: str) -> Found:
    """An expression that counts units from an anchor."""
    return Found(first, end, replace(Rule("shift", unit=unit, amount=amount), **more), "DATE", mod)  # type: ignore[arg-type]


def longest(*found: Found | None) -> Found | None:
    """The one that reaches furthest; the earlier of equals."""
    best: Found | None = None
    for f in found:
        if f is not None and (best is None or f.end > best.end):
            best = f
    return best
