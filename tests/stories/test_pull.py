"""The pull: leads wait for whoever asks, and the oldest is theirs at once; nobody sees one before."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.offices import NEXT, varied
from tests.stories.desk import Desk, office
from tests.stories.test_habits import HABITS, opens
from tests.stories.test_workbook import asks, book
from tests.stories.words import CLAIM, DETAILS, PULL

TEAM = ("petrov", "sidorova", "ivanov")


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


async def test_the_word_stands_below_the_chat_of_whoever_may_ask_and_gives_the_oldest(desk: Desk) -> None:
    for person in (desk.petrov, desk.smirnov, desk.anna):
        await person.starts()
    assert desk.petrov.below() == [PULL, "Мои лиды", "Пауза", "Очередь"]
    assert PULL not in desk.smirnov.below() + desk.anna.below()
    await desk.lead("Клиент Рустам 8 (843) 200-00-01, окна")
    await desk.lead("Клиент Айгуль 8 (843) 200-00-02, двери")
    await desk.petrov.presses(PULL)
    assert desk.petrov.sees("Рустам")
    await desk.petrov.presses(PULL)
    assert not desk.petrov.sees("Айгуль"), "pressed twice in a moment"
    assert desk.petrov.messages()[-1].text.startswith("🕰 Ждёт 1 лид")
    await desk.passes(minutes=1)
    await desk.petrov.presses(PULL)
    assert desk.petrov.sees("Айгуль")
    await desk.passes(minutes=1)
    await desk.petrov.presses(PULL)
    assert desk.petrov.messages()[-1].text == "✅ Сейчас лиды не ждут"


async def test_the_word_says_why_there_is_no_lead(tmp_path: Path) -> None:
    async with office(tmp_path, varied(NEXT, people={"petrov": {"capacity": 1}})) as desk:
        await desk.petrov.starts()
        await desk.lead()
        await desk.lead()
        await desk.petrov.presses(PULL)
        await desk.passes(minutes=1)
        await desk.petrov.presses(PULL)
        assert "закройте один из своих" in desk.petrov.messages()[-1].text
        await desk.petrov.sends("/off")
        await desk.petrov.presses(PULL)
        assert desk.petrov.messages()[-1].text != "Лид ваш"
        assert desk.sidorova.sees("Ждёт 1 лид")


async def test_the_word_comes_and_goes_with_the_scheme_also_past_a_restart(tmp_path: Path) -> None:
    async with office(tmp_path) as desk:
        for person in (desk.petrov, desk.smirnov):
            await person.starts()
        assert desk.petrov.below() == ["Мои лиды", "Пауза", "Очередь"]
        await desk.petrov.sends(PULL)
        assert "приходят сами" in desk.petrov.messages()[-1].text
        await desk.set_up(NEXT)
        await desk.passes(seconds=2)
        assert desk.petrov.below() == [PULL, "Мои лиды", "Пауза", "Очередь"]
        assert desk.petrov.sees("Внизу появилась кнопка «Дать лид»")
        assert PULL not in desk.smirnov.below()
        shown = len(desk.petrov.messages())
        await desk.restarts()
        await desk.passes(seconds=2)
        assert len(desk.petrov.messages()) == shown, "said once"
        team = [who for who in TEAM if who != "petrov"]
        await desk.set_up(varied(NEXT, segments={"rest": {"members": team}}))
        await desk.restarts()
        await desk.passes(seconds=2)
        assert desk.petrov.below() == ["Мои лиды", "Пауза", "Очередь"]
        assert desk.petrov.sees("Кнопки «Дать лид» внизу больше нет")


async def who_asks_and_who_never_does(desk: Desk) -> None:
    """Petrov asks twice, Sidorova once, Ivanov never."""
    for n, person in enumerate((desk.petrov, desk.sidorova, desk.petrov)):
        await desk.lead(f"Клиент 8 (843) 200-00-0{n}")
        await person.taps(PULL)
        await desk.passes(minutes=1)


async def test_the_head_reads_how_often_everybody_asked_and_that_somebody_never_did(desk: Desk) -> None:
    await who_asks_and_who_never_does(desk)
    people = await opens(desk.smirnov, "Менеджеры")
    lines = {line.split(":")[0]: line for line in people.split("\n")}
    assert "по «Дать лид» 2 из 3" in lines["Пётр Петров"]
    assert "по «Дать лид» 1 из 3" in lines["Ольга Сидорова"]
    assert "ни одной просьбы за период" in lines["Иван Иванов"]
    habits = await opens(desk.smirnov, DETAILS, HABITS)
    assert "· взято по «Дать лид» 2 из 3, у остальных 1 из 6" in habits
    assert "Иван Иванов\n· ни одной просьбы за период, а ждало лидов: 3" in habits


async def test_who_was_away_is_told_nothing_of(desk: Desk) -> None:
    await desk.ivanov.sends("/off")
    await who_asks_and_who_never_does(desk)
    assert "ни одной просьбы" not in await opens(desk.smirnov, "Менеджеры")
    assert "ни одной просьбы" not in await opens(desk.smirnov, DETAILS, HABITS)


async def test_the_file_has_how_often_everybody_asked(desk: Desk) -> None:
    await who_asks_and_who_never_does(desk)
    await asks(desk.smirnov)
    found = book(desk.smirnov)
    asked = {
        line["Менеджер"]: (line["Попросили и взяли"], line["Ждало просьбы"])
        for line in found.lines("Менеджеры")
    }
    assert asked["Пётр Петров"] == (2, 3) and asked["Иван Иванов"] == (0, 3)
    told = [line for line in found.lines(HABITS) if line["Что"] == "взято по «Дать лид»"]
    assert [(line["Раз"], line["У остальных"]) for line in told if line["Менеджер"] == "Иван Иванов"] == [
        (0, 3)
    ]


async def test_where_nobody_asks_nothing_is_said_of_it(tmp_path: Path) -> None:
    async with office(tmp_path) as desk:
        await desk.lead()
        await desk.petrov.taps(CLAIM)
        assert "просьб" not in await opens(desk.smirnov, "Менеджеры")
        assert "просьб" not in await opens(desk.smirnov, DETAILS, HABITS)
        await asks(desk.smirnov)
        assert "Попросили и взяли" not in book(desk.smirnov).lines("Менеджеры")[0]
