"""A link is for one person: it moves nobody who is here already, and ADMIN_IDS gives its role to an account alone."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from pathlib import Path

import pytest
from sqlalchemy import select

from desk.work import Work
from files.office_file import dump_office, parse_office
from leads.office import Role
from leads.recipients import News
from storage.offices import read_office
from storage.tables.office import people
from tests.offices import WITH_ADMIN, varied
from tests.stories.desk import Desk, office
from tests.stories.links import answers, makes_link, replaces
from tests.stories.people import Person
from tests.stories.test_people import menu
from tests.stories.words import CLAIM

BOSS = 900  # whom ADMIN_IDS names


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, WITH_ADMIN, admins=[BOSS]) as desk:
        await desk.stranger(BOSS, "Босс").starts()
        yield desk


async def stored_roles(desk: Desk, who: str) -> Collection[str]:
    async with desk.database.reading() as store:
        found: list[str] = store.scalar(select(people.c.roles).where(people.c.id == who)) or []
    return found


async def accounts(desk: Desk) -> dict[str, int | None]:
    async with desk.database.reading() as store:
        return {row.id: row.telegram_id for row in store.execute(select(people).where(people.c.active))}


def boss(desk: Desk) -> Person:
    return desk.person(BOSS)


async def test_an_administrator_who_tries_a_managers_link_stays_who_he_is_and_the_link_stays_good(
    desk: Desk,
) -> None:
    token = await makes_link(boss(desk), "Ким Новый")
    await boss(desk).starts(token)
    said = boss(desk).card("Эта ссылка для другого человека").text
    assert "вы здесь уже есть: администратор" in said and "Ким Новый" in said
    await boss(desk).starts()
    assert "Вы здесь: администратор" in boss(desk).card("Вы здесь").text
    assert await stored_roles(desk, "kim") == ["manager"]
    kim = desk.stranger(700)
    await kim.starts(token)
    assert "Ким Новый. Вы здесь: менеджер. " in kim.card("Вы здесь").text
    await kim.sends("/office")
    assert kim.sees("не для вашей роли")


async def test_a_head_who_opens_a_managers_link_stays_the_head(desk: Desk) -> None:
    before = await accounts(desk)
    token = await makes_link(boss(desk), "Ким Новый")
    for person in (desk.smirnov, desk.petrov, desk.anna, desk.orlova, desk.person(501)):
        await person.starts(token)
        assert person.sees("Эта ссылка для другого человека")
    assert await accounts(desk) == before
    await desk.smirnov.sends("/office")
    assert desk.smirnov.sees("Сегменты")


async def test_his_own_link_greets_whoever_is_connected_and_is_not_used_up(desk: Desk) -> None:
    token = await replaces(boss(desk), "petrov")
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    before, held = await desk.stored(), desk.petrov.card("200-00-00").message_id
    await desk.petrov.starts(token)
    assert "Вы здесь: менеджер" in desk.petrov.card("Вы здесь").text
    assert await desk.stored() == before
    assert desk.petrov.card("200-00-00").message_id == held


async def test_the_role_of_the_settings_is_stored_with_nobody(desk: Desk) -> None:
    assert await stored_roles(desk, f"u{BOSS}") == []
    async with desk.database.reading() as store:
        stored = read_office(store)
    assert f"u{BOSS}" not in dump_office(stored)
    assert all(person.id != f"u{BOSS}" for person in parse_office(dump_office(stored), "dump.toml").people)
    await desk.set_up(WITH_ADMIN)
    await boss(desk).sends("/office")
    assert "Босс · администратор" in boss(desk).card("Окна Казань").text, "a load dismisses him not"


async def test_it_goes_when_the_settings_name_the_account_no_more(desk: Desk) -> None:
    token = await makes_link(boss(desk), "➕ Менеджер")
    desk.admins = ()
    await desk.restarts()
    await boss(desk).sends("/office")
    assert "по приглашению" in boss(desk).card().text
    await desk.person(501).sends("/office")
    assert "Босс" not in desk.person(501).card("Окна Казань").text
    await boss(desk).starts(token)
    assert "Вы здесь: менеджер. " in boss(desk).card("Вы здесь").text, "he may come in as anybody may"
    assert menu(desk, boss(desk))[:1] == ["mine"]


async def test_a_manager_whose_account_the_settings_name_is_both_and_his_successor_is_not(
    tmp_path: Path,
) -> None:
    async with office(tmp_path, WITH_ADMIN, admins=[201]) as desk:
        await desk.petrov.starts()
        assert "Вы здесь: менеджер, администратор" in desk.petrov.card("Вы здесь").text
        assert await stored_roles(desk, "petrov") == ["manager"]
        token = await replaces(desk.petrov, "petrov")
        new = desk.stranger(202_000)
        await new.starts(token)
        assert "Вы здесь: менеджер. " in new.card("Пётр Петров. Вы здесь").text
        await new.sends("/office")
        assert new.sees("не для вашей роли")
        await desk.petrov.starts()
        assert "Вы здесь: администратор" in desk.petrov.card("Вы здесь").text


async def test_an_administrator_of_the_settings_opens_an_old_link_and_is_greeted(tmp_path: Path) -> None:
    async with office(tmp_path, admins=[BOSS]) as desk:
        await desk.stranger(BOSS, "Босс").starts("nonsense")
        assert "Вы здесь: администратор" in boss(desk).card("Вы здесь").text


async def test_a_newcomer_whose_place_has_another_account_now_becomes_somebody_else(desk: Desk) -> None:
    """What he was called is taken: a second link must not put him into the place of whoever has it now."""
    rita, other = desk.stranger(700, "Рита"), desk.stranger(701, "Вера")
    await rita.starts(await makes_link(boss(desk), "➕ Менеджер"))
    await other.starts(await replaces(boss(desk), "u700"))
    assert "Рита. Вы здесь: менеджер" in other.card("Вы здесь").text
    await desk.passes(seconds=11)
    await rita.starts(await makes_link(boss(desk), "➕ Секретарь"))
    assert "Вы здесь: секретарь" in rita.card("Вы здесь").text
    found = await accounts(desk)
    assert (found["u700"], found["u700-2"]) == (701, 700)
    assert await stored_roles(desk, "u700") == ["manager"]


async def test_whoever_comes_back_with_the_same_account_has_his_own_place(desk: Desk) -> None:
    rita = desk.stranger(700, "Рита")
    await rita.starts(await makes_link(boss(desk), "➕ Менеджер"))
    await desk.set_up(WITH_ADMIN)
    await rita.sends("/me")
    assert rita.sees("по приглашению")
    await desk.passes(seconds=11)
    await rita.starts(await makes_link(boss(desk), "➕ Секретарь"))
    assert (await accounts(desk))["u700"] == 700
    assert await stored_roles(desk, "u700") == ["secretary"]


@pytest.mark.usefixtures("sqlite_threads")
@pytest.mark.parametrize("of_kim", [True, False])
async def test_two_accounts_open_one_link_at_once_and_one_gets_in(desk: Desk, of_kim: bool) -> None:
    token = await makes_link(boss(desk), "Ким Новый") if of_kim else await replaces(boss(desk), "petrov")
    crowd = [desk.stranger(700 + n) for n in range(8)]
    for person in crowd:
        desk.telegram.start(person.id, token)
    await desk.settle()
    name = "Ким Новый" if of_kim else "Пётр Петров"
    assert [person.sees(f"{name}. Вы здесь: менеджер") for person in crowd].count(True) == 1
    assert [person.sees("уже использована или устарела") for person in crowd].count(True) == 7
    assert (await accounts(desk))["kim" if of_kim else "petrov"] in {person.id for person in crowd}


async def test_a_link_that_was_made_before_somebody_was_connected_takes_nothing_from_him(desk: Desk) -> None:
    token = await makes_link(boss(desk), "Ким Новый")
    await desk.set_up(varied(WITH_ADMIN, people={"kim": {"telegram_id": 700}}))
    thief = desk.stranger(701)
    await thief.starts(token)
    assert thief.sees("уже использована или устарела")
    assert (await accounts(desk))["kim"] == 700


async def test_a_link_to_another_account_is_void_when_the_account_is_another_already(desk: Desk) -> None:
    token = await replaces(boss(desk), "petrov")
    await desk.set_up(varied(WITH_ADMIN, people={"petrov": {"telegram_id": 700}}))
    thief = desk.stranger(701)
    await thief.starts(token)
    assert thief.sees("уже использована или устарела")
    assert (await accounts(desk))["petrov"] == 700


async def test_a_link_for_somebody_who_is_connected_is_made_after_a_question(desk: Desk) -> None:
    await boss(desk).sends("/office")
    _, data = boss(desk).data("Ким Новый")
    kim = desk.stranger(700)
    await kim.starts(await makes_link(boss(desk), "Ким Новый"))
    await boss(desk).taps_data(1, data)
    question = boss(desk).card("Ким Новый уже в боте")
    assert "700" in question.text and "получит его лиды и права" in question.text
    assert "?start=" not in question.text
    await boss(desk).taps("Нет, не надо")
    assert not boss(desk).sees("уже в боте")
    await boss(desk).taps_data(1, data)
    await answers(boss(desk), "Да, сделать ссылку")
    assert (await accounts(desk))["kim"] == 700, "the link alone moves nothing"


async def test_the_roles_of_the_settings_alone_need_no_link(desk: Desk) -> None:
    before = await desk.stored()
    for data in (f"invite:u{BOSS}", f"replace:u{BOSS}:1"):
        await desk.person(501).taps_data(1, data)
    assert await desk.stored() == before


async def test_the_watchdog_tells_whom_only_the_settings_name(tmp_path: Path) -> None:
    async with office(tmp_path, admins=[BOSS]) as desk:
        await desk.stranger(BOSS, "Босс").starts()

        def case(work: Work) -> None:
            assert [person.id for person in work.recipients(News.TROUBLE)] == [f"u{BOSS}"]
            found = work.at(BOSS)
            assert found and found.roles == (Role.ADMIN,)

        await desk.app.door.read(case)
