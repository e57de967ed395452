"""Two weeks before the demo opens: leads that the same rules gave out then, claimed, sold or lost.

So conversion differs from manager to manager, and the ledger that `verify` checks tells how it came about.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from itertools import cycle

from leads.answers import claim
from leads.client import Client
from leads.holding import close, put_amount
from leads.lead import Outcome
from leads.offering import delivered, hand_over
from leads.office import Office
from storage import drafts, scenes
from storage.clients import Acquaintance
from storage.offices import take_number
from storage.set_up import write_office
from storage.store import Store

SECRETARY = "anna"
# in turn: 8 and 12 leads, which is four for every member
SEGMENTS = 4 * ("tatarstan", "rest", "tatarstan", "rest", "rest")
# which of their leads each of them sells
SALES = {
    "tatarstan": {"petrov": "x.xx", "sidorova": ".x.."},
    "rest": {"petrov": "xx.x", "sidorova": "..x.", "ivanov": ".x.x"},
}
AMOUNTS = (84_000_00, 120_000_00, 56_500_00)
PAUSE = timedelta(hours=15)  # from lead to lead
CLAIMED_AFTER = timedelta(seconds=40)
CLOSED_AFTER = timedelta(hours=3)
BEFORE_TODAY = timedelta(hours=30)


def live_through(store: Store, office: Office, opening: datetime) -> None:
    """Sets the office up as it was before its history, and lets that happen; no card tells of it."""
    start = opening - BEFORE_TODAY - PAUSE * len(SEGMENTS)
    write_office(store, office, start)
    sales = {id: {who: iter(deals) for who, deals in team.items()} for id, team in SALES.items()}
    amounts = cycle(AMOUNTS)
    for number, segment in enumerate(SEGMENTS, 1):
        _lead(store, office, segment, start + PAUSE * number, sales[segment], amounts)


def _lead(
    store: Store,
    office: Office,
    segment: str,
    at: datetime,
    sales: Mapping[str, Iterator[str]],
    amounts: Iterator[int],
) -> None:
    draft = drafts.add(store, Client(), segment, Acquaintance(), SECRETARY, at)
    loaded = scenes.load(store, office, _no_holiday, draft)
    scene = loaded.scene
    hand_over(scene, take_number(store), at)
    delivered(scene, at)
    scenes.save(store, loaded, at)
    assert scene.live, "everybody was there"
    who = scene.live.people[0]
    claim(scene, who, at + CLAIMED_AFTER)
    scenes.save(store, loaded, at + CLAIMED_AFTER)
    is_sold = next(sales[who]) == "x"
    close(scene, who, Outcome.WON if is_sold else Outcome.LOST, at + CLOSED_AFTER)
    if is_sold:
        put_amount(scene, who, next(amounts), at + CLOSED_AFTER)
    scenes.save(store, loaded, at + CLOSED_AFTER)


def _no_holiday(_: date) -> bool:
    return False
