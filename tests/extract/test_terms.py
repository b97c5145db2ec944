"""The terms of a matter, by which positions on one matter meet."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.extract.context import Context
from onrecord.extract.positions.find import find_positions

Read = Callable[[str], Context]


def terms(context: Context) -> list[tuple[str, ...]]:
    return [p.terms for p in find_positions(context)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Karsia rejected the go-ahead.", ("go-ahead",)),
        ("Karsia demanded the re-election of the commission.", ("election",)),
        ("Karsia rejected the coal-timber agreement.", ("agreement", "coal", "timber")),
        ("Karsia demanded a cease-fire in the strait.", ("ceasefire",)),
    ],
)
def test_a_word_with_hyphens_is_one_unless_its_parts_are_nouns(
    read_context: Read, text: str, found: tuple[str, ...]
) -> None:
    assert terms(read_context(text)) == [found]


def test_parties_tell_matters_of_one_word_apart(read_context: Read) -> None:
    one, more = terms(read_context("Karsia rejected Valdoria's fee. Karsia rejected Valdoria's transit fee."))
    assert one == ("Valdoria", "fee")
    assert more == ("fee", "transit")


def test_who_is_to_join_whom_is_always_told(read_context: Read) -> None:
    context = read_context("Karsia demanded a pledge that Valdoria will not join the Northern League.")
    assert any({"League", "Valdoria", "enlargement"} <= set(t) for t in terms(context))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Karsia rejected the security guarantees.", ("proposals",)),
        ("Karsia rejected the draft document.", ("proposals",)),
        ("Karsia rejected the draft document on the fee.", ("fee",)),
        ("Karsia demanded to resolve the crisis through dialogue.", ("talks",)),
        ("Karsia demanded to resolve the crisis.", ("resolve",)),
        ("Karsia is ready to meet the Valdorian president.", ("talks",)),
    ],
)
def test_a_package_and_talks_are_matters_where_nothing_else_is_named(
    read_context: Read, text: str, found: tuple[str, ...]
) -> None:
    assert terms(read_context(text)) == [found]


def test_a_package_that_is_judged_is_about_the_judgement(read_context: Read) -> None:
    context = read_context("Karsia said its proposals were no ultimatum. Valdoria said the proposals are unacceptable.")
    assert terms(context) == [("ultimatum",), ("proposals",)]


def test_words_after_with_count_where_nothing_else_tells(read_context: Read) -> None:
    """ "In" opens a circumstance, which says nothing of the matter unless all of it stands there."""
    context = read_context("Karsia demanded action in terms of the fee. Karsia demanded the fee in terms of dollars.")
    assert all("fee" in t for t in terms(context))
    assert "dollar" not in terms(context)[1]


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("Valdoria published new demands it is making on Karsia.", "new demands it is making on Karsia"),
        ("Karsia rejected drafts presented by Valdoria.", "drafts presented by Valdoria"),
        ("Karsia rejected a demand that it halve the fee.", "it halve the fee"),
        ("Karsia wants a pledge that Valdoria will not join the League.", "Valdoria will not join the League"),
        ("Karsia stressed the need for a lower fee.", "a lower fee"),
    ],
)
def test_what_is_done_with_a_demand_is_not_what_it_holds(read_context: Read, text: str, matter: str) -> None:
    context = read_context(text)
    assert matter in [context.words(p.matter).removeprefix("that ") for p in find_positions(context)]


def test_a_pointing_word_means_what_is_announced_behind_it(read_context: Read) -> None:
    context = read_context("Karsia halved the fee. Valdoria said this is necessary - to make sure that the port opens.")
    needed = find_positions(context)[-1]
    assert (needed.party, needed.stance) == ("VAL", "demands")
    assert "opening" in needed.terms


def test_a_pointing_word_means_the_policy_named_before_it_in_its_sentence(read_context: Read) -> None:
    near = read_context("Valdoria condemned the naval patrols. Karsia proposed a transit fee but Valdoria rejected it.")
    assert terms(near)[-1] == ("fee", "transit")
    far = read_context("Valdoria condemned the naval patrols. Karsia has made an offer but Valdoria rejected it.")
    assert terms(far)[-1] == ("proposals",)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Karsia demanded that the governor step down.", ("departure",)),
        ("Karsia demanded that the governor step up.", ("governor",)),
        ("Karsia demanded the resignation of the whole cabinet.", ("cabinet", "departure", "whole")),
        ("Karsia demanded that they work on it.", ("proposals",)),
    ],
)
def test_a_verb_with_its_particle_is_one_word(read_context: Read, text: str, found: tuple[str, ...]) -> None:
    assert set(found) <= set(terms(read_context(text))[0])


def test_who_is_judged_is_no_matter(read_context: Read) -> None:
    assert not find_positions(read_context("Karsia criticised the fee. “He is wrong,” Valdoria said."))[1:]


def test_an_offer_that_is_new_points_to_nothing_and_what_is_to_be_done_with_it_points_to_it(read_context: Read) -> None:
    context = read_context(
        "Karsia warned of delays for ships. Valdoria has put an offer to it but Karsia will advise Sella to reject it."
    )
    assert terms(context)[-2:] == [("proposals",), ("proposals",)]


def test_what_money_is_given_in_is_no_circumstance(read_context: Read) -> None:
    assert terms(read_context("Karsia promised to deliver about $20 million in subsidies."))[0] == ("subsidy",)


def test_a_relative_clause_without_an_object_is_about_the_noun_before_it(read_context: Read) -> None:
    context = read_context("Karsian envoy Tomas Brell said it was facing a clear choice that Valdoria must make.")
    assert any("choice" in t for t in terms(context))
