"""What is told of a party and the party says is not so: "denied that it had agreed", "rejected any suggestion that"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from onrecord.entries import Divergence, EventEntry, Party, QuoteEntry
from onrecord.merge.corpus import Corpus
from onrecord.merge.divergences.sides import divergence
from onrecord.merge.quotes.likeness import words_of
from onrecord.text import Evidence, Span

DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|refut(?:e|es|ed|ing)|rebut\w*)\b", re.IGNORECASE
)
TURNING_DOWN = re.compile(r"\b(?:reject|dismiss)(?:s|es|ed|ing)?\b", re.IGNORECASE)
REPORT = re.compile(
    r"^(?:[\"“”'’\w-]+ ){0,5}?"
    r"(?:report|suggestion|claim|allegation|rumou?r|speculation|charge|accusation|assertion)s?\b",
    re.IGNORECASE,
)
"""What is turned down is a report, not an offer: "any suggestion that", "media reports that"."""
THERE_IS_NO = re.compile(
    r"^\W*(?:there (?:is|was|are|were|will be|would be|has been|have been|had been) no"
    r"(?! (?:\w+ )?(?:need|doubt|reason|way|choice|question|point|plan|intention|time|alternative|guarantee)s?\b)"
    r"|what(?= (?:\w+ ?){1,2}\?)) (?!.*\b(?:without|unless|until)\b)([^.?!;]+)",
    re.IGNORECASE,
)
"""How its own words say that a thing is not: "There is no blockade", "What blockade?"."""
NEAR = 14  # days within which a denial answers a report
BESIDE = 60  # characters between a denial and the words in which the same voice goes on
SAID, DONE = 0.5, 0.35  # share of the telling words of what is denied that a claim of it has, an act of the denier
TELLING = 2  # such words at least, one more in another text
MOST = 2  # claims, and denials, that are shown
LABEL = 60  # characters of what is denied


class _Told(NamedTuple):
    """What may be denied: an utterance or an act with the day on which it was told. `by` are its voices, `of` those who
    act in it, none for an utterance."""

    evidence: Evidence
    sentence: Span
    day: int
    by: frozenset[str | None]
    of: frozenset[str]
    words: frozenset[str]


def denied_reports(
    corpus: Corpus,
    events: Sequence[EventEntry],
    quotes: Sequence[QuoteEntry],
    parties: Sequence[Party],
    answered: Sequence[Divergence],
) -> Iterator[Divergence]:
    """One for each thing that is said to be so and denied, with what others tell of the party, or else with what the
    denier says right beside it. `answered` are the accusations whose denials are known."""
    known = {s for d in answered for s in d.sides}
    names = {p.id: p.name for p in corpus.people} | {p.id: p.name for p in parties}
    by_file: dict[str, list[QuoteEntry]] = {}
    for quote in quotes:
        by_file.setdefault(quote.file, []).append(quote)
    people = frozenset(w for p in corpus.people for name in (p.name, *p.aliases) for w in words_of(name).telling)
    found = _by_words_and_days([*_utterances(corpus, quotes), *_acts(corpus, events)])
    answers: dict[tuple[str, Evidence], tuple[list[Evidence], list[Evidence]]] = {}
    for denial in (q for q in quotes if _is_denial(q)):
        denied = denial.content[0]
        if any(s.article == denied.article and s.span.overlaps(denied.span) for s in known):
            continue
        claims: dict[str, Evidence] = {}
        for claim in _claims(corpus, denial, found, people):
            claims.setdefault(claim.evidence.article, claim.evidence)
        told = list(claims.values())[:MOST] or [q.content[0] for q in by_file[denial.file] if _goes_on(denial, q)][:1]
        if told:
            who = names.get(denial.speaker_party or "") or names.get(denial.speaker or "") or ""
            answers.setdefault((who, told[0]), ([], told))[0].append(denied)
    for (who, _), (denials, told) in answers.items():
        about = f"Denied{f' by {who}' if who else ''}: {_short(min(denials, key=lambda d: (len(d.exact), d)).exact)}"
        yield divergence(about, "fact", [*denials[:MOST], *told])


def _utterances(corpus: Corpus, quotes: Sequence[QuoteEntry]) -> Iterator[_Told]:
    for q in quotes:
        day = _ordinal(corpus, q.said_on, q.content[0])
        if day is not None and not _is_denial(q):
            words = words_of(q.content[0].exact).telling
            yield _Told(q.content[0], q.sentence, day, frozenset({q.speaker_party, q.speaker}), frozenset(), words)


def _acts(corpus: Corpus, events: Sequence[EventEntry]) -> Iterator[_Told]:
    for e in events:
        day = _ordinal(corpus, e.date, e.evidence)
        if day is not None and e.type != "REJECT":
            words = words_of(e.evidence.exact).telling
            yield _Told(e.evidence, e.sentence, day, frozenset({e.source}), frozenset(e.actor), words)


def _ordinal(corpus: Corpus, day: str | None, evidence: Evidence) -> int | None:
    told = day or corpus.read_of(evidence.article).day
    return date.fromisoformat(told).toordinal() if told is not None and len(told) == 10 else None


def _by_words_and_days(told: Sequence[_Told]) -> dict[tuple[int, str], list[_Told]]:
    """What was told by its words and its stretch of NEAR days."""
    found: dict[tuple[int, str], list[_Told]] = {}
    for t in told:
        for word in t.words:
            found.setdefault((t.day // NEAR, word), []).append(t)
    return found


def _claims(
    corpus: Corpus, denial: QuoteEntry, found: Mapping[tuple[int, str], Sequence[_Told]], people: frozenset[str]
) -> list[_Told]:
    """What others told within days that has enough of the words denied, names of people apart: as their claim, or as
    an act of the denier."""
    denied = denial.content[0]
    there = THERE_IS_NO.match(denied.exact)
    words = words_of(there[1] if there else denied.exact).telling - people
    day = _ordinal(corpus, denial.said_on, denied)
    if day is None:
        return []
    around = (day // NEAR + step for step in (-1, 0, 1))
    told_near = {id(t): t for part in around for word in words for t in found.get((part, word), ())}.values()
    near = [t for t in told_near if t.evidence.article != denied.article or t.sentence != denial.sentence]
    voices = {v for v in (denial.speaker_party, denial.speaker) if v is not None}
    others = (t for t in near if voices.isdisjoint(t.by) and abs(t.day - day) <= NEAR)
    told = [
        t for t in others if (_says(t, words, denied) if not t.of else _does(t, words) and not voices.isdisjoint(t.of))
    ]
    return sorted(told, key=lambda t: (bool(t.of), t.evidence))


def _says(told: _Told, denied: frozenset[str], by: Evidence) -> bool:
    """Whether an utterance has enough of the words denied; in another text one more than in the denial's own."""
    least = TELLING + (told.evidence.article != by.article)
    return len(denied & told.words) >= max(least, SAID * len(denied))


def _does(told: _Told, denied: frozenset[str]) -> bool:
    """Whether an act has enough of the words denied."""
    return len(denied & told.words) >= max(min(TELLING, len(denied)), DONE * len(denied), 1)


def _is_denial(quote: QuoteEntry) -> bool:
    if THERE_IS_NO.match(quote.content[0].exact):
        return True
    cue = quote.cue.exact if quote.cue is not None else ""
    if quote.kind == "direct" or len(quote.content[0].exact.split()) < 4:
        return False
    report = REPORT.match(quote.content[0].exact)
    return bool(DENYING.search(cue) or (TURNING_DOWN.search(cue) and report))


def _goes_on(denial: QuoteEntry, other: QuoteEntry) -> bool:
    """Whether the same voice says more in the same or the next sentence, or right before."""
    if THERE_IS_NO.match(denial.content[0].exact):
        return False  # its own words already
    if other.kind != "direct" or other.speaker is None or other.speaker != denial.speaker:
        return False
    one, two = sorted((denial.content[0], other.content[0]))
    return not one.span.overlaps(two.span) and two.start - one.end <= BESIDE


def _short(words: str) -> str:
    said = " ".join(words.split())
    return said if len(said) <= LABEL else said[: LABEL + 1].rsplit(" ", 1)[0] + " …"
