"""The administrator erases a client from the chat: what will go is shown, asked about twice, and told in a protocol."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.offices import WITH_ADMIN
from tests.stories.desk import Desk, office
from tests.stories.erasing import NAME, PHONE, bytes_of, clears, found_in, is_everywhere
from tests.stories.people import Person
from tests.stories.words import CLAIM, HAND_OVER

PRIVACY, ERASE, GO, SURE, LEAVE = "Личные данные", "Стереть клиента", "🧽 Стереть", "навсегда", "Не надо"


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, WITH_ADMIN) as desk:
        yield desk


@pytest.fixture
def admin(desk: Desk) -> Person:
    return desk.person(501)


async def looks_for(admin: Person, words: str) -> None:
    await admin.sends("/office")
    await admin.taps(PRIVACY)
    await admin.taps(ERASE)
    assert admin.sees("Напишите телефон, номер лида")
    await admin.sends(words)


def protocol(admin: Person) -> str:
    message = next(m for m in reversed(admin.messages()) if "document" in m.raw)
    file = admin.telegram.files.get(message.raw["document"]["file_id"])
    assert file
    return file.upload.data.decode()


async def test_what_will_go_is_shown_first_and_nothing_is_gone_yet(desk: Desk, admin: Person) -> None:
    await is_everywhere(desk)
    before = await desk.stored()
    await looks_for(admin, PHONE)
    card = admin.card("Что пропадёт")
    for words in ("№1, №2, №3", "№1, Пётр Петров", "№2, пока ни у кого", "Черновики: 1", "Файлы: 3"):
        assert words in card.text, card.text
    assert "Необработанные обновления: 2" in card.text
    assert found_in(card.text.encode()) == [], "the administrator is shown no client"
    assert (await desk.stored())["touches"] == before["touches"]
    await admin.taps(LEAVE)
    assert admin.sees("Ничего не стёрто")
    assert (await desk.stored())["touches"] == before["touches"]
    await clears(desk)


async def test_after_two_words_nothing_of_the_client_is_left_anywhere(
    desk: Desk, admin: Person, tmp_path: Path
) -> None:
    await is_everywhere(desk)
    await looks_for(admin, PHONE)
    await admin.taps(GO)
    assert "Вернуть будет нельзя" in admin.card("Что пропадёт").text
    await admin.taps(SURE)
    assert admin.sees("Данные клиента стёрты. Протокол ниже")
    assert found_in(bytes_of(tmp_path)) == []
    everybody = (desk.anna, desk.petrov, desk.sidorova, desk.ivanov, desk.smirnov, desk.orlova, admin)
    for person in everybody:
        assert found_in(person.chat().encode()) == [], person.chat()
    written = json.dumps(desk.telegram.chats[501].messages, ensure_ascii=False)
    assert found_in(written.encode()) == [], "what the administrator has typed is gone, too"
    assert "стёрты" in desk.petrov.card("№1 ·").text and desk.petrov.files() == []
    await desk.verifies()
    await clears(desk)


async def test_the_protocol_says_what_where_when_and_by_whom_and_no_word_of_it(
    desk: Desk, admin: Person
) -> None:
    await is_everywhere(desk)
    await looks_for(admin, "№1")
    await admin.taps(GO)
    await admin.taps(SURE)
    said = protocol(admin)
    for words in (
        "Офис: Окна Казань",
        "Когда: 2026-11-23 10:00:",
        "(Europe/Moscow)",
        "Кто: Администратор",
        "по номеру лида",
        "(touches): 4",
        "(set_aside): 2",
        "без клиента: №1, №2, №3",
        "Выброшено черновиков: 1",
        "Файл базы переписан",
    ):
        assert words in said, said
    assert found_in(said.encode()) == []
    await clears(desk)


async def test_whom_nobody_knows_and_what_nobody_can_be_meant_by(desk: Desk, admin: Person) -> None:
    await looks_for(admin, "№77")
    assert admin.sees("О таком клиенте ничего не хранится")
    await admin.sends("эй")
    assert admin.sees("По этому не найти")
    await desk.lead("Рустам, окна, пишите на rustam@uniq.ru")
    await admin.sends("rustam собака uniq точка ru")
    assert "№1" in admin.card("Что пропадёт").text


async def test_words_that_stand_with_several_clients_name_their_leads(desk: Desk, admin: Person) -> None:
    for phone in ("8 843 200-88-88", "8 843 200-99-99"):
        await desk.lead(f"{phone}, балкон у парка Горького")
    await looks_for(admin, "у парка Горького")
    assert admin.sees("у нескольких клиентов (№1, №2)")
    await admin.sends("2")
    assert "Клиент лидов №2:" in admin.card("Что пропадёт").text


async def test_others_with_the_same_number_stay_unless_they_are_meant(desk: Desk, admin: Person) -> None:
    for extension in ("", " доб. 101", " доб. 102"):
        await desk.anna.sends(f"Айрат, окна, 8 843 292-44-44{extension}")
        await desk.anna.taps(HAND_OVER)
    await looks_for(admin, "8 843 292-44-44")
    card = admin.card("Что пропадёт")
    assert "с добавочными 101, 102" in card.text and "лидов №1:" in card.text
    await admin.taps("и с добавочными")
    assert "лидов №1, №2, №3:" in admin.card("Что пропадёт").text
    assert "добавочными" not in admin.card("Что пропадёт").text


async def test_an_erasure_that_the_program_died_in_is_done_at_the_next_start(
    desk: Desk, admin: Person, tmp_path: Path
) -> None:
    await is_everywhere(desk)
    await looks_for(admin, PHONE)
    await admin.taps(GO)
    message, data = admin.data(SURE)
    desk.telegram.tap(admin.id, message, data=data)
    await desk.hears()
    await desk.restarts()
    await desk.settle()
    assert found_in(bytes_of(tmp_path)) == [] and "№1, №2, №3" in protocol(admin)
    await clears(desk)


async def test_old_buttons_erase_nobody(desk: Desk, admin: Person) -> None:
    await desk.lead(f"{NAME} {PHONE}")
    await looks_for(admin, PHONE)
    go = admin.data(GO)
    await admin.taps(LEAVE)
    await admin.taps_data(*go)
    assert not admin.has(SURE)
    await desk.petrov.taps(CLAIM)
    assert NAME in desk.petrov.card("№1").text


async def test_nobody_but_the_administrator_is_shown_the_way(desk: Desk) -> None:
    await desk.smirnov.sends("/office")
    await desk.smirnov.taps(PRIVACY)
    assert not desk.smirnov.has(ERASE)
