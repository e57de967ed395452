"""An office in which sums beyond all reason were once typed: everything that shows sums shows them."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from desk.work import Work
from leads import holding
from tests.storage.opened import opened
from tests.stories.desk import Desk
from tests.stories.people import Person
from tests.stories.test_report_command import Terminal
from tests.stories.words import CLAIM, SALE

ABSURD = 9 * 10**18  # hundredths; two of them are beyond 2^63
TWICE = "180\u202f000\u202f000\u202f000\u202f000\u202f000\u202f₽"
VIEWS = ("day", "week", "month")
LISTS = ("people", "parts", "clock", "all")


@pytest.fixture
async def rich(desk: Desk) -> Desk:
    for times in range(2):
        await desk.lead()
        seller = await who_is_asked(desk)
        await seller.taps(CLAIM)
        await seller.taps(SALE)
        await desk.app.door.write(partial(brings_too_much, times + 1))
        await desk.settle()
    return desk


def brings_too_much(lead: int, work: Work) -> None:
    loaded = work.load(lead)
    holding.put_amount(loaded.scene, loaded.scene.lead.holder or "", ABSURD, work.now)
    work.save(loaded)


async def who_is_asked(desk: Desk) -> Person:
    return next(one for one in (desk.petrov, desk.sidorova) if one.sees("Беру"))


async def test_every_report_shows_them_and_the_chat_lives_on(rich: Desk) -> None:
    await rich.orlova.sends("/report")
    assert TWICE in rich.orlova.chat()
    for span in VIEWS:
        for pane in LISTS:
            await rich.orlova.taps_data(1, f"report:{pane}:{span}:2026-11-23:0")
            assert await rich.given_up() == [], (pane, span)
    await rich.orlova.taps_data(1, "xlsx:2026-11-23:2026-11-23")
    await rich.orlova.taps_data(1, "whatif")
    await rich.orlova.sends("/leads")
    assert rich.orlova.sees("Открытых лидов нет")


async def test_the_evening_message_comes(rich: Desk) -> None:
    await rich.passes(hours=12)
    assert TWICE in rich.orlova.chat()


async def test_so_do_the_files_at_the_command_line(
    rich: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    terminal = Terminal(rich, monkeypatch, capsys)
    file, picture = tmp_path / "report.xlsx", tmp_path / "report.png"
    assert await terminal.runs("--json", "--xlsx", str(file), "--png", str(picture)) == 0, terminal.errors
    assert json.loads(terminal.out)["leads"]["amount"] == 2 * ABSURD // 100
    assert opened(file.read_bytes()).total("Лиды")["Сумма продаж"] == 2 * ABSURD / 100
    assert picture.stat().st_size > 1000
    assert await terminal.runs() == 0, terminal.errors
