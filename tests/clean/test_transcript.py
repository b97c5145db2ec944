"""Transcripts and interviews, whose speakers say "I" and "you" as readers do, are body."""

from __future__ import annotations

import pytest

from onrecord.articles import Capture
from onrecord.clean.article import clean
from onrecord.clean.habits import score, signature
from onrecord.clean.plain import plain_blocks
from onrecord.clean.transcript import DIRECTION, last_turn, speaker

NEWS = [
    "Valdoria and Karsia will hold a first round of talks in Estmark on Tuesday, the Valdorian foreign ministry said.",
    "Foreign Minister Ilsa Renn told reporters that the delegations would discuss access to the northern straits.",
    "Officials of the Northern League said last week that the alliance was ready to send observers.",
    "Karsia has demanded that Valdoria withdraw 40 patrol boats, according to a statement by Deputy Minister Oren Tal.",
]
TALK = [
    "MIRA ALDANE, HARBOUR NEWS ANCHOR: Good evening! I am so glad you could join us.",
    "What do you make of it?",
    "OREN TAL, DEPUTY MINISTER OF KARSIA (through interpreter): Well, I think you know what we want.",
    "You never get it by shouting, do you? I never did.",
    "(BEGIN VIDEO CLIP)",
    "ALDANE: So, will you sign?",
    "TAL: I really hope so!",
    "Thank you. You have been great!",
]
READERS = [
    "They will never agree. I have watched this for thirty years and it always ends the same way…",
    "Exactly! You just know what comes next.",
    "Yeah, right. Why would anyone believe a word of it?",
    "I hope I'm wrong, but nobody in this government has a clue!",
]


def kinds(*lines: str) -> list[str]:
    return [b.kind for b in plain_blocks("\n".join(lines))]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("RENN: We shall see.", "RENN"),
        ("ILSA RENN, FOREIGN MINISTER: We shall see.", "RENN"),
        ("MIRA ALDANE , HARBOUR NEWS ANCHOR : Good evening .", "ALDANE"),
        ("OREN TAL (through interpreter): No.", "TAL"),
        ("SEN. O'DANE -LRB- D -RRB- : No .", "O'DANE"),
        ("**McTAL:** No.", "McTAL"),
        ("Q: And then?", "Q"),
        ("A. Nothing.", "A"),
        ("Renn: We shall see.", None),
        ("TALKS in Estmark: what to know", None),
        ("A minister said: no.", None),
    ],
)
def test_a_label_in_capitals_names_the_speaker(line: str, name: str | None) -> None:
    assert speaker(line) == name


def test_stage_directions_are_told_from_asides() -> None:
    assert DIRECTION.match("(BEGIN VIDEO CLIP)")
    assert DIRECTION.match("-LRB- CROSSTALK -RRB-")
    assert not DIRECTION.match("(AP) The talks began.")


def test_a_broadcast_is_body_to_its_last_word() -> None:
    assert "comment" not in kinds(NEWS[0], NEWS[1], NEWS[2], *TALK)
    assert "comment" not in kinds(*TALK)


def test_a_first_turn_is_no_headline() -> None:
    assert kinds("ALDANE: Will you sign?", *TALK)[0] == "body"
    assert kinds("EXCLUSIVE: Karsia to Sign in March", *NEWS)[0] == "headline"


def test_readers_below_a_transcript_are_still_readers_once_they_sign() -> None:
    signed = [line for n, text in enumerate(READERS) for line in (f"Ann, March 4, 2031 at 9:1{n} am", text)]
    assert kinds(*NEWS, *TALK, *signed) == ["body"] * 12 + ["comment"] * 8


def test_an_anchor_who_asks_for_comments_opens_none() -> None:
    said = kinds(*NEWS, *TALK, "Post a comment on my page.", *TALK)
    assert "comment" not in said


def test_an_interview_with_names_in_small_letters_is_body() -> None:
    asked = [
        line
        for n in range(4)
        for line in (
            f"Harbour Post: What do you expect of round {n}?",
            "Oren Tal: I think you know! You never know, but I really hope so.",
        )
    ]
    assert kinds(*NEWS, *asked) == ["body"] * 12


def test_readers_who_address_each_other_make_no_interview() -> None:
    thread = [*READERS, "Bo: you are wrong!", *READERS[:2], "Ann: I really am not, you know.", *READERS]
    assert kinds(*NEWS, *thread) == ["body"] * 4 + ["comment"] * 12


def test_two_headings_or_letters_make_no_transcript() -> None:
    assert last_turn(["BACKGROUND: The straits.", "WHAT NEXT: Talks.", "WHO COMES: Two ministers."]) == 0
    assert last_turn(["A: No.", "Q: So?", "A: Never."]) == 0
    assert last_turn(["Q: Well?", "A: No.", "Q: So?", "A: Never.", "The end."]) == 4


def test_comments_run_together_with_the_stamps_of_others_are_told() -> None:
    assert signature("March 4 , 2031 at 9:12 am | Report abuse | Nobody in this government has a clue !") == "dated"
    assert signature("(Update 9:12 a.m. in Estmark) The delegations have left the hall, officials said.") is None
    lines = [*NEWS, READERS[0], *(f"March 4 , 2031 at 9:1{n} am | Reply {s}" for n, s in enumerate(READERS[1:]))]
    assert kinds(*lines) == ["body"] * 4 + ["comment"] * 4


def test_a_table_at_the_end_is_nobodys_comment() -> None:
    assert kinds(*NEWS, "VALDORIA", "Boats: 40", "Crews: 900", "KARSIA", "Boats: 12", "Crews: 310")[4:] == ["body"] * 6


def test_doubled_marks_quote_as_single_ones_do() -> None:
    speech = ["``I will not sign it. You may tell them so!'' Mr Tal said.", "``I really hope you listen!'' he added."]
    assert kinds(*NEWS, *speech) == ["body"] * 6


def test_the_letter_of_an_abbreviation_addresses_nobody() -> None:
    assert score("The U.S. embassy in Estmark was closed.") == score("The V.S. embassy in Estmark was closed.")


def test_a_tokenised_opening_tells_place_and_wire() -> None:
    text = "\n".join(["Estmark , Valdoria -LRB- Reuters -RRB- -- The talks began on Tuesday , officials said .", *NEWS])
    article = clean(Capture("a.txt", "a.txt", text.encode(), "text", "utf-8"))
    assert (article.dateline_place, article.wire) == ("Estmark, Valdoria", "Reuters")
    assert article.opening is not None
    assert article.content[article.opening.end :].lstrip().startswith("The talks")
