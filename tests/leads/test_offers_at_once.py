"""Nobody has more offers of his own to answer than `offers_at_once`; the rest wait, the oldest first."""

from __future__ import annotations

from datetime import timedelta

import pytest

from leads.answers import claim, decline
from leads.lead import Due, State
from leads.offering import advance
from leads.office import OwnerRule
from leads.presence import Absence
from leads.routing import Wait, decide
from leads.scene import Scene
from tests.leads.office import DAYTIME, Floor, asked, left_out, notes, sales_floor, waiting, wall


def serve(floor: Floor) -> None:
    """As the desk does it after an answer: the oldest first, until the first who must wait on."""
    for scene in floor.leads:
        due = scene.lead.deadline
        if scene.lead.state is State.WAITING and due and due.kind is Due.RINGING:
            if isinstance(decide(scene, floor.now), Wait):
                return
            advance(scene, floor.now)
    floor.deliver()


def way(leads: list[Scene]) -> list[str]:
    return [asked(scene) or str((waiting(scene) or ("held",))[0]) for scene in leads]


def test_twelve_leads_at_the_opening_ring_twice_at_each_of_two_and_the_rest_wait_their_turn() -> None:
    floor = sales_floor("a b", "queue", hours=DAYTIME, start="2026-11-23 08:00")
    leads = [floor.lead() for _ in range(12)]
    floor.until("2026-11-23 09:00")
    assert way(leads) == ["a", "b", "a", "b", *["ringing"] * 8]
    claim(leads[1], "b", floor.now)
    serve(floor)
    assert way(leads)[4:6] == ["b", "ringing"]
    for number in range(12):
        who = asked(leads[number])
        claim(leads[number], who, floor.now) if who else None
        serve(floor)
    assert all(scene.lead.state is State.HELD for scene in leads)
    assert floor.balances() == {"a": 0, "b": 0} and not any(notes(scene, "lapsed") for scene in leads)


def test_whoever_is_ringing_has_his_share_of_what_the_others_get_meanwhile() -> None:
    floor = sales_floor("a b")
    floor.workers["b"].paused = Absence.PAUSED
    floor.lead(), floor.lead()
    floor.workers["b"].paused = None
    before = floor.balances()
    third = floor.lead()
    assert asked(third) == "b" and left_out(third) == {"a": "ringing"}
    assert notes(third, "offered")[-1]["turn"] == {"payer": "b", "shares": {"a": 1000, "b": 1000}}
    assert floor.balances() == {"a": before["a"] + 0.5, "b": before["b"] - 0.5}


def test_whoever_is_full_has_no_share_as_ever() -> None:
    floor = sales_floor("a/1 b")
    claim(floor.lead(), "a", floor.now)
    second = floor.lead()
    assert notes(second, "offered")[-1]["turn"]["shares"] == {"b": 1000}


def test_a_decline_and_a_lapse_let_the_next_one_ring() -> None:
    floor = sales_floor("a", offers=1, ladder="head", pause_after_lapses=0)
    leads = [floor.lead() for _ in range(4)]
    assert way(leads) == ["a", "a", "ringing", "ringing"]
    decline(leads[0], "a", floor.now)
    serve(floor)
    assert way(leads) == ["head", "a", "a", "ringing"]
    floor.wait("5m")
    assert way(leads)[3] == "a", "looked at anyway by the time that what rings has been answered"


def test_nobody_climbs_to_the_head_while_somebody_is_there_to_answer() -> None:
    floor = sales_floor("a", offers=1)
    leads = [floor.lead() for _ in range(3)]
    assert way(leads)[2] == "ringing" and waiting(leads[2]) == ("ringing", floor.now + timedelta(minutes=5))
    floor.workers["a"].paused = Absence.PAUSED
    advance(leads[2], floor.now)
    assert asked(leads[2]) == "head"


@pytest.mark.parametrize("most", [1, 2, 5])
def test_it_is_a_setting_of_the_office(most: int) -> None:
    floor = sales_floor("a", offers_at_once=most)
    assert way([floor.lead() for _ in range(6)]).count("a") == most


def test_what_is_offered_to_all_at_once_is_nobody_s_own() -> None:
    floor = sales_floor("a b", "grab")
    assert way([floor.lead() for _ in range(5)]) == ["a b"] * 5
    alone = sales_floor("a", "grab")
    assert way([alone.lead() for _ in range(3)]) == ["a", "a", "ringing"]


def test_his_own_clients_wait_for_him_too() -> None:
    floor = sales_floor("a b", owner=OwnerRule.DEPUTISE)
    leads = [floor.lead(owner="a") for _ in range(3)]
    assert way(leads) == ["a", "a", "ringing"]
    claim(leads[0], "a", floor.now)
    serve(floor)
    assert asked(leads[2]) == "a"


def test_whom_the_secretary_picked_is_waited_for() -> None:
    floor = sales_floor("a b", "secretary")
    leads = [floor.lead(picked="a", picked_by="sec") for _ in range(3)]
    assert way(leads) == ["a", "a", "ringing"]


def test_at_closing_what_waited_for_an_answer_waits_for_the_opening() -> None:
    floor = sales_floor("a", hours=DAYTIME, start="2026-11-23 17:56")
    leads = [floor.lead() for _ in range(3)]
    floor.until("2026-11-23 20:00")
    assert way(leads) == ["opening"] * 3
    floor.until("2026-11-24 09:00")
    assert way(leads) == ["a", "a", "ringing"]
    assert waiting(leads[0]) == ("ack", wall("2026-11-24 09:05"))
