"""What a stranger gets: a ZIP that checks itself, with nothing personal in it."""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlalchemy import delete, update

from files.bundle import check
from files.bundle.writing import line_of, write_bundle
from leads.entries.duty import LotThrown
from leads.entries.kinds import KINDS, OF_A_LEAD, Entry
from leads.proof.forms import check_forms
from leads.schemes import SCHEMES
from storage import ledger
from storage.tables.leads import ledger as rows
from storage.tables.office import offices
from tests.offices import LOTTERY, OFFICE
from tests.stories.desk import Desk, office
from tests.stories.test_seal import seals
from tests.stories.test_workbook import documents
from tests.stories.words import CLAIM, SALE, SKIP
from tests.stranger.ledgers import busy, sealed

ROOT = Path(__file__).parents[2]
BUNDLE = "Журнал для проверки"


def export(database: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "DATABASE_URL": f"sqlite+aiosqlite:///{database}"}
    command = [sys.executable, "-m", "bot", "ledger", "export", *words]
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", timeout=120, check=False
    )


def checked(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """By the program that lies beside the ledger, on a computer without Fairlead."""
    command = [sys.executable, "-I", "check.py", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, encoding="utf-8", timeout=60, check=False)


async def a_day(desk: Desk) -> None:
    for words in (CLAIM, SALE, SKIP):
        if words == CLAIM:
            await desk.lead("Клиент Рустам 8 (843) 200-00-11, окна")
        manager = next(p for p in (desk.petrov, desk.sidorova, desk.ivanov) if p.has(words))
        await manager.taps(words)


@pytest.mark.waits
async def test_what_is_exported_is_checked_without_the_program(tmp_path: Path) -> None:
    async with office(tmp_path, OFFICE) as desk:
        await a_day(desk)
        head = (await desk.verifies()).splitlines()[2].removeprefix("head: ")
        database = tmp_path / "fairlead.db"
        target = tmp_path / "ledger.zip"
        ended = export(database, str(target))
        assert (ended.returncode, ended.stderr) == (0, "")
        assert ended.stdout.split() == f"{target}: {head.partition(':')[0]} entries, head: {head}".split()
        with ZipFile(target) as bundle:
            assert sorted(bundle.namelist()) == ["README.txt", "check.py", "ledger.jsonl"]
            bundle.extractall(tmp_path / "far")
        everything = (tmp_path / "far/ledger.jsonl").read_text("utf-8")
        assert not re.search("Рустам|8432000011|200-00|окна|Петров", everything)
        told = checked(tmp_path / "far", "--head", head)
        assert (told.returncode, told.stderr) == (0, "")
        assert told.stdout.splitlines()[-1] == f"head: {head}"
        shutil.copy(tmp_path / "far/ledger.jsonl", tmp_path / "kept")
        forged = everything.replace('\\"outcome\\":\\"won\\"', '\\"outcome\\":\\"lost\\"')
        assert forged != everything
        (tmp_path / "far/ledger.jsonl").write_text(forged, "utf-8")
        told = checked(tmp_path / "far")
        assert told.returncode == 1
        assert re.fullmatch(r"entry \d+: does not match its seal\n", told.stdout)


@pytest.mark.waits
def test_what_cannot_be_exported_is_said_in_a_line(tmp_path: Path) -> None:
    ended = export(tmp_path / "none.db", str(tmp_path / "ledger.zip"))
    assert (ended.returncode, ended.stdout) == (1, "")
    assert len(ended.stderr.splitlines()) == 1
    ended = export(tmp_path / "none.db", str(tmp_path / "nowhere/ledger.zip"))
    assert ended.returncode == 2
    assert "there is no folder" in ended.stderr
    assert not list(tmp_path.iterdir())


async def test_up_to_an_entry(tmp_path: Path) -> None:
    async with office(tmp_path) as desk:
        await a_day(desk)
        file = io.BytesIO()
        async with desk.database.reading() as store:
            found = write_bundle(store, file, desk.clock.now(), until=7)
        assert found.head and found.head.seq == 7
        with ZipFile(file) as bundle:
            assert len(bundle.read("ledger.jsonl").splitlines()) == 7


async def test_a_lot_of_a_week_that_is_not_drawn_yet_is_nowhere_in_clear(tmp_path: Path) -> None:
    async with office(tmp_path, LOTTERY) as desk:
        await desk.petrov.taps("7")
        file = io.BytesIO()
        async with desk.database.reading() as store:
            write_bundle(store, file, desk.clock.now())
        with ZipFile(file) as bundle:
            lines = [json.loads(line) for line in bundle.read("ledger.jsonl").decode().splitlines()]
        thrown = [json.loads(line["body"]) for line in lines if line["kind"] == "lot_thrown"]
        assert not any(isinstance(body.get("lot"), int) for body in thrown)
        await desk.passes(days=7)
        file = io.BytesIO()
        async with desk.database.reading() as store:
            found = write_bundle(store, file, desk.clock.now())
        assert found.head
        with ZipFile(file) as bundle:
            office_, last = check.check(bundle.read("ledger.jsonl").decode().splitlines())
        assert last == str(found.head)
        assert office_.counts["draws"]


async def test_an_export_ends_before_a_lot_that_an_older_version_wrote_in_clear(tmp_path: Path) -> None:
    async with office(tmp_path, LOTTERY) as desk:
        async with desk.database.writing() as store:
            before = ledger.length(store)
            thrown = Entry(None, LotThrown("rest", date(2026, 11, 30), "petrov", 7))
            ledger.append(store, [thrown], desk.clock.now())
        file = io.BytesIO()
        async with desk.database.reading() as store:
            found = write_bundle(store, file, desk.clock.now())
            later = write_bundle(store, io.BytesIO(), desk.clock.now() + timedelta(days=30))
        assert found.hidden == before + 1
        assert found.head and found.head.seq == before
        assert later.hidden is None, "a week that is over is drawn no more"
        async with desk.database.writing() as store:  # what is left has to hold
            store.execute(delete(rows).where(rows.c.seq > before))
            store.execute(update(offices).values(ledger_length=before))


async def test_the_director_has_it_with_a_tap_under_the_evenings_seal(tmp_path: Path) -> None:
    async with office(tmp_path) as desk:
        await a_day(desk)
        await desk.passes(hours=9)
        (head,) = seals(desk.orlova)
        await desk.orlova.taps(BUNDLE)
        document = documents(desk.orlova)[-1]
        file = desk.telegram.files.get(document.raw["document"]["file_id"])
        with ZipFile(io.BytesIO(file.upload.data)) as bundle:
            _, last = check.check(bundle.read("ledger.jsonl").decode().splitlines(), parsed(head))
        assert last.partition(":")[0] in document.text


def parsed(head: str) -> tuple[int, str]:
    number, _, seal = head.partition(":")
    return int(number), seal


def test_check_knows_every_kind_and_every_scheme() -> None:
    known = {*check.OF_LEADS, *check.OF_OFFICE, *check.WITHOUT_EFFECT}
    assert known == set(KINDS)
    assert set(check.OF_LEADS) <= OF_A_LEAD
    assert not set(check.OF_OFFICE) & OF_A_LEAD
    assert set(check.SCHEMES) == set(SCHEMES)


def test_check_uses_the_standard_library_alone() -> None:
    text = Path(check.__file__).read_text("utf-8")
    imported = {
        line.split()[1].split(".")[0] for line in text.splitlines() if re.match("(from|import) ", line)
    }
    assert imported <= sys.stdlib_module_names


def test_a_head_that_was_published_must_be_in_it() -> None:
    entries = sealed(busy())
    lines = list(map(line_of, entries))
    assert check.check(lines, (60, entries[59].seal[:32]))[1] == f"{len(entries)}:{entries[-1].seal}"
    for head in ((60, "0" * 32), (len(entries) + 1, "0" * 32)):
        with pytest.raises(check.DoesNotHoldError, match=f"entry {head[0]}"):
            check.check(lines, head)


def test_nothing_that_anybody_has_typed_can_stand_in_it() -> None:
    for told in busy():
        check_forms(told.kind, told.said)
    assert replace(busy()[0]).kind in KINDS
