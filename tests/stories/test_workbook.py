"""The Excel file in the chat: for the head and the director, and for nobody else."""

from __future__ import annotations

import re

import pytest

from bot.standin.faults import CutAfter, Script
from bot.standin.people import Seen
from desk.outgoing import Room
from screens.buttons.of_sight import Workbook
from storage import people
from storage.kinds import CardKind
from storage.sealing import seal
from tests.offices import OFFICE, Keys, varied
from tests.storage.opened import Opened, opened
from tests.stories.desk import Desk
from tests.stories.erasing import PHONE, erases, found_in
from tests.stories.people import Person
from tests.stories.test_summary import a_day_at_work
from tests.stories.words import CLAIM, NO_ANSWER, NOTE, REACHED

TODAY = Workbook(first="2026-11-23", last="2026-11-23").pack()
FORGED = (
    "2026-11-23:2026-11-22",
    "2026-11-23:never",
    "20261123:20261123",
    "1066-10-14:2026-11-23",
    "9999-12-31:9999-12-31",
)


async def asks(person: Person, data: str = TODAY) -> str:
    return await person.taps_data(1, data)


def documents(person: Person) -> list[Seen]:
    return [message for message in person.messages() if message.kind == "document"]


def book(person: Person) -> Opened:
    """The newest."""
    file = person.telegram.files.get(documents(person)[-1].raw["document"]["file_id"])
    return opened(file.upload.data)


async def test_the_head_asks_and_has_the_file_with_the_figures_of_the_report(desk: Desk) -> None:
    await a_day_at_work(desk)
    assert await asks(desk.smirnov) == "Готовлю файл Excel"
    (message,) = documents(desk.smirnov)
    assert message.raw["document"]["file_name"] == "Отчёт 23 ноября 2026.xlsx"
    assert message.text == "📗 Отчёт: 23 ноября 2026. Лиды, менеджеры, сегменты, решения"
    found = book(desk.smirnov)
    leads = found.lines("Лиды")
    assert [line["№"] for line in leads] == [1, 2, 3, 4]
    assert [line["Чем кончилось"] for line in leads] == ["продажа", "отказ", None, None]
    assert found.total("Лиды")["Сумма продаж"] == 120_000
    await desk.smirnov.sends("/report")
    assert "Продаж: 1 на 120\u202f000\u202f₽" in desk.smirnov.card("Итоги").text
    assert leads[0]["Телефон"] == "+7 843 200-00-00", "the head sees every client on his cards too"


async def test_the_director_finds_clients_masked_as_on_her_cards(desk: Desk) -> None:
    await a_day_at_work(desk)
    await asks(desk.orlova)
    found = book(desk.orlova)
    assert len(found.lines("Лиды")) == 4
    assert not any(re.search(r"200-00|Рустам", text) for text in found.texts())


async def test_it_speaks_the_readers_language(desk: Desk) -> None:
    await desk.lead()
    await desk.smirnov.taps_data(1, "lang:en")
    assert await asks(desk.smirnov) == "Making the Excel file"
    assert documents(desk.smirnov)[-1].raw["document"]["file_name"] == "Report 23 November 2026.xlsx"
    assert book(desk.smirnov).sheets == [
        "Totals",
        "Leads",
        "Managers",
        "Segments",
        "Reasons",
        "Habits",
        "Hand-overs",
        "Decisions",
    ]


async def test_asked_for_again_it_comes_anew_and_the_old_one_goes(desk: Desk) -> None:
    await asks(desk.smirnov)
    (before,) = documents(desk.smirnov)
    await desk.lead()
    await asks(desk.smirnov)
    (after,) = documents(desk.smirnov)
    assert after.message_id > before.message_id
    assert len(book(desk.smirnov).lines("Лиды")) == 1


async def test_a_managers_forged_tap_brings_nothing(desk: Desk) -> None:
    await desk.lead()
    for person in (desk.petrov, desk.anna, desk.stranger(999)):
        before = len(person.messages())
        toast = await asks(person)
        assert toast and "Excel" not in toast
        assert not documents(person) and len(person.messages()) - before <= 1


@pytest.mark.parametrize("days", FORGED)
async def test_days_that_are_none_bring_nothing(desk: Desk, days: str) -> None:
    assert "Excel" not in await asks(desk.smirnov, f"xlsx:{days}")
    assert not documents(desk.smirnov)
    assert len(TODAY.encode()) <= 64


async def test_whoever_is_head_no_more_when_it_is_made_gets_none(desk: Desk) -> None:
    desk.telegram.tap(desk.smirnov.id, 1, data=TODAY)
    await desk.hears()
    async with desk.database.writing() as store:
        people.change(store, "smirnov", roles=["manager"])
        seal(store, desk.clock.now())
    await desk.settle()
    assert not documents(desk.smirnov)


async def test_a_file_whose_fate_is_unknown_is_not_sent_twice(desk: Desk) -> None:
    desk.telegram.faults = Script(("sendDocument", CutAfter()))
    await asks(desk.smirnov)
    await desk.passes(minutes=5)
    assert len(documents(desk.smirnov)) == 1


async def test_with_the_client_goes_the_file_that_he_is_in(desk: Desk) -> None:
    await desk.lead(f"Рустам Закиров {PHONE}, окна")
    await desk.lead("Айрат 8 843 200-88-88, окна")
    await asks(desk.smirnov)
    await asks(desk.orlova)
    assert len(found_in("\n".join(book(desk.smirnov).texts()).encode())) > 1
    await erases(desk)
    assert not documents(desk.smirnov) and not documents(desk.orlova)
    await asks(desk.smirnov)
    first, second = book(desk.smirnov).lines("Лиды")
    assert first["№"] == 1 and first["Имя клиента"] is None and first["Телефон"] is None
    assert second["Имя клиента"] == "Айрат"
    assert found_in("\n".join(book(desk.smirnov).texts()).encode()) == []


async def test_a_file_that_was_on_its_way_meanwhile_is_taken_back(desk: Desk) -> None:
    await desk.lead(f"Рустам Закиров {PHONE}, окна")
    desk.telegram.tap(desk.smirnov.id, 1, data=TODAY)
    await desk.hears()
    outbox = desk.app.courier._outbox
    due = await outbox.due(Room(10, frozenset()))
    (drawn,) = [drawn for drawn in due.drawn if drawn.card.kind is CardKind.WORKBOOK]
    await desk.app.courier._delivery.deliver(drawn)
    assert documents(desk.smirnov)
    await erases(desk)
    assert not documents(desk.smirnov)


@pytest.mark.parametrize("now", [{"roles": ["manager"]}, None], ids=["a manager", "gone"])
async def test_whoever_is_head_no_more_keeps_no_file(desk: Desk, now: Keys | None) -> None:
    await asks(desk.smirnov)
    await asks(desk.orlova)
    await desk.set_up(varied(OFFICE, people={"smirnov": now}))
    assert not documents(desk.smirnov) and documents(desk.orlova)


async def test_it_tells_what_was_said_and_done_to_whoever_sees_the_clients(desk: Desk) -> None:
    await desk.lead("Рустам 8 (843) 200-00-00, окна на кухню")
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(NOTE)
    await desk.petrov.sends("Замер в субботу")
    await desk.petrov.taps(NO_ANSWER)
    await desk.passes(minutes=20)
    await desk.petrov.taps(f"{NO_ANSWER} ✓")
    await desk.petrov.taps(REACHED)
    await desk.petrov.taps(f"{REACHED} ✓")
    await desk.lead("Опять Рустам 8 (843) 200-00-00, торопит")
    await asks(desk.smirnov)
    (line,) = book(desk.smirnov).lines("Лиды")
    assert line["Слова клиента"] == "Рустам 8 (843) 200-00-00, окна на кухню"
    assert line["Все отметки"] == "недозвон, недозвон", "the one that was a mistake counts no more"
    assert (
        line["Заметки и повторные обращения"] == "Замер в субботу · Опять Рустам 8 (843) 200-00-00, торопит"
    )
    await asks(desk.orlova)
    (hidden,) = book(desk.orlova).lines("Лиды")
    assert hidden["Слова клиента"] is hidden["Заметки и повторные обращения"] is None
    assert hidden["Все отметки"] == "недозвон, недозвон"
