"""Whoever declined a lead, or let it lapse, takes it after all: what it costs, and who may."""

from __future__ import annotations

import pytest

from leads.answers import claim, decline, explain
from leads.holding import assign, close, dispute, give_up, reopen, settle
from leads.late_claims import claim_late
from leads.lead import Outcome, State, Step
from leads.offering import withdraw
from leads.scene import Scene
from tests.leads.office import Floor, asked, held_by, notes, refusal, sales_floor


def declined(floor: Floor) -> Scene:
    """By the first who was asked; the next is asked now."""
    scene = floor.lead()
    decline(scene, asked(scene), floor.now)
    return scene


@pytest.mark.parametrize("reason", [None, "busy", "conflict"])
def test_it_costs_one_turn_whatever_the_decline_has_cost(reason: str | None) -> None:
    floor, other = sales_floor("a b c"), sales_floor("a b c")
    scene = declined(floor)
    if reason:
        explain(scene, "a", reason, floor.now)
    claim_late(scene, "a", floor.now)
    claim(other.lead(), "a", other.now)
    assert floor.balances() == other.balances()
    assert held_by(scene) == "a"
    assert sum(bool(offer.turn) for offer in scene.offers) == 1


def test_whoever_is_asked_meanwhile_has_their_turn_back() -> None:
    floor = sales_floor("a b")
    scene = declined(floor)
    assert asked(scene) == "b" and floor.workers["b"].load == 1
    claim_late(scene, "a", floor.now)
    assert [body["who"] for body in notes(scene, "given_back")] == ["b", "a"]
    assert floor.workers["b"].load == floor.workers["b"].ringing == 0
    assert scene.offers[-1].step is Step.LATE


def test_after_a_silence_that_was_the_last_but_one_nobody_is_paused_by_it() -> None:
    floor = sales_floor("a b")
    scene = floor.lead()
    floor.wait("5m")
    assert floor.workers["a"].lapses == 1
    claim_late(scene, "a", floor.now)
    assert floor.workers["a"].lapses == 0


def test_what_was_never_missed_is_not_taken_late() -> None:
    floor = sales_floor("a b c")
    scene = floor.lead()
    assert refusal(scene, claim_late, "b", floor.now)[0] == "not_yours"
    claim_late(scene, "a", floor.now)
    assert notes(scene, "claimed") and not notes(scene, "claimed_late"), "they are asked just now"
    give_up(scene, "a", floor.now)
    assert refusal(scene, claim_late, "a", floor.now)[0] == "not_yours", "they have had it"
    assert refusal(floor.draft(), claim_late, "a", floor.now)[0] == "not_yours"


def test_who_has_it_is_named() -> None:
    floor = sales_floor("a b c")
    scene = declined(floor)
    claim(scene, asked(scene), floor.now)
    assert refusal(scene, claim_late, "a", floor.now) == ("taken", "b")
    dispute(scene, "b", floor.now)
    assert refusal(scene, claim_late, "a", floor.now) == ("taken", "b")
    settle(scene, "head", True, floor.now)
    assert refusal(scene, claim_late, "a", floor.now) == ("closed", "b")
    taken_back = declined(floor)
    withdraw(taken_back, "secretary", floor.now)
    assert refusal(taken_back, claim_late, "c", floor.now)[0] == "withdrawn"


def test_whoever_is_full_or_left_the_segment_does_not() -> None:
    floor = sales_floor("a/1 b")
    scene = declined(floor)
    floor.workers["a"].load = 1
    assert refusal(scene, claim_late, "a", floor.now) == ("capacity", "")
    floor.workers["a"].load = 0
    del scene.standings["a"]
    assert refusal(scene, claim_late, "a", floor.now) == ("not_yours", "")


def test_ones_own_client_costs_nothing_and_costs_nothing_when_it_is_opened_again() -> None:
    floor = sales_floor("a b")
    scene = floor.lead(owner="a")
    decline(scene, "a", floor.now)
    claim_late(scene, "a", floor.now)
    dispute(scene, "a", floor.now)
    settle(scene, "head", True, floor.now)
    reopen(scene, "head", floor.now, always=True)
    assert scene.lead.state is State.HELD
    assert not any(offer.turn for offer in scene.offers)
    assert floor.balances() == {"a": 0, "b": 0}


def test_a_bad_lead_gives_the_turn_back_and_opened_again_takes_it_again() -> None:
    floor = sales_floor("a b")
    scene = declined(floor)
    claim_late(scene, "a", floor.now)
    paid = floor.balances()
    dispute(scene, "a", floor.now)
    settle(scene, "head", True, floor.now)
    assert floor.balances() == {"a": 0, "b": 0}
    reopen(scene, "head", floor.now, always=True)
    assert floor.balances() == paid


def test_by_hand_it_goes_on_and_the_turn_with_it() -> None:
    floor = sales_floor("a b")
    scene = declined(floor)
    claim_late(scene, "a", floor.now)
    assign(scene, "head", "b", floor.now)
    close(scene, "b", Outcome.WON, floor.now)
    assert [offer.turn.payer for offer in scene.offers if offer.turn] == ["b"]
