"""What the machine of the whole bot reads from the ledger by folds of its own: each sees what must not be."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from leads.ledger import Sealed, canonical
from tests.faults.whole_bot.lots import Lots
from tests.faults.whole_bot.waiting import Waiting
from tests.faults.whole_bot.windows import Windows
from tests.leads.office import sales_floor, wall

NOON = wall("2026-11-27 16:00")
CLOSING, UNTIL = wall("2026-11-27 17:00"), wall("2026-11-27 19:00")
ONE_A_DAY = sales_floor("a b", "next", segment={"day_limit": 1}).office
HANDED, WAITS = {"segment": "all"}, {"step": "pull", "offered": ["a", "b"]}
PROMISE = {
    "segment": "all",
    "monday": "2026-11-30",
    "draw_at": CLOSING.isoformat(),
    "thrower": "head",
    "throw_until": UNTIL.isoformat(),
}
WEEK = {"segment": "all", "monday": "2026-11-30"}
THROW = WEEK | {"who": "head", "dice": "slot", "value": 37}
Told = tuple[str, int | None, Mapping[str, Any], float]  # kind, lead, body, minutes after NOON


def entries(*told: Told) -> list[Sealed]:
    return [
        Sealed(n, NOON + timedelta(minutes=minutes), kind, lead, canonical(dict(body)), "")
        for n, (kind, lead, body, minutes) in enumerate(told, 1)
    ]


def waits(*leads: int) -> list[Told]:
    return [(kind, n, body, 0) for n in leads for kind, body in (("handed", HANDED), ("offered", WAITS))]


def asks(who: str, lead: int) -> Told:
    return ("claimed", lead, {"who": who, "step": "pull"}, 1)


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ([*waits(1, 2), asks("a", 1), asks("b", 2)], ""),
        ([*waits(1, 2), asks("a", 2)], "lead 1 waited for longer"),
        ([*waits(1, 2), asks("a", 1), asks("a", 2)], "a has had 1 by asking"),
        ([*waits(1), asks("c", 1)], "c has had 0 by asking"),
        ([*waits(1), asks("a", 1), asks("b", 1)], "does not wait to be asked for"),
        ([*waits(1), ("lapsed", 1, {}, 1), asks("a", 1)], "does not wait to be asked for"),
    ],
)
def test_the_oldest_goes_to_whoever_asks_within_their_day(told: list[Told], wrong: str) -> None:
    waiting = Waiting()
    if not wrong:
        waiting.read(entries(*told), ONE_A_DAY, ONE_A_DAY)
        return
    with pytest.raises(AssertionError, match=wrong):
        waiting.read(entries(*told), ONE_A_DAY, ONE_A_DAY)


OPENS = {"who": "a", "until": (NOON + timedelta(minutes=2)).isoformat()}
RACED: list[Told] = [
    ("offered", 1, {"offered": ["a", "b", "c"], "window": 60.0}, 0),
    ("wanted", 1, OPENS, 1),
]


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ([("wanted", 1, {"who": "b", "until": None}, 1.5), ("claimed", 1, {"who": "b"}, 2)], ""),
        ([("claimed", 1, {"who": "a"}, 1.5)], "somebody could still tap"),
        ([("claimed", 1, {"who": "b"}, 2)], "b has not tapped in time"),
        ([("declined", 1, {"who": "a"}, 1.5), ("claimed", 1, {"who": "a"}, 2)], "a has not tapped"),
        ([("wanted", 1, {"who": "b", "until": None}, 3)], "the window is closed"),
        ([("wanted", 1, {"who": "d", "until": None}, 1.5)], "d is not asked"),
    ],
)
def test_whoever_has_it_has_tapped_in_time(told: list[Told], wrong: str) -> None:
    windows = Windows()
    if not wrong:
        windows.read(entries(*RACED, *told))
        return
    with pytest.raises(AssertionError, match=wrong):
        windows.read(entries(*RACED, *told))


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ([("draw_thrown", None, THROW, 70), ("draw_opened", None, WEEK, 70)], ""),
        ([("draw_opened", None, WEEK, 180)], ""),
        ([("draw_opened", None, WEEK, 90)], "was not waited for"),
        ([("draw_thrown", None, THROW, 50)], "not closed yet"),
        ([("draw_thrown", None, THROW, 190)], "not waited for any more"),
        ([("draw_thrown", None, THROW, 70), ("draw_thrown", None, THROW, 71)], "thrown twice"),
        ([("draw_thrown", None, THROW | {"who": "a"}, 70)], "a was not named"),
        ([("draw_thrown", None, THROW | {"value": 36}, 70)], "nobody has thrown that"),
    ],
)
def test_one_throw_of_whoever_was_named(told: list[Told], wrong: str) -> None:
    lots, every = Lots(), entries(("draw_announced", None, PROMISE, 0), *told)
    lots.shown[301].add(("🎰", 37))
    if not wrong:
        lots.read(every, {"head": 301, "a": 201})
        return
    with pytest.raises(AssertionError, match=wrong):
        lots.read(every, {"head": 301, "a": 201})
