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
from onrecord.merge.dating.clues import TOP, Told, is_day
from onrecord.merge.dating.coverage import densities, fitted, places
from onrecord.merge.dating.likeness import Likeness
from onrecord.merge.dating.scores import Known, SharedQuote, interval, ranked
from onrecord.readings import Reading
from onrecord.text import Evidence, Span

_MASS = 0.9  # share of the likelihood that the bounds hold
_WIDEST = 60  # days of uncertainty beyond which a day would be a guess
_SAMPLES = 24  # dated articles, at most, by which it is learned how closely topic and time go together
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
        undated = [t for t in told if t.id not in dated]
        samples = sorted(dated)[:: len(dated) // _SAMPLES + 1]
        self.likeness = Likeness([t.article for t in told], [*(t.id for t in undated), *samples], _COMPANIONS)
        self.given: dict[str, Published] = {}
        self.days: dict[str, date] = {}
        self.in_vain: dict[str, Known] = {}
        self.named: dict[str, frozenset[str]] = {}
        self.shingles = {t.id: t.shingles() for t in undated}
        shared = frozenset[tuple[str, ...]]().union(*self.shingles.values())
        self.carriers: dict[tuple[str, ...], list[tuple[str, Span]]] = defaultdict(list)
        for t in told if shared else ():
            for shingle, span in (self.shingles.get(t.id) or t.shingles()).items():
                if shingle in shared:
                    self.carriers[shingle].append((t.id, span))
        self.learn(dated)
        ordinals = [day.toordinal() for day in self.days.values()] or [0]
        self.span = min(ordinals), max(ordinals)
        placed = [(self.days[key].toordinal(), places(self._near(key))) for key in samples]
        self.shares = fitted([densities(day, near, self.span) for day, near in placed if near])

    def learn(self, dated: Mapping[str, Dated]) -> None:
        for key, found in dated.items():
            self.given[key] = found.published
            if found.published.value:
                self.days[key] = date.fromisoformat(found.published.value[:10])

    def days_told(self, key: str) -> frozenset[str]:
        """The days that a dated article names."""
        if key not in self.named:
            self.named[key] = self.told[key].days_told(self.days[key])
        return self.named[key]

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
        nearest = self._nearest(told.id)
        named = frozenset[str]().union(*(self.days_told(key) for _, key in nearest))
        return Known(self.span, self.shares, self._near(told.id), self._shared_quotes(told), named)

    def _nearest(self, key: str) -> list[tuple[float, str]]:
        """The dated articles nearest in topic to one, with their likeness."""
        likeness = self.likeness.to(key).items()
        return sorted(((w, k) for k, w in likeness if k in self.days and w > 0), key=lambda x: (-x[0], x[1]))[
            :_COMPANIONS
        ]

    def _near(self, key: str) -> list[tuple[date, float]]:
        """The days of those, with their weights."""
        return [(self.days[k], weight**6 * self.trust(k)) for weight, k in self._nearest(key)]

    def _shared_quotes(self, told: Told) -> list[SharedQuote]:
        """One for each dated article with a quotation of this one, at its first shared words."""
        out: dict[str, SharedQuote] = {}
        for shingle, span in self.shingles[told.id].items():
            for key, there in self.carriers[shingle]:
                if key == told.id or key not in self.days or key in out:
                    continue
                said = self.told[key].day_beside(there, self.days[key])
                day = date.fromisoformat(said[0]) if said else None
                out[key] = SharedQuote(span, key, there, self.days[key], day, said[1] if said else None)
        return [out[key] for key in sorted(out)]

    def _dated(self, told: Told, known: Known, shares: Sequence[tuple[date, float]]) -> Dated:
        day = shares[0][0]
        resolved = [t for t in told.resolved(day) if _names_day(t)]
        past = [t for t in resolved if t.rule.direction <= 0 and (t.value or "") <= day.isoformat()]
        sent = [t for t in past if _opens(told, t)]
        bearing = max(sent or past, key=lambda t: (t.value or "", -t.span.start), default=None)
        low, high = interval(shares, _MASS)
        if bearing is not None:
            last = date.fromisoformat(bearing.value or "")
            in_full = bearing.rule.direction < 0 and bearing.rule.kind == "value"
            low = max(low, last) if in_full else low  # no day is told as past before it comes
            high = max(high, low)
            if bearing.span in {t.span for t in told.weekdays}:
                low, high = min(low, last), max(high, last + timedelta(days=6))
        coming = [t.rule.value or "" for t in told.full_days if t.rule.direction > 0]
        not_after = min([high.isoformat(), *(value for value in coming if value >= day.isoformat())])
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


def _opens(told: Told, timex: Timex) -> bool:
    return told.opening_day is not None and timex.span == told.opening_day.span


def _news_days(told: Told) -> list[Timex]:
    """Full dates that may be the news: told early as past, in the latest year that is named at all."""
    latest = max((t.rule.value or "")[:4] for t in told.full_days + told.years) if told.full_days else ""
    days = [t for t in told.full_days if (t.rule.value or "")[:4] == latest]
    return [t for t in days if t.rule.block <= TOP and t.rule.direction <= 0]


def _why(told: Told, bearing: Timex | None, known: Known, day: date) -> str:
    words = told.article.content[bearing.span.start : bearing.span.end] if bearing else None
    parts = []
    if bearing is not None and words:
        parts.append(f"{words!r} opens the text" if _opens(told, bearing) else f"{words!r} is the latest day told of")
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
