"""The same past leads as other programs save them, and files of which only a part can be taken."""

from __future__ import annotations

import csv
import sys
import unicodedata
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.cli import main
from files.csv_file import moment
from tests.files.past.files import csv_of, row
from tests.offices import OFFICE

MOSCOW = ZoneInfo("Europe/Moscow")
WORDS = "Ёлкин, балкон\nперезвонить, й"
FILE = csv_of(
    [row(name="Андрей Ёлкин", text=WORDS, manager="petrov", outcome="won", amount="100"), row(text="двери")]
)

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def fairly(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """The command line in a folder with an office."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", "sqlite+aiosqlite:///fairlead.db")
    (tmp_path / "office.toml").write_text(OFFICE, "utf-8")

    def run(*words: str) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["fairlead", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        return int(ended.value.code or 0), said.out, said.err

    assert run("office", "load", "office.toml")[0] == 0
    return run


OTHER_PROGRAMS: dict[str, Callable[[str], bytes]] = {
    "with Windows' ends of lines": lambda text: text.replace("\n", "\r\n").encode(),
    "with the ends of lines of old Macs inside quotes": lambda text: text.replace(
        "балкон\nперезвонить", "балкон\rперезвонить"
    ).encode(),
    "with letters and marks apart": lambda text: unicodedata.normalize("NFD", text).encode(),
    "with a mark at the beginning": lambda text: text.encode("utf-8-sig"),
    "with every cell in quotes": lambda text: _quoted(text).encode(),
    "with spaces around": lambda text: text.replace(",petrov,", ", petrov ,").encode(),
}


def _quoted(text: str) -> str:
    from io import StringIO

    out = StringIO()
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows(csv.reader(StringIO(text, newline="")))
    return out.getvalue()


@pytest.mark.parametrize("save", OTHER_PROGRAMS.values(), ids=OTHER_PROGRAMS)
def test_the_same_file_saved_by_another_program_brings_nothing(
    fairly: Run, save: Callable[[str], bytes]
) -> None:
    Path("leads.csv").write_text(FILE, "utf-8")
    assert fairly("import", "leads.csv")[1] == "leads.csv: 2 leads imported, 0 were there already\n"
    Path("again.csv").write_bytes(save(FILE))
    assert Path("again.csv").read_bytes() != Path("leads.csv").read_bytes()
    assert fairly("import", "again.csv")[1] == "again.csv: 0 leads imported, 2 were there already\n"
    assert fairly("verify")[0] == 0


@pytest.mark.parametrize(
    ("since", "said", "meant"),
    [
        ("2026-03-20T10:14", "2026-03-20", "2026-03-20T10:14"),
        ("2026-03-20T10:14", "2026-03-21", "2026-03-21T00:00"),
        ("2026-03-20T10:14", "2026-03-19", "2026-03-19T00:00"),
        ("2026-03-20T10:14", "20260320", "2026-03-20T10:14"),
        ("2026-03-20T23:59", "2026-03-20", "2026-03-20T23:59"),
        ("2026-03-20T00:00", "2026-03-20", "2026-03-20T00:00"),
        ("2026-03-20T10:14", "2026-03-20T00:00", "2026-03-20T00:00"),
    ],
)
def test_a_date_alone_is_some_time_of_that_day(since: str, said: str, meant: str) -> None:
    last = datetime.fromisoformat(since).replace(tzinfo=MOSCOW)
    assert moment("closed_at", said, MOSCOW, last) == datetime.fromisoformat(meant).replace(tzinfo=MOSCOW)


def test_leads_that_were_taken_and_closed_on_the_day_they_came_are_taken(fairly: Run) -> None:
    here = "2026-03-20T10:14"
    rows = [
        row(here, manager="petrov", claimed_at="2026-03-20", outcome="won", closed_at="2026-03-20"),
        row(here, manager="petrov", claimed_at="2026-03-20T10:20", outcome="lost", closed_at="2026-03-20"),
        row(here, manager="petrov", outcome="lost", closed_at="2026-03-20"),
    ]
    Path("leads.csv").write_text(csv_of(rows), "utf-8")
    assert fairly("import", "leads.csv") == (0, "leads.csv: 3 leads imported, 0 were there already\n", "")
    Path("before.csv").write_text(csv_of([row(here, outcome="lost", closed_at="2026-03-19")]), "utf-8")
    assert fairly("import", "before.csv")[2] == "before.csv:2: closed_at: is before at\n"


BAD = csv_of(
    [
        row(text="первый", manager="petrov", outcome="won"),
        row(text="кто-то, другой\nвторая строка", manager="Зоя", segment="Новый", outcome="sold"),
        row("вчера", text="третий"),
        row(text="четвёртый", manager="Ольга Новая"),
    ]
)


def test_the_good_rows_are_taken_and_the_bad_ones_can_be_mended_and_imported(fairly: Run) -> None:
    Path("leads.csv").write_text(BAD, "utf-8")
    code, out, _ = fairly("import", "leads.csv", "--create", "--rejects", "bad.csv")
    assert code == 0
    assert out.startswith(
        "leads.csv: 2 leads imported, 0 were there already, 2 rejected into bad.csv; people created: Ольга Новая"
    )
    assert "Зоя" not in out and "Новый" not in out, "whoever only a bad row names is not made"
    header, *rows = csv.reader(Path("bad.csv").read_text("utf-8").splitlines(keepends=True))
    assert header[-1] == "reason" and header[:-1] == BAD.splitlines()[0].split(",")
    assert [row[-1].partition(":")[0] for row in rows] == ["outcome", "at"]
    assert rows[0][header.index("text")] == "кто-то, другой\nвторая строка"
    mended = Path("bad.csv").read_text("utf-8").replace("sold", "won", 1).replace("вчера", "2026-03-20")
    Path("mended.csv").write_text(mended, "utf-8")
    code, out, _ = fairly("import", "mended.csv", "--create", "--rejects", "bad.csv")
    assert code == 0 and out.startswith(
        "mended.csv: 2 leads imported, 0 were there already; people created: Зоя"
    )
    assert not Path("bad.csv").exists(), "nothing is left to mend"
    assert fairly("verify")[0] == 0


def test_without_a_place_for_rejects_one_bad_row_refuses_all(fairly: Run) -> None:
    Path("leads.csv").write_text(BAD, "utf-8")
    code, out, errors = fairly("import", "leads.csv", "--create")
    assert (code, out, len(errors.splitlines())) == (2, "", 2)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("at,price\n2026-10-01,5\n", "unknown column"),
        ('at,text\n2026-10-01,окна\n2026-10-01,"двери\n', "is not CSV"),
    ],
)
def test_what_is_no_such_file_is_refused_with_a_place_for_rejects_too(
    fairly: Run, text: str, words: str
) -> None:
    Path("leads.csv").write_text(text, "utf-8")
    code, out, errors = fairly("import", "leads.csv", "--rejects", "bad.csv")
    assert (code, out) == (2, "") and words in errors
    assert not Path("bad.csv").exists()


def test_the_file_itself_is_no_place_for_rejects_nor_is_one_that_cannot_be_written(fairly: Run) -> None:
    Path("leads.csv").write_text(BAD, "utf-8")
    code, _, errors = fairly("import", "leads.csv", "--rejects", "./leads.csv")
    assert code == 2 and errors.startswith("--rejects: leads.csv is the file that is imported")
    assert Path("leads.csv").read_text("utf-8") == BAD
    code, out, errors = fairly("import", "leads.csv", "--rejects", "nowhere/bad.csv")
    assert (code, out) == (1, "") and "nowhere/bad.csv" in errors
    Path("good.csv").write_text(csv_of([row(text="первый", manager="petrov", outcome="won")]), "utf-8")
    assert "1 leads imported" in fairly("import", "good.csv")[1], "nothing had been stored"
