"""A lead is found again without scrolling: one's own, those of today, those of the office; each row opens its card."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bench.cost.counters import Counting
from screens.buttons.of_sight import Narrow, OpenLead, TurnPage
from screens.views.lists import ListKind, Only, Part
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.erasing import erases
from tests.stories.people import Person
from tests.stories.words import CLAIM, GIVE_BACK, HAND_OVER, NO_ANSWER, REFUSAL, SALE

ALONE = varied(OFFICE, people={"sidorova": None, "ivanov": None}, offers_at_once=30)


@pytest.fixture
async def alone(tmp_path: Path) -> AsyncIterator[Desk]:
    """An office in which Petrov gets every lead."""
    async with office(tmp_path, ALONE) as desk:
        yield desk


async def claims(desk: Desk, *names: str) -> None:
    for number, name in enumerate(names):
        await desk.lead(f"{name} 8 (843) 200-11-{number:02}, окна")
        await desk.petrov.taps(CLAIM)


def rows(person: Person, title: str) -> list[str]:
    lines = person.card(title).text.replace("\xa0", " ").splitlines()
    return [line for line in lines if "№" in line or line.startswith("Черновик ")]


async def test_a_manager_opens_a_lead_of_theirs_at_the_end_of_the_chat(alone: Desk) -> None:
    await claims(alone, "Марат", "Алия")
    await alone.petrov.taps(NO_ANSWER, on="Марат")
    await alone.petrov.sends("/mine")
    assert rows(alone.petrov, "Мои лиды: 2 · на 10:00") == [
        "№2 Алия · отметок нет · 1 мин · 📞 в 10:30",
        "№1 Марат · 📵 Недозвон · 1 мин · 🔔 завтра в 10:00",
    ], "whoever was not called yet comes first"
    await alone.restarts()
    await alone.petrov.taps("№1 Марат")
    last = alone.petrov.messages()[-1]
    assert "200-11-00" in last.text and last.button(SALE)
    cards = [m for m in alone.petrov.messages() if m.button(SALE) and "Марат" in m.text]
    assert len(cards) == 1, "the card has moved, there are not two"


async def test_what_is_overdue_comes_first_then_what_comes_next(alone: Desk) -> None:
    await claims(alone, "Марат")
    await alone.passes(days=1, minutes=5)
    await alone.lead("Алия 8 (843) 200-11-44, окна")
    await alone.petrov.taps(CLAIM)
    await alone.passes(minutes=20)
    await alone.lead("Рустам 8 (843) 200-11-55, окна")
    await alone.petrov.taps(CLAIM)
    await alone.petrov.sends("Мои лиды")
    found = rows(alone.petrov, "Мои лиды: 3")
    assert [row.split()[1 if row.startswith("❗") else 0] for row in found] == ["№1", "№2", "№3"]
    assert found[0].startswith("❗")
    await alone.petrov.taps(NO_ANSWER, on="Марат")
    await alone.petrov.taps("Обновить")
    assert not rows(alone.petrov, "Мои лиды: 3")[0].startswith("❗")


async def test_pages_are_turned_where_the_list_stands(alone: Desk) -> None:
    await claims(alone, *(f"Клиент{letter}" for letter in "абвгдежзик"))
    await alone.petrov.sends("/mine")
    before = len(alone.petrov.messages())
    assert len(rows(alone.petrov, "Мои лиды: 10")) == 8
    message, forward = alone.petrov.data("▶️")
    await alone.petrov.taps_data(message, forward)
    await alone.petrov.taps_data(message, forward)
    assert len(rows(alone.petrov, "Страница 2 из 2")) == 2
    assert len(alone.petrov.messages()) == before
    for _ in range(3):
        await alone.petrov.taps(REFUSAL)
        await alone.petrov.taps("Дорого")
    await alone.petrov.taps("Обновить")
    assert "Страница" not in alone.petrov.card("Мои лиды: 7").text, "there is no second page any more"


async def test_whoever_has_nothing_in_hand_is_told_so(desk: Desk) -> None:
    await desk.petrov.sends("/mine")
    assert desk.petrov.sees("Открытых лидов у вас нет")


async def test_a_lead_that_is_lost_goes_from_the_list_with_its_client(desk: Desk) -> None:
    await desk.lead("Марат 8 (843) 200-11-00, окна")
    await desk.petrov.taps(CLAIM)
    await desk.petrov.sends("/mine")
    assert desk.petrov.sees("Марат")
    message, data = desk.petrov.data("№1 Марат")
    await desk.petrov.taps(GIVE_BACK)
    assert not desk.petrov.sees("Марат")
    assert await desk.petrov.taps_data(message, data) == "Этот лид не у вас"
    assert not desk.petrov.sees("Марат")


async def test_the_secretary_sees_what_became_of_each_lead_of_today(desk: Desk) -> None:
    await desk.lead("Марат 8 (843) 200-11-00, окна")
    await desk.petrov.taps(CLAIM)
    await desk.lead("Алия 8 (843) 200-11-01, окна")
    await desk.anna.sends("Рустам 8 (843) 200-11-02, окна")
    await desk.anna.sends("Сегодня")
    assert rows(desk.anna, "Сегодня приняли: 3") == [
        "Черновик Рустам · не передан · 1 мин",
        "№2 Алия · 👉 предложен: Ольга Сидорова · 1 мин",
        "№1 Марат · Пётр Петров · отметок нет · 1 мин",
    ]
    await desk.anna.taps("Черновик Рустам")
    assert desk.anna.messages()[-1].button(HAND_OVER)
    await desk.petrov.taps(SALE, on="Марат")
    await desk.petrov.sends("120000")
    await desk.anna.taps("Обновить")
    assert "№1 Марат · Пётр Петров · 💰 Продажа · 1 мин" in rows(desk.anna, "Сегодня приняли: 3")
    assert len((await desk.stored())["leads"]) == 3, "the word is no draft"


async def test_yesterdays_drafts_are_still_there_and_yesterdays_leads_are_not(desk: Desk) -> None:
    await desk.lead("Марат 8 (843) 200-11-00, окна")
    await desk.anna.sends("Рустам 8 (843) 200-11-02, окна")
    await desk.passes(days=1)
    await desk.anna.sends("/today")
    assert [row.split(" · ")[0] for row in rows(desk.anna, "Сегодня приняли")] == ["Черновик Рустам"]


async def test_a_secretary_sees_only_what_she_has_taken_in(tmp_path: Path) -> None:
    vera = {"name": "Вера", "telegram_id": 102, "roles": ["secretary"]}
    async with office(tmp_path, varied(OFFICE, people={"vera": vera})) as desk:
        await desk.lead("Марат 8 (843) 200-11-00, окна")
        await desk.person(102).sends("/today")
        assert desk.person(102).sees("Сегодня лидов ещё не было")
        assert await desk.person(102).taps_data(1, OpenLead(lead=1).pack()) == "Этот лид не у вас"


async def test_the_head_narrows_the_list_as_they_like(desk: Desk) -> None:
    await desk.lead("Марат 8 (843) 200-11-00, окна")
    await desk.petrov.taps(CLAIM)
    await desk.lead("Алия 8 (843) 200-11-01, окна")
    await desk.anna.sends("Рустам 8 (843) 200-11-02, окна")
    head = desk.smirnov
    await head.sends("Лиды")
    assert len(rows(head, "Открытые лиды: 2")) == 2
    await head.taps("Ничьи")
    assert [row.split(" · ")[0] for row in rows(head, "Открытые лиды: 1")] == ["№2 Алия"]
    await head.taps("Черновики")
    assert rows(head, "Открытые лиды: 1") == ["Черновик Рустам · не передан (Анна Секретарёва) · 1 мин"]
    await head.taps("Менеджер: все")
    await desk.restarts()
    await head.taps("Пётр Петров")
    assert "Пётр Петров" in head.card("Открытые лиды: 1").text.splitlines()[1]
    assert [row.split(" · ")[0] for row in rows(head, "Открытые лиды: 1")] == ["№1 Марат"]
    await head.taps("Без движения 3 дня")
    assert "Таких лидов нет" in head.card("Открытые лиды: 0").text
    await desk.passes(days=4)
    await head.taps("Обновить")
    assert "💤 без движения 4 дн." in head.card("Открытые лиды: 1").text.replace("\xa0", " ")
    await desk.petrov.taps(NO_ANSWER, on="Марат")
    await head.taps("Обновить")
    assert "Таких лидов нет" in head.card("Открытые лиды: 0").text


async def test_a_segment_is_chosen_and_taken_back(desk: Desk) -> None:
    await desk.lead("Марат 8 (843) 200-11-00, окна")
    await desk.lead("Алия 8 (495) 200-11-01, окна")
    await desk.smirnov.sends("/leads")
    await desk.smirnov.taps("Сегмент: все")
    await desk.smirnov.taps("Татарстан")
    assert [row.split(" · ")[0] for row in rows(desk.smirnov, "Открытые лиды: 1")] == ["№1 Марат"]
    await desk.smirnov.taps("Сегмент: Татарстан")
    await desk.smirnov.taps_data(1, Narrow(by=Part.SEGMENT).pack())
    assert len(rows(desk.smirnov, "Открытые лиды: 2")) == 2
    assert "Татарстан" not in desk.smirnov.card("Открытые лиды: 2").text


async def test_a_nobodys_lead_opens_with_the_list_of_whom_to_give_it_to(desk: Desk) -> None:
    await desk.lead("Марат 8 (843) 200-11-00, окна")
    await desk.smirnov.sends("/leads")
    await desk.smirnov.taps("№1 Марат")
    await desk.smirnov.taps("Иван Иванов")
    assert desk.ivanov.has(SALE)


async def test_the_director_reads_no_name_before_they_may(desk: Desk) -> None:
    await desk.lead("Марат 8 (843) 200-11-00, окна")
    await desk.lead("8 (843) 200-11-77, окна")
    await desk.orlova.sends("/leads")
    assert "№1 М••• · " in desk.orlova.card("Открытые лиды").text
    assert "200-11" not in desk.orlova.chat() and "Марат" not in desk.orlova.chat()


async def test_whoever_is_erased_is_gone_from_every_list(desk: Desk) -> None:
    await desk.lead("Марат 8 (843) 200-11-00, окна")
    await desk.petrov.taps(CLAIM)
    for person, words in ((desk.petrov, "/mine"), (desk.anna, "/today"), (desk.smirnov, "/leads")):
        await person.sends(words)
        assert person.sees("Марат")
    await erases(desk, "8 (843) 200-11-00")
    for person in (desk.petrov, desk.anna, desk.smirnov):
        assert not person.sees("Марат")
    assert "Марат" not in str(await desk.stored())


async def test_whoever_leaves_has_no_list_left(desk: Desk) -> None:
    await desk.lead("Марат 8 (843) 200-11-00, окна")
    await desk.petrov.taps(CLAIM)
    await desk.petrov.sends("/mine")
    await desk.set_up(varied(OFFICE, people={"petrov": None}))
    assert not desk.petrov.sees("Марат")


async def test_a_list_costs_the_same_however_many_leads_and_managers(tmp_path: Path) -> None:
    """The list of the office, another page of it, its choices; and one manager's own."""
    fifty = {
        f"m{n}": {"name": f"Менеджер {n}", "telegram_id": 5000 + n, "roles": ["manager"]} for n in range(50)
    }
    crowd = varied(OFFICE, people=fifty, segments={"rest": {"members": ["petrov", *fifty]}})
    async with office(tmp_path, crowd) as desk:
        found = []
        for leads in (2, 30):
            for _ in range(leads):
                await desk.lead()
            await looks_around(desk)
            found.append(await looks_around(desk))
        assert desk.smirnov.sees("Открытые лиды: 32")
        assert found[1] <= found[0] <= 100


async def looks_around(desk: Desk) -> int:
    """Returns how many statements it takes."""
    counting = Counting()
    counting.start()
    await desk.smirnov.sends("/leads")
    for tap in (
        TurnPage(kind=ListKind.LEADS, page=1),
        Narrow(by=Part.MENU, value=Part.WHO),
        Narrow(by=Part.ONLY, value=Only.STILL),
        Narrow(by=Part.ONLY, value=Only.ALL),
    ):
        await desk.smirnov.taps_data(1, tap.pack())
    await desk.petrov.sends("/mine")
    counting.stop()
    return counting.counts.statements


async def test_what_shows_nothing_new_says_so(desk: Desk) -> None:
    await desk.smirnov.sends("/leads")
    assert await desk.smirnov.taps("Обновить") == "Список свежий"
    await desk.lead()
    assert await desk.smirnov.taps("Обновить") == "Список свежий", "a glance at the list shows the rest"
