"""/me: a manager reads his account as a bank would state it, and every line has its cause."""

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
from tests.stories.words import BAD_LEAD, CLAIM, CONFIRM_BAD, DECLINE, NOT_MY_SEGMENT, SALE

THREE = varied(OFFICE, segments={"tatarstan": {"members": ["petrov", "sidorova", "ivanov"]}})


async def account(of: Person, segment: str = "Татарстан") -> list[str]:
    """The lines of one account, without the days."""
    await of.sends("/me")
    block = of.card("Ваша доля").text.partition(f"{segment} ·")[2].partition("\n\n")[0]
    lines = block.replace("\xa0", " ").splitlines()[1:]
    assert "Сейчас на счету" in lines[-1]
    check_sum(lines)
    return [line.rpartition(" · ")[2] for line in lines]


def check_sum(lines: list[str]) -> None:
    """What it was and every movement make what it is."""
    found = [line.rpartition(": ")[2] for line in lines if ": " in line and "место" not in line]
    *moved, closing = (round(float(a.replace(",", ".").replace("−", "-")) * 100) for a in found)
    assert not moved or sum(moved) == closing


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
            "Сейчас на счету: −0,33",
        ]
        assert (await account(desk.ivanov))[-2:] == ["доли от 2 лидов: +0,67", "Сейчас на счету: +0,67"]


async def test_a_turn_given_back_names_its_cause(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    await desk.petrov.taps(NOT_MY_SEGMENT)
    assert (await account(desk.petrov))[3:] == [
        "предложен №1: −1,00",
        "ход за №1 возвращён, причина уважительная: +1,00",
        "доля от №1: +0,50",
        "доля от №1 обратно: −0,50",
        "Сейчас на счету: 0,00",
    ]


async def test_a_bad_lead_that_the_head_confirms_is_paid_back(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(BAD_LEAD)
    await desk.smirnov.taps(CONFIRM_BAD)
    assert "ход за №1 возвращён, лид признан браком: +1,00" in await account(desk.petrov)


async def test_a_colleague_who_leaves_leaves_his_balance_to_the_others(tmp_path: Path) -> None:
    async with office(tmp_path, THREE) as desk:
        await desk.lead()
        await desk.set_up(OFFICE)
        assert "в команде больше нет: Иван Иванов, остаток поделён: +0,17" in await account(desk.petrov)


async def test_another_scheme_draws_the_balances_in(desk: Desk) -> None:
    await desk.petrov.sends("/off")
    for number in range(1, 5):
        await desk.lead()
        await desk.smirnov.sends("/leads")
        await desk.smirnov.taps(f"№{number}")
        await desk.smirnov.taps("Пётр Петров")
    await desk.set_up(varied(OFFICE, segments={"tatarstan": {"scheme": "grab"}}))
    lines = await account(desk.petrov)
    assert any(line.startswith("новая схема (кто первый), счета сжаты до одного лида: +") for line in lines)
    assert lines[-1] == "Сейчас на счету: −1,00"


async def test_a_week_later_only_the_balance_is_left(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.passes(days=8)
    assert (await account(desk.petrov))[1:] == ["С 24 нояб. без движений", "Сейчас на счету: −0,50"]
    await desk.restarts()
    assert (await account(desk.petrov))[1:] == ["С 24 нояб. без движений", "Сейчас на счету: −0,50"]


async def test_of_many_lines_the_last_ten_stand(desk: Desk) -> None:
    for number in range(1, 25):
        await desk.lead()
        await (desk.petrov if number % 2 else desk.sidorova).taps(CLAIM)
    lines = await account(desk.petrov)
    assert lines[1] == "До этого было: −3,00"
    assert lines[2] == "предложен №7: −1,00"
    assert lines[-2:] == ["доли от 24 лидов: +12,00", "Сейчас на счету: 0,00"]
    assert len(lines) == 3 + 10


async def test_the_figures_of_today_and_of_this_week(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(SALE)
    await desk.passes(days=1)
    await desk.petrov.sends("/me")
    me = desk.petrov.card("Ваша доля").text.replace("\xa0", " ")
    assert "Сегодня: предложено 0, взято 0, продаж 0" in me
    assert "За неделю: предложено 1, взято 1, продаж 1" in me
    assert "Конверсия 100%: продаж 1 из 1" in me
    await desk.passes(days=6)
    await desk.petrov.sends("/me")
    assert "За неделю: предложено 0, взято 0, продаж 0" in desk.petrov.card("Ваша доля").text


async def test_nobody_else_s_account_is_shown(desk: Desk) -> None:
    for _ in range(3):
        await desk.lead()
    await account(desk.petrov)
    me = desk.petrov.card("Ваша доля").text
    assert "Сидорова" not in me and "Ольга" not in me


async def test_a_balance_changed_behind_the_ledger_is_not_stated(desk: Desk) -> None:
    await desk.lead()
    async with desk.database.writing() as store:
        his = members.c.person == "petrov"
        honest = store.execute(select(members.c.segment, members.c.credit).where(his)).all()
        store.execute(update(members).where(his).values(credit=LEAD))
    await desk.petrov.sends("/me")
    assert "Выписки нет: журнал не сходится со счётом" in desk.petrov.card("Ваша доля").text
    async with desk.database.writing() as store:  # the story ends in an office that verifies
        for segment, credit in honest:
            store.execute(update(members).where(his, members.c.segment == segment).values(credit=credit))


async def test_a_ledger_that_does_not_hold_is_not_stated(desk: Desk) -> None:
    await desk.lead()
    async with desk.database.writing() as store:
        store.execute(update(ledger).where(ledger.c.kind == "handed").values(kind="hidden"))
    await desk.petrov.sends("/me")
    await desk.sidorova.sends("/me")
    for person in (desk.petrov, desk.sidorova):
        assert person.card("Ваша доля").text.count("Выписки нет") == 2
    async with desk.database.writing() as store:
        store.execute(update(ledger).where(ledger.c.kind == "hidden").values(kind="handed"))


@pytest.mark.parametrize("locale", ["ru", "en"])
async def test_a_name_with_markup_in_it_does_no_harm(tmp_path: Path, locale: str) -> None:
    hostile = varied(THREE, people={"ivanov": {"name": "<b>Иван</b> & </i> {0}"}})
    async with office(tmp_path, hostile) as desk:
        async with desk.database.writing() as store:
            people.change(store, "petrov", locale=locale)
            people.touch_setup(store)
        await desk.lead()
        await desk.set_up(varied(hostile, segments={"tatarstan": {"members": ["petrov", "sidorova"]}}))
        for question in ("/me", "/queue", "/why 1"):
            await desk.petrov.sends(question)
        assert "<b>Иван</b> & </i> {0}" in desk.petrov.chat()
