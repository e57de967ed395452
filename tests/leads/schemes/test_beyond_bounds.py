"""What the bounds of `balance` hold for, and what they do not: looked for by a search through the real rules."""

from __future__ import annotations

import pytest

from tests.leads.schemes.adversary import MEANS, Means, furthest, search

BY_NAME = {means.name: means for means in MEANS}
LEADS, ROUNDS = 18, 25


def found(team: str, name: str) -> tuple[float, float]:
    return search(team, BY_NAME[name], LEADS, ROUNDS, seed=1)


@pytest.mark.parametrize("team", ["abc", "abcde"])
def test_while_the_scheme_alone_decides_and_all_are_there_nobody_is_a_whole_lead_away(team: str) -> None:
    assert max(found(team, "the scheme alone, all present")) == pytest.approx(1 - 1 / len(team))


@pytest.mark.parametrize("team", ["abc", "abcde"])
@pytest.mark.parametrize("name", ["whoever comes and goes", "silence that costs a turn", "free declines"])
def test_whoever_comes_goes_is_silent_or_declines_stays_within_half_the_others(team: str, name: str) -> None:
    assert max(found(team, name)) <= (len(team) - 1) / 2


@pytest.mark.parametrize(
    "name",
    ["the ladder asks everyone", "leads by the head's hand", "by hand, bad leads, switches of schemes"],
)
def test_what_is_no_choice_of_the_scheme_goes_beyond_a_lead(name: str) -> None:
    assert max(found("abc", name)) > 1


def test_a_plan_is_played_alike_each_time() -> None:
    means = Means("all of it", *(True,) * 7)
    one, other = (search("abc", means, 10, 5, seed=3) for _ in range(2))
    assert one == other
    assert furthest("abc", means, ()) == (0, 0)
