"""`grab` with a window: not the fastest finger has the lead, but the most behind of all who tapped in time.

The first tap opens the window; whoever of those asked taps while it is open takes part. At its end, or as soon as
nobody is left who could still tap, one of them has the lead and pays for it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from leads.binding import RUNNING, deadline_of
from leads.charging import cost
from leads.entries.asking import Claimed, Wanted
from leads.holding import plan_next
from leads.lead import Deadline, Due
from leads.refusals import Refusal, Refused
from leads.scene import Scene
from leads.schemes import balance
from leads.situations import absences, observe, recorded, shares_among

BEFORE_THE_END: Final = timedelta(seconds=1)
"""So long before whoever is asked ceases to be there, or their time is over, it is decided all the same."""


def want(scene: Scene, who: str, now: datetime) -> None:
    """`who` would have the lead of the live offer, which they may answer. Raises Refused where they have said so."""
    lead, offer = scene.lead, scene.live
    assert offer and offer.window, "only an offer with a window is wanted"
    is_open = lead.deadline is not None and lead.deadline.kind is Due.WINDOW
    if is_open and who in offer.wanted:
        raise Refused(Refusal.IN_THE_LIST)
    until = None if is_open else _end(scene, offer.window, now)
    scene.say(Wanted(who, offer.step, until), now)
    if until:
        lead.deadline = Deadline(Due.WINDOW, until)
    decide_if_all(scene, now)


def _end(scene: Scene, window: timedelta, now: datetime) -> datetime:
    """Never after the offer is over."""
    deadline = scene.lead.deadline
    if deadline is None or deadline.kind not in RUNNING:
        return now + window
    return max(now, min(now + window, deadline.at - BEFORE_THE_END))


def decide_if_all(scene: Scene, now: datetime) -> None:
    """Decides at once where everybody who is asked has tapped or declined."""
    offer, deadline = scene.live, scene.lead.deadline
    is_open = deadline is not None and deadline.kind is Due.WINDOW
    if is_open and offer and set(offer.unanswered) <= set(offer.wanted):
        close_window(scene, now)


def close_window(scene: Scene, now: datetime) -> None:
    """The window is over: the most behind of those who tapped has the lead, by the rule of `balance`.

    Who has declined after all, has gone, or is full by now does not count. Where nobody does, the offer goes on.
    """
    offer = scene.live
    assert offer, "a window is open while the lead is offered"
    away = absences(scene, now)
    wanting = [who for who in scene.standings if who in offer.wanting]
    among = [who for who in wanting if who not in away]
    if not among:
        scene.lead.deadline = deadline_of(scene, offer, now)
        return
    situation = observe(scene, set(scene.standings).difference(among), now)
    shown = recorded(situation).candidates
    [who] = balance.choose(situation).offered
    turn = cost(scene, who, shares_among(scene, offer.people, now), now)
    waited = int((now - (offer.delivered_at or offer.at)).total_seconds())
    out = {one: away[one] for one in wanting if one in away} or None
    scene.say(Claimed(who, offer.step, waited, turn.payer if turn else None, turn, shown, out), now)
    plan_next(scene, now)
