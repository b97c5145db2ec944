"""For whom a person seems to speak where no words beside the name tell: what their own sentences give away.

A hint is no proof. The hints are only counted here; the record adds up those of all articles.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from onrecord.enrich.lexicon import lexicon
from onrecord.enrich.people import NO_MINISTERS, Known
from onrecord.enrich.sheet import Sheet
from onrecord.gazetteer import Gazetteer
from onrecord.layers import Mention

NEAR = 2  # sentences back in which an office without a name introduces its holder
HEADS = frozenset({"President", "Prime Minister", "Premier", "King", "Queen"})
SPEAKERS = frozenset({"spokesman", "spokeswoman", "spokesperson"})
WILL = frozenset({"will", "would", "wo", "'ll", "’ll", "shall"})


def hints(
    sheet: Sheet, mentions: Sequence[Mention], people: Sequence[Known], known: Gazetteer
) -> Mapping[str, Counter[str]]:
    """For each person key how often each party is hinted at."""
    out: dict[str, Counter[str]] = defaultdict(Counter)
    parties = {m.head: m.ref for m in mentions if m.kind == "party" and m.how != "adjective"}
    for m in mentions:
        if m.kind == "person":
            out[m.ref].update(_introduced(sheet, m, mentions))
            out[m.ref].update(_spoken_for(sheet, m, mentions))
            for verb in _verbs(sheet, m.head):
                out[m.ref].update(_led(sheet, verb, parties))
                out[m.ref].update(_willed(sheet, verb, parties))
    home = _home(sheet, mentions, people, known)
    about = _about(mentions, known)
    for person in (p for p in people if p.party is None):
        if home is not None and any(_is_cabinet(role.title) for role in person.roles):
            out[person.key].update([home])
        elif about is not None and any(role.title in HEADS for role in person.roles):
            out[person.key].update([about])
    return out


def _about(mentions: Sequence[Mention], known: Gazetteer) -> str | None:
    """The state that the article is about: named thrice, and more than twice as often as any other."""
    named = (m.ref if m.kind == "party" else m.party for m in mentions if m.how != "pronoun")
    times = Counter(p for p in named if p is not None and p in known.parties and known.parties[p].kind == "state")
    (first, n), (_, m) = (*times.most_common(2), ("", 0), ("", 0))[:2]
    return first if n > 2 and n > 2 * m else None


def _home(sheet: Sheet, mentions: Sequence[Mention], people: Sequence[Known], known: Gazetteer) -> str | None:
    """The state for whose readers the article is written, where it can be told: foreign ministers are introduced
    with their states, those at home without. It is the one that acts here and of whom no such office is named,
    or the only one that is named at all."""
    foreign = {role.party for p in people for role in p.roles if role.party and _is_office(role.title)} | NO_MINISTERS
    states = {party.id for party in known.parties.values() if party.kind == "state"} - foreign
    acting = {
        m.ref
        for m in mentions
        if m.ref in states and sheet.tokens[_phrase(sheet, m.head)].dep in ("nsubj", "nsubjpass")
    }
    if len(acting) != 1:
        acting = {m.ref for m in mentions if m.kind == "party" and m.ref in states}
    return next(iter(acting)) if len(acting) == 1 else None


def _phrase(sheet: Sheet, i: int) -> int:
    """The noun that a state's name stands before or is joined to: "the Karsian government", "Karsia and Valdoria"."""
    t = sheet.tokens[i]
    while t.dep in ("amod", "compound", "poss", "conj") and t.head != t.i:
        t = sheet.tokens[t.head]
    return t.i


def _is_cabinet(title: str) -> bool:
    """Whether it is the office of a minister in power, and not of a church or a province."""
    words = title.casefold().split()
    portfolio = words[words.index("minister") - 1] if "minister" in words[1:] else ""
    return portfolio in lexicon("portfolio") and lexicon("former").isdisjoint(words) and "shadow" not in words


def _is_office(title: str) -> bool:
    return not lexicon("spokes_office").isdisjoint(title.casefold().split())


def _introduced(sheet: Sheet, m: Mention, mentions: Sequence[Mention]) -> list[str]:
    """ "A Karsian spokesman said no ... said spokesman Odo Brandt": the name follows the office and its party."""
    t = sheet.tokens[m.first]
    if t.i == m.head or t.lemma not in lexicon("office"):
        return []
    for before in reversed(mentions):
        noun = sheet.tokens[before.head]
        if noun.i < t.i and t.sentence - noun.sentence <= NEAR and before.kind == "unnamed" and noun.lemma == t.lemma:
            return [before.party] if before.party is not None else []
    return []


def _spoken_for(sheet: Sheet, m: Mention, mentions: Sequence[Mention]) -> list[str]:
    """ "Orlair will appeal, spokesman Odo Brandt said": who is told of speaks through who is just called spokesman."""
    t = sheet.tokens[m.first]
    if t.i == m.head or t.lemma not in SPEAKERS:
        return []
    first = sheet.sentence(t.i).first
    for a in mentions:
        subject = sheet.tokens[a.head]
        before = first <= subject.i < t.i and subject.dep in ("nsubj", "nsubjpass")
        if before and a.kind == "party" and sheet.tokens[subject.head].lemma not in lexicon("saying"):
            return [a.ref]
    return []


def _verbs(sheet: Sheet, i: int) -> list[int]:
    """The verbs that the person at token i does: of their clause, and of a clause about them ("Vask, who led")."""
    t = sheet.tokens[i]
    relative = [c for c in sheet.children[i] if sheet.tokens[c].dep == "relcl"]
    own = [c for c in relative if any(sheet.tokens[k].lower == "who" for k in sheet.children[c])]
    if t.dep != "nsubj":
        return own
    return [t.head, *(c for c in sheet.children[t.head] if sheet.tokens[c].dep == "conj"), *own]


def _led(sheet: Sheet, verb: int, parties: Mapping[int, str]) -> list[str]:
    """ "Vask, who led the Karsian side": the head of a delegation is one of it."""
    if sheet.tokens[verb].lemma not in ("lead", "head"):
        return []
    led = (c for c in sheet.children[verb] if sheet.tokens[c].dep == "dobj")
    return [parties[c] for c in led if c in parties and sheet.tokens[c].lemma in lexicon("institution")]


def _willed(sheet: Sheet, verb: int, parties: Mapping[int, str]) -> list[str]:
    """ "Solen said that Karsia would not sign": who tells what a party will do, or is ready for, speaks for it.

    What it has done, is doing or has to do is told by its adversaries as well.
    """
    if sheet.tokens[verb].lemma not in lexicon("saying"):
        return []
    out = []
    for clause in (c for c in sheet.children[verb] if sheet.tokens[c].dep in ("ccomp", "parataxis")):
        for told in (clause, *(c for c in sheet.children[clause] if sheet.tokens[c].dep == "conj")):
            subjects = (c for c in sheet.children[told] if sheet.tokens[c].dep == "nsubj")
            out += [parties[c] for c in subjects if c in parties and _is_will(sheet, told)]
    return out


def _is_will(sheet: Sheet, verb: int) -> bool:
    """Whether the clause tells what its subject means to do or is ready for."""
    children = [sheet.tokens[c] for c in sheet.children[verb]]
    if sheet.tokens[verb].lemma == "be":
        return any(c.dep in ("acomp", "attr") and c.lemma in lexicon("ready") for c in children)
    if any(c.dep == "auxpass" for c in children):
        return sheet.tokens[verb].lemma in lexicon("ready")
    willed = any(c.dep == "aux" and c.lower in WILL for c in children)
    return willed and sheet.tokens[verb].lemma not in lexicon("befall")
