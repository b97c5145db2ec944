"""When articles without a date were published, from their own words and from each other.

Each article gives constraints on its day ("said Tuesday", "will meet on January 10"), the dated ones
give the year and the neighbourhood, and a quotation that two articles share ties their days. What is
found dates further articles, until nothing more can be said. It is always "inferred", with bounds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from onrecord.articles import Article, Published
from onrecord.dates import Timex
from onrecord.merge.dating.clues import TOP, Likeness, Told, is_day
from onrecord.merge.dating.scores import Known, SharedQuote, interval, ranked
from onrecord.readings import Reading
from onrecord.text import Evidence, Span

_MASS = 0.9  # share of the likelihood that the bounds hold
_WIDEST = 60  # days of uncertainty beyond which a day would be a guess
_COMPANIONS = 40  # dated articles nearest in topic that place an undated one


@dataclass(frozen=True, slots=True)
class Dated:
    """An article's publication date and what else speaks for it, in this or other articles."""

    published: Published
    other_evidence: tuple[Evidence, ...] = ()


def date_articles(readings: Sequence[tuple[Article, Reading]]) -> dict[str, Dated]:
    """The publication date of every article, by article id: given ones kept, the others inferred.

    Where nothing bounds the day the value is None, with the reason. Does not depend on the order.
    """
    told = sorted((Told(a, r) for a, r in readings), key=lambda t: t.id)
    out = {t.id: Dated(t.article.published) for t in told if t.article.published.value}
    rest = [t for t in told if t.id not in out]
    if not rest:
        return out
    record = _Record(told, out)
    while rest:
        found = {t.id: dated for t in rest if (dated := record.infer(t, sure=True)) is not None}
        if not found:
            found = record.likeliest(rest)
        if not found:
            break
        out |= found
        record.learn(found)
        rest = [t for t in rest if t.id not in out]
    return out | {t.id: Dated(_unknown(t, bool(record.days))) for t in rest}


class _Record:
    """The articles of a record and the days known so far."""

    def __init__(self, told: Sequence[Told], dated: Mapping[str, Dated]) -> None:
        self.told = {t.id: t for t in told}
        self.likeness = Likeness(told)
        self.given: dict[str, Published] = {}
        self.days: dict[str, date] = {}
        self.in_vain: dict[str, Known] = {}
        self.named: dict[str, frozenset[str]] = {}
        self.carriers: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for t in told:
            for shingle in t.shingles:
                self.carriers[shingle].append(t.id)
        self.learn(dated)

    def learn(self, dated: Mapping[str, Dated]) -> None:
        for key, found in dated.items():
            self.given[key] = found.published
            if found.published.value:
                self.days[key] = date.fromisoformat(found.published.value[:10])
                self.named[key] = self.told[key].days_told(self.days[key])

    def trust(self, key: str) -> float:
        """How much the day of an article places others: a given one wholly, an inferred one by its bounds."""
        published = self.given.get(key)
        if published is None or published.basis == "explicit" or not published.not_before or not published.not_after:
            return 1.0
        days = (date.fromisoformat(published.not_after) - date.fromisoformat(published.not_before)).days
        return 1 / (1 + days / 3)

    def infer(self, told: Told, sure: bool) -> Dated | None:
        """The date of one article; `sure` only where a date or a shared quotation places it, no weekday alone."""
        known = self._known(told)
        if not (told.weekdays or told.month_days or told.full_days or known.quotes):
            return None
        if sure and not (told.month_days or _news_days(told) or known.quotes):
            return None
        if not (known.near or known.quotes or _news_days(told)):
            return None
        if self.in_vain.get(told.id) == known:
            return None
        shares = ranked(told, known)
        if not shares:
            return None
        low, high = interval(shares, _MASS)
        if (high - low).days > _WIDEST:
            self.in_vain[told.id] = known  # until more is known
            return None
        return self._dated(told, known, shares)

    def likeliest(self, rest: Sequence[Told]) -> dict[str, Dated]:
        """Those of the rest that a weekday and the topic's neighbourhood place."""
        found = {t.id: self.infer(t, sure=False) for t in rest}
        return {key: dated for key, dated in found.items() if dated is not None}

    def _known(self, told: Told) -> Known:
        likeness = self.likeness.to(told.id)
        likest = sorted(((w, k) for k, w in likeness.items() if k in self.days and w > 0), key=lambda x: (-x[0], x[1]))
        nearest = likest[:_COMPANIONS]
        named = frozenset[str]().union(*(self.named[key] for _, key in nearest))
        near = [(self.days[key], weight**6 * self.trust(key)) for weight, key in nearest]
        return Known(near, self._shared_quotes(told), named)

    def _shared_quotes(self, told: Told) -> list[SharedQuote]:
        """One for each dated article with a quotation of this one, at its first shared words."""
        out: dict[str, SharedQuote] = {}
        for shingle, span in told.shingles.items():
            for key in self.carriers[shingle]:
                if key == told.id or key not in self.days or key in out:
                    continue
                other = self.told[key]
                there = other.shingles[shingle]
                said = other.day_beside(there, self.days[key])
                day = date.fromisoformat(said[0]) if said else None
                out[key] = SharedQuote(span, key, there, self.days[key], day, said[1] if said else None)
        return [out[key] for key in sorted(out)]

    def _dated(self, told: Told, known: Known, shares: Sequence[tuple[date, float]]) -> Dated:
        day = shares[0][0]
        resolved = [t for t in told.resolved(day) if _names_day(t)]
        past = [t for t in resolved if t.rule.direction <= 0 and (t.value or "") <= day.isoformat()]
        bearing = max(past, key=lambda t: (t.value or "", -t.span.start), default=None)
        low, high = interval(shares, _MASS)
        if bearing is not None:
            last = date.fromisoformat(bearing.value or "")
            by_date = bearing.rule.direction < 0 and bearing.span not in {t.span for t in told.weekdays}
            low = max(low, last) if by_date else min(low, last)  # no day is told as past before it comes
            high = max(high, low)
            if bearing.span in {t.span for t in told.weekdays}:
                high = max(high, last + timedelta(days=6))
        fixed = [t for t in resolved if t.rule.direction > 0 and not (t.rule.value or "").startswith("XXXX-W")]
        coming = [t.value or "" for t in fixed if (t.value or "") >= day.isoformat()]  # a weekday moves with the day
        not_after = min([high.isoformat(), *coming])
        published = Published(
            value=day.isoformat(),
            basis="inferred",
            how="record" if known.near or known.quotes else "text",
            span=bearing.span if bearing else None,
            not_before=low.isoformat(),
            not_after=not_after,
            reason=_why(told, bearing, known, day),
        )
        return Dated(published, self._evidence(told, known, bearing))

    def _evidence(self, told: Told, known: Known, bearing: Timex | None) -> tuple[Evidence, ...]:
        text = told.article.text
        spans: list[Span] = [t.span for t in told.weekdays + told.month_days + told.full_days]
        own = [text.at(s) for s in sorted(set(spans)) if bearing is None or s != bearing.span][:5]
        others = []
        for quote in known.quotes[:5]:
            article = self.told[quote.other].article
            others.append(article.text.at(quote.said_span or quote.other_span))
        return tuple(own + others)


def _names_day(timex: Timex) -> bool:
    return is_day(timex.value) and timex.type == "DATE" and timex.rule.kind in ("named", "value")


def _news_days(told: Told) -> list[Timex]:
    """Full dates that may be the news: told early as past, in the latest year that is named at all."""
    latest = max((t.rule.value or "")[:4] for t in told.full_days + told.years) if told.full_days else ""
    days = [t for t in told.full_days if (t.rule.value or "")[:4] == latest]
    return [t for t in days if t.rule.block <= TOP and t.rule.direction <= 0]


def _why(told: Told, bearing: Timex | None, known: Known, day: date) -> str:
    words = told.article.content[bearing.span.start : bearing.span.end] if bearing else None
    parts = [f"{words!r} is the latest day told of"] if words else []
    if known.quotes:
        parts.append("a quotation stands in an article of known date")
    elif known.near:
        parts.append("the year comes from the dated articles of the record")
    if bearing is not None and bearing.value == day.isoformat():
        parts.append("publication on the same day is assumed")
    return "; ".join(parts)


def _unknown(told: Told, any_dated: bool) -> Published:
    """No value, with the reason, and the bounds that full dates give all the same."""
    if not (told.weekdays or told.month_days or told.full_days):
        reason = "the text names no day and shares no quotation with a dated article"
    elif told.full_days or any_dated:
        reason = "nothing in the record places the days named"
    else:
        reason = "the days named have no year"
    past = [t.rule.value or "" for t in told.full_days if t.rule.direction < 0]
    coming = [t.rule.value or "" for t in told.full_days if t.rule.direction > 0]
    low, high = max(past, default=None), min(coming, default=None)
    return Published(not_before=low, not_after=high if high and (low or "") <= high else None, reason=reason)
