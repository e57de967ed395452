"""Swaps and rosters in the database: found as they were stored, settled once, kept when the office is loaded anew."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import update

from leads.client import Client
from leads.duty.roster import Plan
from leads.duty.swaps import Swap, SwapState, open_swap, shift_of, take, withdraw
from leads.lead import Outcome, State
from leads.office import Office, Origin, Shift, ShiftKind
from leads.wall_clock import monday_of
from storage import cases, duty, offices
from storage.clients import Acquaintance
from storage.database import Database
from storage.drafts import add
from storage.due import moments, next_deadline
from storage.duty import RosterRow, RosterState
from storage.offices import read_office
from storage.set_up import write_office
from storage.store import Store
from storage.tables.leads import leads
from tests.storage.stored_office import NOW

MONDAY = datetime(2026, 11, 30, 6, 0, tzinfo=UTC)  # nine in Moscow
EVENING = datetime(2026, 11, 30, 15, 0, tzinfo=UTC)
WEEK = date(2026, 11, 30)
DUTY = Swap("tatarstan", "petrov", MONDAY, EVENING)


def planned(office: Office, who: str, day: int = 1) -> RosterRow:
    start = datetime(2026, 12, day, 9, 0)  # noqa: DTZ001 - by the clock on the office's wall
    end = start + timedelta(hours=9)
    shift = Shift("tatarstan", who, start=start, end=end, kind=ShiftKind.REPLACE, origin=Origin.ROSTER)
    figures = {"seconds": {who: 32400}, "prime": {}, "empty": [], "shares": {who: "1/3"}}
    return RosterRow("tatarstan", WEEK, Plan.EQUAL, "sidorova", (shift,), figures)


async def test_a_swap_comes_back_as_it_was_stored(database: Database, office: Office) -> None:
    async with database.writing() as store:
        id = duty.add_swap(store, DUTY)
    async with database.reading() as store:
        assert duty.find_swap(store, id) == replace(DUTY, id=id)
        assert duty.open_swaps_in(store, "tatarstan") == [replace(DUTY, id=id)]
        assert duty.open_swaps_in(store, "rest") == []
        assert duty.find_swap(store, 99) is None


async def test_a_taken_swap_is_a_shift_of_the_office(database: Database, office: Office) -> None:
    async with database.writing() as store:
        found = _opened(store, office)
        taken = take(office, found, "sidorova", NOW)
        assert duty.save_swap(store, taken)
    async with database.reading() as store:
        assert duty.find_swap(store, found.id) == taken
        stored = read_office(store)
    assert stored.shifts == (*office.shifts, shift_of(taken, office))
    assert stored.shifts[-1].origin is Origin.SWAP


async def test_of_two_who_take_it_at_once_one_has_it(database: Database, office: Office) -> None:
    """Both have looked before either of them writes; what counts is the row."""
    async with database.writing() as store:
        found = _opened(store, office)

    async def grabs(who: str) -> bool:
        async with database.writing() as store:
            offices.lock(store)
            return duty.save_swap(store, replace(found, state=SwapState.TAKEN, taken_by=who, taken_at=NOW))

    won = await asyncio.gather(grabs("sidorova"), grabs("petrov"))
    assert sorted(won) == [False, True]
    async with database.reading() as store:
        after = duty.find_swap(store, found.id)
    assert after and after.taken_by == ("sidorova" if won[0] else "petrov")


async def test_what_is_settled_is_not_changed_any_more(database: Database, office: Office) -> None:
    async with database.writing() as store:
        found = _opened(store, office)
        withdrawn = withdraw(found, "petrov", NOW)
        assert duty.save_swap(store, withdrawn)
        assert not duty.save_swap(store, take(office, found, "sidorova", NOW))
        assert duty.find_swap(store, found.id) == withdrawn
        assert read_office(store).shifts == office.shifts


async def test_a_swap_is_due_when_its_duty_is_over(database: Database, office: Office) -> None:
    async with database.writing() as store:
        found = _opened(store, office)
        assert next_deadline(store) == EVENING
        before = EVENING - timedelta(microseconds=1)
        assert moments(store).swap == EVENING and duty.end_swaps(store, before) == []
        assert duty.end_swaps(store, EVENING) == [found.id]
        assert duty.end_swaps(store, EVENING) == []
        after = duty.find_swap(store, found.id)
        assert after and after.state is SwapState.PAST
        assert next_deadline(store) is None


async def test_the_swaps_of_a_week_end_with_it_and_no_others(database: Database, office: Office) -> None:
    async with database.writing() as store:
        night_before = replace(DUTY, start=MONDAY - timedelta(hours=9), end=MONDAY - timedelta(hours=1))
        others = [night_before, replace(DUTY, segment="rest"), replace(DUTY, state=SwapState.WITHDRAWN)]
        for swap in others:
            duty.add_swap(store, swap)
        taken = replace(DUTY, who="sidorova")
        its = [duty.add_swap(store, DUTY), duty.add_swap(store, taken)]
        bounds = MONDAY - timedelta(hours=6), MONDAY + timedelta(days=7)
        assert duty.count_living_swaps(store, "tatarstan", *bounds) == 2
        assert duty.supersede_swaps(store, "tatarstan", *bounds) == its
        assert duty.count_living_swaps(store, "tatarstan", *bounds) == 0


async def test_a_roster_comes_back_as_it_was_stored(database: Database, office: Office) -> None:
    roster = planned(office, "petrov")
    async with database.writing() as store:
        id = duty.add_roster(store, roster)
        assert duty.find_roster(store, id) == replace(roster, id=id)
        assert duty.find_roster(store, 99) is None
        assert read_office(store).shifts == office.shifts, "a proposal changes nothing"


async def test_an_approved_roster_is_part_of_the_office_and_replaces_the_one_before(
    database: Database, office: Office
) -> None:
    first, second = planned(office, "petrov"), planned(office, "sidorova", day=2)
    async with database.writing() as store:
        ids = [duty.add_roster(store, roster) for roster in (first, second)]
        for id, roster, replaced in ((ids[0], first, []), (ids[1], second, [ids[0]])):
            assert duty.settle_roster(store, id, RosterState.APPROVED, "sidorova")
            assert duty.replace_earlier_rosters(store, replace(roster, id=id)) == replaced
            assert read_office(store).shifts == (*office.shifts, *roster.shifts)
        states = [found.state for id in ids if (found := duty.find_roster(store, id))]
        assert states == [RosterState.REPLACED, RosterState.APPROVED]


async def test_a_roster_is_settled_once(database: Database, office: Office) -> None:
    async with database.writing() as store:
        id = duty.add_roster(store, planned(office, "petrov"))
        assert duty.settle_roster(store, id, RosterState.DISMISSED, "sidorova")
        assert not duty.settle_roster(store, id, RosterState.APPROVED, "orlova")
        found = duty.find_roster(store, id)
        assert found and (found.state, found.settled_by) == (RosterState.DISMISSED, "sidorova")


async def test_what_was_agreed_survives_the_same_file_and_counts_without_whoever_left(
    database: Database, office: Office
) -> None:
    async with database.writing() as store:
        taken = take(office, _opened(store, office), "sidorova", NOW)
        duty.save_swap(store, taken)
        roster = planned(office, "petrov")
        duty.settle_roster(store, duty.add_roster(store, roster), RosterState.APPROVED, "sidorova")
        agreed = (*roster.shifts, shift_of(taken, office))
        write_office(store, office, NOW)
        stored = read_office(store)
        assert stored.shifts == (*office.shifts, *agreed), "the file's, the roster, the swap over it"
        write_office(store, stored, NOW)
        assert read_office(store) == stored, "and is never written into the file's place"
        tatarstan, rest = office.segments
        write_office(store, replace(office, segments=(replace(tatarstan, members=("petrov",)), rest)), NOW)
        assert read_office(store).shifts == (*office.shifts, *roster.shifts)
        write_office(store, office, NOW)
        assert read_office(store).shifts == (*office.shifts, *agreed), "who comes back is planned again"


async def test_what_is_long_over_is_not_read_any_more(database: Database, office: Office) -> None:
    async with database.writing() as store:
        duty.save_swap(store, take(office, _opened(store, office), "sidorova", NOW))
        roster = planned(office, "petrov")
        duty.settle_roster(store, duty.add_roster(store, roster), RosterState.APPROVED, "sidorova")
        for since, left in (
            (EVENING - timedelta(hours=1), 2),
            (EVENING, 1),
            (EVENING + timedelta(days=10), 0),
        ):
            found = read_office(store, since=since)
            assert len(found.shifts) - len(office.shifts) == left, since


@pytest.mark.parametrize("hour", [0, 12, 23])
async def test_the_last_night_of_an_approved_week_is_read_to_its_end(
    database: Database, office: Office, hour: int
) -> None:
    async with database.writing() as store:
        roster = planned(office, "petrov", day=6)
        duty.settle_roster(store, duty.add_roster(store, roster), RosterState.APPROVED, "sidorova")
        since = datetime(2026, 12, 7, hour, 59, tzinfo=UTC)
        assert len(read_office(store, since=since).shifts) == len(office.shifts) + 1
    assert monday_of(date(2026, 12, 6)) == WEEK


async def test_records_count_won_and_lost_by_who_closed_it(database: Database, office: Office) -> None:
    closed = [
        ("petrov", Outcome.WON),
        ("petrov", Outcome.LOST),
        ("petrov", Outcome.WON),
        ("ivanov", Outcome.LOST),
        ("ivanov", Outcome.BAD),
        ("sidorova", None),
    ]
    async with database.writing() as store:
        for number, (who, outcome) in enumerate(closed, 1):
            lead = add(store, Client(), "rest", Acquaintance(), "anna", NOW)
            state = State.CLOSED if outcome else State.HELD
            values = {"number": number, "holder": who, "outcome": outcome, "state": state, "handed_at": NOW}
            store.execute(update(leads).where(leads.c.id == lead).values(values))
        add(store, Client(), "tatarstan", Acquaintance(), "anna", NOW)
        assert cases.handed_since(store, "rest", NOW) == [NOW] * 6
        assert cases.handed_since(store, "rest", NOW + timedelta(seconds=1)) == []
        assert cases.handed_since(store, "tatarstan", NOW) == [], "a draft is not handed over"


def _opened(store: Store, office: Office) -> Swap:
    """Petrov looks for somebody for his Monday."""
    swap = open_swap(office, "tatarstan", "petrov", EVENING, [], NOW)
    assert swap == DUTY
    return replace(swap, id=duty.add_swap(store, swap))
