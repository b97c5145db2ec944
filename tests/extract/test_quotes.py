"""Who says what, in invented words: direct, indirect and mixed speech, its speakers and circumstances."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from onrecord.articles import Article
from onrecord.extract.context import Context
from onrecord.extract.quotes.citations import find_citations
from onrecord.extract.quotes.cues import hearer_words
from onrecord.extract.quotes.find import find_quotes
from onrecord.extract.timexes.find import find_timexes
from onrecord.layers import Layers
from onrecord.readings import Quote

Read = Callable[[str], tuple[Article, Layers]]


@dataclass(frozen=True)
class Said:
    kind: str
    who: str | None
    words: tuple[str, ...]
    quote: Quote
    context: Context

    @property
    def when(self) -> str | None:
        n = self.quote.when
        return None if n is None else self.context.words(self.context.timexes[n].span)


@pytest.fixture
def said(read_layers: Read) -> Callable[[str], list[Said]]:
    def read(text: str) -> list[Said]:
        article, layers = read_layers(text)
        context = Context(article, layers, find_timexes(text, [b.span for b in article.blocks], layers))
        return [
            Said(
                q.kind,
                context.words(q.speaker_span) if q.speaker_span else None,
                tuple(context.words(s) for s in q.content),
                q,
                context,
            )
            for q in find_quotes(context)
        ]

    return read


Reader = Callable[[str], list[Said]]


@pytest.mark.parametrize(
    ("text", "who", "words"),
    [
        ("“We will decide together,” Anna Ruiz told reporters.", "Anna Ruiz", "We will decide together,"),
        ("“We will decide together,” said Anna Ruiz.", "Anna Ruiz", "We will decide together,"),
        ('Ruiz said: "We will decide together."', "Ruiz", "We will decide together."),
        ('Ruiz told lawmakers, "We will decide together."', "Ruiz", "We will decide together."),
        ("“Will they ever decide?” Ruiz pressed.", "Ruiz", "Will they ever decide?"),
        ("After the walkout Ruiz shot back, “We will decide together.”", "Ruiz", "We will decide together."),
        ("“We will decide together,” according to Anna Ruiz.", "Anna Ruiz", "We will decide together,"),
    ],
)
def test_direct_speech(said: Reader, text: str, who: str, words: str) -> None:
    (one,) = said(text)
    assert (one.kind, one.who, one.words) == ("direct", who, (words,))


def test_a_quotation_split_by_its_cue_is_one_quote(said: Reader) -> None:
    (one,) = said("“We will talk,” Ruiz said. “We will not kneel.”")
    assert one.words == ("We will talk,", "We will not kneel.")


def test_a_quotation_over_paragraphs_is_one_quote(said: Reader) -> None:
    (one,) = said("“We came to talk.\n“We will not kneel before anyone,” Ruiz said.")
    assert one.words == ("We came to talk.", "We will not kneel before anyone,")
    assert one.who == "Ruiz"


def test_the_next_quotation_of_the_paragraph_has_the_same_speaker(said: Reader) -> None:
    first, second = said("“We will talk,” Ruiz said. The hall was full. “Nobody here will kneel before them.”")
    assert second.who == first.who == "Ruiz"
    assert second.quote.cue is None


def test_a_colon_at_the_end_of_a_paragraph_leads_to_the_next(said: Reader) -> None:
    (one,) = said("The Karsian ministry issued this statement:\n“We will not leave the talks before they end.”")
    assert one.who == "The Karsian ministry"


@pytest.mark.parametrize("text", ["The “hawks” won the vote.", "They signed the so-called “Lake Pact” in Tolm."])
def test_scare_quotes_and_names_are_no_quotations(said: Reader, text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "who", "words"),
    [
        ("Ruiz said that the talks could begin in May.", "Ruiz", "the talks could begin in May"),
        ("The talks could begin in May, Ruiz said.", "Ruiz", "The talks could begin in May"),
        ("According to Ruiz, the talks could begin in May.", "Ruiz", "the talks could begin in May"),
        ("Ruiz urged Karsia to withdraw its troops.", "Ruiz", "Karsia to withdraw its troops"),
        ("Ruiz called on Karsia to withdraw its troops.", "Ruiz", "Karsia to withdraw its troops"),
        ("Ruiz accused Karsia of breaking the truce.", "Ruiz", "Karsia of breaking the truce"),
        ("Ruiz rejected the demand for an early vote.", "Ruiz", "the demand for an early vote"),
    ],
)
def test_reported_speech(said: Reader, text: str, who: str, words: str) -> None:
    (one,) = said(text)
    assert (one.kind, one.who, one.words) == ("indirect", who, (words,))


def test_two_sayings_of_one_sentence(said: Reader) -> None:
    first, second = said(
        "Ruiz said that some demands were unfair and that Karsia knows this, but added that others had merit."
    )
    assert first.words == ("some demands were unfair and that Karsia knows this",)
    assert second.words == ("others had merit",)
    assert first.who == second.who == "Ruiz"


def test_a_participle_speaks_for_its_subject(said: Reader) -> None:
    quotes = said("Ruiz confirmed the dates, saying that the talks would be held in Tolm.")
    assert quotes[-1].who == "Ruiz"
    assert quotes[-1].words == ("the talks would be held in Tolm",)


def test_fragments_in_marks_make_it_mixed(said: Reader) -> None:
    (one,) = said("Ruiz said that some demands were “simply unacceptable” to her government.")
    assert one.kind == "mixed"
    assert [one.context.words(s) for s in one.quote.quoted] == ["simply unacceptable"]
    assert one.words == ("some demands were “simply unacceptable” to her government",)


def test_the_clause_before_the_marks_belongs_to_a_mixed_quote(said: Reader) -> None:
    (one,) = said("Karsia “will answer every hostile step,” Ruiz said.")
    assert one.kind == "mixed"
    assert one.words[0].startswith("Karsia “will answer")


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("“We will not sign this,” Ruiz told reporters.", "reporters"),
        ("“We will not sign this,” Ruiz said in a call with media.", "call with media"),
        ("“We will not sign this,” the Tolm Herald quoted Ruiz as saying.", "the Tolm Herald"),
        ("“We will not sign this,” Ruiz said.", None),
    ],
)
def test_what_carried_it(said: Reader, text: str, via: str | None) -> None:
    (one,) = said(text)
    assert one.quote.via == via
    assert one.who == "Ruiz"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Ruiz spoke on Monday. According to a transcript of his comments, the talks would be held in Tolm.", "his"),
        ("According to the remarks of Anton Belk, the talks would be held in Tolm.", "Anton Belk"),
        ("According to a report by the ministry, the talks would be held in Tolm.", "the ministry"),
        ("According to the report, the talks would be held in Tolm.", "the report"),
    ],
)
def test_what_carries_the_words_is_not_who_says_them(said: Reader, text: str, who: str) -> None:
    assert said(text)[-1].who == who


PAST = {
    "admit": "admitted", "beg": "begged", "notify": "notified", "reply": "replied", "say": "said", "speak": "spoke",
    "tell": "told", "write": "wrote",
}  # fmt: skip
HEARD = {
    "object": "Ruiz {word} the envoys that the talks would be held in Tolm.",
    "to": "“We will not sign this,” Ruiz {word} to the envoys.",
    "shared": "Ruiz said in the {word} with the envoys that the talks would be held in Tolm.",
    "gathering": "“We will not sign this,” Ruiz told the {word}.",
}


@pytest.mark.parametrize("kind", HEARD)
def test_the_words_that_lead_to_a_hearer(said: Reader, kind: str) -> None:
    missed = []
    for word in sorted(hearer_words(kind)):
        told = word if kind in ("shared", "gathering") else PAST.get(word, word + ("d" if word.endswith("e") else "ed"))
        quotes = said(HEARD[kind].format(word=told))
        if not quotes or quotes[-1].quote.addressee is None:
            missed.append(told)
    assert missed == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We will not sign this,” Ruiz told reporters.", "reporters"),
        ("Ruiz told Anton Belk that the talks would be held in Tolm.", "Anton Belk"),
        ("“We will not sign this,” Ruiz said to the envoys.", "the envoys"),
        ("Ruiz said in a letter to Anton Belk that the talks would be held in Tolm.", "Anton Belk"),
        ("Ruiz said in a call with Anton Belk that the talks would be held in Tolm.", "Anton Belk"),
        ("Ruiz urged Karsia to withdraw its troops.", "Karsia"),
        ("Ruiz told the story that the talks would be held in Tolm.", None),
        ("Ruiz said that the talks would be held in Tolm.", None),
        ("According to Ruiz, the talks would be held in Tolm.", None),
        ("Ruiz responded to the letter, saying that the talks would be held in Tolm.", None),
    ],
)
def test_to_whom_it_was_said(said: Reader, text: str, words: str | None) -> None:
    quote = said(text)[-1]
    span = quote.quote.addressee_span
    assert (quote.context.words(span) if span else None) == words
    assert (quote.quote.addressee is None) == (words is None)


def test_when_it_was_said_is_not_when_it_happens(said: Reader) -> None:
    (one,) = said("Ruiz said on Tuesday that the talks would begin on Friday.")
    assert one.when == "Tuesday"


def test_own_words_without_marks(said: Reader) -> None:
    (one,) = said("We do not trust the other side, the Tolm Herald quoted him as saying.")
    assert (one.kind, one.quote.marks, one.who) == ("direct", False, "him")


def test_a_quotation_never_closed_takes_the_attribution_of_the_next_paragraph(said: Reader) -> None:
    first, second = said(
        '"For us this is necessary. We want the old text to go.\n'
        "We are tired of promises. We do not trust the other side, the Tolm Herald quoted Ruiz as saying."
    )
    assert first.who == second.who == "Ruiz"
    assert second.words == ("We are tired of promises. We do not trust the other side",)


def test_the_marks_round_the_pieces_are_not_content(said: Reader) -> None:
    for one in said("“We will talk,” Ruiz said. “They call it a ‘trap’ but we will go,” she added."):
        assert not any(words.startswith(("“", "”")) or words.endswith(("“", "”")) for words in one.words)


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("The talks will go on, according to the Tolm Herald.", ["Tolm Herald"]),
        ("Anna Ruiz told the Daily Lantern that the talks would go on.", ["Daily Lantern"]),
        ("The talks will go on, according to the Karsian ministry.", []),
    ],
)
def test_outlets_cited(read_layers: Read, text: str, outlets: list[str]) -> None:
    article, layers = read_layers(text)
    assert [c.outlet for c in find_citations(Context(article, layers))] == outlets


@pytest.mark.parametrize(
    ("headline", "who"),
    [
        ("Karsia: Talks will go on without the League", "Karsia"),
        ("Live: Talks will go on without the League", None),
        ("After Karsia: the talks will go on without the League", None),
        ("Karsia: what the talks will be about", None),
    ],
)
def test_a_headline_may_quote_by_a_colon(read_layers: Read, headline: str, who: str | None) -> None:
    article, layers = read_layers(headline + "\nThe delegations met in Tolm.")
    sentences = tuple(replace(s, kind="headline") if s.block == 0 else s for s in layers.sentences)
    context = Context(article, replace(layers, sentences=sentences))
    assert [context.words(q.speaker_span) for q in find_quotes(context) if q.speaker_span] == ([who] if who else [])


def test_the_next_sentence_attributes_nothing_to_a_quotation_that_ends_before_it(said: Reader) -> None:
    one, *_ = said("Ruiz said on Monday that they would stay “where they are until winter”. Karsia offered to leave.")
    assert (one.who, one.words) == ("Ruiz", ("they would stay “where they are until winter”",))


@pytest.mark.parametrize(
    "tail",
    [
        "a senior official said on Monday, the first sign that the two sides may meet again.",
        "a senior official announced on Monday.",
        "a senior official said, adding that no date was set.",
    ],
)
def test_an_attribution_after_a_comma_takes_the_sentence_before_it(said: Reader, tail: str) -> None:
    one, *_ = said("The second round will be held in Tolm, the seat of the League, " + tail)
    assert (one.who, one.words) == (
        "a senior official",
        ("The second round will be held in Tolm, the seat of the League",),
    )


def test_what_the_writer_makes_of_a_saying_is_not_the_speakers(said: Reader) -> None:
    (one,) = said("Ruiz said on Monday that the talks would go on, in the first sign that the two sides may agree.")
    assert one.words == ("the talks would go on",)
    assert one.quote.cue is not None
    assert one.context.words(one.quote.cue) == "said"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ruiz said the talks would be held in Tolm, as fears of a war grew.", "the talks would be held in Tolm"),
        ("Ruiz said the fees were fair, while the council kept its port closed.", "the fees were fair"),
        ("Ruiz said her party would come, as will the others.", "her party would come, as will the others"),
    ],
)
def test_what_the_writer_adds_is_not_said(said: Reader, text: str, words: str) -> None:
    assert said(text)[0].words == (words,)


def test_when_it_was_said_is_not_part_of_what_was_said(said: Reader) -> None:
    one, *_ = said("The ministry denied that it had closed the bay, hours after the council accused it of doing so.")
    assert one.words == ("it had closed the bay",)


def test_a_second_saying_joined_by_and_is_the_speakers_own(said: Reader) -> None:
    first, second = said("The union said about 60 ships are waiting and called on the council to act in March.")
    assert (first.who, first.words) == ("The union", ("about 60 ships are waiting",))
    assert (second.who, second.words) == ("The union", ("the council to act in March",))


def test_the_condition_of_a_promise_is_part_of_it(said: Reader) -> None:
    (one,) = said("The envoy said that the navy would invite them next month, but only if the boats kept a distance.")
    assert one.words == ("the navy would invite them next month, but only if the boats kept a distance",)


def test_a_quotation_that_other_words_lead_to_is_another_quote(said: Reader) -> None:
    text = "“We can work on some of it,” said Ruiz, while also judging the draft: “Other parts will never pass here.”"
    assert [one.words for one in said(text)] == [
        ("We can work on some of it,",),
        ("Other parts will never pass here.",),
    ]
    assert len(said("“We can work on some of it,” said Ruiz. “Other parts will never pass here.”")) == 1


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“A hard year lies ahead of all of us.” ― Anna Ruiz", "Anna Ruiz"),
        ("“A hard year lies ahead of all of us.” — Anna Ruiz, Tolm", "Anna Ruiz"),
        (
            "“It is a hard year,” Anna Ruiz, the envoy of Karsia, one of nine states that are suing the League, said.",
            "Anna Ruiz",
        ),
    ],
)
def test_a_name_that_signs_or_stands_apart_from_its_verb(said: Reader, text: str, who: str) -> None:
    (one,) = said(text)
    assert one.who == who


@pytest.mark.parametrize(
    "text",
    [
        "The talks in Tolm tell a story about the same paper.",
        "The crisis demands an answer from both of them.",
        "There could be “a variety of” answers in the event of a refusal.",
    ],
)
def test_what_cannot_speak_says_nothing(said: Reader, text: str) -> None:
    assert said(text) == []


def test_a_second_verb_after_but_says_more_for_the_same_speaker(said: Reader) -> None:
    first, second = said("Ruiz said that some of the demands were absurd, but added others merited discussion.")
    assert (first.who, first.words) == ("Ruiz", ("some of the demands were absurd",))
    assert (second.who, second.words) == ("Ruiz", ("others merited discussion",))


def test_words_in_marks_side_by_side_stay_in_their_clause(said: Reader) -> None:
    (one,) = said("Ruiz said that “the growers” “do a fine job here”.")
    assert (one.kind, one.who) == ("mixed", "Ruiz")


def test_turns_of_a_transcript(said: Reader) -> None:
    first, second = said("“HOLT: Will you sign the text?\n“RUIZ: We will sign what the council has seen.”")
    assert (first.who, first.words) == ("HOLT", ("Will you sign the text?",))
    assert (second.who, second.words) == ("RUIZ", ("We will sign what the council has seen.",))


@pytest.mark.parametrize(
    ("text", "who", "words"),
    [
        ("Karsia issued a statement on Monday. The statement said that the port was shut.", "KAR", "the port was shut"),
        ('Karsia sent a letter. "The port is shut," the letter read.', "KAR", "The port is shut,"),
        ("The ice melted. The statement said that the port was shut.", "unnamed: The statement", "the port was shut"),
        (
            (
                "The plan ran into a wall of doubt on Monday, "
                "with Leo Ruiz saying it fell short “in a number of aspects” "
                "and Donald Brandt, the president of the council, declaring the League “open, but still unconvinced”."
            ),
            "p:brandt",
            "the League “open, but still unconvinced”",
        ),
        (
            "Ilse Maro said that the port would open, although Odo Brandt has vowed that it will stay shut.",
            "p:maro",
            "the port would open",
        ),
    ],
)
def test_who_is_heard_through_others(said: Reader, text: str, who: str, words: str) -> None:
    assert (who, words) in [(s.quote.speaker, s.words[0]) for s in said(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ruiz declined to say which side had moved.", []),
        ("Ruiz did not say whether the port would open.", []),
        ("Asked about the port, Ruiz left.", []),
        ("Ruiz did not say that the port would open.", ["the port would open"]),
        ("Ruiz called the offer “a step back”.", ["the offer “a step back”"]),
        ("Ruiz described the offer as “small, late and useless”.", ["the offer as “small, late and useless”"]),
        (
            "More time is needed, and a summit could be held, Ruiz said.",
            ["More time is needed, and a summit could be held"],
        ),
        ("The port is shut, the envoy was quoted by the League as saying.", ["The port is shut"]),
    ],
)
def test_what_is_said_and_what_is_left_unsaid(said: Reader, text: str, words: list[str]) -> None:
    assert [w for s in said(text) for w in s.words] == words
