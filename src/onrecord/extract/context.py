"""What every extractor may ask of one article: its words, who is meant, who is speaking, when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.articles import Article
from onrecord.dates import Timex
from onrecord.layers import Layers, Mention, Sentence, Token, unnamed
from onrecord.readings import Quote
from onrecord.text import Span

LEANING = frozenset({"anti", "pro"})
FIRST_PERSON = frozenset({"i", "we", "us", "me", "our", "my", "ours", "mine", "ourselves"})


def first_person(token: Token) -> bool:
    """Whether a token means its speaker; "US" is a country."""
    return token.lower in FIRST_PERSON and token.text != "US"


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

        A person counts as the party that they speak for; "we" inside a quote as its speaker's; "both
        sides" as the two; officials, a delegation or an army as all whose names stand before the noun.
        """
        out: list[str] = []
        for j in self.conjuncts(i):
            for party in self._parties_of(j):
                if party not in out:
                    out.append(party)
        return tuple(out)

    def _parties_of(self, i: int) -> list[str]:
        token = self.layers.tokens[i]
        if first_person(token):
            return self._known(self.layers.party_of(self.speaker_at(token.start)))
        mentions = self.layers.mentions_headed(i)
        if not mentions:
            inside = self.layers.mention_with(i)
            mentions = (inside,) if inside is not None else self._beside(i)
        out: list[str] = []
        for m in mentions:
            if m.kind not in ("party", "person", "unnamed"):
                continue
            if m.last - m.first > 1 and m.head == i and m.kind != "person" and (m.kind, m.how) != ("party", "nominal"):
                before = self._modifiers(i)
                out += before if m.kind != "unnamed" or m.party or len(before) > 1 else []
            out += self._known(self.layers.party_of(m.ref) or m.party)
        return out

    def _beside(self, i: int) -> tuple[Mention, ...]:
        """The mentions in apposition to a noun: "the biggest party, the Harbour Unionists, ..."."""
        appositions = (c for c in self.layers.children[i] if self.layers.tokens[c].dep == "appos")
        return tuple(m for c in appositions for m in self.layers.mentions_headed(c))

    def _modifiers(self, i: int) -> list[str]:
        """The parties named before noun i as its modifiers ("the Valdorian and Karsian delegations")."""
        out: list[str] = []
        todo = [c for c in self.layers.children[i] if c < i]
        while todo:
            j = todo.pop(0)
            if self.layers.tokens[j].dep in ("amod", "compound", "nmod", "poss", "conj") and not self.is_leaning(j):
                mention = self.layers.mention_with(j)
                if mention is not None and mention.kind in ("party", "person"):
                    out += self._known(self.layers.party_of(mention.ref))
                todo.extend(self.layers.children[j])
        return out

    def is_leaning(self, i: int) -> bool:
        """Whether token i only tells whom others are for or against: "anti-Vask groups", "pro-Karsian rebels"."""
        tokens = self.layers.tokens
        return i > 1 and tokens[i - 1].text == "-" and tokens[i - 2].lower in LEANING

    @staticmethod
    def _known(party: str | None) -> list[str]:
        return [party] if party is not None else []

    def parties_in(self, span: Span) -> tuple[str, ...]:
        """The parties meant anywhere in the span, in order: named, by a person, in a compound ("Valdoria-Karsia")."""
        out: list[str] = []
        for m in self.layers.mentions_in(span):
            party = (self.layers.party_of(m.ref) or m.party) if m.kind in ("party", "person", "unnamed") else None
            if party is not None and party not in out:
                out.append(party)
        return tuple(out)

    def speaker_ref(self, i: int) -> str | None:
        """Whom the noun phrase headed by token i means as a source: a person key, a party id or "unnamed: ...".

        None for a pronoun that nobody is found for, and for the writer's own "I".
        """
        token = self.layers.tokens[i]
        if token.tag in ("WP", "WDT"):
            verb = next((j for j in self.layers.ancestors(i) if self.layers.tokens[j].dep == "relcl"), None)
            return None if verb is None else self.speaker_ref(self.layers.tokens[verb].head)
        mention = self.layers.mention_headed(i)
        if mention is None or mention.kind in ("place", "outlet"):
            mention = next((m for m in self._around(i) if m.kind in ("person", "party", "unnamed")), None)
        if mention is not None and mention.kind != "place":
            return mention.ref
        if first_person(token):
            return self.speaker_at(token.start)
        if token.pos == "PRON":
            return None
        first, last = self.layers.phrase(i)
        return unnamed(self.words(self.layers.span_of([first, last - 1])))

    def _around(self, i: int) -> list[Mention]:
        """Mentions that tell who token i is: of its apposition, or the one that it is part of."""
        out = [
            m
            for c in self.layers.children[i]
            if self.layers.tokens[c].dep == "appos"
            for m in self.layers.mentions_headed(c)
            if m.kind == "person"
        ]
        inside = self.layers.mention_with(i)
        if inside is not None and inside.how != "adjective" and inside.last - 1 == i:
            out.append(inside)
        return out

    def conjuncts(self, i: int) -> list[int]:
        """Token i and the tokens coordinated with it."""
        out, todo = [], [i]
        while todo:
            j = todo.pop(0)
            out.append(j)
            todo.extend(c for c in self.layers.children[j] if self.layers.tokens[c].dep == "conj")
            todo.extend(self._joined_to_land(j))
        return out

    def _joined_to_land(self, i: int) -> list[int]:
        """The person that the parse joins to the land of the one at token i: "Vask of Karsia and Orm of Valdoria"."""
        layers = self.layers
        ties = (c for c in layers.children[i] if layers.tokens[c].lower == "of" and layers.tokens[c].dep == "prep")
        lands = [p for t in ties for p in layers.children[t] if layers.tokens[p].dep == "pobj"]
        if not lands or not self._is_person(i):
            return []
        joined = (c for p in lands for c in layers.children[p] if layers.tokens[c].dep == "conj")
        return [c for c in joined if self._is_person(c)]

    def _is_person(self, i: int) -> bool:
        mention = self.layers.mention_headed(i)
        return mention is not None and mention.kind == "person"

    def timex_in(self, span: Span) -> int | None:
        """Index of the first dated (DATE or TIME) timex inside the span."""
        return next((n for n, t in enumerate(self.timexes) if t.type in ("DATE", "TIME") and span.holds(t.span)), None)

    def sentences(self, kinds: Sequence[str] = ("body",)) -> list[Sentence]:
        return [s for s in self.layers.sentences if s.kind in kinds]
