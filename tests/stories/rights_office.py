"""The office with everything at work: every button has something to press, and somebody who might press it."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from datetime import timedelta
from pathlib import Path

from desk.crm_remote import KnownThere, Somebody, StageThere
from leads.entries.kinds import Entry
from leads.entries.people import Invited
from leads.office import Role
from screens.buttons.base import short
from screens.buttons.of_duty import MakeFeed
from storage import crm, deliveries, ledger, offices, people, requests
from storage.deliveries import DeliveryState
from storage.requests import Came, RequestState
from tests.offices import EVERYTHING, MONDAY_TEN, manager, varied
from tests.stories.desk import Desk, at_work, office
from tests.stories.people import Person
from tests.stories.uniting import unites
from tests.stories.words import (
    BAD_LEAD,
    CALL_BACK,
    CLAIM,
    DECLINE,
    NOT_MY_SEGMENT,
    PROPOSE_ROSTER,
    REACHED,
    REFUSAL,
    SALE,
    SEEK,
)

HELD, OFFERED, DRAFT, SOLD, DECLINED, LOST, DISPUTED, PICK, OWN, SAME, ADDED, ASKED, LYING = range(
    1, 14
)  # rows of leads, as `_busy` makes them
NONE = 99
REVOKED = "0123456789ab"  # the hash of an open invitation's link
CHANGED = 1  # the row of what the administrator has changed of the set-up
SWAP = ROSTER = JOINED = UNREAD = SENT = 1
HOOK = short("https://crm.example/in")

PEOPLE = {
    "anna": 101,  # the secretary whose leads these are
    "vera": 102,  # another secretary
    "petrov": 201,  # holds №1, has sold №3 and is asked for its amount, seeks a swap, has written of a client
    "sidorova": 202,  # is offered №2
    "ivanov": 203,  # of another segment: declined №4, lost №5, calls №6 bad, has №7, is offered №8
    "lena": 204,  # of a segment where nothing ever came; on pause
    "novak": 205,  # has blocked the bot
    "kuznetsov": 206,  # has left
    "smirnov": 301,  # the head
    "orlova": 401,  # the director
    "admin": 501,
    "stranger": 999,
}
MEMBERS = frozenset(PEOPLE) - {"stranger", "kuznetsov"}
MANAGERS = frozenset({"petrov", "sidorova", "ivanov", "lena", "novak"})


def everybody(desk: Desk) -> dict[str, Person]:
    return {name: desk.person(id) for name, id in PEOPLE.items()}


@asynccontextmanager
async def busy_office(path: Path) -> AsyncIterator[Desk]:
    """The busy office in this folder, which is one of pytest's; the chats are empty, and nothing is due."""
    async with at_work(await copied(path), EVERYTHING) as desk:
        yield desk


async def copied(path: Path) -> Desk:
    """A copy of the busy office in this folder. It is made once, and kept beside the folder."""
    made, file = path.parent / "rights" / "fairlead.db", path / "busy.db"
    if not made.exists():
        made.parent.mkdir()
        kuznetsov = {"kuznetsov": manager("Зовут kuznetsov", PEOPLE["kuznetsov"])}
        async with office(made.parent, varied(EVERYTHING, people=kuznetsov)) as desk:
            await _busy(desk)
    file.unlink(missing_ok=True)
    with closing(sqlite3.connect(made)) as source, closing(sqlite3.connect(file)) as target:
        source.backup(target)
        target.execute("DELETE FROM updates")  # Telegram counts from one again
        target.execute(
            "DELETE FROM cards WHERE subject IN ('office', 'setup')"
        )  # nor are these before anybody
        target.commit()
    desk = Desk(f"sqlite+aiosqlite:///{file}", MONDAY_TEN + timedelta(minutes=2))
    for name, id in PEOPLE.items():
        desk.telegram.add_user(id, name)
        desk.telegram.chats[id].started = True
    desk.telegram.block(PEOPLE["novak"])
    return desk


async def _busy(desk: Desk) -> None:
    await desk.set_up(EVERYTHING)
    await _novak_blocks_the_bot(desk)
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(CALL_BACK)
    await desk.petrov.sends("завтра в 11")
    await desk.lead()
    await desk.anna.sends("Черновик 8 (843) 200-55-55, 8 (843) 200-55-56")
    await desk.lead("Ещё один 8 (843) 200-66-66")
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(SALE, on="№3")
    await _solo(desk)
    await desk.person(PEOPLE["lena"]).sends("/off")
    await desk.anna.sends("handpicked 8 (843) 200-77-77")
    await desk.petrov.sends("/roster")
    await desk.petrov.taps(SEEK)
    await desk.petrov.taps("пн 23.11")
    await desk.petrov.taps_data(1, MakeFeed().pack())
    await desk.smirnov.sends("/roster")
    await desk.smirnov.taps(PROPOSE_ROSTER)
    await desk.smirnov.taps("поровну")
    await desk.petrov.sends("Моя Вера 8 (843) 200-88-88")
    await _one_client(desk)
    await desk.petrov.taps(REACHED, on="№1 ·")
    await desk.lead("Ещё раз 8 (843) 200-03-03")
    await desk.sidorova.taps(DECLINE, on="№9")
    await desk.sidorova.taps(NOT_MY_SEGMENT, on="№9")
    await desk.lead("waits 8 (843) 200-99-99")
    await _set_otherwise(desk)
    await _crm(desk)


async def _crm(desk: Desk) -> None:
    """A CRM that nobody has the key of; who works there, and which stages there are, was seen before."""
    there = KnownThere((Somebody(7, "Petrov"),), (StageThere("NEW", "New", None, 1, "First"),))
    async with desk.database.writing() as store:
        found = offices.read_office(store).crm
        assert found is not None
        crm.turn_to(store, found.account, desk.clock.now())
        crm.note(store, known=there.kept())
    await desk.settle()


async def _set_otherwise(desk: Desk) -> None:
    """The administrator has changed something; they and the head are asked whether they mean something else."""
    admin = desk.person(PEOPLE["admin"])
    await admin.sends("/setup")
    for _ in ("name", "zone", "hours"):
        await admin.taps("Дальше")
    await admin.sends("/office")
    for words in ("Настройки", "Исходы и напоминания", "Ничей лид", "Написать своё"):
        await admin.taps(words)
    await admin.sends("40m")
    for person in (admin, desk.smirnov):
        await person.sends("/office")
        for words in ("Настройки", "Офис и часы работы", "Часовой пояс", "Самара"):
            await person.taps(words)
    async with desk.database.writing() as store:
        invitation = people.Invitation(None, "manager")
        people.invite(store, REVOKED, invitation, desk.clock.now() + timedelta(hours=72))
        invited = Invited("admin", None, Role.MANAGER, REVOKED)
        ledger.append(store, [Entry(None, invited)], desk.clock.now())
        unread, _ = requests.add(store, Came("site", "form", "", "", b"q1=6"), desk.clock.now())
        assert unread == UNREAD
        sent = deliveries.find(store, SENT)
        assert sent
        tried = {"at": "", "status": 200, "why": None}
        deliveries.settle(store, sent, DeliveryState.DELIVERED, tried, desk.clock.now())
        requests.put(store, unread, RequestState.UNREAD, trouble="no contact", fields=[("q1", "6")])


async def _one_client(desk: Desk) -> None:
    """Ivanov has one lead of theirs, and is asked about the other."""
    await desk.lead("solo 8 (843) 200-02-01")
    await desk.ivanov.taps(CLAIM, on="№7")
    await desk.lead("solo 8 (843) 200-02-02")
    await unites(desk, 7, 8)


async def _solo(desk: Desk) -> None:
    await desk.lead("solo 8 (843) 200-01-01")
    await desk.ivanov.taps(DECLINE)
    for number, outcome in ((2, REFUSAL), (3, BAD_LEAD)):
        await desk.lead(f"solo 8 (843) 200-01-0{number}")
        await desk.ivanov.taps(CLAIM)
        await desk.ivanov.taps(outcome, on=f"№{number + 3}")
    await desk.ivanov.taps("Не надо", on="№6")  # he need not say why


async def _novak_blocks_the_bot(desk: Desk) -> None:
    novak = desk.person(PEOPLE["novak"])
    desk.telegram.send_text(novak.id, "/help")
    desk.telegram.block(novak.id)
    await desk.settle()
    assert desk.smirnov.sees("Зовут novak"), "the head knows that he cannot be reached"
