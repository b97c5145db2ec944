"""Direct speech: to each quotation its cue and its speaker, by what stands before and after the marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extract.quotes.cues import ADDRESSEES, carries_quotation, is_according
from onrecord.extract.quotes.marks import Quotation
from onrecord.extract.quotes.source import source_of
from onrecord.layers import Layers, Token

REACH = 16  # tokens between a quotation and its cue, at most
_ENDS = frozenset({".", "?", "!", ";"})
_STOPS = frozenset({".", ";"})
_LEADS = frozenset({",", ":", "—", "–", "―", "-", "--", "…", "..."})
_DASHES = frozenset({"—", "–", "―", "-", "--"})
_NOBODY = frozenset({"it", "this", "that", "there", "which", "what"})
_NAMES = ("NOUN", "PROPN", "PRON")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue and the head of its source, both token indices; the attributing words run from `first` to
    `last`. `weak` where no known cue but only the words' place tells."""

    cue: int
    source: int | None
    first: int
    last: int
    weak: bool = False


class Paragraph:
    """The quotations of one paragraph and the writer's words between them.

    `lead` holds the words of the paragraph before if these end with a colon.
    """

    def __init__(
        self,
        content: str,
        layers: Layers,
        tokens: Sequence[Token],
        marked: Sequence[Quotation],
        lead: Sequence[Token] = (),
    ) -> None:
        self.content = content
        self.layers = layers
        self.tokens = tokens
        self.marked = list(marked)
        self.gaps: list[list[Token]] = [[] for _ in range(len(self.marked) + 1)]
        for token in tokens:
            if not any(q.outer.start <= token.start < q.outer.end for q in self.marked):
                self.gaps[sum(q.outer.end <= token.start for q in self.marked)].append(token)
        if not self.gaps[0]:
            self.gaps[0] = list(lead)

    def is_speech(self, k: int) -> bool:
        """Whether quotation k stands as a sentence of its own, not as words inside the writer's sentence."""
        q, before = self.marked[k], self.gaps[k]
        if not before:
            return k == 0 or self.is_speech(k - 1)
        last = before[-1]
        if last.text in _LEADS or last.text in _ENDS or last.text in (")", "]"):
            return True
        opens_big = self.content[q.inner.start : q.inner.end].lstrip("[( …")[:1].isupper()
        return opens_big and len(q.inner) > 12 and (carries_quotation(last) or last.lemma in ADDRESSEES)

    def is_sentence(self, k: int) -> bool:
        """Whether quotation k can stand alone: more than three words, or closed by a full stop."""
        words = self.content[self.marked[k].inner.start : self.marked[k].inner.end].split()
        return len(words) > 3 or words[-1][-1:] in ".?!"

    def label(self, k: int) -> Attribution | None:
        """The name in capitals with which a transcript begins a turn ("HOLT: ..."); `last` is the first word after."""
        inner = self.marked[k].inner
        first = next((t for t in self.tokens if inner.start <= t.start), None)
        turn = self.layers.tokens[first.i : first.i + 6] if first is not None else ()
        colon = next((n for n, t in enumerate(turn) if t.text == ":"), None)
        if not colon or colon + 1 >= len(turn) or not all(t.text.isupper() or t.text == "." for t in turn[:colon]):
            return None
        return Attribution(turn[colon].i, turn[colon - 1].i, turn[0].i, turn[colon + 1].i)

    def after(self, k: int) -> Attribution | None:
        """The attribution that follows quotation k: `"...," said X` or `"...," X said`."""
        gap = self.gaps[k + 1]
        clause = _first_clause(gap)
        if not clause or self.stops_after(k):
            return None
        if gap[0].text in _DASHES and k == len(self.marked) - 1 and _is_signature(gap[1:]):
            return Attribution(gap[0].i, _end_of_name(gap[1:]), gap[0].i, gap[-1].i)
        full_stop = not self.ends_open(k)
        for n, token in enumerate(clause[:REACH]):
            if is_according(self.layers, token.i):
                return self._according(clause, n)
            if not carries_quotation(token):
                continue
            if full_stop and not _is_bare(self.layers, clause, token):
                return None
            source = self._source(token, clause, n)
            if source is not None or n < 3:
                return Attribution(token.i, source, clause[0].i, clause[-1].i)
        return None if full_stop else self._beyond_apposition(clause) or self._unknown_cue(k, clause)

    def _beyond_apposition(self, clause: list[Token]) -> Attribution | None:
        """`"...," Ruiz, the envoy of ... who ..., said`: a cue out of reach whose subject leads the clause."""
        for token in clause[REACH : 2 * REACH]:
            subject = self.layers.child(token.i, "nsubj")
            if carries_quotation(token) and subject is not None and clause[0].i <= subject <= clause[0].i + 4:
                return Attribution(token.i, subject, clause[0].i, clause[-1].i)
        return None

    def _unknown_cue(self, k: int, clause: list[Token]) -> Attribution | None:
        """`"...?" Ruiz pressed`: any finite verb, where it and its subject stand right after the marks."""
        comma = self.content[self.marked[k].inner.end - 1 : self.marked[k].outer.end + 1].find(",") >= 0
        for n, token in enumerate(clause[:8]):
            if token.tag in ("VBD", "VBZ", "VBP") and token.pos == "VERB" and (comma or len(clause) <= 5):
                subject = self.layers.child(token.i, "nsubj")
                here = {t.i for t in clause}
                if (
                    subject in here
                    and self.layers.child(token.i, "dobj") is None
                    and _leads_off(self.layers, clause, n)
                ):
                    return Attribution(token.i, subject, clause[0].i, clause[-1].i)
        return None

    def ends_open(self, k: int) -> bool:
        """Whether quotation k ends with the comma, question or exclamation mark that an attribution may follow."""
        q = self.marked[k]
        if self.stops_after(k):
            return False
        last = self.content[q.inner.start : q.inner.end].rstrip("\"'”’ ")[-1:]
        return last not in (".", "") or self.content[q.outer.end : q.outer.end + 1] == ","

    def leads_on(self, k: int) -> bool:
        """Whether the writer's words after quotation k may attribute it: a comma or a question leads to them."""
        q = self.marked[k]
        last = self.content[q.inner.start : q.inner.end].rstrip("\"'”’ ")[-1:]
        return last in (",", "?", "!", "…") or self.content[q.outer.end : q.outer.end + 1] == ","

    def stops_after(self, k: int) -> bool:
        """Whether the writer's sentence ends with quotation k, by a full stop outside its marks."""
        gap = self.gaps[k + 1]
        return bool(gap) and gap[0].text in _STOPS and gap[0].start <= self.marked[k].outer.end + 1

    def leads_off_after(self, k: int, found: Attribution) -> bool:
        """Whether the words after quotation k begin with its attribution, nothing between."""
        clause = _first_clause(self.gaps[k + 1])
        n = next((n for n, t in enumerate(clause) if t.i == found.cue), None)
        return n is not None and _leads_off(self.layers, clause, n)

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
        if lead == ",":
            return self._last_verb(gap)
        return self._introduced(gap) if lead == ":" else None

    def _last_verb(self, clause: list[Token]) -> Attribution | None:
        """`Ruiz shot back, "..."`: any finite verb, with its particle, right before the comma."""
        for verb in clause[-3:-1]:
            subject = self.layers.child(verb.i, "nsubj")
            if verb.tag in ("VBD", "VBZ", "VBP") and subject is not None and subject < verb.i:
                return Attribution(verb.i, subject, clause[0].i, clause[-1].i, weak=True)
        return None

    def _introduced(self, clause: list[Token]) -> Attribution | None:
        """Words before a colon without a cue verb: a bare name ("Ruiz: ..."), or the last verb's subject."""
        cut = max((n for n, t in enumerate(clause[:-1]) if t.text in _LEADS), default=-1)
        label = clause[cut + 1 : -1]
        if 0 < len(label) <= 6 and all(t.pos in ("PROPN", "ADP", "PUNCT", "DET", "ADJ") or t.ent for t in label):
            names = [t for t in label if t.pos == "PROPN"] or label
            return Attribution(clause[-1].i, names[-1].i, clause[0].i, clause[-1].i, weak=True)
        for n in range(len(clause) - 1, -1, -1):
            if clause[n].pos in ("VERB", "AUX") and clause[n].dep != "amod":
                source = self._source(clause[n], clause, n)
                if source is not None:
                    return Attribution(clause[n].i, source, clause[0].i, clause[-1].i, weak=True)
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
        """The name right before the cue; the source by the parse if it stands among the writer's words
        here; else the nearest name."""
        beside = clause[n - 1] if n else None
        if beside and beside.dep == "nsubj" and beside.pos in ("PRON", "PROPN") and beside.lower not in _NOBODY:
            return beside.i
        found = source_of(self.layers, cue.i)
        here = {t.i for t in next(g for g in self.gaps if cue in g)}
        if found is not None and found in here and self.layers.tokens[found].lower not in _NOBODY:
            return found
        subject = next((t for t in clause[:n] if t.dep == "nsubj" and t.pos in _NAMES and t.lower not in _NOBODY), None)
        if subject is not None:
            return subject.i
        nearby = [t for t in reversed(clause[:n]) if t.pos in _NAMES] or [
            t for t in clause[n + 1 :] if t.pos in _NAMES and t.lemma not in ADDRESSEES and t.dep != "pobj"
        ]
        if not nearby:
            return None
        head = nearby[0].i
        if self.layers.tokens[head].dep == "compound" and self.layers.tokens[head].head in here:
            head = self.layers.tokens[head].head
        return head

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


def _is_signature(words: list[Token]) -> bool:
    """Whether the words after a dash only sign a quotation: a name, perhaps with a place or a day."""
    name = words[:1] and words[0].text[0].isupper() and words[0].pos in ("PROPN", "NOUN", "ADJ")
    return bool(name) and len(words) <= 12 and not any(t.pos in ("VERB", "AUX") for t in words)


def _end_of_name(words: list[Token]) -> int:
    """The last token of the name with which the words begin."""
    stop = next((n for n, t in enumerate(words) if t.pos in ("PUNCT", "NUM", "ADP") and n), len(words))
    return words[stop - 1].i


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


def _leads_off(layers: Layers, clause: list[Token], n: int) -> bool:
    """Whether only a subject and the verb's own helpers stand before token n of the clause."""
    cue = clause[n].i
    subject = layers.child(cue, "nsubj")
    own = set(layers.subtree(subject)) if subject is not None else set()
    if any(layers.tokens[j].dep == "relcl" for j in own) or any(t.lower in ("who", "which") for t in clause[:n]):
        return False
    return all(t.i in own or t.head == cue or t.pos in _NAMES for t in clause[:n])


def _is_bare(layers: Layers, clause: list[Token], cue: Token) -> bool:
    """Whether a clause after a full stop can only attribute: "Smith said." """
    return len(clause) <= 8 and layers.child(cue.i, "ccomp", "dobj") is None
