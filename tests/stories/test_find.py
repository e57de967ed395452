"""Somebody looks for a lead: by a name in any form, by four digits, by its number, by a name in Telegram."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from screens.buttons.of_sight import TurnPage
from screens.views.lists import ListKind
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.erasing import erases
from tests.stories.people import Person
from tests.stories.words import CLAIM, HAND_OVER, SALE, SKIP

VERA = {"name": "Вера", "telegram_id": 102, "roles": ["secretary"]}


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    """№1 is Petrov's, №2 is offered to Sidorova, №3 is sold by Petrov; Vera has a draft."""
    async with office(tmp_path, varied(OFFICE, people={"vera": VERA})) as desk:
        await desk.lead("Марат Закиров 8 (843) 200-11-22, окна, @marat_z")
        await desk.petrov.taps(CLAIM)
        await desk.lead("Алия Закирова 8 (843) 200-33-44, лоджия")
        await desk.lead("Борис Ёлкин 8 (495) 200-55-66, двери")
        await desk.smirnov.opens(3)
        await desk.smirnov.taps("Пётр Петров")
        await desk.petrov.taps(SALE, on="Ёлкин")
        await desk.petrov.taps(SKIP)
        await desk.person(102).sends("Закир Марков 8 (843) 200-77-88")
        yield desk


async def found(person: Person, text: str) -> list[str]:
    await person.sends(f"/find {text}")
    card = person.card("Нашлось")
    return [
        button.text
        for row in card.buttons
        for button in row
        if "№" in button.text or "Черновик" in button.text
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Закиров", ["№2", "№1"]),
        ("закиро", ["№2", "№1"]),
        ("Закировой", ["№2", "№1"]),
        ("марату закирову", ["№1"]),
        ("елкин", ["№3"]),
        ("1122", ["№1"]),
        ("20033", ["№2"]),
        ("8 (843) 200", ["Черновик", "№2", "№1"]),
        ("+7 495 200-55-66", ["№3"]),
        ("3", ["№3"]),
        ("№2", ["№2"]),
        ("@marat_z", ["№1"]),
        ("Закиров 3344", ["№2"]),
        ("Петров", []),
        ("9999", []),
    ],
)
async def test_the_head_finds_any_lead(desk: Desk, text: str, numbers: list[str]) -> None:
    assert [button.split()[0] for button in await found(desk.smirnov, text)] == numbers


async def test_a_manager_finds_their_own_also_what_is_closed(desk: Desk) -> None:
    assert [b.split()[0] for b in await found(desk.petrov, "Закиров")] == ["№1"]
    assert [b.split()[0] for b in await found(desk.petrov, "Ёлкина")] == ["№3"]
    await desk.restarts()
    await desk.petrov.taps("№3 Борис")
    assert "Продажа" in desk.petrov.messages()[-1].text
    assert await found(desk.sidorova, "Закиров") == [], "what is only offered is still masked"
    assert desk.sidorova.sees("Ничего не нашлось")


async def test_a_secretary_finds_what_she_has_taken_in(desk: Desk) -> None:
    assert len(await found(desk.anna, "200")) == 0, "three digits are too few, and no number"
    assert [b.split()[0] for b in await found(desk.anna, "Закир")] == ["№2", "№1"]
    assert [b.split()[0] for b in await found(desk.person(102), "Закир")] == ["Черновик"]
    assert await found(desk.person(102), "№1") == []


async def test_the_director_finds_any_lead_and_reads_no_name(desk: Desk) -> None:
    assert [b.split()[0] for b in await found(desk.orlova, "Закиров")] == ["№2", "№1"]
    assert "Закиров" not in desk.orlova.chat() and "200-11" not in desk.orlova.chat()


async def test_whoever_presses_the_word_is_asked_and_the_next_words_are_the_answer(desk: Desk) -> None:
    leads = len((await desk.stored())["leads"])
    await desk.anna.sends("Найти")
    assert desk.anna.sees("Кого найти?")
    await desk.restarts()
    await desk.anna.sends("Закировой")
    assert desk.anna.sees("Нашлось: 2") and not desk.anna.sees("Кого найти?")
    assert len((await desk.stored())["leads"]) == leads
    await desk.anna.sends("Закировой")
    assert len((await desk.stored())["leads"]) == leads + 1, "that was asked once: it is a lead again"


async def test_a_client_who_calls_meanwhile_is_a_lead(desk: Desk) -> None:
    await desk.anna.sends("Найти")
    await desk.anna.sends("Тимур 8 (843) 258-31-99")
    assert desk.anna.card("Тимур").button(HAND_OVER)
    await desk.passes(minutes=6)
    leads = len((await desk.stored())["leads"])
    await desk.anna.sends("Закировой")
    assert len((await desk.stored())["leads"]) == leads + 1, "nobody waits so long"


async def test_what_was_looked_for_is_stored_nowhere_and_whoever_is_erased_is_found_no_more(
    desk: Desk,
) -> None:
    await found(desk.smirnov, "Закиров")
    await erases(desk, "8 (843) 200-11-22")
    assert not desk.smirnov.sees("Марат")
    assert [b.split()[0] for b in await found(desk.smirnov, "Закиров")] == ["№2"]
    assert await found(desk.smirnov, "1122") == []
    everything = await desk.stored()
    assert "марат" not in str(everything)
    by_chance = {"ledger", "offices", "invitations"}  # seals and keys are digits, too
    assert "1122" not in str({table: rows for table, rows in everything.items() if table not in by_chance})


async def test_a_stale_page_shows_what_is_there(desk: Desk) -> None:
    await desk.smirnov.taps_data(1, TurnPage(kind=ListKind.FOUND, page=3).pack())
    assert desk.smirnov.sees("Ничего не нашлось")
