"""`python -m bot import` as it is called, in process."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bot.cli import main
from tests.files.past.files import csv_of, row
from tests.offices import OFFICE

FILE = csv_of([row(manager="petrov", outcome="won", amount="100"), row(manager="Ренат", segment="Двери")])


@pytest.fixture
def fairlead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an office file and a file of past leads, and no database yet."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", "sqlite+aiosqlite:///fairlead.db")
    (tmp_path / "office.toml").write_text(OFFICE, "utf-8")
    (tmp_path / "leads.csv").write_text(FILE, "utf-8")
    return tmp_path


def run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *words: str
) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["fairlead", *words])
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr()
    return int(ended.value.code or 0), said.out, said.err


def test_from_an_empty_folder_to_an_office_with_a_past(
    fairlead: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fairly(*words: str) -> tuple[int, str, str]:
        return run(capsys, monkeypatch, *words)

    code, out, err = fairly("import", "leads.csv")
    assert (code, out) == (1, "") and err.startswith("there is no office in this database yet")
    assert not (fairlead / "fairlead.db").exists(), "looking makes nothing"
    assert fairly("office", "load", "office.toml")[0] == 0
    code, out, err = fairly("import", "leads.csv")
    assert (code, out) == (2, "")
    known = "there are tatarstan, rest, or --create makes what is missing"
    assert err.splitlines() == [f'leads.csv:3: segment: unknown: "Двери"; {known}']
    code, out, err = fairly("import", "leads.csv", "--create")
    assert (code, err) == (0, "")
    made = "people created: Ренат (renat); segments created: Двери (dveri)"
    assert out == f"leads.csv: 2 leads imported, 0 were there already; {made}\n"
    assert fairly("import", "leads.csv")[1] == "leads.csv: 0 leads imported, 2 were there already\n"
    assert fairly("verify")[0] == 0
