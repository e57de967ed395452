"""Who of those who can take a lead is offered it, scheme by scheme; known answers of other systems."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads.answers import claim
from leads.presence import Absence
from leads.schemes import SCHEMES
from leads.schemes.base import Candidate, Situation
from leads.shares import LEAD
from leads.situations import recorded, situation_of
from leads.turns import Standing
from tests.leads.office import Floor, asked, notes, sales_floor


def takers(floor: Floor, leads: int) -> list[str]:
    """Who gets one lead after another if everybody claims at once what he is offered."""
    found = []
    for _ in range(leads):
        scene = floor.lead()
        claim(scene, asked(scene), floor.now)
        found.append(scene.lead.holder or "")
    return found


def present_only(floor: Floor, names: str) -> None:
    for who in floor.standings["all"]:
        floor.workers[who].paused = None if who in names.split() else Absence.PAUSED


def test_balance_is_smooth() -> None:
    """nginx, smooth weighted round robin (commit 21ad7d0)."""
    assert " ".join(takers(sales_floor("a:5 b c"), 7)) == "a a b a c a a"


def test_balance_keeps_the_weights() -> None:
    """nginx-tests, `stream_upstream.t`."""
    assert Counter(takers(sales_floor("a:1 b:2"), 30)) == {"a": 10, "b": 20}


def test_balance_names_its_figures() -> None:
    scene = sales_floor("a b").lead()
    [note] = notes(scene, "offered")
    assert note["reason"] == "most_behind"
    assert note["figures"] == {"a": LEAD // 2, "b": LEAD // 2}
    assert note["candidates"][1] == {"id": "b", "weight": 1000, "credit": 0, "ticket": 2}


@settings(max_examples=30, deadline=None)
@given(size=st.integers(1, 7), leads=st.integers(0, 25), scheme=st.sampled_from(["balance", "queue"]))
def test_equals_who_are_all_present_never_differ_by_more_than_one_lead(
    size: int, leads: int, scheme: str
) -> None:
    floor = sales_floor(" ".join("abcdefg"[:size]), scheme)
    got = Counter(dict.fromkeys("abcdefg"[:size], 0))
    for who in takers(floor, leads):
        got[who] += 1
        assert max(got.values()) - min(got.values()) <= 1


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(1, 6), min_size=1, max_size=5))
def test_balance_gives_each_exactly_his_weight_in_a_full_round(weights: list[int]) -> None:
    floor = sales_floor(" ".join(f"m{n}:{weight}" for n, weight in enumerate(weights)))
    got = Counter(takers(floor, sum(weights)))
    assert [got[f"m{n}"] for n in range(len(weights))] == weights
    assert set(floor.balances().values()) == {0.0}


def test_balance_floods_nobody_after_his_leave() -> None:
    floor = sales_floor("a b")
    present_only(floor, "b")
    takers(floor, 10)
    present_only(floor, "a b")
    assert Counter(takers(floor, 10)) == {"a": 5, "b": 5}


def test_the_first_in_the_queue_who_can_take_it_goes_to_its_end() -> None:
    """Chatwoot, `inbox_round_robin_service_spec.rb`."""
    floor = sales_floor("m0 m1 m2 m3 m4", "queue")
    present_only(floor, "m0 m4")
    assert takers(floor, 1) == ["m0"]
    assert floor.line() == "m1 m2 m3 m4 m0"


def test_who_is_skipped_in_the_queue_keeps_his_place() -> None:
    """Chatwoot, the same."""
    floor = sales_floor("m0 m1 m2 m3 m4", "queue")
    present_only(floor, "m2 m3")
    assert takers(floor, 2) == ["m2", "m3"]
    assert floor.line() == "m0 m1 m4 m2 m3"


def test_the_queue_names_the_places() -> None:
    floor = sales_floor("a b c", "queue")
    takers(floor, 1)
    [note] = notes(floor.lead(), "offered")
    assert (note["reason"], note["figures"]) == ("first_in_line", {"b": 1, "c": 2, "a": 3})


@pytest.mark.parametrize(
    ("names", "reason"),
    [("a", "on_duty"), ("ab", "most_behind")],
)
def test_several_on_duty_share_by_balance(names: str, reason: str) -> None:
    choice = SCHEMES["duty"].choose(Situation(tuple(Candidate(who, 1000, Standing()) for who in names)))
    assert choice and (choice.offered, choice.reason) == (("a",), reason)


@pytest.mark.parametrize("scheme", sorted(SCHEMES))
def test_a_scheme_gives_the_same_answer_to_the_same_question(scheme: str) -> None:
    line = tuple(Candidate(who, 1000 * n, Standing(n, 9 - n)) for n, who in enumerate("abc", 1))
    situation = Situation(line, drawn=("c", "a", "b"), picked="b", heads=("head",))
    choice = SCHEMES[scheme].choose(situation)
    assert choice == SCHEMES[scheme].choose(situation_of(recorded(situation)))
    assert choice and set(choice.offered) <= {*"abc", "head"}
