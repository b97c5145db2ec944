"""Folders, files, JSONL, feeds and standard input become captures; bad input is refused and named."""

from __future__ import annotations

import io
import json
import os
import sys
from pathlib import Path

import pytest

from onrecord.articles import Capture
from onrecord.capture import files
from onrecord.capture.sources import captures
from onrecord.errors import Refused

TEXT = "Valdoria will answer the Karsian note on Friday, the ministry said.\n"
PAGE = "<html><body><p>Karsia welcomed the offer.</p></body></html>"


def read(*sources: object) -> tuple[list[Capture], list[Refused]]:
    refused: list[Refused] = []
    return list(captures([str(s) for s in sources], refused.append)), refused


def test_a_folder_is_read_recursively_in_the_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.md").write_text(TEXT)
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "c.txt").write_text(TEXT)
    (tmp_path / ".hidden.txt").write_text(TEXT)
    (tmp_path / "settings.toml").write_text("model = 'x'")
    (tmp_path / "map.png").write_bytes(b"\x89PNG\r\n")
    got, refused = read(tmp_path)
    assert [(c.file, c.media) for c in got] == [("a.html", "html"), ("two.md", "text"), ("c.txt", "text")]
    assert refused == []


def test_the_parts_of_a_saved_page_are_no_articles(tmp_path: Path) -> None:
    (tmp_path / "talks.html").write_text(PAGE)
    (tmp_path / "talks_files").mkdir()
    (tmp_path / "talks_files" / "frame.html").write_text(PAGE)
    assert [c.file for c in read(tmp_path)[0]] == ["talks.html"]


def test_a_file_is_read_once_however_often_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    os.symlink(tmp_path, tmp_path / "loop")
    got, refused = read(tmp_path / "a.txt", tmp_path)
    assert [c.file for c in got] == ["a.txt"]
    assert refused == []


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b" \n\n", "empty"),
        ("scan.txt", b"%PDF-1.7 ...", "a PDF, not a page or a text"),
        ("noise.html", bytes(range(256)) * 20, "a binary file, not a page or a text"),
        ("data.xml", b"<?xml version='1.0'?><ledger/>", "XML, but neither a feed nor a page"),
    ],
)
def test_what_cannot_be_read_is_refused_and_the_run_goes_on(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    bad, good = tmp_path / name, tmp_path / "good.txt"
    bad.write_bytes(data)
    good.write_text(TEXT)
    got, refused = read(bad, good)
    assert [c.file for c in got] == ["good.txt"]
    assert [(r.source, r.reason) for r in refused] == [(str(bad), reason)]


def test_a_missing_path_and_a_folder_of_nothing_are_named(tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    _, refused = read(tmp_path / "absent.txt", tmp_path / "absent.jsonl", tmp_path / "bare", "nul\0byte.txt")
    assert [r.reason for r in refused[:3]] == [
        "no such file or folder",
        "no such file or folder",
        "nothing in this folder can be read as an article",
    ]
    assert len(refused) == 4


def test_a_page_that_is_too_large_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LARGEST", 1000)
    (tmp_path / "huge.html").write_text("x" * 2000)
    _, refused = read(tmp_path / "huge.html")
    assert len(refused) == 1
    assert refused[0].reason.startswith("too large")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_is_decoded_in_its_own_encoding(tmp_path: Path, encoding: str) -> None:
    words = "The café in Estmark, où the envoys met, was closed on Monday afternoon.\r\n" * 3
    (tmp_path / "a.txt").write_bytes(words.encode(encoding))
    got, refused = read(tmp_path / "a.txt")
    assert refused == []
    assert got[0].data.decode(got[0].encoding or "") == words


def test_a_page_says_its_own_charset(tmp_path: Path) -> None:
    page = '<meta charset="iso-8859-5"><p>Переговоры начнутся в пятницу</p>'
    (tmp_path / "a.html").write_bytes(page.encode("iso-8859-5"))
    assert read(tmp_path / "a.html")[0][0].encoding == "iso8859-5"


def test_a_bad_line_of_jsonl_is_refused_by_its_number(tmp_path: Path) -> None:
    lines = [
        json.dumps({"title": "Talks set", "text": TEXT, "date": "2031-03-03", "source": "Harbour Post"}),
        "{not json",
        "",
        json.dumps({"title": "No text"}),
        json.dumps({"html": PAGE, "url": "https://post.example/a", "author": ["Mira Aldane", "Joran Pell"]}),
    ]
    path = tmp_path / "all.jsonl"
    path.write_text("\n".join(lines))
    got, refused = read(path)
    assert [c.media for c in got] == ["text", "html"]
    assert got[0].known == {"title": "Talks set", "published": "2031-03-03", "outlet": "Harbour Post"}
    assert got[1].known["byline"] == "Mira Aldane, Joran Pell"
    assert [r.source.rsplit(":", 1)[1] for r in refused] == ["2", "4"]


def test_an_article_of_a_jsonl_keeps_its_name_when_lines_are_added(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    path.write_text(json.dumps({"text": TEXT}))
    before = read(path)[0][0].file
    path.write_text(json.dumps({"text": "Another."}) + "\n" + json.dumps({"text": TEXT}))
    assert read(path)[0][1].file == before


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Straits talks</title>
<item><title>Talks set</title><link>pages/a.html</link><pubDate>Mon, 03 Mar 2031 18:40:00 +0100</pubDate>
<source url="https://post.example">Harbour Post</source></item>
<item><title>Gone</title><link>https://post.example/gone.html</link></item></channel></rss>"""


def test_a_feed_tells_of_the_pages_saved_beside_it(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.html").write_text(PAGE)
    (tmp_path / "feed.xml").write_text(FEED)
    whole, refused = read(tmp_path)
    assert [c.file for c in whole] == ["a.html"]
    assert whole[0].known["outlet"] == "Harbour Post"
    assert whole[0].known["published"] == "Mon, 03 Mar 2031 18:40:00 +0100"
    assert refused == []
    alone, refused = read(tmp_path / "feed.xml")
    assert alone == whole
    assert [r.reason for r in refused] == ["1 of its 2 items are not saved beside it"]


def test_standard_input_is_a_text_a_page_or_jsonl(monkeypatch: pytest.MonkeyPatch) -> None:
    for data, media in ((TEXT, "text"), (PAGE, "html"), (json.dumps({"text": TEXT}), "text")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))
        got, refused = read("-")
        assert [c.media for c in got] == [media]
        assert refused == []
