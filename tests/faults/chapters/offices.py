"""Chapters of the office itself: its evening, its rules, its clock."""

from __future__ import annotations

from datetime import timedelta

from tests.faults.chapters.chapter import Chapter
from tests.faults.mortal_desk import MortalDesk
from tests.stories.words import CLAIM, SALE, SKIP


async def evening(desk: MortalDesk) -> None:
    """One is sold, one is left; the director has his summary, twice asked for and once not."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.lead()
    await desk.petrov.taps(SALE)
    await desk.petrov.taps(SKIP)
    await desk.passes(hours=8, minutes=40)


async def switched(desk: MortalDesk) -> None:
    """Leads are on their way while the rule of their segment becomes another, with a reserve."""
    await desk.lead()
    await desk.asks(desk.smirnov, "/office", "Схема: Татарстан")
    await desk.smirnov.taps("Схема: Татарстан")
    await desk.smirnov.taps("назначает руководитель")
    await desk.smirnov.taps("Без ответа: поровну по долям")
    await desk.lead()
    await desk.petrov.taps(CLAIM, on="№1")
    await desk.passes(minutes=8)
    await desk.sidorova.taps(CLAIM, on="№2")


async def put_right(desk: MortalDesk) -> None:
    """A lead comes while the computer's clock is five hours ahead."""
    desk.clock._start += timedelta(hours=5)
    await desk.lead()
    desk.clock._start -= timedelta(hours=5)
    await desk.settle()
    await desk.passes(minutes=7)
    await desk.sidorova.taps(CLAIM)


OFFICE_WIDE = {
    "evening": Chapter(evening, frozenset({"closed"})),
    "switched": Chapter(switched, frozenset(["scheme_switched", "reserve_changed"])),
    "put_right": Chapter(put_right, frozenset({"clock_put_back"})),
}
