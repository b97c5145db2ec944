"""What does not belong to the record is set aside with a reason; on a doubt nothing is."""

from __future__ import annotations

from random import Random

import pytest

from onrecord.articles import Article, Block
from onrecord.merge.entries import merge
from onrecord.merge.relevance.find import set_aside
from onrecord.readings import MeetingReport, PartyMention, Reading
from onrecord.settings import PartySetting, Settings
from onrecord.text import Span

STRAIT = "{0} and the Karsian envoy discussed the ferry treaty, the strait and the harbour tariffs on day {1}."
HARVEST = "The vintners of the valley feared for grapes, hail and vineyards in week {1} of the harvest."
FISH = "Ministers met over herring, trawlers and cod in the northern fishing grounds, above all over {1}."
CUP = "The goalkeeper saved a penalty in round {1} of the cup, and the stadium cheered the striker."

PARTIES = Settings(parties=(PartySetting("VAL", "Valdoria", "state", ("Valdoria",)),))


def article(name: str, text: str, parties: tuple[str, ...], talks: int = 0) -> tuple[Article, Reading]:
    one = Article(name, f"{name}.txt", name, text, (Block("body", 0, len(text)),))
    span = Span(0, 3)
    report = MeetingReport("held", span, span, ("VAL", "KAR"), "bilateral", span)
    named = tuple(PartyMention(p, p, span) for p in parties)
    return one, Reading(name, parties=named, meetings=(report,) * talks)


def fed(negotiation: int, noise: int) -> list[tuple[Article, Reading]]:
    """Reports of one negotiation among news of harvests and cups."""
    words = ("treaty", "tariffs", "envoy", "strait")
    own = [
        article(f"talks-{n}", STRAIT.format("Valdoria", words[n % 4]), ("VAL", "KAR", "NL"), talks=3)
        for n in range(negotiation)
    ]
    rest = [
        article(f"other-{n}", (HARVEST, CUP)[n % 2].format("", n // 2), (("LUR", "SEL")[n % 2], f"P{n}"))
        for n in range(noise)
    ]
    return own + rest


def names(aside: dict[str, str]) -> set[str]:
    return {name.partition("-")[0] for name in aside}


def test_nothing_is_set_aside_of_a_small_record_or_where_nobody_told_what_it_is_about() -> None:
    assert set_aside(fed(2, 4), Settings(), {}) == {}
    assert set_aside(fed(6, 30), Settings(), {}) == {}


def test_an_article_that_was_kept_tells_what_the_record_is_about() -> None:
    aside = set_aside(fed(6, 20), Settings(), {"talks-0": True})
    assert len(aside) == 20
    assert names(aside) == {"other"}
    assert all(reason.startswith("names nobody whom the record is about") for reason in aside.values())


def test_so_do_the_parties_of_the_settings_in_a_small_record_too() -> None:
    assert names(set_aside(fed(4, 2), PARTIES, {})) == {"other"}
    assert names(set_aside(fed(6, 20), PARTIES, {})) == {"other"}


def test_among_many_articles_those_about_talks_tell_it_unless_two_matters_do() -> None:
    assert names(set_aside(fed(6, 60), Settings(), {})) == {"other"}
    words = ("quota", "trawlers", "herring", "nets")
    rival = [article(f"rival-{n}", FISH.format("", words[n % 4]), ("SEL", "LUR"), talks=3) for n in range(6)]
    assert set_aside(fed(6, 60) + rival, Settings(), {}) == {}


def test_a_ruling_wins_and_what_is_like_a_rejected_article_goes_with_it() -> None:
    twin = article("twin-1", CUP.format("", 1), ("VAL", "KAR", "NL"))
    ruled = {"talks-0": True, "other-3": False}
    aside = set_aside([*fed(6, 20), twin], Settings(), ruled)
    assert aside["other-3"] == "set aside by hand"
    assert aside["twin-1"].startswith("like other-")
    assert "other-3" not in set_aside(fed(6, 20), Settings(), {"talks-0": True, "other-3": True})


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_the_articles_does_not_matter(seed: int) -> None:
    articles = fed(5, 60)
    told = set_aside(articles, Settings(), {})
    Random(seed).shuffle(articles)
    assert set_aside(articles, Settings(), {}) == told


def test_nothing_of_an_article_set_aside_stands_on_the_record() -> None:
    entries = merge(fed(4, 10), Settings(), ruled={"talks-0": True})
    assert len(entries.articles) == 4
    assert {s.article.id.partition("-")[0] for s in entries.aside} == {"other"}
    assert not {e.article for p in entries.parties for e in p.evidence} & {s.article.id for s in entries.aside}
