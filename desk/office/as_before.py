"""Whoever is back has hours and segments as before with one tap: the history of the set-up knows what they had."""

from __future__ import annotations

from typing import Final

from desk.changing import Edit, as_change, edited_by
from desk.office.people_edits import PEOPLE, as_it_was
from desk.work import Work
from files.office_file.changes import Change
from leads.office import Person
from leads.refusals import Refused
from screens.views.people import BeforeView
from storage import changes

SEGMENTS: Final = "segments"
MEMBERS: Final = "members"


def before(work: Work, who: Person) -> BeforeView | None:
    """Returns what somebody had when they left; None where they never did, had nothing of their own, or have some of it
    again.
    """
    edit = as_before(work, who)
    if edit is None:
        return None
    try:
        office = edited_by(work.office, edit)
    except Refused:  # what is stored of it fits no more
        return None
    again = office.person(who.id)
    teams = tuple(s.name for s in office.segments if not s.retired and who.id in s.members)
    schedule = again.rota or again.hours
    return BeforeView(schedule, teams) if schedule or teams else None


def as_before(work: Work, who: Person) -> Edit | None:
    """Returns the edit that makes it so; None where nothing is to be offered."""
    active = {s.id: s for s in work.office.segments if not s.retired}
    if who.rota or who.hours or any(who.id in segment.members for segment in active.values()):
        return None
    gone = _gone(work, who.id)
    if not gone:
        return None
    had = next(one.before for one in gone if one.path == (PEOPLE, who.id))
    teams = [one.path[1] for one in gone if _was_member(one, who.id) and one.path[1] in active]
    return as_it_was(who.id, had, teams)


def _gone(work: Work, who: str) -> list[Change]:
    """All that the change has changed with which they have left last."""
    for kept in changes.about(work.store, (PEOPLE, who)):
        found = [as_change(one) for one in kept.differences]
        if any(one.path == (PEOPLE, who) and one.after is None and one.before for one in found):
            return found
    return []


def _was_member(one: Change, who: str) -> bool:
    is_team = len(one.path) == 3 and (one.path[0], one.path[2]) == (SEGMENTS, MEMBERS)
    return is_team and who in (one.before or ()) and who not in (one.after or ())
