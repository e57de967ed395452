"""Steps that a holder marks on the way to the outcome, what each is a sign of, and how the last one is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from leads.lead import Appointment, LastMark, Lead, Progress, Promised


def mark(lead: Lead, who: str, progress: Progress, now: datetime) -> None:
    """The holder has marked a step on the way to the outcome; what was promised may be done by that."""
    promised, again = lead.appointment, progress in lead.marks
    kept = promised if promised and keeps(promised, progress, now) else None
    before, uncalled, called = lead.progress, lead.uncalled, lead.contacted_by
    lead.progress, lead.reminders = progress, 0
    lead.marks = tuple(step for step in Progress if step is progress or step in lead.marks)
    note_contact(lead, who, now)
    is_first = called is None and lead.contacted_by is not None
    lead.last_mark = LastMark(now, before, again, is_first, uncalled)
    if kept:
        lead.appointment = None
        lead.last_mark = replace(lead.last_mark, kept_what=kept.what, kept_at=kept.at, kept_told=kept.told)


def unmark(lead: Lead) -> None:
    """The last mark was a mistake: all is as if it had not been made, but for what has been promised since."""
    last = lead.last_mark
    if last is None:
        return
    if not last.again:
        lead.marks = tuple(step for step in lead.marks if step is not lead.progress)
    lead.progress, lead.last_mark, lead.reminders = last.before, None, 0
    if last.uncalled is not None:
        lead.uncalled = last.uncalled
    if last.first:
        lead.contacted_by, lead.contacted_after = None, None
    if last.kept_what and last.kept_at and lead.appointment is None:
        lead.appointment = Appointment(last.kept_what, last.kept_at, last.kept_told or 0)


def note_contact(lead: Lead, who: str, now: datetime) -> None:
    """`who` has called the client, or tried to: the first who did so is kept, with how long it took from the claim."""
    if lead.uncalled is not None and lead.contacted_by is None and lead.held_at:
        lead.contacted_by = who
        lead.contacted_after = max(0, round((now - lead.held_at).total_seconds()))
    lead.uncalled = None


CALLED_EARLY: Final = timedelta(minutes=30)
"""A step that is marked so long before a promised call is that call."""


def keeps(appointment: Appointment, progress: Progress, now: datetime) -> bool:
    """Tells whether this mark says that what was promised is done."""
    if appointment.what is Promised.MEETING:
        return progress is Progress.MET or now >= appointment.at
    return now >= appointment.at - CALLED_EARLY
