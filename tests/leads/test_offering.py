"""From the hand-over to an answer."""

from datetime import timedelta

from leads.answers import claim, decline, unreachable
from leads.binding import on_last_rung
from leads.lead import Step
from leads.offering import delivered, hand_over
from leads.presence import Absence
from tests.leads.office import DAYTIME, asked, notes, refusal, sales_floor, waiting, wall

MINUTE = timedelta(minutes=1)


def test_the_policy_is_fixed_at_the_hand_over() -> None:
    floor = sales_floor("a", offers=1, ladder="head")
    scene = floor.lead()
    assert scene.lead.path == (Step.OFFER, Step.HEAD)
    assert (scene.lead.number, scene.lead.handed_at) == (1, floor.now)
    [note] = notes(scene, "handed")
    assert note["path"] == ["offer", "head"]


def test_handing_over_twice_is_refused() -> None:
    floor = sales_floor("a")
    scene = floor.lead()
    assert refusal(scene, hand_over, 2, floor.now) == ("handed_already", "")


def test_the_clock_of_an_offer_starts_when_it_is_delivered() -> None:
    floor = sales_floor("a")
    scene = floor.draft()
    hand_over(scene, 1, floor.now)
    delivered(scene, floor.now + 40 * timedelta(seconds=1))
    assert waiting(scene) == ("ack", floor.now + 5 * MINUTE + 40 * timedelta(seconds=1))


def test_an_offer_that_cannot_be_delivered_is_not_waited_for_longer_than_a_minute_more() -> None:
    floor = sales_floor("a")
    scene = floor.draft()
    hand_over(scene, 1, floor.now)
    assert waiting(scene) == ("ack", floor.now + 6 * MINUTE)
    delivered(scene, floor.now + 4 * MINUTE)
    assert waiting(scene) == ("ack", floor.now + 6 * MINUTE)


def test_only_the_first_delivery_starts_the_clock() -> None:
    floor = sales_floor("a", offers=0)
    scene = floor.lead()
    assert waiting(scene) == ("step", floor.now + 10 * MINUTE)
    delivered(scene, floor.now + 2 * MINUTE)
    assert waiting(scene) == ("step", floor.now + 10 * MINUTE)


def test_a_delivery_after_the_answer_changes_nothing() -> None:
    floor = sales_floor("a")
    scene = floor.lead()
    claim(scene, "a", floor.now)
    due = waiting(scene)
    delivered(scene, floor.now + MINUTE)
    assert waiting(scene) == due


def test_an_offer_is_explained_by_one_note_and_charged_at_once() -> None:
    floor = sales_floor("a b")
    scene = floor.lead()
    [note] = notes(scene, "offered")
    assert (note["step"], note["offered"], note["rung"]) == ("offer", ["a"], 0)
    assert note["turn"] == {"payer": "a", "shares": {"a": 1000, "b": 1000}}
    assert floor.balances() == {"a": -0.5, "b": 0.5}


def test_where_all_are_asked_nobody_is_charged_before_the_claim() -> None:
    floor = sales_floor("a b", offers=0)
    scene = floor.lead()
    assert floor.balances() == {"a": 0.0, "b": 0.0}
    assert [floor.workers[who].load for who in "ab"] == [0, 0]
    claim(scene, "b", floor.now)
    assert floor.balances() == {"a": 0.5, "b": -0.5}


def test_an_unanswered_lead_climbs_the_ladder_to_its_end() -> None:
    floor = sales_floor("a b c d", offers=2)
    scene = floor.lead()
    seen = [asked(scene)]
    for pause in ("5m", "5m", "10m", "10m"):
        floor.wait(pause)
        seen.append(asked(scene))
    assert seen == ["a", "b", "a b c d", "head", "director"]
    assert on_last_rung(scene.lead)


def test_an_offer_that_closing_cuts_short_waits_for_the_morning_and_is_made_again() -> None:
    floor = sales_floor("a b", hours=DAYTIME, start="2026-11-23 17:58")
    scene = floor.lead()
    floor.wait("5m")
    assert notes(scene, "lapsed") == []
    assert notes(scene, "cut_short") == [{"who": ["a"], "step": "offer", "why": "closing"}]
    assert waiting(scene) == ("opening", wall("2026-11-24 09:00"))
    floor.until("2026-11-24 09:00")
    assert asked(scene) == "a"


def test_waiting_is_said_once_for_each_reason() -> None:
    floor = sales_floor("a", bosses="")
    floor.workers["a"].paused = Absence.PAUSED
    scene = floor.lead()
    floor.wait("3h")
    assert [note["reason"] for note in notes(scene, "waiting")] == ["retry"]


def test_an_offer_to_all_moves_on_when_the_last_of_them_has_declined() -> None:
    floor = sales_floor("a b", offers=0)
    scene = floor.lead()
    decline(scene, "a", floor.now)
    assert asked(scene) == "a b"
    decline(scene, "b", floor.now)
    assert asked(scene) == "head"


def test_where_the_last_one_cannot_be_reached_the_ladder_is_climbed_anew() -> None:
    floor = sales_floor("a", offers=1)
    scene = floor.lead()
    floor.wait("35m")
    assert asked(scene) == "director"
    floor.workers["head"].reachable = floor.workers["director"].reachable = False
    unreachable(scene, "director", floor.now)
    assert waiting(scene) == ("retry", floor.now + 10 * MINUTE)
    floor.wait("10m")
    assert (asked(scene), notes(scene, "offered")[-1]["step"]) == ("a", "everyone")
