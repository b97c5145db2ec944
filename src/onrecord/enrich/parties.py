"""Where an article names a party, and where it only names a place."""

from __future__ import annotations

from collections import Counter

from onrecord.enrich.lexicon import lexicon
from onrecord.enrich.political import political
from onrecord.enrich.sheet import Hit, Sheet
from onrecord.gazetteer import Gazetteer, Surface, Use
from onrecord.layers import Mention, MentionHow, Token

STATELESS = "PS"
"""The people whose authorities English calls by its name alone: "Palestinians want a state"."""
OTHER_LANDS = frozenset({"New", "Northern", "Southern", "Eastern", "Western"})


def find_hits(sheet: Sheet, gazetteer: Gazetteer) -> list[Hit]:
    """Every gazetteer surface in the article, longest first, none within another or within a longer name."""
    out: list[Hit] = []
    ends = {t.end: t.i for t in sheet.tokens}
    capitals = {s.index: _all_capitals(sheet, s.first, s.last) for s in sheet.sentences}
    content, upper = sheet.content, sheet.content.upper()
    done = -1
    for t in sheet.tokens:
        if t.i <= done or not t.text[:1].isalnum():
            continue
        found = list(gazetteer.at(content, t.start))
        if not found and capitals[t.sentence]:
            found = list(gazetteer.in_capitals(upper, t.start))
        for surface in found:
            last = ends.get(t.start + len(surface.words))
            if last is None or not _stands_alone(sheet, t.i, last + 1, surface):
                continue
            head = sheet.head_of(t.i, last + 1)
            out.append(Hit(t.i, last + 1, head, surface, _use(sheet.tokens[head], surface)))
            done = last
            break
    return political(sheet, out, gazetteer)


def _all_capitals(sheet: Sheet, first: int, last: int) -> bool:
    words = [sheet.tokens[i].text for i in range(first, last) if sheet.tokens[i].text.isalpha()]
    return len(words) > 3 and all(w.isupper() for w in words)


def _stands_alone(sheet: Sheet, first: int, last: int, surface: Surface) -> bool:
    """False within a longer name: a person's ("Michael Jordan"), a newspaper's ("Moscow Times")."""
    before = sheet.tokens[first - 1] if first > sheet.sentence(first).first else None
    after = sheet.tokens[last] if last < sheet.sentence(first).last else None
    if (
        after is not None
        and after.text in lexicon("organisation_word")
        and surface.use in ("capital", "name", "adjective")
    ):
        return False
    if before is not None and before.text in OTHER_LANDS and surface.use == "name":
        return False  # "Northern Ireland" is another land, "Southern Sudan" a region
    if before is not None and surface.use == "name" and _same_organisation(before, sheet.tokens[first]):
        return False  # "Fair Harvest Karsia" is a society of its own
    if before is not None and before.lower == "ethnic" and surface.use in ("adjective", "people"):
        return False  # "ethnic Karsians" live in another land
    if before is not None and before.text == "-" and sheet.tokens[first - 2].text in lexicon("hyphenated"):
        return False  # "African-American"
    if surface.words in ("West", "Western", "Quad", "Diet") and (after is None or after.pos != "PROPN"):
        return surface.use == "adjective" or (before is not None and before.lower in ("the", "collective"))
    if surface.words in ("West", "Western", "Quad", "Diet"):
        return False  # "West Darfur", "Western Sahara"
    if last - first == 1 and surface.use in ("name", "capital", "adjective") and sheet.tokens[first].ent == "PERSON":
        neighbours = [n for n in (before, after) if n is not None]
        return not any(n.ent == "PERSON" and n.text[:1].isupper() and n.text.isalpha() for n in neighbours)
    return True


def _same_organisation(a: Token, b: Token) -> bool:
    return a.ent == b.ent == "ORG" and a.tag == "NNP" and not a.text.isupper()


def _use(token: Token, surface: Surface) -> Use:
    """How the word is used here: the settings list names and adjectives alike, the parse tells them apart."""
    if surface.use == "name" and (token.dep == "amod" or token.pos == "ADJ"):
        return "adjective"
    if surface.use == "adjective" and token.dep in ("nsubj", "dobj", "pobj", "nsubjpass", "conj") and token.tag != "JJ":
        return "people"
    return surface.use


def party_mentions(sheet: Sheet, hits: list[Hit]) -> list[Mention]:
    """The hits as mentions of parties and of places."""
    named = Counter(h.surface.parties[0] for h in hits if h.surface.use != "capital")
    placed: dict[int, bool] = {}
    out: list[Mention] = []
    for hit in hits:
        is_place = placed[hit.head] = _is_place(sheet, hit, placed)
        if hit.use == "people" and _is_populace(sheet, hit):
            continue
        party = _owner(sheet, hit, hits) or _meant(hit, named)
        how: MentionHow = "adjective" if hit.use == "adjective" else "name"
        first = hit.first - 1 if _has_article(sheet, hit) else hit.first
        start, end = sheet.tokens[first].start, sheet.tokens[hit.last - 1].end
        if is_place:
            out.append(
                Mention(
                    hit.first,
                    hit.last,
                    hit.head,
                    sheet.tokens[hit.first].start,
                    end,
                    "place",
                    how,
                    hit.surface.words,
                    party,
                )
            )
        else:
            out.append(Mention(first, hit.last, hit.head, start, end, "party", how, party))
    return out


def _is_populace(sheet: Sheet, hit: Hit) -> bool:
    """Whether a people is some or all of those who live in a land, and not who governs it.

    "Many Karsians", "thousands of Karsians"; those who march, vote or flee, or are asked what they think;
    "Karsians gave the president a week".
    """
    t = sheet.tokens[hit.head]
    beside = [sheet.tokens[c] for c in sheet.children[t.i]]
    if t.dep == "pobj" and sheet.tokens[t.head].lower == "of":
        beside.append(sheet.tokens[sheet.tokens[t.head].head])
    if any(b.dep == "nummod" or b.lower in lexicon("quantity") for b in beside):
        return True
    verb = sheet.tokens[t.head]
    if t.dep != "nsubj":
        return False
    if verb.lemma in lexicon("populace") or (verb.lemma == "take" and _to_the_streets(sheet, verb.i)):
        return True
    if any(b.lower == "the" or b.dep == "conj" for b in beside):
        return False
    whom = (c for c in sheet.children[verb.i] if sheet.tokens[c].dep in ("dobj", "dative") and c > t.i)
    ruler = any(sheet.tokens[o].lower in lexicon("head_office") for w in whom for o in (w, *sheet.children[w]))
    return ruler or (verb.lemma in lexicon("opinion") and hit.surface.parties[0] != STATELESS)


def _to_the_streets(sheet: Sheet, verb: int) -> bool:
    within = (sheet.tokens[i].lower for i in sheet.bare.subtree(verb) if i > verb)
    return any(word in ("street", "streets") for word in within)


def _owner(sheet: Sheet, hit: Hit, hits: list[Hit]) -> str | None:
    """Whose organ it is where another party stands right before it: "Ukraine's National Security Council"."""
    if hit.use != "organ":
        return None
    for other in hits:
        gap = [sheet.tokens[i].tag for i in range(other.last, hit.first)]
        if other.last <= hit.first and gap in ([], ["POS"]) and other.use != "organ":
            return other.surface.parties[0]
    return None


def _has_article(sheet: Sheet, hit: Hit) -> bool:
    return (
        hit.use in ("organ", "people", "name")
        and hit.first > sheet.sentence(hit.first).first
        and sheet.tokens[hit.first - 1].lower == "the"
        and sheet.tokens[hit.first - 1].head in range(hit.first, hit.last)
    )


def _meant(hit: Hit, named: Counter[str]) -> str:
    """Which party the words mean: of those that share a seat the one that the article names most."""
    if len(hit.surface.parties) == 1:
        return hit.surface.parties[0]
    return max(hit.surface.parties[1:] + hit.surface.parties[:1], key=lambda p: named[p])


def _is_place(sheet: Sheet, hit: Hit, placed: dict[int, bool]) -> bool:
    """Whether the name only says where: "in Geneva", "visited Moscow", "the Vienna talks"."""
    t = sheet.tokens[hit.head]
    head = sheet.tokens[t.head]
    if hit.use in ("adjective", "people", "organ"):
        return False
    if t.dep in ("conj", "appos") and head.i in placed:
        return placed[head.i]
    if t.dep == "pobj" and head.lower in lexicon("place_preposition"):
        return not (head.lower == "over" or (head.lower == "within" and hit.use == "name"))
    if (
        t.dep == "pobj"
        and head.lower in ("to", "from", "towards", "toward")
        and sheet.tokens[head.head].lemma in lexicon("motion")
    ):
        return True
    if hit.use != "capital":
        return t.dep == "dobj" and head.lemma in ("visit", "leave", "tour", "enter")
    if _dateline(sheet, hit):
        return True
    if t.dep == "dobj":
        return head.lemma in lexicon("place_verb")
    if t.dep == "pobj":
        return (head.lower == "of" and sheet.tokens[head.head].lemma in lexicon("place_noun")) or (
            head.lower in ("from", "to")
            and (sheet.tokens[head.head].lemma in ("trip", "visit", "flight", "travel", "journey", "tour", "reporting"))
        )
    if t.dep in ("compound", "nmod", "amod", "npadvmod"):
        noun = sheet.tokens[t.head]
        return noun.lemma not in lexicon("institution") | lexicon("people") | lexicon("office") and noun.i > t.i
    if t.dep == "poss":
        return head.pos == "PROPN" or head.lemma in lexicon("place_noun") - {"agreement", "talks", "border", "embassy"}
    return False


def _dateline(sheet: Sheet, hit: Hit) -> bool:
    """The place before an agency's name or a dash at the start of a paragraph."""
    sentence = sheet.sentence(hit.first)
    after = sheet.tokens[hit.last].text if hit.last < len(sheet.tokens) else ""
    return hit.first == sentence.first and sheet.tokens[hit.first].text.isupper() and after in ("(", "-", "–", "—", ",")


def named_places(sheet: Sheet, hits: list[Hit]) -> list[Mention]:
    """Other places that the model names (cities, regions, rivers), outside the gazetteer's surfaces."""
    taken = {i for h in hits for i in range(h.first, h.last)}
    out: list[Mention] = []
    i = 0
    while i < len(sheet.tokens):
        t = sheet.tokens[i]
        last = i + 1
        if t.ent in ("GPE", "LOC", "FAC") and t.pos == "PROPN" and i not in taken:
            while (
                last < sheet.sentence(i).last
                and sheet.tokens[last].ent == t.ent
                and last not in taken
                and sheet.tokens[last].tag != "POS"
            ):
                last += 1
            words = sheet.words(i, last)
            out.append(
                Mention(i, last, sheet.head_of(i, last), t.start, sheet.tokens[last - 1].end, "place", "name", words)
            )
        i = last
    return out
