"""What people answer to an offer: claim, decline, or not be reached at all."""

from __future__ import annotations

from datetime import datetime

from leads.binding import on_last_rung
from leads.charging import charge, give_back, payer
from leads.entries.asking import Claimed, Declined, Explained, Undelivered
from leads.holding import hold, refuse_if_closed
from leads.offering import finish, pass_on_if_answered
from leads.presence import full
from leads.refusals import Refusal, Refused
from leads.scene import OWNED, Offer, Result, Scene
from leads.situations import shares_among
from leads.turns import Back


def claim(scene: Scene, who: str, now: datetime) -> None:
    """The first claim wins; everybody else is told who has the lead. Raises Refused."""
    offer = _open_to(scene, who)
    worker = scene.workers[who]
    turn = None
    if offer.for_all:
        if full(scene.office, worker):
            raise Refused(Refusal.CAPACITY)
        turn = charge(scene, offer, who, shares_among(scene, offer.people, now))
    finish(scene, offer, Result.CLAIMED, now)
    offer.claimed_by, worker.lapses = who, 0
    hold(scene, who, now)
    waited = int((now - (offer.delivered_at or offer.at)).total_seconds())
    scene.say(Claimed(who, offer.step, waited, payer(offer), turn))


def decline(scene: Scene, who: str, now: datetime) -> None:
    """Costs a turn unless the office says no, or until an accepted reason follows (`explain`). Raises Refused."""
    offer = _open_to(scene, who)
    if on_last_rung(scene.lead):
        raise Refused(Refusal.LAST_RUNG)
    offer.answers[who] = "declined"
    scene.workers[who].lapses = 0
    if offer.alone and not scene.office.decline_costs_turn:
        give_back(scene, offer, Back.DECLINE_IS_FREE)
    scene.say(Declined(who, offer.step, payer(offer)))
    pass_on_if_answered(scene, offer, now)


def explain(scene: Scene, who: str, reason: str) -> None:
    """A reason after a decline; one that the office accepts gives the turn back. Only the first counts.

    Whoever took the lead in the end has paid for that with the same turn, and a reason changes it no more.
    Raises Refused if he never declined this lead, or has explained it already.
    """
    offer = next((o for o in reversed(scene.offers) if o.answers.get(who) == "declined"), None)
    if offer is None:
        raise Refused(Refusal.NOT_YOURS)
    if who in offer.reasons:
        raise Refused(Refusal.EXPLAINED_ALREADY)
    offer.reasons[who] = reason
    took_it = any(o.claimed_by == who for o in scene.offers)
    free = reason in scene.office.free_reasons and not took_it
    scene.say(Explained(who, reason, free))
    if free and offer.alone:
        give_back(scene, offer, Back.ACCEPTED_REASON)


def unreachable(scene: Scene, who: str, now: datetime) -> None:
    """Telegram will not deliver to this person: his offer moves on now and costs him nothing."""
    offer = scene.live
    if offer is None or who not in offer.people or who in offer.answers:
        return
    offer.answers[who] = "unreachable"
    if offer.alone:
        give_back(scene, offer, Back.UNDELIVERED)
    scene.say(Undelivered(who, offer.step))
    pass_on_if_answered(scene, offer, now)


def _open_to(scene: Scene, who: str) -> Offer:
    """The live offer, if it waits for this person's answer. Raises Refused, naming who has the lead."""
    lead, offer = scene.lead, scene.live
    refuse_if_closed(lead)
    if lead.state in OWNED and lead.holder:
        raise Refused(Refusal.YOURS_ALREADY if lead.holder == who else Refusal.TAKEN, (lead.holder,))
    if offer and who in offer.people and who not in offer.answers:
        return offer
    if offer is None and any(who in o.cut for o in scene.offers[-1:]):
        raise Refused(Refusal.CUT_SHORT)
    had = any(who in o.people for o in scene.offers)
    raise Refused(Refusal.NOT_OFFERED_NOW if had else Refusal.NOT_YOURS, offer.unanswered if offer else ())
