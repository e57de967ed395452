"""What the entries from the hand-over to an answer make of a lead; each raises Broken if it cannot follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from leads.binding import BY_RULE, TO_MANAGERS
from leads.presence import Absence, Cut
from leads.proof.audit import Broken, same
from leads.proof.told import Telling, Told, asked, check_gone, finish, hold, live_offer, payer
from leads.scene import Deadline, Due, Lead, Offer, Result, State, Step


def handed(number: int, body: Mapping[str, Any], at: datetime) -> Told:
    """A lead begins."""
    return Told(
        Lead(
            id=0,
            segment=body["segment"],
            number=number,
            state=State.WAITING,
            known=body["known"],
            owner=body["owner"],
            source=body["source"],
            picked=body.get("picked"),
            picked_by=body.get("by"),
            duplicate_of=body["duplicate_of"],
            path=tuple(Step(step) for step in body["path"]),
            ack_timeout=timedelta(seconds=body["ack_timeout"]),
            step_timeout=timedelta(seconds=body["step_timeout"]),
            wait_for_owner=body["wait_for_owner"],
            handed_at=at,
        )
    )


def _offered(telling: Telling) -> None:
    telling.told.put_back_at = None
    told, lead, body = telling.told, telling.lead, telling.body
    _refuse_unless_free(told)
    offer = Offer(Step(body["step"]), body["scheme"], telling.at, tuple(body["offered"]))
    offer.by, offer.fair, offer.turn = body.get("by"), body.get("fair"), telling.charged()
    if offer.fair:
        same("who chose", offer.by, lead.picked_by)
    told.offers.append(offer)
    lead.state, lead.rung, lead.deadline = State.OFFERED, body["rung"] + 1, None
    if offer.alone:
        telling.people.of(offer.people[0]).ringing += 1


def _waiting(telling: Telling) -> None:
    lead, kind = telling.lead, Due(telling.body["reason"])
    _refuse_unless_free(telling.told)
    lead.state, lead.deadline = State.WAITING, Deadline(kind, datetime.fromisoformat(telling.body["until"]))
    if kind is Due.RETRY:
        lead.rung = 0


def _claimed(telling: Telling) -> None:
    offer = asked(telling)
    offer.turn = telling.charged() or offer.turn
    _check_step(telling, offer)
    offer.delivered_at = telling.at - timedelta(seconds=telling.body["seconds"])
    finish(telling, offer, Result.CLAIMED)
    offer.claimed_by, telling.people.of(telling.who).lapses = telling.who, 0
    hold(telling)


def _declined(telling: Telling) -> None:
    offer = asked(telling)
    _check_step(telling, offer)
    if telling.lead.rung == len(telling.lead.path):
        raise Broken(f"lead {telling.lead.number} is declined on the last step of its ladder")
    telling.people.of(telling.who).lapses = 0
    _answer(telling, offer, "declined")


def _undelivered(telling: Telling) -> None:
    offer = asked(telling)
    same("the step", telling.body["step"], offer.step)
    _answer(telling, offer, "unreachable")


def _answer(telling: Telling, offer: Offer, answer: str) -> None:
    offer.answers[telling.who] = answer
    if not offer.unanswered:
        _end(telling, offer)


def _end(telling: Telling, offer: Offer) -> None:
    """Nobody is left who could claim it."""
    declined = "declined" in offer.answers.values()
    finish(telling, offer, Result.DECLINED if declined else Result.WITHDRAWN)


def _explained(telling: Telling) -> None:
    who, body = telling.who, telling.body
    offer = next((o for o in reversed(telling.told.offers) if o.answers.get(who) == "declined"), None)
    if offer is None or who in offer.reasons:
        raise Broken(f"lead {telling.lead.number} has no decline of {who} to explain")
    offer.reasons[who] = body["reason"]
    took_it = any(o.claimed_by == who for o in telling.told.offers)
    if took_it and body["free"]:
        raise Broken(f"lead {telling.lead.number} was taken by {who} in the end, and his reason is not free")
    if body["free"] and offer.alone:
        telling.told.owes = payer(offer)


def _cut_short(telling: Telling) -> None:
    """Whoever is asked has gone: it costs nothing, and the lead stays before the same step."""
    offer, lead, body = live_offer(telling), telling.lead, telling.body
    why = Cut(body["why"])
    same("the step", body["step"], offer.step)
    if not body["who"] or offer.step not in TO_MANAGERS:
        raise Broken(f"lead {lead.number} is cut short for nobody")
    for who in body["who"]:
        if who not in offer.unanswered:
            raise Broken(f"lead {lead.number} is not offered to {who}")
        check_gone(telling, who, why)
        offer.answers[who] = why.value
    same("whom the offer that was cut short costs a turn", payer(offer), None)
    if not offer.unanswered:
        _end(telling, offer)
        lead.rung -= 1


def _lapsed(telling: Telling) -> None:
    offer, lead = live_offer(telling), telling.lead
    same("who was silent", telling.body["who"], list(offer.unanswered))
    _check_step(telling, offer)
    patience = lead.ack_timeout if offer.step in BY_RULE else lead.step_timeout
    if telling.at < (telling.told.put_back_at or offer.at) + patience:
        raise Broken(f"lead {lead.number} lapses before its time")
    finish(telling, offer, Result.LAPSED)
    if offer.alone:
        telling.people.of(offer.people[0]).lapses += 1


def _put_back(telling: Telling) -> None:
    telling.told.put_back_at = telling.at


def _paused(telling: Telling) -> None:
    worker = telling.people.of(telling.who)
    same(f"how often {worker.id} let an offer lapse", telling.body["lapses"], worker.lapses)
    worker.paused = Absence.LAPSED


def _repeated(telling: Telling) -> None:
    live_offer(telling)
    telling.lead.repeats += 1
    same("how often it was said again", telling.body["times"], telling.lead.repeats)


def _given_back(telling: Telling) -> None:
    """The payer waits as if he had not had the lead, unless he has paid for another since."""
    offer = next((o for o in telling.told.offers if payer(o) == telling.who), None)
    if offer is None or offer.turn is None:
        raise Broken(f"lead {telling.lead.number} gives back a turn to {telling.who}, who was charged none")
    worker = telling.people.of(telling.who)
    if offer.closed_at and worker.idle_since == offer.closed_at:
        worker.idle_since = offer.turn.idle_before
    if telling.told.owes not in {None, telling.who}:
        raise Broken(f"lead {telling.lead.number} owes {telling.told.owes} a turn, not {telling.who}")
    offer.turn, telling.told.owes = None, None


def _check_step(telling: Telling, offer: Offer) -> None:
    same("the step", telling.body["step"], offer.step)
    same("whom it charged", telling.body["charged"], payer(offer))


def _refuse_unless_free(told: Told) -> None:
    if told.live or told.holder or told.lead.state is State.CLOSED:
        raise Broken(f"lead {told.lead.number} is {told.lead.state} already")


OFFERS: Final[Mapping[str, Callable[[Telling], None]]] = {
    "offered": _offered,
    "waiting": _waiting,
    "claimed": _claimed,
    "declined": _declined,
    "undelivered": _undelivered,
    "explained": _explained,
    "cut_short": _cut_short,
    "lapsed": _lapsed,
    "clock_put_back": _put_back,
    "paused": _paused,
    "repeated": _repeated,
    "given_back": _given_back,
}
