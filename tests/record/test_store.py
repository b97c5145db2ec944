"""What a store promises, on SQLite and on PostgreSQL alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import text

from onrecord.articles import Article, Block, Capture, Published
from onrecord.dates import Timex
from onrecord.entries import ArticleEntry, Divergence, Entries
from onrecord.errors import FalseEvidence, NotARecord, Stopped
from onrecord.readings import Quote, Reading
from onrecord.record.merged import PART
from onrecord.record.place import VERSION
from onrecord.record.store import Store
from onrecord.rulings import Ruling
from onrecord.settings import PartySetting, Settings
from onrecord.text import Span

WORDS = "Valdoria – “ready” to talk 🕊 again\n\nCookies help us."
ARTICLE = Article(
    id="article-1",
    file="talks.txt",
    source="/news/talks.txt",
    content=WORDS,
    blocks=(Block("body", 0, 34), Block("boilerplate", 36, 52)),
    published=Published(value="2031-05-04", basis="explicit", how="given"),
)
CAPTURE = Capture("/news/talks.txt", "talks.txt", WORDS.encode(), "text", known={"outlet": "Estmark Post"})
READING = Reading(
    article="article-1",
    timexes=(Timex(span=Span(29, 34), type="DATE"),),
    quotes=(Quote("mixed", (Span(0, 12),), Span(0, 34), speaker="VAL", quoted=(Span(11, 18),)),),
)


@pytest.fixture
def store(location: str) -> Iterator[Store]:
    store = Store.open(location)
    yield store
    store.close()


def test_what_was_put_in_comes_out_the_same(store: Store, location: str) -> None:
    assert store.add(ARTICLE, CAPTURE)
    store.put_reading(READING, "v1")
    again = Store.open(location)
    assert again.articles() == [ARTICLE]
    assert again.article("article-1") == ARTICLE
    assert again.capture(ARTICLE) == CAPTURE
    assert again.readings() == [(ARTICLE, READING)]
    again.close()


def test_the_same_article_twice_changes_nothing(store: Store) -> None:
    assert store.add(ARTICLE, CAPTURE)
    assert not store.add(ARTICLE, CAPTURE)
    assert store.articles() == [ARTICLE]


@pytest.mark.parametrize("first", [0, 1])
def test_the_name_of_a_copy_does_not_depend_on_which_came_first(store: Store, first: int) -> None:
    both = [ARTICLE, replace(ARTICLE, file="a-copy.txt", source="/news/a-copy.txt")]
    for article in (both[first], both[1 - first]):
        store.add(article, replace(CAPTURE, source=article.source, file=article.file))
    assert [a.file for a in store.articles()] == ["a-copy.txt"]


@pytest.mark.parametrize("first", [0, 1])
def test_other_blanks_in_a_copy_do_not_make_the_record_depend_on_order(store: Store, first: int) -> None:
    wide = replace(ARTICLE, content=WORDS.replace("ready", "ready "), source="/a/talks.txt")
    both = [ARTICLE, wide]
    for article in (both[first], both[1 - first]):
        store.add(article, replace(CAPTURE, source=article.source, data=article.content.encode()))
        if store.articles() == [ARTICLE]:
            store.put_reading(READING, "v1")
    assert store.articles() == [wide]
    assert store.unread("v1") == [ARTICLE.id]
    assert store.capture(wide).data == wide.content.encode()
    assert len(store.search("ready")) == 1


def test_an_article_is_unread_until_its_reading_is_of_the_fingerprint_asked_for(store: Store) -> None:
    store.add(ARTICLE, CAPTURE)
    assert store.unread("v1") == ["article-1"]
    store.put_reading(READING, "v1")
    assert store.unread("v1") == []
    assert store.unread("v2") == ["article-1"]
    store.put_reading(READING, "v2")
    assert store.unread("v2") == []


def test_what_comes_after_the_rest_was_read_is_unread_too(store: Store) -> None:
    store.add(ARTICLE, CAPTURE)
    assert store.unread("v1") == ["article-1"]
    store.put_reading(READING, "v1")
    store.add(replace(ARTICLE, id="article-2"), replace(CAPTURE, source="/news/later.txt"))
    assert store.unread("v1") == ["article-2"]
    assert store.unread("v2") == ["article-1", "article-2"]


def test_the_state_changes_with_what_the_record_holds_and_only_then(store: Store) -> None:
    seen = [store.state()]
    store.add(ARTICLE, CAPTURE)
    seen.append(store.state())
    store.put_reading(READING, "v1")
    seen.append(store.state())
    store.remove(ARTICLE.id)
    seen.append(store.state())
    assert len(set(seen)) == 4
    store.unread("v1")
    assert store.state() == seen[-1]


def test_a_removed_article_leaves_nothing_behind(store: Store) -> None:
    store.add(ARTICLE, CAPTURE)
    store.put_reading(READING, "v1")
    store.remove(ARTICLE.id)
    assert store.articles() == []
    assert store.readings() == []
    assert store.unread("v1") == []
    assert store.search("ready") == []
    assert store.add(ARTICLE, CAPTURE)
    with pytest.raises(Stopped, match="article-9"):
        store.remove("article-9")


def test_a_reading_that_names_no_characters_of_its_article_is_not_believed(store: Store) -> None:
    store.add(ARTICLE, CAPTURE)
    store.put_reading(replace(READING, timexes=(Timex(span=Span(50, 90), type="DATE"),)), "v1")
    with pytest.raises(FalseEvidence, match=r"talks\.txt"):
        store.readings()


def test_a_damaged_reading_is_named_as_such(store: Store) -> None:
    store.add(ARTICLE, CAPTURE)
    store.put_reading(READING, "v1")
    with store.engine.begin() as c:
        c.execute(text("UPDATE readings SET content = '{\"article\": 5}'"))
    with pytest.raises(NotARecord, match="damaged reading"):
        store.readings()


def test_settings_are_kept(store: Store) -> None:
    assert store.settings() == Settings()
    settings = Settings(parties=(PartySetting("VAL", "Valdoria", "state", ("Valdorian",), "Estmark"),))
    store.set_settings(settings)
    store.set_settings(settings)
    assert store.settings() == settings


def test_rulings_are_kept_in_the_order_in_which_they_were_made(store: Store) -> None:
    made = (Ruling("reject", "meetings", "m-2"), Ruling("rename", "issues", "i-1", value="Ports"))
    for ruling in made:
        store.rule(ruling)
    assert store.rulings() == made


def test_merged_entries_are_found_again_until_what_they_rest_on_changes(store: Store) -> None:
    store.add(ARTICLE, CAPTURE)
    entries = Entries(
        (ArticleEntry(ARTICLE),), divergences=(Divergence("d-1", "talks", "fact", (ARTICLE.text.evidence(0, 8),)),)
    )
    store.put_entries(entries, "", "v1")
    store.put_entries(Entries(), "2031-05-01", "v1")
    assert store.entries("", "v1") == entries
    assert store.entries("2031-05-01", "v1") == Entries()
    assert store.entries("", "v2") is None
    store.put_entries(entries, "", "v2")
    assert store.entries("2031-05-01", "v1") is None


def test_sections_of_many_entries_come_back_whole_and_in_order(store: Store) -> None:
    store.add(ARTICLE, CAPTURE)
    words = ARTICLE.text.evidence(0, 8)
    many = tuple(Divergence(f"d-{n}", "talks", "fact", (words,)) for n in range(2 * PART + 1))
    entries = Entries((ArticleEntry(ARTICLE),), divergences=many)
    store.put_entries(entries, "", "v1")
    assert store.entries("", "v1") == entries
    fewer = replace(entries, divergences=many[:3])
    store.put_entries(fewer, "", "v1")
    assert store.entries("", "v1") == fewer


def test_search_finds_words_in_what_is_read_and_not_in_boilerplate(store: Store) -> None:
    store.add(ARTICLE, CAPTURE)
    assert [store.article(h.article).text[h.span] for h in store.search("talks")] == [WORDS[:34]]
    assert [h.span for h in store.search("valdoria ready")] == [Span(0, 34)]
    assert store.search("cookies") == []
    assert store.search('"unclosed AND (') == []
    assert store.search("  ") == []


def test_without_leave_to_make_one_there_must_be_a_record(location: str) -> None:
    with pytest.raises(Stopped, match="there is no record"):
        Store.open(location, create=False)


def test_a_record_of_a_newer_version_is_refused(store: Store, location: str) -> None:
    with store.engine.begin() as c:
        c.execute(text("UPDATE alembic_version SET version_num = :v"), {"v": f"{VERSION + 1:04}"})
    with pytest.raises(NotARecord, match="newer version"):
        Store.open(location)


def test_a_database_of_something_else_is_refused(location: str) -> None:
    store = Store.open(location)
    with store.engine.begin() as c:
        c.execute(text("DROP TABLE alembic_version"))
    store.close()
    with pytest.raises(NotARecord, match="not a record"):
        Store.open(location)


def test_the_tables_are_what_the_migrations_come_to(store: Store) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from onrecord.record.tables import metadata

    with store.engine.connect() as c:
        context = MigrationContext.configure(
            c, opts={"include_name": lambda name, kind, _: not (kind == "table" and str(name).startswith("passages"))}
        )
        assert compare_metadata(context, metadata) == []
