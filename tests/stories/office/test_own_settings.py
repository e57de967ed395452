"""A segment has times, offers and settings of its scheme of its own, set with taps, and gives them back with one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from files.office_file import dump_office
from leads.office import LadderStep, OwnerRule, Segment
from storage import offices as stored
from tests.offices import WITH_ADMIN, varied
from tests.stories.desk import Desk
from tests.stories.people import Person


@pytest.fixture
async def admin(desk: Desk) -> Person:
    await desk.set_up(varied(WITH_ADMIN, segments={"tatarstan": {"scheme": "conversion"}}))
    return await at_own(desk.person(501))


async def at_own(person: Person, segment: str = "Татарстан") -> Person:
    await person.sends("/office")
    await person.taps("Сегменты")
    await person.taps(segment)
    await person.taps("⚙️ Настройки")
    return person


async def the_segment(desk: Desk, id: str = "tatarstan") -> Segment:
    async with desk.database.reading() as store:
        return stored.read_office(store).segment(id)


async def test_everything_is_the_office_s_until_it_is_set_and_again_after_one_tap(
    desk: Desk, admin: Person
) -> None:
    assert admin.sees("Настройки · Татарстан") and admin.sees("Ждать ответа: как в офисе: 5\xa0минут")
    await admin.taps("Ждать ответа")
    assert admin.sees("Татарстан · Ждать ответа") and admin.sees("Сейчас: как в офисе: 5\xa0минут")
    await admin.taps("2\xa0минуты")
    assert admin.sees("Сейчас: 2\xa0минуты") and admin.sees("В офисе: 5\xa0минут")
    await admin.taps("Назад")
    assert admin.sees("Ждать ответа: 2\xa0минуты")
    assert (await the_segment(desk)).overrides == {"ack_timeout"}
    await desk.lead("Марат 8 (843) 200-11-22")
    await desk.passes(minutes=2)
    assert desk.sidorova.has("Беру"), "the lead waits as long as its segment says"
    await admin.taps("Ждать ответа: 2\xa0минуты")
    await admin.taps("Как в офисе")
    assert not (await the_segment(desk)).overrides
    assert "the set-up is as entry" in await desk.verifies()


async def test_ladder_owner_and_offers_are_changed_for_one_segment_alone(desk: Desk, admin: Person) -> None:
    await admin.taps("Кому предложить потом")
    await admin.taps("всем")
    await admin.taps("Назад")
    await admin.taps("Постоянные клиенты")
    await admin.taps("как все, по схеме")
    await admin.taps("Назад")
    await admin.taps("Предложений по схеме")
    await admin.taps("Написать своё")
    await admin.sends("4")
    found, rest = await the_segment(desk), await the_segment(desk, "rest")
    assert found.policy.ladder == (LadderStep.HEAD, LadderStep.DIRECTOR)
    assert found.policy.owner is OwnerRule.OFF and found.policy.offers == 4
    assert found.overrides == {"ladder", "owner", "offers"} and not rest.overrides


async def test_the_settings_are_those_of_the_scheme_and_say_what_counts(desk: Desk, admin: Person) -> None:
    for words in ("Не меньше доли: 0,5", "Не больше долей: 1,5", "Закрытых для конверсии: 20"):
        assert admin.sees(words)
    assert not admin.sees("Пауза после лида") and not admin.sees("Лидов в день")
    await admin.taps("Не меньше доли")
    await admin.taps("Написать своё")
    await admin.sends("0,3")
    assert admin.sees("Сейчас: 0,3") and (await the_segment(desk)).floor == 0.3
    await admin.taps("0,5")
    assert (await the_segment(desk)).floor == 0.5
    async with desk.database.reading() as store:
        assert "floor" not in dump_office(stored.read_office(store)), "what is as declared is in no file"
    await admin.taps("Назад")
    await admin.taps("Память о лидах")
    await admin.taps("никогда")
    assert (await the_segment(desk)).half_life == timedelta(0)


async def test_each_scheme_has_its_own(desk: Desk, admin: Person) -> None:
    for scheme, name in (
        ("longest_idle", "Пауза после лида"),
        ("next", "Лидов в день"),
        ("grab", "Окно после первого"),
        ("worth", "Закрытых для конверсии"),
        ("manual", "Запасная схема"),
    ):
        await desk.set_up(varied(WITH_ADMIN, segments={"tatarstan": {"scheme": scheme}}))
        await at_own(admin)
        assert admin.has(name), scheme


async def test_any_reserve_is_chosen_and_the_team_is_told(desk: Desk, admin: Person) -> None:
    await desk.set_up(varied(WITH_ADMIN, segments={"tatarstan": {"scheme": "manual"}}))
    await at_own(admin)
    await admin.taps("Запасная схема: нет")
    await admin.taps("по конверсии")
    assert (await the_segment(desk)).reserve == "conversion"
    assert desk.petrov.sees("если руководитель не ответит, решит схема: по конверсии")
    await admin.taps("Назад")
    assert admin.has("Не меньше доли"), "the reserve's settings count, too"
    await admin.taps("Запасная схема")
    assert not admin.has("Написать своё"), "it is chosen, not typed"
    await admin.taps("нет")
    assert (await the_segment(desk)).reserve is None
    assert "the set-up is as entry" in await desk.verifies()


async def test_the_head_changes_them_and_whoever_looked_meanwhile_is_told(desk: Desk, admin: Person) -> None:
    head = await at_own(desk.smirnov)
    await head.taps("Ждать ответа")
    seen = head.data("1\xa0минута")
    await admin.taps("Ждать ответа")
    await admin.taps("10\xa0минут")
    await head.taps_data(*seen)
    assert head.sees("Пока вы смотрели, это уже изменили: Администратор · как в офисе → 10\xa0минут")
    await head.taps("Да, изменить")
    assert (await the_segment(desk)).policy.ack_timeout == timedelta(minutes=1)
