"""Quotes: who says what in one article, directly, indirectly or in both ways at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.articles import Article
from onrecord.extract.context import Context
from onrecord.extract.quotes.addressee import addressee
from onrecord.extract.quotes.cues import cue_verbs
from onrecord.extract.quotes.drafts import Draft
from onrecord.extract.quotes.headlines import headline_quotes
from onrecord.extract.quotes.issuers import issued_by
from onrecord.extract.quotes.marks import Quotation, quotations
from onrecord.extract.quotes.reported import reported_quotes
from onrecord.extract.quotes.saying import cue_span, via, when_said
from onrecord.extract.quotes.source import issuer, phrase, speaker_ref
from onrecord.extract.quotes.speech import direct_quotes
from onrecord.extract.quotes.turns import turns
from onrecord.extract.quotes.unmarked import joined_to_open, own_words
from onrecord.layers import Layers, Token
from onrecord.readings import Quote
from onrecord.text import Span, hull


def find_quotes(context: Context) -> tuple[Quote, ...]:
    """The quotes of an article's headline and body, in the order in which they are told."""
    return _found(context, attitudes=False)


def find_attributions(context: Context) -> tuple[Quote, ...]:
    """The quotes, and beside them what people are told to think, want or do in words ("fears a war",
    "backs the deal"), with less certainty; what a paragraph goes on to quote is part of what it quoted.
    """
    return _found(context, attitudes=True)


def _found(context: Context, *, attitudes: bool) -> tuple[Quote, ...]:
    layers, content = context.layers, context.article.content
    paragraphs = _paragraphs(layers)
    marked = marked_passages(context.article, layers)
    drafts, left = direct_quotes(content, layers, paragraphs, marked)
    drafts += turns(layers, paragraphs, marked)
    reported = reported_quotes(content, layers, drafts, left, attitudes=attitudes)
    reported = own_words(layers, reported, paragraphs)
    headlines = [h for h in headline_quotes(layers, marked) if not any(d.covers(h.content[0].start) for d in reported)]
    drafts = joined_to_open([*drafts, *headlines, *reported], marked, paragraphs)
    drafts = _carried(layers, sorted(drafts, key=lambda d: (d.content[0], -1 if d.cue is None else d.cue)), attitudes)
    return tuple(_quote(context, d, marked) for d in drafts)


def said_directly(article: Article, layers: Layers) -> tuple[list[Draft], list[Quotation]]:
    """The direct quotes of an article, and its other quotations."""
    return direct_quotes(article.content, layers, _paragraphs(layers), marked_passages(article, layers))


def marked_passages(article: Article, layers: Layers) -> tuple[Quotation, ...]:
    """The quotations of the paragraphs that are read, numbered as these are."""
    return quotations(article.content, [Span(p[0].start, p[-1].end) for p in _paragraphs(layers)])


def _paragraphs(layers: Layers) -> list[list[Token]]:
    """The tokens of each block, in order."""
    out: dict[int, list[Token]] = {}
    for sentence in layers.sentences:
        out.setdefault(sentence.block, []).extend(layers.tokens_of(sentence))
    return list(out.values())


def _carried(layers: Layers, drafts: Sequence[Draft], joined: bool) -> list[Draft]:
    """A quotation without any attribution has the speaker of what was said before it; `joined`: in the
    same paragraph it is a piece of that."""
    out: list[Draft] = []
    last: int | None = None  # index of the last draft that tells words
    for draft in drafts:
        if last is not None and draft.cue is None and draft.source in (None, out[last].source):
            if joined and _is_beside(layers, out[last], draft):
                out[last] = out[last].with_piece(draft.content[0], draft.nested)
                continue
            if draft.follows:
                draft = replace(draft, source=out[last].source)
        if draft.kind != "indirect" or draft.cue is None or _is_of_speech(layers.tokens[draft.cue]):
            last = len(out)
        out.append(draft)
    return out


def _is_beside(layers: Layers, a: Draft, b: Draft) -> bool:
    """Whether two drafts stand in one paragraph."""
    places = [next((s.block for s in layers.sentences if s.end > d.content[-1].start), -1) for d in (a, b)]
    return places[0] == places[1]


def _is_of_speech(cue: Token) -> bool:
    verb = cue_verbs().get(cue.lemma)
    return verb is not None and verb.kind == "speech"


def _quote(context: Context, draft: Draft, marked: tuple[Quotation, ...]) -> Quote:
    layers = context.layers
    fragments: tuple[Span, ...] = ()
    if draft.kind != "direct":
        fragments = tuple(q.inner for q in marked if any(piece.holds(q.inner) for piece in draft.content))
    source = issuer(layers, draft.source) if draft.source is not None else None
    issued = issued_by(layers, source) if source is not None else None
    heard = source if issued is None else issued
    speaker = speaker_ref(context, heard) if heard is not None else None
    carried = via(context, draft.cue) if draft.cue is not None else None
    hearer = addressee(context, draft.cue) if draft.cue is not None else None
    sentences = [s for s in layers.sentences if any(s.span.overlaps(piece) for piece in draft.content)]
    return Quote(
        kind="direct" if draft.kind == "direct" else "mixed" if fragments else "indirect",
        content=draft.content,
        sentence=hull([s.span for s in sentences] or draft.content),
        speaker=speaker,
        speaker_span=phrase(layers, source) if source is not None else None,
        cue=_cue(context, draft),
        quoted=fragments,
        nested=draft.nested,
        marks=draft.marks,
        when=when_said(context, draft.cue, draft.content) if draft.cue is not None else None,
        via=" ".join(context.words(carried).split()) if carried is not None else None,
        speaker_party=layers.party_of(speaker),
        addressee=hearer[1] if hearer else None,
        addressee_span=phrase(layers, hearer[0]) if hearer else None,
    )


def _cue(context: Context, draft: Draft) -> Span | None:
    return cue_span(context.layers, draft.cue) if draft.cue is not None else None
