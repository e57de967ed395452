"""Where the office tells of its leads, set up in the chat; and what was sent, looked at and sent again."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import pytest

from leads.hooks import EventKind, Hook
from leads.office import Office
from sources.hooks.posting import post
from sources.hooks.signing import is_secret
from storage import deliveries, hooks, offices, secrets
from storage.secrets import SecretOf
from tests.offices import WITH_ADMIN
from tests.stories.desk import Desk, office
from tests.stories.hooks.receiver import SHORT, Receiver, World, received, says
from tests.stories.people import Person
from tests.stories.words import CLAIM

URL = "https://crm.example/in?key=of-somebody"


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    async with office(tmp_path, WITH_ADMIN) as desk:
        desk.app.sender.post = partial(post, wait=SHORT)
        async with received(Receiver(desk.clock.now)) as receiver:
            yield World(desk, receiver)


async def opened(desk: Desk) -> Person:
    admin = desk.person(501)
    await admin.sends("/office")
    await admin.taps("Куда уходит")
    return admin


async def made(desk: Desk, url: str = URL) -> tuple[Person, str]:
    """The administrator, and the secret that they were shown."""
    admin = await opened(desk)
    await admin.taps("Новый адрес")
    await admin.sends(url)
    shown = re.search(r"whsec_[\w+/=]+", admin.card("Секрет для").text)
    assert shown
    return admin, shown[0]


async def the_office(desk: Desk) -> Office:
    async with desk.database.reading() as store:
        return offices.read_office(store)


async def test_an_address_is_made_and_its_secret_is_shown_once(world: World) -> None:
    admin, secret = await made(world.desk)
    assert is_secret(secret)
    assert (await the_office(world.desk)).hooks == (Hook(URL),)
    await admin.taps("Готово")
    assert admin.sees("crm.example") and admin.sees("✅ включён")
    assert admin.sees("Без данных клиента")
    assert not any("whsec_" in message.text for message in admin.messages())
    assert "the set-up is as entry" in await world.desk.verifies()
    await admin.taps("Назад")
    assert admin.sees("crm.example — ✅ включён")
    await admin.sends("/office")
    await admin.taps("История изменений")
    assert admin.sees("+ Куда уходит: crm.example")
    assert not admin.sees("of-somebody"), "what may be a secret stands in no list"


async def test_what_is_no_address_is_asked_for_again(world: World) -> None:
    admin = await opened(world.desk)
    await admin.taps("Новый адрес")
    await admin.sends("crm.example")
    assert admin.sees("Это не адрес") and not (await the_office(world.desk)).hooks
    await admin.sends(URL)
    assert (await the_office(world.desk)).hooks == (Hook(URL),)


async def test_what_it_hears_of_is_ticked(world: World) -> None:
    admin, _ = await made(world.desk)
    await admin.taps("Готово")
    await admin.taps("О чём")
    for words in ("Передан", "Предложен", "Не взяли", "Не ответили", "Возвращён", "Отдан другому"):
        await admin.taps(words)
    await admin.taps("Отметка")
    await admin.taps("Снова в работе")
    await admin.taps("Взят")
    assert (await the_office(world.desk)).hooks[0].heard == (EventKind.CLOSED,)
    await admin.taps("Закрыт")
    assert (await the_office(world.desk)).hooks[0].heard == (EventKind.CLOSED,), "of one thing at least"
    await admin.taps("Назад")
    assert admin.sees("О чём: Закрыт")


@pytest.mark.parametrize(
    ("words", "yes", "back"),
    [
        ("Отправлять данные клиента", "Да, отправлять", "Не отправлять данные клиента"),
        ("Разрешить свою сеть", "Да, разрешить", "Только интернет"),
    ],
)
async def test_what_is_not_to_be_taken_back_is_asked_about(
    world: World, words: str, yes: str, back: str
) -> None:
    admin, _ = await made(world.desk)
    await admin.taps("Готово")
    await admin.taps(words)
    await admin.taps("Оставить как есть")
    assert (await the_office(world.desk)).hooks == (Hook(URL),)
    await admin.taps(words)
    await admin.taps(yes)
    hook = (await the_office(world.desk)).hooks[0]
    assert hook.personal is not hook.private
    await admin.taps(back)
    assert (await the_office(world.desk)).hooks == (Hook(URL),)


async def test_a_secret_is_rotated_and_for_a_day_both_sign(world: World) -> None:
    admin, old = await made(world.desk, world.receiver.url)
    await admin.taps("Готово")
    await admin.taps("Разрешить свою сеть")
    await admin.taps("Да, разрешить")
    world.receiver.secret = old
    await admin.taps("Новый секрет")
    await admin.taps("Да, новый секрет")
    new = re.search(r"whsec_[\w+/=]+", admin.card("Секрет для").text)
    assert new and new[0] != old
    await admin.taps("Готово")
    assert admin.sees("подписываю обоими секретами")
    await world.desk.lead()
    await world.send()
    assert {letter.signatures for letter in world.receiver.taken} == {2}, "who has the old one still knows us"
    await world.desk.passes(days=1, seconds=1)
    world.receiver.secret = new[0]
    await world.desk.lead()
    await world.send()
    assert world.receiver.taken[-1].signatures == 1


async def test_what_was_sent_is_seen_and_can_be_sent_again(world: World) -> None:
    admin, secret = await made(world.desk, world.receiver.url)
    world.receiver.secret = secret
    await admin.taps("Готово")
    await admin.taps("Разрешить свою сеть")
    await admin.taps("Да, разрешить")
    world.receiver.answers = [says(500)]
    await world.desk.lead()
    await world.send()
    await admin.taps("Что отправлено")
    assert admin.sees("⏳ №1 Передан") and admin.sees("500") and admin.sees("не принимает с")
    assert not admin.has("Отправить ещё раз"), "it is on its way"
    await world.passes(seconds=5)
    assert admin.sees("500 → 200")
    before = [letter.id for letter in world.receiver.taken]
    assert await admin.taps("Отправить ещё раз: №1 Передан") == "Отправляю ещё раз"
    await world.send()
    assert [letter.id for letter in world.receiver.taken] == [*before, before[0]], "under the same name"
    assert admin.sees("500 → 200 → 200"), admin.chat()


async def listening(world: World) -> Person:
    """The administrator, at the pane of an address that may be in the own network, and knows the secret."""
    admin, world.receiver.secret = await made(world.desk, world.receiver.url)
    await admin.taps("Готово")
    await admin.taps("Разрешить свою сеть")
    await admin.taps("Да, разрешить")
    return admin


async def test_a_test_is_sent_signed_and_says_nothing_of_anybody(world: World) -> None:
    admin = await listening(world)
    await world.desk.lead("Клиент Рустам 8 (843) 200-00-01, окна")
    await world.send()
    before = len(world.receiver.taken)
    assert await admin.taps("Отправить пробное") == "Отправляю пробное"
    assert admin.sees("⏳ Пробное")
    await world.send()
    assert [letter.type for letter in world.receiver.taken[before:]] == ["test"]
    sent = world.receiver.taken[-1]
    assert sent.body.keys() == {"type", "timestamp", "data"} and sent.body["data"] == {}
    first = next(line for line in admin.card("что отправлено").text.splitlines() if "200" in line)
    assert "Пробное" in first, "the newest stands first"
    assert not admin.has("Отправить ещё раз: Пробное")
    await admin.taps("Назад")
    await admin.taps("Отправить пробное")
    await world.send()
    assert len({letter.id for letter in world.receiver.taken if letter.type == "test"}) == 2


async def test_a_test_that_fails_says_why_is_tried_once_and_makes_nobody_worry(world: World) -> None:
    admin = await listening(world)
    world.receiver.answers = [says(500)]
    await admin.taps("Отправить пробное")
    await world.send()
    assert admin.sees("❌ Пробное") and admin.sees("500")
    assert admin.sees("⚠️ пробное не прошло"), "only what somebody waits for can be late"
    await world.passes(days=1)
    assert len(world.receiver.came) == 1


async def test_a_test_waits_for_no_lead_and_a_second_tap_sends_no_second_one(world: World) -> None:
    admin = await listening(world)
    world.receiver.answers = [says(500)]
    await world.desk.lead()
    await world.send()
    await admin.taps("Отправить пробное")
    await admin.taps("Назад")
    await admin.taps("Отправить пробное")
    await world.send()
    assert world.receiver.types() == ["test"]


async def test_a_test_that_arrives_says_that_an_address_works_again(world: World) -> None:
    admin = await listening(world)
    world.receiver.answers = [says(500)] * 5
    await world.desk.lead()
    for hours in (0, 0.1, 1, 3, 6):
        await world.passes(hours=hours)
    count = len(world.receiver.came)
    assert admin.sees("не принимает события")
    world.receiver.answers = []
    await opened(world.desk)
    await admin.taps("127.0.0.1")
    await admin.taps("Отправить пробное")
    await world.send()
    assert admin.sees("снова принимает")
    assert world.receiver.types()[:2] == ["test", "lead.handed"], (count, world.receiver.types())


async def test_who_is_gone_says_so_to_a_test_too(world: World) -> None:
    admin = await listening(world)
    world.receiver.answers = [says(410)]
    await admin.taps("Отправить пробное")
    await world.send()
    assert admin.sees("ответил, что его больше нет")
    await admin.taps("Назад")
    assert not admin.has("Отправить пробное")


async def test_switched_off_it_hears_nothing_and_what_came_meanwhile_is_not_sent_later(world: World) -> None:
    admin, secret = await made(world.desk, world.receiver.url)
    world.receiver.secret = secret
    await admin.taps("Готово")
    await admin.taps("Разрешить свою сеть")
    await admin.taps("Да, разрешить")
    await admin.taps("Выключить")
    assert admin.sees("⏸ выключен")
    await world.desk.lead()
    await world.send()
    await admin.taps("Включить")
    await world.send()
    assert world.receiver.came == []
    await world.desk.petrov.taps(CLAIM)
    await world.send()
    assert world.receiver.types() == ["lead.claimed"]


async def test_it_is_taken_out_after_a_question_with_all_that_was_kept_of_it(world: World) -> None:
    admin, _ = await made(world.desk)
    await admin.taps("Готово")
    await world.desk.lead()
    await admin.taps("Убрать")
    assert (await the_office(world.desk)).hooks
    assert await admin.taps("Да, убрать") == "Адрес убран"
    assert admin.sees("Пока никуда")
    async with world.desk.database.reading() as store:
        assert not hooks.everyone(store) and not deliveries.waiting(store)
        assert secrets.current(store, SecretOf.HOOK, URL) is None


async def test_who_opens_the_pane_of_a_secret_by_a_button_of_their_own_sees_none(world: World) -> None:
    from screens.buttons.base import short
    from screens.buttons.of_panes import Go, OfficePane

    admin, _ = await made(world.desk)
    await admin.taps("Готово")
    forged = Go(pane=OfficePane.HOOK_KEY, about=f"{short(URL)}")
    await admin.taps_data(admin.messages()[-1].message_id, forged.pack())
    assert not any("whsec_" in message.text for message in admin.messages())


async def test_only_the_administrator_sets_them_up(world: World) -> None:
    await world.desk.smirnov.sends("/office")
    assert not world.desk.smirnov.has("Куда уходит")
