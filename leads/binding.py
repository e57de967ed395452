"""How long an offer binds whoever is asked: while they are there, and no longer.

The clock of an offer does not run after closing, in the lunch break, after a shift, after /off, on leave
(docs/decisions/0012-while-somebody-is-there.md). Everything here looks and changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import datetime, timedelta
from typing import Final

from leads.duty.shifts import timeline
from leads.hours import closings, next_opening
from leads.lead import Deadline, Due, Lead, Offer, Step
from leads.office import Presence
from leads.presence import Absence, Cut, away, is_at_work, opening, plans_of, reads_of
from leads.scene import Scene
from leads.schemes import SCHEMES
from leads.schemes.base import Read

BY_RULE: Final = frozenset({Step.OFFER, Step.PULL, Step.OWNER, Step.CHOOSE})  # the steps before the ladder
TO_MANAGERS: Final = frozenset({Step.OFFER, Step.PULL, Step.OWNER, Step.EVERYONE})
RUNNING: Final = frozenset({Due.ACK, Due.STEP, Due.AWAY})  # deadlines of an offer that is not kept for ever
DELIVERY_GRACE: Final = timedelta(minutes=1)
"""How long an offer may stay undelivered before its clock runs without it."""
FARTHEST: Final = timedelta(days=400)  # no clock stands still for longer

_CUTS: Final = {
    Absence.LEAVE: Cut.LEAVE,
    Absence.PAUSED: Cut.OFF,
    Absence.NOT_CHECKED_IN: Cut.OFF,
    Absence.OFF_DUTY: Cut.SHIFT,
}


def deadline_of(scene: Scene, offer: Offer, now: datetime) -> Deadline:
    """Tells when to look at the live offer again: its time is over, or before that somebody ceases to be there."""
    if _stands_still(scene.lead, offer):
        return Deadline(Due.STEP, _ends(scene, offer, lambda at, time: after_open(scene, at, time)))
    ends = _ends(scene, offer, lambda at, time: at + time)
    cut = next(_cuts(scene, offer, now, ends), None) if may_be_cut(scene.lead, offer) else None
    return Deadline(Due.AWAY, cut) if cut else Deadline(Due.ACK if offer.alone else Due.STEP, ends)


def gone(scene: Scene, offer: Offer, at: datetime) -> dict[str, Cut]:
    """Tells who of those who have not answered is not there then, and why;
    nobody where an offer binds at all hours.
    """
    if not may_be_cut(scene.lead, offer):
        return {}
    found = {who: _why_gone(scene, offer, who, at) for who in offer.unanswered}
    return {who: why for who, why in found.items() if why}


def may_be_cut(lead: Lead, offer: Offer) -> bool:
    """Tells whether it is made to managers; at the end of the ladder it is kept for ever all the same."""
    return offer.step in TO_MANAGERS and (offer.step is not Step.EVERYONE or not on_last_rung(lead))


def timeout(lead: Lead, offer: Offer) -> timedelta:
    """Tells how long an answer to this offer is waited for.

    What waits to be asked for waits as long as all its offers would have taken.
    """
    if offer.step is Step.PULL:
        return lead.ack_timeout * lead.path.count(Step.OFFER)
    return lead.ack_timeout if offer.step in BY_RULE else lead.step_timeout


def on_last_rung(lead: Lead) -> bool:
    """The last step of the ladder is kept for ever."""
    return lead.rung == len(lead.path)


def _stands_still(lead: Lead, offer: Offer) -> bool:
    """A head keeps what they are asked over night, and has the rest of their time when the office opens."""
    return offer.step not in TO_MANAGERS and not on_last_rung(lead)


def _ends(scene: Scene, offer: Offer, after: Callable[[datetime, timedelta], datetime]) -> datetime:
    """From the delivery on, or with some grace from the offer on."""
    given = timeout(scene.lead, offer)
    undelivered = after(offer.at, given + DELIVERY_GRACE)
    return min(undelivered, after(offer.delivered_at, given)) if offer.delivered_at else undelivered


def _cuts(scene: Scene, offer: Offer, now: datetime, end: datetime) -> Iterator[datetime]:
    """The instants before `end` from which somebody who is asked is not there, as far as is known now."""
    leaves = (scene.workers[who].leave_from for who in offer.unanswered)
    changes = _changes(scene, now, end, offer.unanswered)
    moments = {*changes, *(at for at in leaves if at and now < at < end)}
    return (at for at in sorted(moments) if gone(scene, offer, at))


def _changes(scene: Scene, start: datetime, end: datetime, people: Collection[str] = ()) -> set[datetime]:
    """When the segment closes, or the hours of these people end, and when somebody's duty begins or ends.

    Between these two, in UTC.
    """
    office, segment = scene.office, scene.segment
    plans = plans_of(office, segment) | {office.schedule_of(who) for who in people}
    found = {at for plan in plans for at in closings(plan, office.timezone, start, end, scene.is_holiday)}
    if Read.ROSTER in reads_of(segment):
        spans = timeline(office.shifts_of(segment.id), office.timezone, start, end)
        found |= {span.start for span in spans if start < span.start}
    return found


def after_open(scene: Scene, at: datetime, left: timedelta) -> datetime:
    """Returns the instant by which the segment has been open for so long since `at`."""
    farthest = at + FARTHEST
    while at < farthest:
        opens = _opening(scene, at)
        if opens is None:
            break
        shut = (change for change in sorted(_changes(scene, opens, opens + left)))
        closes = next((change for change in shut if _opening(scene, change) != change), None)
        if closes is None:
            return opens + left
        at, left = closes, left - (closes - opens)
    return at + left


def _opening(scene: Scene, at: datetime) -> datetime | None:
    return opening(scene.office, scene.segment, at, scene.is_holiday)


def _why_gone(scene: Scene, offer: Offer, who: str, at: datetime) -> Cut | None:
    office = scene.office
    if not office.has(who) or (offer.step is not Step.OWNER and who not in scene.standings):
        return Cut.GONE
    opens = _opening(scene, at)
    if opens != at:
        return _until(scene, opens, at)
    out = away(office, scene.segment, scene.workers[who], at, scene.is_holiday)
    if out is Absence.OFF_HOURS:
        schedule = office.schedule_of(who)
        return _until(scene, next_opening(schedule, office.timezone, at, scene.is_holiday), at)
    if out is Absence.OFF_DUTY and not _duty_counts(scene, offer, who, at):
        return None
    return _CUTS.get(out) if out else None


def _until(scene: Scene, opens: datetime | None, at: datetime) -> Cut:
    """What ends at `at`: the hours of the day, or only those before a break."""
    zone = scene.office.timezone
    same_day = opens and opens.astimezone(zone).date() == at.astimezone(zone).date()
    return Cut.LUNCH if same_day else Cut.CLOSING


def _duty_counts(scene: Scene, offer: Offer, who: str, at: datetime) -> bool:
    """Not for an offer from before the roster decided, nor for their own client in their working hours."""
    office, segment = scene.office, scene.segment
    if offer.step is Step.OWNER:
        is_there = is_at_work(office, who, at, scene.is_holiday)
        return not (is_there or office.presence is Presence.CHECK_IN)
    return any(SCHEMES[name].by_roster for name in (offer.scheme, segment.reserve) if name)
