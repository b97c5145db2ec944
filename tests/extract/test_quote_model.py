"""The learnt model of reporting words, and what is attributed beyond quotes; in invented words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.articles import Article
from onrecord.extract.context import Context
from onrecord.extract.quotes.clauses import candidates
from onrecord.extract.quotes.find import find_attributions, find_quotes
from onrecord.extract.quotes.measures import Sheet
from onrecord.extract.quotes.model import model, probabilities
from onrecord.extract.quotes.trees import Tree, total
from onrecord.layers import Layers
from onrecord.readings import Quote

Read = Callable[[str], tuple[Article, Layers]]


def words(context: Context, quotes: tuple[Quote, ...]) -> list[tuple[str | None, tuple[str, ...]]]:
    return [
        (context.words(q.speaker_span) if q.speaker_span else None, tuple(context.words(s) for s in q.content))
        for q in quotes
    ]


def test_a_tree_follows_its_splits() -> None:
    tree = [0, 1.5, [2, 0.0, 0.25, 0.5], 1.0]
    assert total([tree], [1.5, 9, 0.0]) == 0.25
    assert total([tree], [1.0, 9, 0.5]) == 0.5
    assert total([tree, 4.0], [2.0, 9, -1.0]) == 5.0


def asked(tree: Tree) -> set[int]:
    """The measures that a tree asks for."""
    return {tree[0]} | asked(tree[2]) | asked(tree[3]) if isinstance(tree, list) else set()


def test_the_trees_ask_for_no_measure_that_is_not_made(read_layers: Read) -> None:
    _, layers = read_layers("Ruiz said the talks had failed.")
    found = list(candidates(layers))
    measures = Sheet(layers, (), found, [0.0] * len(found)).measures(0, model().rates)
    assert set().union(*map(asked, model().trees)) <= set(range(len(measures)))


@pytest.mark.parametrize(
    ("reports", "acts"),
    [
        ("Ruiz denied that the fleet had left.", "Ruiz ensured that the fleet had left."),
        ("The envoy voiced hope that the pact would hold.", "The envoy left the room that the guards had locked."),
        ("Vask accused the army of shelling the port.", "Vask relieved the army of its oldest guns."),
    ],
)
def test_what_reports_is_likelier_than_what_acts(read_layers: Read, reports: str, acts: str) -> None:
    def likeliest(text: str) -> float:
        _, layers = read_layers(text)
        found = list(candidates(layers))
        return max(probabilities(layers, found, ()), default=0.0)

    assert likeliest(reports) > 0.5 > likeliest(acts)


def test_a_wish_is_attributed_and_is_no_quote(read_layers: Read) -> None:
    context = Context(*read_layers("Anna Ruiz wants the fleet to leave the strait."))
    assert not find_quotes(context)
    assert words(context, find_attributions(context)) == [("Anna Ruiz", ("the fleet to leave the strait",))]


def test_a_quotation_goes_on_with_what_its_paragraph_reported(read_layers: Read) -> None:
    context = Context(*read_layers("Anna Ruiz said that the talks had failed. “Nobody listened to the other side.”"))
    pieces = ("the talks had failed", "Nobody listened to the other side.")
    assert words(context, find_attributions(context)) == [("Anna Ruiz", pieces)]
    assert words(context, find_quotes(context)) == [("Anna Ruiz", (piece,)) for piece in pieces]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Anna Ruiz was quick to point out that the pact had lapsed.", "Anna Ruiz"),
        ("She made a point of saying the port was open.", "She"),
        ("Ruiz has since apologised for what happened: “It was a grave mistake of ours.”", "Ruiz"),
    ],
)
def test_the_speaker_stands_beyond_the_words_between(read_layers: Read, text: str, who: str) -> None:
    context = Context(*read_layers(text))
    assert who in [speaker for speaker, _ in words(context, find_attributions(context))]


TRANSCRIPT = (
    "A reporter spoke with Anna Ruiz.\n\nTORVALL: Will the talks go on?\n\nRUIZ: They will go on in May.\n\n"
    "TORVALL: Who will come?\n\nRUIZ: We will send our envoy."
)


def test_the_turns_of_a_transcript_are_quotes_without_marks(read_layers: Read) -> None:
    context = Context(*read_layers(TRANSCRIPT))
    said = find_quotes(context)
    assert words(context, said)[:2] == [
        ("TORVALL", ("Will the talks go on?",)),
        ("RUIZ", ("They will go on in May.",)),
    ]
    assert all(q.kind == "direct" and not q.marks for q in said)
    assert [q.speaker for q in said][1::2] == ["p:ruiz", "p:ruiz"]


def test_the_office_in_a_label_is_no_part_of_the_name(read_layers: Read) -> None:
    text = (
        "MIRA TORVALL, HARBOUR NEWS ANCHOR: Will the talks go on?\n\n"
        "ANNA RUIZ, DEPUTY MINISTER OF KARSIA (through interpreter): They will go on in May.\n\n"
        "TORVALL: Who will come?\n\nRUIZ: We will send our envoy."
    )
    context = Context(*read_layers(text))
    said = find_quotes(context)
    assert [content for _, content in words(context, said)][1::2] == [
        ("They will go on in May.",),
        ("We will send our envoy.",),
    ]
    assert len({q.speaker for q in said[1::2]}) == 1


def test_letters_name_nobody(read_layers: Read) -> None:
    context = Context(*read_layers("Q: Who will come?\n\nA: We will send our envoy.\n\nQ: When will that be?"))
    assert [q.speaker for q in find_quotes(context)] == [None, None, None]


@pytest.mark.parametrize(
    "text",
    [
        "RUIZ: 12 votes\n\nVASK: 11 votes\n\nRUIZ: 9 votes",
        "TOLM: The envoy came by train.\n\nSTENNIK: The minister went home.\n\nORLE: The guards stayed.",
    ],
)
def test_a_list_is_no_transcript(read_layers: Read, text: str) -> None:
    assert not find_quotes(Context(*read_layers(text)))
