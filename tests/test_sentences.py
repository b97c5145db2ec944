"""Sentences by punctuation, in texts as they are printed and as they are tokenised."""

from __future__ import annotations

import pytest

from onrecord.sentences import cut
from onrecord.text import Span


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Talks began. They failed.", ["Talks began.", "They failed."]),
        ("Talks began . They failed .", ["Talks began .", "They failed ."]),
        ("He met Mr. Vask on Feb. 11 in Tolm.", ["He met Mr. Vask on Feb. 11 in Tolm."]),
        ("They meet on Feb . 11 in Tolm .", ["They meet on Feb . 11 in Tolm ."]),
        ("It began at 4 p.m. Estmark time.", ["It began at 4 p.m. Estmark time."]),
        ("“We agree.” The talks ended!", ["“We agree.”", "The talks ended!"]),
        ("", []),
    ],
)
def test_where_sentences_end(text: str, sentences: list[str]) -> None:
    assert [text[s.start : s.end] for s in cut(text, Span(0, len(text)))] == sentences
