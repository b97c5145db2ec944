"""Who stands for election, and where an article names a campaign after its candidate: "the Brandt campaign"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.campaigns import campaign_of
from onrecord.enrich.lexicon import lexicon
from onrecord.enrich.names import NameRun
from onrecord.enrich.sheet import Sheet
from onrecord.gazetteer import political_parties
from onrecord.layers import Mention, Role

CAMPAIGNS = frozenset({"campaign", "camp"})
ELECTED = frozenset(
    {"presidential", "gubernatorial", "mayoral", "senatorial", "senate", "congressional", "parliamentary", "house"}
)
"""What someone stands for, before "candidate": nominees for a court or a prize stand for no election."""
NOT_YET = frozenset({"possible", "potential", "prospective", "likely", "would-be", "losing", "failed"})
ANOTHERS = frozenset({"to", "for", "of", "with", "vice", "vice-presidential"})
"""Before "candidate": the words are of one who serves or joins another ("aide to", "vice presidential")."""


def stands(roles: Sequence[Role]) -> bool:
    """Whether the words beside a name make its bearer a candidate now: who governs meanwhile acts as governing."""
    titles = [role.title.casefold().split() for role in roles]
    ruling = any(lexicon("head_office").intersection(t) and "vice" not in t and not _former(t) for t in titles)
    return not ruling and any(_stands(role, words) for role, words in zip(roles, titles, strict=True))


def _stands(role: Role, words: Sequence[str]) -> bool:
    called = next((n for n, word in enumerate(words) if word in lexicon("standing") and word != "shadow"), None)
    if called is None:
        return False
    before = words[:called]
    other = (
        _former(before)
        or any(word.isdigit() for word in before)
        or not NOT_YET.isdisjoint(before)
        or not ANOTHERS.isdisjoint(before)
    )
    return not other and (role.party in political_parties() or not ELECTED.isdisjoint(before))


def _former(words: Sequence[str]) -> bool:
    return not lexicon("former").isdisjoint(words)


def campaign_mentions(sheet: Sheet, runs: Sequence[NameRun]) -> list[Mention]:
    """The campaigns named after their candidates, capital and all: "the Brandt campaign", "Ilse Brandt's camp"."""
    out = []
    for run in runs:
        noun = run.last + (run.last < len(sheet.tokens) and sheet.tokens[run.last].tag == "POS")
        if noun >= sheet.sentence(run.first).last or sheet.tokens[noun].lower not in CAMPAIGNS:
            continue
        t, owned = sheet.tokens[noun], noun > run.last
        if sheet.tokens[sheet.head_of(run.first, run.last)].head != noun or (owned and not campaign_acts(sheet, noun)):
            continue  # "Brandt's campaign against the tax"
        before = sheet.tokens[run.first - 1] if run.first > sheet.sentence(run.first).first else None
        first = run.first - 1 if before is not None and before.lower == "the" else run.first
        start = sheet.tokens[first].start
        out.append(Mention(first, noun + 1, noun, start, t.end, "party", "name", campaign_of(run.name)))
    return out


def campaign_acts(sheet: Sheet, noun: int) -> bool:
    """Whether a campaign does or says something here, or is what somebody works for ("Brandt's campaign manager")."""
    t = sheet.tokens[noun]
    if t.dep == "compound":
        return True
    verb = sheet.tokens[t.head]
    return t.dep == "nsubj" and (verb.lemma in lexicon("saying") or verb.lemma in lexicon("acting"))
