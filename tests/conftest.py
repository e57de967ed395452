"""Profiles of Hypothesis: `pytest --hypothesis-profile=long` looks further than `make test` has time for."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiosqlite import core
from hypothesis import settings

from bot.late_models import import_aiogram
from bot.logs import OURS
from tests.stories.one_thread import OneThread

# To rewrite the assertions of all tests takes ten seconds, in each process of a run: what is compiled is kept,
# also where PYTHONDONTWRITEBYTECODE says otherwise.
sys.dont_write_bytecode = False
gc.disable()  # what is imported stays; see pytest_collection_finish
import_aiogram()

settings.register_profile("long", max_examples=300, stateful_step_count=60, deadline=None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What waits is spread over the run: the machine's two cores have something else to do meanwhile."""
    files: dict[Path, list[pytest.Item]] = {}
    for item in items:
        files.setdefault(item.path, []).append(item)
    waiting = [path for path, tests in files.items() if tests[0].get_closest_marker("waits")]
    # by name, not by room: the rules are done in a minute, the stories take three
    working = sorted((path for path in files if path not in waiting), key=lambda path: path.name)
    apart = max(1, len(working) // (len(waiting) + 1))
    order: list[Path] = []
    for start in range(0, len(working), apart):
        order += [*waiting[:1], *working[start : start + apart]]
        waiting = waiting[1:]
    items[:] = [item for path in [*order, *waiting] for item in files[path]]


def pytest_collection_finish() -> None:
    """What is imported by now stays to the end: the collector need not go through it again and again."""
    gc.collect()
    gc.freeze()
    gc.enable()
    gc.set_threshold(10_000, 10, 20)  # stories make much that lives shortly


@pytest.fixture(autouse=True)
def logs_are_set_up_for_one_test() -> Iterator[None]:
    """A command sets the logs of its process up; the next test has another stderr, and would find this one closed."""
    root = logging.getLogger()
    before = root.handlers[:]
    yield
    for handler in root.handlers[:]:
        if type(handler) is logging.StreamHandler and handler not in before:
            root.removeHandler(handler)
            for name in OURS:
                logging.getLogger(name).setLevel(logging.NOTSET)


@pytest.fixture
def one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    """For `pytestmark = pytest.mark.usefixtures("one_thread")` where nothing is about SQLite's own threads."""
    monkeypatch.setattr(core, "Connection", OneThread)
