"""Where outlets differ: a number, a wording, who said it, how sure or how good the talks are.

Precision goes before recall: what firmed up in time is a history and no divergence, a quotation cut
shorter is no other wording, and figures that can both be true are said to be compatible.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onrecord.entries import Divergence, Entries, ProposalEntry, QuoteEntry
from onrecord.ids import normalised
from onrecord.merge.corpus import Corpus
from onrecord.merge.divergences.claims import denied_claims
from onrecord.merge.divergences.conditions import condition_divergences, denied_threats
from onrecord.merge.divergences.denials import denied_reports
from onrecord.merge.divergences.figures import figure_divergences
from onrecord.merge.divergences.meetings import meeting_divergences
from onrecord.merge.divergences.positions import position_divergences
from onrecord.merge.divergences.sides import SIDE, divergence, many_outlets
from onrecord.merge.divergences.speakers import told_of_others
from onrecord.merge.divergences.wording import retold, reworded


def find_divergences(corpus: Corpus, entries: Entries) -> tuple[Divergence, ...]:
    """The divergences among the entries, each with two sides or more of at most 600 characters."""
    claims = list(denied_claims(corpus, entries.events, entries.quotes, entries.parties))
    found = [
        *figure_divergences(corpus, entries.figures, entries.figure_groups),
        *_quotes(corpus, entries),
        *meeting_divergences(entries.meetings, entries.quotes),
        *position_divergences(corpus, entries.positions, entries.issues, entries.parties),
        *condition_divergences(entries.conditionals, entries.parties),
        *denied_threats(corpus, entries.conditionals, entries.parties),
        *claims,
        *denied_reports(corpus, entries.events, entries.quotes, entries.parties, claims),
        *_proposals(entries.proposals),
    ]
    out: dict[str, Divergence] = {}
    for d in found:
        if len(d.sides) > 1 and all(len(s.exact) <= SIDE for s in d.sides):
            out.setdefault(d.id, d)
    return tuple(out[k] for k in sorted(out, key=lambda k: (out[k].type, out[k].about, k)))


def _quotes(corpus: Corpus, entries: Entries) -> Iterator[Divergence]:
    by_id = {q.id: q for q in entries.quotes}
    people = {p.id: p.name for p in corpus.people}
    parties = {p.id: p.name for p in entries.parties}
    for group in entries.quote_groups:
        members = [by_id[i] for i in group if i in by_id]
        told = told_of_others(members, people)
        if told:
            who = " / ".join(people[q.speaker or ""] for q in told)
            yield divergence("Who said it", "fact", (q.content[0] for q in told), who)
        for variants in reworded(members) or [retold(members)]:
            yield divergence(f"Wording of {_voice(members, people, parties)}", "wording", variants)


def _voice(tellings: Sequence[QuoteEntry], people: Mapping[str, str], parties: Mapping[str, str]) -> str:
    """Whose words they are: the person that a telling names, else the party, else what the first calls the speaker."""
    voices = [q.speaker for q in tellings if q.speaker is not None]
    known = next((names[v] for names in (people, parties) for v in voices if v in names), None)
    return known or next((v.removeprefix("unnamed: ") for v in voices), "one speaker")


def _proposals(proposals: Sequence[ProposalEntry]) -> Iterator[Divergence]:
    """To whom, when or how one proposal was made, where outlets tell it differently."""
    by_name: dict[str, list[ProposalEntry]] = {}
    for p in proposals:
        if p.event != "voiced":
            by_name.setdefault(p.proposal, []).append(p)
    for group in by_name.values():
        told = {(frozenset(p.to), p.submitted_or_published, p.event) for p in group if p.to or p.submitted_or_published}
        words = {normalised(p.evidence.exact) for p in group}
        if min(len(told), len(words)) > 1 and many_outlets(p.evidence for p in group):
            yield divergence(f"To whom, when and how: {group[0].name}", "fact", (p.evidence for p in group))
