"""A text fetched again in another wording supersedes the earlier one; another article of one place does not."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from onrecord.articles import Article
from onrecord.extract.sketch import sketch
from onrecord.merge.copies.versions import newest_versions
from onrecord.readings import Reading
from tests.conftest import article_of

FIRST = (
    "Delegations from Valdoria and Karsia met in Port Sella on Tuesday and agreed to open the strait to grain ships.\n"
    "The agreement lets twenty grain ships a week pass under the eyes of inspectors from the Straits Commission."
)
SECOND = FIRST.replace("twenty", "thirty") + "\nAn earlier version of this article gave another number of ships."
OTHER = (
    "The bakers of Lindhaven have asked the town council to lift the ban on night deliveries during the summer.\n"
    "Teachers at two village schools went back to their classrooms after the ministry promised to repair the roofs."
)
URL = "https://courier.example/talks"


def version(name: str, text: str, revised: str | None, url: str | None = URL, source: str | None = None) -> Article:
    return replace(article_of(text, name), url=url, revised=revised, source=source or name)


def standing(*articles: Article, as_of: str | None = None) -> tuple[set[str], dict[str, str]]:
    """The files that stand, and each superseded one with that which stands in its place."""
    read = [(a, Reading(a.id, sketch=sketch(a))) for a in articles]
    results = [newest_versions(order, as_of) for order in permutations(read)]
    assert all(
        ({a.id for a, _ in now}, old) == ({a.id for a, _ in results[0][0]}, results[0][1]) for now, old in results
    )
    files = {a.id: a.file for a in articles}
    return {a.file for a, _ in results[0][0]}, {s.article.file: files[s.by] for s in results[0][1]}


def test_the_newest_version_stands() -> None:
    old, new = version("a", FIRST, "2031-04-15"), version("b", SECOND, "2031-04-16")
    assert standing(old, new) == ({"b"}, {"a": "b"})
    assert standing(replace(old, revised="2031-04-17"), new) == ({"a"}, {"b": "a"})


def test_three_versions_are_superseded_by_the_last() -> None:
    third = version("c", SECOND + "\nThe number was corrected twice.", "2031-04-18")
    articles = version("a", FIRST, "2031-04-15"), version("b", SECOND, "2031-04-16"), third
    assert standing(*articles) == ({"c"}, {"a": "c", "b": "c"})


def test_as_of_a_day_the_version_of_then_stands() -> None:
    articles = version("a", FIRST, "2031-04-15T10:00"), version("b", SECOND, "2031-04-17T10:00")
    assert standing(*articles, as_of="2031-04-16") == ({"a"}, {})
    assert standing(*articles, as_of="2031-04-17") == ({"b"}, {"a": "b"})
    assert standing(*articles, as_of="2031-04-01") == ({"a"}, {}), "captured later than the day: the earliest"


def test_another_article_of_one_address_is_no_version() -> None:
    assert standing(version("a", FIRST, "2031-04-15"), version("b", OTHER, "2031-04-16")) == ({"a", "b"}, {})


def test_a_reprint_elsewhere_is_no_version() -> None:
    assert standing(version("a", FIRST, None), version("b", SECOND, None, url=f"{URL}-2")) == ({"a", "b"}, {})


def test_a_file_that_was_edited_is_one_article_but_standard_input_is_not() -> None:
    pairs = [version("a", FIRST, "2031-04-15", url=None), version("b", SECOND, "2031-04-16", url=None)]
    assert standing(*(replace(a, source="notes/talks.txt") for a in pairs)) == ({"b"}, {"a": "b"})
    assert standing(*(replace(a, source="-") for a in pairs)) == ({"a", "b"}, {})
