"""Who asked for a lead had the one that waited for longest, and no more of them than a day allows: all three say so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from leads.entries.asking import Claimed
from leads.entries.kinds import Entry
from leads.entries.people import SetUp, Terms, Values
from leads.floor import open_floor
from leads.lead import Lead
from leads.ledger import canonical
from leads.offering import hand_over
from leads.office import Office, Person, Role, Segment
from leads.pulling import pull
from tests.leads.office import MOSCOW, no_holidays, wall
from tests.stranger.ledgers import Told, all_say, sealed

NOON = wall("2026-11-23 12:00")
A_DAY = timedelta(days=1)
TEAM = ("a", "b", "c")
SEGMENTS = (
    Segment("x", "x", "next", ("a", "b"), day_limit=2),
    Segment("y", "y", "next", ("b", "c"), day_limit=1),
)
OFFICE = Office("Three", MOSCOW, people=tuple(Person(w, w, (Role.MANAGER,)) for w in TEAM), segments=SEGMENTS)
NO_LIMIT = replace(OFFICE, segments=tuple(replace(s, day_limit=0) for s in SEGMENTS))
LIMITS = {s.id: Values({"day_limit": s.day_limit}) for s in SEGMENTS}
TERMS = Terms(Values({"timezone": "Europe/Moscow"}), {}, LIMITS, ())
A_DIGEST = "0" * 64  # what it is of is not looked at here
Story = list[tuple[datetime, Entry]]


class Asking:
    """Leads wait, and whoever asks has one; what is said of it, and when."""

    def __init__(self) -> None:
        clear = SetUp(A_DIGEST, {}, {}, A_DIGEST, A_DIGEST, A_DIGEST, TERMS)
        self.floor, self.now = open_floor(OFFICE, no_holidays), NOON
        self.told: Story = []
        self._keep()
        self.told.append((NOON, Entry(None, clear)))

    def lead(self, segment: str) -> None:
        number = len(self.floor.scenes) + 1
        hand_over(self.floor.draft(Lead(number, segment)), number, self.now)
        self._keep()

    def asks(self, who: str, number: int, today: int) -> None:
        self.now += timedelta(seconds=1)
        pull(self.floor.scenes[number - 1], who, today, self.now)
        self._keep()

    def _keep(self) -> None:
        self.told += [(self.now, entry) for entry in self.floor.log]
        self.floor.log.clear()


def say(told: Story) -> set[int | None]:
    return all_say(sealed(Told(at, e.kind, e.lead, canonical(e.body)) for at, e in told))


def a_story() -> Asking:
    """`b`, of both segments, has what has waited for longest in either; the next day counts anew."""
    told = Asking()
    for segment in "yxx":
        told.lead(segment)
    told.asks("b", 1, 0)
    told.asks("b", 2, 1)
    told.now += A_DAY
    told.asks("a", 3, 0)
    told.lead("y")
    told.asks("b", 4, 0)
    return told


def test_as_it_was_it_holds() -> None:
    told = a_story().told
    assert [e.said.today for _, e in told if isinstance(e.said, Claimed)] == [0, 1, 0, 0]
    assert say(told) == {None}


def _place(told: Story, which: int) -> int:
    return [n for n, (_, entry) in enumerate(told) if isinstance(entry.said, Claimed)][which]


@pytest.mark.parametrize(("which", "today"), [(1, 0), (0, 1), (2, 1), (3, 2), (1, None)])
def test_how_many_they_had_asked_for_that_day_is_counted_again(which: int, today: int | None) -> None:
    told = a_story().told
    place = _place(told, which)
    at, entry = told[place]
    said: Any = entry.said
    told[place] = at, Entry(entry.lead, replace(said, today=today))
    assert say(told) == {place + 1}


def _ends_wrong(tell: Callable[[Asking], None]) -> None:
    """The last claim is the one that does not hold."""
    told = Asking()
    tell(told)
    assert say(told.told) == {_place(told.told, -1) + 1}


def test_an_older_lead_of_the_same_segment_waited() -> None:
    def tell(told: Asking) -> None:
        told.lead("x")
        told.lead("x")
        told.asks("a", 2, 0)

    _ends_wrong(tell)


def test_an_older_lead_of_another_segment_of_theirs_waited() -> None:
    def tell(told: Asking) -> None:
        told.lead("y")
        told.lead("x")
        told.asks("b", 2, 0)

    _ends_wrong(tell)


def test_what_waits_for_others_is_passed_over() -> None:
    told = Asking()
    told.lead("y")
    told.lead("x")
    told.asks("a", 2, 0)
    assert say(told.told) == {None}


def test_what_the_day_does_not_allow_is_passed_over_and_not_given() -> None:
    told = Asking()
    for segment in "yyx":
        told.lead(segment)
    told.asks("b", 1, 0)
    told.asks("b", 3, 1)
    assert say(told.told) == {None}, "of `y` one a day, of `x` two"
    told.lead("x")
    told.floor.scenes[3].office = NO_LIMIT
    told.asks("b", 4, 2)
    assert say(told.told) == {_place(told.told, -1) + 1}


def test_nobody_asks_for_what_is_of_another_team() -> None:
    told = a_story().told
    place = _place(told, 2)
    at, entry = told[place]
    said: Any = entry.said
    told[place] = (
        at,
        Entry(entry.lead, replace(said, who="c", charged="c", turn=replace(said.turn, payer="c"))),
    )
    assert say(told) == {place + 1}
