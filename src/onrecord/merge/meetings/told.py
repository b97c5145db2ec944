"""The reports of meetings with their values: who, when, where, as the record names them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, cached_property

from onrecord.gazetteer import gazetteer
from onrecord.ids import digest, normalised
from onrecord.merge.corpus import UNNAMED, Corpus, Read
from onrecord.readings import MeetingReport, Status
from onrecord.settings import Settings

Order = tuple[str, int, int]
STATESMEN = frozenset(
    {"president", "premier", "king", "queen", "chancellor", "minister", "envoy", "ambassador", "emir", "sultan", "pope"}
)
"""Words of offices whose holders speak for a state, be it not told for which."""
WITH_OTHERS = frozenset({"talks", "negotiations", "consultations", "discussions", "dialogue", "round"})
"""What nobody holds alone; a session or summit may be an alliance's own."""
REGION = re.compile(r"(?:north|south|east|west|central|upper|lower)[a-z-]* ")
WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.IGNORECASE)

VISITS = ("visit", "trip", "tour", "arriv", "travel", "come", "coming")
"""How the words begin that name a visit."""


@dataclass(frozen=True)
class Told:
    """One report with its values.

    id      of the report: its article and words
    said    the date that it says, for its own meeting or, of talks put off, for another (`date` is None then)
    people  the record's names of those named for each party
    others  those in office who take part and of whom nothing tells for whom they speak, as the record names them
    """

    read: Read
    report: MeetingReport
    id: str
    order: Order
    parties: frozenset[str]
    people: Mapping[str, frozenset[str]]
    status: Status
    as_of: str | None
    said: str | None
    date: str | None
    others: frozenset[str] = frozenset()

    @cached_property
    def day(self) -> str | None:
        return self.date if is_day(self.date) else None

    @property
    def over(self) -> bool:
        return self.status in ("held", "concluded", "adjourned") or self.report.past

    @property
    def track(self) -> tuple[bool, bool]:
        return self.report.format == "call", self.report.level == "military"

    @cached_property
    def noun(self) -> str:
        """The noun or verb by which the report names its meeting."""
        return normalised(self.read.article.text[self.report.name]).split(" ")[-1]

    @property
    def visit(self) -> bool:
        """Whether it tells of a visit, on which those of any rank may meet."""
        return self.noun.startswith(VISITS)

    @property
    def top(self) -> bool:
        """Between leaders: not what negotiators hold, unless the day is the same."""
        return self.report.format == "summit" or (self.report.level == "leaders" and len(self.report.people) > 1)

    @cached_property
    def place(self) -> str | None:
        """The place, under one name for all names of a country ("UK", "Britain")."""
        return place_key(self.report.place) if self.report.place else None

    @cached_property
    def likes(self) -> tuple[object, ...]:
        """What decides with which reports of its day it goes together: reports alike in this are one meeting's."""
        return self.parties, tuple(sorted((p, n) for p, n in self.people.items())), self.track, self.place, self.over


@cache
def is_state(party: str) -> bool:
    """Whether a party is a state that everybody knows."""
    known = gazetteer(Settings()).parties.get(party)
    return known is not None and known.kind == "state"


def is_day(value: str | None) -> bool:
    return value is not None and len(value) == 10 and "W" not in value


@cache
def place_key(name: str) -> str:
    """The name of a place, or "=" and the code of a country by whatever name; a capital stays a city."""
    surface = gazetteer(Settings()).surfaces.get(name.removeprefix("the "))
    return f"={surface.parties[0]}" if surface is not None and surface.use == "name" else name


@cache
def country_of(place: str) -> str:
    """The country of a capital by its name, else the place itself."""
    surface = gazetteer(Settings()).surfaces.get(place)
    return f"={surface.parties[0]}" if surface is not None and surface.use == "capital" else place


def apart(a: str | None, b: str | None) -> bool:
    """Whether two places (as `Told.place`) cannot be one: other cities, or a city and another country.

    What lies in "the northern Karsia" is not told.
    """
    if a is None or b is None or a == b or REGION.match(a) or REGION.match(b):
        return False
    return not (("=" in a) != ("=" in b) and country_of(a) in (b, country_of(b)))


def told_reports(corpus: Corpus) -> list[list[Told]]:
    """The reports of each article, in the order of its text."""
    of = {p.id: p.party for p in corpus.people}
    told = [[_told(corpus, of, read, n, id_) for n, id_ in enumerate(_ids(read))] for read in corpus.reads]
    return _with_usual_sides(told)


def _with_usual_sides(articles: list[list[Told]]) -> list[list[Told]]:
    """Talks told of no side, or of one of the usual sides alone, are of those who usually meet."""
    usual = _usual_sides([t for told in articles for t in told if len(t.parties) > 1 and not t.report.negated])
    if not usual:
        return articles
    return [
        [replace(t, parties=usual) if _of_no_side(t) or _of_one(t, usual) else t for t in told] for told in articles
    ]


def _usual_sides(told: Sequence[Told]) -> frozenset[str]:
    """The sides of half of what is told of several; else all those who take part in more than half of it."""
    sets = Counter(t.parties for t in told).most_common(2)
    (best, times), (_, other) = (*sets, (frozenset(), 0), (frozenset(), 0))[:2]
    if times > 1 and times != other and 2 * times >= len(told):
        return best
    usual = frozenset(p for p, n in Counter(p for t in told for p in t.parties).items() if 2 * n > len(told))
    together = sum(usual <= t.parties for t in told)
    return usual if len(usual) > 1 and together > 1 else frozenset()


def _of_one(told: Told, usual: frozenset[str]) -> bool:
    """Whether only one of the usual sides is named for talks, which nobody holds alone."""
    alone = len(told.parties) == 1 and told.parties < usual and not told.report.negated
    return alone and told.noun in WITH_OTHERS and told.parties == frozenset(told.report.participants)


def _of_no_side(told: Told) -> bool:
    near = told.said is None or (told.as_of is not None and told.said[:4] == told.as_of[:4])
    return not (told.report.participants or told.report.negated) and near and bool(told.said or told.place)


def _ids(read: Read) -> Iterator[str]:
    """The ids of an article's reports: the same words are told apart by their order."""
    seen: Counter[str] = Counter()
    for report in read.reading.meetings:
        words = normalised(read.article.text[report.span])
        seen[words] += 1
        yield digest("report", read.article.id, words, seen[words])


def _told(corpus: Corpus, of: Mapping[str, str | None], read: Read, n: int, id_: str) -> Told:
    report, timexes = read.reading.meetings[n], read.reading.timexes
    said = read.date(report.date)
    as_of = read.said(report.when)
    if as_of is None or len(as_of) != 10:
        as_of = read.day
    status = report.status
    if status == "cancelled" and said is not None and read.day is not None:
        said = _last_past(said, read.day)
    if report.coming and report.date is not None and said is not None and read.day is not None:
        said = _next(said, read.day) if WEEKDAY.fullmatch(read.article.text[timexes[report.date].span]) else said
    day = said if is_day(said) else None
    if status == "concluded" and day and read.day and 0 < days(read.day, day) <= 7:
        said = (date.fromisoformat(day) - timedelta(days=7)).isoformat()  # "after talks on Wednesday": the last one
    elif status in ("held", "concluded") and day and read.day and day > read.day:
        status = "scheduled"  # "the summit in X on Wednesday", read before that Wednesday
    elif status in ("held", "concluded") and said and read.day and said[:7] > read.day[:7] and "W" not in said:
        status = "agreed"
    sides = dict(_sides(corpus, of, read, report))
    parties = frozenset(party for party in sides.values() if party is not None)
    return Told(
        read=read,
        report=report,
        id=id_,
        order=(read.article.file, report.span.start, n),
        parties=parties,
        people=_people(corpus, of, read, report),
        others=frozenset(_in_office(corpus, read, sides)),
        status=status,
        as_of=as_of,
        said=said,
        date=None if status == "postponed" or (status == "adjourned" and not _by_then(said, read.day)) else said,
    )


def _by_then(said: str | None, day: str | None) -> bool:
    """Whether talks were broken off on a day before they are told of; else it is the day on which they go on."""
    return said is not None and day is not None and is_day(said) and said <= day


def _next(said: str, day: str) -> str:
    """A weekday that is told as still to come: in what is read on a Saturday, "leaders gather on Thursday"."""
    past = is_day(said) and 0 < days(said, day) < 7
    return (date.fromisoformat(said) + timedelta(days=7)).isoformat() if past else said


def _last_past(month: str, day: str) -> str:
    """The same month a year earlier where it then lies nearer: in June, "cancelled in May" tells of that May."""
    if len(month) != 7 or "W" in month or "-Q" in month or not month[5:].isdigit():
        return month
    ahead = (int(month[:4]) - int(day[:4])) * 12 + int(month[5:]) - int(day[5:7])
    return f"{int(month[:4]) - 1}{month[4:]}" if ahead > 6 else month


def _sides(
    corpus: Corpus, of: Mapping[str, str | None], read: Read, report: MeetingReport
) -> Iterator[tuple[str, str | None]]:
    """Each participant by the record's name with their party: a person counts as whom they are known to speak for."""
    for ref in report.participants:
        name = corpus.who(read, ref) or ref
        known = None if name.startswith(UNNAMED) else name
        yield name, of.get(name) if ref.startswith("p:") else known


def _in_office(corpus: Corpus, read: Read, sides: Mapping[str, str | None]) -> Iterator[str]:
    """Participants in an office who may speak for a party of the article that takes no part yet, by their names."""
    if not {m.party for m in read.reading.parties}.difference(sides.values()):
        return  # at home: "the president met the senator"
    for person in read.reading.people:
        name = corpus.who(read, person.key) or person.key
        if name in sides and sides[name] is None:
            yield from (person.name for role in person.roles if STATESMEN & set(role.title.lower().split()))


def _people(
    corpus: Corpus, of: Mapping[str, str | None], read: Read, report: MeetingReport
) -> dict[str, frozenset[str]]:
    out: dict[str, frozenset[str]] = {}
    for name in corpus.parties(read, report.people):
        party = of.get(name)
        if party is not None:
            out[party] = out.get(party, frozenset()) | {name}
    return out


def others_met(a: Told, b: Told) -> bool:
    """Whether other people met: for two parties nobody is named in both reports, or of what was held for one.

    So did they where one text tells that one meeting is over and another with somebody else still to come.
    """
    shared = [p for p in a.people if p in b.people]
    if a.over != b.over and a.read.article.id == b.read.article.id:
        return any(a.people[p].isdisjoint(b.people[p]) for p in shared)
    if not shared or any(a.people[p] & b.people[p] for p in shared):
        return False
    return len(shared) > 1 or (a.over and b.over)


def days(start: str, end: str) -> int:
    return (date.fromisoformat(end) - date.fromisoformat(start)).days
