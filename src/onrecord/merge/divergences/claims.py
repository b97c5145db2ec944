"""What one party accuses another of and that other denies."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from onrecord.entries import Divergence, EventEntry, Party, QuoteEntry
from onrecord.ids import normalised
from onrecord.merge.corpus import Corpus
from onrecord.merge.divergences.sides import days_apart, divergence
from onrecord.text import Evidence

SPAN = 14  # days within which a denial answers an accusation
LONG = 4  # letters: shorter words name no matter
BACK = 400  # characters before a denial that names nothing in which the accusation stands
REACH = 60  # characters behind a denial in which what is denied is named
COMMON_TO = 0.1  # share of the articles beyond which a word names the whole dispute, not one deed
FEW = 4  # articles that may share a word, however small the record
LABEL = 50  # characters of a matter's name
LEAST = 3  # words: a shorter accusation tells a reader of no deed
MOST = 2  # accusations, and denials, that are shown
DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|refut(?:e|es|ed|ing)|false|baseless|untrue|unfounded|groundless|fabricat\w*"
    r"|(?:reject|dismiss|refus)(?:e?s|ed|ing)? (?:\w+ ){0,3}?"
    r"(?:claim|accusation|allegation|charge|concern|report|suggestion)s?)\b",
    re.IGNORECASE,
)
"""What a party does when it says that it did not: "denied", "baseless"."""
BARE = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:es?|ed|ing)) "
    r"(?:(?:all|any|both|the|this|that|these|those|such|its|his|her|their) )*"
    r"(?:claim|accusation|allegation|charge|involvement|responsibility|it)s?(?=$|[.,;:”\"]| and\b| but\b| as\b)",
    re.IGNORECASE,
)
"""A denial that names nothing: what was claimed right before it."""
IS_NOT = re.compile(
    r"\b(?:never(?! again)|nothing|(?<!will be )(?<!would be )(?<!must be )(?<!should be )no"
    r"(?! (?:longer|more|intention|plan|need|way|doubt|reason|choice|hurry|matter|interest)s?\b)"
    r"|(?:did|has|have|had|was|were|is|are)(?: not|n[’']t))\b",
    re.IGNORECASE,
)
"""How its own words say it: of what is or was, not of what shall not be."""
MARKS = re.compile(r"(?:``|''|[\"“”])\s?")
NAME = re.compile(r"(?<=[a-z,;:’'] )(?:[A-Z][\w-]+ ?)+")  # where both are is no matter between them
COMMON = frozenset(
    re.findall(
        r"[a-z]+",
        "that this these those with from have been were what when which will would could should their there they them"
        " than then into over under about after before more most some such only also accuse accused accuses accusing"
        " accusation accusations blame blamed blames blaming deny denied denies denying reject rejected rejects claim"
        " claims claimed said says saying told country countries government governments official officials minister"
        " president leader leaders side sides party parties state states people ever never nothing against because"
        " being both other others very still just even make made making take taken want wants week weeks month months"
        " year years until step steps term terms still already since while during through without toward towards",
    )
)
"""Words that name no matter."""


Answered = tuple[Evidence, Evidence, frozenset[str]]
"""An accusation, its denial, and the words that both name."""


class Denial(NamedTuple):
    party: str
    day: str | None
    words: Evidence
    denied: frozenset[str]


def denied_claims(
    corpus: Corpus, events: Sequence[EventEntry], quotes: Sequence[QuoteEntry], parties: Sequence[Party]
) -> Iterator[Divergence]:
    """One for each accuser, accused and matter: the accusations, and the denials that name the same thing."""
    names = {p.id: p.name for p in corpus.people} | {p.id: p.name for p in parties}
    known = {p.id for p in parties}
    party_words = {w for p in parties for alias in (p.name, *p.aliases) for w in _words(alias)}
    accusations = [e for e in events if e.type == "ACCUSE" and len(e.actor) == 1 and e.actor[0] in known]
    accusations = [e for e in accusations if len(e.evidence.exact.split()) >= LEAST]
    accusations = [e for e in accusations if not DENIES.search(e.evidence.exact)]  # not as told in its denial
    accused = {p for e in accusations for p in e.recipient}
    denials: dict[str, list[Denial]] = {}
    for denial in _denials(corpus, events, quotes, party_words):
        if denial.party in accused:
            denials.setdefault(denial.party, []).append(denial)
    common = _common(corpus, [e.evidence for e in accusations] + [d.words for told in denials.values() for d in told])
    answered: dict[tuple[str, str], list[Answered]] = {}
    for event in accusations:
        claimed = _words(NAME.sub(" ", event.evidence.exact)) - party_words - common
        day = event.date or corpus.read_of(event.evidence.article).day
        for denial in (d for p in event.recipient if p != event.actor[0] for d in denials.get(p, ())):
            shared = claimed & denial.denied
            if shared and _answers(day, denial.day) and not _holds(denial.words, event.evidence):
                pair = event.actor[0], denial.party
                answered.setdefault(pair, []).append((event.evidence, denial.words, shared))
    for event, refusal in _denied_at_once(events, accusations):
        words = _words(NAME.sub(" ", event.evidence.exact)) - party_words
        if words:
            pair = event.actor[0], refusal.actor[0]
            answered.setdefault(pair, []).append((event.evidence, refusal.evidence, words))
    said = {piece for q in quotes if q.kind == "direct" for piece in q.content}
    for (accuser, party), told in sorted(answered.items()):
        about = f"Claimed by {names.get(accuser, accuser)}, denied by {names.get(party, party)}"
        for group in _matters(told):
            shared = frozenset(word for _, _, words in group for word in words)
            claims = _tellings((c for c, _, _ in group), said)
            answers = _tellings((d for _, d, _ in group), said)
            shown = [*claims[:MOST], *answers[:MOST]]
            yield divergence(f"{about}: {_matter(claims[0].exact, shared)}", "fact", shown)


def _denied_at_once(
    events: Sequence[EventEntry], accusations: Sequence[EventEntry]
) -> Iterator[tuple[EventEntry, EventEntry]]:
    """Each denial that names nothing, with the accusation that stands right before it in the text."""
    for denial in events:
        if denial.type != "REJECT" or len(denial.actor) != 1 or not BARE.search(denial.evidence.exact):
            continue
        before = [
            e
            for e in accusations
            if e.evidence.article == denial.evidence.article
            and denial.actor[0] in e.recipient
            and e.actor != denial.actor
            and denial.evidence.start - BACK <= e.evidence.start < denial.evidence.start
        ]
        if before:
            yield max(before, key=lambda e: e.evidence.start), denial


def _tellings(told: Iterable[Evidence], said: Collection[Evidence]) -> list[Evidence]:
    """One telling of each article, its speaker's own words before the paper's, the fullest of them; by articles."""
    best: dict[str, Evidence] = {}
    for evidence in sorted(set(told), key=lambda e: (e not in said, -len(e.exact), e)):
        best.setdefault(evidence.article, evidence)
    return sorted(best.values())


def _matters(told: Sequence[Answered]) -> list[list[Answered]]:
    """Accusations and denials of one matter together: those that share a word with one of them."""
    groups: list[list[Answered]] = []
    for pair in told:
        near = [g for g in groups if any(pair[2] & other[2] for other in g)]
        groups = [g for g in groups if g not in near] + [[*(p for g in near for p in g), pair]]
    return groups


def _common(corpus: Corpus, told: Sequence[Evidence]) -> frozenset[str]:
    """The words that too many articles accuse and deny with."""
    having: dict[str, set[str]] = {}
    for evidence in told:
        for word in _words(evidence.exact):
            having.setdefault(word, set()).add(evidence.article)
    most = max(FEW, COMMON_TO * len(corpus.reads))
    return frozenset(word for word, articles in having.items() if len(articles) > most)


def _matter(claim: str, shared: frozenset[str]) -> str:
    """The stretch of an accusation from the first of the shared words to the last, or the longest of them."""
    found = [m for m in re.finditer(r"[\w'’-]+", claim) if _words(m.group()) & shared]
    first, last = found[0], found[-1]
    if last.end() - first.start() > LABEL:
        first = last = max(found, key=lambda m: (len(m.group()), -m.start()))
    return " ".join(claim[first.start() : last.end()].split())


def _denials(
    corpus: Corpus, events: Sequence[EventEntry], quotes: Sequence[QuoteEntry], party_words: set[str]
) -> Iterator[Denial]:
    """Each refusal that is a denial, and each utterance with one in it."""
    for event in events:
        if event.type == "REJECT" and (denied := _denied(DENIES, event.evidence.exact) - party_words):
            day = event.date or corpus.read_of(event.evidence.article).day
            yield from (Denial(actor, day, event.evidence, denied) for actor in event.actor)
    for quote in quotes:
        if not quote.speaker_party:
            continue
        for piece in quote.content:
            denied = (_denied(DENIES, piece.exact) | _denied(IS_NOT, piece.exact)) - party_words
            if denied:
                yield Denial(quote.speaker_party, quote.said_on or corpus.read_of(piece.article).day, piece, denied)


def _answers(claimed: str | None, denied: str | None) -> bool:
    apart = days_apart(claimed, denied)
    return apart is None or apart <= SPAN


def _holds(denial: Evidence, accusation: Evidence) -> bool:
    """Whether the words that were taken for a denial are those that accuse."""
    return denial.article == accusation.article and denial.span.overlaps(accusation.span)


def _denied(denial: re.Pattern[str], text: str) -> frozenset[str]:
    """The words close behind a denial: "there are no mines", "denied laying mines"."""
    text = MARKS.sub("", text)
    return frozenset(
        w for found in denial.finditer(text) for w in _words(NAME.sub(" ", text[found.end() : found.end() + REACH]))
    )


def _words(text: str) -> frozenset[str]:
    """The words that may name a matter, plurals taken off."""
    found = re.findall(r"[a-z]+", normalised(text))
    return frozenset(w.removesuffix("s") for w in found if len(w) >= LONG and w not in COMMON)
