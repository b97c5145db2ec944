"""The speaker's own words printed without marks: "We will not leave, Ruiz said." """

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.quotes.drafts import Draft
from onrecord.extract.quotes.marks import Quotation
from onrecord.layers import Layers, Token
from onrecord.text import Span, hull

_FIRST_PERSON = frozenset({"i", "we", "us", "me", "our", "my", "myself", "ourselves"})


def own_words(layers: Layers, drafts: Sequence[Draft], paragraphs: Sequence[Sequence[Token]]) -> list[Draft]:
    """Reported clauses in the first person before their cue are the speaker's own words.

    So are the sentences before them in the paragraph that go on in the first person.
    """
    out = []
    for draft in drafts:
        if (
            draft.kind == "indirect"
            and draft.cue is not None
            and draft.content[-1].end <= layers.tokens[draft.cue].start
        ):
            inside = [t for t in _tokens_in(layers, draft) if t.lower in _FIRST_PERSON]
            if inside:
                paragraph = next(p for p in paragraphs if p[0].i <= draft.cue <= p[-1].i)
                start = _reach_back(layers, draft, paragraph, drafts)
                content = (Span(start, draft.content[0].end), *draft.content[1:])
                draft = replace(draft, kind="direct", content=content, marks=False)
        out.append(draft)
    return out


def joined_to_open(
    drafts: Sequence[Draft], marked: Sequence[Quotation], paragraphs: Sequence[Sequence[Token]]
) -> list[Draft]:
    """A quotation that its paragraph leaves open and that nobody is named for belongs to the speaker
    of the own words without marks with which the next paragraph begins."""
    out = list(drafts)
    for q in marked:
        if q.closed or q.block + 1 >= len(paragraphs):
            continue
        begins = paragraphs[q.block + 1][0].start
        after = next((d for d in drafts if not d.marks and d.content[0].start == begins), None)
        mine = next((n for n, d in enumerate(out) if d.content[0] == q.inner and d.cue is None), None)
        if after is not None and mine is not None:
            out[mine] = replace(out[mine], source=after.source, cue=after.cue, follows=False)
    return out


def _tokens_in(layers: Layers, draft: Draft) -> list[Token]:
    span = hull(draft.content)
    return [t for t in layers.tokens if span.start <= t.start < span.end]


def _reach_back(layers: Layers, draft: Draft, paragraph: Sequence[Token], drafts: Sequence[Draft]) -> int:
    start = draft.content[0].start
    before = [s for s in layers.sentences if paragraph[0].start <= s.start and s.end <= start]
    for sentence in reversed(before):
        told = any(
            d is not draft and any(sentence.span.overlaps(c) for c in d.content) and d.source is not None
            for d in drafts
        )
        first_person = any(t.lower in _FIRST_PERSON for t in layers.tokens_of(sentence))
        if told or not first_person:
            break
        start = sentence.start
    return start
