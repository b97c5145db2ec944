"""Who is meant by "he", "the minister", "the alliance" and "both sides"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.enrich.lexicon import lexicon
from onrecord.enrich.people import Known
from onrecord.enrich.sheet import Sheet
from onrecord.enrich.sources import is_kind
from onrecord.gazetteer import Gazetteer
from onrecord.layers import Mention

MALE_PRONOUNS = frozenset({"he", "him", "his", "himself"})
FEMALE_PRONOUNS = frozenset({"she", "her", "hers", "herself"})
PLURAL_PRONOUNS = frozenset({"they", "them", "their", "theirs", "themselves"})
NEUTER_PRONOUNS = frozenset({"it", "its", "itself"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
REACH = 4  # sentences back in which a pronoun's person is looked for
TURNS = 4
FAR = 12  # as far back where there is none so near


@dataclass(frozen=True, slots=True)
class Antecedent:
    """Someone named before: where, as what, and whether one or several."""

    mention: Mention
    sentence: int
    subject: bool
    speaks: bool
    quoted: bool


def resolved(
    sheet: Sheet, mentions: Sequence[Mention], people: Sequence[Known], known: Gazetteer
) -> tuple[list[Mention], list[Known]]:
    """The mentions with those of pronouns and common nouns added or mended.

    The article is gone through several times: the pronouns of one turn tell the gender of those whom no
    title tells, and the next turn goes by it.
    """
    told = {p.key: p.gender for p in people}
    for _ in range(TURNS):
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        out = _turn(sheet, mentions, people, known, votes)
        before = {p.key: p.gender for p in people}
        for person in people:
            (first, n), (_, m) = (*votes[person.key].most_common(2), ("", 0), ("", 0))[:2]
            person.gender = told[person.key] or (first if n > m else "")
        if before == {p.key: p.gender for p in people}:
            break
    return out, list(people)


def _turn(
    sheet: Sheet, mentions: Sequence[Mention], people: Sequence[Known], known: Gazetteer, votes: dict[str, Counter[str]]
) -> list[Mention]:
    by_key = {p.key: p for p in people}
    by_head: dict[int, list[Mention]] = defaultdict(list)
    offices = {role.span: person for person in people for role in person.roles}
    for m in mentions:
        noun = sheet.tokens[m.head].span
        holder = next((p for s, p in offices.items() if s.holds(noun)), None) if m.kind == "unnamed" else None
        by_head[m.head].append(m if holder is None else replace(m, kind="person", ref=holder.key, party=None))
    out: list[Mention] = []
    before: list[Antecedent] = []
    for t in sheet.tokens:
        here = [_nominal(sheet, m, before, by_key) if m.kind == "unnamed" else m for m in by_head.get(t.i, ())]
        if not here:
            here = _new(sheet, t.i, before, by_key, known, votes, mentions) or _organ(sheet, t.i, out, before, by_key)
        out.extend(here)
        before.extend(_antecedent(sheet, m) for m in here if m.kind != "place")
    return out


def _antecedent(sheet: Sheet, m: Mention) -> Antecedent:
    t = sheet.tokens[m.head]
    verb = sheet.tokens[t.head]
    according = t.dep == "pobj" and verb.lower == "to" and m.first > 1 and sheet.tokens[verb.i - 1].lower == "according"
    return Antecedent(
        mention=m,
        sentence=t.sentence,
        subject=t.dep in SUBJECTS or according,
        speaks=according or (t.dep in SUBJECTS and verb.lemma in lexicon("saying")),
        quoted=sheet.quoted[m.head],
    )


def _new(
    sheet: Sheet,
    i: int,
    before: Sequence[Antecedent],
    by_key: dict[str, Known],
    known: Gazetteer,
    votes: dict[str, Counter[str]],
    mentions: Sequence[Mention],
) -> list[Mention]:
    """The mentions that a token makes which names nobody: a pronoun, "the alliance", "both sides"."""
    t = sheet.tokens[i]
    word = t.lower
    found: Mention | None = None
    if word in MALE_PRONOUNS or word in FEMALE_PRONOUNS:
        gender = "m" if word in MALE_PRONOUNS else "f"
        found = _person(sheet, i, gender, before, by_key, mentions)
        if found is not None and found.kind == "person" and abs(t.sentence - sheet.tokens[found.head].sentence) < 2:
            votes[found.ref][gender] += 1
    elif word in PLURAL_PRONOUNS or word in NEUTER_PRONOUNS:
        found = _group(sheet, i, word in PLURAL_PRONOUNS, before)
    elif t.lemma in lexicon("pair") and _means_two(sheet, i):
        return _pair(sheet, i, before, known)
    elif t.lemma in lexicon("nominal") and _definite(sheet, i):
        found = _nominal_party(sheet, i, before, known)
        if found is not None:
            first, last = sheet.phrase(i, whole=False)
            return [_as(sheet, found, first, last, i, "nominal")]
    return [_as(sheet, found, i, i + 1, i, "pronoun")] if found is not None else []


def _organ(
    sheet: Sheet, i: int, out: Sequence[Mention], before: Sequence[Antecedent], by_key: dict[str, Known]
) -> list[Mention]:
    """An organ whose party another word tells: a pronoun ("its delegation"), or the last who acted ("the ministry")."""
    if not is_kind(sheet, i, "institution") or sheet.tokens[i].pos not in ("NOUN", "PROPN"):
        return []
    owned_by = (c for c in sheet.children[i] if sheet.tokens[c].dep == "poss" and sheet.tokens[c].pos == "PRON")
    owner = next(owned_by, None)
    if owner is not None:
        m = next((m for m in reversed(out[-12:]) if m.head == owner), None)
    elif sheet.tokens[i].lemma in lexicon("organ_alone") and sheet.tokens[i].dep in SUBJECTS and _definite(sheet, i):
        near = (a for a in reversed(before) if a.subject and sheet.tokens[i].sentence - a.sentence <= 1)
        m = next((a.mention for a in near if a.mention.kind in ("party", "person")), None)
    else:
        return []
    party = None if m is None else m.ref if m.kind == "party" else m.party
    if m is not None and m.kind == "person":
        party = by_key[m.ref].party
    if party is None:
        return []
    first, last = sheet.phrase(i, whole=False)
    start, end = sheet.tokens[first].start, sheet.tokens[last - 1].end
    return [Mention(first, last, i, start, end, "party", "nominal", party)]


def _as(sheet: Sheet, meant: Mention, first: int, last: int, head: int, how: str) -> Mention:
    start, end = sheet.tokens[first].start, sheet.tokens[last - 1].end
    return replace(meant, first=first, last=last, head=head, start=start, end=end, how=how)  # type: ignore[arg-type]


def _person(
    sheet: Sheet,
    i: int,
    gender: str,
    before: Sequence[Antecedent],
    by_key: dict[str, Known],
    mentions: Sequence[Mention],
) -> Mention | None:
    """The most salient person named before (or, in an opening clause, right after) who fits the pronoun."""
    t = sheet.tokens[i]
    best: tuple[float, int] | None = None
    meant: Mention | None = None
    for a in reversed(before):
        distance = t.sentence - a.sentence
        if distance > (REACH if meant is not None else FAR):
            break
        m = a.mention
        if not _fits(m, gender, sheet, by_key) or _same_clause(sheet, i, m.head):
            continue
        score = (
            -1.6 * distance
            + 1.5 * a.subject
            + 0.8 * a.speaks
            - 1.0 * (m.kind == "unnamed")
            - 2.0 * (a.quoted and not sheet.quoted[i])
            - 1.5 * (sheet.quoted[i] and not a.quoted and distance == 0 and a.speaks)
            - 0.7 * (sheet.tokens[m.head].dep in ("poss", "compound"))
            + 0.6 * (m.kind == "person" and by_key[m.ref].gender == gender)
        )
        if best is None or (score, m.head) > best:
            best, meant = (score, m.head), m
    later = _subject_to_come(sheet, i, mentions)
    if later is not None and _fits(later, gender, sheet, by_key) and (best is None or best[0] < 1.6):
        return later
    return meant


def _fits(m: Mention, gender: str, sheet: Sheet, by_key: dict[str, Known]) -> bool:
    if m.kind == "person":
        known = by_key.get(m.ref)
        return known is not None and known.gender in ("", gender)
    if (
        m.kind != "unnamed"
        or sheet.tokens[m.head].tag in ("NNS", "NNPS")
        or sheet.tokens[m.head].dep in ("attr", "appos")
    ):
        return False
    word = sheet.tokens[m.head].lower
    return word not in (lexicon("female") if gender == "m" else lexicon("male"))


def _same_clause(sheet: Sheet, i: int, head: int) -> bool:
    """An object does not mean the subject of its own verb ("Erlin met him"); "his" and reflexives may."""
    t, a = sheet.tokens[i], sheet.tokens[head]
    if t.dep == "poss" or t.lower.endswith("self") or t.sentence != a.sentence or t.dep in SUBJECTS:
        return t.dep in SUBJECTS and a.head == t.head
    over = t.head if t.dep in ("dobj", "dative", "iobj") else sheet.tokens[t.head].head
    return a.dep in SUBJECTS and a.head == over


def _subject_to_come(sheet: Sheet, i: int, mentions: Sequence[Mention]) -> Mention | None:
    """The main subject after an opening phrase that holds the pronoun ("In his first speech, Erlin said")."""
    sentence = sheet.sentence(i)
    j, opening = i, False
    while sheet.tokens[j].head != j:
        opening = opening or sheet.tokens[j].dep in ("prep", "advcl")
        j = sheet.tokens[j].head
    subject = next((c for c in sheet.children[j] if sheet.tokens[c].dep in SUBJECTS), None)
    if not opening or subject is None or subject < i or i - sentence.first > 12 or sheet.tokens[i].dep in SUBJECTS:
        return None
    return next((m for m in mentions if m.head == subject and m.kind in ("person", "unnamed")), None)


def _group(sheet: Sheet, i: int, plural: bool, before: Sequence[Antecedent]) -> Mention | None:
    """The party or group that is the latest subject; none where the latest subject is a thing."""
    t = sheet.tokens[i]
    if t.lower == "it" and (_expletive(sheet, i) or t.dep == "dobj"):
        return None
    by_head = {a.mention.head: a.mention for a in before}
    for subject in _subjects_back(sheet, i):
        if _same_clause(sheet, i, subject):
            continue
        m = by_head.get(subject)
        several = sheet.tokens[subject].tag in ("NNS", "NNPS")
        if m is not None and m.kind == "party" and m.how != "adjective":
            return m
        if m is not None and m.kind == "unnamed":
            if several and plural:
                return m
        elif m is None and sheet.tokens[subject].pos in ("NOUN", "PROPN") and several == plural:
            return None  # a thing: nobody is meant
    return None


def _subjects_back(sheet: Sheet, i: int) -> list[int]:
    """Who may be "it" or "they" at token i: who does the verb above it, then other subjects before it, nearest first.

    A verb without a subject is done by the object of the verb above ("called on Valdoria to free its
    prisoners"), else by its subject. Of the sentence before, the main subject comes first.
    """
    sentence = sheet.sentence(i)
    doers: list[int] = []
    j = i
    while sheet.tokens[j].head != j:
        below, j = j, sheet.tokens[j].head
        found = [c for c in sheet.children[j] if sheet.tokens[c].dep in SUBJECTS and c < i]
        if sheet.tokens[below].dep == "xcomp":
            objects = [c for c in sheet.children[j] if sheet.tokens[c].dep in ("dobj", "dative") and c < below]
            objects += [
                o for c in sheet.children[j] if c < below and sheet.tokens[c].dep == "prep" for o in sheet.children[c]
            ]
            found = objects + found
        doers += [c for c in found if c != i]
    doers += [k for k in range(i - 1, sentence.first - 1, -1) if sheet.tokens[k].dep in SUBJECTS and k not in doers]
    if sentence.index == 0:
        return doers
    last = sheet.sentences[sentence.index - 1]
    return doers + [k for k in range(last.first, last.last) if sheet.tokens[k].dep in SUBJECTS]


def _expletive(sheet: Sheet, i: int) -> bool:
    """ "It is time that", "it seems": the pronoun means nothing."""
    t = sheet.tokens[i]
    verb = sheet.tokens[t.head]
    if t.dep == "expl" or verb.lemma in ("seem", "appear", "rain", "snow", "happen"):
        return True
    if verb.lemma in ("be", "become", "remain"):
        return any(sheet.tokens[c].dep in ("acomp", "attr", "ccomp", "xcomp", "advcl") for c in sheet.children[verb.i])
    return t.dep == "nsubjpass" and any(sheet.tokens[c].dep == "ccomp" for c in sheet.children[verb.i])


def _definite(sheet: Sheet, i: int) -> bool:
    return any(sheet.tokens[c].lower in ("the", "this", "that") for c in sheet.children[i]) or any(
        sheet.tokens[c].dep == "poss" for c in sheet.children[i]
    )


def _nominal_party(sheet: Sheet, i: int, before: Sequence[Antecedent], known: Gazetteer) -> Mention | None:
    """The party last named for which the noun may stand ("the alliance")."""
    if any(sheet.tokens[c].dep == "prep" and sheet.tokens[c].lower == "of" for c in sheet.children[i]):
        return None
    lemma = sheet.tokens[i].lemma
    for a in reversed(before):
        party = known.parties.get(a.mention.ref) if a.mention.kind == "party" else None
        if party is not None and lemma in party.nominals:
            return a.mention
    return None


def _nominal(sheet: Sheet, m: Mention, before: Sequence[Antecedent], by_key: dict[str, Known]) -> Mention:
    """ "The minister" or "her Karsian counterpart": the person last named whose office it is, else unnamed."""
    t = sheet.tokens[m.head]
    if t.tag in ("NNS", "NNPS") or not _definite(sheet, m.head) or m.last - m.first > 7:
        return m
    if any(sheet.tokens[c].lower in ("a", "an", "another", "one") for c in sheet.children[m.head]):
        return m
    wanted = lexicon(f"like:{t.lemma}") or {t.lemma}
    for a in reversed(before):
        person = by_key.get(a.mention.ref) if a.mention.kind == "person" else None
        if person is None or (m.party is not None and person.party not in (m.party, None)):
            continue
        offices = {w for role in person.roles for w in role.title.casefold().split()}
        if (wanted & offices) or (t.lemma == "counterpart" and m.party is not None and person.party == m.party):
            if m.party is not None and person.party is None and t.lemma != "counterpart":
                person.parties.append(m.party)  # "Karsia's president" tells whose president the one before is
            return replace(m, kind="person", ref=person.key, party=None)
    if t.lemma in lexicon("office") and t.dep in SUBJECTS:
        for a in reversed(before):  # "the Karsian minister" after a sentence about someone whose office was not told
            person = by_key.get(a.mention.ref) if a.mention.kind == "person" else None
            if t.sentence - a.sentence > 2 or (a.mention.kind == "unnamed" and a.subject):
                break
            if person is not None and a.subject and not person.roles and person.party in (m.party, None):
                return replace(m, kind="person", ref=person.key, party=None)
    if t.lemma in lexicon("office"):
        for a in reversed(before):  # the same phrase named someone unnamed before
            if (
                a.mention.kind == "unnamed"
                and sheet.tokens[a.mention.head].lemma == t.lemma
                and t.sentence - a.sentence < 12
            ):
                return replace(m, ref=a.mention.ref, party=m.party or a.mention.party)
    return m


def _means_two(sheet: Sheet, i: int) -> bool:
    t = sheet.tokens[i]
    if t.tag not in ("NNS", "NNPS"):
        return False
    words = {sheet.tokens[c].lower for c in sheet.children[i] if c < i}
    return bool(words & {"both", "two"}) or (t.lemma == "side" and "the" in words and len(words) == 1)


def _pair(sheet: Sheet, i: int, before: Sequence[Antecedent], known: Gazetteer) -> list[Mention]:
    """The two parties that the article has named side by side most often so far; one mention for each.

    Where it has named none so, the two that it has named most.
    """
    states_only = sheet.tokens[i].lemma in ("country", "nation", "government", "state", "capital", "president")
    latest: dict[tuple[str, str], tuple[Mention, ...]] = {}
    times: Counter[tuple[str, str]] = Counter()
    named = [
        a.mention
        for a in before
        if a.mention.kind == "party"
        and (not states_only or a.mention.ref not in known.parties or known.parties[a.mention.ref].kind == "state")
    ]
    for a, b in pairwise(named):
        if a.ref != b.ref and _side_by_side(sheet, a, b):
            pair = (a.ref, b.ref) if a.ref < b.ref else (b.ref, a.ref)
            times[pair] += 1
            latest[pair] = (a, b)
    if times:
        meant = latest[max(times, key=lambda p: (times[p], latest[p][0].head))]
    else:
        often = Counter(m.ref for m in named)
        chief = {m.ref: m for m in named}
        meant = tuple(chief[ref] for ref, _ in often.most_common(2))
    if len(meant) < 2:
        return []
    first, last = sheet.phrase(i, whole=False)
    return [_as(sheet, m, first, last, i, "nominal") for m in meant]


def _side_by_side(sheet: Sheet, a: Mention, b: Mention) -> bool:
    """Joined by "and" or "with", or in one compound."""
    between = [sheet.tokens[k].lower for k in range(a.last, b.first)]
    return sheet.tokens[a.head].sentence == sheet.tokens[b.head].sentence and (
        bool(between) and len(between) <= 4 and not set(between).isdisjoint({"and", "&", "with", "-", "–", "‑", ","})
    )
