"""What people answer to an offer: claim, decline, or not be reached at all."""

from __future__ import annotations

from datetime import datetime

from leads.binding import on_last_rung
from leads.charging import cost, give_back, payer
from leads.entries.asking import Claimed, Declined, Explained, Undelivered
from leads.holding import plan_next
from leads.judging import is_for_the_head
from leads.lead import OWNED, Offer, Step
from leads.norm import allowed, free_among
from leads.offering import pass_on_if_answered, refuse_if_over
from leads.presence import full
from leads.refusals import Refusal, Refused
from leads.scene import Scene
from leads.situations import shares_among
from leads.turns import Back
from leads.windows import decide_if_all, want


def claim(scene: Scene, who: str, now: datetime) -> None:
    """The first claim wins, where no window makes it wait for others; everybody else is told who has the lead.

    Raises Refused.
    """
    offer = _open_to(scene, who)
    turn = None
    if offer.for_all:
        if full(scene.office, scene.workers[who]):
            raise Refused(Refusal.CAPACITY)
        if offer.window:
            want(scene, who, now)
            return
        turn = cost(scene, who, shares_among(scene, offer.people, now), now)
    waited = int((now - (offer.delivered_at or offer.at)).total_seconds())
    charged = turn.payer if turn else payer(offer)
    scene.say(Claimed(who, offer.step, waited, charged, turn), now)
    plan_next(scene, now)


def decline(scene: Scene, who: str, now: datetime) -> None:
    """A decline costs a turn unless the office says no, or until an accepted reason follows (`explain`).

    Raises Refused.
    """
    offer = _open_to(scene, who)
    if on_last_rung(scene.lead):
        raise Refused(Refusal.LAST_RUNG)
    if offer.alone and not scene.office.decline_costs_turn:
        give_back(scene, offer, Back.DECLINE_IS_FREE, now)
    scene.say(Declined(who, offer.step, payer(offer)), now)
    pass_on_if_answered(scene, now)
    decide_if_all(scene, now)


def explain(scene: Scene, who: str, reason: str, now: datetime, *, asks: bool = True) -> None:
    """Notes a reason after a decline; one that the office accepts gives the turn back, up to the norm.

    That it is not their segment is for the head to say; `asks`: False where nobody can be asked, as in a replay.
    Only the first reason counts. Whoever took the lead in the end has paid for that with the same turn, and a reason
    changes it no more. Raises Refused if they never declined this lead, or have explained it already.
    """
    offer = _declined(scene, who)
    if offer is None:
        raise Refused(Refusal.NOT_YOURS)
    if who in offer.reasons:
        raise Refused(Refusal.EXPLAINED_ALREADY)
    said = _explained(scene, offer, who, reason, asks=asks)
    scene.say(said, now)
    if said.free and offer.alone:
        give_back(scene, offer, Back.ACCEPTED_REASON, now)


def _explained(scene: Scene, offer: Offer, who: str, reason: str, *, asks: bool) -> Explained:
    """A decline that has left the last answers cannot be counted any more, and is not free either."""
    took_it = any(o.claimed_by == who for o in scene.offers)
    is_accepted = reason in scene.office.free_reasons and not took_it
    if not (is_accepted and offer.alone and offer.turn):
        return Explained(who, reason, is_accepted)
    if asks and is_for_the_head(scene, who, reason):
        return Explained(who, reason, free=False, asked=True)
    answers, norm = scene.workers[who].answers, allowed(scene.office.free_declines)
    counted = free_among(answers)
    is_free = counted < norm and scene.lead.number in answers
    return Explained(who, reason, is_free, counted, norm)


def unexplained(scene: Scene, who: str) -> bool:
    """Tells whether somebody has declined the lead, and has not said why."""
    offer = _declined(scene, who)
    return offer is not None and who not in offer.reasons


def _declined(scene: Scene, who: str) -> Offer | None:
    return next((o for o in reversed(scene.offers) if o.answers.get(who) == "declined"), None)


def unreachable(scene: Scene, who: str, now: datetime) -> None:
    """Telegram will not deliver to this person: their offer moves on now and costs them nothing."""
    offer = scene.live
    if offer is None or who not in offer.people or who in offer.answers:
        return
    if offer.alone:
        give_back(scene, offer, Back.UNDELIVERED, now)
    scene.say(Undelivered(who, offer.step), now)
    pass_on_if_answered(scene, now)
    decide_if_all(scene, now)


def _open_to(scene: Scene, who: str) -> Offer:
    """The live offer, if it waits for this person's answer. Raises Refused, naming who has the lead."""
    lead, offer = scene.lead, scene.live
    refuse_if_over(lead)
    if lead.state in OWNED and lead.holder:
        raise Refused(Refusal.YOURS_ALREADY if lead.holder == who else Refusal.TAKEN, (lead.holder,))
    if offer and offer.step is Step.PULL:
        raise Refused(Refusal.ASK_FOR_IT)
    if offer and who in offer.people and who not in offer.answers:
        return offer
    theirs = [o for o in scene.offers if who in o.people]
    if theirs and who in theirs[-1].cut:
        raise Refused(Refusal.CUT_SHORT)
    raise Refused(Refusal.NOT_OFFERED_NOW if theirs else Refusal.NOT_YOURS, offer.unanswered if offer else ())
