"""The pull: leads wait for whoever asks, and the oldest is theirs at once; nobody sees one before."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.offices import NEXT, varied
from tests.stories.desk import Desk, office
from tests.stories.words import CLAIM, PULL


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, NEXT) as desk:
        yield desk


async def test_leads_wait_and_who_asks_has_the_oldest(desk: Desk) -> None:
    await desk.lead("Клиент Рустам 8 (843) 200-00-01, окна")
    for person in (desk.petrov, desk.sidorova, desk.ivanov):
        assert person.sees("Ждёт 1 лид")
        assert not person.sees("Рустам")
        assert not person.has(CLAIM)
    await desk.passes(minutes=2)
    await desk.lead("Клиент Айгуль 8 (843) 200-00-02, двери")
    assert desk.sidorova.sees("Ждут 2 лида")
    assert await desk.sidorova.taps(PULL) == "Лид ваш"
    assert desk.sidorova.sees("Рустам")
    assert desk.petrov.sees("Ждёт 1 лид"), "the card stays true"
    assert await desk.petrov.taps(PULL) == "Лид ваш"
    assert desk.petrov.sees("Айгуль")
    assert desk.ivanov.sees("Сейчас лиды не ждут")
    assert not desk.ivanov.has(PULL)


async def test_everybody_is_rung_once_however_many_wait(desk: Desk) -> None:
    await desk.lead()
    shown = len(desk.ivanov.messages())
    await desk.lead()
    await desk.lead()
    assert len(desk.ivanov.messages()) == shown
    assert desk.ivanov.sees("Ждут 3 лида")


async def test_a_tap_that_comes_twice_takes_one_lead(desk: Desk) -> None:
    await desk.lead()
    await desk.lead()
    tap = desk.petrov.data(PULL)
    assert await desk.petrov.taps_data(*tap) == "Лид ваш"
    assert await desk.petrov.taps_data(*tap) == "Этот лид уже был у вас"
    assert desk.sidorova.sees("Ждёт 1 лид")


async def test_two_who_ask_at_once_have_two_leads(desk: Desk) -> None:
    await desk.lead("Клиент Рустам 8 (843) 200-00-01, окна")
    await desk.lead("Клиент Айгуль 8 (843) 200-00-02, двери")
    for person in (desk.petrov, desk.ivanov):
        message, data = person.data(PULL)
        desk.telegram.tap(person.id, message, data=data)
    await desk.settle()
    assert desk.petrov.sees("Рустам")
    assert desk.ivanov.sees("Айгуль")


async def test_who_comes_too_late_is_told_so_also_after_a_restart(desk: Desk) -> None:
    await desk.lead()
    tap = desk.ivanov.data(PULL)
    await desk.petrov.taps(PULL)
    await desk.restarts()
    assert await desk.ivanov.taps_data(*tap) == "Сейчас лиды не ждут"


async def test_who_is_in_no_such_team_may_not(desk: Desk) -> None:
    await desk.lead()
    message, data = desk.petrov.data(PULL)
    assert await desk.smirnov.taps_data(message, data) == "Сейчас лиды не ждут"
    assert desk.petrov.sees("Ждёт 1 лид")


async def test_nobody_picks_one_out(desk: Desk) -> None:
    await desk.lead()
    message, data = desk.petrov.data(PULL)
    lead = data.rpartition(":")[2]
    assert await desk.petrov.taps_data(message, f"claim:{lead}") == "Его не выбирают: нажмите «Дать лид»"
    assert await desk.petrov.taps_data(message, f"decl:{lead}") == "Его не выбирают: нажмите «Дать лид»"


async def test_what_nobody_asks_for_goes_to_everybody(desk: Desk) -> None:
    await desk.lead()
    await desk.passes(minutes=5)
    assert not desk.petrov.has(CLAIM)
    await desk.passes(minutes=11)
    assert desk.petrov.has(CLAIM)
    assert desk.petrov.sees("Сейчас лиды не ждут")


async def test_who_was_away_may_ask_and_is_told_what_waits(desk: Desk) -> None:
    await desk.ivanov.sends("/off")
    await desk.lead("Клиент Рустам 8 (843) 200-00-01, окна")
    assert not desk.ivanov.has(PULL)
    await desk.ivanov.sends("/on")
    assert await desk.ivanov.taps(PULL) == "Лид ваш"
    assert desk.ivanov.sees("Рустам")


async def test_who_is_on_pause_gets_none(desk: Desk) -> None:
    await desk.lead()
    tap = desk.ivanov.data(PULL)
    await desk.ivanov.sends("/off")
    assert await desk.ivanov.taps_data(*tap) != "Лид ваш"


async def test_a_day_has_its_limit(tmp_path: Path) -> None:
    text = varied(NEXT, segments={"rest": {"day_limit": 1}})
    async with office(tmp_path, text) as desk:
        await desk.lead()
        await desk.lead()
        await desk.petrov.taps(PULL)
        assert desk.petrov.sees("На сегодня всё: вы попросили 1 лид")
        message, _ = desk.sidorova.data(PULL)
        assert await desk.petrov.taps_data(message, "pull:2") == "На сегодня вы взяли сколько можно"
        await desk.sidorova.taps(PULL)
        await desk.passes(days=1)
        await desk.lead()
        assert await desk.petrov.taps(PULL) == "Лид ваш"


async def test_at_midnight_the_card_speaks_of_the_new_day_and_rings_nobody(tmp_path: Path) -> None:
    one_a_day = {"rest": {"day_limit": 1}}
    text = varied(NEXT, segments=one_a_day, hours="always", ack_timeout="12h", summary_at=None)
    async with office(tmp_path, text) as desk:
        await desk.lead()
        await desk.lead()
        await desk.petrov.taps(PULL)
        shown = desk.petrov.card("На сегодня всё").message_id
        await desk.passes(hours=13, minutes=59)
        assert not desk.petrov.has(PULL)
        await desk.passes(minutes=1)
        assert desk.petrov.card("Ждёт 1 лид").message_id == shown
        assert await desk.petrov.taps(PULL) == "Лид ваш"


async def test_queue_tells_how_many_wait_and_gives_one(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.sends("/queue")
    assert desk.petrov.sees("Нажмите «Дать лид»")
    await desk.petrov.taps(PULL, on="Кто следующий")
    await desk.petrov.sends("/why 1")
    assert desk.petrov.sees("Лид взят по «Дать лид», он ждал дольше других: Пётр Петров.")
    assert desk.petrov.sees("Засчитан как полученный.")


async def test_one_alone_pays_only_when_they_ask(tmp_path: Path) -> None:
    async with office(tmp_path, varied(NEXT, segments={"rest": {"members": ["petrov"]}})) as desk:
        await desk.lead()
        await desk.passes(minutes=16)
        await desk.petrov.sends("/why 1")
        assert not desk.petrov.sees("Засчитан")
