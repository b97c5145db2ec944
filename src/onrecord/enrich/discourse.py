"""What an article has said so far: who was named before a word, and how a word takes up another's meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.enrich.lexicon import lexicon
from onrecord.enrich.people import Known
from onrecord.enrich.sheet import Sheet
from onrecord.gazetteer import Gazetteer
from onrecord.layers import Mention, MentionHow

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A mention that a later word may take up: in which sentence, whether it acts, speaks, stands in a quotation."""

    mention: Mention
    sentence: int
    subject: bool
    speaks: bool
    quoted: bool


@dataclass
class Discourse:
    """The article up to the word in hand. `named` are the mentions by name of the whole of it."""

    sheet: Sheet
    people: dict[str, Known]
    gazetteer: Gazetteer
    named: Sequence[Mention]
    before: list[Antecedent] = field(default_factory=list)
    by_head: dict[int, Mention] = field(default_factory=dict)

    def add(self, mentions: Sequence[Mention]) -> None:
        for m in mentions:
            if m.kind != "place":
                self.before.append(self._antecedent(m))
                self.by_head.setdefault(m.head, m)

    def _antecedent(self, m: Mention) -> Antecedent:
        t = self.sheet.tokens[m.head]
        verb = self.sheet.tokens[t.head]
        according = t.dep == "pobj" and verb.lower == "to" and verb.i > 0
        according = according and self.sheet.tokens[verb.i - 1].lower == "according"
        acts = t.dep in SUBJECTS
        speaks = according or (t.dep == "nsubj" and verb.lemma in lexicon("saying"))
        return Antecedent(m, t.sentence, acts or according, speaks, self.sheet.quoted[m.head])

    def person(self, a: Antecedent) -> Known | None:
        return self.people.get(a.mention.ref) if a.mention.kind == "person" else None

    def party_of(self, m: Mention) -> str | None:
        """The party that a mention names or acts for."""
        if m.kind == "party":
            return m.ref
        person = self.people.get(m.ref) if m.kind == "person" else None
        return (person.party or person.leaning) if person is not None else m.party

    def taken_up(self, meant: Mention, i: int, how: MentionHow) -> Mention:
        """A mention at token i (for a noun, with the words before it) that means what another means."""
        first, last = (i, i + 1) if how == "pronoun" else self.sheet.phrase(i, whole=False)
        start, end = self.sheet.tokens[first].start, self.sheet.tokens[last - 1].end
        return replace(meant, first=first, last=last, head=i, start=start, end=end, how=how)

    def definite(self, i: int) -> bool:
        """Whether noun i is one that the reader knows: "the", "this", "its"."""
        tokens = self.sheet.tokens
        return any(
            tokens[c].lower in ("the", "this", "that") or tokens[c].dep == "poss" for c in self.sheet.children[i]
        )

    def same_clause(self, i: int, head: int) -> bool:
        """An object does not mean the subject of its own verb ("Erlin met him"); "his" and "himself" may."""
        t, a = self.sheet.tokens[i], self.sheet.tokens[head]
        if t.dep in SUBJECTS:
            return a.head == t.head
        if t.dep == "poss" or t.lower.endswith("self") or t.sentence != a.sentence:
            return False
        over = t.head if t.dep in ("dobj", "dative", "iobj") else self.sheet.tokens[t.head].head
        return a.dep in SUBJECTS and a.head == over
