"""Buttons of ours with values that none of ours ever held: none makes a card that cannot be shown."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import date, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from aiogram.filters.callback_data import CallbackData
from hypothesis import given
from hypothesis import strategies as st

from leads.figures.periods import Span, period_of
from screens import buttons
from screens.buttons.base import Day, Number, Second, is_day
from screens.buttons.of_duty import SeekSwap, ThrowLot
from screens.buttons.of_lead import Claim
from screens.buttons.of_sight import Report, Workbook
from screens.report import report_keyboard
from screens.texts import texts_for
from screens.views.report import Pane
from tests.screens.lists_to_show import REPORT
from tests.stories.desk import Desk
from tests.stories.rights_office import PEOPLE, busy_office

pytestmark = pytest.mark.usefixtures("patience")

FIRST, LAST = date(1971, 1, 1), date(9998, 12, 31)
DAYS = ("1971-01-01", "1971-01-03", "1971-01-31", "2000-02-29", "2026-11-23", "9998-12-28", "9998-12-31")
NUMBERS = ("1", "0", "2", "7", str(2**31), str(2**40 - 1))
SECONDS = ("0", "1795705200", str(2**34 - 1))
WORDS = (
    "rest",
    "",
    "-",
    "petrov",
    "watch",
    "lots",
    "+manager",
    "1971-01-01",
    "9998-12-28",
    "\ud800",
    "я" * 9,
)
WHO = ("anna", "petrov", "smirnov", "orlova", "admin")
KINDS = sorted(CallbackData.__subclasses__(), key=lambda kind: kind.__prefix__)
OURS = [kind for kind in KINDS if kind.__module__.startswith(f"{buttons.__name__}.")]


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with busy_office(tmp_path) as desk:
        yield desk


HELP = "вот что здесь можно"


def forged(kind: type[CallbackData]) -> Iterator[str]:
    """Each field with each of its extremes, the others as they may be."""
    values = [extremes(field) for field in kind.model_fields.values()]
    for place, extreme in enumerate(values):
        for value in extreme:
            rest = [value if n == place else usual[0] for n, usual in enumerate(values)]
            yield ":".join([kind.__prefix__, *rest])
    if not values:
        yield kind.__prefix__


def extremes(field: Any) -> tuple[str, ...]:
    kind = field.annotation
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return tuple(kind)
    if kind is bool:
        return ("1", "0")
    if kind is int:
        return SECONDS if field.metadata == second.metadata else NUMBERS
    return DAYS if field.metadata == day.metadata else WORDS


class Fields(CallbackData, prefix="only-to-compare"):
    number: Number
    second: Second
    day: Day


second, day = Fields.model_fields["second"], Fields.model_fields["day"]


def test_the_kinds_of_buttons_are_found() -> None:
    assert {Report, Workbook, Claim, ThrowLot} <= set(OURS)
    assert "report:all:day:1971-01-01:1" in set(forged(Report))
    assert f"seek:rest:{2**34 - 1}" in set(forged(SeekSwap))


async def test_no_forged_value_makes_a_card_that_cannot_be_shown(desk: Desk) -> None:
    for kind in OURS:
        for data in forged(kind):
            for who in WHO:
                desk.telegram.tap(PEOPLE[who], 1, data=data)
            await desk.settle()
            assert await desk.given_up() == [], data
    assert await desk.updates_set_aside() == 0
    for who in WHO:
        before = said(desk, who).count(HELP)
        desk.telegram.send_text(PEOPLE[who], "/help")
        await desk.settle()
        assert said(desk, who).count(HELP) == before + 1, f"the chat of {who} lives"


def said(desk: Desk, who: str) -> list[str]:
    """Its texts, the help as nothing but that: something else may come due meanwhile."""
    texts = [message.text for message in desk.telegram.messages(PEOPLE[who]) if message.by_bot]
    return [HELP if HELP in text else text for text in texts]


async def test_every_report_that_a_button_names_is_shown(desk: Desk) -> None:
    for name in DAYS:
        for pane in Pane:
            for span in Span:
                await desk.smirnov.taps_data(1, Report(pane=pane, span=span, day=name).pack())
                assert await desk.given_up() == [], (pane, span, name)


@given(
    at=st.dates(FIRST, LAST),
    today=st.dates(FIRST, LAST),
    span=st.sampled_from(Span),
    pane=st.sampled_from(Pane),
    handed=st.sampled_from([0, 5]),
    nearly=st.integers(-40, 40),
)
def test_there_is_a_keyboard_under_every_period(
    at: date, today: date, span: Span, pane: Pane, handed: int, nearly: int
) -> None:
    """Also at the ends of the calendar, where there is no way on."""
    for shown in (at, near(FIRST, nearly), near(LAST, nearly)):
        if not is_day(shown):
            continue
        summary = replace(REPORT.summary, handed=handed)
        view = replace(REPORT, period=period_of(span, shown), span=span, today=today, summary=summary)
        rows = report_keyboard(view, pane, texts_for("ru"))
        assert all(rows), "no row is empty"
        assert all(button.data and len(button.data.pack().encode()) <= 64 for row in rows for button in row)


def near(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day
