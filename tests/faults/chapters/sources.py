"""What comes by itself: a form, and a call that nobody has answered; whoever gets no answer sends once more."""

from __future__ import annotations

from datetime import timedelta

from storage.requests import Came
from tests.faults.chapters.chapter import Chapter
from tests.faults.mortal_desk import MortalDesk
from tests.offices import OFFICE, varied
from tests.stories.words import CLAIM, SALE

FORM = b"name=Irina&phone=%2B79600000001&id=17"
MISSED = b"cmd=history&type=in&status=Missed&phone=79600000001&callid=c1"
WITH_SOURCES = varied(
    OFFICE,
    sources=[
        {"id": "site", "name": "Сайт", "kind": "form", "straight_on": True},
        {"id": "line", "name": "Телефон", "kind": "megafon", "straight_on": True},
    ],
)


async def comes(desk: MortalDesk, source: str, kind: str, body: bytes, key: str) -> None:
    """Stored, perhaps twice over, and read."""
    came = Came(source, kind, "", "application/x-www-form-urlencoded", body, key)

    async def keep() -> None:
        await desk.app.arrivals.keep(came)

    await desk.unless_killed(keep)
    await reads(desk)


async def reads(desk: MortalDesk) -> None:
    async def read() -> None:
        await desk.app.reader.read_all()

    await desk.unless_killed(read)
    await desk.settle()


async def a_form(desk: MortalDesk) -> None:
    await comes(desk, "site", "form", FORM, "17")
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(SALE)


async def a_missed_call(desk: MortalDesk) -> None:
    await comes(desk, "line", "megafon", MISSED, "c1")
    desk.clock.advance(timedelta(seconds=31))
    await desk.settle()
    await reads(desk)
    await desk.petrov.taps(CLAIM)


SOURCES = {
    "a form that comes by itself": Chapter(a_form, frozenset({"handed", "offered", "claimed"}), WITH_SOURCES),
    "a call that nobody has answered": Chapter(a_missed_call, frozenset({"handed", "offered"}), WITH_SOURCES),
}
