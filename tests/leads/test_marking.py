"""A mark that was a mistake: what it has changed is as it was, and only the last one is taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from leads.answers import claim
from leads.appointments import appoint
from leads.entries.kinds import Entry
from leads.holding import assign, close, give_up
from leads.lead import Due, Outcome, Progress, Promised
from leads.marking import ANOTHER_TRY, mark_again, record
from leads.scene import Scene
from tests.leads.office import Floor, notes, refusal, sales_floor


def held() -> tuple[Floor, Scene]:
    floor = sales_floor("a b")
    scene = floor.lead()
    claim(scene, "a", floor.now)
    return floor, scene


def counted(scene: Scene) -> object:
    lead = scene.lead
    return lead.progress, lead.marks, lead.contacted_by, lead.contacted_after, lead.uncalled, lead.appointment


@pytest.mark.parametrize("step", Progress)
def test_it_is_as_if_it_had_not_been_made(step: Progress) -> None:
    floor, scene = held()
    floor.wait("35m")  # the holder was reminded that nobody has called
    appoint(scene, "a", Promised.CALL_BACK, floor.now + timedelta(minutes=5), floor.now)
    floor.wait("6m")
    before = counted(scene)
    record(scene, "a", step, floor.now)
    assert counted(scene) != before
    assert mark_again(scene, "a", step, floor.now)
    assert counted(scene) == before
    assert [entry.kind for entry in scene.log[-2:] if isinstance(entry, Entry)] == ["progress", "unmarked"]


def test_what_was_promised_since_stays() -> None:
    floor, scene = held()
    appoint(scene, "a", Promised.CALL_BACK, floor.now + timedelta(minutes=5), floor.now)
    record(scene, "a", Progress.NOT_REACHED, floor.now)
    later = floor.now + timedelta(hours=3)
    appoint(scene, "a", Promised.CALL_BACK, later, floor.now)
    mark_again(scene, "a", Progress.NOT_REACHED, floor.now)
    assert scene.lead.appointment and scene.lead.appointment.at == later
    assert scene.lead.deadline and scene.lead.deadline.kind is Due.CALL_BACK


def test_a_meeting_that_was_agreed_since_says_that_the_mark_was_none() -> None:
    floor, scene = held()
    record(scene, "a", Progress.REACHED, floor.now)
    appoint(scene, "a", Promised.MEETING, floor.now + timedelta(hours=3), floor.now)
    assert refusal(scene, mark_again, "a", Progress.REACHED, floor.now)[0] == "not_marked"


def test_only_the_last_and_only_once() -> None:
    floor, scene = held()
    assert refusal(scene, mark_again, "a", Progress.REACHED, floor.now)[0] == "not_marked"
    record(scene, "a", Progress.REACHED, floor.now)
    record(scene, "a", Progress.INVOICED, floor.now)
    assert refusal(scene, mark_again, "a", Progress.REACHED, floor.now)[0] == "not_marked"
    assert mark_again(scene, "a", Progress.INVOICED, floor.now)
    assert scene.lead.marks == (Progress.REACHED,)
    assert refusal(scene, mark_again, "a", Progress.REACHED, floor.now)[0] == "not_marked"


def test_one_made_twice_stays_made_once() -> None:
    floor, scene = held()
    record(scene, "a", Progress.REACHED, floor.now)
    record(scene, "a", Progress.REACHED, floor.now)
    assert mark_again(scene, "a", Progress.REACHED, floor.now)
    assert (scene.lead.progress, scene.lead.marks) == (Progress.REACHED, (Progress.REACHED,))
    assert scene.lead.contacted_by == "a"


def test_too_late_it_is_a_mark_and_a_meeting_is_refused() -> None:
    floor, scene = held()
    record(scene, "a", Progress.NOT_REACHED, floor.now)
    assert not mark_again(scene, "a", Progress.NOT_REACHED, floor.now + ANOTHER_TRY + timedelta(seconds=1))
    record(scene, "a", Progress.MET, floor.now)
    late = floor.now + scene.office.undo + timedelta(seconds=1)
    assert refusal(scene, mark_again, "a", Progress.MET, late)[0] == "too_late"
    assert mark_again(scene, "a", Progress.MET, late - timedelta(seconds=1))


def test_whoever_has_not_the_lead_takes_nothing_back() -> None:
    floor, scene = held()
    record(scene, "a", Progress.REACHED, floor.now)
    assert refusal(scene, mark_again, "b", Progress.REACHED, floor.now) == ("taken", "a")
    assign(scene, "head", "b", floor.now)
    assert refusal(scene, mark_again, "b", Progress.REACHED, floor.now)[0] == "not_marked"
    give_up(scene, "b", floor.now)
    assert refusal(scene, mark_again, "a", Progress.REACHED, floor.now)[0] == "not_yours"
    floor, scene = held()
    record(scene, "a", Progress.REACHED, floor.now)
    close(scene, "a", Outcome.WON, floor.now)
    assert refusal(scene, mark_again, "a", Progress.REACHED, floor.now) == ("closed", "a")
    assert not notes(scene, "unmarked")
