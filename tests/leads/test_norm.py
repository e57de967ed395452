"""Free declines have a norm: counted over somebody's last answers, and never twice, nor for what was undone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.answers import claim, decline, explain
from leads.cutting import recheck
from leads.holding import assign
from leads.late_claims import claim_late
from leads.norm import WINDOW, allowed, answered, free_among, free_left, freed, undone
from leads.offering import withdraw
from leads.presence import Absence
from leads.scene import Scene
from tests.leads.office import Floor, notes, sales_floor

NORM = 4  # a tenth of the last forty


def declined(floor: Floor, who: str, reason: str = "conflict") -> Scene:
    """Somebody is asked first, and does not take it."""
    scene = floor.lead()
    assert scene.live and scene.live.people == (who,)
    decline(scene, who, floor.now)
    if reason:
        explain(scene, who, reason, floor.now)
    return scene


def frees(floor: Floor, who: str) -> int:
    return free_among(floor.workers[who].answers)


def team(**office: object) -> Floor:
    return sales_floor("a b", offers=1, ladder="head", offers_at_once=1000, **office)  # type: ignore[arg-type]


def test_free_up_to_a_tenth_of_the_last_forty_answers_and_beyond_it_a_turn() -> None:
    """Under the old rule whoever declines stays first, and is asked about each lead until one suits them."""
    floor = team()
    for n in range(NORM):
        scene = declined(floor, "a")
        assert notes(scene, "explained") == [
            {"who": "a", "reason": "conflict", "free": True, "counted": n, "norm": NORM}
        ]
        assert floor.balances()["a"] == 0.0
    scene = declined(floor, "a")
    assert notes(scene, "explained") == [
        {"who": "a", "reason": "conflict", "free": False, "counted": NORM, "norm": NORM}
    ]
    assert notes(scene, "given_back") == []
    assert floor.balances()["a"] == -0.5
    assert floor.lead().offers[0].people == ("b",), "they have lost the first place"


@pytest.mark.parametrize(("percent", "free"), [(0, 0), (3, 1), (10, 4), (100, WINDOW)])
def test_the_norm_is_the_offices(percent: int, free: int) -> None:
    floor = sales_floor("a", offers=1, ladder="head", offers_at_once=1000, free_declines=percent)
    for _ in range(WINDOW + 5):
        declined(floor, "a")
    assert frees(floor, "a") == free == allowed(percent)


def test_what_is_older_than_forty_answers_counts_no_more() -> None:
    floor = sales_floor("a", offers=1, ladder="head", offers_at_once=1000)
    for _ in range(NORM):
        declined(floor, "a")
    for _ in range(WINDOW - NORM):
        claim(floor.lead(), "a", floor.now)
    assert frees(floor, "a") == NORM
    claim(floor.lead(), "a", floor.now)
    assert frees(floor, "a") == NORM - 1
    assert notes(declined(floor, "a"), "explained")[0]["free"] is True


def test_a_lapse_is_an_answer_and_an_offer_that_was_cut_short_is_none() -> None:
    floor = team(pause_after_lapses=0)
    lapsed = floor.lead()
    floor.wait("5m")
    assert floor.workers["a"].answers == (lapsed.lead.number,)
    floor.workers["a"].paused = floor.workers["b"].paused = None
    scene = floor.lead()
    floor.workers["b"].paused = Absence.PAUSED
    recheck(scene, floor.now)
    assert floor.workers["b"].answers == ()


def test_a_reason_that_no_office_accepts_is_not_weighed() -> None:
    floor = team()
    assert notes(declined(floor, "a", "busy"), "explained") == [{"who": "a", "reason": "busy", "free": False}]


def test_what_everybody_is_asked_costs_nothing_and_counts_nowhere() -> None:
    floor = sales_floor("a b", "grab")
    scene = floor.lead()
    decline(scene, "a", floor.now)
    explain(scene, "a", "conflict", floor.now)
    claim(scene, "b", floor.now)
    assert notes(scene, "explained") == [{"who": "a", "reason": "conflict", "free": True}]
    assert floor.workers["a"].answers == floor.workers["b"].answers == ()


def test_where_no_decline_costs_anything_there_is_no_norm() -> None:
    floor = team(decline_costs_turn=False)
    for _ in range(NORM + 2):
        scene = declined(floor, "a")
    assert notes(scene, "explained") == [{"who": "a", "reason": "conflict", "free": True}]
    assert frees(floor, "a") == 0


def test_a_reason_told_late_marks_the_decline_that_it_is_of() -> None:
    floor = sales_floor("a", offers=1, ladder="head", offers_at_once=1000)
    first = declined(floor, "a", "")
    claim(floor.lead(), "a", floor.now)
    explain(first, "a", "conflict", floor.now)
    assert floor.workers["a"].answers == (-1, 2)


def test_a_reason_after_forty_more_answers_is_too_late() -> None:
    """Else whoever waits for long enough would be free of every decline, and none of them counted."""
    floor = sales_floor("a", offers=1, ladder="head", offers_at_once=1000)
    first = declined(floor, "a", "")
    for _ in range(WINDOW):
        claim(floor.lead(), "a", floor.now)
    explain(first, "a", "conflict", floor.now)
    assert notes(first, "explained")[0]["free"] is False and frees(floor, "a") == 0
    assert notes(first, "given_back") == []


@pytest.mark.parametrize("how", ["assigned", "everyone", "withdrawn"])
def test_a_decline_that_is_undone_counts_as_free_no_more(how: str) -> None:
    floor = sales_floor("a b", offers=1, ladder="everyone head")
    scene = declined(floor, "a")
    assert frees(floor, "a") == 1
    match how:
        case "assigned":
            assign(scene, "head", "a", floor.now)
        case "everyone":
            claim(scene, "a", floor.now)
        case _:
            withdraw(scene, "anna", floor.now)
    assert frees(floor, "a") == 0


def test_taken_after_all_it_is_no_free_decline() -> None:
    floor = sales_floor("a b", offers=2, ladder="head")
    scene = declined(floor, "a")
    claim_late(scene, "a", floor.now)
    assert floor.workers["a"].answers == (1,)
    assert floor.balances() == {"a": -0.5, "b": 0.5}


def test_how_many_are_left_is_told_where_there_is_a_limit() -> None:
    assert [free_left((1, -2, -3), percent) for percent in (0, 5, 10, 100)] == [0, 0, 2, None]


@given(st.lists(st.tuples(st.sampled_from(["answer", "free", "undo"]), st.integers(1, 60)), max_size=200))
def test_each_lead_stands_once_among_the_last_forty(steps: list[tuple[str, int]]) -> None:
    answers: tuple[int, ...] = ()
    naive: dict[int, bool] = {}
    for step, lead in steps:
        if step == "answer":
            answers = answered(answers, lead)
            naive.pop(lead, None)
            naive[lead] = False
            naive = dict(list(naive.items())[-WINDOW:])
        elif lead in naive:
            answers = (freed if step == "free" else undone)(answers, lead)
            naive[lead] = step == "free"
    assert answers == tuple(-lead if free else lead for lead, free in naive.items())
