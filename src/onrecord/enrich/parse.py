"""The language pipeline: the only place that knows spaCy. Text in, plain tokens and sentences out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any

from onrecord.articles import READ_KINDS, Article, Block
from onrecord.errors import Stopped
from onrecord.layers import Sentence, Token
from onrecord.text import Span, trimmed

LEMMAS = {
    "axed": "axe",
    "axes": "axe",
    "axing": "axe",
    "bided": "bide",
    "coped": "cope",
    "copes": "cope",
    "coping": "cope",
    "cordoned": "cordon",
    "cordoning": "cordon",
    "dined": "dine",
    "dines": "dine",
    "dining": "dine",
    "fined": "fine",
    "fines": "fine",
    "fining": "fine",
    "fulfilled": "fulfill",
    "fulfilling": "fulfill",
    "greenlighted": "greenlight",
    "greenlighting": "greenlight",
    "griped": "gripe",
    "gripes": "gripe",
    "griping": "gripe",
    "hates": "hate",
    "hoped": "hope",
    "hopes": "hope",
    "hoping": "hope",
    "lambasted": "lambaste",
    "lambastes": "lambaste",
    "lambasting": "lambaste",
    "pined": "pine",
    "pines": "pine",
    "pining": "pine",
    "raged": "rage",
    "rages": "rage",
    "raging": "rage",
    "raped": "rape",
    "rapes": "rape",
    "raping": "rape",
    "rated": "rate",
    "rates": "rate",
    "resupplied": "resupply",
    "resupplies": "resupply",
    "resupplying": "resupply",
    "scapegoated": "scapegoat",
    "scapegoating": "scapegoat",
    "scared": "scare",
    "scraped": "scrape",
    "shamed": "shame",
    "shames": "shame",
    "shaming": "shame",
    "sniped": "snipe",
    "sniping": "snipe",
    "spared": "spare",
    "staged": "stage",
    "stages": "stage",
    "staging": "stage",
    "tapes": "tape",
    "waged": "wage",
    "wages": "wage",
    "waging": "wage",
    "waned": "wane",
}
"""Verbs of which the lemmatizer makes another ("staged" of "stag"), by the form that misleads it."""


@lru_cache(maxsize=2)
def pipeline(model: str) -> Any:
    """The installed spaCy pipeline of that name, without the parts that nothing here reads."""
    import spacy

    try:
        if spacy.util.is_package(model):
            return spacy.load(model)
        import importlib

        return importlib.import_module(model).load()  # a model package under another name
    except (ImportError, OSError, AttributeError) as e:
        raise Stopped(f"the language model {model!r} is not installed: {e}") from None


def parse(articles: Iterable[Article], model: str) -> Iterator[tuple[Article, tuple[Token, ...], tuple[Sentence, ...]]]:
    """Tokens and sentences of the headline and body of each article, block by block.

    Blocks are parsed apart, so that no sentence runs from one paragraph into the next.
    """
    nlp = pipeline(model)

    def texts() -> Iterator[tuple[str, tuple[Article, int, Block, bool]]]:
        for article in articles:
            read = [(n, _after_opening(article, b)) for n, b in enumerate(article.blocks) if b.kind in READ_KINDS]
            for k, (n, block) in enumerate(read):
                yield article.content[block.start : block.end], (article, n, block, k == len(read) - 1)
            if not read:
                yield "", (article, -1, Block("body", 0, 0), True)

    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for doc, (article, n, block, is_last) in nlp.pipe(texts(), as_tuples=True, batch_size=64):
        _lay(doc, n, block, tokens, sentences)
        if is_last:
            yield article, tuple(tokens), tuple(sentences)
            tokens, sentences = [], []


def _after_opening(article: Article, block: Block) -> Block:
    """The block without the dateline at its head, which the parser would take for a subject."""
    opening = article.opening
    if opening is None or not block.span.holds(opening):
        return block
    return Block(block.kind, trimmed(article.content, Span(opening.end, block.end)).start, block.end)


def _lay(doc: Any, n: int, block: Block, tokens: list[Token], sentences: list[Sentence]) -> None:
    """Append the tokens of one block, counted in the article. Blank tokens are left out."""
    place: dict[int, int] = {}
    kept = [t for t in doc if not t.is_space]
    for k, t in enumerate(kept):
        place[t.i] = len(tokens) + k
    for sent in doc.sents:
        inside = [t for t in sent if not t.is_space]
        if not inside:
            continue
        first = len(tokens)
        for t in inside:
            head = t.head
            while head.is_space and head.head.i != head.i:
                head = head.head
            tokens.append(
                Token(
                    i=place[t.i],
                    start=block.start + t.idx,
                    end=block.start + t.idx + len(t.text),
                    text=t.text,
                    lemma=LEMMAS.get(t.text.lower(), t.lemma_.lower()) if t.pos_ == "VERB" else t.lemma_.lower(),
                    pos=t.pos_,
                    tag=t.tag_,
                    dep=t.dep_,
                    head=place.get(head.i, place[t.i]),
                    ent=t.ent_type_,
                    sentence=len(sentences),
                )
            )
        sentences.append(
            Sentence(
                index=len(sentences),
                first=first,
                last=len(tokens),
                start=tokens[first].start,
                end=tokens[-1].end,
                block=n,
                kind=block.kind,
            )
        )
