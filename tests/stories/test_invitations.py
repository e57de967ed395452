"""An invitation: for one person, for three days, and nothing that could be guessed, read off a disk or a log."""

from __future__ import annotations

import logging
import re
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from desk.invitations import LINK_LIVES, Links, hashed
from leads.office import Role
from storage import people
from storage.sealing import seal
from storage.tables.office import invitations
from tests.offices import WITH_ADMIN
from tests.stories.desk import Desk, office
from tests.stories.people import everybody
from tests.stories.test_people import invites


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, WITH_ADMIN) as desk:
        yield desk


async def expiry(desk: Desk, token: str) -> datetime:
    async with desk.database.reading() as store:
        found: datetime | None = store.scalar(
            select(invitations.c.expires_at).where(invitations.c.token == hashed(token))
        )
    assert found
    return found


@pytest.mark.usefixtures("sqlite_threads")
async def test_twenty_people_open_one_link_at_once_and_one_gets_in(desk: Desk) -> None:
    token = await invites(desk, "➕ Менеджер")
    crowd = [desk.stranger(700 + n) for n in range(20)]
    for person in crowd:
        desk.telegram.start(person.id, token)
    await desk.settle()
    assert [person.sees("Вы здесь: менеджер") for person in crowd].count(True) == 1
    assert [person.sees("уже использована или устарела") for person in crowd].count(True) == 19


@pytest.mark.parametrize(("left", "opens"), [(timedelta(microseconds=1), True), (timedelta(0), False)])
async def test_it_lives_for_seventy_two_hours_to_the_instant(
    desk: Desk, left: timedelta, opens: bool
) -> None:
    made = desk.clock.now()
    token = await invites(desk, "➕ Менеджер")
    end = await expiry(desk, token)
    assert timedelta(0) <= end - made - LINK_LIVES < timedelta(minutes=1)
    desk.clock.advance(end - left - desk.clock.now())
    late = desk.stranger(700)
    desk.telegram.start(700, token)
    await desk.hears()
    await desk.settle()
    assert late.sees("Вы здесь: менеджер") == opens
    assert late.sees("уже использована или устарела") != opens


async def test_nobody_but_the_administrator_sees_the_link(desk: Desk) -> None:
    await invites(desk, "➕ Менеджер")
    await desk.smirnov.sends("/office")
    assert not any("?start=" in person.chat() for person in everybody(desk).values())


async def test_who_is_no_administrator_any_more_does_not_see_the_link_that_he_has_asked_for(
    desk: Desk,
) -> None:
    admin = desk.person(501)
    await admin.sends("/office")
    desk.telegram.tap(501, *admin.data("➕ Менеджер")[:1], data=admin.data("➕ Менеджер")[1])
    await desk.hears()
    async with desk.database.writing() as store:
        people.change(store, "admin", roles=[Role.HEAD])
        seal(store, desk.clock.now())
    await desk.settle()
    assert "?start=" not in admin.chat()


async def test_a_token_is_in_no_file_and_in_no_log(
    desk: Desk, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "bot")
    caplog.set_level(logging.DEBUG, "aiogram")
    token = await invites(desk, "➕ Менеджер")
    other = await invites(desk, "Ким Новый")
    await desk.stranger(700).starts(token)
    await desk.stranger(701).starts(token)
    for file in tmp_path.iterdir():  # noqa: ASYNC240 - a few files of a test
        for secret in (token, other, desk.telegram.token):
            assert secret.encode() not in file.read_bytes(), file.name
    assert token not in caplog.text and other not in caplog.text


async def test_a_copy_of_the_database_makes_no_link(desk: Desk, tmp_path: Path) -> None:
    """All that is stored is a hash of the token, and a number that is worth nothing without the bot's token."""
    token = await invites(desk, "➕ Менеджер")
    with closing(sqlite3.connect(tmp_path / "fairlead.db")) as file:
        payloads = [row[0] for row in file.execute("SELECT payload FROM cards")]
    (nonce,) = re.findall(r'"nonce": "([\w-]+)"', " ".join(payloads))
    assert Links(desk.telegram.token, "x").token(nonce) == token
    assert Links("123:of another bot", "x").token(nonce) != token
    thief = desk.stranger(701)
    await thief.starts(nonce)
    assert not thief.sees("Вы здесь")


async def test_links_have_the_randomness_of_a_hundred_and_twenty_eight_bits(desk: Desk) -> None:
    """22 characters of base64 from the operating system (`secrets`), and 160 bits of a keyed hash of them."""
    tokens = set()
    for _ in range(5):
        tokens.add(await invites(desk, "➕ Менеджер"))
        await desk.passes(seconds=11)  # sooner it would be a nervous finger, which gets no second link
    assert len(tokens) == 5 and all(re.fullmatch(r"[0-9a-f]{40}", token) for token in tokens)
    with closing(sqlite3.connect(desk.address.removeprefix("sqlite+aiosqlite:///"))) as file:
        nonces = re.findall(r'"nonce": "([\w-]+)"', str(file.execute("SELECT payload FROM cards").fetchall()))
    assert len(set(nonces)) == 5 and all(len(nonce) == 22 for nonce in nonces)


async def test_whoever_passes_the_whole_message_on_tells_nothing_of_the_office(desk: Desk) -> None:
    admin = desk.person(501)
    await invites(desk, "➕ Менеджер")
    message = admin.card("?start=").text
    assert "менеджер" in message and "https://t.me/" in message and "для одного человека" in message
    assert "Окна Казань" in message and "до чт, 26 нояб., 10:00" in message
    assert not any(name in message for name in ("Петров", "Администратор", "Татарстан", "пауза"))
