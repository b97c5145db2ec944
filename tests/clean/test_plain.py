"""Plain text without any markup: headline, body, captions, datelines, notices and readers' comments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles import Capture
from onrecord.clean.article import clean
from onrecord.clean.lines import kind_by_words
from onrecord.clean.plain import plain_blocks

BODY = [
    "Valdoria and Karsia will hold a first round of talks in Estmark on Tuesday, the Valdorian foreign ministry said.",
    "Foreign Minister Ilsa Renn told reporters that the delegations would discuss access to the northern straits.",
    "“We shall listen to every proposal, and we will answer each of them,” she said on Monday.",
    "Karsia has demanded that Valdoria withdraw 40 patrol boats, according to a statement by Deputy Minister Oren Tal.",
    "Officials of the Northern League said last week that the alliance was ready to send observers.",
]
COMMENTS = [
    "They will never agree. I have watched this for thirty years and it always ends the same way…",
    "Exactly! You just know what comes next.",
    "Foreign Minister Ilsa Renn told reporters that the delegations would discuss access to the northern straits.",
    "Yeah, right. Why would anyone believe a word of it?",
    "https://harbour.example/opinion/straits",
    "I hope I'm wrong, but nobody in this government has a clue!",
]


def kinds(*lines: str) -> list[str]:
    return [b.kind for b in plain_blocks("\n".join(lines))]


def test_a_headline_is_a_short_first_line_that_is_no_sentence() -> None:
    assert kinds("Valdoria and Karsia to Meet in Estmark", *BODY)[0] == "headline"
    assert kinds("Will Karsia Accept?", *BODY)[0] == "headline"
    assert kinds(*BODY)[0] == "body"
    assert kinds("Talks are off.") == ["body"]


def test_comments_that_begin_without_a_heading_are_told_by_how_they_are_written() -> None:
    assert kinds(*BODY, *COMMENTS) == ["body"] * 5 + ["comment"] * 6


def test_an_article_that_ends_in_first_person_speech_keeps_its_end() -> None:
    ends = ["“I will not sign it. You may tell them so!” Mr Tal said.", "“We are ready,” Ms Renn told reporters."]
    assert kinds(*BODY, *ends) == ["body"] * 7


def test_an_interview_is_no_comment() -> None:
    asked = [
        line
        for n in range(4)
        for line in (
            f"Q: What do you expect of round {n}?",
            f"A: I think we can do it. You never know, but I am hopeful about point {n}.",
        )
    ]
    assert kinds(BODY[0], BODY[1], *asked) == ["body"] * 10


def test_a_heading_opens_the_comments_unless_the_article_goes_on_below_it() -> None:
    assert kinds(*BODY, "2 Comments", "Sad news for the ports.", "Not again.") == [
        *["body"] * 5,
        "boilerplate",
        *["comment"] * 2,
    ]
    link = kinds(BODY[0], BODY[1], BODY[2], "Leave a comment", *BODY[:1], BODY[3], BODY[4])
    assert link == ["body"] * 3 + ["boilerplate"] + ["body"] * 3


def test_signed_comments_are_told_by_their_signatures() -> None:
    signed = ["Ann March 4, 2031 at 9:12 am", "The straits are closed in winter.", "Bo March 4, 2031 at 9:40 am", "So?"]
    assert kinds(*BODY, *signed) == ["body"] * 5 + ["comment"] * 4


def test_titles_under_a_list_of_related_stories_are_not_read() -> None:
    lines = [*BODY, "Related Articles:", "Ferry Traffic Resumes After Storm", "League Ministers Gather in Tolm"]
    assert kinds(*lines)[5:] == ["boilerplate"] * 3


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("World | March 3, 2031, Monday // 10:20|\xa0 views", "dateline"),
        ("Published: 3 March 2031, 18:40 GMT", "dateline"),
        ("By Mira Aldane and Joran Pell", "dateline"),
        ("By Tuesday", None),
        ("On March 3, 2031, the talks failed.", None),
        ("Patrol boats off Estmark, via Harbour Post", "caption"),
        ("Two ferries leave the port. (AP Photo/Joran Pell)", "caption"),
        ("Picture by picture, the minister showed what had been built.", None),
        ("This website uses cookies to improve your browsing experience.", "boilerplate"),
        ("The minister said the website uses cookies to follow its readers.", None),
        ("Tags: straits, Ilsa Renn", "boilerplate"),
        ("Read More", "boilerplate"),
        ("Read more than one clause and the treaty contradicts itself, the envoy said.", None),
        ("Comments by the minister were welcomed in Tolm.", None),
        ("Your email address will not be published.", "boilerplate"),
        ("*", "boilerplate"),
        ("“We need your support,” she told the League.", None),
    ],
)
def test_what_a_line_says_that_it_is(line: str, kind: str | None) -> None:
    assert kind_by_words(line) == kind


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=400))
def test_no_character_of_a_plain_text_is_altered_and_every_line_is_a_block(text: str) -> None:
    blocks = plain_blocks(text)
    lines = text.replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n").split("\n")
    assert [text[b.start : b.end] for b in blocks] == [s for s in lines if s.strip("\ufeff\u200b \t\u00a0").strip()]


def test_line_ends_and_odd_blanks_are_kept() -> None:
    text = "Talks Set for Tuesday\r\n\r\n" + "\r\n".join(BODY) + "\u00a0\r\n"
    article = clean(Capture("a.txt", "a.txt", text.encode(), "text", "utf-8"))
    assert article.content == text
    assert article.title == "Talks Set for Tuesday"
    assert article.content[article.blocks[1].start : article.blocks[1].end] == BODY[0]


def test_the_entries_of_a_live_report_are_no_signed_comments() -> None:
    entries = [line for n, line in enumerate(BODY[2:]) for line in (f"3 March 2031, 1{n}:20 GMT", line)]
    assert "comment" not in kinds("Straits Talks: as It Happened", BODY[0], BODY[1], *entries)


def test_a_quotation_that_runs_on_over_lines_is_not_cut() -> None:
    speech = [
        "“I have said it before, and I will say it again: you cannot close a sea.",
        "I will not sign anything of the kind, and you know that!",
        "So, what do we do? I think we talk,” Ms Renn told parliament on Monday.",
    ]
    assert kinds(*BODY, *speech) == ["body"] * 8


@pytest.mark.parametrize(
    ("file", "day"),
    [
        ("2031-03-03_talks.txt", "2031-03-03"),
        ("tribune.20310303.txt", "2031-03-03"),
        ("talks_2031_03_03-late.txt", "2031-03-03"),
        ("talks-2031-13-03.txt", None),
        ("000_e31c20310399ff.txt", None),
        ("report-1203.txt", None),
    ],
)
def test_a_day_in_the_name_of_the_file_dates_an_article_that_has_no_other(file: str, day: str | None) -> None:
    article = clean(Capture(file, file, "\n".join(BODY).encode(), "text", "utf-8"))
    assert article.published.value == day
    if day:
        assert (article.published.basis, article.published.how, article.published.not_after) == (
            "inferred",
            "name",
            day,
        )


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("6 Comments (newest first)", "boilerplate"),
        ("Comments (12) | sorted by most liked", "boilerplate"),
        ("reply · 12 likes", "boilerplate"),
        ("Enjoyed this piece? We take not a crown from any ministry.", "boilerplate"),
        ("If you like what we do, buy us a coffee!", "boilerplate"),
        ("Chip in €5 a month to keep the Lantern lit.", "boilerplate"),
        ("(Additional reporting in Tolm and Estmark; Writing by the Halden desk)", "boilerplate"),
        ("(Additional reporting by the Tolm bureau; editing by R. Hale)", "boilerplate"),
        ("Key Words: straits, patrols, summit", "boilerplate"),
        ("Print  |  Send to a friend  |  Number of visits: 1184", "boilerplate"),
        ("HOME / WORLD / STRAITS", "boilerplate"),
        ("Have you a story? Text our newsroom on the usual number", "boilerplate"),
        ("Sign up for our World newsletter. “Smart, quick, free.”", "boilerplate"),
        ("By OUR CORRESPONDENT and agencies", "dateline"),
        ("By a Staff Writer", "dateline"),
        ("2031-03-04 22:14:09   Editor: Lind   Font size: A A A", "dateline"),
        ("Posted by admin on March 4, 2031 | Filed under: Straits, Fees", "dateline"),
        ("Tolm and Estmark — 16 July 2031", "dateline"),
        ("Source: Tolm Daily Online | 2031-03-04 18:42:07 | Editor: zy", "dateline"),
        ("By Karen Lind, Tolm Ledger staff, with wire reports", "dateline"),
        ("[Editor: lind]", "boilerplate"),
        ("POLITICS", "boilerplate"),
        ("World | Straits | Opinion | Sport", "boilerplate"),
        ("(END)", "boilerplate"),
        ("m.lind@courier.example", "boilerplate"),
        ("Updated 3 hours ago", "boilerplate"),
        ("To contact the reporters on this story: the Tolm desk", "boilerplate"),
        ("World powers back the truce", None),
        ("The end of the talks / the start of the war", None),
        ("Did you find an error? Select it and press Enter", "boilerplate"),
        ("© Content on this site is protected. When using it, hyperlink is obligatory.", "boilerplate"),
        ("The lock at Orla last autumn. PHOTO | FILE", "caption"),
        ("Home prices rose in Tolm / Estmark on Friday", None),
        ("By staff estimates the lock is nearly full", None),
        ("He enjoyed this plan of theirs, and said so.", None),
        ("Talks are set for March 4, an editor of the Courier writes", None),
    ],
)
def test_what_websites_print_round_an_article_is_told_by_its_words(line: str, kind: str | None) -> None:
    assert kind_by_words(line) == kind


def test_who_writes_like_a_reader_above_the_heading_of_the_comments_is_the_writer() -> None:
    lines = [*BODY, "It is our strait! You would not wait either, would you?", "2 Responses to “Straits”", "Not again."]
    assert kinds(*lines)[5:] == ["body", "boilerplate", "comment"]
