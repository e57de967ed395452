"""Chapters of a lead that somebody has: worked, promised, forgotten, sold and not sold."""

from __future__ import annotations

from tests.faults.chapters.chapter import Chapter
from tests.faults.mortal_desk import MortalDesk
from tests.stories.words import (
    AMOUNT,
    ASSIGN,
    BAD_LEAD,
    BRING_IN,
    CALL_BACK,
    CLAIM,
    CONFIRM,
    GIVE_BACK,
    MEETING,
    NOT_BAD,
    NOTE,
    REACHED,
    REOPEN,
    SALE,
)


async def sold(desk: MortalDesk) -> None:
    """A lead is taken, worked, forgotten for a day, and sold."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(REACHED)
    await desk.passes(days=1, minutes=1)
    await desk.petrov.taps(SALE)
    await desk.petrov.sends("120 000")


async def marked(desk: MortalDesk) -> None:
    """A step is marked by mistake, on the way to a call that was promised, and taken back."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(CALL_BACK)
    await desk.petrov.sends("через 20 минут")
    await desk.petrov.taps(REACHED, on="№1")
    await desk.asks(desk.petrov, "/mine", "№1")
    await desk.petrov.taps(f"{REACHED} ✓", on="№1")


async def promised(desk: MortalDesk) -> None:
    """A client is promised a call, then another, which nobody makes; and a meeting that is off again."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(CALL_BACK)
    await desk.petrov.taps("сегодня 18:00")
    await desk.petrov.taps(CALL_BACK)
    await desk.petrov.sends("сегодня в 12")
    await desk.passes(hours=2, minutes=31)
    await desk.petrov.taps(MEETING, on="№1")
    await desk.petrov.taps("завтра 10:00")
    await desk.petrov.taps(MEETING, on="№1")
    await desk.petrov.taps("Убрать")


async def uncalled(desk: MortalDesk) -> None:
    """Whoever has a lead does not call: they are reminded, and then the head gives it to another."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.passes(hours=1, minutes=1)
    await desk.smirnov.taps(ASSIGN)
    await desk.smirnov.taps("Ольга Сидорова")


async def written_down(desk: MortalDesk) -> None:
    """A note by its button, one as a reply, a text that asks which lead it is for, and a client of one's own."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(NOTE)
    await desk.petrov.sends("Замер в субботу")
    await desk.anna.replies("Торопит", to="№1")
    await desk.petrov.sends("Просит перезвонить вечером")
    await desk.petrov.taps("№1 ·")
    await desk.sidorova.sends("Вера 8 (843) 200-55-66, балкон")
    await desk.sidorova.taps(BRING_IN)


async def sold_by_mistake(desk: MortalDesk) -> None:
    """What was sold was not, and what was bad was none: taken back by its holder, and by the head."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(SALE)
    await desk.petrov.sends("120 000")
    await desk.petrov.taps(AMOUNT)
    await desk.petrov.sends("12 000")
    await desk.petrov.taps(REOPEN)
    await desk.petrov.taps(BAD_LEAD)
    await desk.smirnov.taps(CONFIRM)
    await desk.smirnov.taps(REOPEN)


async def disputed(desk: MortalDesk) -> None:
    """Its holder calls it bad, twice; the head believes him the second time."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(BAD_LEAD)
    await desk.petrov.taps("Спам")
    await desk.smirnov.taps(NOT_BAD)
    await desk.petrov.taps(BAD_LEAD)
    await desk.smirnov.taps(CONFIRM)


async def by_hand(desk: MortalDesk) -> None:
    """The head moves a lead from one to another, who gives it back to the others."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.asks(desk.smirnov, "/leads", "№1")
    await desk.smirnov.taps("№1")
    await desk.smirnov.taps("Назначить другого")
    await desk.smirnov.taps("Ольга Сидорова")
    await desk.sidorova.taps(GIVE_BACK)
    await desk.passes(minutes=15)
    await desk.smirnov.taps(ASSIGN)
    await desk.smirnov.taps("Иван Иванов")


HELD = {
    "sold": Chapter(
        sold, frozenset(["handed", "offered", "claimed", "progress", "reminded", "closed", "amount"])
    ),
    "marked": Chapter(marked, frozenset({"progress", "unmarked"})),
    "promised": Chapter(promised, frozenset({"appointed", "appointment_dropped", "came_due"})),
    "uncalled": Chapter(uncalled, frozenset({"came_due", "assigned"})),
    "written_down": Chapter(written_down, frozenset({"touched", "kept"})),
    "sold_by_mistake": Chapter(sold_by_mistake, frozenset({"reopened"})),
    "disputed": Chapter(disputed, frozenset(["disputed", "bad_reason", "settled", "given_back"])),
    "by_hand": Chapter(by_hand, frozenset(["assigned", "returned"])),
}
