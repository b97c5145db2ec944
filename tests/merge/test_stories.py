"""Stories are groups that are alike on average; the order of the articles does not matter."""

from __future__ import annotations

from collections import Counter
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from onrecord.merge.stories.find import stories
from onrecord.merge.stories.words import cosine, neighbours, vectors_of

FERRY = "ferry treaty signed strait sail harbour"
HAIL = "hail grapes vineyards harvest vintners"


def counted(*texts: str) -> list[Counter[str]]:
    return [Counter(t.split()) for t in texts]


def test_a_word_that_no_other_article_has_weighs_nothing() -> None:
    one, other = vectors_of(counted("ferry treaty unicorn", "ferry treaty dragon"))
    assert set(one) == set(other) == {"ferry", "treaty"}
    assert round(cosine(one, other), 6) == 1


def test_only_articles_that_share_telling_words_are_compared() -> None:
    vectors = vectors_of(counted(FERRY, FERRY, HAIL, HAIL))
    assert [(m, n) for m, n, _ in neighbours(vectors)] == [(0, 1), (2, 3)]


def test_stories_are_found_and_what_is_alone_stays_alone() -> None:
    lonely = "ferry hail senate budget"
    assert stories(vectors_of(counted(FERRY, HAIL, FERRY, HAIL, lonely, "budget senate"))) == [(0, 2), (1, 3), (4, 5)]
    assert stories([]) == []


WORDS = st.sampled_from((FERRY + " " + HAIL).split())


@given(st.lists(st.lists(WORDS, max_size=8), max_size=7), st.randoms(use_true_random=False))
def test_the_stories_do_not_depend_on_the_order(texts: list[list[str]], chance: Random) -> None:
    order = list(range(len(texts)))
    chance.shuffle(order)
    found = stories(vectors_of([Counter(t) for t in texts]))
    assert sorted(n for group in found for n in group) == sorted(order)
    shuffled = stories(vectors_of([Counter(texts[n]) for n in order]))
    assert len(shuffled) == len(found)
