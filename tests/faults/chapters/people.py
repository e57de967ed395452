"""Chapters of people who come and go, and of what becomes of their leads meanwhile."""

from __future__ import annotations

import re

from tests.faults.chapters.chapter import ELSEWHERE, Chapter
from tests.faults.mortal_desk import MortalDesk
from tests.offices import OFFICE, WITH_ADMIN, varied
from tests.stories.words import CLAIM, SALE

CHANGED = varied(
    OFFICE, people={"petrov": {"weight": 2.0}}, segments={"rest": {"members": ["ivanov", "petrov"]}}
)
JOINED = varied(CHANGED, segments={"tatarstan": {"members": ["petrov", "sidorova", "ivanov"]}})
IMPATIENT = varied(OFFICE, pause_after_lapses=1)


async def on_leave(desk: MortalDesk) -> None:
    """One plans a leave and gives it up; he goes while a lead waits for his answer, and it goes on."""
    await desk.petrov.sends("/off с 3 по 10 декабря")
    await desk.petrov.sends("/on")
    await desk.lead()
    await desk.petrov.sends("/off")
    await desk.sidorova.taps(CLAIM)


async def leaves_leads(desk: MortalDesk) -> None:
    """One who holds a lead goes for some days: the head hands it on by the rule."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.sends("/off до 30.11")
    await desk.smirnov.taps("Раздать все по правилу")
    await desk.sidorova.taps(SALE)


async def away(desk: MortalDesk) -> None:
    """One goes and comes back, one has blocked the bot for a while, one is silent too often."""
    await desk.sidorova.sends("/off")
    await desk.sidorova.sends("/on")
    desk.telegram.block(desk.petrov.id)
    await desk.lead()
    await desk.sidorova.taps(CLAIM)
    desk.telegram.unblock(desk.petrov.id)
    await desk.petrov.starts()
    await desk.lead()
    await desk.passes(minutes=7)


async def invited(desk: MortalDesk) -> None:
    """A new manager comes in by a link; if the link was lost with the program, another is made."""
    admin = desk.person(501)
    while "?start=" not in admin.chat():
        await desk.asks(admin, "/office", "➕ Менеджер")
        await admin.taps("➕ Менеджер")
    link = re.search(r"\?start=([\w-]+)", admin.card("?start=").text)
    assert link
    await desk.stranger(700, "Рита").starts(link[1])
    await desk.lead(ELSEWHERE)


async def revoked(desk: MortalDesk) -> None:
    """A link is made, and revoked before anybody has opened it."""
    admin = desk.person(501)
    while "?start=" not in admin.chat():
        await desk.asks(admin, "/people", "Пригласить")
        await admin.taps("Пригласить")
        await admin.taps("➕ Менеджер")
    await desk.asks(admin, "/people", "Пригласить")
    await admin.taps("Пригласить")
    await admin.taps("Открытые приглашения")
    await admin.taps("✖️ менеджер")
    await desk.lead(ELSEWHERE)


async def reorganised(desk: MortalDesk) -> None:
    """The office file is loaded while a lead is on its way: weights, members, their order."""
    await desk.lead(ELSEWHERE)
    for office in (CHANGED, JOINED, OFFICE):
        await desk.loads(office)
    await desk.petrov.taps(CLAIM)


PEOPLE = {
    "on_leave": Chapter(on_leave, frozenset(["off", "leave_dropped", "cut_short"])),
    "leaves_leads": Chapter(leaves_leads, frozenset(["off", "given_back", "assigned"])),
    "away": Chapter(away, frozenset(["on", "off", "paused", "undelivered", "unreachable"]), IMPATIENT),
    "invited": Chapter(invited, frozenset(["invited", "joined"]), WITH_ADMIN, asked_again="invited"),
    "revoked": Chapter(
        revoked, frozenset(["invited", "invitation_revoked"]), WITH_ADMIN, asked_again="invited"
    ),
    "reorganised": Chapter(
        reorganised, frozenset(["weight_changed", "members_ordered", "member_left", "member_joined"])
    ),
}
