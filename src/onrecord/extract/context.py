"""What every extractor may ask of one article: its words, who is meant, who is speaking, when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.articles import Article
from onrecord.dates import Timex
from onrecord.layers import Layers, Sentence
from onrecord.readings import Quote
from onrecord.text import Span

FIRST_PERSON = frozenset({"i", "we", "us", "me", "our", "my", "ours", "mine", "ourselves"})


@dataclass(frozen=True)
class Context:
    """One article on its way through extraction. `quotes` is filled once quotes are found."""

    article: Article
    layers: Layers
    timexes: tuple[Timex, ...] = ()
    quotes: tuple[Quote, ...] = ()

    def words(self, span: Span) -> str:
        return self.article.content[span.start : span.end]

    def quote_at(self, position: int) -> int | None:
        """Index of the innermost (shortest) quote whose content holds the position."""
        best: int | None = None
        size = 0
        for n, q in enumerate(self.quotes):
            for piece in q.content:
                if piece.start <= position < piece.end and (best is None or len(piece) < size):
                    best, size = n, len(piece)
        return best

    def speaker_at(self, position: int) -> str | None:
        """The ref of who is quoted at that position; None where the writer speaks."""
        n = self.quote_at(position)
        return self.quotes[n].speaker if n is not None else None

    def agents(self, i: int) -> tuple[str, ...]:
        """The parties meant by the noun phrase headed by token i, conjuncts included.

        A person counts as the party that they speak for; "we" inside a quote as its speaker's.
        """
        out: list[str] = []
        for j in self.conjuncts(i):
            token = self.layers.tokens[j]
            mention = self.layers.mention_headed(j) or self.layers.mention_with(j)
            if mention is not None and mention.kind in ("party", "person", "unnamed"):
                ref = self.layers.party_of(mention.ref) or mention.party
            elif token.lower in FIRST_PERSON:
                ref = self.layers.party_of(self.speaker_at(token.start))
            else:
                ref = None
            if ref is not None and ref not in out:
                out.append(ref)
        return tuple(out)

    def conjuncts(self, i: int) -> list[int]:
        """Token i and the tokens coordinated with it."""
        out, todo = [], [i]
        while todo:
            j = todo.pop(0)
            out.append(j)
            todo.extend(c for c in self.layers.children[j] if self.layers.tokens[c].dep == "conj")
        return out

    def timex_in(self, span: Span) -> int | None:
        """Index of the first dated (DATE or TIME) timex inside the span."""
        return next((n for n, t in enumerate(self.timexes) if t.type in ("DATE", "TIME") and span.holds(t.span)), None)

    def sentences(self, kinds: Sequence[str] = ("body",)) -> list[Sentence]:
        return [s for s in self.layers.sentences if s.kind in kinds]
