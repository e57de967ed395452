"""A tap that comes twice, from a nervous finger or from Telegram, counts once; the second is answered politely."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.offices import DUTY, LOTTERY, OFFICE, WITH_ADMIN
from tests.stories.desk import Desk, office
from tests.stories.people import Person
from tests.stories.words import (
    APPROVE,
    BAD_LEAD,
    CLAIM,
    CONFIRM_BAD,
    DECLINE,
    GIVE_BACK,
    HAND_OVER,
    PROPOSE_ROSTER,
    REFUSAL,
    SALE,
    SEEK,
    SKIP,
    TAKE_SHIFT,
    TOO_BUSY,
    TOO_EXPENSIVE,
    WITHDRAW,
)

Tap = tuple[Person, str]


async def drafted(desk: Desk) -> Tap:
    await desk.anna.sends("Рустам 8 (843) 200-00-00, окна")
    return desk.anna, HAND_OVER


async def offered(desk: Desk) -> Tap:
    await desk.lead()
    return desk.petrov, CLAIM


async def declined(desk: Desk) -> Tap:
    return (await offered(desk))[0], DECLINE


async def explained(desk: Desk) -> Tap:
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    return desk.petrov, TOO_BUSY


def held(words: str, *before: str) -> Callable[[Desk], Awaitable[Tap]]:
    async def story(desk: Desk) -> Tap:
        await desk.lead()
        for tap in (CLAIM, *before):
            await desk.petrov.taps(tap)
        return desk.petrov, words

    return story


async def assigned(desk: Desk) -> Tap:
    await desk.lead()
    await desk.smirnov.sends("/leads")
    await desk.smirnov.taps("№1")
    return desk.smirnov, "Иван Иванов"


async def settled(desk: Desk) -> Tap:
    await held(BAD_LEAD)(desk)
    await desk.petrov.taps(BAD_LEAD)
    return desk.smirnov, CONFIRM_BAD


async def lot_thrown(desk: Desk) -> Tap:
    return desk.petrov, "7"


async def swap_sought(desk: Desk) -> Tap:
    await desk.petrov.sends("/roster")
    await desk.petrov.taps(SEEK)
    return desk.petrov, "вт 24.11"


async def swap_taken(desk: Desk) -> Tap:
    who, words = await swap_sought(desk)
    await who.taps(words)
    return desk.ivanov, TAKE_SHIFT


async def swap_withdrawn(desk: Desk) -> Tap:
    who, words = await swap_sought(desk)
    await who.taps(words)
    return who, WITHDRAW


async def roster_approved(desk: Desk) -> Tap:
    await desk.smirnov.sends("/roster")
    await desk.smirnov.taps(PROPOSE_ROSTER)
    await desk.smirnov.taps("поровну")
    return desk.smirnov, APPROVE


async def rule_switched(desk: Desk) -> Tap:
    await desk.smirnov.sends("/office")
    await desk.smirnov.taps("Татарстан")
    return desk.smirnov, "поровну"


def invited(words: str) -> Callable[[Desk], Awaitable[Tap]]:
    async def story(desk: Desk) -> Tap:
        admin = desk.person(501)
        await admin.sends("/office")
        return admin, words

    return story


STORIES: dict[str, tuple[str, Callable[[Desk], Awaitable[Tap]], str]] = {
    "hand over": (OFFICE, drafted, "Уже передан"),
    "claim": (OFFICE, offered, "Лид уже у вас"),
    "decline": (OFFICE, declined, "Время вышло, лид ушёл дальше"),
    "explain": (OFFICE, explained, "Уже отмечено"),
    "sold": (OFFICE, held(SALE), "Лид уже закрыт: Пётр Петров"),
    "lost": (OFFICE, held(REFUSAL), "Лид уже закрыт: Пётр Петров"),
    "why lost": (OFFICE, held(TOO_EXPENSIVE, REFUSAL), "Уже отмечено"),
    "bad": (OFFICE, held(BAD_LEAD), "Решает руководитель, подождите"),
    "no amount": (OFFICE, held(SKIP, SALE), "Уже отмечено"),
    "give back": (OFFICE, held(GIVE_BACK), "Этот лид не у вас"),
    "assign": (OFFICE, assigned, "Лид уже забрали: Иван Иванов"),
    "settle": (OFFICE, settled, "Лид уже закрыт: Пётр Петров"),
    "throw a lot": (LOTTERY, lot_thrown, "Вы уже выбрали"),
    "seek a swap": (DUTY, swap_sought, ""),
    "take a swap": (DUTY, swap_taken, "Смена уже ваша"),
    "withdraw a swap": (DUTY, swap_withdrawn, ""),
    "approve a roster": (DUTY, roster_approved, "Решение по графику уже принято"),
    "switch a rule": (OFFICE, rule_switched, "Так и есть, менять нечего"),
    "invite somebody": (WITH_ADMIN, invited("Ким Новый"), "Ссылка уже готова"),
    "invite a newcomer": (WITH_ADMIN, invited("Менеджер"), "Ссылка уже готова"),
}


@pytest.mark.parametrize(("text", "story", "polite"), STORIES.values(), ids=STORIES)
async def test_a_finger_that_taps_twice_does_it_once(
    tmp_path: Path, text: str, story: Callable[[Desk], Awaitable[Tap]], polite: str
) -> None:
    async with office(tmp_path, text) as desk:
        person, words = await story(desk)
        message, data = person.data(words)
        before = await desk.stored()
        await person.taps_data(message, data)
        once = await desk.stored()
        assert once != before, "it has done something"
        seen = len(person.messages())
        toast = await person.taps_data(message, data)
        assert toast and polite in toast
        assert await desk.stored() == once
        assert len(person.messages()) == seen


@pytest.mark.parametrize("name", ["hand over", "claim", "take a swap", "invite a newcomer"])
async def test_one_tap_that_telegram_delivers_under_several_numbers_counts_once(
    tmp_path: Path, name: str
) -> None:
    text, story, _ = STORIES[name]
    async with office(tmp_path, text) as desk:
        person, words = await story(desk)
        message, data = person.data(words)
        desk.telegram.tap(person.id, message, data=data)
        query = desk.telegram.updates._pending[-1].update["callback_query"]
        await desk.settle()
        once, seen = await desk.stored(), person.chat()
        desk.clock._passed += 60
        for _ in range(2):
            desk.telegram.updates.put("callback_query", query)
            await desk.settle()
        assert await desk.stored() == once
        assert person.chat() == seen
        assert len(person.toasts(query["id"])) == 1


async def test_an_amount_that_is_typed_twice_is_written_down_once(desk: Desk) -> None:
    await held("", SALE)(desk)
    await desk.petrov.sends("120 000")
    once = await desk.stored()
    await desk.petrov.sends("120 000")
    assert (await desk.stored())["ledger"] == once["ledger"]
