"""Killed before or after any commit, before or after any request, in every transition: nothing is lost or doubled.

Each chapter is told once undisturbed, to count the moments; then once for each moment, and is killed there.
`make faults` goes through all of them, `make test` through some.
"""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiosqlite import core

from tests.faults.aftermath import Aftermath, aftermath
from tests.faults.chapters import CHAPTERS, Chapter
from tests.faults.mortal_desk import MortalDesk
from tests.stories.desk import at_work, empty_database
from tests.stories.one_thread import OneThread

ALL_OF_THEM = os.environ.get("FAULTS") == "all"
SOME = 4  # kills in each chapter
ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def one_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(core, "Connection", OneThread)


async def told(path: Path, chapter: Chapter, moment: int | None = None) -> Aftermath:
    """The chapter, killed at this moment of it."""
    desk = MortalDesk(await empty_database(path))
    async with at_work(desk, chapter.office):
        before, desk.death.left = desk.death.moments, moment
        await chapter.tell(desk)
        assert moment is None or desk.death.left is None, "it was killed"
        return await aftermath(desk, desk.death.moments - before)


@pytest.mark.parametrize("name", CHAPTERS)
async def test_killed_at_any_moment_the_chapter_ends_as_if_nothing_had_happened(
    tmp_path: Path, name: str
) -> None:
    chapter = CHAPTERS[name]
    undisturbed = await told(tmp_path, chapter)
    assert undisturbed.repeated == 0
    assert chapter.kinds <= undisturbed.kinds(), "the chapter is about what it says"
    for moment in chosen(undisturbed.moments, name):
        killed = await told(tmp_path, chapter, moment)
        assert killed.without_names() == undisturbed.without_names(), moment
        assert chapter.by_chance or killed.entries == undisturbed.entries, moment
        assert chapter.by_chance or killed.stands == undisturbed.stands, moment
        assert killed.repeated <= 1, moment


def chosen(moments: int, name: str) -> Iterator[int]:
    """All of them, or some that lie far apart, others in each chapter."""
    assert moments > 50
    if ALL_OF_THEM:
        yield from range(moments)
    else:
        first = list(CHAPTERS).index(name) * 7 % (moments // SOME)
        yield from range(first, moments, moments // SOME)


def test_every_transition_is_in_some_chapter() -> None:
    covered = {kind for chapter in CHAPTERS.values() for kind in chapter.kinds}
    assert covered == kinds_of_the_ledger()


def kinds_of_the_ledger() -> set[str]:
    """Whatever the program writes into it: `scene.note("…")`, `work.log("…")`, `Entry("…")`."""
    files = [path for room in ("leads", "bot/desk", "storage") for path in (ROOT / room).rglob("*.py")]
    calls = (node for path in files for node in ast.walk(ast.parse(path.read_text("utf-8"))))
    return {
        call.args[0].value
        for call in calls
        if isinstance(call, ast.Call) and call.args and isinstance(call.args[0], ast.Constant)
        if isinstance(call.args[0].value, str) and _name(call.func) in {"note", "log", "Entry"}
    }


def _name(function: ast.expr) -> str:
    match function:
        case ast.Attribute(attr=name) | ast.Name(id=name):
            return name
    return ""
