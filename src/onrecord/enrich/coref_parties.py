"""Which party or group is meant by "it", "their", "the alliance" or "its delegation"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Set
from dataclasses import replace

from onrecord.campaigns import is_campaign
from onrecord.enrich.campaigns import CAMPAIGNS, campaign_acts
from onrecord.enrich.discourse import SUBJECTS, Discourse
from onrecord.enrich.home_organs import home_organ, home_state, is_state, of_land
from onrecord.enrich.lexicon import lexicon
from onrecord.enrich.sources import is_kind
from onrecord.layers import Mention

PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
NEUTER = frozenset({"it", "its", "itself"})
ASIDE = frozenset({"advcl", "relcl", "acl", "pcomp"})
AGENCIES = frozenset({"agency", "department", "bureau"})
DASHES = frozenset({"-", "–", "—", "--", ":"})
ORGAN_REACH = 4  # sentences back in which an organ named in full is looked for


def pronoun_party(d: Discourse, i: int) -> Mention | None:
    """The party or group that acted last; none where a thing did."""
    tokens = d.sheet.tokens
    if tokens[i].lower == "it" and (_expletive(d, i) or tokens[i].dep == "dobj"):
        return None
    plural = tokens[i].lower in PLURAL
    if plural and (heard := _heard_before(d, i)) is not None:
        return heard
    for subject in _doers(d, i):
        if d.same_clause(i, subject):
            continue
        m = d.by_head.get(subject)
        several = tokens[subject].tag in ("NNS", "NNPS")
        if m is None and tokens[subject].pos in ("NOUN", "PROPN") and several == plural:
            return None
        if m is not None and m.kind == "party" and m.how != "adjective":
            return m
        if m is not None and m.kind == "unnamed" and several and plural:
            return m
    return None


def _heard_before(d: Discourse, i: int) -> Mention | None:
    """The sources who spoke last, for "they said" put into or behind what is said: who is told of is not who tells."""
    t = d.sheet.tokens[i]
    verb = d.sheet.tokens[t.head]
    if t.dep not in SUBJECTS or verb.lemma not in lexicon("saying") or d.sheet.sentence(i).first == i:
        return None
    if not any(d.sheet.tokens[c].dep == "ccomp" and c < i for c in d.sheet.children[verb.i]) and verb.dep == "ROOT":
        return None
    spoke = (a for a in reversed(d.before) if a.speaks and t.sentence - a.sentence <= 1)
    return next((a.mention for a in spoke if d.sheet.tokens[a.mention.head].tag in ("NNS", "NNPS")), None)


def _doers(d: Discourse, i: int) -> list[int]:
    """Who may be "it" or "they": who does the verb above it, then other subjects before it, the nearest first.

    A verb without a subject is done by the object of the verb above ("called on Karsia to free its
    prisoners"), else by its subject. Of the sentence before, the main subject comes first.
    """
    tokens, children, sentence = d.sheet.tokens, d.sheet.children, d.sheet.sentence(i)
    told = _told_before(d, i)
    out: list[int] = []
    j = i
    while tokens[j].head != j:
        below, j = j, tokens[j].head
        if tokens[below].dep == "xcomp":
            earlier = [c for c in children[j] if c < below]
            out += [c for c in earlier if tokens[c].dep in ("dobj", "dative")]
            out += [o for c in earlier if tokens[c].dep == "prep" for o in children[c]]
        out += [c for c in children[j] if tokens[c].dep in SUBJECTS and c < i]
    before = (k for k in range(i - 1, sentence.first - 1, -1) if k not in told)
    out += [k for k in before if tokens[k].dep in SUBJECTS and k not in out]
    if sentence.index > 0:
        last = d.sheet.sentences[sentence.index - 1]
        out += [k for k in range(last.first, last.last) if tokens[k].dep in SUBJECTS]
    return out


def _told_before(d: Discourse, i: int) -> Set[int]:
    """The words before "it said" that it said: who is told of is not who tells."""
    verb = d.sheet.tokens[i].head
    if d.sheet.tokens[i].dep not in SUBJECTS or d.sheet.tokens[verb].lemma not in lexicon("saying"):
        return frozenset()
    said = (c for c in d.sheet.children[verb] if d.sheet.tokens[c].dep in ("ccomp", "dobj") and c < i)
    return frozenset(k for c in said for k in d.sheet.bare.subtree(c))


def _expletive(d: Discourse, i: int) -> bool:
    """ "It is time that", "it seems": the pronoun means nothing."""
    tokens = d.sheet.tokens
    verb = tokens[tokens[i].head]
    clauses = {tokens[c].dep for c in d.sheet.children[verb.i]}
    if tokens[i].dep == "expl" or verb.lemma in ("seem", "appear", "rain", "snow", "happen"):
        return True
    if verb.lemma in ("be", "become", "remain"):
        return not clauses.isdisjoint({"acomp", "attr", "ccomp", "xcomp", "advcl"})
    return tokens[i].dep == "nsubjpass" and "ccomp" in clauses


def nominal_party(d: Discourse, i: int) -> Mention | None:
    """The party last named for which noun i may stand ("the alliance")."""
    tokens = d.sheet.tokens
    beside = [tokens[c] for c in d.sheet.children[i]]
    known = any(c.lower in ("the", "this", "that") for c in beside)
    if not known or any((c.dep == "prep" and c.lower == "of") or c.dep == "poss" or c.pos == "PROPN" for c in beside):
        return None
    if tokens[i].tag in ("NNS", "NNPS") or (tokens[i].lemma == "party" and any(c.dep == "amod" for c in beside)):
        return None  # "the ruling party"
    for a in reversed(d.before):
        party = d.gazetteer.parties.get(a.mention.ref) if a.mention.kind == "party" else None
        if party is not None and tokens[i].lemma in (*party.nominals, *(("party",) if party.state else ())):
            return d.taken_up(a.mention, i, "nominal")
    return None


def nominal_body(d: Discourse, i: int) -> Mention | None:
    """The party without a table that "the company", "the union" or "the group" takes up."""
    the = any(d.sheet.tokens[c].lower in ("the", "this", "that") for c in d.sheet.children[i])
    meant = _body_meant(d, i) if the else None
    return d.taken_up(meant, i, "nominal") if meant is not None else None


def _body_meant(d: Discourse, i: int) -> Mention | None:
    """The company, union or other group last named for which noun i may stand, of those that no table knows.

    A name with a word for a group in it is no company's; a union's says so.
    """
    t = d.sheet.tokens[i]
    kind = next((k for k in ("company", "union", "group") if t.lemma in lexicon(f"body_nominal:{k}")), None)
    if kind is None or t.tag != "NN" or (kind == "group" and d.sheet.phrase(i, whole=False)[0] < i - 1):
        return None  # "the green movement" is one of its own
    words: dict[str, set[str]] = defaultdict(set)
    for a in d.before:
        m = a.mention
        proper = d.sheet.tokens[m.head].tag in ("NNP", "NNPS") or m.ref == kind + "s"
        if proper and m.kind == "party" and m.how == "name" and m.ref not in d.gazetteer.parties:
            words[m.ref].update(d.sheet.tokens[k].lower for k in range(m.first, m.last))
    fits = {ref for ref, named in words.items() if _fits(kind, named)}
    reach = ORGAN_REACH if kind == "group" else t.sentence
    near = (a for a in reversed(d.before) if t.sentence - a.sentence <= reach)
    return next((a.mention for a in near if a.mention.ref in fits), None)


def _fits(kind: str, named: Set[str]) -> bool:
    if kind == "union":
        return not named.isdisjoint({"union", "unions", "workers"})
    return kind == "group" or named.isdisjoint(lexicon("organised"))


def campaign_meant(d: Discourse, i: int) -> Mention | None:
    """The campaign that "the campaign" or "her campaign" takes up, where it does or says something."""
    t = d.sheet.tokens[i]
    if t.lower not in CAMPAIGNS or t.tag != "NN" or not campaign_acts(d.sheet, i):
        return None
    owners = [c for c in d.sheet.children[i] if d.sheet.tokens[c].dep == "poss"]
    if owners:
        owner = d.by_head.get(owners[0])
        party = d.party_of(owner) if owner is not None else None
    elif d.definite(i):
        parties = (d.party_of(a.mention) for a in reversed(d.before))
        party = next((p for p in parties if is_campaign(p)), None)
    else:
        return None
    if party is None or not is_campaign(party):
        return None
    first, last = d.sheet.phrase(i, whole=False)
    return Mention(first, last, i, d.sheet.tokens[first].start, d.sheet.tokens[last - 1].end, "party", "nominal", party)


def organ(d: Discourse, i: int) -> Mention | None:
    """An organ whose party another word tells: a pronoun ("its delegation"), or who acted last ("the ministry")."""
    t = d.sheet.tokens[i]
    before = {d.sheet.tokens[c].lower for c in d.sheet.children[i] if c < i}
    chamber = t.text in lexicon("chamber") and "the" in before and before <= {"the", "both"}
    pronouns = [c for c in d.sheet.children[i] if d.sheet.tokens[c].dep == "poss" and d.sheet.tokens[c].pos == "PRON"]
    if pronouns and t.tag == "NN" and t.lemma in lexicon("body_nominal:group") | lexicon("body_nominal:union"):
        return _own_body(d, i, d.by_head.get(pronouns[0]))
    if t.pos not in ("NOUN", "PROPN") or not (chamber or is_kind(d.sheet, i, "institution")):
        return None
    owner: Mention | None = None
    if pronouns:
        owner = d.by_head.get(pronouns[0])
    elif t.lower in lexicon("organ_alone") and t.dep in SUBJECTS and d.definite(i):
        owner = _opened_in(d, i) or _same_organ(d, i) or _acted_last(d, i) or _datelined(d, i)
    elif t.lemma in AGENCIES and t.tag == "NN" and d.definite(i):
        owner = _same_organ(d, i)
    party = d.party_of(owner) if owner is not None else _of_the_land(d, i)
    if party is None and not pronouns:
        party = home_state(d) if chamber else of_land(d, i) or home_organ(d, i)
    if party is None:
        return None
    first, last_token = d.sheet.phrase(i, whole=False)
    return Mention(first, last_token, i, d.sheet.tokens[first].start, t.end, "party", "nominal", party)


def _opened_in(d: Discourse, i: int) -> Mention | None:
    """The capital with which the clause of an organ of state opens ("In Tolm, the ministry said")."""
    if d.sheet.tokens[i].lower == "delegation":
        return None
    where = {m.head: m for m in d.named if m.kind == "place" and m.party is not None}
    verb = d.sheet.tokens[i].head
    opening = (c for c in d.sheet.children[verb] if c < i and d.sheet.tokens[c].lower == "in")
    return next((where[o] for c in opening for o in d.sheet.children[c] if o in where), None)


def _datelined(d: Discourse, i: int) -> Mention | None:
    """The capital that an article is datelined from, for an organ of state in its first sentence ("Tolm – The
    ministry"): whom a national agency writes for."""
    first = next((s for s in d.sheet.sentences if s.kind == "body"), None)
    if first is None or d.sheet.sentence(i).block != first.block:
        return None
    opening = (m for m in d.named if m.first == first.first and m.party is not None and m.kind == "place")
    place = next(opening, None)
    dash = place is not None and d.sheet.tokens[place.last].text in DASHES
    return place if dash else None


def _own_body(d: Discourse, i: int, owner: Mention | None) -> Mention | None:
    """The body that somebody speaks for: "his organisation"; a minister's party is not his state."""
    party = d.party_of(owner) if owner is not None else None
    if party is None or is_state(d, party):
        return None
    first, last = d.sheet.phrase(i, whole=False)
    return Mention(first, last, i, d.sheet.tokens[first].start, d.sheet.tokens[i].end, "party", "nominal", party)


def _of_the_land(d: Discourse, i: int) -> str | None:
    """The state at home, for "the country's new cabinet"."""
    lands = (c for c in d.sheet.children[i] if d.sheet.tokens[c].dep == "poss")
    return home_state(d) if any(d.sheet.tokens[c].lemma in ("country", "nation", "kingdom") for c in lands) else None


def _same_organ(d: Discourse, i: int) -> Mention | None:
    """The organ last named that organ i takes up: by the same noun, and by no word that is not in its name.

    "The ministry" is the defence ministry of the sentence before; "the foreign ministry" is not. "The agency" is any
    organ with a name of its own.
    """
    t, tokens = d.sheet.tokens[i], d.sheet.tokens
    beside = {tokens[c].lower for c in d.sheet.children[i] if tokens[c].dep in ("amod", "compound")}
    for a in reversed(d.before):
        if t.sentence - a.sentence > ORGAN_REACH:
            return None
        m = a.mention
        named = {tokens[k].lower for k in range(m.first, m.last)}
        if m.kind == "party" and tokens[m.head].lemma == t.lemma and beside <= named:
            return m
        if t.lemma in AGENCIES and not beside and m.kind == "party" and _is_agency(d, m):
            return m
    return None


def _is_agency(d: Discourse, m: Mention) -> bool:
    words = d.sheet.words(m.first, m.last).removeprefix("the ").removeprefix("The ")
    surface = d.gazetteer.surfaces.get(words)
    return m.how == "name" and surface is not None and surface.use == "organ" and is_state(d, m.ref)


def _acted_last(d: Discourse, i: int) -> Mention | None:
    """The party or person that acted last in a main clause before token i, in its sentence or the one before.

    One that may have an army or a ministry: no company, no political party, no opposition.
    """
    for a in reversed(d.before):
        if d.sheet.tokens[i].sentence - a.sentence > 1:
            return None
        verb = d.sheet.tokens[d.sheet.tokens[a.mention.head].head]
        if a.subject and a.mention.kind in ("party", "person") and verb.dep not in ASIDE:
            party = d.party_of(a.mention)
            if party is None or (party in d.gazetteer.parties and d.gazetteer.parties[party].state is None):
                return a.mention
    return None


def of_organ(d: Discourse, m: Mention) -> Mention:
    """A source with the party of its organ, where only the text before tells whose that is ("a ministry spokesman",
    "company executives").
    """
    if m.kind != "unnamed" or m.party is not None:
        return m
    whose = _whose(d, m.head)
    if whose is not None:
        return replace(m, party=whose)
    within = [i for i in range(m.first, m.last) if i != m.head]
    organs = [i for i in within if d.sheet.tokens[i].lemma in lexicon("organ_alone")]
    owner = (_same_organ(d, organs[0]) or _acted_last(d, m.head)) if organs else None
    owner = owner or next((body for i in within if (body := _body_meant(d, i)) is not None), None)
    return replace(m, party=d.party_of(owner) if owner is not None else of_land(d, m.head) or home_organ(d, m.head))


def _whose(d: Discourse, i: int) -> str | None:
    """The party whose people a pronoun tells: of "its representatives", "her spokesman"; not of "his critics"."""
    t = d.sheet.tokens[i]
    if t.lemma in lexicon("own_cause") - {"lawyer"} or not (is_kind(d.sheet, i, "office") or t.lemma == "member"):
        return None
    pronouns = (c for c in d.sheet.children[i] if d.sheet.tokens[c].dep == "poss" and d.sheet.tokens[c].pos == "PRON")
    owner = next((d.by_head[c] for c in pronouns if c in d.by_head), None)
    return d.party_of(owner) if owner is not None else None
