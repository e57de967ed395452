"""A client wants to be forgotten: nothing about him is left, and the office works on."""

from __future__ import annotations

import asyncio
import json
import re
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.commands.erase import NotAClientError, UnknownClientError, Whom, erase
from bot.commands.verify import DoesNotHoldError
from desk.work import Work
from leads.client import Client
from storage import clients
from storage.tables.chats import set_aside
from storage.tables.leads import leads, ledger
from tests.stories.desk import Desk
from tests.stories.erasing import (
    ASIDE,
    NAME,
    PHONE,
    WORDS,
    bytes_of,
    clears,
    erases,
    found_in,
    is_everywhere,
)
from tests.stories.words import CLAIM, COPY, HAND_OVER, SALE


async def test_nothing_of_him_is_left_in_the_files_of_the_database(desk: Desk, tmp_path: Path) -> None:
    await is_everywhere(desk)
    assert len(found_in(bytes_of(tmp_path))) > 8, "or else the search proves nothing"
    await erases(desk)
    assert found_in(bytes_of(tmp_path)) == []
    assert "Айрат".encode() in bytes_of(tmp_path), "another client's data stay"
    await clears(desk)


async def test_nobody_sees_anything_of_him_in_his_chat(desk: Desk) -> None:
    await is_everywhere(desk)
    everybody = (desk.anna, desk.petrov, desk.sidorova, desk.ivanov, desk.smirnov, desk.orlova)
    assert sum(len(found_in(person.chat().encode())) for person in everybody) > 5
    assert desk.petrov.files() == ["photo"] * 3
    await erases(desk)
    for person in everybody:
        assert found_in(person.chat().encode()) == [], person.chat()
    assert desk.petrov.files() == []
    held, closed = desk.petrov.card("№1 ·"), desk.petrov.card("№3 ·")
    assert "Данные стёрты по просьбе клиента" in held.text and "Лид ваш" in held.text
    assert "Отказ" in closed.text and "стёрты" in closed.text
    assert "Телефона в сообщении нет" not in held.text and not held.button(COPY)
    assert "стёрты" in desk.petrov.card("№2", button=CLAIM).text, "an offer promises no contact"
    written = json.dumps(desk.telegram.chats[101].messages, ensure_ascii=False)
    assert found_in(written.encode()) == [], "the secretary's own messages are removed too"
    await clears(desk)


async def test_an_open_lead_goes_on_without_its_client(desk: Desk) -> None:
    await is_everywhere(desk)
    await erases(desk)
    await desk.petrov.taps(CLAIM, on="№2")
    await desk.petrov.taps(SALE, on="№1 ·")
    await desk.petrov.sends("120 000")
    assert "120" in desk.petrov.card("№1 ·").text
    await clears(desk)


async def test_the_protocol_says_what_was_destroyed_and_when_and_nothing_else(desk: Desk) -> None:
    await is_everywhere(desk)
    said = await erases(desk)
    when, *what = said.splitlines()
    assert re.fullmatch(r"erased at 2026-11-23 10:00:\d\d\+03:00 \(Europe/Moscow\)", when)
    assert what == [
        "  leads: 4 rows (whose they are)",
        "  touches: 4 rows (name, phones, text, attachments)",
        "  clients: 2 rows (name, contacts, own manager)",
        "  cards: 0 rows (words of a note)",
        "  set_aside: 2 rows (updates that could not be handled)",
        "  requests: 0 rows (requests of sources that were not read)",
        "  leads concerned: №1, №2, №3, and 1 not handed over yet; they and their history stay, without the client",
    ]
    await clears(desk)


async def test_the_ledger_says_when_and_which_leads_and_still_verifies(desk: Desk) -> None:
    await is_everywhere(desk)
    await erases(desk)
    async with desk.database.reading() as store:
        bodies = list(store.scalars(select(ledger.c.body)))
        (erased,) = store.execute(select(ledger).where(ledger.c.kind == "erased"))
        aside = list(store.scalars(select(set_aside.c.body).order_by(set_aside.c.id)))
    assert json.loads(erased.body) == {"leads": [1, 2, 3], "cause": "wish"} and erased.lead is None
    assert found_in("\n".join(bodies).encode()) == []
    assert aside == [{"update_id": ASIDE}, {"update_id": ASIDE + 1}]
    await desk.verifies()
    await clears(desk)


@pytest.mark.parametrize("back", ["client", "erased"])
async def test_who_puts_an_erased_client_back_is_found_out(desk: Desk, back: str) -> None:
    await desk.lead(f"{NAME} {PHONE}, {WORDS}")
    await erases(desk)
    async with desk.database.writing() as store:
        client = clients.add(store, Client(phone="+79601234567"))
        before = store.execute(select(leads.c.client, leads.c.erased)).one()
        store.execute(leads.update().values(**{back: client if back == "client" else None}))
    with pytest.raises(
        DoesNotHoldError, match=r"lead 1: its (client is erased, but not everything|erasure is None)"
    ):
        await desk.verifies()
    async with desk.database.writing() as store:
        store.execute(leads.update().values(**before._mapping))
        clients.erase(store, [client])


@pytest.mark.parametrize("spelt", ["89601234567", "+7 960 123-45-67", "7 960 123 45 67", "(960)123-45-67"])
async def test_he_may_be_named_in_any_spelling(desk: Desk, spelt: str) -> None:
    await desk.lead(f"{NAME} {PHONE}, {WORDS}")
    assert "№1" in await erases(desk, spelt)


async def test_once_he_is_erased_there_is_nothing_more_to_erase(desk: Desk) -> None:
    await desk.lead(f"{NAME} {PHONE}, {WORDS}")
    await erases(desk)
    before = await desk.stored()
    with pytest.raises(UnknownClientError, match="nothing is stored about this number"):
        await erases(desk)
    assert await desk.stored() == before


async def test_who_calls_again_is_a_new_client(desk: Desk) -> None:
    await desk.lead(f"{NAME} {PHONE}, {WORDS}")
    await desk.petrov.taps(CLAIM)
    await erases(desk)
    await desk.lead(f"{NAME} {PHONE}, {WORDS}")
    assert "знаком" not in desk.anna.card("№2").text and "Повтор" not in desk.anna.card("№2").text
    assert "№2" in await erases(desk)


@pytest.mark.parametrize("words", ["Рустам", "12", "", "№7"])
async def test_what_is_no_phone_is_said_to_be_none(desk: Desk, words: str) -> None:
    with pytest.raises(NotAClientError, match="is not a telephone number"):
        await erases(desk, words)


async def test_messages_too_old_to_be_removed_are_emptied(desk: Desk) -> None:
    """Telegram deletes nothing that is older than two days; a photo itself stays, the bot cannot take it back."""
    await desk.anna.sends_album(f"{NAME} {PHONE}, {WORDS}", "")
    await desk.anna.taps(HAND_OVER)
    await desk.petrov.taps(CLAIM)
    await desk.passes(days=8)  # two reminders, each a card anew
    await erases(desk)
    assert found_in(desk.petrov.chat().encode()) == [], desk.petrov.chat()
    assert desk.petrov.files() == ["photo"] * 2
    assert "стёрты" in desk.petrov.card("№1").text


async def test_a_note_that_speaks_of_him_says_no_more_than_that(desk: Desk) -> None:
    def case(work: Work) -> None:
        work.note(301, "about", "person-unreachable", name=f"клиенту {PHONE}")

    await desk.app.door.write(case)
    await desk.settle()
    assert desk.smirnov.sees("960")
    assert "  cards: 1 row" in await erases(desk)
    assert "Здесь говорилось о клиенте" in desk.smirnov.card().text and not desk.smirnov.sees("960")


async def test_what_another_process_has_erased_goes_from_the_screens_at_the_next_tick(desk: Desk) -> None:
    """The courier sleeps until somebody wakes it, and the command that erases is a program of its own."""
    await is_everywhere(desk)
    async with asyncio.TaskGroup() as program:
        courier = program.create_task(desk.app.courier.run())
        await others_work()
        await erase(Whom(PHONE), desk.address, desk.clock, lambda _: None)
        await desk.app.clockwork.tick()
        await others_work()
        desk.app.courier.stop()
        await courier
    assert NAME not in desk.petrov.chat() and NAME not in desk.anna.chat()
    await clears(desk)


async def others_work() -> None:
    """Long enough for anybody who has something to do."""
    for _ in range(3000):
        await asyncio.sleep(0)
