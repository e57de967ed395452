"""Pictures on the side: the bot starts without matplotlib, and goes on while one is drawn."""

from __future__ import annotations

import asyncio
import hashlib
import os
import subprocess
import sys

import pytest

from screens.pictures.drawing import draw_roster, draw_sales, draw_schemes
from screens.pictures.roster import roster_png
from screens.pictures.sales import sales_png
from screens.pictures.schemes import schemes_png
from screens.texts import texts_for
from tests.screens.pictures.periods import APART, COMPARED, DAY_OF_THREE
from tests.screens.pictures.rosters import ALONE, TEAM, TWELVE

pytestmark = pytest.mark.waits
RU = texts_for("ru")


async def test_pictures_asked_for_at_once_are_each_their_own() -> None:
    async with asyncio.TaskGroup() as tasks:
        asked = [tasks.create_task(draw_roster(roster, RU)) for roster in (ALONE, TEAM, ALONE)]
    alone, team, again = (task.result() for task in asked)
    assert alone == roster_png(ALONE, RU) and team == roster_png(TEAM, RU)
    assert again is alone  # drawn once for the whole team


async def test_pictures_of_every_kind_are_drawn_once() -> None:
    async with asyncio.TaskGroup() as tasks:
        sales, schemes = (
            tasks.create_task(draw_sales(DAY_OF_THREE, RU)),
            tasks.create_task(draw_schemes(APART, RU)),
        )
    assert sales.result() == sales_png(DAY_OF_THREE, RU)
    assert schemes.result() == schemes_png(APART, RU)
    assert await draw_sales(DAY_OF_THREE, RU) is sales.result()
    assert await draw_schemes(APART, RU) is schemes.result()


async def test_the_bot_goes_on_while_a_picture_is_drawn() -> None:
    turns = 0
    async with asyncio.TaskGroup() as tasks:
        drawing = tasks.create_task(draw_roster(TEAM, texts_for("en")))
        while not drawing.done():
            await asyncio.sleep(0)
            turns += 1
    assert turns > 3


def test_the_same_figures_are_the_same_bytes_in_any_process() -> None:
    code = (
        "import hashlib\n"
        "from tests.screens.pictures.test_drawing import one_of_each\n"
        "print(hashlib.sha256(one_of_each()).hexdigest())"
    )
    environment = os.environ | {"PYTHONHASHSEED": "7"}
    there = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment
    )
    assert hashlib.sha256(one_of_each()).hexdigest() == there.stdout.strip()


def one_of_each() -> bytes:
    return roster_png(TWELVE, RU) + sales_png(DAY_OF_THREE, RU) + schemes_png(COMPARED["on one spot"], RU)


def test_the_bot_starts_without_what_only_pictures_need() -> None:
    code = (
        "import sys, bot.app, bot.cli, bot.demo.run, screens.pictures.drawing\n"
        "print(sorted({'matplotlib', 'numpy', 'PIL'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
