"""A week's roster: the same hours for all, or longer duty and prime hours for those who convert."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from itertools import permutations, product

from hypothesis import given
from hypothesis import strategies as st

from leads.due_hours import Team, due_seconds
from leads.office import Origin, ShiftKind
from leads.roster import Plan, Proposal, as_shifts, in_turn, propose
from leads.slots import Slot
from tests.rules.office import MOSCOW, wall

MONDAY = datetime(2026, 11, 30, tzinfo=UTC)
HOUR = 3600


def slot(start: int, end: int, places: int = 1) -> Slot:
    """In hours from Monday midnight."""
    return Slot(MONDAY + timedelta(hours=start), MONDAY + timedelta(hours=end), places)


def team(*people: str, away: dict[str, list[tuple[int, int]]] | None = None) -> Team:
    """With equal shares; `away` in hours from Monday midnight."""
    return shared(dict.fromkeys(people, Fraction(1, len(people))), away)


def shared(shares: dict[str, Fraction], away: dict[str, list[tuple[int, int]]] | None = None) -> Team:
    spans = {
        who: [(MONDAY + timedelta(hours=a), MONDAY + timedelta(hours=b)) for a, b in hours]
        for who, hours in (away or {}).items()
    }
    return Team(tuple(shares), shares, spans)


def hours(proposal: Proposal, who: str) -> int:
    return sum(s.seconds for s, people in proposal.items() if who in people) // HOUR


def equal(slots: list[Slot], of: Team) -> Proposal:
    return propose(Plan.EQUAL, slots, of, dict.fromkeys(slots, Fraction(0)))


WORKING_DAYS = [slot(24 * day + 9, 24 * day + 18) for day in range(5)]


def test_five_days_are_shared_two_two_and_one() -> None:
    found = equal(WORKING_DAYS, team("a", "b", "c"))
    assert list(found.values()) == [("a",), ("b",), ("c",), ("a",), ("b",)]


def test_two_on_duty_at_once_are_two_people() -> None:
    found = equal([slot(9, 18, 2), slot(33, 42, 2), slot(57, 66, 2)], team("a", "b", "c"))
    assert [hours(found, who) for who in "abc"] == [18, 18, 18]
    assert all(len(set(people)) == 2 for people in found.values())


def test_a_long_and_two_short_days_are_as_even_as_they_can_be() -> None:
    found = equal([slot(9, 13), slot(33, 37), slot(57, 65)], team("a", "b"))
    assert [hours(found, who) for who in "ab"] == [8, 8]


def test_the_long_days_are_given_first_for_the_short_ones_fill_the_gaps() -> None:
    """In the order of the week it would be fourteen hours and nine."""
    found = equal([slot(8, 17), slot(32, 37), slot(56, 60), slot(80, 85)], team("a", "b"))
    assert sorted(hours(found, who) for who in "ab") == [10, 13]


def test_who_is_on_leave_is_left_out_and_makes_nothing_up_afterwards() -> None:
    """Monday to Wednesday away: of Thursday and Friday, two days for three, his part is less than a day."""
    found = equal(WORKING_DAYS, team("a", "b", "c", away={"a": [(0, 72)]}))
    assert hours(found, "a") == 9 and hours(found, "b") == hours(found, "c") == 18
    assert due_seconds(WORKING_DAYS, team("a", "b", "c", away={"a": [(0, 72)]}))["a"] == 6 * HOUR


def test_a_slot_that_nobody_can_take_stays_empty() -> None:
    found = equal(WORKING_DAYS, team("a", "b", away={"a": [(0, 24)], "b": [(12, 13)]}))
    assert found[WORKING_DAYS[0]] == ()
    assert all(found[s] for s in WORKING_DAYS[1:])


def test_one_hands_over_what_stands_in_the_way_of_a_slot_that_only_he_can_take() -> None:
    early, late = slot(9, 15), slot(12, 18)
    found = equal([early, late], team("a", "b", away={"b": [(15, 18)]}))
    assert found == {early: ("b",), late: ("a",)}


def test_with_nobody_there_is_no_roster() -> None:
    assert equal(WORKING_DAYS, Team((), {})) == dict.fromkeys(WORKING_DAYS, ())


def test_who_converts_has_longer_duty_and_the_prime_hours() -> None:
    """Half of the hours for the best, and the mornings, which bring three times as much, are his first."""
    slots = [slot(24 * day + part, 24 * day + part + 4) for day in range(4) for part in (9, 13)]
    worths = {s: Fraction(3 if s.start.hour == 9 else 1) for s in slots}
    shares = {"best": Fraction(1, 2), "middle": Fraction(1, 4), "least": Fraction(1, 4)}
    found = propose(Plan.BY_CONVERSION, slots, shared(shares), worths)
    assert {who: hours(found, who) for who in shares} == {"best": 16, "middle": 8, "least": 8}
    assert all(found[s] == ("best",) for s in slots if s.start.hour == 9)


def test_prime_hours_go_to_the_best_only_within_his_due_hours() -> None:
    slots = [slot(24 * day + part, 24 * day + part + 4) for day in range(4) for part in (9, 13)]
    worths = {s: Fraction(3 if s.start.hour == 9 else 1) for s in slots}
    found = propose(Plan.BY_CONVERSION, slots, team("best", "other"), worths)
    assert hours(found, "best") == hours(found, "other") == 16
    shares = {"best": Fraction(1, 4), "other": Fraction(3, 4)}
    found = propose(Plan.BY_CONVERSION, slots, shared(shares), worths)
    assert [s for s in slots if found[s] == ("best",)] == [slots[0], slots[2]]


def test_the_slots_that_bring_most_are_given_first_whenever_they_are() -> None:
    """Four and a half hours are due to each; the best takes the short prime slot, though the longer one is earlier."""
    long, short = slot(9, 14), slot(33, 37)
    found = propose(
        Plan.BY_CONVERSION, [long, short], team("best", "other"), {long: Fraction(1), short: Fraction(3)}
    )
    assert found == {long: ("other",), short: ("best",)}


def test_of_two_days_the_best_has_the_better_one_also_where_less_is_due_to_him() -> None:
    better, other = slot(9, 18), slot(33, 42)
    shares = {"best": Fraction(5, 18), "second": Fraction(13, 18)}
    found = propose(
        Plan.BY_CONVERSION, [better, other], shared(shares), {better: Fraction(3), other: Fraction(1)}
    )
    assert found == {better: ("best",), other: ("second",)}


def test_the_shifts_are_dated_replace_the_plan_and_keep_the_clock_on_the_wall() -> None:
    (shift,) = as_shifts("site", {slot(6, 15): ("a",), slot(15, 20): ()}, MOSCOW)
    assert (shift.kind, shift.origin, shift.instead_of) == (ShiftKind.REPLACE, Origin.ROSTER, None)
    assert shift.start and shift.start.tzinfo is None and shift.start.hour == 9
    assert wall("2026-11-30 09:00") == slot(6, 15).start


def test_another_one_begins_each_week() -> None:
    weeks = [date(2026, 11, 23) + timedelta(weeks=n) for n in range(4)]
    firsts = [in_turn("abc", monday)[0] for monday in weeks]
    assert sorted(firsts[:3]) == ["a", "b", "c"] and firsts[3] == firsts[0]
    assert in_turn((), weeks[0]) == ()


PEOPLE = st.lists(st.sampled_from("abcd"), min_size=1, unique=True).map(tuple)


@st.composite
def apart(draw: st.DrawFn, same_length: bool = False) -> list[Slot]:
    """Slots that do not overlap in time."""
    lengths = draw(st.lists(st.integers(1, 12), min_size=1, max_size=8))
    each = draw(st.integers(1, 12)) if same_length else None
    found, at = [], 0
    for length in lengths:
        at += draw(st.integers(0, 12))
        found.append(slot(at, at + (each or length), draw(st.integers(1, 2))))
        at = at + (each or length)
    return found


@st.composite
def overlapping(draw: st.DrawFn, lengths: Sequence[int] = range(1, 13)) -> list[Slot]:
    spans = draw(st.sets(st.tuples(st.integers(0, 60), st.sampled_from(lengths)), min_size=1, max_size=9))
    return [slot(start, start + length, draw(st.integers(1, 2))) for start, length in spans]


@st.composite
def teams(draw: st.DrawFn) -> Team:
    people = draw(PEOPLE)
    parts = {who: draw(st.integers(0, 5)) for who in people}
    total = sum(parts.values()) or 1
    away = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=2)
    spans = {who: [(a, a + length) for a, length in draw(away)] for who in people}
    return shared({who: Fraction(n, total) for who, n in parts.items()}, spans)


def worths_of(data: st.DataObject, slots: list[Slot]) -> dict[Slot, Fraction]:
    return {s: Fraction(data.draw(st.integers(0, 3))) for s in slots}


@given(overlapping(), teams(), st.sampled_from(Plan), st.data())
def test_nobody_is_on_duty_twice_or_while_away_and_no_place_is_left_that_somebody_could_take(
    slots: list[Slot], of: Team, plan: Plan, data: st.DataObject
) -> None:
    found = propose(plan, slots, of, worths_of(data, slots))
    assert sorted(found) == sorted(slots)
    for s, people in found.items():
        assert len(people) == len(set(people)) <= s.places
        assert all(could(found, of, who, s, but=s) for who in people)
        if len(people) < s.places:
            assert not any(could(found, of, who, s) for who in of.people)


@given(apart(), teams(), st.sampled_from(Plan), st.data())
def test_where_slots_are_apart_as_many_are_on_duty_as_there_can_be(
    slots: list[Slot], of: Team, plan: Plan, data: st.DataObject
) -> None:
    for s, people in propose(plan, slots, of, worths_of(data, slots)).items():
        assert len(people) == min(s.places, sum(naively_there(of, who, s) for who in of.people))


@given(overlapping(), teams(), st.sampled_from(Plan), st.data())
def test_nobody_is_further_ahead_of_another_than_the_shortest_slot_that_he_could_hand_him(
    slots: list[Slot], of: Team, plan: Plan, data: st.DataObject
) -> None:
    found = propose(plan, slots, of, worths_of(data, slots))
    due = naive_due(slots, of)
    ahead = {who: seconds(found, who) - due[who] for who in of.people}
    for giver, taker in permutations(of.people, 2):
        for s, people in found.items():
            if giver in people and could(found, of, taker, s):
                assert ahead[giver] - ahead[taker] <= s.seconds


@given(apart(same_length=True), PEOPLE)
def test_with_all_present_equal_hours_differ_by_one_slot_at_most(
    slots: list[Slot], people: tuple[str, ...]
) -> None:
    found = equal(slots, team(*people))
    counts = [seconds(found, who) // slots[0].seconds for who in people]
    assert max(counts) - min(counts) <= 1


@given(apart().filter(lambda slots: len(slots) <= 5), PEOPLE.filter(lambda people: len(people) <= 3))
def test_the_spread_of_equal_hours_is_the_smallest_there_can_be_or_within_one_slot(
    slots: list[Slot], people: tuple[str, ...]
) -> None:
    """Against every roster that there could be. To find the smallest itself is the partition problem."""
    single = [Slot(s.start, s.end) for s in slots]
    found = equal(single, team(*people))
    loads = [seconds(found, who) for who in people]
    best = min(
        max(each) - min(each)
        for taken in product(people, repeat=len(single))
        for each in [[sum(s.seconds for s, t in zip(single, taken, strict=True) if t == w) for w in people]]
    )
    longest = max(s.seconds for s in single)
    assert best <= max(loads) - min(loads) <= max(best, longest)


@given(overlapping(lengths=(4, 8)), teams(), st.data())
def test_of_two_equally_long_slots_the_better_converter_has_the_one_with_more_leads(
    slots: list[Slot], of: Team, data: st.DataObject
) -> None:
    worths = worths_of(data, slots)
    found = propose(Plan.BY_CONVERSION, slots, of, worths)
    for better, worse in permutations(of.people, 2):
        if of.people.index(better) > of.people.index(worse):
            continue
        for own, theirs in product(slots, slots):
            held = better in found[own] and worse in found[theirs]
            if held and own.seconds == theirs.seconds and worths[own] < worths[theirs]:
                each_could = could(found, of, better, theirs, but=own) and could(
                    found, of, worse, own, but=theirs
                )
                assert not each_could


@given(apart(), PEOPLE, st.dates(date(2026, 1, 1), date(2027, 1, 1)))
def test_over_as_many_weeks_as_there_are_people_all_have_the_same_hours(
    slots: list[Slot], people: tuple[str, ...], first: date
) -> None:
    weeks = [in_turn(people, first + timedelta(weeks=n)) for n in range(len(people))]
    rosters = [equal(slots, team(*turn)) for turn in weeks]
    assert len({sum(seconds(r, who) for r in rosters) for who in people}) == 1


@given(overlapping(), teams())
def test_what_is_due_is_what_there_is_to_share(slots: list[Slot], of: Team) -> None:
    due = due_seconds(slots, of)
    assert due == naive_due(slots, of)
    there = [min(s.places, sum(naively_there(of, who, s) for who in of.people)) for s in slots]
    assert sum(due.values()) == sum(s.seconds * n for s, n in zip(slots, there, strict=True))


def could(found: Proposal, of: Team, who: str, s: Slot, but: Slot | None = None) -> bool:
    """Whether he is there and not on duty then, `but` for one slot that he holds."""
    holds = [t for t, people in found.items() if who in people and t != but]
    return naively_there(of, who, s) and not any(t.start < s.end and s.start < t.end for t in holds)


def naively_there(of: Team, who: str, s: Slot) -> bool:
    return not any(start < s.end and s.start < end for start, end in of.away.get(who, ()))


def naive_due(slots: list[Slot], of: Team) -> dict[str, Fraction]:
    """Share by share: while somebody would get more than the whole slot, he gets it all and is out."""
    due = dict.fromkeys(of.people, Fraction(0))
    for s in slots:
        there = [who for who in of.people if naively_there(of, who, s)]
        places, open_to = Fraction(s.places), list(there)
        while open_to:
            total = sum(of.shares[who] for who in open_to)
            part = {
                who: places * (of.shares[who] / total if total else Fraction(1, len(open_to)))
                for who in open_to
            }
            full = next((who for who in open_to if part[who] > 1), None)
            if full is None:
                for who in open_to:
                    due[who] += part[who] * s.seconds
                break
            due[full] += s.seconds
            places -= 1
            open_to.remove(full)
    return due


def seconds(found: Proposal, who: str) -> int:
    return sum(s.seconds for s, people in found.items() if who in people)
