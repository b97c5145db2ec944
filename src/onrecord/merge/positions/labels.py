"""What an issue is called: a short noun phrase that names its matter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

LONGEST = 60  # characters of a label
SHORT = 5  # words of a deed, or of what a matter says, that stands for a label
STEM = 5  # letters by which a word of a label is known for a term
DEEDS = ("withdrawal", "deployment")
"""Terms that name what is done to things: "troops" alone would not say that their withdrawal is the issue."""
PACKAGE = ("proposals",)
"""The terms of a package, and of what is not named at all: "some things"."""
UNSAID = "Not named"
NAMING = (("talks",), ("timetable",), ("departure",))
"""Terms that name an issue whatever words its members use: "to step aside much sooner"."""
LIGHT = frozenset(["be", "have", "do", "make", "take", "get", "give", "let", "continue", "try"])
LIGHT |= {"go", "come", "see", "keep"}
DOUBLING = re.compile(
    r"[^aeiou]*[aeiou][^aeiouwxy]|(?:de|re|pre|trans|con|in)fer|.+(?:cur|(?<!li)mit|pel|trol)|begin|forget|rebel|equip"
)
_LEADING = re.compile(r"^[\W_]*(?:(?:to|that|an?|the) )?", re.IGNORECASE)
_POINTING = re.compile(r"(?:he|she|they|it|we|i|you|this|that|these|those|m[rs]s?|dr)\b", re.IGNORECASE)
_ADVERB = re.compile(r"(?!(?:ap|sup|com|re|im|multi)ply|rely|fly|r?ally)\w+ly")
_INFINITIVE = re.compile(rf"^[\W_]*to (?:{_ADVERB.pattern} )?([a-z]+)\b(.*)", re.DOTALL)
_FURTHER = re.compile(
    r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)\.|[,;:`“”\"()–—]|''"
    r"| (?:and|or|but|that|which|who|if|when|as|until|before|after|with|to|for) "
)
_LOOSE = re.compile(
    r"(?: (?:an?|the|of|in|on|at|by|from|than|for|to|with|and|or|its|their|his|her|our|my|your|be|is|are|was|were|has"
    r"|have|do|does|can|will|must|should|would|could|not|who|that|which|'s|’s))+$"
)
_SOMEBODY = re.compile(r" (?:it|he|she|they|we|you|i)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """One member of an issue: the noun phrase that names its matter ("" for none), its terms, its words."""

    topic: str
    terms: tuple[str, ...] = ()
    words: str = ""


def label_of(members: Sequence[Named], shared: Sequence[str]) -> str:
    """A short name: of the noun phrases that name the matters the one that holds most of the shared terms, then one of
    several words that recurs, then that of a matter about little else, then the one whose words most members use.

    A lone word that no other member uses says less than what is to be done ("to leave office": "Leaving office"), or
    than a single matter in its own words ("U.S. soldiers near the border"), and things less than what is done to them
    ("Withdrawal of troops"). Where no member is named by a noun phrase, what a matter says from the first shared term
    on names it.
    """
    called: dict[str, list[Named]] = {}
    for m in members:
        if name := _short(m.topic):
            called.setdefault(name, []).append(m)
    uses: Counter[str] = Counter()
    for name, those in called.items():
        uses.update(dict.fromkeys(name.lower().split(), len(those)))
    best = min(called, key=lambda name: _rank(name, called[name], uses, shared), default="")
    if best and (deed := _deed(best, shared)):
        return deed
    if tuple(shared) == PACKAGE:
        return best or UNSAID
    if tuple(shared) in NAMING:
        return best if _held(best, shared) else _short(shared[0])
    if " " in best or "-" in best or len(called.get(best, ())) > 1:
        return best
    done = [d for m in members if (d := _doing(m.words))]
    said = [s for m in members if (s := _said(m.words, shared))] if not done and not best else []
    pointing = all(_POINTING.fullmatch(m.words) for m in members)
    unsaid = best or (UNSAID if pointing else _short(shared[0]))
    name = min(done or said, key=lambda s: (-_held(s, shared), len(s), s), default=unsaid)
    alone = _short(_LEADING.sub("", members[0].words)) if len(members) == 1 and " " not in name else ""
    return alone if " " in alone and not _POINTING.match(alone) else name


def _rank(
    name: str, called: Sequence[Named], uses: Counter[str], shared: Sequence[str]
) -> tuple[int, bool, float, float, int, str]:
    """The less the better. `called` are the members of that name; `uses` tells how many use each word."""
    words = set(name.lower().split())
    typical = max(_likeness(m.terms, shared) for m in called)
    usual = sum(uses[w] for w in words) / len(words)
    return (-_held(name, shared), not (len(words) > 1 and len(called) > 1), -typical, -usual, len(name), name)


def _likeness(terms: Sequence[str], shared: Sequence[str]) -> float:
    either = {*terms, *shared}
    return round(len({*terms} & {*shared}) / len(either), 6) if either else 0.0


def _held(name: str, shared: Sequence[str]) -> int:
    return sum(_holds(name, term) for term in shared)


def _holds(name: str, term: str) -> bool:
    return any(word.startswith(term[:STEM].lower()) for word in name.lower().split())


def _deed(name: str, shared: Sequence[str]) -> str:
    """What is done to the things of that name, if all members share it and the name does not tell; "" for nothing."""
    things = name.endswith("s") and any(_holds(name, term) for term in shared)
    deed = next((d for d in DEEDS if d in shared and not _holds(name, d)), None)
    if not things or deed is None:
        return ""
    return _short(f"{deed} of {name if name[1:2].isupper() else name[0].lower() + name[1:]}")


def _doing(matter: str) -> str:
    """ "to leave office and ..." as a noun: "Leaving office"; "" for what is no such matter or too long."""
    found = _INFINITIVE.match(matter)
    if found is None or found[1] in LIGHT or _ADVERB.fullmatch(found[1]):
        return ""
    verb, rest = found.groups()
    what = _FURTHER.split(re.sub(r"\s+", " ", rest), maxsplit=1)[0].split()
    while len(what) > 1 and _ADVERB.fullmatch(what[-1]):
        what.pop()
    what = _LOOSE.sub("", " " + " ".join(what)).split()
    return _short(" ".join([_gerund(verb), *what])) if 0 < len(what) < SHORT else ""


def _said(matter: str, shared: Sequence[str]) -> str:
    """The words of a matter from the first that is a shared term on: "equal effort from the neighbours"; "" if none."""
    words = re.sub(r"\s+", " ", matter).split()
    first = next((n for n, w in enumerate(words) if any(_holds(w.strip("\"'“‘("), t) for t in shared)), None)
    if first is None:
        return ""
    said = _FURTHER.split(" ".join(words[first : first + SHORT]), maxsplit=1)[0]
    return _short(_LOOSE.sub("", _SOMEBODY.split(said, maxsplit=1)[0]))


def _gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and len(verb) > 2:
        return verb[:-1] + "ing"
    return verb + (verb[-1] if DOUBLING.fullmatch(verb) else "") + "ing"


def _short(words: str) -> str:
    words = re.sub(r"\s+", " ", words).strip(" \"'“”‘’.,;:–—-")
    if len(words) > LONGEST:
        words = words[: LONGEST + 1].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
    return words[:1].upper() + words[1:]
