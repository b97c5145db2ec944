"""Direct speech: to each quotation its cue and its speaker, by what stands before and after the marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extract.marks import Quotation
from onrecord.extract.quote_cues import ADDRESSEES, carries_quotation, is_according
from onrecord.extract.quote_drafts import Draft
from onrecord.extract.quote_source import source_of
from onrecord.layers import Layers, Token
from onrecord.text import Span

REACH = 16  # tokens between a quotation and its cue, at most
_ENDS = frozenset({".", "?", "!", ";"})
_LEADS = frozenset({",", ":", "—", "–", "-", "--", "…", "..."})
_NAMES = ("NOUN", "PROPN", "PRON")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue and the head of its source, both token indices; `clause` those of the attributing words."""

    cue: int
    source: int | None
    first: int
    last: int


class Paragraph:
    """The quotations of one paragraph and the writer's words between them."""

    def __init__(self, content: str, layers: Layers, tokens: Sequence[Token], marked: Sequence[Quotation]) -> None:
        self.content = content
        self.layers = layers
        self.marked = list(marked)
        self.gaps: list[list[Token]] = [[] for _ in range(len(self.marked) + 1)]
        for token in tokens:
            if not any(q.outer.start <= token.start < q.outer.end for q in self.marked):
                self.gaps[sum(q.outer.end <= token.start for q in self.marked)].append(token)

    def is_speech(self, k: int) -> bool:
        """Whether quotation k stands as a sentence of its own, not as words inside the writer's sentence."""
        q, before = self.marked[k], self.gaps[k]
        if not before:
            return True
        last = before[-1]
        if last.text in _LEADS or last.text in _ENDS or last.text in (")", "]"):
            return True
        opens_big = self.content[q.inner.start : q.inner.end].lstrip("[( …")[:1].isupper()
        return opens_big and len(q.inner) > 12 and (carries_quotation(last) or last.lemma in ADDRESSEES)

    def after(self, k: int) -> Attribution | None:
        """The attribution that follows quotation k: `"...," said X` or `"...," X said`."""
        gap = self.gaps[k + 1]
        inner = self.content[self.marked[k].inner.start : self.marked[k].inner.end].rstrip("\"'”’ ")
        clause = _first_clause(gap)
        if not clause:
            return None
        ends = inner[-1:] in (".", "") and self.content[self.marked[k].outer.end : gap[0].start + 1].strip() != ","
        for n, token in enumerate(clause[:REACH]):
            if is_according(self.layers, token.i):
                return self._according(clause, n)
            if not carries_quotation(token):
                continue
            if ends and not _is_bare(self.layers, clause, token):
                return None
            source = self._source(token, clause, n)
            if source is not None or n < 3:
                return Attribution(token.i, source, clause[0].i, clause[-1].i)
        return None

    def before(self, k: int) -> Attribution | None:
        """The attribution that leads to quotation k: `X said: "..."`, `X told reporters, "..."`."""
        gap = _last_clause(self.gaps[k])
        if not gap:
            return None
        lead = gap[-1].text
        for n in range(len(gap) - 1, max(-1, len(gap) - 1 - REACH), -1):
            if is_according(self.layers, gap[n].i):
                return self._according(gap, n)
            if carries_quotation(gap[n]):
                source = self._source(gap[n], gap, n)
                if source is not None or lead == ":":
                    return Attribution(gap[n].i, source, gap[0].i, gap[-1].i)
        return self._introduced(gap) if lead == ":" else None

    def _introduced(self, clause: list[Token]) -> Attribution | None:
        """Words before a colon without a cue verb: the last verb, or a bare name ("Ruiz: ...")."""
        verbs = [t for t in clause if t.pos in ("VERB", "AUX")]
        for verb in reversed(verbs):
            source = self._source(verb, clause, clause.index(verb))
            if source is not None:
                return Attribution(verb.i, source, clause[0].i, clause[-1].i)
        names = [t for t in clause if t.pos in _NAMES]
        if names and not verbs and len(clause) <= 6:
            return Attribution(clause[-1].i, names[-1].i, clause[0].i, clause[-1].i)
        return None

    def _according(self, clause: list[Token], n: int) -> Attribution | None:
        named = next((t for t in clause[n + 2 :] if t.pos in _NAMES), None)
        if named is None:
            return None
        head = named.i
        while self.layers.tokens[head].dep in ("compound", "amod", "poss") and self.layers.tokens[head].head > head:
            head = self.layers.tokens[head].head
        return Attribution(clause[n].i, head, clause[n].i, clause[-1].i)

    def _source(self, cue: Token, clause: list[Token], n: int) -> int | None:
        """The source by the parse if it stands among the writer's words here, else the nearest name."""
        found = source_of(self.layers, cue.i)
        here = {t.i for t in self.gaps_of(cue)}
        if found is not None and found in here:
            return found
        nearby = [t for t in reversed(clause[:n]) if t.pos in _NAMES] or [
            t for t in clause[n + 1 :] if t.pos in _NAMES and t.lemma not in ADDRESSEES
        ]
        if not nearby:
            return None
        head = nearby[0].i
        if self.layers.tokens[head].dep == "compound" and self.layers.tokens[head].head in here:
            head = self.layers.tokens[head].head
        return head

    def gaps_of(self, token: Token) -> list[Token]:
        return next(g for g in self.gaps if token in g)

    def sentence_start(self, k: int) -> int:
        """Where the writer's sentence that holds quotation k begins."""
        clause = _last_clause(self.gaps[k])
        return clause[0].start if clause else self.marked[k].inner.start

    def subject_before(self, k: int) -> int | None:
        """Who the sentence before quotation k is about, if it is about someone."""
        gap = self.gaps[k]
        body = gap[:-1] if gap and gap[-1].text in _ENDS else gap
        clause = _last_clause(body)
        for token in clause:
            if token.dep in ("nsubj", "nsubjpass") and (token.ent == "PERSON" or token.lower in ("he", "she")):
                return token.i
        return None


def _first_clause(gap: list[Token]) -> list[Token]:
    """The gap's tokens up to its first full stop, without leading commas and dashes."""
    start = 0
    while start < len(gap) and (gap[start].text in _LEADS or gap[start].pos == "PUNCT"):
        start += 1
    end = start
    while end < len(gap) and gap[end].text not in _ENDS:
        end += 1
    return gap[start:end]


def _last_clause(gap: list[Token]) -> list[Token]:
    """The gap's tokens after its last full stop."""
    start = len(gap)
    while start > 0 and gap[start - 1].text not in _ENDS:
        start -= 1
    return gap[start:]


def _is_bare(layers: Layers, clause: list[Token], cue: Token) -> bool:
    """Whether a clause after a full stop can only attribute: "Smith said." """
    return len(clause) <= 8 and layers.child(cue.i, "ccomp", "dobj") is None
