"""/me: what a manager has to do and how they stand; behind a tap their account, and every line has its cause."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select, update

from leads.shares import LEAD
from storage import people
from storage.tables.leads import ledger
from storage.tables.office import members
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.people import Person
from tests.stories.words import (
    BAD_LEAD,
    CLAIM,
    CONFIRM_BAD,
    CONFLICT,
    DECLINE,
    DETAILS,
    HIDE_DETAILS,
    NO_ANSWER,
    SALE,
)

THREE = varied(OFFICE, segments={"tatarstan": {"members": ["petrov", "sidorova", "ivanov"]}})


async def details(of: Person) -> str:
    """What they see who open it."""
    await of.sends("/me")
    await of.taps(DETAILS)
    return of.card("Как считается").text


async def account(of: Person, segment: str = "Татарстан") -> list[str]:
    """The lines of one account, without the days."""
    block = (await details(of)).partition(f"{segment} ·")[2].partition("\n\n")[0]
    lines = block.replace("\xa0", " ").splitlines()[1:]
    assert "Итого" in lines[-1]
    check_sum(lines)
    return [line.rpartition(" · ")[2] for line in lines]


def check_sum(lines: list[str]) -> None:
    """What it was and every movement make what it is."""
    found = [line.rpartition(": ")[2] for line in lines if ": " in line and "место" not in line]
    *moved, closing = (round(float(a.replace(",", ".").replace("−", "-")) * 100) for a in found)
    assert not moved or sum(moved) == closing


async def test_it_begins_with_what_waits_and_one_sentence_on_the_share(desk: Desk) -> None:
    for _ in range(2):
        await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.lead()
    await desk.petrov.sends("/me")
    me = desk.petrov.card("За неделю").text.replace("\xa0", " ")
    assert me.splitlines()[1:5] == [
        "🟢 Вы на месте, лиды приходят",
        "👉 Ждут вашего ответа: №3",
        "☎️ Пока без отметок: №1",
        "В работе: 1. Весь список: «Мои лиды»",
    ]
    assert me.splitlines()[-1] == "⚖️ Вы получили на 1 лид больше других"
    assert len(me.splitlines()) < 12
    await desk.petrov.taps(NO_ANSWER)
    await desk.sidorova.sends("/me")
    assert "⚖️ Вы получили на 1 лид меньше других" in desk.sidorova.card("За неделю").text.replace("\xa0", " ")
    await desk.petrov.sends("/me")
    assert "Пока без отметок" not in desk.petrov.card("За неделю").text


async def test_whose_shares_differ_is_compared_with_what_was_due(tmp_path: Path) -> None:
    async with office(tmp_path, varied(OFFICE, people={"petrov": {"weight": 3.0}})) as desk:
        await desk.lead()
        await desk.petrov.sends("/me")
        me = desk.petrov.card("За неделю").text.replace("\xa0", " ")
        assert "⚖️ Вы получили на 0,3 лида больше своей доли" in me


async def test_the_details_open_and_close_where_they_stand(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.sends("/me")
    card = desk.petrov.card("За неделю")
    opens = desk.petrov.data(DETAILS)
    await desk.petrov.taps(DETAILS)
    assert desk.petrov.card("Как считается").message_id == card.message_id
    closes = desk.petrov.data(HIDE_DETAILS)
    await desk.restarts()
    for _ in range(2):
        await desk.petrov.taps_data(*closes)
        assert not desk.petrov.sees("Как считается") and desk.petrov.card("За неделю").text == card.text
    await desk.petrov.taps_data(*opens)
    await desk.petrov.taps_data(*opens)
    assert desk.petrov.card("Как считается").message_id == card.message_id
    await desk.petrov.sends("/me")
    assert not desk.petrov.sees("Как считается"), "asked for anew it begins with the short form"
    assert len([m for m in desk.petrov.messages() if "За неделю" in m.text]) == 1


async def test_details_of_a_card_that_is_forgotten_come_as_a_new_one(desk: Desk) -> None:
    await desk.lead()
    await desk.sidorova.sends("/why 1")
    opens = desk.sidorova.data(DETAILS)
    await desk.passes(days=60)
    await desk.sidorova.taps_data(*opens)
    assert "Запись журнала" in desk.sidorova.card("Почему №1").text


async def test_a_turn_and_the_shares_it_was_made_of(tmp_path: Path) -> None:
    async with office(tmp_path, THREE) as desk:
        for _ in range(2):
            await desk.lead()
        assert await account(desk.petrov) == [
            "👉 Ваше место: 2 из 3",
            "было: 0,00",
            "вы в команде: 0,00",
            "предложен №1: −1,00",
            "доли от 2 лидов: +0,67",
            "Итого: −0,33",
        ]
        assert (await account(desk.ivanov))[-2:] == ["доли от 2 лидов: +0,67", "Итого: +0,67"]


async def test_a_turn_given_back_names_its_cause(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    await desk.petrov.taps(CONFLICT)
    assert (await account(desk.petrov))[3:] == [
        "предложен №1: −1,00",
        "№1 не засчитан, причина уважительная: +1,00",
        "доля от №1: +0,50",
        "доля от №1 обратно: −0,50",
        "Итого: 0,00",
    ]


async def test_a_bad_lead_that_the_head_confirms_is_paid_back(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(BAD_LEAD)
    await desk.smirnov.taps(CONFIRM_BAD)
    assert "№1 не засчитан, лид признан браком: +1,00" in await account(desk.petrov)


async def test_a_colleague_who_leaves_leaves_his_balance_to_the_others(tmp_path: Path) -> None:
    async with office(tmp_path, THREE) as desk:
        await desk.lead()
        await desk.set_up(OFFICE)
        assert "в команде больше нет: Иван Иванов, разница поделена на всех: +0,17" in await account(
            desk.petrov
        )


async def test_another_scheme_draws_the_balances_in(desk: Desk) -> None:
    await desk.petrov.sends("/off")
    for number in range(1, 5):
        await desk.lead()
        await desk.smirnov.sends("/leads")
        await desk.smirnov.taps(f"№{number}")
        await desk.smirnov.taps("Пётр Петров")
    await desk.set_up(varied(OFFICE, segments={"tatarstan": {"scheme": "grab"}}))
    lines = await account(desk.petrov)
    assert any(line.startswith("новая схема (кто первый), разница сжата до одного лида: +") for line in lines)
    assert lines[-1] == "Итого: −1,00"


async def test_a_week_later_only_the_balance_is_left(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.passes(days=8)
    assert (await account(desk.petrov))[1:] == ["С 24 нояб. без движений", "Итого: −0,50"]
    await desk.restarts()
    assert (await account(desk.petrov))[1:] == ["С 24 нояб. без движений", "Итого: −0,50"]


async def test_of_many_lines_the_last_ten_stand(desk: Desk) -> None:
    for number in range(1, 25):
        await desk.lead()
        await (desk.petrov if number % 2 else desk.sidorova).taps(CLAIM)
    lines = await account(desk.petrov)
    assert lines[1] == "До этого было: −3,00"
    assert lines[2] == "предложен №7: −1,00"
    assert lines[-2:] == ["доли от 24 лидов: +12,00", "Итого: 0,00"]
    assert len(lines) == 3 + 10


async def test_the_figures_of_today_and_of_this_week(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(SALE)
    await desk.passes(days=1)
    await desk.petrov.sends("/me")
    me = desk.petrov.card("За неделю").text.replace("\xa0", " ")
    assert "Сегодня: предложено 0, взято 0, продаж 0" in me
    assert "За неделю: предложено 1, взято 1, продаж 1" in me
    assert "Конверсия 100%: продаж 1 из 1" in me
    await desk.passes(days=6)
    await desk.petrov.sends("/me")
    assert "За неделю: предложено 0, взято 0, продаж 0" in desk.petrov.card("За неделю").text


async def test_nobody_else_s_account_is_shown(desk: Desk) -> None:
    for _ in range(3):
        await desk.lead()
    me = await details(desk.petrov)
    assert "Сидорова" not in me and "Ольга" not in me


async def test_a_balance_changed_behind_the_ledger_is_not_stated(desk: Desk) -> None:
    await desk.lead()
    async with desk.database.writing() as store:
        his = members.c.person == "petrov"
        honest = store.execute(select(members.c.segment, members.c.credit).where(his)).all()
        store.execute(update(members).where(his).values(credit=LEAD))
    assert "Показать по строкам не могу" in await details(desk.petrov)
    async with desk.database.writing() as store:  # the story ends in an office that verifies
        for segment, credit in honest:
            store.execute(update(members).where(his, members.c.segment == segment).values(credit=credit))


async def test_a_ledger_that_does_not_hold_is_not_stated(desk: Desk) -> None:
    await desk.lead()
    async with desk.database.writing() as store:
        store.execute(update(ledger).where(ledger.c.kind == "handed").values(kind="hidden"))
    for person in (desk.petrov, desk.sidorova):
        assert (await details(person)).count("Показать по строкам не могу") == 2
    async with desk.database.writing() as store:
        store.execute(update(ledger).where(ledger.c.kind == "hidden").values(kind="handed"))


THEIRS = {"ru": DETAILS, "en": "Details"}


@pytest.mark.parametrize("locale", ["ru", "en"])
async def test_a_name_with_markup_in_it_does_no_harm(tmp_path: Path, locale: str) -> None:
    hostile = varied(THREE, people={"ivanov": {"name": "<b>Иван</b> & </i> {0}"}})
    async with office(tmp_path, hostile) as desk:
        await desk.lead()
        await desk.set_up(varied(hostile, segments={"tatarstan": {"members": ["petrov", "sidorova"]}}))
        async with desk.database.writing() as store:
            people.change(store, "petrov", locale=locale)
            people.touch_setup(store)
        await desk.petrov.sends("/me")
        await desk.petrov.taps(THEIRS[locale])
        for question in ("/queue", "/why 1"):
            await desk.petrov.sends(question)
        assert "<b>Иван</b> & </i> {0}" in desk.petrov.chat()


async def test_what_waits_opens_with_one_tap(desk: Desk) -> None:
    for _ in range(3):
        await desk.lead()
    await desk.petrov.taps(CLAIM, on="№1")
    await desk.petrov.sends("/me")
    me = desk.petrov.card("За неделю")
    assert [b.text for b in me.buttons[0]] == ["👉 №3", "☎️ №1"]
    await desk.restarts()
    await desk.petrov.taps("☎️ №1")
    assert desk.petrov.messages()[-1].button(SALE) and "№1 ·" in desk.petrov.messages()[-1].text
    await desk.petrov.taps("👉 №3")
    assert desk.petrov.messages()[-1].button(CLAIM)
    tap = desk.petrov.data("☎️ №1")
    await desk.smirnov.opens(1)
    await desk.smirnov.taps("Назначить", on="№1 ·")
    await desk.smirnov.taps("Ольга Сидорова", on="№1 ·")
    assert await desk.petrov.taps_data(*tap) == "Этот лид не у вас"
    assert "Рустам" not in desk.petrov.messages()[-1].text
