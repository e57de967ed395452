"""`office load` says what it will change, and asks before it takes people away or undoes the chat; `diff` only says."""

from __future__ import annotations

import asyncio
import os
import pty
import sqlite3
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from subprocess import Popen

import pytest

from bot.clock import SystemClock, VirtualClock
from bot.commands import offices
from bot.commands.loading import ChangedMeanwhileError, NotConfirmedError, Voice
from files.office_file import parse_office
from storage.set_up import ensure_office
from tests.offices import MONDAY_TEN, OFFICE, WITH_ADMIN, varied
from tests.stories.command_line import Fairlead
from tests.stories.desk import Desk
from tests.stories.links import makes_link, replaces

HOUSE = Path(__file__).parents[2]
Story = Callable[[Desk], Awaitable[object]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "office.toml"


@pytest.fixture
def loaded(fairlead: Fairlead, file: Path) -> Path:
    """The office of the stories, loaded from this file."""
    file.write_text(WITH_ADMIN, "utf-8")
    assert fairlead("office", "load", str(file)).code == 0
    return file


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def chat(tmp_path: Path, story: Story) -> None:
    """People use the bot for a while."""

    async def runs() -> None:
        desk = Desk(f"sqlite+aiosqlite:///{tmp_path}/fairlead.db", MONDAY_TEN)
        for person in parse_office(WITH_ADMIN, "office.toml").people:
            if person.telegram_id:
                desk.stranger(person.telegram_id, person.name)
                desk.telegram.chats[person.telegram_id].started = True
        desk.stranger(700, "Рита")
        try:
            await story(desk)
            await desk.verifies()
        finally:
            await desk.database.close()

    asyncio.run(runs())


async def rita_comes(desk: Desk) -> None:
    await desk.person(700).starts(await makes_link(desk.person(501), "➕ Менеджер"))


async def petrov_is_head_too(desk: Desk) -> None:
    await desk.petrov.starts(await makes_link(desk.person(501), "➕ Руководитель"))


async def petrov_has_another_account(desk: Desk) -> None:
    await desk.person(700).starts(await replaces(desk.person(501), "petrov"))


async def the_rule_is_switched(desk: Desk) -> None:
    await desk.person(501).taps_data(1, "rule:tatarstan:grab")


async def the_reserve_is_set(desk: Desk) -> None:
    await desk.person(501).taps_data(1, "rule:tatarstan:manual")
    await desk.person(501).taps_data(1, "reserve:tatarstan:1")


async def petrov_speaks_english(desk: Desk) -> None:
    await desk.petrov.taps_data(1, "lang:en")


def stored(tmp_path: Path) -> list[str]:
    """Everything in the database, as text."""
    with sqlite3.connect(tmp_path / "fairlead.db") as base:
        return list(base.iterdump())


CHAT = {
    "a newcomer": (
        rita_comes,
        ["person u700 is dismissed: ", "takes away somebody who came by a link", "segment rest"],
    ),
    "a role": (petrov_is_head_too, ["person petrov (Пётр Петров): roles manager, head -> manager (undoes"]),
    "an account": (
        petrov_has_another_account,
        ["person petrov (Пётр Петров): telegram_id 700 -> 201 (undoes"],
    ),
    "a rule": (the_rule_is_switched, ["segment tatarstan (Татарстан): scheme grab -> queue (undoes"]),
    "a reserve": (
        the_reserve_is_set,
        ["scheme manual -> queue (undoes", "reserve balance -> not set (undoes"],
    ),
    "a language": (petrov_speaks_english, ["person petrov (Пётр Петров): locale en -> not set (undoes"]),
}


@pytest.mark.parametrize(("story", "words"), CHAT.values(), ids=CHAT)
def test_what_was_changed_in_the_chat_is_undone_with_a_yes_alone(
    fairlead: Fairlead, loaded: Path, tmp_path: Path, story: Story, words: list[str]
) -> None:
    chat(tmp_path, story)
    before = stored(tmp_path)
    told = fairlead("office", "diff", str(loaded))
    assert told.code == 0
    refused = fairlead("office", "load", str(loaded))
    assert refused.code == 2
    assert "not loaded, nothing was changed" in refused.errors
    for word in words:
        assert word in refused.errors and word in told.out
    assert stored(tmp_path) == before
    done = fairlead("office", "load", str(loaded), "--yes")
    assert (done.code, done.errors) == (0, "")
    assert words[0] in done.out
    assert "changes nothing" in fairlead("office", "diff", str(loaded)).out
    assert fairlead("office", "load", str(loaded)).code == 0


@pytest.mark.parametrize("story", [story for story, _ in CHAT.values()], ids=CHAT)
def test_a_dump_loaded_again_is_the_same_office_and_asks_nothing(
    fairlead: Fairlead, loaded: Path, tmp_path: Path, story: Story
) -> None:
    chat(tmp_path, story)
    first = fairlead("office", "dump", "dump.toml")
    assert first.code == 0
    before = fairlead("office", "dump").out
    again = fairlead("office", "load", "dump.toml")
    assert (again.code, again.errors) == (0, "")
    assert "changes nothing" in again.out
    assert fairlead("office", "dump").out == before
    edit(tmp_path / "dump.toml", 'ack_timeout = "5m"', 'ack_timeout = "2m"')
    changed = fairlead("office", "load", "dump.toml")
    assert (changed.code, changed.errors) == (0, ""), "what the chat has made is in the file now"
    assert "office: ack_timeout 5m -> 2m" in changed.out


def test_a_first_load_into_an_empty_database_asks_nothing(fairlead: Fairlead, file: Path) -> None:
    file.write_text(OFFICE, "utf-8")
    compared = fairlead("office", "diff", str(file))
    assert (compared.code, compared.errors) == (0, "") and "first office" in compared.out
    assert fairlead("office", "dump").code == 1, "nothing was made"
    assert fairlead("office", "load", str(file)).code == 0


def test_a_first_load_after_the_bot_has_made_an_empty_office_asks_nothing(
    fairlead: Fairlead, file: Path, tmp_path: Path
) -> None:
    async def begins() -> None:
        address = f"sqlite+aiosqlite:///{tmp_path}/fairlead.db"
        async with offices.opened(address) as database, database.writing() as store:
            ensure_office(store, "Новый офис", "Всё", MONDAY_TEN)

    asyncio.run(begins())

    async def boss_starts(desk: Desk) -> None:
        desk.admins = [700]
        desk.app = desk._build()
        await desk.person(700).starts()
        assert desk.person(700).sees("Вы здесь: администратор")

    chat(tmp_path, boss_starts)
    file.write_text(OFFICE, "utf-8")
    done = fairlead("office", "load", str(file))
    assert (done.code, done.errors) == (0, "")
    assert "office: name Новый офис -> Окна Казань" in done.out


A_SHIFT = '[[shifts]]\nsegment = "rest"\nwho = "ivanov"\nfrom = 2026-11-24T09:00\nto = 2026-11-24T18:00\n\n'
HARMLESS = {
    "a setting": ('ack_timeout = "5m"', 'ack_timeout = "2m"', "office: ack_timeout 5m -> 2m"),
    "a weight": (
        'id = "ivanov"',
        'id = "ivanov"\nweight = 2.0',
        "person ivanov (Иван Иванов): weight not set -> 2.0",
    ),
    "a role": ('["director"]', '["director", "head"]', "roles director -> director, head"),
    "a name": ('"Ким Новый"', '"Ким Старый"', "person kim (Ким Старый): name Ким Новый -> Ким Старый"),
    "a team": ('["petrov", "sidorova"]', '["petrov"]', "members petrov, sidorova -> petrov"),
    "a scheme": (
        'scheme = "queue"',
        'scheme = "grab"',
        "segment tatarstan (Татарстан): scheme queue -> grab",
    ),
    "hours": (
        'sat = "10:00-15:00"',
        'sun = "10:00-15:00"',
        "office: hours mon-fri 09:00-18:00, sat 10:00-15:00 -> ",
    ),
    "an account": ("telegram_id = 203", "telegram_id = 204", "telegram_id 203 -> 204"),
    "somebody new": (
        '[[segments]]\nid = "tat',
        '[[people]]\nid = "vera"\nname = "Вера"\nroles = ["manager"]\n\n[[segments]]\nid = "tat',
        "person vera is added: name Вера, roles manager",
    ),
    "a segment": (
        '[[segments]]\nid = "rest"',
        '[[segments]]\nid = "vip"\nname = "VIP"\nmatch = { keywords = ["vip"] }\n\n[[segments]]\nid = "rest"',
        "segment vip is added: name VIP, match keywords vip, scheme balance",
    ),
    "a shift": (
        '[[segments]]\nid = "tat',
        A_SHIFT + '[[segments]]\nid = "tat',
        "shift is added: segment rest, who ivanov, from 2026-11-24",
    ),
}


@pytest.mark.parametrize(("old", "new", "words"), HARMLESS.values(), ids=HARMLESS)
def test_what_hurts_nobody_is_told_in_a_line_and_done(
    fairlead: Fairlead, loaded: Path, old: str, new: str, words: str
) -> None:
    edit(loaded, old, new)
    compared, done = fairlead("office", "diff", str(loaded)), fairlead("office", "load", str(loaded))
    for ended in (compared, done):
        assert (ended.code, ended.errors) == (0, "")
        assert sum(words in line for line in ended.out.splitlines()) == 1, ended.out
    assert "changes nothing" in fairlead("office", "load", str(loaded)).out


def test_a_change_elsewhere_keeps_what_the_chat_has_made_only_if_the_file_has_it(
    fairlead: Fairlead, loaded: Path, tmp_path: Path
) -> None:
    chat(tmp_path, rita_comes)
    fairlead("office", "dump", str(loaded.with_name("dump.toml")))
    dump = loaded.with_name("dump.toml")
    edit(dump, '"petrov", "sidorova", "ivanov", "u700"', '"petrov", "ivanov", "u700"')
    done = fairlead("office", "load", str(dump))
    assert (done.code, done.errors) == (0, ""), "Rita stays, and Sidorova goes by the file's own word"


def test_whoever_the_file_leaves_out_is_dismissed_with_a_yes_alone(
    fairlead: Fairlead, loaded: Path, tmp_path: Path
) -> None:
    loaded.write_text(varied(WITH_ADMIN, people={"kim": None}), "utf-8")
    before = stored(tmp_path)
    refused = fairlead("office", "load", str(loaded))
    assert refused.code == 2
    assert "person kim is dismissed: name Ким Новый, roles manager (takes somebody away)" in refused.errors
    assert stored(tmp_path) == before
    assert fairlead("office", "load", str(loaded), "--yes").code == 0


def test_the_same_file_again_writes_nothing(fairlead: Fairlead, loaded: Path, tmp_path: Path) -> None:
    before = stored(tmp_path)
    again = fairlead("office", "load", str(loaded))
    assert (again.code, again.errors) == (0, "")
    assert "changes nothing" in again.out and stored(tmp_path) == before


def test_an_office_of_an_earlier_program_is_asked_about_once(
    fairlead: Fairlead, loaded: Path, tmp_path: Path
) -> None:
    """Nothing tells what was changed in its chat."""
    with sqlite3.connect(tmp_path / "fairlead.db") as base:
        base.execute("UPDATE offices SET loaded = NULL")
    base.close()
    assert fairlead("office", "load", str(loaded)).code == 0, "where nothing differs there is nothing to ask"
    with sqlite3.connect(tmp_path / "fairlead.db") as base:
        base.execute("UPDATE offices SET loaded = NULL")
    base.close()
    edit(loaded, 'scheme = "queue"', 'scheme = "grab"')
    refused = fairlead("office", "load", str(loaded))
    assert refused.code == 2 and "may undo what was changed in the chat" in refused.errors
    assert fairlead("office", "load", str(loaded), "--yes").code == 0
    edit(loaded, 'scheme = "grab"', 'scheme = "queue"')
    assert fairlead("office", "load", str(loaded)).code == 0


@pytest.mark.parametrize("answer", [True, False])
def test_at_the_terminal_it_is_a_question(
    fairlead: Fairlead, loaded: Path, tmp_path: Path, answer: bool
) -> None:
    chat(tmp_path, the_rule_is_switched)
    before = stored(tmp_path)
    said, asked = list[str](), list[str]()

    def ask(question: str) -> bool:
        asked.append(question)
        return answer

    address = f"sqlite+aiosqlite:///{tmp_path}/fairlead.db"
    load = offices.load(loaded, address, SystemClock(), Voice(said.append, ask))
    if answer:
        asyncio.run(load)
        assert "loaded" not in said[-1] and any("scheme grab -> queue" in line for line in said)
        return
    with pytest.raises(NotConfirmedError):
        asyncio.run(load)
    assert asked and stored(tmp_path) == before


def test_an_office_that_changes_between_question_and_answer_is_left_alone(
    fairlead: Fairlead, loaded: Path, tmp_path: Path
) -> None:
    chat(tmp_path, the_rule_is_switched)
    address = f"sqlite+aiosqlite:///{tmp_path}/fairlead.db"

    def ask(_: str) -> bool:
        with sqlite3.connect(tmp_path / "fairlead.db") as base:
            base.execute("UPDATE offices SET version = version + 1")
        base.close()
        return True

    with pytest.raises(ChangedMeanwhileError, match="changed meanwhile"):
        asyncio.run(offices.load(loaded, address, VirtualClock(MONDAY_TEN), Voice(lambda _: None, ask)))
    assert "scheme grab -> queue" in fairlead("office", "diff", str(loaded)).out


def test_whose_rule_the_file_switches_back_is_told_by_the_running_bot(
    fairlead: Fairlead, loaded: Path, tmp_path: Path
) -> None:
    chat(tmp_path, the_rule_is_switched)
    assert fairlead("office", "load", str(loaded), "--yes").code == 0

    async def hears(desk: Desk) -> None:
        await desk.settle()
        for person in (desk.petrov, desk.sidorova, desk.smirnov):
            told = person.card("Так решено в файле офиса").text
            assert "Татарстан: по очереди" in told
        assert not desk.ivanov.sees("файле офиса") and not desk.anna.sees("файле офиса")

    chat(tmp_path, hears)


def test_names_move_no_cursor_in_the_plan(fairlead: Fairlead, loaded: Path, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "fairlead.db") as base:
        base.execute("UPDATE people SET name = ? WHERE id = 'kim'", ("Ким\x1b[2J\nloaded",))
    base.close()
    told = fairlead("office", "diff", str(loaded))
    assert "\x1b" not in told.out and "Ким\\x1b[2J\\nloaded -> Ким Новый" in told.out


@pytest.mark.parametrize(("typed", "code"), [("y", 0), ("n", 2), ("", 2)])
def test_whoever_sits_at_a_real_terminal_is_asked(
    fairlead: Fairlead, loaded: Path, tmp_path: Path, typed: str, code: int
) -> None:
    chat(tmp_path, the_rule_is_switched)
    ours, its = pty.openpty()
    command = [sys.executable, "-m", "bot", "office", "load", str(loaded)]
    with Popen(
        command, cwd=HOUSE, env=os.environ | {"COLUMNS": "200"}, stdin=its, stdout=its, stderr=its
    ) as program:
        os.close(its)
        seen = b""
        while b"[y/N]" not in seen:
            seen += os.read(ours, 4096)
        os.write(ours, f"{typed}\n".encode())
        while part := _read(ours):
            seen += part
    os.close(ours)
    assert program.returncode == code
    assert "scheme grab -> queue" in seen.decode() and "Traceback" not in seen.decode()
    assert ("changes nothing" in fairlead("office", "diff", str(loaded)).out) == (code == 0)


def _read(terminal: int) -> bytes:
    """Nothing once the program has gone: Linux calls that an error of the terminal."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


def test_a_file_that_cannot_be_read_is_compared_with_nothing(fairlead: Fairlead, file: Path) -> None:
    file.write_text('[office]\nname = "A"\n', "utf-8")
    ended = fairlead("office", "diff", str(file))
    assert ended.code == 2 and f"{file}:1: office.timezone: is missing" in ended.errors
