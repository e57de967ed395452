"""Whatever goes wrong, and whoever logs it, at any level: no secret and nobody's name, phone or words."""

from __future__ import annotations

import asyncio
import gc
import io
import json
import logging
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest

from bot.logs import OURS
from bot.standin.faults import CutAfter, CutBefore, Fine, Refuse, Script
from bot.standin.wire import ApiError
from tests.faults.test_webhook import full_disk
from tests.offices import WITH_ADMIN
from tests.stories.desk import Desk, office
from tests.stories.logged import logged
from tests.stories.test_people import invites

TOKEN = "123456789:AAH-this_is_a_token_as_BotFather_makes_it"
PASSWORD = "hunter2-of-the-database"
SECRET = "the-webhook-s-own-secret"
CALL = "Рустам Галиев 8 (843) 200-11-22, окна на балкон"
EVERYTHING = f"{CALL} +78432001122 78432001122 {TOKEN} {PASSWORD} {SECRET}"
PERSONAL = (
    "Рустам",
    "Галиев",
    "2001122",
    "200-11-22",
    "200 11 22",
    "балкон",
    "Петров",
    "Секретарёва",
    "Рита",
)
LIBRARIES = (
    *("aiogram.event", "aiogram", "aiohttp.server", "aiohttp.client", "aiosqlite", "psycopg", "asyncio", ""),
    *("sqlalchemy.engine.Engine", "sqlalchemy.pool", "alembic", "apscheduler.executors", "matplotlib"),
)


class HostileError(Exception):
    """Says everything that it must not."""

    def __init__(self) -> None:
        super().__init__(EVERYTHING)


@pytest.fixture(name="logged", params=["text", "json"])
def logged_at_debug(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    """What the program writes at LOG_LEVEL=DEBUG."""
    with logged(request.param, "DEBUG") as out:
        yield out


def is_clean(out: io.StringIO, *more: str) -> None:
    written = out.getvalue()
    assert written, "something was logged, or this proves nothing"
    for secret in (*PERSONAL, TOKEN, PASSWORD, SECRET, *more):
        assert secret not in written, secret


def test_every_room_of_the_house_logs_as_one_of_ours() -> None:
    """Of anything else the values are left out, and below a warning nothing is written."""
    project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
    assert set(OURS) == set(project["tool"]["importlinter"]["root_packages"])


async def test_a_long_day_of_errors_tells_nobodys_secrets(tmp_path: Path, logged: io.StringIO) -> None:
    async with office(tmp_path, WITH_ADMIN) as desk:
        desk.may_give_up = True  # Telegram refuses some of them below
        token = await invites(desk, "➕ Менеджер")
        await desk.stranger(700, "Рита").starts(token)
        await _telegram_refuses(desk)
        await _the_database_fails(desk)
        await _a_handler_raises(desk)
        await desk.lead(CALL)
        await desk.passes(hours=2)
    is_clean(logged, token, desk.telegram.token)


async def _telegram_refuses(desk: Desk) -> None:
    """And says why in words that hold what it was to send."""
    refusals = [Refuse(ApiError(code, f"Refused: {EVERYTHING}")) for code in (400, 404, 413, 500, 403)]
    for fault in (CutBefore(), CutAfter(), *refusals):
        desk.telegram.faults = Script(("sendMessage", fault))
        await desk.anna.sends(CALL)
    desk.telegram.faults = Script(("getUpdates", CutBefore()), ("getUpdates", CutAfter()))
    await desk.settle()
    desk.telegram.faults = Fine()
    await desk.anna.starts()


async def _the_database_fails(desk: Desk) -> None:
    await full_disk(desk)
    desk.telegram.send_text(desk.anna.id, CALL)
    await desk.app.intake.poll_once(0)
    await full_disk(desk, ends=True)
    await desk.settle()


class Raising:
    """In the place of a use case."""

    async def hear(self, *_: object) -> NoReturn:
        raise HostileError


async def _a_handler_raises(desk: Desk) -> None:
    claims, desk.app.dispatcher["claims"] = desk.app.dispatcher["claims"], Raising()
    desk.telegram.send_text(desk.petrov.id, CALL)
    await desk.settle()
    desk.app.dispatcher["claims"] = claims
    async with desk.database.writing() as store:
        store.conn.exec_driver_sql("DELETE FROM set_aside")


def complains(second: float, name: str = "asyncio", words: str = "no more sockets") -> None:
    """As a library would, so many seconds after the first time."""
    logger = logging.getLogger(name)
    record = logger.makeRecord(name, logging.ERROR, "selector_events.py", 170, words, (), None)
    record.created = 1_800_000_000 + second
    logger.handle(record)


def test_what_a_library_says_again_and_again_is_told_once_a_minute_with_its_count(
    logged: io.StringIO,
) -> None:
    for second in range(59):
        complains(second)
    assert logged.getvalue().count("no more sockets") == 1
    complains(60)
    told = logged.getvalue()
    assert told.count("no more sockets") == 3 and "58 more times in a minute: no more sockets" in told
    complains(200, words="something else\nwith a value")
    assert "more times" not in logged.getvalue()[len(told) :], "the second minute had one alone"


def test_the_program_s_own_lines_are_all_written(logged: io.StringIO) -> None:
    for second in range(5):
        complains(second, "bot.intake", "update 7 failed")
        complains(second, f"bot{second}", f"another library's complaint {second}")
    assert logged.getvalue().count("update 7 failed") == 5
    assert logged.getvalue().count("another library's") == 5


@pytest.mark.parametrize("name", [*LIBRARIES, *OURS])
@pytest.mark.parametrize("level", [logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR])
def test_others_words_are_written_without_their_values(logged: io.StringIO, name: str, level: int) -> None:
    logger = logging.getLogger(name)
    logging.getLogger("bot").warning("the program's own line")
    try:
        try:
            raise HostileError
        except HostileError as error:
            raise ExceptionGroup(EVERYTHING, [error, ValueError(EVERYTHING)]) from error
    except ExceptionGroup as error:
        logger.log(level, "it failed", exc_info=error, stack_info=True)
        if name not in OURS:
            logger.log(level, "executing %s with %r", EVERYTHING, {"phone": CALL})
            logger.log(level, "a task failed\nfuture: <Task exception=%s>", EVERYTHING)
            logger.log(level, f"a task failed\n{EVERYTHING}")
    is_clean(logged)
    if level >= logging.WARNING or name in OURS:
        assert "HostileError at test_quiet_logs.py" in logged.getvalue(), "where it happened is told"


async def test_a_forgotten_task_tells_no_more_than_its_place(logged: io.StringIO) -> None:
    async def fails() -> NoReturn:
        raise HostileError

    task = asyncio.get_running_loop().create_task(fails())
    await asyncio.wait([task])
    del task
    gc.collect()
    assert "never retrieved" in logged.getvalue()
    is_clean(logged)


def test_a_token_in_words_of_our_own_is_taken_out(logged: io.StringIO) -> None:
    logging.getLogger("bot").error("no answer from https://api.telegram.org/bot%s/getMe", TOKEN)
    assert "<token>" in logged.getvalue()
    is_clean(logged)


def test_json_is_one_object_a_line(logged: io.StringIO) -> None:
    logging.getLogger("bot").info("two\nlines")
    if logged.getvalue().startswith("{"):
        (line,) = logged.getvalue().splitlines()
        assert json.loads(line)["message"] == "two\nlines"
