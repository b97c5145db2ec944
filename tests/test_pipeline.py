"""What a record promises as a whole: order, repetition, days, settings, rulings, and being killed."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

import onrecord
from onrecord.errors import Stopped
from onrecord.pipeline import Progress, Record
from onrecord.record.changes import evidence_of
from onrecord.review.queue import settle
from onrecord.rulings import Ruling
from onrecord.serve.export_json import to_json
from onrecord.settings import Settings

SETTINGS = """
[[parties]]
id = "VAL"
name = "Valdoria"
aliases = ["Valdorian", "Estmark"]
capital = "Estmark"

[[parties]]
id = "KAR"
name = "Karsia"
aliases = ["Karsian", "Tolm"]
capital = "Tolm"
"""
NEWS = {
    "2031-05-04": "Valdoria and Karsia will hold talks in Lindhaven on May 20, Foreign Minister Mira Holt said Friday. "
    "“We want the canal open again,” Holt told reporters.\n\nKarsia demands that Valdoria pay a fee.",
    "2031-05-08": "Karsia confirmed the talks on May 20. If Valdoria refuses the fee, Karsia will close the canal, "
    "its president warned on Thursday.\n\nAbout 3,000 ships are waiting.",
    "2031-05-19": "The talks in Lindhaven were postponed to May 27, Valdoria said. Holt rejected the fee again.",
    "2031-05-28": "Delegations of Valdoria and Karsia met in Lindhaven on Tuesday. “It was a good day,” Holt said.",
}


@pytest.fixture
def coverage(tmp_path: Path) -> list[str]:
    """Four articles, each a JSONL file of its own."""
    folder = tmp_path / "coverage"
    folder.mkdir()
    out = []
    for n, (day, text) in enumerate(NEWS.items()):
        path = folder / f"{n}.jsonl"
        line = {"title": f"Canal dispute, part {n}", "published": day, "outlet": "The Courier", "text": text}
        path.write_text(json.dumps({"id": f"part-{n}", **line}) + "\n", encoding="utf-8")
        out.append(str(path))
    return out


def record_of(path: Path, sources: list[str], settings: str = SETTINGS) -> Record:
    record = Record.open(str(path))
    report = record.add(sources, settings=Settings.from_toml(settings))
    assert report.refused == ()
    return record


def test_a_second_time_the_same_changes_nothing(tmp_path: Path, coverage: list[str]) -> None:
    record = record_of(tmp_path / "r.db", coverage)
    before = to_json(record.entries())
    report = record.add(coverage)
    assert (len(report.added), len(report.known)) == (0, 4)
    assert to_json(record.entries()) == before
    assert to_json(Record.open(str(tmp_path / "r.db")).entries()) == before


def test_the_order_of_arrival_does_not_matter(tmp_path: Path, coverage: list[str]) -> None:
    record = record_of(tmp_path / "r.db", coverage)
    other = Record.open(str(tmp_path / "other.db"))
    for source in reversed(coverage):
        other.add([source], settings=Settings.from_toml(SETTINGS))
        other.entries()
    assert to_json(other.entries()) == to_json(record.entries())


def test_nor_does_how_the_interpreter_hashes(tmp_path: Path, coverage: list[str]) -> None:
    (tmp_path / "s.toml").write_text(SETTINGS, encoding="utf-8")
    code = "from onrecord.serve.cli import main; main()"
    exports = []
    for seed in ("1", "2"):
        env = os.environ | {"PYTHONHASHSEED": seed}
        location = str(tmp_path / f"seed{seed}.db")
        for args in (["add", location, *coverage, "--settings", str(tmp_path / "s.toml")], ["export", location]):
            done = subprocess.run([sys.executable, "-c", code, *args], env=env, capture_output=True, check=True)
        exports.append(done.stdout)
    assert exports[0] == exports[1]


def test_as_of_a_day_it_is_the_record_of_the_articles_published_by_then(tmp_path: Path, coverage: list[str]) -> None:
    record = record_of(tmp_path / "r.db", coverage)
    early = record_of(tmp_path / "early.db", coverage[:2])
    assert to_json(record.entries("2031-05-08")) == to_json(early.entries())
    assert record.articles(as_of="2031-05-03") == ()


def test_what_was_taken_out_was_never_there(tmp_path: Path, coverage: list[str]) -> None:
    record = record_of(tmp_path / "r.db", coverage)
    never = record_of(tmp_path / "never.db", coverage[:1] + coverage[2:])
    record.entries()
    record.remove(next(a.id for a in record.articles() if a.published.value == "2031-05-08"))
    assert to_json(record.entries()) == to_json(never.entries())
    assert record.add(coverage[1:2]).added
    assert to_json(record.entries()) == to_json(record_of(tmp_path / "again.db", coverage).entries())


def test_what_changed_is_told_with_its_day_and_words(tmp_path: Path, coverage: list[str]) -> None:
    record = record_of(tmp_path / "r.db", coverage)
    changes = record.changes(since="2031-05-08")
    assert changes
    assert {c.day for c in changes} <= {"2031-05-19", "2031-05-28"}
    assert [c.day for c in changes] == sorted((c.day or "" for c in changes), reverse=True)
    assert record.changes(since="2031-05-28") == ()


def test_the_timeline_is_in_order_and_no_longer_than_asked_for(tmp_path: Path, coverage: list[str]) -> None:
    record = record_of(tmp_path / "r.db", coverage)
    days = [m.day for m in record.timeline()]
    assert days
    assert days == sorted(set(days))
    assert len(record.timeline(length=1)) == 1


def test_new_settings_are_kept_and_read_everything_again(tmp_path: Path, coverage: list[str]) -> None:
    record = record_of(tmp_path / "r.db", coverage, settings="")
    assert all(p.party not in ("VAL", "KAR") for p in record.positions())
    steps: list[Progress] = []
    record.add([coverage[0]], settings=Settings.from_toml(SETTINGS), progress=steps.append)
    assert [s.done for s in steps if s.step == "reading"] == [1, 2, 3, 4]
    told = record_of(tmp_path / "told.db", coverage)
    assert to_json(record.entries()) == to_json(told.entries())
    assert Record.open(str(tmp_path / "r.db")).store.settings() == Settings.from_toml(SETTINGS)


def test_a_ruling_holds_when_articles_come_and_settings_change(tmp_path: Path, coverage: list[str]) -> None:
    record = record_of(tmp_path / "r.db", coverage[:2])
    rejected, renamed = record.positions()[0], record.entries().issues[-1]
    record.rule(Ruling("reject", "positions", rejected.id, exact=rejected.evidence.exact))
    record.rule(Ruling("rename", "issues", renamed.id, value="The canal"))
    record.rule(Ruling("accept", "meetings", "meeting-that-never-was"))
    record.add(coverage)
    entries = Record.open(str(tmp_path / "r.db")).entries()
    assert rejected.id not in {p.id for p in entries.positions}
    assert "meeting-that-never-was" in entries.orphaned
    with pytest.raises(Stopped, match="no section"):
        record.rule(Ruling("reject", "dreams", "d-1"))


def test_an_article_set_aside_is_not_counted_until_it_is_kept(tmp_path: Path, coverage: list[str]) -> None:
    record = record_of(tmp_path / "r.db", coverage)
    whole = to_json(record.entries())
    chosen = record.articles()[0]
    record.rule(Ruling("reject", "articles", chosen.id))
    entries = record.entries()
    assert [(s.article.id, s.reason) for s in entries.aside] == [(chosen.id, "set aside by hand")]
    assert chosen.id not in {e.article for e in evidence_of((entries.quotes, entries.positions, entries.timexes))}
    assert record.search("ship waiting")
    assert not entries.orphaned
    record.rule(Ruling("accept", "articles", chosen.id))
    assert to_json(record.entries()) == whole
    with pytest.raises(Stopped, match="accepted"):
        record.rule(Ruling("rename", "articles", chosen.id, value="Another"))


def test_after_each_single_article_it_is_what_a_fresh_build_would_be(tmp_path: Path, coverage: list[str]) -> None:
    grown = record_of(tmp_path / "grown.db", coverage[:1])
    for n in range(1, len(coverage) + 1):
        grown.add(coverage[n - 1 : n])
        fresh = record_of(tmp_path / f"fresh-{n}.db", coverage[:n])
        assert to_json(grown.entries()) == to_json(fresh.entries())


def test_entries_are_the_same_object_until_something_changes(tmp_path: Path, coverage: list[str]) -> None:
    record = record_of(tmp_path / "r.db", coverage[:1])
    first = record.entries()
    assert record.entries() is first
    Record.open(str(tmp_path / "r.db")).add(coverage[1:2])
    assert len(record.entries().articles) == 2


def put_false_words(content: bytes) -> bytes:
    return zlib.compress(zlib.decompress(content).replace(b'"exact":"Holt"', b'"exact":"Hult"'))


def tear(content: bytes) -> bytes:
    return content[: len(content) // 2]


@pytest.mark.parametrize("damage", [put_false_words, tear])
def test_merged_entries_that_were_damaged_are_made_anew(
    tmp_path: Path, coverage: list[str], damage: Callable[[bytes], bytes]
) -> None:
    with record_of(tmp_path / "r.db", coverage) as record:
        before = to_json(record.entries())
    with sqlite3.connect(tmp_path / "r.db") as c:
        ((content,),) = c.execute("SELECT content FROM entries WHERE section = 'quotes'").fetchall()
        assert damage(content) != content
        c.execute("UPDATE entries SET content = ? WHERE section = 'quotes'", (damage(content),))
    c.close()
    with Record.open(str(tmp_path / "r.db")) as again:
        assert to_json(again.entries()) == before


def test_a_day_must_be_one(tmp_path: Path) -> None:
    with pytest.raises(Stopped, match="not a day"):
        Record.open(str(tmp_path / "r.db")).entries("last week")


def test_search_leads_to_paragraphs(tmp_path: Path, coverage: list[str]) -> None:
    record = record_of(tmp_path / "r.db", coverage)
    (hit,) = record.search("ship waiting")
    article = next(a for a in record.articles() if a.id == hit.article)
    assert article.text[hit.span] == "About 3,000 ships are waiting."


def test_reading_without_a_record() -> None:
    read = onrecord.read("Mira Holt said on Tuesday that talks will start next month.", published="2031-05-09")
    assert [t.value for t in read.reading.timexes] == ["2031-05-06", "2031-06"]
    undated = onrecord.read("Mira Holt said on Tuesday that talks will start next month.")
    assert all(t.value is None and t.reason for t in undated.reading.timexes)


def test_dates_alone_load_no_language_pipeline() -> None:
    code = (
        "import sys, onrecord;"
        "print([t.value for t in onrecord.timexes('By Friday.\\nIn 2029.', published='2031-05-06')]);"
        "print([m for m in ('spacy', 'sqlalchemy', 'lxml', 'trafilatura') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.splitlines()
    assert out == ["['2031-05-09', '2029']", "[]"]


def test_killed_at_any_moment_the_same_command_finishes_the_work(tmp_path: Path, coverage: list[str]) -> None:
    whole = to_json(record_of(tmp_path / "whole.db", coverage).entries())
    settings = tmp_path / "s.toml"
    settings.write_text(SETTINGS, encoding="utf-8")
    code = "from onrecord.serve.cli import main; main()"
    command = [sys.executable, "-c", code, "add", str(tmp_path / "r.db"), *coverage, "--settings", str(settings)]
    started = time.monotonic()
    subprocess.run([*command[:4], str(tmp_path / "timed.db"), *command[5:]], check=True, capture_output=True)
    length = time.monotonic() - started
    moment = random.Random(7)
    kept = 0
    for _ in range(3):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(moment.uniform(0.3, 1.0) * length)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        now = len(Record.open(str(tmp_path / "r.db")).store.articles())
        assert now >= kept, "an article that was on disk is gone"
        kept = now
    subprocess.run(command, check=True, capture_output=True)
    assert to_json(Record.open(str(tmp_path / "r.db")).entries()) == whole


def test_a_text_fetched_again_supersedes_the_earlier_one(tmp_path: Path) -> None:
    path = tmp_path / "canal.jsonl"
    said = (
        "Valdoria and Karsia will hold talks in Lindhaven on May 20 about the canal that has been closed since winter, "
    )
    said += "Foreign Minister Mira Holt said Friday. “We want the canal open again,” Holt told reporters."
    line = {"title": "Canal", "url": "https://courier.example/canal", "published": "2031-05-04", "text": said}
    later = {**line, "text": said.replace("May 20", "May 27"), "modified": "2031-05-06T08:00"}
    records = []
    for n, order in enumerate(((line, later), (later, line))):
        record = Record.open(str(tmp_path / f"{n}.db"))
        for one in order:
            path.write_text(json.dumps({"modified": "2031-05-04T09:00", **one}), encoding="utf-8")
            assert record.add([str(path)], settings=Settings.from_toml(SETTINGS)).added
        records.append(record)
    entries = records[0].entries()
    assert to_json(entries) == to_json(records[1].entries())
    ((newest,), (earlier,)) = entries.articles, entries.superseded
    assert "May 27" in newest.article.content
    assert (earlier.by, "May 20" in earlier.article.content) == (newest.article.id, True)
    assert len([q for q in entries.quotes if q.kind == "direct"]) == 1
    assert {q.content[0].article for q in entries.quotes} == {newest.article.id}
    assert records[0].store.capture(earlier.article).data.decode() == said
    (of_then,) = records[0].entries(as_of="2031-05-05").articles
    assert of_then.article.id == earlier.article.id


def test_the_queue_follows_what_is_added_ruled_and_taken_out(tmp_path: Path, coverage: list[str]) -> None:
    settings = tmp_path / "settings.toml"
    settings.write_text(SETTINGS, encoding="utf-8")
    with Record.open(str(tmp_path / "canal.db")) as record:
        record.add(coverage, settings=Settings.from_file(settings))
        assert record.review() is record.review()
        event = next(e for e in record.events() if e.confidence is not None)
        record.rule(Ruling("accept", "events", event.id, exact=event.evidence.exact))
        assert event.id not in {d.id for d in record.review()}
        assert next(e for e in record.events() if e.id == event.id).confidence is None
        record.remove(event.evidence.article)
        first = record.review()[0]
        assert (first.kind, first.id, first.words) == ("orphaned", event.id, event.evidence.exact)
        record.rule(settle(first, "accept"))
        assert event.id not in {d.id for d in record.review()}
