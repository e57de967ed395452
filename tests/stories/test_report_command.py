"""`report --xlsx` at the terminal: what it writes, and what it says where it cannot."""

from __future__ import annotations

import asyncio
import csv
import json
import sys
from codecs import BOM_UTF8
from pathlib import Path

import pytest

from bot.cli import main
from reports.csv_leads import harmless
from tests.storage.opened import opened
from tests.stories.desk import Desk
from tests.stories.test_summary import a_day_at_work

DAYS = ("--from", "2026-11-23", "--to", "2026-11-23")


class Terminal:
    def __init__(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setenv("DATABASE_URL", desk.address)
        self._monkeypatch, self._capsys = monkeypatch, capsys
        self.out = self.errors = ""

    async def runs(self, *words: str) -> int:
        """The exit code."""
        self._monkeypatch.setattr(sys, "argv", ["fairlead", "report", *DAYS, *words])
        code = await asyncio.to_thread(_code)
        self.out, self.errors = self._capsys.readouterr()
        return code


def hidden(folder: Path) -> list[str]:
    return [file.name for file in folder.glob(".*")]


def _code() -> int:
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


@pytest.fixture
def terminal(desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(desk, monkeypatch, capsys)


async def test_the_file_and_the_json_are_of_the_same_leads(
    desk: Desk, terminal: Terminal, tmp_path: Path
) -> None:
    await a_day_at_work(desk)
    file = tmp_path / "отчёт.xlsx"
    file.write_text("an earlier one")
    assert await terminal.runs("--json", "--xlsx", str(file)) == 0, terminal.errors
    told, book = json.loads(terminal.out), opened(file.read_bytes())
    assert told["leads"]["in"] == len(book.lines("Лиды")) == 4
    assert told["leads"]["amount"] == book.total("Лиды")["Сумма продаж"] == 120_000
    by_name = {line["Менеджер"]: line for line in book.lines("Менеджеры")}
    for manager in told["managers"]:
        line = by_name[manager["name"]]
        counted = (line["Предложено"], line["Всего лидов"], line["Продажи"], line["Сумма продаж"])
        assert counted == (manager["offered"], manager["claimed"], manager["won"], manager["amount"])
        assert line["Недополучил лидов"] == pytest.approx(manager["balance"], abs=1e-6)
    assert book.lines("Лиды")[0]["Телефон"] == "+7 843 200-00-00", "whoever runs it owns the database"
    assert file.stat().st_mode & 0o077 == 0 and not hidden(tmp_path)


async def test_the_csv_has_the_lines_of_the_workbook_as_a_russian_sheet_reads_them(
    desk: Desk, terminal: Terminal, tmp_path: Path
) -> None:
    await a_day_at_work(desk)
    table, book = tmp_path / "лиды.csv", tmp_path / "a.xlsx"
    assert await terminal.runs("--json", "--csv", str(table), "--xlsx", str(book)) == 0, terminal.errors
    assert table.read_bytes().startswith(BOM_UTF8) and table.stat().st_mode & 0o077 == 0
    rows = list(csv.DictReader(table.read_text("utf-8-sig").splitlines(), delimiter=";"))
    lines = opened(book.read_bytes()).lines("Лиды")
    assert [row["Телефон"] for row in rows] == [line["Телефон"] or "" for line in lines]
    assert list(rows[0]) == list(lines[0])
    assert [row["Сумма продаж"] for row in rows if row["Сумма продаж"]] == ["120000,00"]
    assert [row["Передан"] for row in rows] == [str(line["Передан"])[:19] for line in lines]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-2+3", "'-2+3"),
        ("+7 843 200-00-00", "+7 843 200-00-00"),
        ("+7 843 200-00-00 =cmd", "'+7 843 200-00-00 =cmd"),
        ("\tокна", "'\tокна"),
        ("окна = двери", "окна = двери"),
    ],
)
def test_no_text_becomes_a_formula(typed: str, written: str) -> None:
    assert harmless(typed) == written


async def test_without_json_the_table_is_shown_all_the_same(
    desk: Desk, terminal: Terminal, tmp_path: Path
) -> None:
    await desk.lead()
    assert await terminal.runs("--xlsx", str(tmp_path / "a.xlsx")) == 0
    assert "Managers" in terminal.out and (tmp_path / "a.xlsx").exists()


async def test_a_place_where_nothing_can_be_written_is_one_clear_line(
    desk: Desk, terminal: Terminal, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    for place, words in {
        str(tmp_path): "is a folder, a file has to have a name",
        str(tmp_path / "nowhere" / "a.xlsx"): "cannot be written: No such file or directory",
        str(tmp_path / "file" / "a.xlsx"): "cannot be written: Not a directory",
        str(tmp_path / ("x" * 300)): "cannot be written: File name too long",
        "": "is a folder, a file has to have a name",
    }.items():
        assert await terminal.runs("--xlsx", place) == 2
        assert terminal.out == ""
        assert terminal.errors == f"--xlsx: {Path(place)} {words}\n"


async def test_where_it_fails_the_earlier_file_stays(
    desk: Desk, terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a.xlsx"
    file.write_text("an earlier one")
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path}/none.db")
    assert await terminal.runs("--xlsx", str(file)) == 1
    assert file.read_text() == "an earlier one" and not hidden(tmp_path)


async def test_a_day_on_which_nothing_came_in_has_a_chart_too(
    desk: Desk, terminal: Terminal, tmp_path: Path
) -> None:
    assert (
        await terminal.runs("--png", str(tmp_path / "empty.png"), "--xlsx", str(tmp_path / "empty.xlsx")) == 0
    )
    assert (tmp_path / "empty.png").read_bytes().startswith(b"\x89PNG")
