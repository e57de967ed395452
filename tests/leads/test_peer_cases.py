"""Known answers of other systems that are not told elsewhere: two segments and one pause, a program that slept."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import timedelta

from leads.answers import claim
from leads.deadlines import fire
from leads.lead import Due
from leads.offering import hand_over
from leads.office import Segment
from tests.leads.office import Floor, asked, open_floor, sales_floor, waiting


def two_segments(wrap_up: timedelta) -> Floor:
    """Anna serves both, Boris only the second; after a lead a pause."""
    floor = sales_floor("anna boris", "longest_idle")
    names = {"first": ("anna",), "second": ("anna", "boris")}
    policy = floor.office.policy
    parts = [
        Segment(id, id, "longest_idle", who, policy=policy, wrap_up=wrap_up) for id, who in names.items()
    ]
    return open_floor(replace(floor.office, segments=tuple(parts)), floor.now)


def test_a_pause_after_a_lead_counts_in_every_segment() -> None:
    """Asterisk test-suite, `apps/queues/wrapup_time`."""
    floor = two_segments(timedelta(minutes=3))
    first = floor.lead("first")
    claim(first, "anna", floor.now)
    floor.wait("1m")
    second = floor.lead("second")
    assert asked(second) == "boris"
    claim(second, "boris", floor.now)
    third = floor.lead("second")
    assert asked(third) == ""
    assert waiting(third) == (Due.WRAP_UP, floor.now + timedelta(minutes=2))
    floor.wait("1m59s")
    assert asked(third) == ""
    floor.wait("1s")
    assert asked(third) == "anna"


def test_nobody_is_told_twice_by_a_program_that_slept_over_two_steps() -> None:
    """GoAlert, `test/smoke/dedupnotifications`: steps at 30 and at 60 minutes."""
    floor = sales_floor("a b", offers=0)
    scene = floor.draft()
    part = floor.office.segment("all")
    policy = replace(part.policy, step_timeout=timedelta(minutes=30))
    scene.office = replace(floor.office, segments=(replace(part, policy=policy),))
    floor.leads = [scene]
    hand_over(scene, 1, floor.now)
    floor.deliver()
    floor.now += timedelta(minutes=95)
    for _ in range(5):
        fire(scene, floor.now)
        floor.deliver()
    assert asked(scene) == "head"
    floor.wait("3h")
    told = Counter(who for offer in scene.offers for who in offer.people)
    assert told == {"a": 1, "b": 1, "head": 1, "director": 1}
