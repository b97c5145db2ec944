"""Noun phrases that mean a party or a source without a name: "the Karsian side", "a senior diplomat"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set

from onrecord.campaigns import is_campaign
from onrecord.enrich.lexicon import lexicon
from onrecord.enrich.people import Known
from onrecord.enrich.roles import offices
from onrecord.enrich.sheet import Sheet
from onrecord.layers import Mention, unnamed


def institutions(
    sheet: Sheet, parties: Sequence[Mention], people: Sequence[Known], named: Sequence[Mention], states: Set[str]
) -> list[Mention]:
    """Organs, delegations and sides whose words name their party: they mean that party."""
    by_token = owners(parties, people, named) | _federal(sheet, parties)
    by_key = {p.key: p for p in people}
    out = []
    for t in sheet.tokens:
        if t.pos not in ("NOUN", "PROPN") or not is_kind(sheet, t.i, "institution") or t.i in by_token:
            continue
        party = party_of_phrase(sheet, t.i, by_token, states) or _seated(sheet, t.i, parties)
        if party is None and t.lemma == "administration":
            # in English only American governments go by a surname and this word
            for m in named:
                if m.last == t.i and m.head in sheet.children[t.i]:
                    party = "US"
                    by_key[m.ref].parties.append(party)
        first, last = sheet.phrase(t.i, whole=False)
        if party is not None and not (
            sheet.tokens[first].lower in ("a", "an") and not _named_before(by_token, first, t.i)
        ):
            out.append(Mention(first, last, t.i, sheet.tokens[first].start, t.end, "party", "name", party))
    return out


def _seated(sheet: Sheet, i: int, parties: Sequence[Mention]) -> str | None:
    """Whose "the government in Estmark" is: the party that has its seat there."""
    if sheet.tokens[i].lemma not in ("government", "regime", "authority", "administration", "leadership"):
        return None
    places = {m.head: m.party for m in parties if m.kind == "place"}
    within = (c for c in sheet.children[i] if sheet.tokens[c].lower == "in" and sheet.tokens[c].dep == "prep")
    return next((places[o] for c in within for o in sheet.children[c] if places.get(o)), None)


def _named_before(by_token: dict[int, str], first: int, last: int) -> bool:
    """Whether a party stands before the noun: "a Karsian mission" is Karsia, "a mission of Karsia" is not."""
    return any(i in by_token for i in range(first, last))


def sources(sheet: Sheet, mentions: Sequence[Mention], people: Sequence[Known], states: Set[str]) -> list[Mention]:
    """Persons and groups without a name, with the party that they speak for where the words tell."""
    taken = {m.head for m in mentions} | {i for m in mentions if m.kind == "person" for i in range(m.first, m.last)}
    parties = [m for m in mentions if m.kind == "party"]
    by_token = owners(parties, people, [m for m in mentions if m.kind == "person"]) | _federal(sheet, parties)
    out = []
    for t in sheet.tokens:
        if t.pos not in ("NOUN", "PROPN", "ADJ") or t.i in taken or t.dep in ("compound", "amod", "nmod"):
            continue
        if not (is_kind(sheet, t.i, "office") or is_kind(sheet, t.i, "people")):
            continue
        first, last = sheet.phrase(t.i)
        party = party_of_phrase(sheet, t.i, by_token, states) or _sole(sheet, first, t.i, {m.ref for m in parties})
        out.append(
            Mention(first, last, t.i, sheet.tokens[first].start, sheet.tokens[last - 1].end, "unnamed", "nominal",
                    unnamed(sheet.words(first, last)), party)
        )  # fmt: skip
    return out


def _sole(sheet: Sheet, first: int, noun: int, named: Set[str]) -> str | None:
    """The party that alone has such an office ("the foreign secretary"), where the article names it."""
    title = " ".join(t.lower for t in sheet.tokens[first : noun + 1])
    return next((p for words, p in offices().items() if title.endswith(words) and p in named), None)


def _federal(sheet: Sheet, parties: Sequence[Mention]) -> dict[int, str]:
    """Whose "federal officials" and "the Federal Government" are: the only federation that the article names, or the
    one named more than twice as often as any other."""
    named = (m.ref if m.kind == "party" else m.party for m in parties)
    times = Counter(party for party in named if party in lexicon("federation"))
    (first, n), (_, m) = (*times.most_common(2), ("", 0), ("", 0))[:2]
    if first is None or n <= 2 * m:
        return {}
    tied = ("amod", "compound", "nmod")
    return {t.i: first for t in sheet.tokens if t.lower == "federal" and t.dep in tied}


def is_kind(sheet: Sheet, i: int, *kinds: str) -> bool:
    t = sheet.tokens[i]
    return any(t.lemma in lexicon(k) or t.lower in lexicon(k) for k in kinds)


def owners(parties: Sequence[Mention], people: Sequence[Known], named: Sequence[Mention]) -> dict[int, str]:
    """The party that each token names: its own mention's, or that of the person whom it names."""
    party_of = {p.key: p.party for p in people}
    out: dict[int, str] = {}
    for m in [*parties, *named]:
        party = m.ref if m.kind == "party" else party_of.get(m.ref)
        if party is not None:
            out.update(dict.fromkeys(range(m.first, m.last), party))
    return out


def party_of_phrase(sheet: Sheet, i: int, by_token: dict[int, str], states: Set[str]) -> str | None:
    """The party named by the modifiers of noun i, else by its "of", "for", "from" or "at" phrase.

    Who leads something speaks for it ("the Karsian head of the League's mission"); who did so once, for nobody.
    Those who speak against their state or for themselves ("Karsian rebels") speak for their own group if that is
    a party, else for none; who fights for a movement ("fighters of the Front") speaks for it.
    """
    if any(sheet.tokens[c].lower in lexicon("former") for c in sheet.children[i] if c < i):
        return None
    apart = [j for j in (i, *sheet.children[i]) if j <= i and sheet.tokens[j].lemma in lexicon("own_cause")]
    if apart:
        own = next((by_token[j] for j in apart if j in by_token), None)
        if own is not None or sheet.tokens[i].lemma not in lexicon("follower"):
            return own
        by_token = {j: party for j, party in by_token.items() if party not in states and not is_campaign(party)}
    before: str | None = None
    after: str | None = None
    for c in sheet.children[i]:
        t = sheet.tokens[c]
        if c > 1 and sheet.tokens[c - 1].text == "-" and sheet.tokens[c - 2].lower in ("anti", "pro"):
            continue  # "anti-Vask groups"
        if t.dep in ("amod", "compound", "nmod", "poss", "nummod", "punct") and c < i:
            found = by_token.get(c) or next((by_token[j] for j in sheet.children[c] if j in by_token), None)
            if found is not None and not (sheet.tokens[i].lemma in lexicon("leads") and sheet.tokens[c].tag == "JJ"):
                return found
            before = before or found
        elif t.dep == "prep" and c > i and t.lower in ("of", "for", "from", "at", "in", "with") and after is None:
            for o in sheet.children[c]:
                after = by_token.get(o) or party_of_phrase(sheet, o, by_token, states)
                if after is not None:
                    break
            if before is not None and t.lower not in ("of", "for"):
                after = None
    return after or before
