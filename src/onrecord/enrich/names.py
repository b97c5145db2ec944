"""Where an article names a person: the model's entities, and names that it misses but that stand as names do."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from onrecord.enrich.leaders import by_surname, folded
from onrecord.enrich.lexicon import lexicon
from onrecord.enrich.sheet import Hit, Sheet

COURTESY = {
    "mr.": "m",
    "mr": "m",
    "mrs.": "f",
    "mrs": "f",
    "ms.": "f",
    "ms": "f",
    "miss": "f",
    "madam": "f",
    "sir": "m",
    "messrs.": "m",
    "messrs": "m",
}
COURTESY |= {"lord": "m", "lady": "f", "dame": "f", "dr.": "", "dr": "", "prof.": "", "hon.": ""}
PARTS = frozenset({"nsubj", "nsubjpass", "poss", "pobj", "dobj", "conj", "agent", "compound", "appos"})
"""The parts that a person plays in a clause."""
FUNCTION = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ"})


@dataclass(frozen=True, slots=True)
class NameRun:
    """Capitalised words that may name a person: tokens first <= i < last.

    `sure` if something beside the capitals vouches for it; `pair` is the hyphen's token (else 0) of two
    names before one noun ("the Erlin-Maro call"): where one is a person's, so is the other.
    """

    first: int
    last: int
    words: tuple[str, ...]
    sure: bool
    pair: int = 0

    @property
    def name(self) -> str:
        return " ".join(self.words).replace(" - ", "-").replace(" -", "-").replace("- ", "-")


def find_names(sheet: Sheet, hits: list[Hit]) -> list[NameRun]:
    """All names of persons in the article: the sure ones, and those that share a surname with one.

    Headlines print every word with a capital, so that a name there counts only if the body has it too.
    """
    taken = {i for h in hits for i in range(h.first, h.last)}
    common = {t.text for t in sheet.tokens if t.text.islower()}
    runs = _joined([r for s in sheet.sentences for r in _runs(sheet, s.first, s.last, taken)])
    runs = _trimmed(_without_common_words(sheet, runs, common))
    runs = [r for r in runs if len(r.words) > 1 or r.words[0].lower() not in common or _titled(sheet, r.first)]
    runs = _without_things(sheet, runs)
    body = [r for r in runs if sheet.sentence(r.first).kind == "body"]
    sure = {r.words for r in body or runs if r.sure}
    known = {w for words in sure for w in (words[-1], words[0])}
    for r in runs:
        if r.pair and (r.words[0] in known or r.words[-1] in known):
            sure |= {p.words for p in runs if p.pair == r.pair}
    known |= {w for words in sure for w in (words[-1], words[0])}
    surnames = {words[-1] for words in sure}
    printed = {tuple(w.upper() for w in words): words for words in sorted(sure) if not "".join(words).isupper()}
    headline = {s.index for s in sheet.sentences if s.kind == "headline" and body}
    runs = [_as_known(r, known, printed) for r in runs]
    kept = [
        r if len(r.words) == 1 or r.words in sure else replace(r, first=r.last - 1, words=r.words[-1:])
        for r in runs
        if r.words in sure
        or (len(r.words) == 1 and r.words[0] in known)
        or (len(r.words) > 1 and r.words[-1] in surnames and sheet.tokens[r.first].sentence not in headline)
    ]
    return sorted([*kept, *_missed(sheet, kept, taken, surnames)], key=lambda r: r.first)


def _without_things(sheet: Sheet, runs: list[NameRun]) -> list[NameRun]:
    """Runs without words that the model takes for a company or a place more often than for a person, save the surnames
    of known leaders."""
    kinds = Counter((t.text, t.ent == "PERSON") for t in sheet.tokens if t.ent in ("PERSON", "ORG", "GPE"))
    full = {w.upper() for r in runs if len(r.words) > 1 for w in r.words}
    return [
        r
        for r in runs
        if len(r.words) > 1
        or r.words[0].upper() in full
        or folded(r.words[0])[0] in by_surname()
        or _titled(sheet, r.first)
        or kinds[r.words[0], False] <= kinds[r.words[0], True]
        or any(_says(sheet, q.first) for q in runs if q.words == r.words)
    ]


def _missed(sheet: Sheet, runs: list[NameRun], taken: set[int], surnames: set[str]) -> list[NameRun]:
    """Known surnames that the parse takes for another word ("Trump" for a verb)."""
    in_runs = {i for r in runs for i in range(r.first, r.last)} | taken
    return [
        NameRun(t.i, t.i + 1, (t.text,), False)
        for t in sheet.tokens
        if t.text in surnames and t.i not in in_runs and t.ent not in ("DATE", "TIME")
    ]


def _as_known(run: NameRun, known: set[str], printed: dict[tuple[str, ...], tuple[str, ...]]) -> NameRun:
    """A name printed in capitals ("ERLIN: No.") as the article prints it elsewhere."""
    if not "".join(run.words).isupper():
        return run
    if len(run.words) == 1 and run.words[0].title() in known:
        return replace(run, words=(run.words[0].title(),))
    return replace(run, words=printed.get(run.words, run.words))


def _joined(runs: list[NameRun]) -> list[NameRun]:
    """The runs, of which those that the parser parts behind a particle ("Harun El | Abidin") are one."""
    out: list[NameRun] = []
    for r in runs:
        before = out[-1] if out else None
        if before is not None and before.last == r.first and before.words[-1].lower() in lexicon("particle"):
            out[-1] = replace(before, last=r.last, words=before.words + r.words)
        else:
            out.append(r)
    return out


def _without_common_words(sheet: Sheet, runs: list[NameRun], common: set[str]) -> list[NameRun]:
    """Runs without the words beside a known name that have their capital from where they stand.

    "Following Erlin" at the head of a sentence, "Calls Erlin" or "Erlin To Quit" where every word has a capital.
    """
    times = Counter(w for r in runs for w in {r.words[0], r.words[-1]})
    plain = common - lexicon("particle")
    spelt = {w.upper() for w in times if not w.isupper()}
    out = []
    for r in runs:
        sentence = sheet.sentence(r.first)
        titled = _in_title_case(sheet, sentence.first, sentence.last)
        first, last = 0, len(r.words)
        while (titled or r.first == sentence.first) and first < last - 1 and r.words[first].lower() in plain:
            first += 1
        if titled:
            last = next((i for i in range(first + 1, last) if r.words[i].lower() in plain), last)
        known = last > first and (times[r.words[last - 1]] > 1 or r.words[last - 1] in spelt)
        if known and last - first < len(r.words):
            words = r.words[first:last]
            sure = r.sure and len(words) > 1
            r = replace(r, first=r.first + first, last=r.first + last, words=words, sure=sure)
        out.append(r)
    return out


def _in_title_case(sheet: Sheet, first: int, last: int) -> bool:
    """Whether nearly every longer word of a sentence has a capital, as in headlines."""
    words = [t.text for t in sheet.tokens[first:last] if len(t.text) > 3 and t.text.isalpha()]
    return len(words) > 2 and 4 * sum(w[0].isupper() for w in words) > 3 * len(words)


def _trimmed(runs: list[NameRun]) -> list[NameRun]:
    """Runs that hold a full name which stands alone more often, cut down to it ("Special Counsel Odo Brandt").

    A last word that stands alone elsewhere is a surname: who is called "Odo Rex" is "Odo Rex Brandt" in full.
    """
    times = Counter(r.words for r in runs if r.sure and len(r.words) > 1)
    alone = {r.words[0] for r in runs if len(r.words) == 1}
    out = []
    for r in runs:
        n = len(r.words)
        inner = [
            (b - a, a, b)
            for a in range(n)
            for b in range(a + 2, n + 1)
            if b - a < n
            and times[r.words[a:b]] >= max(times[r.words], 1)
            and (b == n or r.words[-1] not in alone | {"Jr."})
        ]
        if inner and not set(r.words[-1:]) & lexicon("suffix"):
            _, a, b = max(inner)
            r = replace(r, first=r.first + a, last=r.first + b, words=r.words[a:b])
        out.append(r)
    return out


def _runs(sheet: Sheet, first: int, last: int, taken: set[int]) -> list[NameRun]:
    out: list[NameRun] = []
    i = first
    while i < last:
        if not _is_name_token(sheet, i, taken):
            i += 1
            continue
        j = i + 1
        while j < last:
            if _is_name_token(sheet, j, taken) and not _ends_entity(sheet, j):
                j += 1
            elif _joins(sheet, j, last, taken):
                j += 2
            elif _particles(sheet, j, last, taken):
                j += _particles(sheet, j, last, taken)
            else:
                break
        hyphen = _pair_hyphen(sheet, i, j)
        if hyphen:
            out += [NameRun(a, b, (sheet.tokens[a].text,), False, hyphen) for a, b in ((i, hyphen), (hyphen + 1, j))]
        else:
            out.extend(_as_run(sheet, i, j))
        i = j
    return out


def _is_name_token(sheet: Sheet, i: int, taken: set[int]) -> bool:
    t = sheet.tokens[i]
    if i in taken or not t.text[0].isupper() or any(c.isdigit() or c in "<>/@_" for c in t.text):
        return False
    if t.text in lexicon("not_name") or (t.text in lexicon("month") and t.ent != "PERSON"):
        return False
    if (
        t.lower in COURTESY
        or t.lower in lexicon("short_office")
        or t.lower in lexicon("office")
        or t.lower in lexicon("organisation_word")
    ):
        return False
    if t.pos in FUNCTION or (t.pos == "VERB" and i + 1 < len(sheet.tokens) and sheet.tokens[i + 1].tag == "NNP"):
        return False  # "Following Erlin", "Will Erlin go?": a name to the model, by the capital
    return t.pos == "PROPN" or t.ent == "PERSON"


def _ends_entity(sheet: Sheet, i: int) -> bool:
    """A person's name ends where the model begins another kind of entity."""
    if {sheet.tokens[i - 1].lower, sheet.tokens[i].lower} & lexicon("particle"):
        return False
    before, now = sheet.tokens[i - 1].ent, sheet.tokens[i].ent
    return before != now and bool(before) and bool(now) and "PERSON" in (before, now)


def _joins(sheet: Sheet, i: int, last: int, taken: set[int]) -> bool:
    """A hyphen within one name ("Jean-Yves", "Moon Jae-in")."""
    if sheet.tokens[i].text not in "-‑" or i + 1 >= last or sheet.tokens[i + 1].start != sheet.tokens[i].end:
        return False
    after = sheet.tokens[i + 1]
    return after.text.isalpha() and i + 1 not in taken and (after.text[0].isupper() or after.ent == "PERSON")


def _particles(sheet: Sheet, i: int, last: int, taken: set[int]) -> int:
    """How many lower-case particles ("van der", "al -") lead on to the rest of the name."""
    n = 0
    while i + n < last and (sheet.tokens[i + n].text in lexicon("particle") or (n and sheet.tokens[i + n].text == "-")):
        n += 1
    return n if n and i + n < last and _is_name_token(sheet, i + n, taken) and sheet.tokens[i].text not in "y e" else 0


def _pair_hyphen(sheet: Sheet, first: int, last: int) -> int:
    """The hyphen between two names before a noun ("the Erlin-Maro call"), else 0."""
    if last - first != 3 or sheet.tokens[first + 1].text not in "-‑–" or last >= len(sheet.tokens):
        return 0
    return first + 1 if sheet.tokens[last].pos in ("NOUN", "ADJ") else 0


def _as_run(sheet: Sheet, first: int, last: int) -> list[NameRun]:
    """The run without the words of an office before the name; none if nothing is left or it is an organisation's."""
    for i in range(first, last - 1):
        word = sheet.tokens[i].text
        if word in lexicon("title_tail") or (i > first and word in lexicon("organisation_word")):
            first = i + 1
    while first < last - 2 and _is_calling(sheet, first):
        first += 1
    found = [sheet.tokens[i].text for i in range(first, last)]
    if not found or len(found) > 7 or all(w.lower() in lexicon("rank") for w in found):
        return []
    final = found[-1]
    if len(found) > 1 and found[0] in lexicon("place_first"):
        return []
    if len(found) == 1 and (final in lexicon("suffix") or "." in final):
        return []
    if len(found) == 1 and (final in lexicon("press") or _is_periodical(sheet, first)):
        return []
    if final.casefold() in lexicon("institution") or final in lexicon("organisation_word") | lexicon("title_tail"):
        return []
    acronym = len(found) == 1 and final.isupper()
    return [NameRun(first, last, tuple(found), not acronym and _vouched(sheet, first, last))]


def _is_calling(sheet: Sheet, i: int) -> bool:
    """Whether a capitalised word before a name tells what someone is: "Actress", "Father"."""
    word = sheet.tokens[i].lower
    return word in lexicon("people") or word in lexicon("female") or word in lexicon("male")


def _is_periodical(sheet: Sheet, i: int) -> bool:
    """ "The daily Maron", "the newspaper Maron": a paper, not a person."""
    return i > sheet.sentence(i).first and sheet.tokens[i - 1].text in lexicon("periodical")


def _vouched(sheet: Sheet, first: int, last: int) -> bool:
    """Whether something beside capitals says that this is a person."""
    ents = [sheet.tokens[i].ent for i in range(first, last)]
    if 2 * ents.count("PERSON") >= len(ents):
        return last - first > 1 or _acts_or_titled(sheet, first, last)
    if _titled(sheet, first):
        return True
    if not any(ents) and (_says(sheet, sheet.head_of(first, last)) or _followed_by_who(sheet, last)):
        return True
    if last - first == 1:
        return ents == ["ORG"] and _says(sheet, first) and _goes_on_as_person(sheet, first)
    if any(e in ("DATE", "EVENT", "LAW", "WORK_OF_ART", "PRODUCT", "LANGUAGE") for e in ents):
        return False
    return _described(sheet, first, last)


def _says(sheet: Sheet, i: int) -> bool:
    """Whether a name that the model takes for no entity is the subject of a verb of speaking."""
    t = sheet.tokens[i]
    says = t.dep == "nsubj" and sheet.tokens[t.head].lemma in lexicon("saying")
    return says and t.tag == "NNP" and t.text.isalpha()


def _goes_on_as_person(sheet: Sheet, i: int) -> bool:
    """ "Maro said. He added": whoever says something is a person if the next sentence goes on with "he" or "she".

    Rare surnames are taken for organisations. No other person may be named in the sentence itself.
    """
    sentence = sheet.sentence(i)
    if sentence.last >= len(sheet.tokens) or any(
        t.ent == "PERSON" for t in sheet.tokens[sentence.first : sentence.last]
    ):
        return False
    after = sheet.tokens[sentence.last]
    return after.lower in ("he", "she") and sheet.tokens[i - 1].lower != "the"


def _followed_by_who(sheet: Sheet, last: int) -> bool:
    """ "Maro, who left": things take "which"."""
    if last + 1 >= len(sheet.tokens) or sheet.tokens[last].text != ",":
        return False
    return sheet.tokens[last + 1].lower in ("who", "whose")


def _titled(sheet: Sheet, first: int) -> bool:
    if first == sheet.sentence(first).first:
        return False
    before = sheet.tokens[first - 1]
    return before.lower in COURTESY or before.lower in lexicon("short_office") or before.lower in lexicon("office")


def _acts_or_titled(sheet: Sheet, first: int, last: int) -> bool:
    """A single word that the model takes for a person counts where it acts, owns or is met."""
    t = sheet.tokens[sheet.head_of(first, last)]
    if t.dep == "pobj" and sheet.tokens[t.head].lower in lexicon("place_preposition"):
        return False
    if first == sheet.sentence(first).first:  # where every word has a capital
        return _says(sheet, t.i) or (t.tag == "NNP" and t.dep in ("nsubj", "poss"))
    named = sheet.tokens[first - 1].lower == "the" and t.dep not in ("compound", "poss") and t.tag != "NNPS"
    return _titled(sheet, first) or (t.dep in PARTS and not named)


def _described(sheet: Sheet, first: int, last: int) -> bool:
    """Followed by an office between commas, or by "who": "Ilse Maro, the minister of trade, said"."""
    sentence = sheet.sentence(first)
    if last >= sentence.last or sheet.tokens[last].text != ",":
        return False
    if _followed_by_who(sheet, last):
        return True
    for i in range(last + 1, min(last + 9, sentence.last)):
        t = sheet.tokens[i]
        if t.text in ",.;" or t.pos in ("VERB", "AUX"):
            return False
        if t.lemma in lexicon("office") and t.pos in ("NOUN", "PROPN"):
            return True
    return False
