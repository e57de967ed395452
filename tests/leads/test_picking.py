"""The secretary's hand: whom she may pick, and what her pick is measured by."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leads.answers import claim, decline
from leads.holding import assign, fair_now
from leads.offering import hand_over
from leads.office import Segment
from leads.picking import pick, picks
from leads.presence import Absence
from leads.refusals import Refused
from leads.scene import Scene
from tests.leads.office import Floor, asked, held_by, notes, refusal, sales_floor


def picked(floor: Floor, who: str) -> Scene:
    """A lead that the secretary hands over to this one."""
    scene = floor.draft()
    pick(scene, "anna", who, floor.now)
    hand_over(scene, len(floor.leads), floor.now)
    floor.deliver()
    return scene


def test_her_pick_is_offered_the_lead_and_the_fair_one_stands_beside_it() -> None:
    floor = sales_floor("a b c", "secretary")
    scene = picked(floor, "b")
    assert asked(scene) == "b"
    offered = notes(scene, "offered")[-1]
    assert (offered["by"], offered["fair"], offered["reason"]) == ("anna", "a", "picked")
    assert (scene.offers[0].by, scene.offers[0].fair) == ("anna", "a")


def test_what_the_mark_showed_is_what_the_pick_is_measured_by() -> None:
    floor = sales_floor("a:2 b c", "secretary")
    for who in "abcab":
        marked = fair_now(floor.draft(), floor.now)
        floor.leads.pop()
        scene = picked(floor, who)
        assert scene.offers[0].fair == marked
        claim(scene, who, floor.now)


def test_without_a_pick_balance_decides_and_nobody_has_chosen() -> None:
    scene = sales_floor("a b", "secretary").lead()
    assert asked(scene) == "a"
    assert scene.offers[0].by is None


def test_once_the_picked_one_has_declined_the_rule_decides_and_that_is_nobodys_pick() -> None:
    floor = sales_floor("a b c", "secretary")
    scene = picked(floor, "c")
    decline(scene, "c", floor.now)
    assert asked(scene) == "a"
    assert scene.offers[1].by is None


def test_whoever_cannot_take_a_lead_is_not_picked() -> None:
    floor = sales_floor("a b/1 c", "secretary")
    claim(picked(floor, "b"), "b", floor.now)
    floor.workers["c"].paused = Absence.PAUSED
    scene = floor.draft()
    assert refusal(scene, pick, "anna", "b", floor.now) == ("away", "b")
    assert refusal(scene, pick, "anna", "c", floor.now) == ("away", "c")


def test_a_stranger_and_whoever_has_left_the_segment_are_not_picked() -> None:
    floor = sales_floor("a b", "secretary", others="d")
    scene = floor.draft()
    for who in ("d", "head", "nobody"):
        assert refusal(scene, pick, "anna", who, floor.now) == ("left_segment", "")


def test_a_lead_that_is_handed_over_is_picked_for_no_more() -> None:
    floor = sales_floor("a b", "secretary")
    assert refusal(floor.lead(), pick, "anna", "b", floor.now) == ("handed_already", "")


@pytest.mark.parametrize("scheme", ["balance", "queue", "duty", "manual", "grab", "lottery"])
def test_where_the_rule_chooses_the_secretary_does_not(scheme: str) -> None:
    floor = sales_floor("a b", scheme)
    assert refusal(floor.draft(), pick, "anna", "b", floor.now) == ("no_pick", "")


def test_the_reserve_of_a_silent_head_may_be_the_secretarys_pick() -> None:
    manual = Segment("x", "X", "manual", reserve="secretary")
    assert picks(manual)
    assert not picks(replace(manual, scheme="balance")), "balance is never silent, its reserve is never asked"
    assert not picks(replace(manual, policy=replace(manual.policy, offers=0))), (
        "nobody is offered it by a scheme"
    )


def test_the_own_manager_of_a_client_is_asked_before_the_pick_which_keeps() -> None:
    floor = sales_floor("a b c", "secretary")
    scene = floor.draft(owner="c", known=True)
    pick(scene, "anna", "b", floor.now)
    hand_over(scene, 1, floor.now)
    assert (asked(scene), scene.offers[0].by) == ("c", None)
    decline(scene, "c", floor.now)
    assert (asked(scene), scene.offers[1].by) == ("b", "anna")


def test_an_assignment_is_measured_by_what_the_list_showed_also_out_of_other_hands() -> None:
    floor = sales_floor("a:3 b c", "manual")
    for who in "bacbab":
        scene = floor.lead()
        marked = fair_now(scene, floor.now)
        assign(scene, "head", who, floor.now)
        assert scene.offers[-1].fair == marked
        other = {"a": "b", "b": "c", "c": "a"}[who]
        marked = fair_now(scene, floor.now)
        assign(scene, "head", other, floor.now)
        assert scene.offers[-1].fair == marked


def test_looking_at_the_list_changes_nothing() -> None:
    floor = sales_floor("a b c", "queue")
    scene = floor.lead()
    before = (floor.balances(), floor.line(), scene.live, list(scene.log))
    assert fair_now(scene, floor.now) == "a"
    assert (floor.balances(), floor.line(), scene.live, list(scene.log)) == before


def test_whoever_said_no_is_not_passed_over_by_the_hand_that_gives_the_lead_to_another() -> None:
    floor = sales_floor("a b c", offers=1, decline_costs_turn=False)
    scene = floor.lead()
    decline(scene, "a", floor.now)
    assert floor.balances()["a"] == 0.0, "he would be first again"
    assign(scene, "head", "b", floor.now)
    assert scene.offers[-1].fair == "b"


def test_whoever_is_deprived_of_the_lead_by_the_hand_is_passed_over() -> None:
    floor = sales_floor("a b c")
    scene = floor.lead()
    claim(scene, "a", floor.now)
    assign(scene, "head", "b", floor.now)
    assert scene.offers[-1].fair == "a"
    assert held_by(scene) == "b"


def test_a_head_of_the_team_who_is_asked_to_choose_may_be_the_fair_now() -> None:
    floor = sales_floor("a+head b", "manual", bosses="director")
    scene = floor.lead()
    assert (asked(scene), fair_now(scene, floor.now)) == ("a", "a")


def test_where_the_rule_offers_to_all_at_once_there_is_no_fair_now() -> None:
    floor = sales_floor("a b", "grab")
    scene = floor.lead()
    assert fair_now(scene, floor.now) is None
    assign(scene, "head", "b", floor.now)
    assert scene.offers[-1].fair is None


def test_a_refused_pick_is_an_error_of_the_rules() -> None:
    floor = sales_floor("a", "secretary")
    with pytest.raises(Refused):
        pick(floor.draft(), "anna", "z", floor.now)
