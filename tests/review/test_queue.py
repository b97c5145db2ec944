"""The queue: what is asked, in which order, and that what was ruled on is not asked again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.entries import Divergence, Entries
from onrecord.review.apply import apply, check
from onrecord.review.queue import UNSURE, queue, settle
from onrecord.rulings import Ruling, RulingKind
from onrecord.views import Doubt
from tests.serve.sample import sample


def unsure(entries: Entries, *doubted: str, confidence: float = 0.4) -> Entries:
    """The entries, all sure but some."""

    def judged(entry: object) -> object:
        return replace(entry, confidence=confidence if entry.id in doubted else 0.9)  # type: ignore

    sections = ("quotes", "positions", "events")
    return replace(entries, **{s: tuple(judged(e) for e in getattr(entries, s)) for s in sections})


SAMPLE = unsure(sample())


def asked(entries: Entries, *rulings: Ruling) -> list[tuple[str, str]]:
    return [(d.kind, d.id) for d in queue(apply(entries, rulings), rulings)]


def test_an_article_without_a_day_is_asked_about() -> None:
    (doubt,) = queue(SAMPLE, ())
    assert (doubt.kind, doubt.section, doubt.id) == ("left open", "articles", "article-herald")
    assert doubt.why == ("its day of publication is not known",)
    assert doubt.evidence is not None


def test_only_what_is_unsure_is_asked_and_why_is_told() -> None:
    assert asked(unsure(SAMPLE, "event-2", confidence=UNSURE))[1:] == []
    (_, doubt) = queue(unsure(SAMPLE, "event-2"), ())
    assert (doubt.kind, doubt.id, doubt.confidence) == ("unsure", "event-2", 0.4)
    assert doubt.words == "Karsia demands that Valdoria stop filling the reservoir at Brenn"


def test_what_matters_more_comes_first() -> None:
    """A quote that three sources tell before a position that one tells; a divergence counts like two sources."""
    both = unsure(SAMPLE, "quote-1", "position-5")
    assert asked(both)[1:] == [("unsure", "quote-1"), ("unsure", "position-5")]
    position = next(p for p in both.positions if p.id == "position-5")
    differing = (*both.divergences, Divergence("d", "the draft", "fact", (position.evidence, position.evidence)))
    headed = replace(both, divergences=differing, quote_groups=())
    assert asked(headed)[1:] == [("unsure", "position-5"), ("unsure", "quote-1")]
    assert "outlets differ on it" in queue(headed, ())[1].why


def test_a_quote_without_speaker_is_asked_about_where_it_matters() -> None:
    def nobody(name: str) -> Entries:
        quotes = tuple(replace(q, speaker=None) if q.id == name else q for q in SAMPLE.quotes)
        return replace(SAMPLE, quotes=quotes)

    assert ("left open", "quote-1") in asked(nobody("quote-1"))  # three sources tell it
    assert ("left open", "quote-4") not in asked(nobody("quote-4"))


def test_a_ruling_whose_entry_is_gone_comes_first_until_a_person_has_seen_it() -> None:
    lost = Ruling("rename", "issues", "issue-old", value="Canal toll", exact="the toll on the canal", at="2032-05-03")
    first, *_ = queue(apply(SAMPLE, (lost,)), (lost,))
    assert (first.kind, first.section, first.words) == ("orphaned", "issues", "the toll on the canal")
    assert first.why == ("renamed to “Canal toll” on 3 May 2032",)
    seen = settle(first, "accept")
    check(seen)
    assert ("orphaned", "issue-old") not in asked(SAMPLE, lost, seen)
    again = Ruling("rename", "issues", "issue-old", value="Toll")
    assert ("orphaned", "issue-old") in asked(SAMPLE, lost, seen, again)


def test_what_was_confirmed_and_is_gone_is_asked_about_too() -> None:
    assert ("orphaned", "event-old") in asked(SAMPLE, Ruling("accept", "events", "event-old", exact="nowhere"))


@pytest.mark.parametrize("kind", ["accept", "reject"])
@pytest.mark.parametrize("name", ["event-2", "position-5", "quote-1"])
def test_what_was_ruled_on_leaves_the_queue(kind: RulingKind, name: str) -> None:
    doubted = unsure(SAMPLE, name)
    doubt = next(d for d in queue(doubted, ()) if d.id == name)
    ruling = settle(doubt, kind, "2032-05-03T10:00:00")
    check(ruling)
    assert ("unsure", name) in asked(doubted)
    assert [d for d in asked(doubted, ruling) if d[0] != "left open"] == []


def test_a_corrected_position_leaves_the_queue_and_others_stay() -> None:
    doubted = unsure(SAMPLE, "position-4", "position-5")
    moved = Ruling("split", "positions", "position-4", value="Binding force")
    assert asked(doubted, moved)[1:] == [("unsure", "position-5")]


def test_a_rejected_entry_does_not_take_another_with_the_same_words_along() -> None:
    doubted = unsure(SAMPLE, "event-2")
    twin = replace(next(e for e in doubted.events if e.id == "event-2"), id="event-twin", type="ACCUSE")
    both = replace(doubted, events=(*doubted.events, twin))
    ruling = Ruling("reject", "events", "event-2", exact=twin.evidence.exact)
    assert ("unsure", "event-twin") in asked(both, ruling)


def test_each_item_tells_what_may_be_ruled_on_it() -> None:
    can = {d.section: d.can for d in queue(unsure(SAMPLE, "quote-1", "position-1", "event-1"), ())}
    assert can["events"] == ("accept", "reject")
    assert set(can["positions"]) == set(can["quotes"]) == {"accept", "reject", "join", "split"}


def test_the_order_of_the_entries_does_not_matter() -> None:
    doubted = unsure(SAMPLE, *(e.id for e in (*SAMPLE.events, *SAMPLE.positions, *SAMPLE.quotes)))
    turned = replace(doubted, events=doubted.events[::-1], positions=doubted.positions[::-1])
    assert queue(doubted, ()) == queue(turned, ())


def test_an_empty_record_asks_nothing() -> None:
    assert queue(Entries(), ()) == ()


def test_a_meeting_without_a_day_is_asked_about_where_several_tell_of_it() -> None:
    undated = replace(SAMPLE, meetings=tuple(replace(m, date=None) for m in SAMPLE.meetings))
    told: list[Doubt] = [d for d in queue(undated, ()) if d.section == "meetings"]
    assert told
    assert all("its day is not known" in d.why for d in told)
    once = replace(undated, meetings=tuple(replace(m, history=m.history[:1]) for m in undated.meetings))
    assert not [d for d in queue(once, ()) if d.section == "meetings"]


def test_an_article_that_was_ruled_on_is_not_asked_about_again() -> None:
    assert asked(SAMPLE, Ruling("accept", "articles", "article-herald")) == []
