"""What happens when a lead's deadline comes, and to one that a wrong clock has put too far ahead.

The ticker calls `fire`; it may be late, early or called twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from leads.binding import deadline_of, gone
from leads.charging import give_back, payer
from leads.cutting import cut_short
from leads.entries.asking import ClockPutBack, Lapsed, Paused, Repeated
from leads.lead import OF_HOLDERS, Deadline, Due, Offer, Step
from leads.next_steps import come_due, next_due
from leads.offering import advance
from leads.presence import Cut, opening
from leads.routing import RETRY, Proposal, first_of, rungs_left
from leads.scene import Scene
from leads.turns import Back
from leads.windows import close_window

REPEAT_CEILING = timedelta(days=1)
"""The longest pause between two repeats to whoever stands at the end of the ladder."""

ROUNDING = timedelta(seconds=1)


def fire(scene: Scene, now: datetime) -> None:
    """Does what the lead's deadline asks for; nothing before its time."""
    deadline, offer = scene.lead.deadline, scene.live
    if deadline is None or now < deadline.at:
        return
    if deadline.kind is Due.WINDOW:
        close_window(scene, now)
    elif deadline.kind in OF_HOLDERS:
        come_due(scene, now)
    elif offer is None:
        advance(scene, now)
    elif (out := _gone_by(scene, offer, deadline)) or deadline.kind is Due.AWAY:
        _cut(scene, offer, out, now)
    elif offer.alone or first_of(scene, rungs_left(scene), now):
        _lapse(scene, offer, now)
    else:
        _keep(scene, offer, now)


def _cut(scene: Scene, offer: Offer, out: Mapping[str, Cut], now: datetime) -> None:
    """From those who have gone; whoever is left, or has not gone after all, has the rest of their time."""
    if out:
        cut_short(scene, offer, out, now)
    else:
        scene.lead.deadline = deadline_of(scene, offer, now)
    if scene.live is offer:
        fire(scene, now)


def _gone_by(scene: Scene, offer: Offer, deadline: Deadline) -> dict[str, Cut]:
    """Who had ceased to be there, however late it is looked at; whose time was over at that moment had it whole."""
    if deadline.kind is Due.REPEAT:
        return {}
    at = deadline.at if deadline.kind is Due.AWAY else deadline.at - timedelta.resolution
    return gone(scene, offer, at)


def _lapse(scene: Scene, offer: Offer, now: datetime) -> None:
    silent = offer.unanswered
    if offer.alone and not scene.office.decline_costs_turn:
        give_back(scene, offer, Back.LAPSE_IS_FREE, now)
    scene.say(Lapsed(silent, offer.step, payer(offer)), now)
    if offer.alone:
        _pause(scene, silent[0], now)
    advance(scene, now)


def _pause(scene: Scene, who: str, now: datetime) -> None:
    """So many lapses in a row pause a manager: they are not at their phone, whatever the clock says."""
    worker, limit = scene.workers[who], scene.office.pause_after_lapses
    if limit and worker.lapses >= limit and not worker.paused:
        scene.say(Paused(who, worker.lapses), now)


def _keep(scene: Scene, offer: Offer, now: datetime) -> None:
    """Nobody stands behind this step, so the lead stays on it; it is offered anew if others stand there now."""
    opens = opening(scene.office, scene.segment, now, scene.is_holiday)
    if opens != now:
        scene.lead.deadline = Deadline(Due.REPEAT, opens or now + REPEAT_CEILING)
        return
    here = scene.lead.rung - 1
    again = first_of(scene, [here], now) if offer.step is not Step.CHOOSE else None
    if isinstance(again, Proposal) and set(again.people) - set(offer.people):
        scene.lead.rung = here
        _lapse(scene, offer, now)
    else:
        _repeat(scene, now)


def _repeat(scene: Scene, now: datetime) -> None:
    """Said again, less and less often, in opening hours only."""
    scene.say(Repeated(scene.lead.repeats + 1), now)
    scene.lead.deadline = Deadline(Due.REPEAT, repeat_at(scene, now))


def say_again(scene: Scene, now: datetime) -> bool:
    """Says a lead again before its time, as others are said to the same people now. Returns whether it was said."""
    deadline, offer = scene.lead.deadline, scene.live
    if (
        deadline is None
        or offer is None
        or opening(scene.office, scene.segment, now, scene.is_holiday) != now
    ):
        return False
    if deadline.kind is not Due.REPEAT and (
        deadline.kind is not Due.STEP or first_of(scene, rungs_left(scene), now)
    ):
        return False
    _repeat(scene, now)
    return True


def repeat_at(scene: Scene, now: datetime) -> datetime:
    """Tells when it is said next, after it was said now."""
    pause = min(scene.lead.step_timeout * 2 ** min(scene.lead.repeats, 12), REPEAT_CEILING)
    at = opening(scene.office, scene.segment, now + pause, scene.is_holiday)
    return at or now + REPEAT_CEILING


def put_back(scene: Scene, now: datetime) -> bool:
    """Brings the lead's deadline nearer, if need be; the ledger keeps that, for its times run backwards there.

    Returns whether it lay further ahead than any that is set now; then it is as near as that.
    Hours of opening and days of return are times on the wall, and stay what they are.
    """
    deadline = scene.lead.deadline
    latest = _latest(scene, now)
    if deadline is None or latest is None or deadline.at <= latest.at + ROUNDING:
        return False
    scene.lead.deadline = latest
    if deadline.kind is Due.HAND_OVER:  # of a draft the ledger knows nothing
        return True
    scene.say(ClockPutBack(deadline.kind), now)
    return True


def _latest(scene: Scene, now: datetime) -> Deadline | None:
    """The deadline if it were set now; None where the clock's error does not matter."""
    lead = scene.lead
    match lead.deadline:
        case Deadline(kind=Due.ACK | Due.STEP | Due.AWAY) if scene.live:
            return deadline_of(scene, replace(scene.live, at=now, delivered_at=None), now)
        case Deadline(kind=Due.WINDOW) if scene.live and scene.live.window:
            return Deadline(Due.WINDOW, now + scene.live.window)
        case Deadline(kind=Due.REPEAT):
            return Deadline(Due.REPEAT, repeat_at(scene, now))
        case Deadline(kind=Due.RETRY):
            return Deadline(Due.RETRY, now + RETRY)
        case Deadline(kind=Due.REMINDER | Due.FIRST_CONTACT) if lead.held_at and lead.held_at > now:
            return next_due(scene, now)
        case Deadline(kind=Due.HAND_OVER):
            return Deadline(Due.HAND_OVER, now + scene.office.hand_over_after)
        case Deadline(kind=Due.CALL_BACK) if lead.appointment and lead.appointment.told:
            return next_due(scene, now)
    return None
