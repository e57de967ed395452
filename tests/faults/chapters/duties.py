"""Chapters of whose week and whose day it is: draws, swaps and rosters."""

from __future__ import annotations

from tests.faults.chapters.chapter import ELSEWHERE, Chapter
from tests.faults.mortal_desk import MortalDesk
from tests.offices import DUTY, LOTTERY
from tests.stories.words import APPROVE, CLAIM, PROPOSE_ROSTER, SEEK, TAKE_SHIFT, WITHDRAW

TUESDAY, WEDNESDAY = "вт 24.11", "ср 25.11"


async def drawn(desk: MortalDesk) -> None:
    """The week is drawn by lot, and the lead goes where the lot fell."""
    await desk.petrov.taps("7")
    await desk.passes(minutes=20)
    await desk.lead(ELSEWHERE)


async def thrown(desk: MortalDesk) -> None:
    """The numbers of the next week are closed on a Friday at five, and the director throws."""
    await desk.passes(days=4, hours=7)
    await desk.orlova.throws(37)


async def swapped(desk: MortalDesk) -> None:
    """Two duties are offered; one is taken, one is kept after all."""
    for day in (TUESDAY, WEDNESDAY):
        await desk.asks(desk.petrov, "/roster", SEEK)
        await desk.petrov.taps(SEEK)
        await desk.petrov.taps(day)
        if day is TUESDAY:
            await desk.ivanov.taps(TAKE_SHIFT)
    await desk.petrov.taps(WITHDRAW)
    await desk.passes(days=1)
    await desk.lead(ELSEWHERE)
    await desk.ivanov.taps(CLAIM)


async def planned(desk: MortalDesk) -> None:
    """A roster is proposed and turned down, another is changed by hand and approved."""
    for answer in ("Не надо", APPROVE):
        await desk.asks(desk.smirnov, "/roster", PROPOSE_ROSTER)
        await desk.smirnov.taps(PROPOSE_ROSTER)
        await desk.smirnov.taps("поровну")
        if answer == APPROVE:
            for button in ("пн 30.11", "пн 30.11", "Сидорова", "Назад", "Назад"):
                await desk.smirnov.taps(button, on="График на")
        await desk.smirnov.taps(answer)


DUTIES = {
    "drawn": Chapter(
        drawn, frozenset(["draw_announced", "lot_thrown", "draw_opened"]), LOTTERY, by_chance=True
    ),
    "thrown": Chapter(thrown, frozenset({"draw_thrown"}), LOTTERY, by_chance=True),
    "swapped": Chapter(swapped, frozenset(["swap_opened", "swap_taken", "swap_withdrawn"]), DUTY),
    "planned": Chapter(
        planned, frozenset(["roster_proposed", "roster_changed", "roster_dismissed", "roster_approved"]), DUTY
    ),
}
