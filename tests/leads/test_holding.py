"""A lead in somebody's hands: outcome, dispute, back to the others, or into other hands."""

from dataclasses import replace
from datetime import timedelta

import pytest

from leads.answers import claim, decline
from leads.holding import (
    assign,
    close,
    dispute,
    give_up,
    put_amount,
    put_lost_reason,
    settle,
)
from leads.lead import Outcome, Progress, Result, State
from leads.marking import record
from leads.presence import Absence
from leads.scene import Scene
from tests.leads.office import Floor, asked, held_by, notes, refusal, sales_floor, waiting


def held(team: str = "a b", *, costs: bool = True) -> tuple[Floor, Scene]:
    """A lead in a's hands."""
    floor = sales_floor(team, decline_costs_turn=costs)
    scene = floor.lead()
    claim(scene, "a", floor.now)
    return floor, scene


def test_a_won_lead_is_closed_and_its_holder_is_free_for_another() -> None:
    floor, scene = held()
    assert floor.workers["a"].load == 1
    close(scene, "a", Outcome.WON, floor.now)
    assert (scene.lead.state, scene.lead.deadline, scene.lead.closed_at) == (State.CLOSED, None, floor.now)
    assert floor.workers["a"].load == 0


@pytest.mark.parametrize("outcome", [Outcome.WON, Outcome.LOST])
def test_a_closed_lead_stays_closed_whatever_is_tapped(outcome: Outcome) -> None:
    floor, scene = held()
    close(scene, "a", outcome, floor.now)
    for action, args in (
        (close, (Outcome.LOST,)),
        (record, (Progress.MET,)),
        (dispute, ()),
        (give_up, ()),
    ):
        assert refusal(scene, action, "a", *args, floor.now) == ("closed", "a")
        assert refusal(scene, action, "b", *args, floor.now) == ("closed", "a")
    assert refusal(scene, assign, "head", "b", floor.now) == ("closed", "a")
    assert refusal(scene, settle, "head", True, floor.now) == ("closed", "a")


def test_who_does_not_hold_the_lead_is_told_who_does() -> None:
    floor, scene = held()
    assert refusal(scene, close, "b", Outcome.WON, floor.now) == ("taken", "a")
    assert refusal(scene, give_up, "b", floor.now) == ("taken", "a")


def test_nobody_closes_what_nobody_holds() -> None:
    floor = sales_floor("a b")
    scene = floor.lead()
    assert refusal(scene, close, "a", Outcome.WON, floor.now) == ("not_yours", "")


def test_the_amount_is_told_after_a_sale_by_its_owner_only() -> None:
    floor, scene = held()
    assert refusal(scene, put_amount, "a", 100, floor.now) == ("not_yours", "")
    close(scene, "a", Outcome.WON, floor.now)
    assert refusal(scene, put_amount, "b", 100, floor.now) == ("not_yours", "")
    put_amount(scene, "a", 12_000_00, floor.now)
    assert scene.lead.amount == 12_000_00


def test_the_reason_of_a_loss_is_told_once_by_its_owner() -> None:
    floor, scene = held()
    close(scene, "a", Outcome.LOST, floor.now)
    assert refusal(scene, put_lost_reason, "b", "price", floor.now) == ("not_yours", "")
    put_lost_reason(scene, "a", "price", floor.now)
    assert refusal(scene, put_lost_reason, "a", "silent", floor.now) == ("explained_already", "")
    assert scene.lead.lost_reason == "price"


def test_a_bad_lead_that_the_head_confirms_gives_the_turn_and_the_place_back() -> None:
    floor, scene = held()
    dispute(scene, "a", floor.now)
    assert floor.balances() == {"a": -0.5, "b": 0.5}
    settle(scene, "head", True, floor.now)
    assert (scene.lead.state, scene.lead.outcome) == (State.CLOSED, Outcome.BAD)
    assert floor.balances() == {"a": 0.0, "b": 0.0}
    assert floor.line() == "a b"
    assert floor.workers["a"].load == 0
    assert notes(scene, "given_back") == [{"who": "a", "cause": "bad_lead"}]


def test_a_lead_that_the_head_finds_good_stays_with_its_holder_and_costs_his_turn() -> None:
    floor, scene = held()
    dispute(scene, "a", floor.now)
    settle(scene, "head", False, floor.now)
    assert (scene.lead.state, held_by(scene)) == (State.HELD, "a")
    assert floor.balances() == {"a": -0.5, "b": 0.5}


def test_while_it_is_disputed_its_holder_waits_for_the_heads_word() -> None:
    floor, scene = held()
    dispute(scene, "a", floor.now)
    assert refusal(scene, close, "a", Outcome.WON, floor.now) == ("disputed", "")
    assert refusal(scene, dispute, "a", floor.now) == ("disputed", "")
    assert refusal(scene, close, "b", Outcome.WON, floor.now) == ("taken", "a")


def test_what_nobody_disputes_needs_no_word() -> None:
    floor, scene = held()
    assert refusal(scene, settle, "head", True, floor.now) == ("not_disputed", "")


@pytest.mark.parametrize(("costs", "balance"), [(True, -0.5), (False, 0.0)])
def test_giving_a_lead_back_costs_what_a_decline_costs(costs: bool, balance: float) -> None:
    floor, scene = held(costs=costs)
    give_up(scene, "a", floor.now)
    assert (held_by(scene), asked(scene)) == (None, "b")
    assert floor.balances()["a"] == balance
    assert floor.workers["a"].load == 0


def test_a_returned_lead_goes_the_whole_way_again() -> None:
    floor = sales_floor("a b", offers=1)
    scene = floor.lead()
    floor.wait("25m")
    assert asked(scene) == "director"
    claim(scene, "director", floor.now)
    give_up(scene, "director", floor.now)
    assert (asked(scene), notes(scene, "offered")[-1]["step"]) == ("b", "offer")


def test_the_heads_hand_goes_past_pause_and_capacity_and_costs_a_turn() -> None:
    floor = sales_floor("a b/1")
    scene = floor.lead()
    floor.workers["b"].load, floor.workers["b"].paused = 1, Absence.PAUSED
    assign(scene, "head", "b", floor.now)
    assert (held_by(scene), scene.offers[0].result) == ("b", Result.WITHDRAWN)
    assert floor.balances() == {"a": 0.5, "b": -0.5}
    turn = {"payer": "b", "shares": {"a": 1000, "b": 1000}}
    assert notes(scene, "assigned") == [
        {"by": "head", "who": "b", "was": None, "fair": "a", "charged": "b", "turn": turn}
    ]
    assert [floor.workers[who].load for who in "ab"] == [0, 2]


def test_a_reassigned_lead_costs_the_one_who_ends_up_with_it() -> None:
    floor, scene = held("a b c")
    assign(scene, "head", "b", floor.now)
    assert floor.balances() == {"a": 0.333333, "b": -0.666667, "c": 0.333333}
    assert [floor.workers[who].load for who in "abc"] == [0, 1, 0]
    assert refusal(scene, close, "a", Outcome.WON, floor.now) == ("taken", "b")
    assign(scene, "head", "a", floor.now)
    assert floor.balances() == {"a": -0.666667, "b": 0.333333, "c": 0.333333}


def test_the_head_may_give_it_to_the_very_one_who_is_asked() -> None:
    floor = sales_floor("a b")
    scene = floor.lead()
    assign(scene, "head", "a", floor.now)
    assert floor.balances() == {"a": -0.5, "b": 0.5}
    assert floor.workers["a"].load == 1


def test_a_disputed_lead_can_be_given_to_another() -> None:
    floor, scene = held()
    dispute(scene, "a", floor.now)
    assign(scene, "head", "b", floor.now)
    assert (scene.lead.state, held_by(scene)) == (State.HELD, "b")


def test_who_is_no_member_takes_an_assigned_lead_without_a_turn() -> None:
    floor = sales_floor("a", others="zoe")
    scene = floor.lead()
    assign(scene, "head", "zoe", floor.now)
    assert floor.balances() == {"a": 0.0}
    assert notes(scene, "assigned")[0]["charged"] is None


def test_a_lead_cannot_be_put_into_every_hand() -> None:
    floor, scene = held("a b c")
    floor.workers["b"].reachable = False
    assert refusal(scene, assign, "head", "a", floor.now) == ("taken", "a")
    assert refusal(scene, assign, "head", "b", floor.now) == ("unreachable", "b")
    assert refusal(scene, assign, "head", "director", floor.now) == ("not_a_manager", "")
    assert refusal(scene, assign, "head", "stranger", floor.now) == ("not_a_manager", "")
    assert refusal(floor.draft(), assign, "head", "c", floor.now) == ("not_yours", "")


def test_an_old_button_for_somebody_who_has_left_the_company_is_refused() -> None:
    floor, scene = held("a b")
    scene.office = replace(scene.office, people=tuple(p for p in scene.office.people if p.id != "b"))
    assert refusal(scene, assign, "head", "b", floor.now) == ("not_a_manager", "")


def test_a_sign_of_life_puts_the_reminders_off() -> None:
    floor, scene = held()
    floor.wait("23h")
    record(scene, "a", Progress.MET, floor.now)
    assert scene.lead.progress is Progress.MET
    assert waiting(scene) == ("reminder", floor.now + timedelta(days=1))


def test_a_lapse_before_does_not_make_the_lead_cost_two_turns() -> None:
    floor = sales_floor("a b", offers=1)
    scene = floor.lead()
    decline(scene, "a", floor.now)
    assign(scene, "head", "a", floor.now)
    assert floor.balances() == {"a": -0.5, "b": 0.5}
