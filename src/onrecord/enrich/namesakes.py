"""Which names of one article are the same person's: a surname for the full name, and namesakes apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.enrich.lexicon import lexicon
from onrecord.enrich.names import NameRun
from onrecord.enrich.sheet import Sheet
from onrecord.ids import slug

Words = tuple[str, ...]
CROWNED = frozenset({"king", "queen", "prince", "princess", "emperor", "empress", "emir", "sultan", "pope", "shah"})
"""Offices before which a first name stands alone: "King Harun" is not Odo Harun."""


class Names:
    """The full names of an article, by the word that stands for each alone."""

    def __init__(self, sheet: Sheet, runs: Sequence[NameRun]) -> None:
        self.sheet = sheet
        self.families = {r.words[-1] for r in runs if len(r.words) > 1}
        self.times = Counter(self.words(r) for r in runs)
        alone = Counter(r.words[0] for r in runs if len(r.words) == 1)
        self.surnames = {words: _surname(words, alone) for words in self.times if len(words) > 1}
        self.bearers: dict[str, list[Words]] = {}  # surname -> one full name for each who bears it, in order
        self._key_of: dict[Words, str] = {}
        short = {words: whole for words in self.surnames if (whole := self._cut_from(words)) is not None}
        for words in self.surnames:
            if words not in short:
                self._key_of[words] = self._new_key(words)
        self._key_of |= {words: self._key_of[whole] for words, whole in short.items() if whole in self._key_of}
        self._key_of |= {words: self._new_key(words) for words in short if words not in self._key_of}

    def _cut_from(self, words: Words) -> Words | None:
        """The only name that goes on where this one ends: "Odo Harun" is the "Odo Harun Brandt" of the article."""
        whole = [w for w in self.surnames if w[:-1] == words and w[-1] not in lexicon("suffix")]
        return whole[0] if len(whole) == 1 else None

    def _new_key(self, words: Words) -> str:
        """ "p:" and the surname; the whole name for all but the first of namesakes."""
        surname = slug(self.surnames[words])
        bearers = self.bearers.setdefault(surname, [])
        for known in bearers:
            if compatible(known, words):
                return self._key_of[known]
        bearers.append(words)
        return f"p:{surname}" if len(bearers) == 1 else f"p:{slug(' '.join(words))}"

    def keys(self, runs: Sequence[NameRun]) -> list[str]:
        """The person key of each name, in the order of the article."""
        out: list[str] = []
        for n, run in enumerate(runs):
            key = self._key_of.get(self.words(run))
            out.append(key or self._bare(run, runs[:n], out))
        return out

    def words(self, run: NameRun) -> Words:
        """The words of a name; with its title for a first name that is somebody else's surname."""
        before = self.sheet.tokens[run.first - 1].text if run.first else ""
        crowned = len(run.words) == 1 and run.words[0] in self.families and before.lower() in CROWNED
        return (before, *run.words) if crowned else run.words

    def _bare(self, run: NameRun, before: Sequence[NameRun], keys: Sequence[str]) -> str:
        """Whom one word means: the only bearer; of several the one who acted just before, else the one named most."""
        word = run.words[0]
        bearers = self.bearers.get(slug(word), [])
        if not bearers:
            holding = {self._key_of[w] for w in self._key_of if word in w and word not in lexicon("particle")}
            return holding.pop() if len(holding) == 1 else f"p:{slug(word)}"
        chief = max(bearers, key=lambda w: (self.times[w], -bearers.index(w)))
        able = {self._key_of[w] for w in bearers}
        now = self.sheet.tokens[run.first].sentence
        for earlier, key in zip(reversed(before), reversed(keys), strict=True):
            token = self.sheet.tokens[self.sheet.head_of(earlier.first, earlier.last)]
            if now - token.sentence > 1 or len(able) == 1:
                break
            if key in able and token.dep in ("nsubj", "nsubjpass"):
                return key
        return self._key_of[chief]


def _surname(words: Words, alone: Counter[str]) -> str:
    """The last word; or the first, if it is short and only it stands alone ("Kim Jong Un", "Xi Jinping")."""
    if "-" in words[1:-1] and words[-1].islower():  # a given name of two parts, "Jong-un", comes last
        return words[0]
    last = next((w for w in reversed(words) if w not in lexicon("suffix")), words[-1])
    return words[0] if alone[words[0]] and not alone[last] and len(words) <= 4 and len(words[0]) <= 5 else last


def compatible(a: Words, b: Words) -> bool:
    """Whether two full names with the same surname may be one person's: no first name or "Jr." contradicts."""
    if {w.rstrip(".") for w in a} & {"Jr", "Sr"} != {w.rstrip(".") for w in b} & {"Jr", "Sr"}:
        return False
    for whole, part in ((a, b), (b, a)):  # "Bin Laden", "Osama bin Laden"
        if part[0].lower() in lexicon("particle") and _lower(whole[-len(part) :]) == _lower(part):
            return True
    x, y = a[0].rstrip("."), b[0].rstrip(".")
    return x.startswith(y) or y.startswith(x) or x in b or y in a or x[:3] == y[:3]


def _lower(words: Words) -> Words:
    return tuple(w.lower() for w in words)
