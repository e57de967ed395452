"""Where a lead goes next: the steps of its path, and the client's own manager before them."""

from dataclasses import replace
from datetime import timedelta

import pytest

from leads.answers import claim, decline
from leads.holding import assign, give_up
from leads.lead import Due, Step
from leads.office import OwnerRule, Policy
from leads.presence import Absence
from leads.routing import Wait, decide, path
from tests.leads.office import (
    DAYTIME,
    asked,
    held_by,
    left_out,
    notes,
    sales_floor,
    snapshot,
    waiting,
    wall,
)

WAIT = OwnerRule.LEAVE_MESSAGE
LADDER = (Step.EVERYONE, Step.HEAD, Step.DIRECTOR)


@pytest.mark.parametrize(
    ("rule", "owner", "twin_held", "begins_with_owner"),
    [
        (OwnerRule.DEPUTISE, "a", False, True),
        (OwnerRule.LEAVE_MESSAGE, "a", False, True),
        (OwnerRule.OFF, "a", False, False),
        (OwnerRule.OFF, "a", True, True),
        (OwnerRule.DEPUTISE, None, False, False),
    ],
)
def test_the_path_is_owner_then_offers_then_ladder(
    rule: OwnerRule, owner: str | None, twin_held: bool, begins_with_owner: bool
) -> None:
    begin = (Step.OWNER,) if begins_with_owner else ()
    assert path(Policy(owner=rule, offers=2), owner, twin_held) == (*begin, Step.OFFER, Step.OFFER, *LADDER)


def test_deciding_changes_nothing_and_says_the_same_again() -> None:
    floor = sales_floor("a b c")
    scene = floor.draft(path=(Step.OFFER, *LADDER))
    before = snapshot(scene)
    assert decide(scene, floor.now) == decide(scene, floor.now)
    assert snapshot(scene) == before


def test_those_who_had_it_are_named_in_the_segments_order() -> None:
    floor = sales_floor("h b f a e c g d", offers=8)
    scene = floor.lead()
    for _ in range(7):
        decline(scene, asked(scene), floor.now)
    assert list(left_out(scene)) == ["h", "b", "f", "a", "e", "c", "g"]


def test_who_is_left_out_is_named_with_the_reason() -> None:
    floor = sales_floor("a b c d/1 e")
    floor.workers["a"].paused = Absence.PAUSED
    floor.workers["b"].leave_until = floor.now + timedelta(hours=1)
    floor.workers["c"].reachable = False
    floor.workers["d"].load = 1
    scene = floor.lead()
    assert asked(scene) == "e"
    assert left_out(scene) == {"a": "paused", "b": "leave", "c": "unreachable", "d": "capacity"}


def test_nobody_is_offered_a_lead_alone_twice_and_the_ledger_says_so() -> None:
    floor = sales_floor("a b")
    scene = floor.lead()
    decline(scene, "a", floor.now)
    assert asked(scene) == "b"
    assert left_out(scene) == {"a": "had_it"}


def test_a_step_with_nobody_on_it_is_skipped_at_once() -> None:
    floor = sales_floor("a b", offers=3)
    scene = floor.lead()
    decline(scene, "a", floor.now)
    decline(scene, "b", floor.now)
    assert notes(scene, "offered")[-1]["step"] == "everyone"
    assert asked(scene) == "a b"


def test_without_anybody_present_the_lead_is_the_heads_at_once() -> None:
    floor = sales_floor("a")
    floor.workers["a"].paused = Absence.PAUSED
    scene = floor.lead()
    assert asked(scene) == "head"
    assert notes(scene, "offered")[-1]["reason"] == "ladder_head"


def test_a_segment_without_members_goes_to_the_head_at_once() -> None:
    assert asked(sales_floor("").lead()) == "head"


def test_an_unreachable_head_is_skipped_and_a_paused_one_is_not() -> None:
    floor = sales_floor("")
    floor.workers["head"].paused = Absence.PAUSED
    assert asked(floor.lead()) == "head"
    floor.workers["head"].reachable = False
    assert asked(floor.lead()) == "director"


def test_with_nobody_on_any_step_the_lead_looks_again_soon() -> None:
    floor = sales_floor("a", bosses="")
    floor.workers["a"].paused = Absence.PAUSED
    scene = floor.lead()
    assert waiting(scene) == ("retry", floor.now + timedelta(minutes=10))
    floor.workers["a"].paused = None
    floor.wait("10m")
    assert asked(scene) == "a"


def test_a_lead_that_comes_at_night_waits_for_the_opening() -> None:
    floor = sales_floor("a", hours=DAYTIME, start="2026-11-27 19:00")  # a Friday
    scene = floor.lead()
    assert waiting(scene) == ("opening", wall("2026-11-30 09:00"))
    floor.until("2026-11-30 09:00")
    assert asked(scene) == "a"


def test_an_own_client_goes_to_his_manager_and_costs_him_no_turn() -> None:
    floor = sales_floor("a b c")
    scene = floor.lead(owner="c", known=True)
    assert (asked(scene), notes(scene, "offered")[-1]["reason"]) == ("c", "own_client")
    claim(scene, "c", floor.now)
    assert set(floor.balances().values()) == {0.0}
    assert floor.line() == "a b c"


def test_the_owner_need_not_be_a_member_of_the_segment() -> None:
    floor = sales_floor("a", others="zoe")
    assert asked(floor.lead(owner="zoe")) == "zoe"


def test_an_owner_who_is_away_is_stood_in_for() -> None:
    floor = sales_floor("a b", owner=OwnerRule.DEPUTISE)
    floor.workers["b"].paused = Absence.PAUSED
    assert asked(floor.lead(owner="b")) == "a"


def test_under_off_an_own_client_is_anybodys() -> None:
    floor = sales_floor("a b", owner=OwnerRule.OFF)
    assert asked(floor.lead(owner="b")) == "a"


def test_a_message_is_left_for_an_owner_on_leave_until_he_is_back() -> None:
    floor = sales_floor("a b", owner=WAIT)
    floor.workers["b"].leave_until = floor.now + timedelta(hours=2)
    scene = floor.lead(owner="b")
    assert waiting(scene) == ("owner", floor.now + timedelta(hours=2))
    floor.wait("2h")
    assert asked(scene) == "b"


def test_patience_with_an_absent_owner_runs_out() -> None:
    floor = sales_floor("a b", owner=WAIT, owner_wait=timedelta(hours=3))
    floor.workers["b"].paused = Absence.PAUSED
    scene = floor.lead(owner="b")
    floor.wait("2h59m")
    assert waiting(scene) == ("owner", scene.lead.handed_at and scene.lead.handed_at + timedelta(hours=3))
    floor.wait("1m")
    assert asked(scene) == "a"


def test_an_owner_at_capacity_is_not_offered_more_and_another_takes_it() -> None:
    floor = sales_floor("a b/1", owner=OwnerRule.DEPUTISE)
    floor.workers["b"].load = 1
    assert asked(floor.lead(owner="b")) == "a"


def test_an_owner_at_capacity_is_looked_at_again_before_the_day_is_over() -> None:
    floor = sales_floor("a b/1", owner=WAIT)
    floor.workers["b"].load = 1
    scene = floor.lead(owner="b")
    assert waiting(scene) == ("owner", floor.now + timedelta(minutes=15))
    floor.wait("20m")
    assert len(notes(scene, "waiting")) == 1
    floor.workers["b"].load = 0
    floor.wait("10m")
    assert asked(scene) == "b"


def test_nobody_waits_for_an_owner_who_has_left_the_company() -> None:
    floor = sales_floor("a b", owner=WAIT)
    scene = floor.draft(owner="b", path=path(floor.office.policy, "b", False), wait_for_owner=True)
    scene.office = replace(scene.office, people=tuple(p for p in scene.office.people if p.id != "b"))
    scene.workers["b"].connected = False
    del scene.standings["b"]
    decision = decide(scene, floor.now)
    assert not isinstance(decision, Wait)
    assert decision.people == ("a",)


def test_a_duplicate_goes_to_whoever_is_at_work_on_the_first_one_whatever_the_rule() -> None:
    floor = sales_floor("a b", owner=OwnerRule.OFF)
    scene = floor.lead(owner="b", duplicate_of=1, twin_held=True)
    assert (asked(scene), notes(scene, "offered")[-1]["reason"]) == ("b", "duplicate")


def test_an_owner_who_declined_his_own_client_is_not_asked_alone_again() -> None:
    floor = sales_floor("a b")
    scene = floor.lead(owner="b")
    decline(scene, "b", floor.now)
    assert asked(scene) == "a"
    decline(scene, "a", floor.now)
    assert notes(scene, "offered")[-1]["step"] == "everyone"


@pytest.mark.parametrize("how", ["everyone", "assign"])
def test_who_returned_a_lead_is_not_offered_it_alone_however_he_came_by_it(how: str) -> None:
    floor = sales_floor("a b c", offers=2)
    scene = floor.lead()
    floor.wait("10m")
    assert asked(scene) == "a b c"
    if how == "everyone":
        claim(scene, "c", floor.now)
    else:
        assign(scene, "head", "c", floor.now)
    give_up(scene, "c", floor.now)
    assert (held_by(scene), notes(scene, "offered")[-1]["step"]) == (None, "everyone")


def test_who_returned_a_lead_may_still_take_it_where_all_are_asked() -> None:
    floor = sales_floor("a b", offers=1)
    scene = floor.lead()
    claim(scene, "a", floor.now)
    give_up(scene, "a", floor.now)
    decline(scene, "b", floor.now)
    assert asked(scene) == "a b"


def test_a_returned_own_client_goes_to_the_others_by_the_scheme() -> None:
    floor = sales_floor("a b")
    scene = floor.lead(owner="b")
    claim(scene, "b", floor.now)
    give_up(scene, "b", floor.now)
    assert notes(scene, "offered")[-1]["step"] == "offer"
    assert asked(scene) == "a"


def test_an_office_that_never_opens_is_looked_at_again() -> None:
    floor = sales_floor("a")
    office = replace(floor.office, hours=replace(floor.office.hours, rules=()))
    scene = floor.draft(path=LADDER)
    scene.office = office
    assert decide(scene, floor.now) == Wait(Due.OPENING, floor.now + timedelta(minutes=15))
