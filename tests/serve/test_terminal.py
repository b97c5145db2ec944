"""What is printed: tables in a terminal, plain lines into a pipe, findings marked in the text."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from onrecord.pipeline import entries_of, read_text
from onrecord.serve.sheets import Sheet, words
from onrecord.serve.terminal import show, show_reading
from onrecord.settings import Settings
from onrecord.text import Text

SHEET = Sheet(
    "Meetings [1]", ("Status", "Words", "Article"), (("held", "“They met.”", "a.txt"), ("", "[b]again[/b]", "b.txt"))
)


def terminal() -> Console:
    return Console(file=StringIO(), force_terminal=True, width=100, color_system="truecolor")


def printed(console: Console) -> str:
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def test_a_terminal_gets_a_drawn_table_and_markup_in_words_stays_words() -> None:
    console = terminal()
    show([SHEET], console)
    out = printed(console)
    assert "─" in out
    assert "Meetings [1]" in out
    assert "[b]again[/b]" in out


def test_a_pipe_gets_a_line_per_row(capsys: pytest.CaptureFixture[str]) -> None:
    show([SHEET], Console(file=StringIO()))
    assert capsys.readouterr().out == "# Meetings [1]\nheld\t“They met.”\ta.txt\n\t[b]again[/b]\tb.txt\n"


def test_an_empty_section_says_so_beside_the_results(capsys: pytest.CaptureFixture[str]) -> None:
    show([Sheet("Figures", ("Figure", "Article"), ())], Console(file=StringIO()))
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == "nothing of this kind is in the record\n"


def test_findings_are_marked_in_the_text_of_a_reading() -> None:
    read = read_text("“The canal must open,” Mira Holt said on Tuesday.", published="2031-05-09")
    console = terminal()
    show_reading(entries_of(read, Settings()), console)
    out = printed(console)
    assert "\x1b[36mTuesday" in out  # dates are cyan
    assert "6 May 2031" in out
    assert "Mira Holt" in out


def test_words_are_put_in_marks_once_and_on_one_line() -> None:
    text = Text("a", "a.txt", "They met\nagain. “So be it.”")
    assert words(text.evidence(0, 15)) == "“They met again.”"
    assert words(text.evidence(16, 27)) == "“So be it.”"
    assert words(None) == ""
