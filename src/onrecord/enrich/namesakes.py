"""Which names of one article are the same person's: a surname for the full name, and namesakes apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from onrecord.enrich.lexicon import lexicon
from onrecord.enrich.names import COURTESY, NameRun
from onrecord.enrich.roles import office_after, office_before
from onrecord.enrich.sheet import Sheet
from onrecord.gazetteer import first_names
from onrecord.ids import slug

Words = tuple[str, ...]
CROWNED = frozenset({"king", "queen", "prince", "princess", "emperor", "empress", "emir", "sultan", "pope", "shah"})
"""Offices before which a first name stands alone: "King Harun" is not Odo Harun."""
NEAR = 4  # tokens beside a full name among which it may be said what its bearer is


class Names:
    """The full names of an article, by the word that stands for each alone."""

    def __init__(self, sheet: Sheet, runs: Sequence[NameRun]) -> None:
        self.sheet = sheet
        self.runs = runs
        self.families = {r.words[-1] for r in runs if len(r.words) > 1}
        self.called = {r.words: frozenset[str]() for r in runs if len(r.words) > 1}
        for r in runs:
            if len(r.words) > 1:
                self.called[r.words] |= self._calling(r)
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
        """The words of a name; with its title for a first name that is somebody else's surname, and for a surname
        of which no full name bears the title."""
        before = self.sheet.tokens[run.first - 1].text if run.first else ""
        crowned = before.lower() in CROWNED
        if len(run.words) > 1 or run.words[0] not in self.families or not (crowned or self._is_anothers(run)):
            return run.words
        return (before, *run.words)

    def _is_anothers(self, run: NameRun) -> bool:
        """Whether a surname with its title is of nobody who is named in full: "President Erlin" where the article
        tells of Marta Erlin, his wife; "Mr. Erlin" where it tells of Marta."""
        told = self._calling(run)
        gender = COURTESY.get(self.sheet.tokens[run.first - 1].lower, "") if run.first else ""
        heads = told & lexicon("head_office") if "vice" not in told else frozenset[str]()
        if not heads and not gender:
            return False
        bearers = [words for words in self.called if words[-1] == run.words[0]]
        return all(
            (heads and not heads & self.called[w] and self.called[w] & lexicon("no_head"))
            or (gender and w[0] in first_names("m" if gender == "f" else "f"))
            for w in bearers
        )

    def _calling(self, run: NameRun) -> frozenset[str]:
        """The words that tell what someone is: of the office beside the name, and near it."""
        found = [office_before(self.sheet, run, self.runs), office_after(self.sheet, run, self.runs)]
        beside = [i for span in found if span is not None for i in range(*span)]
        sentence = self.sheet.sentence(run.first)
        near = [*range(max(run.first - NEAR, sentence.first), run.first)]
        if run.last < sentence.last and self.sheet.tokens[run.last].text == ",":
            near += range(run.last, min(run.last + NEAR, sentence.last))
        kin = [i for i in near if self.sheet.tokens[i].lower in lexicon("no_head")]
        return frozenset(self.sheet.tokens[i].lower for i in (*beside, *kin))

    def _bare(self, run: NameRun, before: Sequence[NameRun], keys: Sequence[str]) -> str:
        """Whom one word means: the only bearer; of several the one who acted just before, else the one named most.

        Of several only those who were named before count, and not who goes by the first name.
        """
        word = run.words[0]
        bearers = self.bearers.get(slug(word), [])
        if not bearers:
            holding = {self._key_of[w] for w in self._key_of if word in w and word not in lexicon("particle")}
            return holding.pop() if len(holding) == 1 else f"p:{slug(word)}"
        told = {r.words for r in before}
        bearers = [w for w in bearers if w in told] or bearers
        bearers = [w for w in bearers if (w[0],) not in self.times] or bearers
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
    if _is_title(a[0]) and _is_title(b[0]):
        return {COURTESY.get(a[0].lower(), ""), COURTESY.get(b[0].lower(), "")} != {"m", "f"}
    if _differ(a, b):
        return False
    x, y = a[0].rstrip("."), b[0].rstrip(".")
    return x.startswith(y) or y.startswith(x) or x in b or y in a or x[:3] == y[:3]


def _is_title(word: str) -> bool:
    return word.lower() in COURTESY or word.lower() in lexicon("office")


def _differ(a: Words, b: Words) -> bool:
    """Whether two names of as many words, alike but for one, tell brothers apart: "Odo Rex Erlin", "Odo Lal Erlin"."""
    if len(a) != len(b) or len(a) < 3:
        return False
    apart = [(x.rstrip("."), y.rstrip(".")) for x, y in zip(a, b, strict=True) if x != y]
    return len(apart) == 1 and apart[0][0][:1] != apart[0][1][:1]


def _lower(words: Words) -> Words:
    return tuple(w.lower() for w in words)
