"""The record is a function of the set of its articles: checked on the example's, some of them without a date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from importlib.resources import as_file, files
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles import Article, Capture, Published
from onrecord.merge.entries import merge
from onrecord.pipeline import Record, reading_fingerprint
from onrecord.readings import Reading
from onrecord.record.changes import evidence_of
from onrecord.serve.export_json import to_json
from onrecord.settings import Settings

Read = tuple[Article, Reading]
EXAMPLES = 25


@pytest.fixture(scope="module")
def pool(tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[Read, ...], Settings]:
    """The example's articles, each read once; every fourth is without its date."""
    with as_file(files("onrecord.example")) as folder:
        settings = Settings.from_toml((folder / "onrecord.toml").read_text(encoding="utf-8"))
        with Record.open(str(tmp_path_factory.mktemp("pool") / "r.db")) as record:
            record.add([str(folder / "coverage")], settings=settings)
            readings = record.store.readings()
    hidden = Published()
    return tuple((replace(a, published=hidden) if n % 4 == 0 else a, r) for n, (a, r) in enumerate(readings)), settings


def exported(readings: Sequence[Read], known: Settings) -> str:
    return to_json(merge(readings, known))


subsets = st.lists(st.integers(0, 15), unique=True, min_size=1, max_size=9)


@settings(max_examples=EXAMPLES, deadline=None)
@given(picked=subsets, chance=st.randoms(use_true_random=False))
def test_any_order_gives_the_same_record(pool: tuple[tuple[Read, ...], Settings], picked: list[int], chance) -> None:  # type: ignore[no-untyped-def]
    readings = [pool[0][n] for n in picked]
    shuffled = list(readings)
    chance.shuffle(shuffled)
    assert exported(shuffled, pool[1]) == exported(readings, pool[1])


@settings(max_examples=EXAMPLES, deadline=None)
@given(picked=subsets, nth=st.integers(0, 8))
def test_as_of_a_day_is_the_record_of_what_was_out(
    pool: tuple[tuple[Read, ...], Settings], picked: list[int], nth: int
) -> None:
    readings = [pool[0][n] for n in picked]
    published = {a.article.id: a.article.published for a in merge(readings, pool[1]).articles}
    known = {k: day[:10] for k, p in published.items() if (day := p.value or p.not_after)}
    days = sorted(set(known.values())) or ["2031-01-01"]
    day = days[nth % len(days)]
    out = {k for k in known if known[k] <= day}
    early = merge(readings, pool[1], day)
    assert {a.article.id for a in early.articles} == out
    assert to_json(early) == exported([r for r in readings if r[0].id in out], pool[1])


@settings(max_examples=EXAMPLES, deadline=None)
@given(picked=subsets)
def test_every_entry_rests_on_words_of_the_articles(pool: tuple[tuple[Read, ...], Settings], picked: list[int]) -> None:
    readings = [pool[0][n] for n in picked]
    texts = {a.id: a.text for a, _ in readings}
    entries = merge(readings, pool[1])
    for evidence in evidence_of(tuple(getattr(entries, name) for name in entries.__dataclass_fields__)):
        assert texts[evidence.article].confirm(evidence) == evidence


def keep(record: Record, reads: Sequence[Read], known: Settings) -> None:
    """Put articles into a record as `add` does, but for the reading, which is done."""
    if record.store.settings() != known:
        record.store.set_settings(known)
    fingerprint = reading_fingerprint(known)
    record.store.unread(fingerprint)
    for article, reading in reads:
        record.store.add(article, Capture(article.source, article.file, article.content.encode(), "text"))
        record.store.put_reading(reading, fingerprint)


@settings(max_examples=4, deadline=None)
@given(order=st.permutations(range(8)))
def test_after_each_single_article_the_record_is_what_a_fresh_build_would_be(
    pool: tuple[tuple[Read, ...], Settings], order: list[int]
) -> None:
    with TemporaryDirectory() as folder, Record.open(f"{folder}/grown.db") as grown:
        for n, place in enumerate(order, 1):
            keep(grown, [pool[0][place]], pool[1])
            with Record.open(f"{folder}/fresh-{n}.db") as fresh:
                keep(fresh, [pool[0][k] for k in sorted(order[:n])], pool[1])
                assert to_json(grown.entries()) == to_json(fresh.entries())
            with Record.open(f"{folder}/grown.db") as again:  # from what is kept on disk
                assert again.entries() == grown.entries()
