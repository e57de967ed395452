"""A start among many open offers: what is overdue comes first, and the look at all the others goes by pages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select, update

from bench.cost.counters import Counting
from desk import clockwork, rechecking
from leads.cutting import recheck
from leads.deadlines import fire
from leads.lead import State
from leads.scene import Scene
from storage.tables.leads import leads
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk

PAGE = 2
Rule = Callable[[Scene, datetime], object]


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was done with leads, in its order."""
    done: list[str] = []

    def told(word: str, rule: Rule) -> Rule:
        def tell(scene: Scene, now: datetime) -> object:
            done.append(word)
            return rule(scene, now)

        return tell

    monkeypatch.setattr(clockwork, "fire", told("fired", fire))
    monkeypatch.setattr(rechecking, "recheck", told("looked", recheck))
    monkeypatch.setattr(rechecking, "PAGE", PAGE)
    return done


async def test_what_is_overdue_is_fired_before_anything_is_looked_at(desk: Desk, looks: list[str]) -> None:
    for _ in range(5):
        await desk.lead()
    await desk.restarts()
    desk.clock.advance(timedelta(minutes=10))
    looks.clear()
    await desk.app.clockwork.tick()
    assert looks[0] == "fired"
    assert looks.count("looked") <= PAGE, "one page a tick"


async def test_the_look_goes_on_where_it_ended_and_ends(desk: Desk, looks: list[str]) -> None:
    for _ in range(5):
        await desk.lead()
    await desk.restarts()
    looks.clear()
    for seen in (2, 4, 5, 5):
        await desk.app.clockwork.tick()
        assert looks == ["looked"] * seen
    counting = Counting()
    counting.start()
    await desk.app.clockwork.tick()
    counting.stop()
    assert counting.counts.writing == 0


async def test_a_lead_that_cannot_be_looked_at_holds_up_nobody(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    """Neither the others of its page, nor what else a tick has to do."""
    for _ in range(2):
        await desk.lead()
    whole = await path_of_the_first(desk, ["nowhere"])
    await desk.set_up(varied(OFFICE, hours={"mon-fri": "09:00-09:01"}))
    await desk.passes(minutes=1)
    async with desk.database.reading() as store:
        states = list(store.scalars(select(leads.c.state).order_by(leads.c.id)))
    assert states == [State.OFFERED, State.WAITING], "the office is closed, and only the second lead knows"
    await path_of_the_first(desk, whole)
    assert "the look at its offer failed" in caplog.text
    caplog.clear()  # it was meant to fail


async def test_a_page_is_one_transaction_and_nothing_is_written_where_nothing_is_different(
    desk: Desk, looks: list[str]
) -> None:
    for _ in range(4):
        await desk.lead()
    await desk.restarts()
    looks.clear()
    _, second, at_rest = [await cost_of_a_tick(desk) for _ in range(3)]
    assert looks == ["looked"] * 4
    assert second == (at_rest[0] + 1, 0)


async def path_of_the_first(desk: Desk, path: list[str]) -> list[str]:
    """Puts another ladder into the oldest lead's row; returns the one that stood there."""
    async with desk.database.writing() as store:
        first, before = store.execute(select(leads.c.id, leads.c.path).order_by(leads.c.id).limit(1)).one()
        store.execute(update(leads).where(leads.c.id == first).values(path=path))
    return list(before)


async def cost_of_a_tick(desk: Desk) -> tuple[int, int]:
    """Transactions that read, and that write."""
    counting = Counting()
    counting.start()
    await desk.app.clockwork.tick()
    counting.stop()
    return counting.counts.reading, counting.counts.writing
