"""Input that cannot be read: one line naming it and why, the rest goes on, what was kept stays."""

from __future__ import annotations

import importlib
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from onrecord.errors import NotARecord, OnrecordError
from onrecord.pipeline import Record
from onrecord.serve.cli import cli

GOOD = (
    "Talks between Valdoria and Karsia will open on 5 May 2031 in Lindhaven, officials said.\n\n"
    "“The canal must open,” Mira Holt, the foreign minister, said in Estmark – her first word on the café accord.\n"
)
PAGE = (
    "<html><head><title>Canal talks</title></head><body><article><h1>Canal talks open in Lindhaven</h1>"
    "<p>Delegations of Valdoria and Karsia opened talks in Lindhaven on Monday, officials of both sides said, and "
    "will go on for three days before anything is made public.</p><p>“The canal must open again,” said Mira Holt, "
    "the foreign minister of Valdoria, before the meeting, which her office had put off twice since April.</p>"
    "</article></body></html>"
)


@pytest.fixture
def good(tmp_path: Path) -> str:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, encoding="utf-8")
    return str(path)


def add(tmp_path: Path, *sources: str) -> Result:
    return CliRunner().invoke(cli, ["add", str(tmp_path / "r.db"), *sources])


def files(tmp_path: Path) -> list[str]:
    return sorted(a.file for a in Record.open(str(tmp_path / "r.db")).articles())


REFUSED: dict[str, tuple[str, bytes, str]] = {
    "empty": ("empty.txt", b"", "empty"),
    "blank": ("blank.html", b" \n\t\n", "empty"),
    "binary": ("noise.txt", bytes(range(256)) * 50, "binary"),
    "picture": ("map.html", b"\x89PNG\r\n\x1a\n" + bytes(500), "picture"),
    "document": ("brief.txt", b"%PDF-1.7\n" + b"x" * 500, "PDF"),
    "no article": ("menu.html", b"<html><body><nav><a href=/>Home</a></nav></body></html>", "article"),
    "50 MB": ("huge.html", b"<html><body><p>" + b"word " * 10_000_000 + b"</p></body></html>", "too large"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "data", "reason"), REFUSED.values(), ids=REFUSED.keys())
def test_what_cannot_be_read_is_named_in_one_line_and_the_rest_is_kept(
    tmp_path: Path, good: str, name: str, data: bytes, reason: str
) -> None:
    bad = tmp_path / name
    bad.write_bytes(data)
    result = add(tmp_path, str(bad), good)
    assert result.exit_code == 1
    assert result.stdout == ""
    lines = [line for line in result.stderr.splitlines() if name in line]
    assert len(lines) == 1
    assert reason in lines[0]
    assert files(tmp_path) == ["good.txt"]


def test_a_path_that_does_not_exist(tmp_path: Path, good: str) -> None:
    result = add(tmp_path, str(tmp_path / "absent.html"), good)
    assert result.exit_code == 1
    assert f"{tmp_path / 'absent.html'}: no such file or folder" in result.stderr
    assert files(tmp_path) == ["good.txt"]


def test_a_folder_of_which_nothing_can_be_read(tmp_path: Path, good: str) -> None:
    folder = tmp_path / "pictures"
    folder.mkdir()
    (folder / "map.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    result = add(tmp_path, str(folder), good)
    assert result.exit_code == 1
    assert len([line for line in result.stderr.splitlines() if str(folder) in line]) == 1
    assert files(tmp_path) == ["good.txt"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_other_encodings_are_read_for_what_they_are(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(GOOD.encode(encoding))
    assert add(tmp_path, str(path)).exit_code == 0
    (article,) = Record.open(str(tmp_path / "r.db")).articles()
    assert article.content.lstrip("\ufeff") == GOOD


def test_latin_1_keeps_its_letters(tmp_path: Path) -> None:
    plain = GOOD.replace("“", '"').replace("”", '"').replace("–", "-")
    (tmp_path / "article.txt").write_bytes(plain.encode("latin-1"))
    assert add(tmp_path, str(tmp_path / "article.txt")).exit_code == 0
    assert Record.open(str(tmp_path / "r.db")).articles()[0].content == plain


def test_a_broken_page_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    (tmp_path / "broken.html").write_text(PAGE.replace("</p>", "").replace("</h1>", "<b>")[: -len("</article>") - 20])
    assert add(tmp_path, str(tmp_path / "broken.html")).exit_code == 0
    assert "The canal must open again" in Record.open(str(tmp_path / "r.db")).articles()[0].content


@pytest.mark.parametrize("door", ["onrecord.clean.article.clean", "onrecord.extract.reading.extract"])
def test_a_fault_of_ours_in_one_article_does_not_cost_the_others(
    tmp_path: Path, good: str, door: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, name = door.rsplit(".", 1)
    sound = getattr(importlib.import_module(room), name)

    def faulty(of: Any, *rest: Any) -> Any:
        if of.file == "odd.txt":
            raise ZeroDivisionError("by chance")
        return sound(of, *rest)

    odd = tmp_path / "odd.txt"
    odd.write_text(GOOD.replace("Lindhaven", "Halden"), encoding="utf-8")
    with monkeypatch.context() as m:
        m.setattr(door, faulty)
        result = add(tmp_path, str(odd), good)
    assert result.exit_code == 1
    (line,) = [line for line in result.stderr.splitlines() if "odd.txt" in line]
    assert "fault of this program" in line
    assert add(tmp_path, str(odd), good).exit_code == 0  # the fault is mended: nothing was lost
    assert files(tmp_path) == ["good.txt", "odd.txt"]


def test_what_was_kept_before_stays(tmp_path: Path, good: str) -> None:
    assert add(tmp_path, good).exit_code == 0
    (tmp_path / "empty.txt").write_bytes(b"")
    assert add(tmp_path, str(tmp_path / "empty.txt")).exit_code == 1
    again = add(tmp_path, good)
    assert again.exit_code == 0
    assert "0 added, 1 known, 0 refused" in again.stderr
    assert files(tmp_path) == ["good.txt"]


@pytest.mark.parametrize(
    "data", [b"Not a record at all", b"SQLite format 3\x00" + b"\x07" * 200], ids=["text", "damaged"]
)
def test_a_file_that_is_no_record_is_left_as_it_is(tmp_path: Path, good: str, data: bytes) -> None:
    path = tmp_path / "r.db"
    path.write_bytes(data)
    result = add(tmp_path, good)
    assert isinstance(result.exception, NotARecord)
    assert str(path) in str(result.exception)
    assert "\n" not in str(result.exception)
    assert path.read_bytes() == data


def test_a_database_of_another_program_is_left_as_it_is(tmp_path: Path, good: str) -> None:
    path = tmp_path / "r.db"
    with sqlite3.connect(path) as c:
        c.execute("CREATE TABLE recipes (name TEXT)")
    before = path.read_bytes()
    assert isinstance(add(tmp_path, good).exception, NotARecord)
    assert path.read_bytes() == before


def test_a_record_of_a_newer_version_is_left_as_it_is(tmp_path: Path, good: str) -> None:
    assert add(tmp_path, good).exit_code == 0
    path = tmp_path / "r.db"
    with sqlite3.connect(path) as c:
        c.execute("UPDATE alembic_version SET version_num = '9999'")
    c.close()
    before = path.read_bytes()
    error = add(tmp_path, good).exception
    assert isinstance(error, NotARecord)
    assert "newer version" in str(error)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", ["parties = 5", "[[parties]]\nkind = 'state'", "= nonsense", "colour = 'red'"])
def test_settings_that_cannot_be_understood(tmp_path: Path, good: str, content: str) -> None:
    settings = tmp_path / "s.toml"
    settings.write_text(content)
    result = CliRunner().invoke(cli, ["add", str(tmp_path / "r.db"), good, "--settings", str(settings)])
    assert isinstance(result.exception, OnrecordError)
    assert str(settings) in str(result.exception)
    assert not (tmp_path / "r.db").exists()
