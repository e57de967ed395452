"""Pictures on the side: the bot starts without matplotlib, and goes on while one is drawn."""

from __future__ import annotations

import asyncio
import subprocess
import sys

from bot.pictures.drawing import draw_roster
from bot.pictures.roster import roster_png
from handlers.texts import texts_for
from tests.pictures.rosters import ALONE, TEAM

RU = texts_for("ru")


async def test_pictures_asked_for_at_once_are_each_their_own() -> None:
    async with asyncio.TaskGroup() as tasks:
        asked = [tasks.create_task(draw_roster(roster, RU)) for roster in (ALONE, TEAM, ALONE)]
    alone, team, again = (task.result() for task in asked)
    assert alone == roster_png(ALONE, RU) and team == roster_png(TEAM, RU)
    assert again is alone  # drawn once for the whole team


async def test_the_bot_goes_on_while_a_picture_is_drawn() -> None:
    turns = 0
    async with asyncio.TaskGroup() as tasks:
        drawing = tasks.create_task(draw_roster(TEAM, texts_for("en")))
        while not drawing.done():
            await asyncio.sleep(0)
            turns += 1
    assert turns > 3


def test_the_bot_starts_without_what_only_pictures_need() -> None:
    code = (
        "import sys, bot.app, bot.cli, bot.demo.run, bot.pictures.drawing\n"
        "print(sorted({'matplotlib', 'numpy', 'PIL'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
