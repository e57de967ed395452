"""What holds in every roster that is ever proposed, held against naive models of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import permutations, product

from hypothesis import given
from hypothesis import strategies as st

from leads.duty.roster import Plan, Proposal, in_turn, propose
from leads.duty.slots import Slot, Team, due_seconds
from tests.leads.duty.weeks import equal, shared, slot, team

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
