"""A whole record on SQLite and on PostgreSQL: the same command line, the same bytes."""

from __future__ import annotations

import threading
from pathlib import Path

from click.testing import CliRunner

from onrecord.pipeline import Record
from onrecord.serve.cli import cli
from onrecord.serve.export_json import to_json

NEWS = {
    "first.txt": "Estmark, 4 May 2031\n\nValdoria and Karsia will meet in Lindhaven on May 20, Mira Holt, the foreign "
    "minister of Valdoria, said.\n",
    "second.txt": "Tolm, 8 May 2031\n\n“If the fee is refused, we will close the canal,” said Anton Rell, president "
    "of Karsia.\n",
}


def coverage(folder: Path) -> list[str]:
    for name, text in NEWS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [str(folder / name) for name in NEWS]


def test_the_command_line_keeps_the_same_record_on_both(location: str, tmp_path: Path) -> None:
    run = CliRunner().invoke
    added = run(cli, ["add", location, *coverage(tmp_path)])
    assert added.exit_code == 0, added.output
    exported = run(cli, ["export", location])
    assert exported.exit_code == 0, exported.output
    with Record.open(str(tmp_path / "beside.db")) as beside:
        beside.add([str(tmp_path / "second.txt"), str(tmp_path / "first.txt")])
        assert to_json(beside.entries()) == exported.stdout
    assert "2 known" in run(cli, ["add", location, *coverage(tmp_path)]).stderr
    assert run(cli, ["export", location]).stdout == exported.stdout


def test_two_that_add_at_once_make_one_record(location: str, tmp_path: Path) -> None:
    sources = coverage(tmp_path)
    Record.open(location).close()
    failed: list[BaseException] = []

    def add() -> None:
        try:
            with Record.open(location) as record:
                record.add(sources)
        except BaseException as e:
            failed.append(e)

    threads = [threading.Thread(target=add) for _ in range(3)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert failed == []
    with Record.open(location) as record:
        assert sorted(a.file for a in record.articles()) == sorted(NEWS)
