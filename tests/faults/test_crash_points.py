"""Killed before or after any commit, before or after any request, in every transition: nothing is lost or doubled.

Each chapter is told once undisturbed, to count the moments. Then `make faults` tells it once for each moment, and
kills the program there; `make test` tells it once more, and kills the program again and again.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot import intake
from leads.entries.kinds import KINDS
from leads.entries.people import SetUp
from tests.faults.aftermath import Aftermath, aftermath
from tests.faults.chapters import CHAPTERS
from tests.faults.chapters.chapter import Chapter
from tests.faults.mortal_desk import MortalDesk
from tests.stories.desk import at_work, empty_database

ALL_OF_THEM = os.environ.get("FAULTS") == "all"
FIRST, APART = 3, 41  # otherwise: moments to the first kill, when something is just stored, and between two


pytestmark = pytest.mark.usefixtures("one_thread", "moments_are_the_same")


@pytest.fixture
def moments_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """How slow this machine is just now does not decide when Telegram is asked again: moments can be counted."""
    monkeypatch.setattr(intake, "LOOK_AGAIN", 3600.0)


async def told(path: Path, chapter: Chapter, *lives: int) -> Aftermath:
    """The chapter, by programs that live so many moments, and one more that lives on."""
    desk = MortalDesk(await empty_database(path))
    async with at_work(desk, chapter.office):
        before = desk.death.moments
        desk.dies_after(*lives)
        await chapter.tell(desk)
        return await aftermath(desk, desk.death.moments - before)


@pytest.mark.parametrize("name", CHAPTERS)
async def test_killed_at_any_moment_the_chapter_ends_as_if_nothing_had_happened(
    tmp_path: Path, name: str
) -> None:
    chapter = CHAPTERS[name]
    undisturbed = await told(tmp_path, chapter)
    assert undisturbed.repeated == 0
    assert chapter.kinds <= undisturbed.kinds(), "the chapter is about what it says"
    for lives in chosen(undisturbed.moments, list(CHAPTERS).index(name)):
        killed = (await told(tmp_path, chapter, *lives)).once(chapter.asked_again)
        assert killed.without_names() == undisturbed.without_names(), lives
        assert chapter.by_chance or killed.entries == undisturbed.entries, lives
        assert chapter.by_chance or killed.stands == undisturbed.stands, lives
        assert 1 <= killed.kills <= len(lives), lives
        assert killed.repeated <= killed.kills, lives


def chosen(moments: int, number: int) -> Iterator[tuple[int, ...]]:
    """Every moment by itself; or in one telling many that lie far apart, others in each chapter."""
    if ALL_OF_THEM:
        yield from ((moment,) for moment in range(moments))
    else:
        yield ((FIRST + number) % moments, *(APART,) * (moments // APART))


def test_every_transition_is_in_some_chapter() -> None:
    covered = {kind for chapter in CHAPTERS.values() for kind in chapter.kinds}
    assert covered == set(KINDS) - {SetUp.kind}, "every office begins with its set-up"
