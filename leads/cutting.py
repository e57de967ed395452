"""What becomes of an offer when whoever is asked ceases to be there: it is taken back at no cost, and passed on.

The turn is given back exactly, nobody lets anything lapse, and the lead stays before the same step: that one is asked
again, of whoever is there now, or when the office opens.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from leads.binding import RUNNING, deadline_of, gone
from leads.charging import give_back
from leads.entries.asking import CutShort
from leads.lead import Due, Offer, State
from leads.offering import advance
from leads.presence import Cut
from leads.routing import Wait, decide
from leads.scene import Scene
from leads.turns import Back


def recheck(scene: Scene, now: datetime) -> bool:
    """Tells, after people have come or gone or hours have changed, whether an offer is cut short,
    or a deadline moved.

    What is due already is left to the deadline itself.
    """
    lead, offer, deadline = scene.lead, scene.live, scene.lead.deadline
    if deadline is None or deadline.at <= now:
        return False
    if lead.state is State.WAITING and deadline.kind in {Due.OPENING, Due.RINGING}:
        return _look_at_wait(scene, now)
    if offer is None or deadline.kind not in RUNNING:
        return False
    if out := gone(scene, offer, now):
        cut_short(scene, offer, out, now)
        return True
    if offer.at <= now:  # else the clock has been put back, and what that changes is no business of this
        lead.deadline = deadline_of(scene, offer, now)
    return lead.deadline != deadline


def cut_short(scene: Scene, offer: Offer, out: Mapping[str, Cut], now: datetime) -> None:
    """Takes the live offer back from those who are not there;
    it passes on as soon as nobody is left to claim it.
    """
    give_back(scene, offer, Back.CUT_SHORT, now)
    for why in Cut:
        if who := tuple(person for person, reason in out.items() if reason is why):
            scene.say(CutShort(who, offer.step, why), now)
    if offer.unanswered:
        scene.lead.deadline = deadline_of(scene, offer, now)
    else:
        advance(scene, now)


def _look_at_wait(scene: Scene, now: datetime) -> bool:
    """The office may open earlier than it was to, or later; others may be there, or each may be asked more at once."""
    before, decision = scene.lead.deadline, decide(scene, now)
    waits = isinstance(decision, Wait) and before is not None and decision.kind is before.kind
    if not waits or (before and before.kind is Due.OPENING):
        advance(scene, now)
    return scene.lead.deadline != before
