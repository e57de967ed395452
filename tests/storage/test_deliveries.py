"""What is on its way outside: of one lead in order, of several beside each other, each address by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from leads.hooks import Hook
from leads.office import Office
from storage import cards, deliveries, hooks, secrets
from storage.database import Database
from storage.deliveries import DeliveryRow, DeliveryState
from storage.hooks import Off
from storage.kinds import CardKind
from storage.secrets import SecretOf
from storage.set_up import write_office
from storage.store import Store
from tests.storage.stored_office import NOW

A, B = "https://a.example/in", "https://b.example/in"
TRIED = {"at": NOW.isoformat(), "status": 500, "why": "status"}
SECOND, DAY = timedelta(seconds=1), timedelta(days=1)


@pytest.fixture
async def with_hooks(database: Database, office: Office) -> Office:
    found = replace(office, hooks=(Hook(A), Hook(B)))
    async with database.writing() as store:
        write_office(store, found, NOW)
    return found


def of(store: Store, url: str) -> int:
    found = hooks.at(store, url)
    assert found
    return found.id


def due(store: Store, url: str = A, most: int = 10) -> list[int]:
    return [row.seq or 0 for row in deliveries.due(store, of(store, url), NOW, most)]


def row(store: Store, seq: int, url: str = A) -> DeliveryRow:
    return next(one for one in deliveries.last_of(store, of(store, url), 100) if one.seq == seq)


def add(store: Store, *entries: tuple[int, int], urls: Sequence[str] = (A,)) -> None:
    """Each the number of an entry and of its lead."""
    for seq, lead in entries:
        deliveries.add(store, seq, lead, "lead.handed", urls, NOW)


def settle(store: Store, seq: int, state: DeliveryState = DeliveryState.DELIVERED) -> None:
    deliveries.settle(store, row(store, seq), state, TRIED, NOW)


async def test_of_one_lead_the_next_goes_when_the_one_before_is_settled(
    database: Database, with_hooks: Office
) -> None:
    async with database.writing() as store:
        add(store, (1, 1), (2, 1), (3, 2), (4, 1))
        assert due(store) == [1, 3], "other leads go on"
        settle(store, 1)
        assert sorted(due(store)) == [2, 3]
        settle(store, 2, DeliveryState.GIVEN_UP)
        assert sorted(due(store)) == [3, 4], "what is given up stands in nobody's way"


async def test_what_has_failed_is_due_later_and_what_comes_behind_it_still_waits(
    database: Database, with_hooks: Office
) -> None:
    async with database.writing() as store:
        add(store, (1, 1))
        deliveries.try_again(store, row(store, 1), TRIED, NOW + SECOND)
        add(store, (2, 1))
        assert due(store) == []
        assert [one.seq for one in deliveries.due(store, of(store, A), NOW + SECOND, 10)] == [1]
        assert (row(store, 1).tries, row(store, 1).log) == (1, (TRIED,))
        assert deliveries.next_due(store) == NOW + SECOND


async def test_each_address_has_its_own(database: Database, with_hooks: Office) -> None:
    async with database.writing() as store:
        add(store, (1, 1), (2, 1), urls=(A, B))
        settle(store, 1)
        assert (due(store, A), due(store, B)) == ([2], [1])
        assert deliveries.waiting(store) == {of(store, A): 1, of(store, B): 2}


async def test_as_much_is_due_as_there_is_room_for_and_nothing_twice(
    database: Database, with_hooks: Office
) -> None:
    async with database.writing() as store:
        add(store, *((n, n) for n in range(1, 6)))
        assert due(store, most=2) == [1, 2]
        under_way = [row(store, n).id for n in (1, 2)]
        assert [one.seq for one in deliveries.due(store, of(store, A), NOW, 2, under_way)] == [3, 4]


async def test_nothing_is_kept_for_who_is_switched_off(database: Database, with_hooks: Office) -> None:
    async with database.writing() as store:
        add(store, (1, 1))
        hooks.switch_off(store, of(store, A), Off.HAND, NOW)
        assert deliveries.drop_pending(store, of(store, A)) == 1
        add(store, (2, 1), urls=(A, B))
        assert (due(store, A), due(store, B)) == ([], [2])
        hooks.switch_on(store, of(store, A))
        add(store, (3, 1))
        assert due(store, A) == [3], "nothing that was dropped stands before it"
        assert row(store, 1).state is DeliveryState.OFF


async def test_what_is_sent_again_by_hand_lets_nothing_overtake_another(
    database: Database, with_hooks: Office
) -> None:
    async with database.writing() as store:
        add(store, (1, 1))
        settle(store, 1)
        add(store, (2, 1))
        deliveries.try_again(store, row(store, 2), TRIED, NOW + DAY)
        add(store, (3, 1))
        deliveries.send_again(store, row(store, 1), NOW)
        assert due(store) == [1]
        settle(store, 1)
        assert due(store) == [], "the third still waits for the second"
        settle(store, 2)
        assert due(store) == [3]
        assert len(row(store, 1).log) == 2, "what came of it before is kept"


async def test_what_waits_for_its_next_try_goes_at_once_and_still_in_order(
    database: Database, with_hooks: Office
) -> None:
    async with database.writing() as store:
        add(store, (1, 1), (2, 1), (3, 2), urls=(A, B))
        for seq in (1, 3):
            deliveries.try_again(store, row(store, seq), TRIED, NOW + DAY)
            deliveries.try_again(store, row(store, seq, B), TRIED, NOW + DAY)
        deliveries.at_once(store, of(store, A), NOW)
        assert sorted(due(store, A)) == [1, 3], "the second still waits for the first"
        assert due(store, B) == [], "another address is another matter"
        assert row(store, 1).tries == 1


async def test_one_that_is_gone_from_the_set_up_leaves_nothing(
    database: Database, with_hooks: Office
) -> None:
    async with database.writing() as store:
        secrets.put(store, SecretOf.HOOK, A, "whsec_a")
        secrets.put(store, SecretOf.HOOK, B, "whsec_b")
        add(store, (1, 1), urls=(A, B))
        was = of(store, B)
        write_office(store, replace(with_hooks, hooks=(Hook(B, personal=True),)), NOW)
        assert [one.url for one in hooks.everyone(store)] == [B]
        assert (of(store, B), due(store, B)) == (was, [1]), "the other is as it was"
        assert secrets.current(store, SecretOf.HOOK, A) is None
        assert secrets.current(store, SecretOf.HOOK, B) == "whsec_b"


async def test_how_one_is_doing_is_known_until_a_letter_arrives(
    database: Database, with_hooks: Office
) -> None:
    async with database.writing() as store:
        first = hooks.at(store, A)
        assert first
        hooks.failed(store, first, NOW, None)
        second = hooks.at(store, A)
        assert second and second.failing_since == NOW
        again = hooks.failed(store, second, NOW + DAY, NOW + 2 * DAY)
        assert (again.failing_since, again.not_before) == (NOW, NOW + 2 * DAY)
        sooner = hooks.failed(store, again, NOW + DAY, NOW + DAY)
        assert sooner.not_before == NOW + 2 * DAY, "the longest that was asked for counts"
        hooks.told(store, first.id, NOW + DAY)
        third = hooks.at(store, A)
        assert third and third.told_at == NOW + DAY
        hooks.arrived(store, third)
        assert hooks.at(store, A) == first


async def test_what_is_settled_is_forgotten_after_a_while_and_what_waits_never(
    database: Database, with_hooks: Office
) -> None:
    async with database.writing() as store:
        add(store, (1, 1), (2, 2), (3, 3))
        settle(store, 1)
        settle(store, 2, DeliveryState.GIVEN_UP)
        assert deliveries.forget_old(store, NOW + deliveries.KEPT, 10) == 0
        assert deliveries.forget_old(store, NOW + deliveries.KEPT + SECOND, 10) == 1
        assert deliveries.forget_old(store, NOW + deliveries.KEPT_LOST + SECOND, 10) == 1
        assert deliveries.count_of(store, of(store, A)) == 1
        assert row(store, 3).state is DeliveryState.PENDING


@pytest.mark.parametrize(("pane", "is_stale"), [("hook-sent", True), ("hooks", True), ("front", False)])
async def test_who_looks_at_such_a_pane_sees_what_has_come_of_it(
    database: Database, office: Office, pane: str, is_stale: bool
) -> None:
    async with database.writing() as store:
        where = (501, CardKind.OFFICE, None, "anna")
        cards.want(store, *where, payload={"args": {"pane": pane, "about": "hook", "page": 0}})
        before = cards.of(store, 501, CardKind.OFFICE, None)
        cards.touch_pane(store, "hook")
        after = cards.of(store, 501, CardKind.OFFICE, None)
        assert before and after and (after.wanted > before.wanted) is is_stale
