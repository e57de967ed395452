"""`grab` with a window: among those who tap in time the one most behind their share has the lead."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from random import Random  # noqa: TID251 - seeded, so it is chance no more

import pytest

from leads.answers import claim, decline, unreachable
from leads.deadlines import put_back
from leads.holding import assign
from leads.lead import Due, State, Step
from leads.offering import withdraw
from leads.presence import Absence
from leads.scene import Scene
from tests.leads.office import Floor, asked, held_by, notes, refusal, sales_floor, wall

WINDOW = timedelta(seconds=20)


def grabbing(team: str = "a b c", window: timedelta = WINDOW) -> Floor:
    return sales_floor(team, "grab", segment={"window": window})


def taken(floor: Floor, who: str) -> Scene:
    """A lead that only `who` wants."""
    scene = floor.lead()
    claim(scene, who, floor.now)
    floor.wait("20s")
    assert held_by(scene) == who
    return scene


def test_the_most_behind_of_those_who_tapped_has_it_whoever_was_faster() -> None:
    floor = grabbing()
    taken(floor, "a")
    scene = floor.lead()
    claim(scene, "a", floor.now)
    assert scene.lead.state is State.OFFERED and asked(scene) == "a b c"
    floor.wait("19s")
    claim(scene, "b", floor.now)
    assert held_by(scene) is None
    floor.wait("1s")
    assert held_by(scene) == "b"
    assert floor.balances() == {"a": -0.333333, "b": -0.333333, "c": 0.666667}
    [entry] = notes(scene, "claimed")
    assert [shown["id"] for shown in entry["among"]] == ["a", "b"] and "out" not in entry
    assert [note.get("until") is not None for note in notes(scene, "wanted")] == [True, False]


def test_among_equals_the_segments_order_decides_as_in_balance() -> None:
    floor = grabbing()
    scene = floor.lead()
    for who in "cb":
        claim(scene, who, floor.now)
    floor.wait("20s")
    assert held_by(scene) == "b"


def test_who_does_not_tap_has_no_lead_however_far_behind() -> None:
    floor = grabbing()
    taken(floor, "a")
    taken(floor, "a")
    assert floor.balances()["c"] > 0


def test_it_is_decided_at_once_where_everybody_has_tapped_or_declined() -> None:
    floor = grabbing()
    scene = floor.lead()
    claim(scene, "b", floor.now)
    decline(scene, "a", floor.now)
    assert held_by(scene) is None
    claim(scene, "c", floor.now)
    assert held_by(scene) == "b"
    other = floor.lead()
    claim(other, "c", floor.now)
    decline(other, "a", floor.now)
    unreachable(other, "b", floor.now)
    assert held_by(other) == "c"


def test_it_counts_on_the_step_everyone_too_as_the_fastest_would_wait_for_that() -> None:
    floor = grabbing()
    taken(floor, "a")
    scene = floor.lead()
    while scene.live and scene.live.step is Step.OFFER:
        floor.wait("1m")
    assert scene.live and scene.live.step is Step.EVERYONE
    claim(scene, "a", floor.now)
    claim(scene, "c", floor.now)
    floor.wait("20s")
    assert held_by(scene) == "c"
    assert [note.get("window") for note in notes(scene, "offered")][-1] == 20.0


def test_at_the_end_of_the_ladder_it_counts_and_the_lead_is_never_lost() -> None:
    floor = sales_floor("a b c", "grab", ladder="everyone", segment={"window": WINDOW})
    scene = floor.lead()
    floor.wait("3h")
    assert scene.live and scene.live.step is Step.EVERYONE
    claim(scene, "a", floor.now)
    floor.workers["a"].paused = Absence.PAUSED
    floor.wait("20s")
    assert scene.lead.state is State.OFFERED and scene.lead.deadline, "nobody counts: it goes on"
    claim(scene, "b", floor.now)
    floor.wait("20s")
    assert held_by(scene) == "b"


@pytest.mark.parametrize("scheme", ["balance", "queue", "next"])
def test_under_every_other_scheme_everyone_is_first_come_first_served(scheme: str) -> None:
    """Also where a window is left from the time before."""
    floor = sales_floor("a b c", scheme, segment={"window": WINDOW})
    scene = floor.lead()
    while scene.live and scene.live.step is not Step.EVERYONE:
        floor.wait("1m")
        assert floor.now < wall("2026-11-23 18:00")
    claim(scene, "c", floor.now)
    assert held_by(scene) == "c"


def test_who_declines_after_all_does_not_count() -> None:
    floor = grabbing()
    scene = floor.lead()
    claim(scene, "a", floor.now)
    claim(scene, "c", floor.now)
    decline(scene, "a", floor.now)
    floor.wait("20s")
    assert held_by(scene) == "c"


def test_who_has_gone_or_is_full_by_then_does_not_count() -> None:
    floor = grabbing("a/1 b c d")
    scene, other = floor.lead(), floor.lead()
    for who in "abc":
        claim(scene, who, floor.now)
    claim(other, "a", floor.now)
    assign(other, "head", "a", floor.now)
    floor.workers["b"].paused = Absence.PAUSED
    floor.wait("20s")
    assert held_by(scene) == "c"
    [entry] = notes(scene, "claimed")
    assert entry["out"] == {"a": "capacity", "b": "paused"}


def test_where_nobody_counts_it_goes_on_and_the_next_tap_begins_anew() -> None:
    floor = grabbing()
    scene = floor.lead()
    claim(scene, "a", floor.now)
    floor.workers["a"].paused = Absence.PAUSED
    floor.wait("20s")
    assert scene.lead.state is State.OFFERED and scene.lead.deadline
    assert scene.lead.deadline.kind in {Due.STEP, Due.AWAY}
    claim(scene, "b", floor.now)
    floor.wait("20s")
    assert held_by(scene) == "b"


def test_a_second_tap_is_told_so_and_changes_nothing() -> None:
    floor = grabbing()
    scene = floor.lead()
    claim(scene, "a", floor.now)
    assert refusal(scene, claim, "a", floor.now)[0] == "in_the_list"


def test_one_who_is_asked_alone_has_it_at_once_and_so_has_the_first_without_a_window() -> None:
    floor = grabbing("a")
    scene = floor.lead()
    claim(scene, "a", floor.now)
    assert held_by(scene) == "a"
    floor = grabbing(window=timedelta(0))
    scene = floor.lead()
    claim(scene, "c", floor.now)
    assert held_by(scene) == "c" and not notes(scene, "wanted")
    assert "among" not in notes(scene, "claimed")[0] and "window" not in notes(scene, "offered")[0]


def test_taken_back_or_given_by_hand_meanwhile_nothing_is_decided_any_more() -> None:
    floor = grabbing()
    scene, other = floor.lead(), floor.lead()
    claim(scene, "a", floor.now)
    claim(other, "a", floor.now)
    withdraw(scene, "anna", floor.now)
    assign(other, "head", "c", floor.now)
    floor.wait("1m")
    assert scene.lead.state is State.WITHDRAWN and held_by(other) == "c"


def test_the_window_ends_before_the_time_to_answer_does() -> None:
    floor = grabbing(window=timedelta(hours=1))
    scene = floor.lead()
    claim(scene, "b", floor.now)
    floor.wait("10m")
    assert held_by(scene) == "b"


def test_a_clock_that_was_ahead_does_not_hold_it_up() -> None:
    floor = grabbing()
    scene = floor.lead()
    claim(scene, "a", floor.now)
    floor.now -= timedelta(hours=1)
    assert put_back(scene, floor.now)
    floor.wait("20s")
    assert held_by(scene) == "a"


@pytest.mark.parametrize(("window", "least", "most"), [(timedelta(0), 0.9, 1.0), (WINDOW, 0.0, 0.35)])
def test_the_fastest_finger_had_all_and_has_a_share_now(window: timedelta, least: float, most: float) -> None:
    floor, chance, got = grabbing("a b c d", window), Random(5), Counter[str]()
    for _ in range(200):
        scene = floor.lead()
        taps = sorted([(0.5, "c"), *((chance.uniform(1, 19), who) for who in "abd")])
        for _, who in taps:
            if scene.live and who in scene.live.unanswered:
                claim(scene, who, floor.now)
        floor.wait("20s")
        got[held_by(scene) or ""] += 1
    assert least <= got["c"] / got.total() <= most
