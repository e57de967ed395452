"""The Excel file of random pasts, opened with another library: its lines and sums are those of the report."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given

from leads.figures.part import Part
from leads.figures.periods import Period
from storage import cases
from storage.database import Database
from tests.storage.opened import Opened, made
from tests.storage.played_desk import WEEK, lived
from tests.storage.random_past import MORNING, MOSCOW, Past, compared, pasts

PERIOD = Period((MORNING - WEEK).date(), (MORNING + WEEK).date())
SUMMED = {"Продажи": "won", "Отказы": "lost", "Брак": "bad", "В работе": "open", "Дозвонились": "reached"}
CAME = {"Пришло": "handed", "Взято": "claimed", "Ничьи": "unclaimed", "«Не могу»": "declined"}


pytestmark = pytest.mark.usefixtures("one_thread")


@pytest.mark.parametrize("backend", ["sqlite"])
@compared(past_examples=8)
@given(past=pasts())
async def test_its_lines_and_sums_are_those_of_the_report(database: Database, past: Past) -> None:
    await _compare(database, past)


@pytest.mark.parametrize("backend", ["postgresql"])
@compared(past_examples=2)
@given(past=pasts())
async def test_so_they_are_on_postgresql(database: Database, past: Past) -> None:
    await _compare(database, past)


async def _compare(database: Database, past: Past) -> None:
    await lived(database, past)
    start, end = PERIOD.bounds(MOSCOW)
    async with database.reading() as store:
        found, book = made(store, PERIOD, MORNING)
        one_by_one = cases.handed_between(store, start, end)
    assert [line["№"] for line in book.lines("Лиды")] == [lead.number for lead, _ in one_by_one]
    assert _moments(book, "Лиды", "Передан") == [_local(lead.handed_at) for lead, _ in one_by_one]
    offers = [(lead.number, offer) for lead, of_lead in one_by_one for offer in of_lead]
    assert [line["№"] for line in book.lines("Решения")] == [number for number, _ in offers]
    assert _moments(book, "Решения", "Когда") == [_local(offer.at) for _, offer in offers]
    assert [line["Кто взял"] for line in book.lines("Решения")] == [offer.claimed_by for _, offer in offers]
    _figures(book, found.report.total)
    if offers:
        _sums(book, found.report.total)
        held = [m.sales for m in found.report.managers.values()]
        for words, name in SUMMED.items():
            assert book.total("Менеджеры")[words] == sum(getattr(sales, name) for sales in held)
        received = sum(m.received for m in found.report.managers.values())
        assert book.total("Менеджеры")["Засчитано лидов"] == received


def _figures(book: Opened, total: Part) -> None:
    figures = {row[0]: row[1] for row in book.values["Итоги"].iter_rows(values_only=True)}
    for words, name in (CAME | SUMMED).items():
        assert figures[words] == getattr(total, name), words
    assert figures["Обычно берут за, секунд"] == total.times.median
    assert figures["Конверсия"] == (None if total.conversion is None else pytest.approx(total.conversion))
    assert figures["Сумма продаж"] == total.amount / 100


def _sums(book: Opened, total: Part) -> None:
    below = book.total("Сегменты")
    for words, name in (CAME | SUMMED).items():
        assert below[words] == getattr(total, name), words
        assert sum(line[words] for line in book.lines("Сегменты")) == below[words]
    assert below["Сумма продаж"] == book.total("Лиды")["Сумма продаж"] == total.amount / 100
    shown = below["Конверсия"]
    assert (None if shown in {"", None} else pytest.approx(shown)) == total.conversion


def _moments(book: Opened, sheet: str, column: str) -> list[datetime]:
    """Excel's fractions of a day come back to a millisecond."""
    return [_whole(line[column]) for line in book.lines(sheet)]


def _whole(at: datetime) -> datetime:
    return (at + timedelta(milliseconds=500)).replace(microsecond=0)


def _local(at: Any) -> datetime:
    local: datetime = at.astimezone(MOSCOW).replace(tzinfo=None, microsecond=0)
    return local
