"""One utterance told in several places is one group; look-alikes stay apart; the order does not matter."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from onrecord.articles import Article, Block, Published
from onrecord.dates import Timex
from onrecord.merge.corpus import Corpus, Read
from onrecord.merge.quotes.entries import merge_quotes, quote_ids
from onrecord.readings import Quote, Reading
from onrecord.text import Span

RED = "We will never accept a harbour fee that was set without our consent"
CUT = "never accept a harbour fee that was set without our consent"
SHORT = "We will never accept a harbour fee"


def read(
    name: str, *said: tuple[str | None, str, str], day: str = "2031-05-06", days: dict[int, str] | None = None
) -> Read:
    """An article of quotes (speaker, kind, words), one a line; `days`: index of a quote -> its day."""
    text = "\n".join(words for _, _, words in said)
    quotes, timexes, position = [], [], 0
    for n, (speaker, kind, words) in enumerate(said):
        span = Span(position, position + len(words))
        when = None
        if days and n in days:
            when = len(timexes)
            timexes.append(Timex(Span(span.end, span.end + 1), "DATE", value=days[n]))  # beside the words
        fragments = (Span(span.start + words.index('"') + 1, span.start + words.rindex('"')),) if '"' in words else ()
        quotes.append(Quote(kind, (span,), span, speaker, quoted=fragments, when=when, speaker_party="VAL"))  # type: ignore[arg-type]
        position = span.end + 1
    article = Article(
        name, f"{name}.txt", name, text, (Block("body", 0, len(text)),), published=Published(day, "explicit", "given")
    )
    return Read(article, Reading(name, timexes=tuple(timexes), quotes=tuple(quotes)))


def groups(*reads: Read) -> set[frozenset[str]]:
    """The groups, each quote named by its article and index."""
    corpus = Corpus(tuple(reads), (), {})
    ids = quote_ids(corpus)
    names = {name: f"{article}{n}" for (article, n), name in ids.items()}
    return {frozenset(names[i] for i in g) for g in merge_quotes(corpus, ids)[1]}


def test_the_same_words_cut_differently_are_one_utterance() -> None:
    a, b, c = (
        read("a", ("p:ruiz", "direct", RED)),
        read("b", ("p:ruiz", "direct", CUT)),
        read("c", ("p:ruiz", "mixed", f'Valdoria would "{CUT}"')),
    )
    assert groups(a, b, c) == {frozenset({"a0", "b0", "c0"})}


def test_an_utterance_knows_its_day_and_hearer_from_any_telling() -> None:
    dated = read("a", ("p:ruiz", "direct", RED), days={0: "2031-05-05"})
    told_to = read("b", ("p:ruiz", "direct", CUT), day="2031-05-07")
    quote = replace(told_to.reading.quotes[0], addressee="unnamed: reporters", addressee_span=Span(0, 5))
    told_to = replace(told_to, reading=replace(told_to.reading, quotes=(quote,)))
    apart = read("c", ("p:ruiz", "direct", "The ferry will sail as long as anybody wants it to"), day="2031-05-07")
    corpus = Corpus((dated, told_to, apart), (), {})
    a, b, c = merge_quotes(corpus, quote_ids(corpus))[0]
    assert (a.said_on, a.addressee, a.addressee_span) == ("2031-05-05", "unnamed: reporters", None)
    assert (b.said_on, b.addressee) == ("2031-05-05", "unnamed: reporters")
    assert (c.said_on, c.addressee) == (None, None)


def test_the_first_names_and_offices_of_those_named_tell_nothing() -> None:
    """Who is told of in full here and by the last name there is the same; two sayings about one person are two."""
    full = read("a", ("p:ruiz", "indirect", "she is ready to meet Valdorian Prime Minister Anton Pavel Belk in Tolm"))
    short = read("b", ("p:ruiz", "indirect", "she was willing to meet Belk in Tolm on the sidelines of a summit"))
    other = read("c", ("p:ruiz", "indirect", "she had never trusted Valdorian Prime Minister Anton Pavel Belk"))
    assert groups(full, short, other) == {frozenset({"a0", "b0"})}


def test_each_group_tells_why_its_quotes_are_together() -> None:
    reads = (
        read("a", ("p:ruiz", "direct", RED)),
        read("b", ("p:ruiz", "direct", CUT)),
        read("c", ("p:ruiz", "indirect", "the harbour fee would never be accepted without consent")),
    )
    corpus = Corpus(reads, (), {})
    _, (group,), links = merge_quotes(corpus, quote_ids(corpus))
    assert {link.a for link in links} | {link.b for link in links} == set(group)
    assert len(links) == len(group) - 1
    told = {link.reasons[0] for link in links}
    assert told == {f"the same words: “{CUT}”", "both speak of never, accept, harbour, fee"}
    assert all("the same speaker" in link.reasons for link in links)


def test_what_a_text_tells_again_in_most_of_its_words_is_one_utterance() -> None:
    first = "the harbour master was willing to revoke the immunity of the customs residence near the strait"
    again = "our harbour section is willing to renounce immunity for the residence of the customs chief"
    told = ("p:ruiz", "indirect", first), ("p:orsic", "direct", "Nothing is new."), ("p:ruiz", "indirect", again)
    assert groups(read("a", *told)) == {frozenset({"a0", "a2"})}
    other = "the customs residence was sold to a shipping company in spring for the harbour"
    assert groups(read("a", told[0], told[1], ("p:ruiz", "indirect", other))) == set()


def test_another_speaker_is_another_utterance() -> None:
    assert groups(read("a", ("p:ruiz", "direct", SHORT)), read("b", ("p:holt", "direct", SHORT))) == set()
    reported = "the harbour fee would never be accepted by the council of the three ports"
    told = "the council of all three ports would never accept the harbour fee"
    assert groups(read("a", ("p:ruiz", "indirect", reported)), read("b", ("p:holt", "indirect", told))) == set()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ((None, "direct", RED), ("p:holt", "direct", CUT), True),
        (("unnamed: the joint statement", "direct", SHORT), ("p:holt", "mixed", f'they "{SHORT[3:]}"'), True),
        (("p:ruiz", "direct", RED), ("p:holt", "direct", CUT), True),  # two outlets disagree on whose words these are
        ((None, "mixed", f'of its own plan it said "{CUT}"'), ("p:holt", "direct", f"Let me be plain: {RED}"), True),
        ((None, "indirect", SHORT), ("p:holt", "indirect", SHORT), False),
        ((None, "direct", "And you know, we do not know"), ("p:holt", "direct", "You know, we do not know"), False),
    ],
)
def test_the_same_text_is_one_utterance_whoever_is_named(
    one: tuple[str | None, str, str], other: tuple[str | None, str, str], same: bool
) -> None:
    tellings = read("a", one), read("b", other)
    nobodys = tuple(
        replace(t, reading=replace(t.reading, quotes=tuple(replace(q, speaker_party=None) for q in t.reading.quotes)))
        for t in tellings
    )
    assert groups(*nobodys) == ({frozenset({"a0", "b0"})} if same else set())
    corpus = Corpus(nobodys, (), {})
    links = merge_quotes(corpus, quote_ids(corpus))[2]
    assert all("one text, though not told as the same speaker’s" in link.reasons for link in links)


def test_one_text_of_two_names_takes_in_no_paraphrase() -> None:
    """Who is named for a wording may be wrong; what either of them said in other words is another utterance."""
    a = read("a", ("p:ruiz", "direct", RED))
    b = read("b", ("p:holt", "direct", RED))
    told = "she would never accept a fee set for the harbour without consent"
    assert groups(a, b, read("c", ("p:ruiz", "indirect", told))) == {frozenset({"a0", "b0"})}
    assert groups(a, read("c", ("p:ruiz", "indirect", told))) == {frozenset({"a0", "c0"})}


def test_another_day_is_another_utterance() -> None:
    a = read("a", ("p:ruiz", "direct", RED), days={0: "2031-05-05"})
    b = read("b", ("p:ruiz", "direct", RED), days={0: "2031-05-06"})
    assert groups(a, b) == set()
    undated = read("c", ("p:ruiz", "direct", RED), day="2031-05-07")
    assert groups(a, undated) == {frozenset({"a0", "c0"})}


def test_an_article_may_recall_the_words_of_weeks_before() -> None:
    a = read("a", ("p:ruiz", "direct", RED), days={0: "2031-05-05"})
    recalled = read("b", ("p:ruiz", "direct", RED), day="2031-06-10")
    assert groups(a, recalled) == {frozenset({"a0", "b0"})}
    told = read(
        "c", ("p:ruiz", "indirect", "she would never accept a harbour fee set without consent"), day="2031-06-10"
    )
    assert groups(a, told) == set()
    years_later = read("d", ("p:ruiz", "direct", RED), day="2032-05-05")
    assert groups(a, years_later) == set()


def test_several_who_speak_together_are_one_voice_however_they_are_named() -> None:
    def together(name: str, kind: str, words: str, who: str) -> Read:
        alone = read(name, ("p:ruiz", kind, words))
        content = f"{alone.article.content}\n{who}, they said"
        start = content.index(who)
        span = Span(start, start + len(who.split(" and ")[0]))
        article = replace(alone.article, content=content)
        quote = replace(alone.reading.quotes[0], speaker=f"unnamed: {who}", speaker_span=span, speaker_party=None)
        return Read(article, replace(alone.reading, quotes=(quote,)))

    a = together("a", "mixed", 'they saw "a footbridge to a possible truce"', "Ruiz and her guest Berg")
    b = together("b", "mixed", 'a "footbridge" to a truce was there', "the two leaders")
    c = together("c", "mixed", 'a "footbridge" to a truce was there', "a diplomat")
    assert groups(a, b) == {frozenset({"a0", "b0"})}
    assert groups(a, c) == set()


def test_words_of_one_meaning_tell_the_same() -> None:
    a = read("a", ("p:ruiz", "indirect", "a treaty might be concluded in Tolm"))
    b = read("b", ("p:ruiz", "indirect", "an agreement can be reached at Tolm if the wind allows"))
    assert groups(a, b) == {frozenset({"a0", "b0"})}
    other = read("b", ("p:ruiz", "indirect", "a convoy can be anchored at Tolm if the wind allows"))
    assert groups(a, other) == set()


def test_words_said_after_an_article_came_out_are_not_in_it() -> None:
    a = read("a", ("p:ruiz", "direct", RED), day="2031-05-04")
    b = read("b", ("p:ruiz", "direct", RED), days={0: "2031-05-06"})
    assert groups(a, b) == set()


def test_a_paraphrase_joins_but_a_denial_of_it_does_not() -> None:
    told = read("a", ("p:ruiz", "indirect", "the harbour fee would be accepted by the council in autumn"))
    again = read("b", ("p:ruiz", "indirect", "the council would accept the harbour fee in autumn"))
    denied = read("c", ("p:ruiz", "indirect", "the council would not accept the harbour fee in autumn"))
    assert groups(told, again) == {frozenset({"a0", "b0"})}
    assert groups(told, denied) == set()


def test_a_nameless_voice_of_the_same_party_may_be_the_named_one() -> None:
    a = read("a", ("unnamed: an official", "direct", RED))
    b = read("b", ("p:ruiz", "direct", RED))
    assert groups(a, b) == {frozenset({"a0", "b0"})}


def test_the_order_of_the_articles_does_not_matter() -> None:
    reads = [
        read("a", ("p:ruiz", "direct", RED), ("p:holt", "direct", "The convoy will sail on the first tide of June")),
        read("b", ("p:ruiz", "mixed", f'Valdoria would "{CUT}"')),
        read("c", ("p:holt", "indirect", "the convoy will sail on the first tide of June")),
    ]
    assert len({frozenset(groups(*order)) for order in permutations(reads)}) == 1
    assert len(groups(*reads)) == 2


def test_ids_rest_on_words_and_occurrence_not_on_offsets() -> None:
    one = read("a", ("p:ruiz", "direct", "Not now"), ("p:ruiz", "direct", RED), ("p:holt", "direct", "Not now"))
    ids = quote_ids(Corpus((one,), (), {}))
    assert len(set(ids.values())) == 3
    moved = replace(
        one,
        article=replace(one.article, content="\n\n" + one.article.content),
        reading=replace(
            one.reading,
            quotes=tuple(
                replace(q, content=tuple(Span(s.start + 2, s.end + 2) for s in q.content)) for q in one.reading.quotes
            ),
        ),
    )
    assert quote_ids(Corpus((moved,), (), {})) == ids


def test_a_running_statement_has_the_one_day_that_the_article_gives() -> None:
    one = read(
        "a",
        ("p:ruiz", "direct", RED),
        ("p:ruiz", "direct", "Not now"),
        ("p:holt", "direct", "No"),
        days={0: "2031-05-05"},
    )
    corpus = Corpus((one,), (), {})
    entries, *_ = merge_quotes(corpus, quote_ids(corpus))
    assert [e.said_on for e in entries] == ["2031-05-05", "2031-05-05", None]


def test_a_quote_stands_in_one_group_whatever_its_pieces_join() -> None:
    sail = "The convoy will sail on the first tide of June"
    both = read("a", ("p:ruiz", "direct", f"{RED}. {sail}"))
    quote = both.reading.quotes[0]
    pieces = (Span(0, len(RED)), Span(len(RED) + 2, quote.content[0].end))
    both = replace(both, reading=replace(both.reading, quotes=(replace(quote, content=pieces),)))
    assert groups(both, read("b", ("p:ruiz", "direct", RED)), read("c", ("p:ruiz", "direct", sail))) == {
        frozenset({"a0", "b0", "c0"})
    }


def test_a_nameless_voice_does_not_chain_two_named_ones() -> None:
    a = read("a", ("p:ruiz", "direct", SHORT))
    b = read("b", ("unnamed: an official", "direct", SHORT))
    c = read("c", ("p:holt", "direct", SHORT))
    assert len(groups(a, b, c)) == 1
    assert not {"a0", "c0"} <= next(iter(groups(a, b, c)))


def test_a_nameless_voice_does_not_chain_two_days() -> None:
    a = read("a", ("p:ruiz", "direct", RED), days={0: "2031-05-05"})
    b = read("b", ("unnamed: an official", "direct", RED))
    c = read("c", ("p:ruiz", "direct", RED), days={0: "2031-05-06"})
    assert not any({"a0", "c0"} <= group for group in groups(a, b, c))


def test_what_is_refused_in_a_word_belongs_to_the_words_that_refuse_it() -> None:
    denied = ("p:ruiz", "indirect", "the accusation")
    words = ("p:ruiz", "direct", "Nobody of ours was on that ship")
    told = read("a", denied, words)
    text = told.article.text[Span(0, len(told.article.content))].replace("\n", " ")
    beside = replace(told, article=replace(told.article, content=text))
    assert groups(beside) == {frozenset({"a0", "a1"})}
    assert groups(told) == set()  # another paragraph


def test_a_ministry_spokesman_speaks_for_the_ministry_quoted_before() -> None:
    one = read(
        "a",
        ("VAL", "indirect", "Valdoria’s Harbour Ministry denied it"),
        ("unnamed: a ministry spokesman", "direct", RED),
    )
    first, second = one.reading.quotes
    named = replace(first, speaker_span=Span(0, len("Valdoria’s Harbour Ministry")))
    quotes = (named, replace(second, speaker_party=None))
    corpus = Corpus((replace(one, reading=replace(one.reading, quotes=quotes)),), (), {})
    entries, *_ = merge_quotes(corpus, quote_ids(corpus))
    assert [e.speaker_party for e in entries] == ["VAL", "VAL"]


@pytest.mark.parametrize(("first", "speaker"), [("VAL", "VAL"), ("p:ruiz", None)])
def test_it_is_the_party_whose_statement_the_sentence_before_tells(first: str, speaker: str | None) -> None:
    told = read("a", (first, "indirect", "the fee would fall"), (None, "direct", "It will fall in May, it said"))
    before, after = told.reading.quotes
    end = after.content[0].end
    after = replace(after, speaker_span=Span(end - 7, end - 5))
    corpus = Corpus((replace(told, reading=replace(told.reading, quotes=(before, after))),), (), {})
    entries, *_ = merge_quotes(corpus, quote_ids(corpus))
    assert entries[1].speaker == speaker
