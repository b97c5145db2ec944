"""Where outlets differ: what convinces a reader is shown, what only looks like it is not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from onrecord.articles import Article, Published
from onrecord.entries import Divergence, MeetingEntry, MeetingStep
from onrecord.extract.reading import extract
from onrecord.layers import Layers
from onrecord.merge.divergences.meetings import meeting_divergences
from onrecord.merge.entries import merge
from onrecord.settings import Settings
from onrecord.text import Evidence

Differ = Callable[..., tuple[Divergence, ...]]


@pytest.fixture(scope="module")
def differ(read_layers: Callable[[str], tuple[Article, Layers]], fiction: Settings) -> Differ:
    """(Publication day, text) pairs -> the divergences of their record."""

    def find(*told: tuple[str, str]) -> tuple[Divergence, ...]:
        readings = []
        for n, (day, text) in enumerate(told):
            article, layers = read_layers(text)
            named = replace(article, id=f"article-{n}", file=f"{n}.txt", published=Published(day, "explicit"))
            readings.append((named, replace(extract(article, layers), article=named.id)))
        return merge(readings, fiction).divergences

    return find


@pytest.mark.parametrize(
    ("one", "other", "days", "differs"),
    [
        ("The storm killed 40 sailors in Orla.", "The storm killed 70 sailors in Orla.", 0, True),
        ("The storm killed 40 sailors in Orla.", "The storm killed 70 sailors in Orla.", 2, False),  # it grew
        ("The storm killed 40 sailors in Orla.", "The storm injured 70 sailors in Orla.", 0, False),
        ("The storm killed 40 sailors in Orla.", "The storm killed about 42 sailors in Orla.", 0, False),
        ("About 60 ships are waiting off Orla.", "About 90 ships are waiting off Orla.", 3, True),
        ("About 60 ships are waiting off Orla.", "About 90 ships are waiting off Orla.", 60, False),
        ("About 60 ships are waiting off Orla.", "About 9,000 ships are waiting off Orla.", 1, False),
        ("There are 60 people in the port.", "There are 90 people at the summit.", 0, False),
        ("There are 60 million Karsians.", "Some 90 million Karsians were born since the war.", 0, False),
        ("She would be 30 years old today.", "He would be 80 years old today.", 0, False),
        ("A battle in the port left 5 people dead.", "The storm in Orla left 13 people dead.", 0, False),
    ],
)
def test_a_number_differs_when_it_counts_one_thing_at_one_time(
    differ: Differ, one: str, other: str, days: int, differs: bool
) -> None:
    later = (date(2031, 3, 1) + timedelta(days=days)).isoformat()
    found = differ(("2031-03-01", one), (later, f"Bad news came in again. {other}"))
    assert [d.type for d in found] == ["figure"] * differs


def test_a_text_that_gives_both_numbers_counts_two_things(differ: Differ) -> None:
    both = "About 60 ships are waiting off Orla. About 90 ships are waiting off Orla and Halden."
    assert not differ(("2031-03-01", both), ("2031-03-01", "About 90 ships are waiting off Orla."))


ACCUSED = "Valdoria accused Karsia of having laid mines in the strait."


def test_one_text_of_two_names_is_shown_where_both_stand_beside_it(differ: Differ) -> None:
    said = "“Ships may have to wait outside the northern strait while we check those already in port,”"
    orsic, ruiz = f"{said} President Pavel Orsic said.", f"{said} Foreign Minister Mara Ruiz said on Monday."
    (found,) = differ(("2031-03-01", orsic), ("2031-03-01", ruiz))
    assert (found.about, found.note) == ("Who said it", "Pavel Orsic / Mara Ruiz")
    unnamed = f"Foreign Minister Mara Ruiz spoke in Tolm. {said} she said."
    assert not differ(("2031-03-01", orsic), ("2031-03-01", unnamed))
    assert not differ(("2031-03-01", orsic), ("2031-03-01", f"{said} Mr. Orsic said."))


@pytest.mark.parametrize(
    ("answer", "denied"),
    [
        ("Karsia denied that it had laid any mines.", True),
        ("“There are no mines in the strait,” the Karsian foreign ministry said.", True),
        ("Karsia said that it had never laid mines.", True),
        ("“We will not clear the mines,” the Karsian foreign ministry said.", False),
        ("Karsia’s foreign ministry said there will be “no mines” in the strait.", False),  # a promise
        ("Karsia denied that it had raised taxes.", False),
        ("Karsia rejected the plan for the mines museum.", False),
    ],
)
def test_an_accusation_is_denied_by_words_on_what_is_not_so(differ: Differ, answer: str, denied: bool) -> None:
    found = differ(("2031-03-01", ACCUSED), ("2031-03-02", answer))
    assert [d.about.split(": ")[0] for d in found] == ["Claimed by Valdoria, denied by Karsia"] * denied
    assert all("mines" in d.about for d in found)


def test_the_words_that_accuse_are_not_their_own_denial(differ: Differ) -> None:
    told = "“The mines were not ours, and Valdoria accused Karsia of having laid mines,” the Karsian ministry said."
    assert not differ(("2031-03-01", told))


def test_a_place_that_both_name_is_no_accusation_denied(differ: Differ) -> None:
    accused = "Valdoria accused Karsia of being the aggressor in the Orla Gulf."
    assert not differ(("2031-03-01", accused), ("2031-03-02", "“I see no end to the gulf crisis,” Karsia’s king said."))
    assert not differ(
        ("2031-03-01", accused), ("2031-03-02", "“There was no storm in the Orla Gulf,” Karsia’s king said.")
    )


def test_a_demand_differs_by_the_places_and_not_by_the_people_that_it_names(differ: Differ) -> None:
    (found,) = differ(
        ("2031-03-01", "Karsia demanded a fee for ships in Halden."),
        ("2031-03-02", "Karsia demanded a fee for ships in Orla."),
    )
    assert found.about.startswith("What Karsia demands")
    assert not differ(
        ("2031-03-01", "Karsia demanded the resignation of President Pavel Orsic."),
        ("2031-03-02", "Karsia demanded the immediate resignation of Pavel Orsic, the president."),
    )
    assert not differ(
        ("2031-03-01", "Karsia demanded the immediate reopening of the port of Halden."),
        ("2031-03-02", "Karsia demanded an immediate apology for the raid on Orla."),
    )
    assert not differ(
        ("2031-03-01", "Karsia demanded that Valdoria withdraw its patrols from Orla."),
        ("2031-03-02", "Karsia demanded a withdrawal of Valdorian patrols from Orla."),
    )


def test_of_all_who_tell_a_demand_two_that_are_alike_tell_the_difference(differ: Differ) -> None:
    (found,) = differ(
        ("2031-03-01", "Karsia demanded that Halden never join the League."),
        ("2031-03-02", "Karsia demanded a fee for League ships in Halden."),
        ("2031-03-02", "Karsia demanded a fee for League ships."),
    )
    assert [s.exact for s in found.sides] == ["a fee for League ships in Halden", "a fee for League ships"]


WARNED = "Karsia will close the northern strait to tankers"


@pytest.mark.parametrize(
    ("condition", "differs"),
    [
        ("if Valdoria raises the fees on its ships again", False),
        ("unless the patrols leave the cape before winter", True),
        ("if talks fail", False),  # too short to tell
    ],
)
def test_one_threat_under_two_conditions(differ: Differ, condition: str, differs: bool) -> None:
    first = f"If Valdoria raises its fees on foreign ships again, {WARNED}, President Pavel Orsic warned."
    found = differ(("2031-03-01", first), ("2031-03-01", f"{WARNED} {condition}, President Pavel Orsic warned."))
    assert [d.about for d in found] == ["Condition of a threat by Karsia"] * differs


def test_one_sentence_in_two_wordings_is_shown_and_a_cut_is_not(differ: Differ) -> None:
    first = "“There are some things that we are prepared to work on in spring,” Pavel Orsic of Karsia said. “Not all.”"
    other = "“There are some things we’re prepared to work on this spring,” Pavel Orsic of Karsia said."
    cut = "“There are some things that we are prepared to work on,” Pavel Orsic of Karsia said."
    (found,) = differ(("2031-03-01", first), ("2031-03-01", other))
    assert (found.type, len(found.sides)) == ("wording", 2)
    assert not differ(("2031-03-01", first), ("2031-03-01", cut))


@pytest.mark.parametrize(
    ("told", "differs"),
    [
        ("Foreign Minister Mara Ruiz said that a truce is no precondition for sounding the shoals.", True),
        (
            "Foreign Minister Mara Ruiz said that it is not necessary to reach a truce before sounding the shoals.",
            False,
        ),
        ("Foreign Minister Mara Ruiz spoke of “sounding the shoals” with “a truce”.", False),  # cut
        ("Foreign Minister Mara Ruiz spoke of “a truce before any sounding” of the shoals.", True),
    ],
)
def test_the_words_of_a_speaker_retold_are_shown_and_a_cut_is_not(differ: Differ, told: str, differs: bool) -> None:
    said = "“It is not necessary to reach a truce before sounding the shoals,” Foreign Minister Mara Ruiz said."
    found = differ(("2031-03-01", said), ("2031-03-01", told))
    assert [(d.about, len(d.sides)) for d in found] == [("Wording of Mara Ruiz", 2)] * differs


@pytest.mark.parametrize(
    ("told", "denial", "sides"),
    [
        (
            "Two diplomats said Karsia had softened its opposition to buoys in the strait.",
            "A Karsian official denied that Karsia had dropped its opposition to buoys.",
            2,
        ),
        (
            "Two diplomats said Valdoria had softened its opposition to buoys in the strait.",
            "A Karsian official denied that Karsia had dropped its opposition to tolls.",
            0,
        ),
        ("The fog lifted.", "“Gaps remain,” the Karsian ministry said, denying reports that it had taken the text.", 2),
        ("The fog lifted.", "The Karsian ministry denied that it had taken the text.", 0),
        ("Valdoria called on Karsia to end its blockade of Orla.", "“What blockade?” a Karsian official said.", 0),
        (
            "Two diplomats spoke of a closure of the harbour at Orla.",
            "“There is no closure of the harbour at Orla,” a Karsian official said.",
            2,
        ),
        (
            "Two diplomats spoke of a closure of the harbour at Orla.",
            "“There is no need for a closure of the harbour at Orla,” a Karsian official said.",
            0,
        ),
        (
            "Two diplomats spoke of a closure of the harbour at Orla.",
            "“There will be no closure of the harbour at Orla without a vote,” a Karsian official said.",
            0,
        ),
    ],
)
def test_what_is_told_of_a_party_and_denied_by_it(differ: Differ, told: str, denial: str, sides: int) -> None:
    found = differ(("2031-03-01", told), ("2031-03-01", denial))
    assert [len(d.sides) for d in found if d.about.startswith("Denied by Karsia")] == [sides] * (sides > 0)


@pytest.mark.parametrize(
    ("answer", "denied"),
    [
        ("Karsia denies the allegation.", True),
        ("Karsia rejected the charges and called for calm.", True),
        ("Estmark denies the allegation.", False),  # nobody accused it
        ("Karsia rejected the fees.", False),
    ],
)
def test_a_denial_that_names_nothing_answers_the_accusation_before_it(
    differ: Differ, answer: str, denied: bool
) -> None:
    found = differ(("2031-03-01", f"Valdoria accused Karsia of arming the raiders. {answer}"))
    assert [d.about for d in found] == ["Claimed by Valdoria, denied by Karsia: arming the raiders"] * denied


def test_a_threat_told_and_denied(differ: Differ) -> None:
    told = "If Valdoria raises its fees on foreign ships, Karsia will close the strait, President Pavel Orsic warned."
    denied = "Karsia does not threaten anyone with any consequences if its demands are not met, Orsic said."
    (found,) = (d for d in differ(("2031-03-01", told), ("2031-03-09", denied)) if d.about.startswith("Whether"))
    assert found.about == "Whether Karsia threatens"
    assert [s.exact for s in found.sides] == ["Karsia will close the strait", denied]
    assert not [d for d in differ(("2031-03-01", told), ("2031-06-09", denied)) if d.about.startswith("Whether")]
    again = "President Pavel Orsic denied that Karsia was rattling the sabre."
    assert not [d for d in differ(("2031-03-01", again), ("2031-03-09", denied)) if d.about.startswith("Whether")]


@pytest.mark.parametrize(
    ("told", "differs"),
    [
        ("Karsia called the meeting a “failure”, but Valdorian officials said it had gone well.", True),
        ("Karsia called the meeting a “success”, but Valdorian officials said it had gone well.", False),
        ("Karsia said the talks would fail if the fee stays, and Valdoria said it had gone well.", False),
    ],
)
def test_how_a_meeting_went_in_the_words_of_its_sides(differ: Differ, told: str, differs: bool) -> None:
    found = differ(("2031-03-01", f"Karsia and Valdoria held talks in Sella on Friday. {told}"))
    assert [d.type for d in found if d.about.startswith("How it went")] == ["framing"] * differs


@pytest.mark.parametrize(
    ("places", "sides"),
    [
        (("Halden", "Tolm"), 2),
        (("Halden", "Norway"), 0),  # a country may be where the town lies
        (("Norway", "the United Kingdom"), 0),
        (("Halden", "Halden"), 0),
        (("Halden", "Tolm", "Tolm"), 2),  # of one text the first words that name a place
    ],
)
def test_a_meeting_is_told_of_two_towns(places: Sequence[str], sides: int) -> None:
    text = "They will meet here."
    steps = []
    for n, place in enumerate(places):
        article = "a" if n == 0 else "b"
        words = Evidence(article, f"{article}.txt", n, n + len(text), text, "", "")
        steps.append(MeetingStep(f"s{n}", "2031-03-01", "scheduled", "2031-03-05", place, words, words.span))
    parties = ("KAR", "VAL")
    meeting = MeetingEntry("m", "Talks", "bilateral", parties, (), None, None, None, "scheduled", tuple(steps))
    assert [len(d.sides) for d in meeting_divergences([meeting], ())] == [sides] * (sides > 0)
