"""Figures: stated quantities about a thing, with unit, approximation, bound or range.

No dates, years, clock times, ordinals or numbers in names; "the two sides" counts nothing new.
"""

from __future__ import annotations

import re

from onrecord.extract.claims.deeds import deed_of
from onrecord.extract.claims.figure_numbers import Amount, amounts, modifier_before
from onrecord.extract.context import Context
from onrecord.extract.wordlist import words
from onrecord.layers import Layers, Sentence, Token
from onrecord.readings import Figure
from onrecord.text import Span

UNITS = {
    "second": ("seconds", 1), "minute": ("minutes", 1), "hour": ("hours", 1), "day": ("days", 1),
    "week": ("weeks", 1), "fortnight": ("weeks", 2), "month": ("months", 1), "year": ("years", 1),
    "decade": ("years", 10), "century": ("years", 100),
}  # fmt: skip
ANCHORED = frozenset({"past", "last", "next", "coming", "recent", "previous", "following", "first", "final", "ago"})
ON_TOP = frozenset({"another", "further", "additional", "extra"})
GIVEN = frozenset({"the", "these", "those", "both", "other", "its", "their", "our", "his", "her", "my", "your"})
SIDES = frozenset(
    {"side", "country", "leader", "party", "nation", "man", "woman", "person", "government", "state", "thing", "way"}
)
NAMED = words(
    "article resolution chapter section part no number channel flight route page act phase stage round day"
    " week year group highway class room level type mark figure table annex paragraph title protocol"
)
"""Nouns that a number names: "Article 5", "Resolution 2231"."""
MARKS = frozenset('“”"‘')
_DECADE = re.compile(r"\ba (?P<unit>decade|century|fortnight|week|month|year)\b(?P<half> and a half\b)?", re.IGNORECASE)
_COMPOUND = re.compile(r"-(?P<unit>[a-z]+)(?P<more>-[a-z]+)?", re.IGNORECASE)
NO_UNIT = words(
    "to third thirds quarter quarters half fold way time plus up off on one two man woman star state party sided"
    " pronged track tier edged stage step"
)
"""What follows a hyphen without being counted: "two-thirds", "three-way", "4-to-4"."""


def find_figures(context: Context) -> tuple[Figure, ...]:
    """The figures of one article, in the order of the text."""
    out: list[Figure] = []
    for sentence in context.layers.sentences:
        for amount in amounts(context.article.content, sentence.start, sentence.end):
            compound = _COMPOUND.match(context.article.content, amount.end)
            figure = (
                _figure(context, sentence, amount) if compound is None else _joined(context, sentence, amount, compound)
            )
            if figure is not None:
                out.append(figure)
        out += _spoken_times(context, sentence)
    return tuple(sorted(out, key=lambda f: f.span))


def _figure(context: Context, sentence: Sentence, amount: Amount) -> Figure | None:
    tokens = _tokens_at(context, sentence, amount.start, amount.end)
    if not tokens or _is_date(context, amount) or _is_name(context, tokens):
        return None
    modifier = modifier_before(context.article.content, amount.start)
    head = _counted(context, sentence, tokens[-1].i + 1)
    if head is None and not amount.unit and not (amount.vague and _acts(tokens[-1])):
        return None
    if head is not None and not amount.unit and _idle(context, amount, tokens[0], head):
        return None
    unit, factor = (
        (amount.unit, 1)
        if amount.unit
        else UNITS.get(head.lemma if head else "", (head.lower if head else "people", 1))
    )
    if unit in ("hours", "days", "weeks", "months", "years", "minutes") and _anchored(context, tokens[0], head):
        return None
    start = modifier[0] if modifier else amount.start
    end = max(
        amount.end, head.end if head is not None and (not amount.unit or _of(context, tokens[-1])) else amount.end
    )
    about, terms = _about(context, tokens, head)
    return Figure(
        span=Span(start, end),
        sentence=sentence.span,
        value=None if amount.value is None else amount.value * factor,
        what=about,
        unit=unit,
        approx=amount.vague or bool(modifier and modifier[1].approx),
        low=None if amount.low is None else amount.low * factor,
        high=None if amount.high is None else amount.high * factor,
        bound=modifier[1].bound if modifier else None,
        terms=terms,
        deed=deed_of(context.layers, head.i if head is not None else tokens[-1].i),
    )


def _joined(context: Context, sentence: Sentence, amount: Amount, compound: re.Match[str]) -> Figure | None:
    """ "An eight-hour meeting", "a 1,100-mile border": the unit is joined to the number. Ages are left out."""
    word = compound.group("unit").lower()
    tokens = _tokens_at(context, sentence, amount.start, compound.end())
    if not tokens or word in NO_UNIT or compound.group("more") == "-old" or amount.value is None:
        return None
    if _is_date(context, amount) or _is_name(context, tokens):
        return None
    unit, factor = UNITS.get(word, (f"{word}s", 1))
    modifier = modifier_before(context.article.content, amount.start)
    head = _counted(context, sentence, tokens[-1].i + 1)
    about, terms = _about(context, tokens, head)
    return Figure(
        span=Span(modifier[0] if modifier else amount.start, compound.end()),
        sentence=sentence.span,
        value=amount.value * factor,
        what=about,
        unit=unit,
        approx=bool(modifier and modifier[1].approx),
        bound=modifier[1].bound if modifier else None,
        terms=terms,
        deed=deed_of(context.layers, head.i if head is not None else tokens[-1].i),
    )


def _tokens_at(context: Context, sentence: Sentence, start: int, end: int) -> list[Token]:
    return [t for t in context.layers.tokens_of(sentence) if t.start < end and start < t.end]


def _acts(token: Token) -> bool:
    """Whether people are counted without being called so: "thousands took to the square"."""
    return token.dep in ("nsubj", "nsubjpass")


def _is_date(context: Context, amount: Amount) -> bool:
    """Whether the number belongs to a date, a clock time or a set of times."""
    span = Span(amount.start, amount.end)
    return any(t.type != "DURATION" and t.span.overlaps(span) for t in context.timexes) or (
        bool(re.fullmatch(r"(?:1[5-9]|20)\d\d", context.words(span)))
    )


def _is_name(context: Context, tokens: list[Token]) -> bool:
    """Whether the number is part of a name ("Article 5", "Group of Seven") or only a pronoun ("one of them")."""
    layers = context.layers
    first = tokens[0]
    before = layers.tokens[first.i - 1] if first.i else None
    if before is not None and before.sentence == first.sentence:
        if before.lemma in NAMED or before.lower.rstrip("s") in NAMED or before.text in ("#", "№", "No."):
            return True
        if (
            before.text[:1].isupper()
            and before.pos == "PROPN"
            and first.head <= before.i
            and first.dep in ("nummod", "appos")
        ):
            return True
    if first.ent in ("ORG", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART", "FAC", "GPE", "PERSON", "ORDINAL"):
        return first.pos != "NUM" or first.text[:1].isupper()
    return len(tokens) == 1 and first.lower in ("one", "zero", "m")


def _counted(context: Context, sentence: Sentence, i: int) -> Token | None:
    """The noun that is counted: the last of the run of nouns and adjectives after the number."""
    layers, head = context.layers, None
    steps = 0
    while i < sentence.last and steps < 7:
        token = layers.tokens[i]
        if head is None and token.lower in GIVEN | {"of", "more"}:
            i, steps = i + 1, steps + 1
            continue
        if token.pos in ("NOUN", "PROPN") and token.text[0].isalpha() and len(token.text) > 2:
            head = token
        elif token.pos in ("ADJ", "ADV", "NUM") or token.tag in ("VBN", "VBG", "HYPH", "POS") or token.text in MARKS:
            if head is not None and (token.pos in ("ADV", "NUM") or token.tag in ("VBN", "VBG") or token.text in MARKS):
                break
        elif not (token.lower in ("and", "or") and head is None):
            break
        i, steps = i + 1, steps + 1
    return head


def _idle(context: Context, amount: Amount, first: Token, head: Token) -> bool:
    """ "The two sides": a small number of what was named before, or of nothing in particular."""
    if amount.value is None or amount.value > 3:
        return False
    before = context.layers.tokens[first.i - 1].lower if first.i else ""
    return before in GIVEN or head.lemma in SIDES


def _anchored(context: Context, first: Token, head: Token | None) -> bool:
    """ "The past two months", "two days ago", "30-year-old": a stretch up to now, an age."""
    layers = context.layers
    before = {layers.tokens[j].lower for j in range(max(0, first.i - 2), first.i)}
    i = head.i + 1 if head is not None else first.i + 1
    after = {layers.tokens[j].lower for j in range(i, min(i + 2, len(layers.tokens)))}
    return bool(ANCHORED & (before | after) or after & {"old", "later", "earlier", "before", "after"})


def _of(context: Context, last: Token) -> bool:
    following = context.layers.tokens[last.i + 1] if last.i + 1 < len(context.layers.tokens) else None
    return following is not None and following.lower in ("of", "in")


def _about(context: Context, tokens: list[Token], head: Token | None) -> tuple[str, tuple[str, ...]]:
    """What the figure is about, in the article's words, and the terms that name it."""
    layers = context.layers
    at = head if head is not None else tokens[-1]
    verb = next((j for j in layers.ancestors(at.i) if layers.tokens[j].pos in ("VERB", "AUX")), at.i)
    around = [i for i in layers.subtree(verb) if abs(i - at.i) <= 10 and layers.tokens[i].sentence == at.sentence]
    if head is None:
        subject = layers.child(verb, "nsubj", "nsubjpass")
        named = layers.tokens[subject] if subject is not None else layers.tokens[verb]
        return context.words(named.span), _terms(layers, around)
    below = [i for i in layers.subtree(head.i) if head.i - 6 <= i <= head.i + 8 and i > tokens[-1].i]
    below = [i for i in below if not _clause(context, i, head.i)] or [head.i]
    about = context.words(Span(layers.tokens[below[0]].start, layers.tokens[below[-1]].end))
    more = ("+",) if _comes_on_top(layers, tokens[0], head) else ()
    return about.removeprefix("of ").strip("“”\"'‘’ -"), (*more, *_terms(layers, [*below, *around]))


def _comes_on_top(layers: Layers, first: Token, head: Token) -> bool:
    """Whether those counted come on top of others: "another 100 troops", "100 more troops"; not "more than 100"."""
    around = [t.lower for t in layers.tokens[max(0, first.i - 3) : head.i] if t.sentence == first.sentence]
    return bool(ON_TOP & set(around)) or ("more" in around and "than" not in around)


def _terms(layers: Layers, indices: list[int]) -> tuple[str, ...]:
    """Lemmas of the nouns and adjectives; with each party or place also "@" and its name."""
    out: dict[str, None] = {}
    for i in indices:
        token, mention = layers.tokens[i], layers.mention_with(i)
        if mention is not None and mention.kind in ("party", "place"):
            out[f"@{mention.party or mention.ref}"] = None
        if token.pos in ("NOUN", "PROPN", "ADJ"):
            out[token.lemma] = None
    return tuple(out)


def _clause(context: Context, i: int, head: int) -> bool:
    """Whether token i lies in a clause below the head ("troops that ...") or behind a comma."""
    layers = context.layers
    while i != head:
        if layers.tokens[i].dep in ("relcl", "acl", "conj", "appos", "punct", "cc", "advcl"):
            return True
        i = layers.tokens[i].head
    return False


def _spoken_times(context: Context, sentence: Sentence) -> list[Figure]:
    """ "At least a decade", "nearly a year": a unit of time without a number, once it is bounded."""
    out = []
    content = context.article.content
    for m in _DECADE.finditer(content, sentence.start, sentence.end):
        modifier = modifier_before(content, m.start())
        tokens = _tokens_at(context, sentence, m.start("unit"), m.end("unit"))
        if modifier is None or not tokens or _anchored(context, tokens[0], tokens[-1]):
            continue
        unit, factor = UNITS[m.group("unit").lower()]
        about, terms = _about(context, tokens, None)
        out.append(
            Figure(
                span=Span(modifier[0], m.end()),
                sentence=sentence.span,
                value=factor * (1.5 if m.group("half") else 1.0),
                what=about,
                unit=unit,
                approx=modifier[1].approx,
                bound=modifier[1].bound,
                terms=terms,
            )
        )
    return out
