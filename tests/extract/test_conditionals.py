"""Threats, warnings and promises: what is threatened, by whom, on what condition."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.extract.conditionals.find import find_conditionals
from onrecord.extract.context import Context
from onrecord.readings import Conditional

Read = Callable[[str], Context]


def found(read_context: Read, text: str) -> tuple[Context, tuple[Conditional, ...]]:
    context = read_context(text)
    return context, find_conditionals(context)


SPOKEN: list[tuple[str, str, str, str]] = [
    ("Karsia said it would retaliate if Valdoria sent warships.", "KAR", "retaliate", "sent warships"),
    ("If Valdoria sent warships, Karsia would retaliate, it said.", "KAR", "retaliate", "sent warships"),
    ("Karsia said it would close the strait unless Valdoria left.", "KAR", "close the strait", "unless Valdoria left"),
    ("Karsia said any attack would be met with force.", "KAR", "be met with force", "any attack"),
    ("Karsia will react harshly to unfriendly steps.", "KAR", "react harshly", "unfriendly steps"),
    ("Valdoria would lift its sanctions if Karsia left the strait.", "VAL", "lift its sanctions", "Karsia left"),
    ("Should Valdoria send warships, Karsia would retaliate.", "KAR", "retaliate", "Should Valdoria send"),
    ("Valdoria must leave, otherwise Karsia will close the strait, it said.", "KAR", "close the strait", "must leave"),
    ("Karsia is open to a deal provided that the patrols leave.", "KAR", "open to a deal", "provided that"),
    ("Karsia would free the sailors in exchange for the fee.", "KAR", "free the sailors", "in exchange for"),
    (
        "Valdoria said it would leave the strait as long as the patrols stopped.",
        "VAL",
        "leave the strait",
        "as long as",
    ),
    (
        "Valdoria said it was ready to lift its sanctions provided the patrols were stopped.",
        "VAL",
        "lift",
        "provided the",
    ),
    ("Karsia said it would sign the treaty, but only if the patrols left.", "KAR", "sign the treaty", "if the patrols"),
    ("Karsia said it would not lift the blockade until the patrols left.", "KAR", "lift the blockade", "until the"),
    ("Valdoria would act in the event of an attack on its ships.", "VAL", "would act", "in the event of an attack"),
    ("Karsia said it would free the crew as soon as the ships left.", "KAR", "free the crew", "soon as the ships"),
    ("Karsia must leave the strait or face sanctions, Valdoria said.", "VAL", "face sanctions", "must leave"),
    ("“Leave the strait or we will strike,” Valdorian minister Lena Vask said.", "VAL", "strike", "Leave the strait"),
    (
        "“Karsia must leave. Otherwise we will close our ports,” Valdorian minister Lena Vask said.",
        "VAL",
        "ports",
        "must",
    ),
    ("“Karsia has to pay. If not, we will close our ports,” Valdorian minister Lena Vask said.", "VAL", "ports", "pay"),
    ("Failure to pay would lead to sanctions, Valdoria warned.", "VAL", "sanctions", "Failure to pay"),
    ("Ousting the marshal would lead to chaos, Karsia warned.", "KAR", "chaos", "Ousting the marshal"),
    ("Without an apology there will be no talks, Karsia said.", "KAR", "no talks", "Without an apology"),
    ("Karsia held out the prospect of a lower fee if Valdoria left.", "KAR", "a lower fee", "if Valdoria left"),
    (
        "Karsia told reporters that the blockade might be extended to Orla “if it is used by smugglers.”",
        "KAR",
        "might be extended",
        "if it is used",
    ),
    (
        "“There will be hundreds of ships here to stop them if they come,” Karsian minister Lena Vask said.",
        "KAR",
        "There will be hundreds",
        "if they come",
    ),
    ("Any attempt to isolate Karsia would fail, Karsia said.", "KAR", "would fail", "Any attempt to isolate"),
    ("A long war could produce thousands of coffins, Karsia said.", "KAR", "thousands of coffins", "A long war"),
    ("Karsia said there would be no truce unless the sailors were freed.", "KAR", "no truce", "unless the sailors"),
    ("Unless the blockade is lifted, Karsia will not return, its envoy said.", "KAR", "not return", "Unless the"),
    ("Karsia warned Valdoria of strikes if it did not back down.", "KAR", "strikes", "did not back down"),
    ("For every ship that leaves, Karsia will free a sailor, it said.", "KAR", "free a sailor", "For every ship"),
    ("Valdoria offered to lift its blockade in return for access.", "VAL", "lift its blockade", "in return for"),
    ("Karsia said it had no qualms about a truce as long as the patrols left.", "KAR", "no qualms", "as long as the"),
    ("Karsia has refused to negotiate until the patrols leave.", "KAR", "to negotiate", "until the patrols"),
    ("Karsia insisted that no talks should be held until the patrols left.", "KAR", "no talks", "until the patrols"),
    ("“We are going to close our ports if they stay,” Valdorian minister Lena Vask said.", "VAL", "ports", "if they"),
    ("Any small provocation could escalate into conflict, Karsia warned.", "KAR", "into conflict", "Any small"),
    (
        "The outbreak of war would bring them home in coffins, Karsia said.",
        "KAR",
        "coffins",
        "The outbreak of war",
    ),
    (
        "“If they pay, we do not object to it,” Valdorian minister Lena Vask said.",
        "VAL",
        "do not object",
        "If they pay",
    ),
    (
        "“If Karsia refuses, there is no choice but force,” Valdorian minister Lena Vask said.",
        "VAL",
        "no choice",
        "If Ka",
    ),
    (
        "Karsia said it was inevitable that strikes would go on if Valdoria refused.",
        "KAR",
        "strikes",
        "if Valdoria",
    ),
    (
        "The League ended the war and is poised to intervene should the talks fail.",
        "NL",
        "intervene",
        "should the talks",
    ),
    ("For every sailor sent home, Karsia will free a ship, it said.", "KAR", "free a ship", "For every sailor"),
    (
        "The Karsian envoy said in Athens the British and other stranded sailors could leave as soon as patrols ended.",
        "KAR",
        "could leave",
        "as soon as",
    ),
    ("Karsia said its ships would remain until the patrols ended.", "KAR", "would remain", "until the patrols"),
    ("The League is poised to intervene should the talks fail.", "NL", "intervene", "should the talks fail"),
    (
        "Valdoria warned Karsia not to close the strait or it would pay a price.",
        "VAL",
        "pay a price",
        "close the strait",
    ),
    ("The Karsian envoy threatened to quit if the two sides failed to agree.", "KAR", "to quit", "if the two sides"),
    ("Karsia repeated its threat of a blockade if the fee was not paid.", "KAR", "a blockade", "if the fee"),
    ("Karsia vowed retaliation if the ships came.", "KAR", "retaliation", "if the ships"),
    ("Karsia said it would respond only when the ships had left.", "KAR", "respond", "only when the ships"),
    ("Karsia said that no ships would pass before the fee was paid.", "KAR", "no ships", "before the fee"),
    ("There can be no talks while the blockade lasts, Karsia said.", "KAR", "no talks", "the blockade lasts"),
    ("Karsia is threatening them with a blockade should they dare to sail for it.", "KAR", "a blockade", "should they"),
    ("Karsia has made its return to the talks conditional on an apology.", "KAR", "its return", "an apology"),
    ("Karsia's return to the talks is conditional on an apology, its envoy said.", "KAR", "return", "an apology"),
    ("“Stop the patrols and we will open the strait,” Karsian minister Lena Vask said.", "KAR", "open", "Stop the"),
    ("“You free the crew and we will lift the siege,” Karsian minister Lena Vask said.", "KAR", "lift", "You free"),
    ("Karsia gave Valdoria until Friday to leave the strait or face strikes.", "KAR", "face strikes", "to leave"),
    ("Karsia gave Valdoria an ultimatum: leave the strait or face war.", "KAR", "face war", "leave the strait"),
    (
        "“Whoever attacks us will regret it,” Karsian minister Lena Vask said.",
        "KAR",
        "will regret it",
        "Whoever attacks us",
    ),
    ("Karsia warned that ships entering the strait would be sunk.", "KAR", "be sunk", "ships entering"),
    ("Valdoria would pay a heavy price for closing the strait, Karsia said.", "KAR", "heavy price", "closing"),
    ("Karsia said that the talks would collapse without an apology.", "KAR", "collapse", "without an apology"),
    ("Karsia will have no choice but to act if Valdoria sends ships.", "KAR", "no choice", "if Valdoria sends"),
    (
        "Valdorian minister Lena Vask told Karsia that it had a week to move or else she would leave, an envoy said.",
        "VAL",
        "she would leave",
        "it had a week to move",
    ),
]


@pytest.mark.parametrize(("text", "actor", "consequence", "condition"), SPOKEN, ids=[s[0] for s in SPOKEN])
def test_condition_and_consequence(read_context: Read, text: str, actor: str, consequence: str, condition: str) -> None:
    context, (conditional,) = found(read_context, text)
    assert conditional.actor == actor
    assert consequence in context.words(conditional.consequence)
    assert conditional.condition is not None
    assert condition in context.words(conditional.condition)
    assert not conditional.consequence.overlaps(conditional.condition)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Karsia would strike the port if Valdoria sent warships.", "threat"),
        ("Karsia would release the sailors if Valdoria left the strait.", "promise"),
        ("Karsia would withdraw its troops if Valdoria left the strait.", "promise"),
        ("Karsia would withdraw from the talks if Valdoria sent warships.", "threat"),
        ("Karsia would not hesitate to strike if Valdoria sent ships.", "threat"),
        ("Karsia stands ready to retaliate should Valdoria send ships.", "threat"),
        ("Karsia said it would resume its attacks if Valdoria sent ships.", "threat"),
        ("Karsia said it would suspend its raids if Valdoria left the strait.", "promise"),
        ("Karsia said it would pay the fee if Valdoria left the strait.", "promise"),
        ("Karsia will walk out of the talks if the patrols go on.", "threat"),
        ("Karsia said all options were on the table if the talks failed.", "threat"),
        ("Karsia said it would lift the siege when the ships had left.", "promise"),
        ("“If we do not act, we cannot avoid a catastrophe,” Karsian minister Lena Vask said.", "threat"),
        ("The union will call a strike unless the company raises its offer.", "threat"),
        ("The rebels threatened to kill a hostage every day until their demands were met.", "threat"),
        ("She was referring to the threat of Karsian air strikes if it did not agree.", "threat"),
        ("The unions did not rule out a stoppage if the dispute goes on.", "threat"),
        ("“If Valdoria wants war, it will get war,” Karsian minister Lena Vask said.", "threat"),
        ("Karsia is prepared to talk if Valdoria stops the patrols.", "promise"),
    ],
)
def test_the_kind(read_context: Read, text: str, kind: str) -> None:
    _, (conditional,) = found(read_context, text)
    assert conditional.kind == kind


def test_a_threat_may_state_no_condition(read_context: Read) -> None:
    context, (conditional,) = found(read_context, "Valdoria threatened to cut its power exports.")
    assert conditional.condition is None
    assert "cut its power exports" in context.words(conditional.consequence)


def test_a_denied_threat_is_marked_so(read_context: Read) -> None:
    _, denied = found(read_context, "Karsia does not threaten anyone with consequences if the fee is not paid.")
    assert all(c.negated for c in denied)


@pytest.mark.parametrize(
    "text",
    [
        "Valdoria asked if Karsia had paid the fee.",
        "If you look at the map, the strait is narrow.",
        "The ships waited because Karsia had closed the strait.",
    ],
)
def test_what_is_no_conditional(read_context: Read, text: str) -> None:
    assert found(read_context, text)[1] == ()


@pytest.mark.parametrize(
    "text",
    [
        "Even if the fee is paid, the strait will stay closed, Karsia said.",
        "If Karsia had paid, the ships would have left, Valdoria said.",
        "Karsian troops threatened Valdoria and its ports.",
        "Karsia threatened the talks.",
        "Karsia offered three options: a fee, a patrol, or a joint mission.",
        "Karsia plans to respond as quickly as possible.",
        "If the rain stops, the harvest could begin in May.",
        "Karsia could face a vote if the talks fail.",
        "Karsia would lose the vote if the talks failed.",
        "“If her late son were at the table, he would help us,” said Valdorian minister Lena Vask.",
        "“It would be calm here if somebody had told the Karsians,” said Valdorian minister Lena Vask.",
        "Valdoria said that if Karsia was behind it, Karsia should stop it at once.",
        "The officer agreed to talk on the condition that his name was not used.",
        "Karsia will respond to the allegations.",
        "Karsia believes that it will return to growth if the rain stops.",
        "Karsia must pay its debts if the port is to grow.",
        "Karsia has begun to talk about what will happen if it does not win.",
        "Karsia joined the others in the event in the harbour.",
    ],
)
def test_no_conditional(read_context: Read, text: str) -> None:
    assert found(read_context, text)[1] == ()


@pytest.mark.parametrize(
    "text",
    [
        "Karsia promised to free the crew.",
        "Karsia sought peace by promising to free the crew.",
        "Karsia assured Valdoria that it would not join the League.",
        "Karsia said that it would help the islanders to rebuild the harbour.",
        "Karsia said that it would remain neutral.",
        "Karsia said that its sanctions would be eased.",
        "“We will keep the strait open,” Karsian minister Lena Vask said.",
        "Karsia promised Valdoria that the sailors would be released.",
        "Karsia is committed to reducing its fleet by half.",
        "Karsia has given assurances that the sailors will not be harmed.",
        "Karsian president Lena Vask said on Monday that she will step down in September.",
        "Karsian president Lena Vask said that she will not seek office again in May.",
        "Karsia said that it would suspend its raids.",
    ],
)
def test_a_word_given_is_a_promise(read_context: Read, text: str) -> None:
    _, (conditional,) = found(read_context, text)
    assert (conditional.actor, conditional.kind, conditional.condition) == ("KAR", "promise", None)


def test_unnamed_people_set_conditions_for_their_own_deeds(read_context: Read) -> None:
    _, (own,) = found(read_context, "The striking pilots said they would fly again if the fee was paid.")
    assert (own.actor, own.kind) == ("unnamed: The striking pilots", "warning")
    assert found(read_context, "The striking pilots said the ships would sail if the fee was paid.")[1] == ()
    _, (threat,) = found(read_context, "The pilots' union threatened to block the harbour.")
    assert (threat.actor, threat.kind) == ("unnamed: the pilots' union", "threat")
    assert found(read_context, "The striking pilots promised to fly again.")[1] == ()


@pytest.mark.parametrize(
    "text",
    [
        "Karsia offered to free the crew.",
        "Karsia did not promise to free the crew.",
        "Karsia gave assurances that they were welcome.",
        "Karsia should remain committed to reducing its fleet.",
        "Karsia promised the islanders that it supported their aims.",
        "Karsia would not elaborate on what would follow if the talks failed.",
        "Karsia said other sailors should leave as soon as they could.",
        "Karsia has never said that it would free the crew.",
        "Karsia assured the islanders that they were welcome.",
        "Karsia assured the islanders that Valdoria would pay.",
        "Karsia said that its sailors would be allowed to leave.",
        "Karsia said that its sanctions would be eased by the League.",
        "The ministers asked whether Karsia would promise to free the crew.",
    ],
)
def test_no_word_given(read_context: Read, text: str) -> None:
    assert found(read_context, text)[1] == ()


@pytest.mark.parametrize(
    "text",
    [
        "Valdoria said that it would impose new tariffs.",
        "Valdoria said that it may extend its blockade to the harbour of Orla.",
        "President Lena Vask said that Valdoria would bomb the harbour of Orla.",
        "“We will take countermeasures,” said Valdorian minister Lena Vask.",
        "“We will not hesitate to use force,” said Valdorian minister Lena Vask.",
        "“They will pay a heavy price,” said Valdorian minister Lena Vask.",
        "“There will be consequences,” said Valdorian minister Lena Vask.",
        "“This crime will not go unpunished,” said Valdorian minister Lena Vask.",
        "“All options are on the table,” said Valdorian minister Lena Vask.",
        "Valdoria said that it would regard a blockade as an act of war.",
        "Valdoria said that it would send its forces into the strait.",
        "Valdoria has said it will take matters into its own hands.",
        "The Valdorian envoy issued a statement vowing to continue the war.",
    ],
)
def test_harm_announced_is_a_threat(read_context: Read, text: str) -> None:
    _, (conditional,) = found(read_context, text)
    assert (conditional.actor, conditional.kind, conditional.condition) == ("VAL", "threat", None)


@pytest.mark.parametrize(
    "text",
    [
        "Valdoria said that Karsia would impose new tariffs.",
        "Valdoria said that it had imposed new tariffs.",
        "Valdoria said that it would not impose new tariffs.",
        "Analyst Lena Vask said that Valdoria would bomb the harbour of Orla.",
        "Valdoria said that it may extend its fishing season.",
    ],
)
def test_no_harm_announced(read_context: Read, text: str) -> None:
    assert not [c for c in found(read_context, text)[1] if c.actor == "VAL"]


@pytest.mark.parametrize(
    ("text", "consequence"),
    [
        ("Karsia did not rule out strikes on the ports.", "strikes on the ports"),
        ("Karsia is prepared to close the strait.", "close the strait"),
        ("The government promised to pay the crews.", "pay the crews"),
        ("Karsia announced that it would not stand in the way.", "not stand in the way"),
    ],
)
def test_what_is_kept_open_or_promised_needs_no_condition(read_context: Read, text: str, consequence: str) -> None:
    context, (conditional,) = found(read_context, text)
    assert conditional.condition is None
    assert consequence in context.words(conditional.consequence)


@pytest.mark.parametrize(
    "text",
    [
        "Karsia denied that it would send ships, or that it would leave.",
        "Karsia explained what would happen if Valdoria left.",
        "Valdoria would not have won if Karsia had come first.",
        "Karsia warned that the league had lost the war.",
    ],
)
def test_what_nobody_asserts_is_no_conditional(read_context: Read, text: str) -> None:
    assert found(read_context, text)[1] == ()


def test_a_condition_ends_with_the_quotation(read_context: Read) -> None:
    text = "“The strikes will go on as long as they stay” in the old harbour of Orla, Karsian minister Lena Vask said."
    context, (conditional,) = found(read_context, text)
    assert conditional.condition is not None
    assert context.words(conditional.condition) == "as long as they stay"


def test_an_announcement_is_its_owners(read_context: Read) -> None:
    text = "Karsia criticized Valdoria's announcement that it would continue to guard the strait."
    assert "KAR" not in [c.actor for c in found(read_context, text)[1]]


def test_a_verb_of_saying_between_them_is_no_consequence(read_context: Read) -> None:
    text = "Valdoria met Karsia. If Valdoria would not engage, the Karsian minister said, Karsia would leave at once."
    context, (conditional,) = found(read_context, text)
    assert conditional.actor == "KAR"
    assert context.words(conditional.consequence) == "Karsia would leave at once"


@pytest.mark.parametrize(
    ("frozen", "kind"), [("its aid", "threat"), ("Valdoria's assets", "threat"), ("its programme", "promise")]
)
def test_what_is_frozen_tells_the_kind(read_context: Read, frozen: str, kind: str) -> None:
    (conditional,) = found(read_context, f"Karsia said it would freeze {frozen} if Valdoria signed the text.")[1]
    assert conditional.kind == kind
