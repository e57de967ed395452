"""What time does by itself."""

from datetime import timedelta

import pytest

from leads.answers import claim, decline
from leads.deadlines import fire
from leads.holding import close
from leads.lead import Outcome, Result
from leads.office import Presence
from leads.presence import Absence
from leads.scene import Scene
from tests.leads.office import DAYTIME, Floor, asked, held_by, notes, sales_floor, waiting, wall


def repeats(floor: Floor, scene: Scene, until: str) -> list[str]:
    """When the lead was said again, on the clock in the office."""
    times = []
    while scene.lead.deadline and scene.lead.deadline.at <= wall(until):
        before = scene.lead.repeats
        floor.until(scene.lead.deadline.at)
        if scene.lead.repeats > before:
            times.append(f"{floor.now.astimezone(floor.office.timezone):%d %H:%M}")
    return times


def test_nothing_happens_before_its_time_nor_twice() -> None:
    floor = sales_floor("a b")
    scene = floor.lead()
    entries = len(scene.log)
    fire(scene, floor.now + timedelta(minutes=4, seconds=59))
    assert len(scene.log) == entries
    later = floor.now + timedelta(minutes=5)
    fire(scene, later)
    fire(scene, later)
    assert len(notes(scene, "lapsed")) == 1
    assert asked(scene) == "b"


@pytest.mark.parametrize(("costs", "balance"), [(True, -0.5), (False, 0.0)])
def test_a_lapse_costs_what_a_decline_costs(costs: bool, balance: float) -> None:
    floor = sales_floor("a b", offers=1, decline_costs_turn=costs)
    scene = floor.lead()
    floor.wait("5m")
    assert scene.offers[0].result is Result.LAPSED
    assert floor.balances()["a"] == balance
    assert floor.workers["a"].load == 0


def test_the_program_that_slept_over_two_deadlines_moves_one_step() -> None:
    """GoAlert, `test/smoke/dedupnotifications`: nobody is told twice."""
    floor = sales_floor("a b c")
    scene = floor.lead()
    fire(scene, floor.now + timedelta(hours=1))
    assert [note["offered"] for note in notes(scene, "offered")] == [["a"], ["b"]]


def test_two_lapses_in_a_row_pause_him() -> None:
    floor = sales_floor("a", offers=1)
    first = floor.lead()
    floor.wait("5m")
    assert floor.workers["a"].lapses == 1
    second = floor.lead()
    floor.wait("5m")
    assert floor.workers["a"].paused is Absence.LAPSED
    assert notes(first, "paused") == []
    assert notes(second, "paused") == [{"who": "a", "lapses": 2}]
    assert asked(floor.lead()) == "head"


def test_an_answer_between_two_lapses_keeps_him_at_work() -> None:
    floor = sales_floor("a", offers=1)
    for _ in range(2):
        floor.lead()
        floor.wait("5m")
        answered = floor.lead()
        claim(answered, "a", floor.now)
    assert floor.workers["a"].paused is None


def test_an_office_may_pause_nobody() -> None:
    floor = sales_floor("a", offers=1, pause_after_lapses=0)
    for _ in range(5):
        floor.lead()
        floor.wait("5m")
    assert floor.workers["a"].paused is None


def test_silence_where_all_are_asked_is_nobodys_lapse() -> None:
    floor = sales_floor("a b", offers=0)
    scene = floor.lead()
    floor.wait("10m")
    assert asked(scene) == "head"
    assert [floor.workers[who].lapses for who in "ab"] == [0, 0]
    assert notes(scene, "lapsed") == [{"who": ["a", "b"], "step": "everyone", "charged": None}]


def test_the_last_step_is_kept_for_ever_and_repeated_less_and_less_often() -> None:
    floor = sales_floor("", ladder="director")
    scene = floor.lead()
    assert repeats(floor, scene, "2026-11-26 13:00") == [
        *("23 12:10", "23 12:30", "23 13:10", "23 14:30", "23 17:10", "23 22:30"),
        *("24 09:10", "25 06:30", "26 06:30"),
    ]
    assert asked(scene) == "director"
    claim(scene, "director", floor.now)
    assert held_by(scene) == "director"


def test_it_is_repeated_in_opening_hours_only() -> None:
    floor = sales_floor("", ladder="director", hours=DAYTIME, start="2026-11-23 16:00")
    scene = floor.lead()
    assert repeats(floor, scene, "2026-11-25 08:00") == [
        "23 16:10",
        "23 16:30",
        "23 17:10",
        "24 09:00",
        "24 11:40",
        "24 17:00",
    ]


def test_the_first_repeat_does_not_come_after_closing_either() -> None:
    floor = sales_floor("", ladder="director", hours=DAYTIME, start="2026-11-23 17:55")
    scene = floor.lead()
    assert repeats(floor, scene, "2026-11-24 09:10") == ["24 09:00"]
    assert asked(scene) == "director"


def test_without_a_director_the_head_keeps_the_lead() -> None:
    floor = sales_floor("", bosses="head")
    scene = floor.lead()
    assert repeats(floor, scene, "2026-11-23 14:00") == ["23 12:10", "23 12:30", "23 13:10"]
    assert asked(scene) == "head"


def test_a_director_who_comes_later_takes_over_from_the_head() -> None:
    floor = sales_floor("")
    floor.workers["director"].reachable = False
    scene = floor.lead()
    floor.wait("15m")
    floor.workers["director"].reachable = True
    floor.wait("1h")
    assert asked(scene) == "director"


def test_a_head_who_declines_with_nobody_behind_him_sends_the_lead_back_to_the_foot_of_the_ladder() -> None:
    floor = sales_floor("a", offers=0, bosses="head")
    scene = floor.lead()
    floor.wait("10m")
    decline(scene, "head", floor.now)
    assert waiting(scene) == ("retry", floor.now + timedelta(minutes=10))
    floor.wait("10m")
    assert asked(scene) == "a"


def test_where_everybody_is_the_last_step_whoever_comes_later_is_asked_too() -> None:
    floor = sales_floor("a b", offers=0, ladder="everyone", presence=Presence.CHECK_IN)
    floor.workers["a"].checked_in = True
    scene = floor.lead()
    assert asked(scene) == "a"
    floor.workers["a"].checked_in, floor.workers["b"].checked_in = False, True
    floor.wait("10m")
    assert asked(scene) == "b"
    floor.workers["b"].checked_in = False
    floor.wait("2h")
    assert asked(scene) == "b"


def test_reminders_come_at_one_seven_and_twenty_one_days_and_then_no_more() -> None:
    floor = sales_floor("a", first_contact=timedelta(0))
    scene = floor.lead()
    claim(scene, "a", floor.now)
    days = []
    while scene.lead.deadline:
        days.append((scene.lead.deadline.at - wall("2026-11-23 12:00")).days)
        floor.until(scene.lead.deadline.at)
    assert days == [1, 7, 21]
    assert notes(scene, "reminded")[-1] == {"who": "a", "times": 3}


def test_whoever_is_told_late_that_nobody_has_called_has_as_long_again() -> None:
    """The program was off meanwhile: the head is not told in the same breath, nor is the outcome asked for."""
    floor = sales_floor("a", first_contact=timedelta(minutes=30))
    scene = floor.lead()
    claim(scene, "a", floor.now)
    floor.now += timedelta(days=2)
    fire(scene, floor.now)
    assert [note["times"] for note in notes(scene, "came_due")] == [1]
    assert waiting(scene) == ("first_contact", floor.now + timedelta(minutes=30))
    floor.now += timedelta(days=2)
    fire(scene, floor.now)
    assert [note["times"] for note in notes(scene, "came_due")] == [1, 2]
    assert waiting(scene) == ("reminder", floor.now + timedelta(days=1))


def test_an_office_may_remind_nobody() -> None:
    floor = sales_floor("a", outcome_reminders=(), first_contact=timedelta(0))
    scene = floor.lead()
    claim(scene, "a", floor.now)
    assert waiting(scene) is None


def test_a_closed_lead_has_no_deadline_left() -> None:
    floor = sales_floor("a")
    scene = floor.lead()
    claim(scene, "a", floor.now)
    close(scene, "a", Outcome.LOST, floor.now)
    floor.wait("30d")
    assert notes(scene, "reminded") == []
