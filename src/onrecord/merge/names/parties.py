"""The parties of the record: who is talked about, under which names, and who negotiates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Set

from onrecord.campaigns import campaign_of, is_campaign, surname
from onrecord.entries import Party, PersonEntry, RoleEntry
from onrecord.gazetteer import KnownParty, gazetteer
from onrecord.ids import normalised
from onrecord.merge.corpus import Corpus, Read
from onrecord.settings import Settings
from onrecord.text import Evidence

JOINING = frozenset({"of", "for", "and", "the", "in", "to", "de", "del", "al", "el", "'s", "’s", "&", "-"})
"""Words within a name that need no capital."""


def party_entries(corpus: Corpus, settings: Settings) -> tuple[Party, ...]:
    """Every party that the articles name, with the words found for it and its first mention in each article.

    A party that is not named but acts ("Putin" where nobody says Russia) stands with its known name, on its acts.
    """
    known = gazetteer(settings).parties
    forms: dict[str, Counter[str]] = {}
    first: dict[str, list[Evidence]] = {}
    negotiating: set[str] = set()
    for read in corpus.reads:
        seen: set[str] = set()
        for mention in read.reading.parties:
            forms.setdefault(mention.party, Counter())[_form(mention.name)] += 1
            if mention.party not in seen:
                seen.add(mention.party)
                first.setdefault(mention.party, []).append(read.evidence(mention.span))
        negotiating |= _negotiating(corpus, read)
    candidates = _candidates(corpus)
    for party, acts in _unnamed(corpus, forms.keys()).items():
        if party in known:
            forms[party], first[party] = Counter([known[party].name]), acts
        elif party in candidates:
            forms[party], first[party] = Counter(), acts
    for party in candidates.keys() & forms.keys():
        forms[party].update(candidates[party])
    out = []
    for party, words in forms.items():
        entry = known.get(party, KnownParty(party, _name(party, words, known), "organisation"))
        role = "negotiating" if party in negotiating else "subject"
        aliases = sorted(_one_spelling(words), key=lambda f: (-words[f], f))
        out.append(Party(party, entry.name, entry.kind, tuple(aliases), role, tuple(first[party])))
    return tuple(sorted(out, key=lambda p: p.id))


def _candidates(corpus: Corpus) -> dict[str, Counter[str]]:
    """The names of candidates, which papers write for their campaigns, by the campaign."""
    out: dict[str, Counter[str]] = {}
    for person in corpus.people:
        if person.party is not None and person.party == campaign_of(person.name):
            out.setdefault(person.party, Counter()).update([*person.aliases, f"{surname(person.name)} campaign"])
    return out


def _unnamed(corpus: Corpus, named: Set[str]) -> dict[str, list[Evidence]]:
    """The parties that people act for and no article names, with their first act in each article."""
    out: dict[str, dict[str, Evidence]] = {}
    for read in corpus.reads:
        reading = read.reading
        acts = [(ref, e.span) for e in reading.events for ref in (*e.actor, *e.recipient)]
        acts += [(p.party, p.span) for p in reading.positions]
        acts += [(q.speaker, q.content[0]) for q in reading.quotes if q.speaker]
        for ref, span in sorted(acts, key=lambda a: a[1]):
            party = corpus.party_of.get(corpus.who(read, ref) or "") or ref
            if party not in named:
                out.setdefault(party, {}).setdefault(read.article.id, read.evidence(span))
    return {party: list(evidence.values()) for party, evidence in out.items()}


def people_entries(corpus: Corpus) -> tuple[PersonEntry, ...]:
    """The people of the record with the words that give each their office."""
    return tuple(
        PersonEntry(
            id=person.id,
            name=person.name,
            aliases=person.aliases,
            party=person.party,
            roles=tuple(
                RoleEntry(role.title, role.party, corpus.read_of(article).evidence(role.span))
                for article, role in person.roles
            ),
        )
        for person in corpus.people
    )


def _negotiating(corpus: Corpus, read: Read) -> set[str]:
    """The parties that take part in talks, take positions or make proposals in one article."""
    reading = read.reading
    refs = {p.party for p in reading.positions} | {r for p in reading.proposals for r in p.by}
    refs |= {r for m in reading.meetings for r in m.participants}
    return {
        party for party in (corpus.party_of.get(who, who) for who in corpus.parties(read, tuple(sorted(refs)))) if party
    }


def _name(party: str, words: Counter[str], known: Mapping[str, KnownParty]) -> str:
    """The name of a party that no table knows: its longest form in capitals, else the most frequent of all; of a
    group of a state, the group and the state; of a campaign, the candidate's with that word."""
    if is_campaign(party):
        return max(words, key=lambda f: (f.endswith(" campaign"), -len(f), f))
    group, _, state = party.rpartition("-")
    if group and group.islower() and state in known:
        return f"{group} ({known[state].name})"
    named = [f for f in words if _is_name(f)]
    if named:
        return max(named, key=lambda f: (len(f.split()), words[f], f))
    return max(words, key=lambda f: (words[f], len(f.split()), f))


def _is_name(form: str) -> bool:
    """Whether it is no description: "the Harbour Front of Orla", but not "its political arm"."""
    return all(word[:1].isupper() or word[:1].isdigit() or word in JOINING for word in form.split())


def _form(name: str) -> str:
    words = " ".join(name.split())
    return words[4:] if words[:4] in ("the ", "The ") else words


def _one_spelling(words: Counter[str]) -> list[str]:
    """Of forms that differ in case or marks only, the most frequent."""
    best: dict[str, str] = {}
    for form in sorted(words, key=lambda f: (-words[f], f)):
        best.setdefault(normalised(form), form)
    return list(best.values())
