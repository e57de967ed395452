"""How people come in, what each of them finds, and in which language."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from screens import commands as newer
from screens.commands import commands_of
from tests.offices import OFFICE, WITH_ADMIN, varied
from tests.stories.desk import Desk, office
from tests.stories.people import Person
from tests.stories.words import CLAIM


async def invites(desk: Desk, words: str) -> str:
    """The administrator makes a link in /office; returns what it carries."""
    admin = desk.person(501)
    await admin.sends("/office")
    await admin.taps(words)
    found = re.search(r"\?start=([\w-]+)", admin.card("?start=").text)
    assert found
    return found.group(1)


def menu(desk: Desk, person: Person) -> list[str]:
    """The commands that his chat offers."""
    places = [place for place in desk.telegram.commands if f'"chat_id":{person.id}' in place[0]]
    return [command["command"] for place in places for command in desk.telegram.commands[place]]


async def test_a_link_brings_a_new_manager_in_once(tmp_path: Path) -> None:
    async with office(tmp_path, WITH_ADMIN) as desk:
        token = await invites(desk, "➕ Менеджер")
        rita = desk.stranger(700, "Рита")
        await rita.starts(token)
        assert "Рита. Вы здесь: менеджер" in rita.card("Вы здесь").text
        assert "me" in menu(desk, rita)
        late = desk.stranger(701)
        await late.starts(token)
        assert "уже использована или устарела" in late.card().text
        await late.sends("/me")
        assert "по приглашению" in late.card().text


async def test_an_invited_manager_shares_in_what_is_for_everybody(tmp_path: Path) -> None:
    async with office(tmp_path, WITH_ADMIN) as desk:
        token = await invites(desk, "➕ Менеджер")
        rita = desk.stranger(700, "Рита")
        await rita.starts(token)
        for number in range(1, 5):
            await desk.lead(f"Окна 8 (495) 212-45-{number:02}")
        assert rita.card("№4", button=CLAIM), "the others have one each, and she is level with them"
        await rita.sends("/queue")
        assert "Рита (вы)" in rita.card("Кто следующий").text


async def test_a_link_pressed_twice_by_the_same_person_greets_him_again(tmp_path: Path) -> None:
    async with office(tmp_path, WITH_ADMIN) as desk:
        token = await invites(desk, "➕ Менеджер")
        rita = desk.stranger(700, "Рита")
        await rita.starts(token)
        await rita.starts(token)
        assert "Вы здесь: менеджер" in rita.card("Вы здесь").text and not rita.sees("устарела")


async def test_a_link_lives_for_seventy_two_hours(tmp_path: Path) -> None:
    async with office(tmp_path, WITH_ADMIN) as desk:
        first, second = await invites(desk, "➕ Менеджер"), await invites(desk, "➕ Секретарь")
        await desk.passes(hours=71, minutes=59)
        in_time, late = desk.stranger(700), desk.stranger(701)
        await in_time.starts(second)
        assert "Вы здесь: секретарь" in in_time.card("Вы здесь").text
        await desk.passes(minutes=1)
        await late.starts(first)
        assert "устарела" in late.card().text


async def test_somebody_of_the_office_file_is_connected_by_his_link(tmp_path: Path) -> None:
    with_kim = varied(WITH_ADMIN, segments={"tatarstan": {"members": ["kim"]}})
    async with office(tmp_path, with_kim) as desk:
        token = await invites(desk, "Ким Новый")
        kim = desk.stranger(700, "kimmy_2004")
        await kim.starts(token)
        assert "Ким Новый. Вы здесь: менеджер" in kim.card("Вы здесь").text, (
            "by the name that the office gave him"
        )
        await desk.lead()
        assert kim.has(CLAIM)
        await desk.set_up(with_kim)
        await kim.sends("/me")
        assert kim.sees("За неделю"), "loading the office again does not cut him off"


async def test_a_link_made_for_somebody_who_was_dismissed_since_opens_nothing(tmp_path: Path) -> None:
    async with office(tmp_path, WITH_ADMIN) as desk:
        token = await invites(desk, "Ким Новый")
        await desk.set_up(varied(WITH_ADMIN, people={"kim": None}))
        kim = desk.stranger(700)
        await kim.starts(token)
        assert "устарела" in kim.card().text


async def test_a_new_link_makes_the_earlier_one_for_the_same_person_void(tmp_path: Path) -> None:
    async with office(tmp_path, WITH_ADMIN) as desk:
        first = await invites(desk, "Ким Новый")
        desk.clock.advance(timedelta(minutes=1))
        second = await invites(desk, "Ким Новый")
        thief, kim = desk.stranger(701), desk.stranger(700)
        await thief.starts(first)
        assert "устарела" in thief.card().text
        await kim.starts(second)
        assert "Вы здесь: менеджер" in kim.card("Вы здесь").text


async def test_a_link_with_a_second_role_adds_it(tmp_path: Path) -> None:
    async with office(tmp_path, WITH_ADMIN) as desk:
        await desk.petrov.starts(await invites(desk, "➕ Руководитель"))
        assert "менеджер, руководитель" in desk.petrov.card("Вы здесь").text
        assert {"me", "leads"} <= set(menu(desk, desk.petrov))


async def test_the_token_itself_is_stored_nowhere(tmp_path: Path) -> None:
    async with office(tmp_path, WITH_ADMIN) as desk:
        token = await invites(desk, "➕ Менеджер")
        assert token not in str(await desk.stored())


async def test_whoever_the_settings_name_is_administrator_from_his_first_start(tmp_path: Path) -> None:
    async with office(tmp_path, admins=[777]) as desk:
        boss, other = desk.stranger(777, "Босс"), desk.stranger(778)
        await boss.starts()
        assert "Вы здесь: администратор" in boss.card("Вы здесь").text
        assert menu(desk, boss) == ["why", "office", "people", "try", "sources", "setup", "help", "start"]
        await other.starts()
        assert "по приглашению" in other.card().text


async def test_everybody_has_a_menu_and_a_help_of_his_own(desk: Desk) -> None:
    wanted = {
        desk.anna: ["today", "find", "why"],
        desk.petrov: ["mine", "find", "me", "queue", "why", "roster", "draw", "on", "off"],
        desk.smirnov: [
            "mine",
            "find",
            "leads",
            "queue",
            "why",
            "roster",
            "draw",
            "office",
            "people",
            "try",
            "report",
        ],
        desk.orlova: ["mine", "find", "leads", "why", "roster", "draw", "report"],
    }
    for person, commands in wanted.items():
        await person.starts()
        assert menu(desk, person) == [*commands, "help", "start"]
        await person.sends("/help")
        assert re.findall(r"^/(\w+)", person.card("вот что здесь можно").text, re.MULTILINE) == commands


async def test_a_newer_program_sets_the_menus_that_have_changed_and_only_those(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    await desk.anna.starts()
    with monkeypatch.context() as older:
        older.setattr(newer, "commands_of", lambda roles, **heads: commands_of(roles, **heads)[1:])
        await desk.petrov.starts()
        await desk.sidorova.starts()
    assert "mine" not in menu(desk, desk.petrov)
    desk.telegram.block(desk.sidorova.id)
    await desk.lead()
    await desk.passes(minutes=5)

    desk.telegram.commands.clear()
    await desk.restarts()
    await desk.settle()
    assert menu(desk, desk.petrov)[0] == "mine", "without a word of his"
    assert not menu(desk, desk.anna), "hers is what it was"
    assert not menu(desk, desk.sidorova), "she has blocked the bot"

    desk.telegram.unblock(desk.sidorova.id)
    await desk.sidorova.starts()
    assert menu(desk, desk.sidorova)[0] == "mine"
    desk.telegram.commands.clear()
    await desk.restarts()
    await desk.settle()
    assert not desk.telegram.commands, "another start of the same program sets none"


async def test_changing_the_language_redraws_the_cards_and_the_menu(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.starts()
    card = desk.petrov.card("№1").message_id
    await desk.petrov.taps("English")
    assert desk.petrov.has("English ✓") and not desk.petrov.has("Русский ✓"), "where they have tapped, too"
    assert desk.petrov.sees("Hello, Пётр Петров")
    assert "New lead" in desk.petrov.card("№1").text
    assert desk.petrov.card("№1").message_id == card, "it is redrawn where it stands"
    assert desk.petrov.sees("We speak English now")
    described = str(desk.telegram.commands)
    assert "My leads" in described
    assert desk.anna.card("№1").text.startswith("№1 · Татарстан"), "and nobody else's"


async def test_two_people_see_the_same_lead_each_in_his_own_language(tmp_path: Path) -> None:
    english = varied(OFFICE, people={"sidorova": {"locale": "en"}})
    async with office(tmp_path, english) as desk:
        await desk.lead()
        await desk.passes(minutes=10)
        assert "По одному никто не взял" in desk.petrov.card("№1").text
        assert "One by one, nobody took it" in desk.sidorova.card("№1").text
        message, claim = desk.petrov.data(CLAIM)
        await desk.sidorova.taps("Take it")
        assert "The lead is yours" in desk.sidorova.card("№1").text
        assert await desk.petrov.taps_data(message, claim) == "Лид уже забрали: Ольга Сидорова"
