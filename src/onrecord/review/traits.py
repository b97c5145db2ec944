"""What speaks for an entry and what against it: plain statements that are true of it.

Each is seen from the entries alone. How much one counts is learnt; see `review/confidence.py`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from onrecord.entries import Entries, EventEntry, MeetingStep, PositionEntry, QuoteEntry
from onrecord.ids import normalised
from onrecord.sources import Sources
from onrecord.text import Evidence

TELLING = re.findall(
    r"\w+",
    "acknowledge add admit allege announce argue assert claim complain concede confirm contend explain insist maintain "
    "note predict recall reiterate remark repeat reply report say state stress suggest tell warn write",
)
"""Verbs that do nothing but tell what somebody says."""
IRREGULAR = frozenset({"said", "told", "wrote", "written", "admitted", "admitting", "replied", "replies"})
BESIDE = frozenset({"according", "quoted"})  # "according to", "was quoted as saying"
JOINING = frozenset({"which", "who", "that", "so", "if", "as", "when", "for", "from", "on", "in"})
DEEDS = frozenset({"COERCE", "ASSAULT", "PROTEST", "CONCEDE", "SANCTION", "MOBILIZE", "AID", "COOPERATE"})
SHORT = 40  # characters of words that say little
FAR = 100  # characters between what is said and who is named as saying it
LONG = 6  # words of a source's description


class Traits:
    """The statements that hold for the positions, events and quotes of one record."""

    def __init__(self, entries: Entries) -> None:
        self._sources = Sources(entries.articles)
        self._parties = {p.id: p for p in entries.parties}
        self._people = {p.id: p for p in entries.people}
        self._positions: dict[str, list[PositionEntry]] = defaultdict(list)
        self._events: dict[str, list[EventEntry]] = defaultdict(list)
        self._quotes: dict[str, list[QuoteEntry]] = defaultdict(list)
        self._reports: dict[str, list[MeetingStep]] = defaultdict(list)
        self._holders: dict[str, set[str]] = defaultdict(set)
        self._tellers: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for p in entries.positions:
            self._positions[p.evidence.article].append(p)
            self._holders[p.issue].add(p.party)
            for claim in (_stance(p), *_words_of_matter(p)):
                self._tellers[claim].add(self._sources.of(p.evidence))
        for e in entries.events:
            self._events[e.evidence.article].append(e)
            for claim in _acts(e):
                self._tellers[claim].add(self._sources.of(e.evidence))
        for q in entries.quotes:
            self._quotes[q.content[0].article].append(q)
        for step in (s for m in entries.meetings for s in m.history):
            self._reports[step.evidence.article].append(step)

    def position(self, p: PositionEntry) -> frozenset[str]:
        article, span = p.evidence.article, p.evidence.span
        acting = {a for e in self._events[article] if e.evidence.span.overlaps(span) for a in e.actor}
        party = self._parties.get(p.party)
        statements = {
            "another party holds something on the same issue": len(self._holders[p.issue]) > 1,
            "another source tells the same stance": bool(self._others(p.evidence, [_stance(p)])),
            "no other source tells of such a matter": not self._others(p.evidence, _words_of_matter(p)),
            "no act of the holder is told in the same words": p.party not in acting,
            "somebody else tells it": p.attributed_to is not None,
            "an unnamed source tells it": any(_is_unnamed(who) for who in (p.speaker, p.attributed_to)),
            "the holder is no state": party is None or party.kind != "state",
            "the stance is left open": p.stance in ("open", "questions"),
        }
        return _true(statements) | _wording(p.evidence)

    def event(self, e: EventEntry) -> frozenset[str]:
        article, span = e.evidence.article, e.evidence.span
        parties = [a for a in e.actor if a in self._parties]
        is_person = not parties and any(a in self._people for a in e.actor)
        others = self._others(e.evidence, _acts(e))
        holders = {p.party for p in self._positions[article] if p.evidence.span.overlaps(span)}
        statements = {
            "no party is known for who acts": is_person,
            "who acts is no party of the record": not parties and not is_person,
            "another source tells such an act": bool(others),
            "several sources tell such an act": len(others) > 1,
            "a position of the actor is told in the same words": not holders.isdisjoint(e.actor),
            "the actor is named in other words": bool(parties) and not any(self._is_named(a, e) for a in parties),
            "a meeting is told in the same words": any(s.evidence.span.overlaps(span) for s in self._reports[article]),
            "somebody else tells it": self._is_told_by_others(e),
            "it is a deed, not words": e.type in DEEDS,
        }
        return _true(statements) | _wording(e.evidence)

    def quote(self, q: QuoteEntry) -> frozenset[str]:
        first = q.content[0]
        told = [t.evidence.span for t in self._positions[first.article]]
        told += [t.evidence.span for t in self._events[first.article]]
        cue = normalised(q.cue.exact) if q.cue else ""
        person = self._people.get(q.speaker or "")
        statements = {
            "nobody is found to say it": q.speaker is None,
            "a person of the record says it": person is not None,
            "the speaker's office is known": person is not None and bool(person.roles),
            "the speaker's party is not known": q.speaker_party is None,
            "no word says that it was said": not cue,
            "the cue is no plain word for telling": bool(cue) and cue.split()[0] not in _telling(),
            "the speaker is described at length": q.speaker_span is not None and len(_words(q.speaker_span)) > LONG,
            "the speaker is named far from the words": _is_far(q),
            "the words are few": sum(len(piece.span) for piece in q.content) < SHORT,
            "the words are an infinitive": _words(first)[:1] == ["to"],
            "a position or an act is told in the same words": any(
                piece.span.overlaps(span) for piece in q.content for span in told
            ),
        }
        return _true(statements)

    def _others(self, evidence: Evidence, claims: Iterable[tuple[str, ...]]) -> set[str]:
        """The independent sources, apart from that of the evidence, that make one of the claims."""
        return {s for claim in claims for s in self._tellers[claim]} - {self._sources.of(evidence)}

    def _is_named(self, party: str, e: EventEntry) -> bool:
        known = self._parties[party]
        return _any_of((known.name, *known.aliases)).search(e.evidence.exact) is not None

    def _is_told_by_others(self, e: EventEntry) -> bool:
        """Whether a source is named, or who is quoted with these words does not speak for the actor."""
        told, span = self._quotes[e.evidence.article], e.evidence.span
        heard = [{q.speaker, q.speaker_party} for q in told if any(c.span.overlaps(span) for c in q.content)]
        return e.source is not None or (bool(heard) and all(who.isdisjoint(e.actor) for who in heard))


def _stance(p: PositionEntry) -> tuple[str, ...]:
    return "stance", p.issue, p.party, p.stance


def _words_of_matter(p: PositionEntry) -> list[tuple[str, ...]]:
    """Its longer words, in small letters."""
    return [("matter", word) for word in re.findall(r"[^\W\d_]{5,}", normalised(p.matter.exact))]


def _acts(e: EventEntry) -> list[tuple[str, ...]]:
    return [("act", e.type, actor) for actor in e.actor]


def _true(statements: Mapping[str, bool]) -> frozenset[str]:
    return frozenset(words for words, holds in statements.items() if holds)


def _wording(evidence: Evidence) -> frozenset[str]:
    """What the words themselves tell: they may have been cut wrongly out of a longer sentence."""
    first = next(iter(_words(evidence)), "")
    statements = {
        "the words begin within a sentence": first[:1].islower(),
        "the words are only part of a clause": first.lower() in JOINING or first.endswith("ing"),
        "the words are an infinitive": first.lower() == "to",
    }
    return _true(statements)


def _words(evidence: Evidence) -> list[str]:
    return re.findall(r"[\w'’-]+", evidence.exact)


@lru_cache(maxsize=1)
def _telling() -> frozenset[str]:
    """The verbs of telling in all their forms."""
    stems = {*TELLING, *(verb.removesuffix("e") for verb in TELLING)}
    return IRREGULAR | BESIDE | {stem + end for stem in stems for end in ("", "s", "d", "ed", "ing")}


@lru_cache(maxsize=4096)
def _any_of(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")


def _is_unnamed(agent: str | None) -> bool:
    return agent is not None and agent.startswith("unnamed: ")


def _is_far(q: QuoteEntry) -> bool:
    """Whether the speaker is named well away from the words, or outside their sentence."""
    if q.speaker_span is None:
        return False
    who = q.speaker_span.span
    gaps = (max(who.start - piece.end, piece.start - who.end) for piece in q.content)
    return min(gaps) > FAR or not q.sentence.holds(who)
