"""What a turn costs, how it is given back, and who comes and goes meanwhile."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from leads.shares import LEAD
from leads.turns import Standing, Turn, charge, give_back, join, leave, level, next_ticket

EQUAL = {"a": 1, "b": 1, "c": 1}


def team(names: str = "a b c") -> dict[str, Standing]:
    return {who: Standing(0, place) for place, who in enumerate(names.split(), 1)}


def line(standings: dict[str, Standing]) -> str:
    return " ".join(sorted(standings, key=lambda who: standings[who].ticket))


def thirds(standings: dict[str, Standing]) -> list[int]:
    return [standing.credit * 3 // LEAD for standing in standings.values()]


def test_the_payer_pays_a_lead_and_all_who_could_have_had_it_gain_their_share() -> None:
    standings = team()
    charge(standings, "a", EQUAL)
    assert thirds(standings) == [-2, 1, 1]
    assert line(standings) == "b c a"


def test_whoever_could_not_have_had_it_neither_gains_nor_loses() -> None:
    standings = team()
    charge(standings, "a", {"a": 1, "b": 1})
    assert standings["c"] == Standing(0, 3)


def test_a_turn_that_nobody_else_could_have_had_costs_nothing_but_the_place() -> None:
    standings = team()
    charge(standings, "a", {})
    assert thirds(standings) == [0, 0, 0]
    assert line(standings) == "b c a"


def test_a_turn_given_back_leaves_no_trace() -> None:
    standings = team()
    give_back(standings, charge(standings, "b", EQUAL))
    assert standings == team()


def test_the_line_takes_back_whoever_was_first_although_others_have_moved() -> None:
    standings = team()
    turn = charge(standings, "a", EQUAL)
    charge(standings, "b", EQUAL)
    give_back(standings, turn)
    assert line(standings) == "a c b"


def test_of_two_turns_given_back_the_second_does_not_cost_the_place_that_the_first_restored() -> None:
    standings = team()
    first, second = charge(standings, "a", EQUAL), charge(standings, "a", EQUAL)
    give_back(standings, first)
    give_back(standings, second)
    assert line(standings) == "a b c"


def test_who_has_left_meanwhile_is_left_out_and_the_balances_still_add_up_to_nothing() -> None:
    standings = team()
    turn = charge(standings, "a", EQUAL)
    leave(standings, "c")
    give_back(standings, turn)
    assert sum(s.credit for s in standings.values()) == 0


def test_a_payer_who_has_left_gets_nothing_back() -> None:
    standings = team()
    turn = charge(standings, "a", EQUAL)
    leave(standings, "a")
    before = {who: Standing(s.credit, s.ticket) for who, s in standings.items()}
    give_back(standings, turn)
    assert standings == before


def test_a_newcomer_starts_level_with_the_team_and_at_the_end_of_the_line() -> None:
    standings = team("a b")
    charge(standings, "a", {"a": 1, "b": 1})
    join(standings, "c")
    assert standings["c"].credit == 0
    assert line(standings) == "b a c"


def test_whoever_leaves_changes_nobodys_order() -> None:
    standings = team("a b c d")
    for payer, gain in (("a", "abcd"), ("a", "ac"), ("b", "bd"), ("d", "abcd")):
        charge(standings, payer, dict.fromkeys(gain, 1))
    before = sorted("bcd", key=lambda who: standings[who].credit)
    leave(standings, "a")
    assert sorted("bcd", key=lambda who: standings[who].credit) == before


def test_the_last_one_may_leave_too() -> None:
    standings = team("a")
    leave(standings, "a")
    assert standings == {}
    assert next_ticket(standings) == 1


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_balances_add_up_to_nothing_whoever_comes_goes_pays_and_is_paid_back(data: st.DataObject) -> None:
    standings, turns = team(), list[Turn]()
    for step in data.draw(st.lists(st.sampled_from(["charge", "back", "join", "leave"]), max_size=30)):
        outside = [who for who in "abcdefg" if who not in standings]
        if step == "join" and outside:
            join(standings, data.draw(st.sampled_from(outside)))
        elif step == "leave" and standings:
            leave(standings, data.draw(st.sampled_from(sorted(standings))))
        elif step == "back" and turns:
            give_back(standings, turns.pop(data.draw(st.integers(0, len(turns) - 1))))
        elif step == "charge" and standings:
            gains = data.draw(st.dictionaries(st.sampled_from(sorted(standings)), st.integers(1, 9000)))
            turns.append(charge(standings, data.draw(st.sampled_from(sorted(standings))), gains))
        assert not sum(s.credit for s in standings.values())


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from("abc"), max_size=12))
def test_turns_given_back_in_the_reverse_order_leave_no_trace(payers: list[str]) -> None:
    standings = team()
    turns = [charge(standings, payer, {"a": 5, "b": 1, "c": 1}) for payer in payers]
    for turn in reversed(turns):
        give_back(standings, turn)
    assert standings == team()


def owed(*units: int) -> dict[str, Standing]:
    """Balances in units, and one more that makes them add up to nothing."""
    return {who: Standing(u, 1) for who, u in zip("abcdefgh", (*units, -sum(units)), strict=False)}


def units(standings: dict[str, Standing]) -> list[int]:
    return [standing.credit for standing in standings.values()]


def test_balances_within_a_lead_are_left_alone() -> None:
    standings = owed(LEAD, -LEAD, 3)
    assert level(standings) is False
    assert standings == owed(LEAD, -LEAD, 3)
    assert level({}) is False


def test_balances_beyond_a_lead_are_drawn_in_in_proportion() -> None:
    standings = owed(4 * LEAD, -2 * LEAD, LEAD)
    assert level(standings) is True
    assert units(standings) == [LEAD, -LEAD // 2, LEAD // 4, -3 * LEAD // 4]


def test_whoever_is_furthest_ahead_is_drawn_in_to_one_lead_too() -> None:
    standings = owed(LEAD, LEAD, LEAD)
    level(standings)
    assert units(standings) == [LEAD // 3] * 3 + [-LEAD]


def test_what_rounding_leaves_over_goes_to_the_largest_fractions() -> None:
    """Scaled, the last three have about 1/4, 3/4 and 1 of a unit too much; two units are left over."""
    standings = owed(-(2 * LEAD + 1), LEAD + 1, LEAD - 2)
    level(standings)
    assert units(standings) == [-LEAD, LEAD // 2, LEAD // 2 - 1, 1]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(-9 * LEAD, 9 * LEAD), max_size=6))
def test_drawn_in_nobody_is_more_than_a_lead_off_and_nobody_passes_anybody(found: list[int]) -> None:
    standings = owed(*found)
    before = units(standings)
    furthest = max(map(abs, before))
    assert level(standings) is (furthest > LEAD)
    after = units(standings)
    assert sum(after) == 0
    assert max(map(abs, after)) == min(furthest, LEAD)
    for place, other in product(range(len(before)), repeat=2):
        assert before[place] <= before[other] or after[place] >= after[other]
    for was, now in zip(before, after, strict=True):
        assert abs(now * max(furthest, LEAD) - was * LEAD) < max(furthest, LEAD)
    assert level(standings) is False
