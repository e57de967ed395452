"""aiogram's models built late: as the program starts, in a process that has not loaded aiogram yet."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from aiogram import methods, types
from pydantic import BaseModel

from bot.late_models import import_aiogram

ROOT = Path(__file__).parents[2]
LOADED = """
import sys
from bot import cli
assert "aiogram" not in sys.modules, "what the command line needs has loaded aiogram"
with cli._loading():
    from bot.run import run_bot
from aiogram import methods, types
USED = "types.Update types.Message types.CallbackQuery methods.SendMessage"
for name in f"{USED} types.BackgroundFillGradient".split():
    room, model = name.split(".")
    print(name, vars({"types": types, "methods": methods}[room])[model].__pydantic_complete__)
"""
MODELS = [
    model
    for room in (types, methods)
    for model in map(vars(room).get, room.__all__)
    if isinstance(model, type) and issubclass(model, BaseModel)
]


RARE = "icalendar matplotlib numpy openpyxl PIL pymorphy3 segno xlsxwriter"


def test_the_program_starts_without_what_it_rarely_needs() -> None:
    code = f"import sys, bot.run, bot.app\nprint(*sorted(set({RARE.split()}) & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    assert done.stdout.split() == []


def test_the_program_builds_what_it_uses_when_it_is_loaded_and_nothing_else() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED], cwd=ROOT, check=True, capture_output=True, text=True
    )
    built = dict(line.split() for line in done.stdout.splitlines())
    assert built.pop("types.BackgroundFillGradient") == "False"
    assert set(built.values()) == {"True"}, built


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_model_can_be_built_when_it_is_used(model: type[BaseModel]) -> None:
    model.model_rebuild()
    assert model.__pydantic_complete__


def test_two_threads_that_use_a_model_first_build_it_once_each_and_agree() -> None:
    code = """
from concurrent.futures import ThreadPoolExecutor
from bot.late_models import import_aiogram
import_aiogram()
from aiogram.types import Message
raw = {"message_id": 1, "date": 0, "chat": {"id": 5, "type": "private"}, "text": "x"}
with ThreadPoolExecutor(8) as pool:
    found = list(pool.map(Message.model_validate, [raw] * 64))
assert {(one.chat.id, one.text) for one in found} == {(5, "x")}
"""
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)


def test_importing_again_changes_nothing() -> None:
    before = types.TelegramObject.__dict__["model_rebuild"]
    import_aiogram()
    assert types.TelegramObject.__dict__["model_rebuild"] is before
    with ThreadPoolExecutor(1) as pool:
        assert (
            pool.submit(types.User.model_validate, {"id": 1, "is_bot": False, "first_name": "А"}).result().id
            == 1
        )
