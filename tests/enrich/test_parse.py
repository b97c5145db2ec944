"""The parse: sentences of headline and body, and nothing else."""

from __future__ import annotations

from onrecord.articles import Article, Block
from onrecord.enrich.parse import parse
from onrecord.settings import Settings
from onrecord.text import Span


def test_the_dateline_at_the_head_of_a_paragraph_is_no_part_of_its_sentence() -> None:
    text = "TOLM (Meridian) - Karsia closed the strait on Monday. It gave no reason."
    article = Article(
        id="a", file="a", source="a", content=text, blocks=(Block("body", 0, len(text)),), opening=Span(0, 17)
    )
    _, tokens, sentences = next(parse([article], Settings().model))
    assert [text[s.start : s.end] for s in sentences] == ["Karsia closed the strait on Monday.", "It gave no reason."]
    assert all(text[t.start : t.end] == t.text for t in tokens)


def test_only_headline_and_body_are_parsed() -> None:
    text = "Talks fail\nKarsia left.\nI knew it!"
    blocks = (Block("headline", 0, 10), Block("body", 11, 23), Block("comment", 24, 34))
    article = Article(id="a", file="a", source="a", content=text, blocks=blocks)
    _, _, sentences = next(parse([article], Settings().model))
    assert [(s.kind, text[s.start : s.end]) for s in sentences] == [
        ("headline", "Talks fail"),
        ("body", "Karsia left."),
    ]


def test_a_verb_is_known_by_its_own_form() -> None:
    text = "Karsia hopes for rain. Valdoria axed the plan. They spared the crew."
    article = Article(id="a", file="a", source="a", content=text, blocks=(Block("body", 0, len(text)),))
    _, tokens, _ = next(parse([article], Settings().model))
    assert {"hope", "axe", "spare"} <= {t.lemma for t in tokens if t.pos == "VERB"}
