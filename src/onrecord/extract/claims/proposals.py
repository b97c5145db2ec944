"""Documents on the table: drafts, proposals, letters, plans; who gave them to whom, when, with what in them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Literal

from onrecord.extract.acts.lexicon import table
from onrecord.extract.claims.provisions import later_provisions, provisions_with
from onrecord.extract.context import Context
from onrecord.extract.meetings.sides import PREMODIFIERS, parties_at, subject_of, unique
from onrecord.layers import Layers, Token
from onrecord.readings import ProposalReport
from onrecord.text import Span, trimmed

Event = Literal["submitted", "published", "voiced"]
HANDING = frozenset({"submission", "presentation", "publication", "delivery", "release", "transfer"})
"""Nouns that say the handing over: "Valdoria's submission of a draft"."""
ADDRESSED = frozenset({"to", "with", "before"})


@cache
def _documents() -> dict[str, str]:
    return {r["noun"]: r["kind"] for r in table("documents.tsv")}


@cache
def _verbs() -> dict[str, Event]:
    return {r["verb"]: r["event"] for r in table("document_verbs.tsv")}  # type: ignore[misc]


def find_proposals(context: Context) -> tuple[ProposalReport, ...]:
    """The tellings of documents in one article, in the order of the text: each with a known author."""
    out: list[ProposalReport] = []
    for token in context.layers.tokens:
        if token.pos in ("NOUN", "PROPN") and token.lemma in _documents() and token.dep != "compound":
            report = _report(context, token)
            if report is not None and not any(r.span.overlaps(report.span) for r in out):
                out.append(report)
    later = later_provisions(context, [r.sentence for r in out], frozenset(_documents()))
    return tuple(replace(r, provisions=r.provisions + later.get(n, ())) for n, r in enumerate(out))


def _report(context: Context, noun: Token) -> ProposalReport | None:
    layers = context.layers
    verb = _governor(layers, noun)
    event = _verbs().get(layers.tokens[verb].lemma) if verb is not None else None
    kind = _documents()[noun.lemma]
    if event is None and not _is_drafted(layers, noun):
        owner = layers.child(noun.i, "poss")
        if kind == "weak" or (kind == "owned" and (owner is None or not parties_at(context, owner))):
            return None
    by = [p for p in _authors(context, noun, verb if event else None) if not p.startswith("p:")]
    if not by or (event is None and any(layers.tokens[c].tag == "PRP$" for c in layers.children[noun.i])):
        return None
    root = verb if verb is not None and event else noun.i
    to = [p for p in _addressees(context, noun, verb if event else None) if p not in by]
    span = _clause(context, root)
    return ProposalReport(
        name=context.words(_name(layers, noun)),
        span=span,
        sentence=layers.sentence_of(noun.i).span,
        by=tuple(by),
        to=tuple(to),
        event=event or "voiced",
        when=context.timex_in(span),
        provisions=provisions_with(context, noun.i),
    )


def _governor(layers: Layers, noun: Token) -> int | None:
    """The verb, or the noun of handing over, of which the document is the object."""
    head = layers.tokens[noun.head]
    if noun.dep in ("dobj", "nsubjpass") and head.pos == "VERB":
        return head.i
    if noun.dep == "pobj" and head.lower == "of" and layers.tokens[head.head].lemma in HANDING | _documents().keys():
        above = layers.tokens[head.head]
        return above.i if above.lemma in HANDING else _governor(layers, above)
    clause = next((c for c in layers.children[noun.i] if layers.tokens[c].dep in ("acl", "relcl")), None)
    return clause if clause is not None and layers.tokens[clause].lemma in _verbs() else None


def _is_drafted(layers: Layers, noun: Token) -> bool:
    """ "A draft agreement", "security proposals": the words before it make a weak noun a document."""
    return any(layers.tokens[c].lemma in ("draft", "proposed", "written") for c in layers.children[noun.i])


def _authors(context: Context, noun: Token, verb: int | None) -> list[str]:
    layers, out = context.layers, []
    for i in (noun.i, *([verb] if verb is not None else [])):
        for c in layers.children[i]:
            if layers.tokens[c].dep in PREMODIFIERS and (i == noun.i or layers.tokens[i].pos != "VERB"):
                out += parties_at(context, c)
            elif layers.tokens[c].dep == "agent" or (
                layers.tokens[c].lower in ("by", "from") and layers.tokens[c].dep == "prep"
            ):
                inner = layers.child(c, "pobj")
                out += parties_at(context, inner) if inner is not None else []
    if not out and verb is not None and layers.tokens[verb].pos == "VERB" and layers.child(verb, "nsubjpass") is None:
        subject = subject_of(layers, verb)
        if subject is not None and subject != noun.i:
            out += parties_at(context, subject)
    return unique(out)


def _addressees(context: Context, noun: Token, verb: int | None) -> list[str]:
    layers, out = context.layers, []
    for i in (noun.i, *([verb] if verb is not None else [])):
        for c in layers.children[i]:
            token = layers.tokens[c]
            if token.dep in ("prep", "dative") and token.lower in ADDRESSED:
                inner = layers.child(c, "pobj")
                out += parties_at(context, inner) if inner is not None else []
            elif token.dep == "dative":
                out += parties_at(context, c)
    return unique(out)


def _clause(context: Context, root: int) -> Span:
    """The clause of the verb, or the noun phrase, without what follows in clauses of their own."""
    layers, keep, todo = context.layers, [], [root]
    while todo:
        j = todo.pop()
        keep.append(j)
        todo += [
            c
            for c in layers.children[j]
            if layers.tokens[c].dep not in ("advcl", "conj", "cc", "punct", "ccomp", "mark", "parataxis")
            or (layers.tokens[c].dep == "conj" and j != root)
        ]
    return trimmed(context.article.content, layers.span_of(keep))


def _name(layers: Layers, noun: Token) -> Span:
    first = noun.i
    for c in layers.children[noun.i]:
        if c < first and layers.tokens[c].dep in PREMODIFIERS and layers.tokens[c].tag != "PRP$":
            first = min(first, min(layers.subtree(c)))
    return Span(layers.tokens[first].start, noun.end)
