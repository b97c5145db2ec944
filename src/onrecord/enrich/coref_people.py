"""Which person is meant by "he", "her" or "the minister"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.enrich.discourse import SUBJECTS, Antecedent, Discourse
from onrecord.enrich.lexicon import lexicon
from onrecord.enrich.people import Known
from onrecord.layers import Mention

GENDERS = dict.fromkeys(("he", "him", "his", "himself"), "m") | dict.fromkeys(("she", "her", "hers", "herself"), "f")
WRITTEN_OUT = {"sen.": "senator", "gov.": "governor", "rep.": "representative", "gen.": "general", "col.": "colonel"}
REACH = 4  # sentences back in which a pronoun's person is looked for
FAR = 12  # as far back where there is none so near
LONGEST = 7  # tokens of a noun phrase that may take up a person
OTHERS = frozenset({"a", "an", "another", "one", "other", "second", "third", "fourth"})
"""Words before a noun that takes up nobody named before."""
CHIEF_ENVOYS = frozenset({"diplomat", "envoy"})
DEPUTIES = frozenset({"deputy", "vice", "assistant", "acting"})
PREMIERS = frozenset({"premier", "taoiseach", "chancellor"})


def pronoun_person(d: Discourse, i: int) -> Mention | None:
    """The most salient person or source named before (or right after an opening phrase) who fits the pronoun."""
    gender = GENDERS[d.sheet.tokens[i].lower]
    best: tuple[float, int] | None = None
    meant: Mention | None = None
    for a in reversed(d.before):
        distance = d.sheet.tokens[i].sentence - a.sentence
        if distance > (REACH if meant is not None else FAR):
            break
        if not _fits(d, a.mention, gender) or d.same_clause(i, a.mention.head):
            continue
        score = _salience(d, i, a, gender)
        if best is None or (score, a.mention.head) > best:
            best, meant = (score, a.mention.head), a.mention
    later = _subject_to_come(d, i)
    if later is not None and _fits(d, later, gender) and (best is None or best[0] < 1.6):
        return later
    return meant


def _salience(d: Discourse, i: int, a: Antecedent, gender: str) -> float:
    """How much an antecedent stands out: near, acting, speaking, by name, in the same voice."""
    m, quoted = a.mention, d.sheet.quoted[i]
    distance = d.sheet.tokens[i].sentence - a.sentence
    person = d.person(a)
    return (
        -1.6 * distance
        + 1.5 * a.subject
        + (1.8 if _speaks(d, i) else 0.8) * a.speaks  # who "said" is who "added"
        - (1.0 if a.subject else 2.0) * (m.kind == "unnamed")
        - 2.0 * (a.quoted and not quoted)
        - 1.5 * (quoted and not a.quoted and distance == 0 and a.speaks)
        - 0.7 * (d.sheet.tokens[m.head].dep in ("poss", "compound"))
        + 0.6 * (person is not None and person.gender == gender)
        + 2.5 * _is_owned_by(d, i, m.head)
        - 0.5 * _is_told_apart(d, i, a.sentence)
    )


def _is_told_apart(d: Discourse, i: int, sentence: int) -> bool:
    """Whether a sentence before belongs to another paragraph than a pronoun that does not open its own."""
    here, before = d.sheet.sentence(i), d.sheet.sentences[sentence]
    return here.block != before.block and d.sheet.sentences[here.index - 1].block == here.block


def _is_owned_by(d: Discourse, i: int, owner: int) -> bool:
    """Whether a pronoun stands in what somebody has: "Erlin's aim in his meeting"."""
    t = d.sheet.tokens[owner]
    return t.dep == "poss" and t.sentence == d.sheet.tokens[i].sentence and t.head in d.sheet.bare.ancestors(i)


def _speaks(d: Discourse, i: int) -> bool:
    t = d.sheet.tokens[i]
    return t.dep in SUBJECTS and d.sheet.tokens[t.head].lemma in lexicon("saying")


def _fits(d: Discourse, m: Mention, gender: str) -> bool:
    """Whether one person of that gender may be meant."""
    if m.kind == "person":
        known = d.people.get(m.ref)
        return known is not None and known.gender in ("", gender)
    noun = d.sheet.tokens[m.head]
    if m.kind != "unnamed" or noun.tag in ("NNS", "NNPS") or noun.dep in ("attr", "appos"):
        return False
    return noun.lower not in lexicon("female" if gender == "m" else "male")


def _subject_to_come(d: Discourse, i: int) -> Mention | None:
    """The main subject after an opening phrase that holds the pronoun ("In his first speech, Erlin said")."""
    tokens, j, opening = d.sheet.tokens, i, False
    while tokens[j].head != j:
        opening = opening or tokens[j].dep in ("prep", "advcl")
        j = tokens[j].head
    subject = next((c for c in d.sheet.children[j] if tokens[c].dep in SUBJECTS), None)
    if not opening or subject is None or subject < i or tokens[i].dep in SUBJECTS:
        return None
    return next((m for m in d.named if m.head == subject and m.kind in ("person", "unnamed")), None)


def nominal_person(d: Discourse, m: Mention) -> Mention:
    """ "The minister", "her Karsian counterpart": the person last named whose office it is; else as it was."""
    t = d.sheet.tokens[m.head]
    if t.tag in ("NNS", "NNPS") or not d.definite(m.head) or m.last - m.first > LONGEST:
        return m
    if any(d.sheet.tokens[c].lower in OTHERS for c in d.sheet.children[m.head]):
        return m
    meant = _called_so(d, m)
    if meant is not None and meant.mention.kind == "unnamed":
        return replace(m, ref=meant.mention.ref, party=m.party or meant.mention.party)
    person = d.person(meant) if meant is not None else _only_holder(d, m)
    if person is None and t.lemma in lexicon("office") and t.dep in SUBJECTS:
        person = _without_office(d, m)
    if person is None:
        return m
    if m.party is not None and person.party is None and t.lemma != "counterpart":
        person.parties.append(m.party)  # "Karsia's president" tells whose president the one before is
    return replace(m, kind="person", ref=person.key, party=None)


def _called_so(d: Discourse, m: Mention) -> Antecedent | None:
    """The person or source last named who can be called so, for the party that the phrase names.

    Whoever was called by the very same noun ("a senior official", "Minister Erlin") goes before holders of an
    office that the noun takes in; of several in one sentence the one who acts in it. A candidate may be called so, or
    by what he was ("the former governor").
    """
    t = d.sheet.tokens[m.head]
    former = any(d.sheet.tokens[c].lower in lexicon("former") for c in d.sheet.children[m.head])
    running = t.lower in lexicon("standing") or former
    alike: Antecedent | None = None
    holder: Antecedent | None = None
    for a in reversed(d.before):
        if holder is not None and a.sentence != holder.sentence:
            return holder
        if holder is None and a.mention.kind == "unnamed" and _same_source(d, a, m):
            return a
        person = d.person(a)
        if person is None or not _may_hold(d, person, m, a.sentence):
            continue
        offices = _offices(person) if _agree(d, person, m) else set()
        if (t.lemma in offices or (running and person.stands)) and (a.subject or holder is None):
            holder = a
        if holder is not None and holder.subject:
            return holder
        by_party = t.lemma == "counterpart" and m.party is not None and person.party == m.party
        if alike is None and (by_party or not offices.isdisjoint(lexicon(f"like:{t.lemma}"))):
            alike = a
    return holder or alike


def _may_hold(d: Discourse, person: Known, m: Mention, named: int) -> bool:
    """Whether a person named in that sentence may hold an office of the party that the phrase names, if it names one.

    If nothing tells whose they are, only soon after, and not in a post of its own ("the Karsian envoy to Valdoria").
    """
    if m.party is None or m.party in (person.party, person.affiliation):
        return True
    return person.party is None and not _posted(d, m) and d.sheet.tokens[m.head].sentence - named <= REACH


def _posted(d: Discourse, m: Mention) -> bool:
    return any(d.sheet.tokens[c].lower == "to" for c in d.sheet.children[m.head])


def _same_source(d: Discourse, a: Antecedent, m: Mention) -> bool:
    """Whether a source without a name may be taken up: one person as well, called alike, for no other party."""
    t, before = d.sheet.tokens[m.head], d.sheet.tokens[a.mention.head]
    return (
        before.lemma == t.lemma
        and before.tag == t.tag
        and t.sentence - a.sentence <= FAR
        and (t.lemma in lexicon("office") or t.lemma in lexicon("people"))
        and (m.party is None or a.mention.party in (m.party, None))
    )


def _only_holder(d: Discourse, m: Mention) -> Known | None:
    """The one person of the whole article in the office of a party that the phrase names ("Karsia's president"),
    else the one widely known leader who may be called so ("the Karsian leader", "the prime minister").
    """
    lemma = d.sheet.tokens[m.head].lemma
    parties = (m.party,) if _posted(d, m) else (m.party, None)
    fit = [p for p in d.people.values() if p.party in parties or p.affiliation == m.party]
    fit = [p for p in fit if m.party is not None and lemma in _offices(p) and _agree(d, p, m)]
    if not fit and m.party is not None and lemma in CHIEF_ENVOYS and "top" in _before(d, m):
        fit = [p for p in d.people.values() if p.party == m.party and "foreign" in _offices(p)]
    if not fit and _heads_a_state(d, m):
        led = (p for p in d.people.values() if p.leads and p.party is not None and p.party in d.gazetteer.parties)
        led = (p for p in led if d.gazetteer.parties[p.party or ""].kind == "state" and m.party in (p.party, None))
        fit = _most_told_of([p for p in led if _offices(p) <= {lemma, "counterpart"}])
        for person in fit:
            person.called.add(lemma)
    return fit[0] if len(fit) == 1 else None


def _most_told_of(people: Sequence[Known]) -> list[Known]:
    """Whom an article names more than twice as often as each of the others; nobody if there is no such person."""
    ranked = sorted(people, key=lambda p: p.forms.total(), reverse=True)
    clear = len(ranked) < 2 or ranked[0].forms.total() > 2 * ranked[1].forms.total()
    return ranked[:1] if clear else []


def _heads_a_state(d: Discourse, m: Mention) -> bool:
    """Whether the phrase names an office of which a state has one holder ("the premier", "the Karsian leader")."""
    words = {*_before(d, m), d.sheet.tokens[m.head].lemma}
    if not words.isdisjoint(lexicon("former")) or not words.isdisjoint(DEPUTIES):
        return False
    near = d.sheet.tokens[m.head - 1]
    of_state = near.tag == "POS" or any(n.last == m.head and n.kind == "party" for n in d.named)
    return not words.isdisjoint(lexicon("head_office")) or (m.party is not None and "leader" in words and of_state)


def _agree(d: Discourse, person: Known, m: Mention) -> bool:
    """Whether a person may hold the office of a phrase that says which: a prime minister is no foreign minister."""
    told = set(_before(d, m)) & lexicon("portfolio")
    titles = [{("prime" if w in PREMIERS else w) for w in role.title.casefold().split()} for role in person.roles]
    return not told or any(told <= words for words in titles)


def _before(d: Discourse, m: Mention) -> list[str]:
    """The words of the phrase before its noun."""
    return [d.sheet.tokens[i].lower for i in range(m.first, m.head)]


def _offices(person: Known) -> set[str]:
    words = {word for role in person.roles for word in role.title.casefold().split()} | person.called
    return words | {WRITTEN_OUT[word] for word in words & WRITTEN_OUT.keys()}


def _without_office(d: Discourse, m: Mention) -> Known | None:
    """The person who acted just before, if the article gives them no office of another kind."""
    for a in _near(d, m, 2):
        person = d.person(a)
        if a.mention.kind == "unnamed" and a.subject:
            return None
        if person is not None and a.subject and not person.roles and person.party in (m.party, None):
            return person
    return None


def _near(d: Discourse, m: Mention, sentences: int) -> Iterator[Antecedent]:
    """What was named in the last so many sentences, the latest first."""
    now = d.sheet.tokens[m.head].sentence
    for a in reversed(d.before):
        if now - a.sentence > sentences:
            return
        yield a
