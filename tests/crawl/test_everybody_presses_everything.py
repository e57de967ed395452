"""Every button of every screen is pressed by everybody, nonsense is said to every question: and all stays in order.

Short: a button on each sort of card, and a part of the nonsense to each question; `CRAWL=all`: a button on each kind of
screen that has it, all of the nonsense by each role (`make crawl`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crawl import covered, foreign
from tests.crawl.allowed import CHANGES
from tests.crawl.judges import Judge
from tests.crawl.observing import Observer
from tests.crawl.seed import files, seeded
from tests.crawl.unhindered import unhindered
from tests.crawl.walk import Map, Walk
from tests.crawl.ways_back import stuck
from tests.crawl.world import QUERIES

FINE = os.environ.get("CRAWL") == "all"


@pytest.fixture(autouse=True)
def quick_fingers() -> Iterator[None]:
    with unhindered():
        yield


def test_of_each_table_is_said_who_may_change_it() -> None:
    assert set(CHANGES) == set(QUERIES)


async def test_whatever_anybody_presses_or_says(tmp_path: Path) -> None:
    """In Russian, with nonsense, with another office's file, and with the buttons of others."""
    judge = Judge("ru")
    async with seeded(tmp_path, "ru") as world:
        seeing = Observer(world, judge)
        with judge.attending(world):
            walk = Walk(seeing, fine=FINE, files=files("ru"))
            found = await walk.everything()
            await foreign.press(seeing, found.shown, fine=FINE)
    assert seeing.faults == []
    assert stuck(found) == []
    assert covered.unpressed({kind for _, kind in found.shown}) == []
    assert covered.unseen({node.kind.card for node in found.nodes}) == []


async def test_nothing_is_left_untranslated(tmp_path: Path) -> None:
    """In English, where no data are Cyrillic."""
    async with seeded(tmp_path, "en") as world:
        await is_all_well(Observer(world, Judge("en")))


@pytest.mark.skipif(not FINE, reason="takes minutes: `make crawl`")
async def test_in_a_large_office(tmp_path: Path) -> None:
    """Of fifty people and twenty segments."""
    async with seeded(tmp_path, "en", many=True) as world:
        found = await is_all_well(Observer(world, Judge("en")))
    kinds = {kind for _, kind in found.shown}
    assert [words for words in covered.LARGE if not covered.is_there(words, kinds)] == []


async def is_all_well(seeing: Observer) -> Map:
    """Walks without a word of nonsense."""
    with seeing.judge.attending(seeing.world):
        found = await Walk(seeing, fine=FINE, talks=False).everything()
    assert seeing.faults == []
    assert stuck(found) == []
    return found
