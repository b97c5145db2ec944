"""Political parties: which state's is meant where several have one of that name, and where none is meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from onrecord.enrich.lexicon import lexicon
from onrecord.enrich.sheet import Hit, Sheet
from onrecord.gazetteer import Gazetteer

CHAMBERS = frozenset({"House", "Senate", "Congressional", "Parliamentary", "U.S.", "US", "American", "GOP"})


def political(sheet: Sheet, hits: Sequence[Hit], gazetteer: Gazetteer) -> list[Hit]:
    """The hits, of which those of political parties mean one of a state that the article names.

    Of several such states it is the one named most; where the article names no state, the best known.
    """
    states = {h: _states(h, gazetteer) for h in hits}
    named = Counter(h.surface.parties[0] for h in hits if not states[h])
    any_state = any(gazetteer.parties[p].kind == "state" for p in named if p in gazetteer.parties)
    out: list[Hit] = []
    for hit in hits:
        if not states[hit]:
            out.append(hit)
            continue
        near = [p for p, state in states[hit].items() if named[state]] if any_state else [hit.surface.parties[0]]
        if near and not _is_part(sheet, hit):
            meant = max(near, key=lambda p: named[states[hit][p]])
            out.append(replace(hit, surface=replace(hit.surface, parties=(meant,))))
    return out


def _states(hit: Hit, gazetteer: Gazetteer) -> dict[str, str]:
    """The state of each party that the hit may mean; none if it is no political party's name."""
    known = {p: gazetteer.parties[p].state for p in hit.surface.parties if p in gazetteer.parties}
    return {p: state for p, state in known.items() if state is not None}


def _is_part(sheet: Sheet, hit: Hit) -> bool:
    """Whether the words are but a part of another name ("Christian Democrats", "the Republican Guard"), or no name."""
    sentence = sheet.sentence(hit.first)
    before = sheet.tokens[hit.first - 1] if hit.first > sentence.first else None
    after = sheet.tokens[hit.last] if hit.last < sentence.last else None
    opening = before is not None and before.i == sentence.first and before.tag != "NNP"
    if before is not None and before.text[0].isupper() and before.pos in ("PROPN", "ADJ") and not opening:
        joined = before.ent != "GPE" and before.text not in CHAMBERS and before.lower not in lexicon("rank")
        if joined and before.tag != "POS":
            return True
    if sheet.tokens[hit.first].tag[:2] not in ("NN", "JJ"):
        return True
    if after is None or (hit.use == "name" and hit.last - hit.first > 1):
        return False
    titled = (
        after.lower in lexicon("office") or after.lower in lexicon("short_office") or after.lower in lexicon("rank")
    )
    return (
        after.text[0].isupper()
        and after.tag == "NNP"
        and after.ent != "PERSON"
        and not titled
        and sheet.tokens[hit.last - 1].dep
        in (
            "compound",
            "amod",
            "nmod",
        )
    )
