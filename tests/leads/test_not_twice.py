"""No turn is paid twice, through a switch, a leave, a new start or any of them in any order: beside a naive account.

The account keeps, by turn, what each member has gained and paid of it, in fractions of a lead. A drawing-in makes all
of it smaller alike, whoever leaves takes their own lines away, and a turn given back strikes out what is left of it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads import teams
from leads.shares import LEAD
from leads.turns import Standing, Team, Turn, charge, give_back, join, leave, level, returned

ROUNDING = Fraction(1000, LEAD)
FIVE = "abcde"


def team(names: str = FIVE) -> Team:
    return Team({who: Standing(0, place) for place, who in enumerate(names, 1)})


def balance(standings: Team, who: str) -> float:
    return round(standings[who].credit / LEAD, 6)


def grabbed(standings: Team, leads: int = 10) -> list[Turn]:
    """One of five is faster than all others."""
    return [charge(standings, "a", dict.fromkeys(FIVE, 1)) for _ in range(leads)]


def test_ten_leads_grabbed_drawn_in_and_all_bad_leave_nothing() -> None:
    """Under the old rule they came to seven leads out of nothing: -8, -1 by the switch, and eight given back."""
    standings = team()
    turns = grabbed(standings)
    assert balance(standings, "a") == -8
    teams.switch("all", standings, "grab", "balance")
    assert balance(standings, "a") == -1
    for turn in turns:
        give_back(standings, turn)
    assert all(abs(balance(standings, who)) < 0.000001 for who in FIVE)


def test_a_turn_from_after_the_switch_is_given_back_whole() -> None:
    standings = team()
    grabbed(standings)
    teams.switch("all", standings, "grab", "balance")
    before = {who: s.credit for who, s in standings.items()}
    give_back(standings, charge(standings, "a", dict.fromkeys(FIVE, 1)))
    assert {who: s.credit for who, s in standings.items()} == before


def test_whoever_has_left_and_joined_anew_gets_nothing_of_what_they_paid_before() -> None:
    """Under the old rule: eight leads, for whoever begins anew is level already."""
    standings = team()
    turns = grabbed(standings)
    teams.set_members("all", standings, "bcde")
    teams.set_members("all", standings, FIVE)
    line = {who: s.ticket for who, s in standings.items()}
    for turn in turns:
        give_back(standings, turn)
    assert [balance(standings, who) for who in FIVE] == [0] * 5
    assert {who: s.ticket for who, s in standings.items()} == line


def test_nor_does_whoever_has_joined_anew_pay_for_what_they_gained_before() -> None:
    standings = team("ab")
    turn = charge(standings, "a", {"a": 1, "b": 1})
    leave(standings, "b")
    join(standings, "b")
    give_back(standings, turn)
    assert [balance(standings, who) for who in "ab"] == [0, 0]


@pytest.mark.parametrize("old", ["left", "switched"])
def test_entries_of_old_are_told_by_the_old_rule(old: str) -> None:
    standings = team()
    turns = grabbed(standings)
    if old == "left":
        leave(standings, "a", counts=False)
        join(standings, "a")
    else:
        level(standings, counts=False)
    for turn in turns:
        give_back(standings, turn)
    assert balance(standings, "a") == (8 if old == "left" else 7)  # as it was written


Lines = dict[tuple[str, int], Fraction]


@dataclass
class Account:
    """Who has gained and paid what, by turn; 0 is what others have left behind."""

    lines: defaultdict[str, defaultdict[int, Fraction]] = field(
        default_factory=lambda: defaultdict(lambda: defaultdict(Fraction))
    )

    def charge(self, number: int, turn: Turn) -> None:
        for who, units in turn.gained.items():
            self.lines[who][number] += Fraction(units, LEAD)
        self.lines[turn.payer][number] -= 1

    def give_back(self, number: int, turn: Turn) -> None:
        if number not in self.lines[turn.payer]:
            return
        for who in [who for who in turn.gained if who != turn.payer and number in self.lines[who]]:
            self.lines[turn.payer][number] += self.lines[who].pop(number)

    def leave(self, who: str, others: list[str]) -> None:
        left = sum(self.lines.pop(who, {}).values(), Fraction())
        for other in others:
            self.lines[other][0] += left / len(others)

    def draw_in(self, factor: Fraction) -> None:
        for lines in self.lines.values():
            for number in lines:
                lines[number] *= factor


STEPS = st.sampled_from(["charge", "charge", "charge", "back", "join", "leave", "switch"])


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_whatever_comes_between_no_turn_is_given_back_for_more_than_was_paid(data: st.DataObject) -> None:
    standings, account = team("abc"), Account()
    paid: dict[int, Turn] = {}
    number = 0
    for step in data.draw(st.lists(STEPS, max_size=40)):
        outside = [who for who in FIVE if who not in standings]
        if step == "charge" and standings:
            number += 1
            weights = data.draw(
                st.dictionaries(st.sampled_from(sorted(standings)), st.integers(1, 9), min_size=1)
            )
            payer = data.draw(st.sampled_from(sorted(weights)))
            paid[number] = charge(standings, payer, weights)
            account.charge(number, paid[number])
        elif step == "back" and paid:
            one = data.draw(st.sampled_from(sorted(paid)))
            turn = paid.pop(one)
            assert sum(returned(standings, turn).values()) <= LEAD
            give_back(standings, turn)
            account.give_back(one, turn)
            assert account.lines[turn.payer][one] <= 0 or turn.payer not in standings
        elif step == "join" and outside:
            join(standings, data.draw(st.sampled_from(outside)))
        elif step == "leave" and standings:
            gone = data.draw(st.sampled_from(sorted(standings)))
            leave(standings, gone)
            account.leave(gone, sorted(standings))
        elif step == "switch":
            furthest = max((abs(s.credit) for s in standings.values()), default=0)
            if level(standings):
                account.draw_in(Fraction(LEAD, furthest))
        assert not sum(s.credit for s in standings.values())
        for who, standing in standings.items():
            account_says = sum(account.lines[who].values(), Fraction())
            assert abs(Fraction(standing.credit, LEAD) - account_says) <= ROUNDING
