"""An offer binds whoever is asked while he is there: not after closing, at lunch, off duty, on leave."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from leads import teams
from leads.answers import claim, decline, unreachable
from leads.cutting import recheck
from leads.deadlines import fire
from leads.hours import Hours
from leads.lead import MOST_CUTS, Result
from leads.offering import delivered, hand_over
from leads.office import OwnerRule, Presence, Shift
from leads.presence import Absence
from leads.refusals import Refusal, Refused
from leads.scene import Scene
from leads.turns import Standing
from leads.wall_clock import parse_weekly
from tests.leads.office import DAYTIME, Floor, asked, notes, sales_floor, waiting, wall

LUNCH = ("mon-fri 09:00-13:00", "mon-fri 14:00-18:00")


def with_lunch(floor: Floor) -> Floor:
    floor.change(replace(floor.office, hours=Hours(tuple(parse_weekly(rule) for rule in LUNCH))))
    return floor


def look(floor: Floor) -> None:
    for scene in floor.leads:
        recheck(scene, floor.now)


def cuts(scene: Scene) -> list[tuple[str, str]]:
    return [(" ".join(note["who"]), note["why"]) for note in notes(scene, "cut_short")]


def test_what_closing_cuts_short_costs_nothing_and_pauses_nobody() -> None:
    """Two offers to the only one who is there, as his day ends."""
    floor = sales_floor("a", hours=DAYTIME, start="2026-11-23 17:56", offers=1, pause_after_lapses=2)
    before = floor.balances(), floor.line(), floor.workers["a"].idle_since
    first = floor.lead()
    floor.wait("2m")
    second = floor.lead()
    floor.until("2026-11-23 20:00")
    assert (cuts(first), cuts(second)) == ([("a", "closing")], [("a", "closing")])
    assert (floor.balances(), floor.line(), floor.workers["a"].idle_since) == before
    assert (floor.workers["a"].lapses, floor.workers["a"].paused, floor.workers["a"].load) == (0, None, 0)
    floor.until("2026-11-24 09:00")
    assert (asked(first), asked(second)) == ("a", "a")
    assert waiting(first) == ("ack", wall("2026-11-24 09:05")), "with all of his time"


def test_whose_time_ends_with_the_day_has_had_all_of_it() -> None:
    floor = sales_floor("a b", hours=DAYTIME, start="2026-11-23 17:55")
    scene = floor.lead()
    assert waiting(scene) == ("ack", wall("2026-11-23 18:00"))
    floor.wait("5m")
    assert notes(scene, "lapsed")[0]["who"] == ["a"] and cuts(scene) == []


def test_lunch_of_the_office_lets_an_offer_rest() -> None:
    floor = with_lunch(sales_floor("a b", start="2026-11-23 12:58"))
    scene = floor.lead()
    assert waiting(scene) == ("away", wall("2026-11-23 13:00"))
    floor.wait("2m")
    assert cuts(scene) == [("a", "lunch")] and waiting(scene) == ("opening", wall("2026-11-23 14:00"))
    floor.wait("1h")
    assert asked(scene) == "a" and waiting(scene) == ("ack", wall("2026-11-23 14:05"))


def test_at_the_end_of_a_shift_it_goes_to_whoever_is_on_duty_now() -> None:
    shifts = (
        Shift("all", "a", parse_weekly("mon-sun 08:00-18:00")),
        Shift("all", "b", parse_weekly("mon-sun 18:00-08:00")),
    )
    floor = sales_floor("a b", "duty", start="2026-11-23 17:58", shifts=shifts, hours=DAYTIME)
    scene = floor.lead()
    assert asked(scene) == "a"
    floor.wait("2m")
    assert cuts(scene) == [("a", "shift")] and asked(scene) == "b"
    assert floor.balances() == {"a": 0, "b": 0} and scene.lead.rung == 1


@pytest.mark.parametrize(
    ("how", "why"), [("paused", "off"), ("leave", "leave"), ("not there", "off"), ("dismissed", "gone")]
)
def test_whoever_goes_is_out_of_it_at_once(how: str, why: str) -> None:
    floor = sales_floor("a b")
    scene = floor.lead()
    floor.wait("1m")
    match how:
        case "paused":
            floor.workers["a"].paused = Absence.PAUSED
        case "leave":
            floor.workers["a"].leave_until = floor.now + timedelta(days=3)
        case "not there":
            floor.workers["b"].checked_in = True
            floor.change(replace(floor.office, presence=Presence.CHECK_IN))
        case _:
            teams.leave("all", floor.standings["all"], "a")
    look(floor)
    assert cuts(scene) == [("a", why)] and asked(scene) == "b"
    assert scene.offers[0].result is Result.WITHDRAWN and scene.offers[0].turn is None


def test_a_leave_told_of_beforehand_ends_an_offer_when_it_begins() -> None:
    floor = sales_floor("a b", start="2026-11-23 23:58")
    floor.workers["a"].leave_from = wall("2026-11-24 00:00")
    floor.workers["a"].leave_until = wall("2026-11-26 00:00")
    floor.change(replace(floor.office, leave_buffer=timedelta(0)))
    scene = floor.lead()
    assert waiting(scene) == ("away", wall("2026-11-24 00:00"))
    floor.wait("2m")
    assert cuts(scene) == [("a", "leave")] and asked(scene) == "b"


def test_whoever_the_bot_has_paused_has_the_rest_of_his_time() -> None:
    floor = sales_floor("a b")
    scene = floor.lead()
    floor.workers["a"].paused = Absence.LAPSED
    look(floor)
    assert cuts(scene) == [] and asked(scene) == "a"


def test_a_deadline_that_is_looked_at_in_the_morning_knows_the_evening() -> None:
    """The program slept from before closing until after the opening."""
    floor = sales_floor("a b", hours=DAYTIME, start="2026-11-23 17:58")
    scene = floor.lead()
    floor.now = wall("2026-11-24 10:00")
    look(floor)
    assert cuts(scene) == [], "what is due is left to the deadline"
    fire(scene, floor.now)
    assert cuts(scene) == [("a", "closing")] and notes(scene, "lapsed") == []
    assert asked(scene) == "a" and waiting(scene) == ("ack", wall("2026-11-24 10:06"))


def test_whoever_taps_a_moment_too_late_is_told_that_it_cost_him_nothing() -> None:
    floor = sales_floor("a", hours=DAYTIME, start="2026-11-23 17:58")
    scene = floor.lead()
    floor.wait("3m")
    with pytest.raises(Refused) as refused:
        claim(scene, "a", floor.now)
    assert refused.value.why is Refusal.CUT_SHORT


def test_offered_to_several_each_is_out_when_he_goes_and_it_passes_on_with_the_last() -> None:
    floor = sales_floor("a b c", "grab")
    scene = floor.lead()
    floor.workers["a"].paused = Absence.PAUSED
    look(floor)
    assert scene.live and scene.live.unanswered == ("b", "c")
    decline(scene, "b", floor.now)
    floor.workers["c"].paused = Absence.PAUSED
    look(floor)
    assert cuts(scene) == [("a", "off"), ("c", "off")] and scene.offers[0].result is Result.DECLINED
    assert asked(scene) == "b", "everybody present: he is the only one"


def test_what_everybody_was_asked_at_closing_everybody_is_asked_again_at_the_opening() -> None:
    floor = sales_floor("a b", hours=DAYTIME, start="2026-11-23 17:57", offers=0)
    scene = floor.lead()
    floor.until("2026-11-23 18:00")
    assert cuts(scene) == [("a b", "closing")]
    floor.until("2026-11-24 09:00")
    assert asked(scene) == "a b" and waiting(scene) == ("step", wall("2026-11-24 09:10"))
    floor.wait("10m")
    assert asked(scene) == "head"


def test_the_head_keeps_what_he_is_asked_over_night_and_his_time_goes_on_in_the_morning() -> None:
    floor = with_lunch(sales_floor("", start="2026-11-23 17:56"))
    scene = floor.lead()
    assert asked(scene) == "head" and waiting(scene) == ("step", wall("2026-11-24 09:06"))
    floor.until("2026-11-23 20:00")
    claim(scene, "head", floor.now)
    other = floor.lead()
    floor.until("2026-11-24 09:11")
    assert asked(other) == "director"


def test_the_end_of_the_ladder_is_kept_over_night_as_ever() -> None:
    floor = sales_floor("a b", hours=DAYTIME, start="2026-11-23 17:57", offers=0, ladder="everyone")
    scene = floor.lead()
    floor.until("2026-11-23 22:00")
    assert asked(scene) == "a b" and cuts(scene) == []
    claim(scene, "b", floor.now)


def test_a_time_longer_than_a_working_day_does_not_hold_the_lead_for_ever() -> None:
    floor = sales_floor("a b", hours=DAYTIME, start="2026-11-23 09:00", offers=1)
    part = floor.office.segment("all")
    patient = replace(part.policy, ack_timeout=timedelta(hours=12))
    floor.change(replace(floor.office, segments=(replace(part, policy=patient),)))
    scene = floor.lead()
    floor.until("2026-12-05 09:00")
    days = [note["offered"] for note in notes(scene, "offered")]
    assert days[:MOST_CUTS] == [["a"]] * MOST_CUTS and days[MOST_CUTS] == ["b"]
    alone = [note for note in notes(scene, "lapsed") if note["step"] == "offer"]
    assert alone == [] and floor.workers["a"].lapses == 0


def test_his_own_client_is_offered_to_him_again() -> None:
    floor = sales_floor("a b", hours=DAYTIME, start="2026-11-23 17:58", owner=OwnerRule.LEAVE_MESSAGE)
    scene = floor.lead(owner="b")
    assert asked(scene) == "b"
    floor.until("2026-11-24 09:00")
    assert cuts(scene) == [("b", "closing")] and asked(scene) == "b"
    floor.workers["b"].paused = Absence.PAUSED
    look(floor)
    assert waiting(scene) == ("owner", wall("2026-11-24 17:58"))


def test_other_hours_bind_otherwise() -> None:
    floor = sales_floor("a b", hours=DAYTIME, start="2026-11-23 17:58")
    scene = floor.lead()
    later = Hours((parse_weekly("mon-fri 09:00-20:00"),))
    floor.change(replace(floor.office, hours=later))
    look(floor)
    assert waiting(scene) == ("ack", wall("2026-11-23 18:03"))
    floor.change(replace(floor.office, hours=Hours((parse_weekly("mon-fri 09:00-17:00"),))))
    look(floor)
    assert cuts(scene) == [("a", "closing")] and waiting(scene) == ("opening", wall("2026-11-24 09:00"))
    floor.change(replace(floor.office, hours=later))
    look(floor)
    assert asked(scene) == "a", "it is open now"


def test_a_lead_is_never_shorter_of_time_for_being_delivered_late() -> None:
    floor = sales_floor("a b", hours=DAYTIME, start="2026-11-23 17:53")
    scene = floor.draft()
    hand_over(scene, 1, floor.now)
    assert waiting(scene) == ("ack", wall("2026-11-23 17:59"))
    delivered(scene, wall("2026-11-23 17:53"))
    assert waiting(scene) == ("ack", wall("2026-11-23 17:58"))


@pytest.mark.parametrize(
    ("zone", "start", "day"),
    [
        ("Europe/Berlin", "2026-10-24 23:30", "2026-10-25"),
        ("America/Chicago", "2026-03-07 23:30", "2026-03-08"),
    ],
)
def test_over_a_change_of_the_clocks_it_ends_by_the_clock_on_the_wall(
    zone: str, start: str, day: str
) -> None:
    tz = ZoneInfo(zone)
    floor = sales_floor("a b", hours="mon-sun 20:00-04:00")
    policy = replace(floor.office.policy, ack_timeout=timedelta(hours=6))
    part = replace(floor.office.segment("all"), policy=policy)
    floor.change(replace(floor.office, timezone=tz, segments=(part,)))
    floor.now = datetime.fromisoformat(start).replace(tzinfo=tz)
    scene = floor.lead()
    due = scene.lead.deadline
    assert due and due.at.astimezone(tz).isoformat()[:16] == f"{day}T04:00"


def test_always_open_nothing_ever_ends_early() -> None:
    floor = sales_floor("a b", start="2026-11-23 23:58")
    scene = floor.lead()
    floor.wait("5m")
    assert notes(scene, "lapsed")[0]["who"] == ["a"] and cuts(scene) == []


def test_nobody_gains_or_loses_by_an_evening_that_was_cut_short() -> None:
    floor = sales_floor("a:2 b c", "balance", hours=DAYTIME, start="2026-11-23 17:59")
    other = sales_floor("a:2 b c", "balance", hours=DAYTIME, start="2026-11-24 09:00")
    leads = [floor.lead() for _ in range(4)]
    floor.until("2026-11-24 09:00")
    again = [other.lead() for _ in range(4)]
    assert [asked(lead) for lead in leads] == [asked(lead) for lead in again]
    assert floor.standings["all"] == {
        who: Standing(s.credit, floor.standings["all"][who].ticket)
        for who, s in other.standings["all"].items()
    }


def test_an_offer_that_never_arrived_is_not_mixed_up_with_one_that_was_cut_short() -> None:
    floor = sales_floor("a b", hours=DAYTIME, start="2026-11-23 17:58")
    scene = floor.lead()
    unreachable(scene, "a", floor.now)
    floor.workers["a"].reachable = True
    floor.until("2026-11-24 09:00")
    assert asked(scene) == "b", "who could not be reached has had it"
