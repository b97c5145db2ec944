"""Labelled files of each layout, and what is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.bench.brat import attributed
from onrecord.bench.layouts import Timex3, pages, plover, timeml
from onrecord.errors import Stopped
from onrecord.text import Span

TIMEML = """<?xml version="1.0" ?>
<TimeML><DCT><TIMEX3 tid="t0" type="TIME" value="2031-05-10T09:00">05/10/31</TIMEX3></DCT>
<TEXT>
Talks &amp; more <EVENT eid="e1">began</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2031-05-12">Monday</TIMEX3>,
<TIMEX3 tid="t2" type="DATE" value="2031"></TIMEX3>they said.
</TEXT></TimeML>
"""
HEAD = "\tsentence_id\tmarked_sentence\tgold_root\n"


def test_timeml_gives_the_text_without_tags_and_its_expressions(tmp_path: Path) -> None:
    (tmp_path / "one.tml").write_text(TIMEML, encoding="utf-8")
    document = timeml(tmp_path)["one"]
    assert document.text == "\nTalks & more began on Monday,\nthey said.\n"
    assert document.published == "2031-05-10"
    (found,) = document.timexes
    assert found == Timex3(23, 29, "DATE", "2031-05-12")
    assert document.text[found.start : found.end] == "Monday"


def test_a_page_is_parted_from_its_comments(tmp_path: Path) -> None:
    for folder, name, content in (
        ("html", "p.html", "<p>The port.</p>"),
        ("gold", "p.html.corrected.txt", "The port.\n!@#$%^&*()  COMMENTS\nNonsense!\n"),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text(content, encoding="utf-8")
    page = pages(tmp_path)["p"]
    assert page.data == b"<p>The port.</p>"
    assert page.parts.body.strip() == "The port."
    assert page.parts.comments.strip() == "Nonsense!"


@pytest.mark.parametrize(("head", "first", "name"), [("", "", "0"), ("", "17", "17"), ("uid", "x9", "x9")])
def test_a_row_goes_by_its_id_or_by_its_number(tmp_path: Path, head: str, first: str, name: str) -> None:
    row = f"{first}\t4\t<s>Valdoria </s>warned <t>Karsia</t>.\tYIELD\r\n"
    path = tmp_path / "acts.tsv"
    path.write_text(head + HEAD + row, encoding="utf-8")
    ((key, sentence),) = plover(path).items()
    assert key == name
    assert sentence.text == "Valdoria warned Karsia."
    assert (sentence.source, sentence.target) == (Span(0, 8), Span(16, 22))
    assert sentence.type == "CONCEDE"


def test_attributions_are_those_of_the_first_sheet(tmp_path: Path) -> None:
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text" / "a.txt").write_text("Vel said\n  they would go.\n", encoding="utf-8")
    (tmp_path / "text" / "unlabelled.txt").write_text("Nothing.\n", encoding="utf-8")
    sheet = "T1\tSource 0 3\tVel\nT2\tCue 4 8\tsaid\nT3\tContent 11 15;16 24\tthey would go\n"
    (tmp_path / "attributions" / "a_1.ann").write_text(
        sheet + "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n", encoding="utf-8"
    )
    (tmp_path / "attributions" / "a_2.ann").write_text("", encoding="utf-8")
    (document,) = attributed(tmp_path).values()
    (found,) = document.attributions
    assert found == (((0, 3),), ((4, 8),), ((11, 15), (16, 24)))
    assert [document.article.content[b.start : b.end] for b in document.article.blocks] == [
        "Vel said",
        "they would go.",
    ]


@pytest.mark.parametrize("load", [timeml, pages, attributed, plover])
def test_what_is_no_such_data_is_said_plainly(tmp_path: Path, load: object) -> None:
    with pytest.raises(Stopped, match=str(tmp_path)):
        load(tmp_path)  # type: ignore[operator]
