"""Which quotes are one utterance told in several places.

Candidates, edges, clusters: quotes of one voice that share a telling word, and quotes that share a run of words, are
compared; an edge joins two that tell the same words on days that agree, a group is what edges join.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from onrecord.entries import Link
from onrecord.merge.quotes.candidates import candidates
from onrecord.merge.quotes.likeness import ECHO, LONG_ECHO, RUNS, WORDS, Rarity, alike, echoes, introduces, restates
from onrecord.merge.quotes.reasons import reasons
from onrecord.merge.quotes.told import Told

STANCE = 3  # words at most that name what is denied, refused or welcomed
LEAD = 3  # paragraphs, with the headline, that sum up an article


@dataclass(frozen=True)
class Cluster:
    """Quotes put together, by id: the named speakers among them and the days that all of them allow, from `recalled`
    on for words that were printed before."""

    ids: frozenset[str]
    named: frozenset[str]
    first: str
    last: str
    recalled: str

    @classmethod
    def of(cls, t: Told) -> Cluster:
        named = frozenset() if t.is_nameless else frozenset({str(t.entry.speaker)})
        return cls(frozenset({t.entry.id}), named, t.first, t.last, t.recalled)

    def may_join(self, other: Cluster, *, whoever: bool, again: bool) -> bool:
        """Whether one voice may have said all of it on one day; `whoever`: whoever was named for it; `again`: one text,
        which may have been printed before."""
        one_voice = len(self.named | other.named) <= 1
        first, second = (self.recalled, other.recalled) if again else (self.first, other.first)
        return (whoever or one_voice) and first <= other.last and second <= self.last

    def joined(self, other: Cluster) -> Cluster:
        last, recalled = min(self.last, other.last), max(self.recalled, other.recalled)
        first = max(self.first, other.first)
        if first > last:
            first = max(recalled, min(self.first, other.first))
        return Cluster(self.ids | other.ids, self.named | other.named, first, last, recalled)


def group_quotes(told: Sequence[Told]) -> tuple[tuple[tuple[str, ...], ...], tuple[Link, ...]]:
    """The groups of quotes, each as ids, and the links that made them: a quote stands in one group at most,
    whatever its pieces join.

    Edges are drawn strongest first; one that would put two days into a group, or two named speakers without
    being of one long text, is left out, so that no chain of likenesses joins what cannot be one utterance.
    """
    rarity = Rarity(Counter(word for t in told for word in t.words.telling), len(told))
    cluster_of = {t.entry.id: Cluster.of(t) for t in told}
    edges = set()
    for m, n in chain(candidates(told, rarity), _stances(told)):
        a, b = told[m], told[n]
        strength = _joined(a, b, rarity) if a.entry.id != b.entry.id else 0
        if strength:
            edges.add((-strength, m, n))
    links = []
    for _, m, n in sorted(edges):
        one, other = cluster_of[told[m].entry.id], cluster_of[told[n].entry.id]
        if one is other:
            continue
        one_text = echoes(told[m].words, told[n].words, LONG_ECHO)
        if one.may_join(other, whoever=one_text, again=_is_recalled(told[m], told[n])):
            both = one.joined(other)
            cluster_of.update(dict.fromkeys(both.ids, both))
            links.append(_link(told[m], told[n]))
    groups = {tuple(sorted(c.ids)) for c in cluster_of.values() if len(c.ids) > 1}
    return tuple(sorted(groups)), tuple(sorted(links, key=lambda link: (link.a, link.b)))


def _link(a: Told, b: Told) -> Link:
    return Link("quotes", a.entry.id, b.entry.id, reasons(a, b))


def _stances(told: Sequence[Told]) -> Iterator[tuple[int, int]]:
    """What is refused in a word, and the quotation after it."""
    return ((n, n + 1) for n, (a, b) in enumerate(pairwise(told)) if _is_stance_on(a, b))


def _joined(a: Told, b: Told, rarity: Rarity) -> int:
    """How strongly two quotes are one utterance, 0 for not at all: nobody else's, on no other day, in
    the same words. Within one article these are a paraphrase and the quotation that it introduces or sums up."""
    if a.first > b.last or b.first > a.last:
        return RUNS if _is_recalled(a, b) else 0
    same_voice = a.entry.speaker is not None and a.entry.speaker == b.entry.speaker
    if not same_voice and not _may_be(a, b):
        return RUNS if _is_echo(a, b) else 0
    if a.article != b.article:
        one_person = same_voice and not a.is_nameless
        return alike(a.words, b.words, rarity, strict=not same_voice, one_person=one_person)
    if a.entry.kind == b.entry.kind == "direct" or a.quote.sentence.overlaps(b.quote.sentence):
        return 0
    leads = a.index + 1 == b.index and b.entry.kind == "direct"
    if leads and (introduces(a.words, b.words, rarity) or _is_stance_on(a, b)):
        return WORDS
    if same_voice and not a.is_nameless and restates(a.words, b.words, rarity):
        return WORDS
    return alike(a.words, b.words, rarity, strict=not _is_lead(a))


def _is_echo(a: Told, b: Told) -> bool:
    """Whether two articles print the same words and only tell otherwise whose they are: "the chairmen", "a joint
    statement", nobody."""
    if a.article == b.article:
        return False
    both_named = a.entry.speaker != b.entry.speaker and not a.is_nameless and not b.is_nameless
    reported = a.entry.kind == b.entry.kind == "indirect"
    return echoes(a.words, b.words, LONG_ECHO if both_named or reported else ECHO)


def _is_recalled(a: Told, b: Told) -> bool:
    """Whether an article prints, without their day, the words that another had weeks before."""
    in_reach = a.recalled <= b.last and b.recalled <= a.last
    return in_reach and _is_echo(a, b)


def _is_lead(told: Told) -> bool:
    """Whether a quote stands in an article's first sentences, which sum up what the text tells in full below."""
    first = list(told.read.article.read_blocks())[:LEAD]
    return told.entry.kind != "direct" and any(b.span.holds(told.quote.sentence) for b in first)


def _is_stance_on(a: Told, b: Told) -> bool:
    """Whether a quote only names what is refused or welcomed ("denied the accusation") and the words of
    the same voice follow in the next sentence."""
    if a.article != b.article or a.index + 1 != b.index:
        return False
    content = a.read.article.content
    between = content[a.quote.sentence.end : b.quote.sentence.start]
    return a.entry.kind == "indirect" and len(a.entry.content[0].exact.split()) <= STANCE and not between.strip(" ")


def _may_be(a: Told, b: Told) -> bool:
    """Whether a voice without a name ("the ministry", "an official") may be the named one of its party, or several
    that of both ("the two leaders")."""
    if a.is_joint and b.is_joint:
        return True
    party = a.entry.speaker_party
    return (a.is_nameless or b.is_nameless) and party is not None and party == b.entry.speaker_party
