"""What an issue is called: a short noun phrase that names its matter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

LONGEST = 60  # characters of a label
SHORT = 5  # words of a deed that stands for a label
STEM = 5  # letters by which a word of a label is known for a term
DEEDS = ("withdrawal", "deployment")
"""Terms that name what is done to things: "troops" alone would not say that their withdrawal is the issue."""
LIGHT = frozenset(["be", "have", "do", "make", "take", "get", "give", "let", "continue", "try"])
_INFINITIVE = re.compile(r"^[\W_]*to ([a-z]+)\b(.*)", re.DOTALL)
_ADVERB = re.compile(r"(?!(?:ap|sup|com|re|im|multi)ply|rely|fly|r?ally)\w+ly")
_FURTHER = re.compile(r"[,;:.“”\"()–—]| (?:and|or|but|that|which|who|if|when|as|until|before|after|with|to|for) ")


def label_of(topics: Sequence[str], shared: Sequence[str], matters: Sequence[str] = ()) -> str:
    """A short name: of the noun phrases that name the members' matters ("" for none) the one that holds most of the
    shared terms, then one of several words that recurs, then the one whose words most members use.

    A lone word that no other member uses says less than what is to be done ("to leave office": "Leaving office"),
    and things less than what is done to them ("Withdrawal of troops"). Where no member is named by a noun phrase, the
    terms that they share name it.
    """
    names = Counter(name for t in topics if (name := _short(t)))
    best = min(names, key=lambda name: _rank(name, names, shared), default="")
    if best and (deed := _deed(best, shared)):
        return deed
    if " " in best or "-" in best or names[best] > 1:
        return best
    done = [d for m in matters if (d := _doing(m))]
    return min(done, key=lambda d: (len(d), d)) if done else best or _short(" and ".join(shared[:2]))


def _rank(name: str, names: Counter[str], shared: Sequence[str]) -> tuple[int, bool, float, int, str]:
    """The less the better."""
    words = set(name.lower().split())
    held = sum(_holds(name, term) for term in shared)
    usual = sum(n for other, n in names.items() for w in words if w in other.lower().split()) / len(words)
    return (-held, not (len(words) > 1 and names[name] > 1), -usual, len(name), name)


def _holds(name: str, term: str) -> bool:
    return any(word.startswith(term[:STEM]) for word in name.lower().split())


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
    what = _FURTHER.split(re.sub(r"\s+", " ", rest), maxsplit=1)[0].strip()
    return _short(f"{_gerund(verb)} {what}") if 0 < len(what.split()) < SHORT else ""


def _gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and len(verb) > 2:
        return verb[:-1] + "ing"
    if re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", verb):
        return verb + verb[-1] + "ing"
    return verb + "ing"


def _short(words: str) -> str:
    words = re.sub(r"\s+", " ", words).strip(" \"'“”‘’.,;:–—-")
    if len(words) > LONGEST:
        words = words[: LONGEST + 1].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
    return words[:1].upper() + words[1:]
