"""Why two quotes were taken for one utterance, in words that a reader can check."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from onrecord.entries import QuoteEntry
from onrecord.ids import normalised
from onrecord.merge.quotes.likeness import RUN, STEM
from onrecord.merge.quotes.told import Told
from onrecord.periods import in_words

_plain = lru_cache(maxsize=1 << 16)(normalised)
LONGEST = 12  # words of a shared run that are shown
MOST = 4  # shared words that are shown


def reasons(a: Told, b: Told) -> tuple[str, ...]:
    """What joined them, the strongest first."""
    return tuple(filter(None, (_words(a, b), _voice(a, b), _day(a.entry, b.entry))))


def _words(a: Told, b: Told) -> str | None:
    run = _run(a.printed, b.printed)
    if run is not None:
        return f"the same words: “{run}”"
    shared = a.words.telling & b.words.telling
    told = dict.fromkeys(w for w in re.findall(r"\w+", a.printed) if w.lower()[:STEM] in shared)
    if told:
        return f"both speak of {', '.join(list(told)[:MOST])}"
    return "one names what the words right after it refuse or welcome"


def _run(piece: str, other: str) -> str | None:
    """The longest run of words that both have, at least as long as those that are compared."""
    one, two = piece.split(), other.split()
    found = SequenceMatcher(None, [_plain(w) for w in one], [_plain(w) for w in two], autojunk=False)
    match = found.find_longest_match()
    if match.size < RUN:
        return None
    shown = " ".join(one[match.a : match.a + min(match.size, LONGEST)])
    return shown.strip(" ,.;:“”\"'") + (" …" if match.size > LONGEST else "")


def _voice(a: Told, b: Told) -> str:
    if a.entry.speaker is not None and a.entry.speaker == b.entry.speaker:
        return "the same speaker"
    party = a.entry.speaker_party
    if (a.is_nameless or b.is_nameless) and party is not None and party == b.entry.speaker_party:
        return "a voice without a name that speaks for the other’s party"
    return "one text, though not told as the same speaker’s"


def _day(a: QuoteEntry, b: QuoteEntry) -> str | None:
    return f"both on {in_words(a.said_on)}" if a.said_on and a.said_on == b.said_on else None
