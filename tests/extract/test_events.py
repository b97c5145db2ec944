"""Events: minimal pairs of asserted and denied, past and planned, one party and the other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.extract.acts.events import find_events
from onrecord.extract.context import Context
from onrecord.readings import Event

Read = Callable[[str], Context]

Told = tuple[str, tuple[str, ...], tuple[str, ...]]


def events(read_context: Read, text: str) -> list[Event]:
    return list(find_events(read_context(text)))


def told(read_context: Read, text: str) -> set[Told]:
    return {(e.type, e.actor, e.recipient) for e in events(read_context, text)}


ACTS: list[tuple[str, Told]] = [
    ("Valdoria demanded that Karsia open the strait.", ("REQUEST", ("VAL",), ("KAR",))),
    ("Karsia demanded that Valdoria open the strait.", ("REQUEST", ("KAR",), ("VAL",))),
    ("Valdoria was urged by Karsia to withdraw its ships.", ("REQUEST", ("KAR",), ("VAL",))),
    ("Karsia called on Valdoria to pull back its patrols.", ("REQUEST", ("KAR",), ("VAL",))),
    ("Karsia called again on Valdoria to pull back its patrols.", ("REQUEST", ("KAR",), ("VAL",))),
    ("Karsia challenged Valdoria to pull back its patrols.", ("REQUEST", ("KAR",), ("VAL",))),
    ("Valdoria's demand that Karsia leave the strait was read out.", ("REQUEST", ("VAL",), ("KAR",))),
    ("Karsia rejected the proposal of the mediators.", ("REJECT", ("KAR",), ())),
    ("Karsia denied that it had laid mines in the strait.", ("REJECT", ("KAR",), ())),
    ("Karsia refused to withdraw its patrols.", ("REJECT", ("KAR",), ())),
    ("Karsia will not lift the blockade.", ("REJECT", ("KAR",), ())),
    ("Valdoria accused Karsia of laying mines.", ("ACCUSE", ("VAL",), ("KAR",))),
    ("Valdoria blamed Karsia for the collision.", ("ACCUSE", ("VAL",), ("KAR",))),
    ("Karsia agreed to reopen the strait.", ("AGREE", ("KAR",), ())),
    ("Karsia is ready to negotiate the fee.", ("AGREE", ("KAR",), ())),
    ("Valdoria backed the proposal of Karsia.", ("SUPPORT", ("VAL",), ("KAR",))),
    ("Valdoria agreed to cut the toll after a push from Karsia for lower fees.", ("REQUEST", ("KAR",), ())),
    ("Valdoria gave its go-ahead to the crossing.", ("AGREE", ("VAL",), ())),
    ("Valdoria struck a provisional deal with Karsia.", ("AGREE", ("VAL",), ("KAR",))),
    ("Valdoria has applied for membership of the bloc.", ("REQUEST", ("VAL",), ())),
    ("Valdoria hailed the accord as a breakthrough.", ("SUPPORT", ("VAL",), ())),
    ("Valdoria said the accord was a victory for its fishermen.", ("SUPPORT", ("VAL",), ())),
    ("Valdoria said the accord was a mistake.", ("ACCUSE", ("VAL",), ())),
    ("Valdoria said it was time to end the embargo.", ("REQUEST", ("VAL",), ())),
    ("Valdoria is against the new tolls.", ("REJECT", ("VAL",), ())),
    ("The upper house of the Karsian parliament approved the treaty.", ("AGREE", ("KAR",), ())),
    ("Karsia lifted its boycott of the ports.", ("CONCEDE", ("KAR",), ())),
    ("Valdoria gave 3 million dollars to Karsia.", ("AID", ("VAL",), ("KAR",))),
    ("“We are not going to pay the fee,” said Karsian Foreign Minister Tomas Brell.", ("REJECT", ("KAR",), ())),
    ("Valdoria imposed sanctions on Karsia.", ("SANCTION", ("VAL",), ("KAR",))),
    ("Valdoria lifted its sanctions against Karsia.", ("CONCEDE", ("VAL",), ("KAR",))),
    ("Karsia gave medicine to the Valdorian government.", ("AID", ("KAR",), ("VAL",))),
    ("Karsian troops shelled Valdoria.", ("ASSAULT", ("KAR",), ("VAL",))),
    ("Valdoria amassed 20,000 troops near the border.", ("MOBILIZE", ("VAL",), ())),
    ("Valdoria threatened to close the border.", ("THREATEN", ("VAL",), ())),
    ("Valdoria met with Karsia on Monday.", ("CONSULT", ("VAL",), ("KAR",))),
    ("The dispute stems from Valdoria's invasion of Karsia.", ("ASSAULT", ("VAL",), ("KAR",))),
    ("The dispute stems from Karsia's invasion of Valdoria.", ("ASSAULT", ("KAR",), ("VAL",))),
    ("Valdoria pushed Karsia to open the strait.", ("REQUEST", ("VAL",), ("KAR",))),
    ("Valdoria stepped up its pressure on Karsia to open the strait.", ("REQUEST", ("VAL",), ("KAR",))),
    ("Valdoria and Karsia signed a cooperation programme.", ("AGREE", ("VAL", "KAR"), ())),
    ("It is a treaty, which Valdoria signed last May.", ("AGREE", ("VAL",), ())),
    ("Valdoria assured Karsia that it would open the strait.", ("AGREE", ("VAL",), ("KAR",))),
    ("Valdoria warned Karsia not to enter the strait.", ("THREATEN", ("VAL",), ("KAR",))),
    ("Valdoria warned Karsia against rash moves in the strait.", ("THREATEN", ("VAL",), ("KAR",))),
    ("Valdorian Prime Minister Ilse Vask's visit to Karsia drew crowds.", ("CONSULT", ("VAL",), ("KAR",))),
    ("Valdorian Prime Minister Ilse Vask ended a trip to Karsia.", ("CONSULT", ("VAL",), ("KAR",))),
    ("Valdoria called the Karsian patrols coercive.", ("ACCUSE", ("VAL",), ("KAR",))),
    ("Valdoria is in talks with Karsia over the fee.", ("CONSULT", ("VAL", "KAR"), ("KAR", "VAL"))),
    ("The council of the Northern League held an emergency session.", ("CONSULT", ("NL",), ())),
    ("Karsia said its delegation would travel to Sella for the talks.", ("AGREE", ("KAR",), ())),
    ("Valdoria said that it would come to Sella in May as agreed.", ("AGREE", ("VAL",), ())),
    ("Karsia offered last month to reopen the strait.", ("AGREE", ("KAR",), ())),
    ("Karsia wants to resume the negotiations.", ("AGREE", ("KAR",), ())),
    ("Karsia had no objection to the mission.", ("AGREE", ("KAR",), ())),
    ("Valdoria vowed to oppose the treaty.", ("REJECT", ("VAL",), ())),
    ("Karsia would not negotiate under threats.", ("REJECT", ("KAR",), ())),
    ("Valdoria never will accept the fee.", ("REJECT", ("VAL",), ())),
    ("Valdoria branded Karsia an outlaw.", ("ACCUSE", ("VAL",), ("KAR",))),
    ("Valdoria called the blockade a provocation.", ("ACCUSE", ("VAL",), ())),
    ("Valdoria demanded that the inspection begin at once.", ("REQUEST", ("VAL",), ())),
    ("Valdoria insisted that its demand still stood on the table.", ("REQUEST", ("VAL",), ())),
    ("PORT SELLA (Post) - Delegations from Valdoria and Karsia agreed to a truce.", ("AGREE", ("VAL", "KAR"), ())),
    ("Valdoria said the cables would go dark if Karsia did not leave.", ("THREATEN", ("VAL",), ("KAR",))),
    ("Valdoria opened the door to talks.", ("AGREE", ("VAL",), ())),
    ("Valdoria said there was no need for a larger force.", ("REJECT", ("VAL",), ())),
    ("The promise that Karsia gave is worth little.", ("AGREE", ("KAR",), ())),
    ("In phone calls with foreign leaders, Karsia praised it.", ("CONSULT", ("KAR",), ("unnamed: foreign leaders",))),
    ("Valdoria sent an envoy to Karsia.", ("CONSULT", ("VAL",), ("KAR",))),
    ("Valdoria has not ruled out strikes on the ports.", ("THREATEN", ("VAL",), ())),
    ("Valdoria warned that Karsia was giving up its ports.", ("ACCUSE", ("VAL",), ("KAR",))),
    ("Valdoria alleges that Karsia was behind the plot.", ("ACCUSE", ("VAL",), ("KAR",))),
    ("Valdoria said its crews deserve higher pay.", ("REQUEST", ("VAL",), ())),
    ("The Valdorian parliament approved new tariffs on steel.", ("SANCTION", ("VAL",), ())),
    ("The unions will advise their members to reject the offer.", ("REJECT", ("unnamed: the unions",), ())),
    ("Karsian opposition leaders have reached a deal.", ("AGREE", ("unnamed: Karsian opposition leaders",), ())),
    ("Four Karsian factions have reached a deal.", ("AGREE", ("unnamed: Karsian factions",), ())),
    ("Karsia fired back at its critics.", ("ACCUSE", ("KAR",), ())),
    ("The aim of Karsia was to press the League to pay.", ("REQUEST", ("KAR",), ("NL",))),
    ("The boy's uncle, Odo Brandt, denied the charge.", ("REJECT", ("p:brandt",), ())),
    ("The convention rejected the plan.", ("REJECT", ("unnamed: the convention",), ())),
    ("Valdoria said that Karsia was abusing its crews.", ("ACCUSE", ("VAL",), ("KAR",))),
    ("Valdoria attacked Karsia for raising the toll.", ("ACCUSE", ("VAL",), ("KAR",))),
    ("Valdoria appealed the ruling.", ("REJECT", ("VAL",), ())),
    ("Several factions rejected the offer.", ("REJECT", ("unnamed: factions",), ())),
    ("Thousands of protesters marched through Orla.", ("PROTEST", ("unnamed: protesters",), ())),
    ("Valdoria and Karsia have been locked in talks for days.", ("CONSULT", ("VAL", "KAR"), ("KAR", "VAL"))),
    ("Valdoria pushed back on the proposal.", ("REJECT", ("VAL",), ())),
    ("Karsia handed over the island to Valdoria.", ("CONCEDE", ("KAR",), ("VAL",))),
    ("Karsia gave assurances that the ships would pass.", ("AGREE", ("KAR",), ())),
    ("Karsia recognized the government of Valdoria.", ("CONCEDE", ("KAR",), ("VAL",))),
]


@pytest.mark.parametrize(("text", "act"), ACTS, ids=[t for t, _ in ACTS])
def test_who_does_what_to_whom(read_context: Read, text: str, act: Told) -> None:
    assert act in told(read_context, text)


NOT: list[tuple[str, str]] = [
    ("Valdoria offered advice to the crews.", "AGREE"),
    ("The crews wait until Karsia complies with the ruling.", "CONCEDE"),
    ("The bill would prohibit Karsia from lifting the sanctions.", "CONCEDE"),
    ("Valdoria approved an end to the tariffs.", "SANCTION"),
    ("Valdoria weighed its options should Karsia close the strait.", "REQUEST"),
    ("Valdoria said the strait would be calm if Karsia left.", "THREATEN"),
    ("Valdoria promised that there would be no strikes.", "THREATEN"),
    ("Karsia is ready to talk if it is attacked.", "THREATEN"),
    ("Karsia has to be willing to talk, Valdoria said.", "AGREE"),
    ("Karsia is less willing to talk.", "AGREE"),
    ("Karsian exports to Valdoria meet the standard.", "CONSULT"),
    ("Karsia met with reporters in Orla.", "CONSULT"),
    ("Karsia pays at once, as opposed to late.", "REJECT"),
    ("In its latest note, Karsia has given the crews a map.", "CONCEDE"),
    ("Karsia has barely budged.", "CONCEDE"),
    ("Not all families insist that the crews leave.", "REQUEST"),
    ("Karsia clung to the rope.", "REQUEST"),
    ("Karsia has amassed files on the crews.", "MOBILIZE"),
    ("Karsia will pay after it lifts the sanctions.", "CONCEDE"),
    ("Valdoria said the ships would sail should Karsia fail to answer.", "REQUEST"),
    ("Valdoria called the envoy on Friday to explain.", "REQUEST"),
    ("Valdoria gathered evidence with Karsia.", "CONSULT"),
    ("Valdoria opened the harbour to the crews.", "AGREE"),
    ("Valdoria has seen the crews' commitment to forging an agreement.", "AGREE"),
    ("Valdoria rallied its supporters.", "PROTEST"),
    ("Valdoria said help arrived in time to save the crews.", "REQUEST"),
    ("Valdoria wants a good deal for its crews.", "SUPPORT"),
    ("Valdoria called on the crews to act.", "ACCUSE"),
    ("Karsia does not threaten Valdoria.", "THREATEN"),
    ("Karsia denied threatening Valdoria.", "THREATEN"),
    ("Karsia did not reject the proposal.", "REJECT"),
    ("Karsia declined to comment.", "REJECT"),
    ("Valdoria asked whether Karsia had agreed to the plan.", "AGREE"),
    ("If Karsia rejects the plan, the talks will go on.", "REJECT"),
    ("Valdoria accused Karsia of shelling the port.", "ASSAULT"),
    ("Valdoria demanded that Karsia lift the sanctions.", "CONCEDE"),
    ("Karsia could reject the plan.", "REJECT"),
    ("The analyst rejected the plan.", "REJECT"),
    ("Karsia released a report on the ships.", "CONCEDE"),
    ("Karsia returned to Valdoria in May.", "CONCEDE"),
    ("Karsia recognized that the winter was hard.", "CONCEDE"),
    ("Valdoria warned that the winter would be long.", "THREATEN"),
    ("Valdoria held a news conference with Karsia.", "CONSULT"),
    ("Karsia declined to give a figure.", "REJECT"),
    ("The talks between Valdoria and Karsia were useful.", "CONSULT"),
    ("Valdoria said it was worried, asked about the fee.", "REQUEST"),
    ("Valdoria assured Karsia that its ships were safe.", "AGREE"),
    ("Valdoria condemned Karsia's invasion of the islands.", "ASSAULT"),
    ("Valdoria used its ships to open the strait.", "REQUEST"),
    ("Valdoria warned Karsia of the fog.", "THREATEN"),
    ("Valdorian Prime Minister Ilse Vask ended a trip to the coast.", "CONSULT"),
    ("The minister met in the hall.", "CONSULT"),
    ("Karsia called in to Halden on the way to Valdoria.", "REQUEST"),
]


@pytest.mark.parametrize(("text", "kind"), NOT, ids=[t for t, _ in NOT])
def test_what_is_no_act(read_context: Read, text: str, kind: str) -> None:
    assert kind not in {e.type for e in events(read_context, text)}


def test_talks_to_come_are_agreed_and_talks_held_are_consultations(read_context: Read) -> None:
    assert "AGREE" in {e.type for e in events(read_context, "Valdoria and Karsia will hold talks in May.")}
    assert "CONSULT" in {e.type for e in events(read_context, "Valdoria and Karsia held talks in May.")}
    assert "AGREE" in {e.type for e in events(read_context, "Talks between Valdoria and Karsia could begin in May.")}


def test_what_an_opponent_tells_is_an_accusation(read_context: Read) -> None:
    assert told(read_context, "Valdoria said that Karsia had shelled the port.") == {("ACCUSE", ("VAL",), ("KAR",))}
    assert told(read_context, "Karsia said that it had shelled the port.") == {("ASSAULT", ("KAR",), ())}


def test_what_an_opponent_tells_of_has_it_as_its_source(read_context: Read) -> None:
    found = events(read_context, "Valdoria said that Karsia had massed troops near Orla.")
    assert [(e.type, e.actor, e.source) for e in found] == [("MOBILIZE", ("KAR",), "VAL")]


def test_a_deed_only_announced_is_a_threat(read_context: Read) -> None:
    assert "THREATEN" in {e.type for e in events(read_context, "Valdoria said it would impose sanctions on Karsia.")}
    assert "SANCTION" in {e.type for e in events(read_context, "Valdoria said it had imposed sanctions on Karsia.")}


def test_an_event_is_dated_by_its_clause(read_context: Read) -> None:
    context = read_context("Karsia rejected the plan on Monday.")
    (event,) = find_events(context)
    assert event.when is not None
    assert "Monday" in context.words(context.timexes[event.when].span)


@pytest.mark.parametrize("told", ["the treaty of 1987", "an extension to May 3", "any ships until Friday"])
def test_a_date_of_something_else_dates_no_event(read_context: Read, told: str) -> None:
    (event,) = find_events(read_context(f"Karsia rejected {told}."))
    assert event.when is None


def test_the_day_of_speech_is_not_the_day_spoken_of(read_context: Read) -> None:
    context = read_context("Karsia said on Monday that talks with Valdoria would be held in May.")
    (event,) = [e for e in find_events(context) if e.type == "AGREE"]
    assert event.when is not None
    assert "Monday" in context.words(context.timexes[event.when].span)


def test_a_dateline_is_no_actor(read_context: Read) -> None:
    found = events(read_context, "TOLM (Meridian) - Valdoria rejected the plan on Monday.")
    assert [e.actor for e in found if e.type == "REJECT"] == [("VAL",)]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Critics accused Karsia of laying mines.", "unnamed: Critics"),
        ("The harbour families refused to sign the paper.", "unnamed: The harbour families"),
        ("The group demanded that Karsia open the strait.", "unnamed: The group"),
        ("An analyst accused Karsia of laying mines.", None),
        ("Neither group rejected the plan.", None),
        ("The storm threatened Karsia.", None),
    ],
)
def test_people_and_bodies_without_a_name_act_too(read_context: Read, text: str, actor: str | None) -> None:
    actors = [a.lower() for e in events(read_context, text) for a in e.actor]
    assert actors == ([] if actor is None else [actor.lower()])


def test_those_who_gather_are_several(read_context: Read) -> None:
    found = events(read_context, "Coastal leaders gathered in Tolm on Friday.")
    assert [(e.type, e.actor) for e in found] == [("CONSULT", ("unnamed: Coastal leaders",))]


def test_a_deal_asks_what_those_who_made_it_ask(read_context: Read) -> None:
    text = "Valdoria and Karsia agreed on a treaty. The treaty calls for elections."
    assert ("REQUEST", ("VAL", "KAR"), ()) in told(read_context, text)
    assert "REQUEST" not in {e.type for e in events(read_context, "The treaty calls for elections.")}
