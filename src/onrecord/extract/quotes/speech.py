"""From attributed quotations to direct quotes: pieces joined, speakers carried on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.quotes.direct import Attribution, Paragraph
from onrecord.extract.quotes.drafts import Draft
from onrecord.extract.quotes.marks import Quotation
from onrecord.layers import Layers, Token
from onrecord.text import Span


def direct_quotes(
    content: str, layers: Layers, paragraphs: Sequence[Sequence[Token]], marked: Sequence[Quotation]
) -> tuple[list[Draft], list[Quotation]]:
    """Direct quotes, and the quotations left to be read as parts of reported clauses."""
    drafts: list[Draft] = []
    left: list[Quotation] = []
    for n, tokens in enumerate(paragraphs):
        mine = [q for q in marked if q.block == n]
        if mine:
            before = paragraphs[n - 1] if n else ()
            lead = before if before and before[-1].text == ":" else ()
            _read(Paragraph(content, layers, tokens, mine, lead), drafts, left)
    return drafts, left


def _read(paragraph: Paragraph, drafts: list[Draft], left: list[Quotation]) -> None:
    here: int | None = None  # index of the last draft of this paragraph
    used: Attribution | None = None  # the attribution that follows the last quotation
    for k, q in enumerate(paragraph.marked):
        after = paragraph.after(k)
        speech = paragraph.is_speech(k)
        if not speech:
            if after is not None and paragraph.leads_on(k) and paragraph.leads_off_after(k, after):
                start = paragraph.sentence_start(k)
                drafts.append(Draft("mixed", (Span(start, q.inner.end),), after.source, after.cue))
                here, used = len(drafts) - 1, after
            else:
                left.append(q)
                used = None
            continue
        before = paragraph.before(k)
        label = paragraph.label(k)
        if label is not None:
            content = Span(paragraph.layers.tokens[label.last].start, q.inner.end)
            drafts.append(Draft("direct", (content,), label.source, label.cue, q.nested))
        elif q.goes_on and drafts:
            drafts[-1] = drafts[-1].with_piece(q.inner, q.nested)
            if after is not None and drafts[-1].cue is None:
                drafts[-1] = _attributed(drafts[-1], after)
        elif used is not None and here is not None and _continues(paragraph, k, used, before, after):
            drafts[here] = drafts[here].with_piece(q.inner, q.nested)
        else:
            found = before if before is not None and (used is None or before.cue != used.cue) else after
            if after is not None and paragraph.ends_open(k) and paragraph.leads_off_after(k, after):
                found = after
            if found is not None and found.weak and used is not None and used.first <= found.cue <= used.last:
                found = replace(found, source=used.source)
            if found is None and not paragraph.is_sentence(k):
                left.append(q)
                continue
            drafts.append(_draft(paragraph, k, found, drafts, here))
        here = len(drafts) - 1
        used = after if after is not None else used if used is not None and not paragraph.gaps[k + 1] else None


def _continues(
    paragraph: Paragraph, k: int, used: Attribution, before: Attribution | None, after: Attribution | None
) -> bool:
    """Whether quotation k goes on with the one before, whose attribution fills the gap between them."""
    between = paragraph.gaps[k]
    if before is not None and before.cue == used.cue:
        told = [t for t in between if t.i > used.cue and t.pos == "VERB"]
        return between[-1].text != ":" or not told  # "..., said Ruiz, while also judging the offer: ..." is a new one
    return after is None and before is None and (not between or between[-1].i <= used.last + 1)


def _draft(paragraph: Paragraph, k: int, found: Attribution | None, drafts: list[Draft], here: int | None) -> Draft:
    """A quote of quotation k: by its attribution; else by the person the sentence before tells of; else by
    the speaker of the quotation before."""
    q = paragraph.marked[k]
    draft = Draft("direct", (q.inner,), nested=q.nested)
    if found is not None:
        return _attributed(draft, found)
    subject = paragraph.subject_before(k)
    if subject is not None:
        return Draft("direct", (q.inner,), source=subject, nested=q.nested)
    if here is not None:
        return Draft("direct", (q.inner,), source=drafts[here].source, nested=q.nested, follows=True)
    return Draft("direct", (q.inner,), nested=q.nested, follows=True)


def _attributed(draft: Draft, found: Attribution) -> Draft:
    return Draft(draft.kind, draft.content, found.source, found.cue, draft.nested, draft.marks)
