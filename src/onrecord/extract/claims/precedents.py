"""Precedents: past events that an article or a speaker invokes, by their year or by their name."""

from __future__ import annotations

import re
from functools import cache

from onrecord.extract.acts.lexicon import table
from onrecord.extract.context import Context
from onrecord.layers import Layers, Token
from onrecord.readings import Precedent
from onrecord.text import Span, trimmed

_PAST = re.compile(r"(?:1[5-9]\d\d|20\d\d)(?:s\b)?|(?:1[5-9]|20)\d0s")
NAMED = frozenset(
    {"crisis", "war", "pact", "treaty", "accord", "revolution", "memorandum", "genocide", "coup", "uprising"}
)
"""Nouns that with a proper name before them are an event of history even without a year ("the Border War")."""
ENDINGS = frozenset({"collapse", "fall", "breakup", "dissolution", "disintegration"})
ABOUT = frozenset({"the", "early", "late", "mid", "mid-", "back", "in", "since", "year"})
"""Words beside a year in a timex that leave it a year; with a month it is a date of its own."""
LOOSE = frozenset({"relcl", "mark", "punct", "cc", "conj", "appos", "advcl"})
BACK = frozenset({"since", "after", "before", "following", "from", "in", "during", "of", "until"})


@cache
def _nouns() -> frozenset[str]:
    return frozenset(r["noun"] for r in table("precedent_nouns.tsv"))


def find_precedents(context: Context) -> tuple[Precedent, ...]:
    """The past events invoked in one article, in the order of the text, each once."""
    found = [p for t in context.layers.tokens if (p := _by_name(context, t)) is not None]
    for timex in context.timexes:
        year = _year(context.words(timex.span))
        if timex.type == "DATE" and year is not None and not any(p.span.overlaps(timex.span) for p in found):
            precedent = _by_year(context, timex.span, year)
            if precedent is not None:
                found.append(precedent)
    out: list[Precedent] = []
    for p in sorted(found, key=lambda p: (p.span.start, -p.span.end)):
        if not any(o.span.overlaps(p.span) for o in out):
            out.append(p)
    return tuple(out)


def _year(said: str) -> str | None:
    """The year or decade of a timex that is nothing more ("1962", "the 1990s", "early 1997")."""
    m = _PAST.search(said)
    return m.group() if m and not set(said.replace(m.group(), "").lower().split()) - ABOUT else None


def _by_name(context: Context, token: Token) -> Precedent | None:
    """ "The 1962 Missile Crisis", "the collapse of the Union", "the former Pact"."""
    layers = context.layers
    plural = token.pos == "PROPN" and token.lower not in _nouns()  # names are not lemmatised
    lemma = token.lower.removesuffix("s") if plural else token.lower if token.pos == "PROPN" else token.lemma
    if token.pos not in ("NOUN", "PROPN") or not (lemma in _nouns() or lemma in ENDINGS) or token.dep == "compound":
        return None
    before = [layers.tokens[c] for c in layers.children[token.i] if c < token.i]
    below = _phrase(layers, token.i)
    span = trimmed(context.article.content, layers.span_of(below))
    year = next((y for t in before if (y := _PAST.fullmatch(t.text))), None)
    after = next((y for i in below if i > token.i and (y := _PAST.fullmatch(layers.tokens[i].text))), None)
    match = year or after
    dated = match.group() if match else None
    named = lemma in NAMED and any(t.pos == "PROPN" and t.text[0].isupper() for t in before)
    former = any(t.lower in ("former", "erstwhile") for t in before) and any(t.pos == "PROPN" for t in (*before, token))
    ended = lemma in ENDINGS and any(layers.tokens[i].pos == "PROPN" for i in below if i > token.i)
    if not (named or former or ended or (dated and lemma in _nouns())) or _coming(context, dated):
        return None
    return _precedent(context, span, dated)


def _by_year(context: Context, span: Span, year: str) -> Precedent | None:
    """ "The countries that joined after 1997", "advances made since the 1990s": the phrase that holds the year."""
    layers = context.layers
    inside = layers.inside(span)
    if not inside or _coming(context, year):
        return None
    top = next((t for t in inside if not span.holds(layers.tokens[t.head].span)), inside[0])
    head = layers.tokens[top.head]
    if head.pos in ("ADP", "SCONJ") and head.lower in BACK:
        anchor = layers.tokens[head.head]
    elif top.dep in ("nummod", "compound", "nmod", "amod", "npadvmod"):
        anchor = head
    else:
        return None
    for _ in range(3):  # out of the clause to the noun that it describes
        if anchor.pos in ("VERB", "AUX") and anchor.dep in ("acl", "relcl"):
            anchor = layers.tokens[anchor.head]
    below = [i for i in layers.subtree(anchor.i) if layers.tokens[i].sentence == anchor.sentence]
    below = [i for i in below if layers.tokens[i].dep != "mark" or layers.tokens[i].head != anchor.i]
    if anchor.pos in ("VERB", "AUX"):
        below = [i for i in below if layers.tokens[i].dep != "punct" or i not in (below[0], below[-1])]
    phrase = trimmed(context.article.content, layers.span_of(below))
    if not any(m.kind == "party" for m in layers.mentions_in(phrase)):
        return None  # of no party: "a warehouse that opened in 2011"
    return _precedent(context, phrase if len(phrase) <= 200 else layers.sentence_of(top.i).span, year)


def _phrase(layers: Layers, i: int) -> list[int]:
    """A noun with what stands before it and its "of", "in", "on" phrases."""
    keep, todo = [], [i]
    while todo:
        j = todo.pop()
        keep.append(j)
        for c in layers.children[j]:
            dep = layers.tokens[c].dep
            if dep not in LOOSE and not (dep == "case" and j == i):
                todo.append(c)
    return keep


def _coming(context: Context, year: str | None) -> bool:
    """Whether the year is the article's own or lies ahead, where its day is known."""
    published = context.article.published.value
    return bool(year and published and not year.endswith("s") and int(year) >= int(published[:4]))


def _precedent(context: Context, span: Span, year: str | None) -> Precedent:
    sentence = next(s for s in context.layers.sentences if s.start <= span.start < s.end)
    what = " ".join(context.words(span).split())
    return Precedent(
        what=what[0].upper() + what[1:],
        span=span,
        sentence=sentence.span,
        year=year,
        invoked_by=context.speaker_at(span.start),
    )
