"""`replay --history` as it is called: the office's own weeks beside what other schemes would have brought."""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiosqlite import core

from bot.cli import main
from bot.clock import VirtualClock
from files.office_file import parse_office
from leads.head import parse_head
from leads.lead import Outcome
from leads.schemes import SCHEMES
from reports.replay import events
from reports.replay.events import Answer, Does, Event
from reports.replay.runs import AS_SET_UP
from reports.whatif.trying import FACT
from storage.database import Database
from storage.migrate import migrate
from tests.offices import OFFICE
from tests.reports.replay.conftest import Ended
from tests.storage.played_desk import WEEK, PlayedDesk
from tests.storage.random_past import MORNING
from tests.stories.one_thread import OneThread

PHONE = "+78432000017"
DAYS = ("--from", "2026-11-23", "--to", "2026-11-27")
SLOW = Answer(Does.CLAIM, timedelta(minutes=2))
EXPECTED = ["sales", "low", "high", "conversion", "conversion_low", "conversion_high"]
TAKEN = {"petrov": 5, "sidorova": 5, "ivanov": 5}  # by balance, in turn
WON = ("L1", "L4", "L7", "L2")  # three of Petrov's, one of Sidorova's


def week() -> Iterator[Event]:
    """Fifteen leads, one an hour and two days; Ivanov is slow. Four are sold, one was bad, the others are lost."""
    for n in range(15):
        at = MORNING + timedelta(hours=n % 8, days=n // 8)
        name = f"L{n + 1}"
        yield events.HandedOver(
            at, name, segment="rest", phone=PHONE if n == 0 else None, answers={"ivanov": SLOW}
        )
        outcome = Outcome.WON if name in WON else Outcome.BAD if name == "L15" else Outcome.LOST
        yield events.Ended(at + timedelta(minutes=30), name, outcome)


@dataclass(frozen=True, slots=True)
class Office:
    """An office with a past, and the command in front of it."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def replay(self, *words: str) -> Ended:
        self.monkeypatch.setattr(sys, "argv", ["fairlead", "replay", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        said = self.capsys.readouterr()
        return Ended(int(ended.value.code or 0), said.out, said.err)

    def told(self, *words: str) -> dict[str, Any]:
        ended = self.replay("--history", *DAYS, "--json", *words)
        assert ended.code == 0, ended.errors
        found: dict[str, Any] = json.loads(ended.out)
        return found


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Office:
    monkeypatch.setattr(core, "Connection", OneThread)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", f"sqlite+aiosqlite:///{tmp_path / 'fairlead.db'}")
    return Office(tmp_path, monkeypatch, capsys)


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which the week has been lived, by the real desk."""
    file = tmp_path_factory.mktemp("past") / "fairlead.db"
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(core, "Connection", OneThread)
        asyncio.run(_live(f"sqlite+aiosqlite:///{file}"))
    return file


async def _live(address: str) -> None:
    migrate(address)
    database = Database(address)
    desk = PlayedDesk(database, parse_office(OFFICE, "office.toml"), VirtualClock(MORNING - WEEK))
    await desk.play(list(week()))
    await database.close()


@pytest.fixture
def lived(office: Office, past: Path) -> Office:
    shutil.copy(past, office.folder)
    return office


def claimed(report: dict[str, Any]) -> dict[str, int]:
    return {m["id"]: m["claimed"] for m in report["managers"]}


def test_every_scheme_has_its_report_and_its_expectation(lived: Office) -> None:
    told = lived.told()
    assert list(told) == [FACT, AS_SET_UP, *SCHEMES]
    for name, report in told.items():
        assert report["leads"]["in"] == 15, name
        assert list(report)[-2:] == ["ledger_head", "expected"]
        assert [key for key in report["expected"] if not key.startswith("gain")] == EXPECTED
        assert parse_head(report["ledger_head"])
    assert claimed(told[FACT]) == claimed(told[AS_SET_UP]) == claimed(told["balance"]) == TAKEN


def test_outcomes_are_the_facts_and_nobody_elses(lived: Office) -> None:
    told = lived.told()
    fact = told.pop(FACT)
    assert (fact["leads"]["won"], fact["leads"]["lost"], fact["leads"]["bad"]) == (4, 10, 1)
    assert {(r["leads"]["won"], r["leads"]["lost"], r["conversion"]) for r in told.values()} == {(0, 0, None)}


def test_the_same_share_out_is_expected_to_sell_what_the_team_does(lived: Office) -> None:
    """The team has won 4 of 14; each holds in every run what they held in fact."""
    for name in (FACT, "office", "balance"):
        found = lived.told("--scheme", name)[name]["expected"]
        assert found["sales"] == pytest.approx(4, abs=0.8)
        assert 0 < found["low"] < found["sales"] < found["high"] < 14
        assert found["conversion"] == pytest.approx(found["sales"] / 14, abs=1e-5)
        assert (found["gain"], found["gain_low"], found["gain_high"]) == (0, 0, 0)


def test_the_quicker_win_where_whoever_grabs_first_has_it(lived: Office) -> None:
    """Ivanov needed two minutes each time, the others answered at once."""
    found = lived.told("--scheme", "grab")["grab"]
    assert claimed(found)["ivanov"] == 0
    assert sum(claimed(found).values()) == 15
    assert found["fairness"]["jain"] < 0.9
    # Petrov comes first where two are equally quick; the bad lead was his, and its turn is given back
    assert found["fairness"]["max_deviation"] == pytest.approx(14 - 14 / 3, abs=1e-6)


def test_only_the_schemes_asked_for_are_told(lived: Office) -> None:
    assert list(lived.told("--scheme", "queue", "--scheme", "grab", "--scheme", "queue")) == ["queue", "grab"]


def test_people_read_a_table_with_what_it_cannot_show(lived: Office) -> None:
    ended = lived.replay("--history", *DAYS)
    assert (ended.code, ended.errors) == (0, "")
    lines = ended.out.splitlines()
    assert lines[0] == "15 leads handed over from 2026-11-23 to 2026-11-27"
    assert [line.split()[0] for line in lines[3 : 5 + len(SCHEMES)]] == [FACT, AS_SET_UP, *SCHEMES]
    assert "In fact so far: won 4, lost 10, bad 1." in lines
    for words in (
        "90 % interval",
        "Rates are of leads handed over until 20",
        "What this cannot show",
        "duty: there is no roster",
        "whom a hand would choose",
    ):
        assert words in ended.out
    assert PHONE not in ended.out


def test_the_same_history_gives_the_same_words(lived: Office) -> None:
    assert lived.told() == lived.told()


def test_the_picture_is_a_png(lived: Office) -> None:
    ended = lived.replay("--history", *DAYS, "--png", "schemes.png")
    assert ended.code == 0, ended.errors
    assert (lived.folder / "schemes.png").read_bytes().startswith(b"\x89PNG\r\n")


def test_where_nothing_happened_one_line_says_so(lived: Office) -> None:
    nothing = ("--history", "--from", "2026-10-01", "--to", "2026-10-31")
    ended = lived.replay(*nothing)
    assert (ended.code, ended.out) == (
        0,
        "no leads were handed over from 2026-10-01 to 2026-10-31; those from a file are not replayed\n",
    )
    assert json.loads(lived.replay(*nothing, "--json").out) == {}
    one_day = lived.replay("--history", "--from", "2026-10-01", "--to", "2026-10-01").out
    assert one_day.startswith("no leads were handed over on 2026-10-01;")


def test_a_period_that_is_still_to_come_is_a_line_and_code_2(lived: Office) -> None:
    ended = lived.replay("--history", "--from", "2999-01-01")
    assert (ended.code, ended.out) == (2, "")
    assert ended.errors.startswith("--from: 2999-01-01 is after ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("events.csv", "--history"), "EVENTS.csv: --history takes the office"),
        (("--history", "--office", "o.toml"), "--office: --history takes the office"),
        (("--history", "--decisions", "d.jsonl"), "--decisions: --history takes"),
        (("events.csv", "--office", "o.toml", "--from", "2026-11-23"), "--from: goes with --history only"),
        (("events.csv", "--office", "o.toml", "--to", "2026-11-23"), "--to: goes with --history only"),
        (("events.csv", "--office", "o.toml", "--png", "a.png"), "--png: goes with --history only"),
        (("events.csv",), "replay: --office FILE.toml is missing"),
        ((), "replay: EVENTS.csv is missing"),
        (("--history", "--from", "monday"), '--from: "monday" is not a day'),
        (("--history", "--to", "2026-13-01"), '--to: "2026-13-01" is not a day'),
        (("--history", "--from", "0001-01-01"), "--from: 0001-01-01 is out of any calendar"),
        (("--history", "--to", "9999-12-31"), "--to: 9999-12-31 is out of any calendar"),
        (
            ("--history", "--from", "2026-11-24", "--to", "2026-11-23"),
            "--from: 2026-11-24 is after 2026-11-23",
        ),
        (("--history", "--scheme", "fair"), '--scheme: unknown scheme "fair"'),
        (("--history", "--png", "nowhere/a.png"), "--png: nowhere/a.png: no file can be written there"),
    ],
    ids=str,
)
def test_what_does_not_go_together_is_a_line_and_code_2(
    office: Office, words: tuple[str, ...], said: str
) -> None:
    ended = office.replay(*words)
    assert (ended.code, ended.out) == (2, "")
    assert ended.errors.startswith(said)
    assert len(ended.errors.splitlines()) == 1


def test_without_an_office_a_line_says_what_to_do(office: Office) -> None:
    ended = office.replay("--history")
    assert (ended.code, ended.out) == (1, "")
    assert "Traceback" not in ended.errors
    assert len(ended.errors.splitlines()) == 1
