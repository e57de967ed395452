"""What the entries from the hand-over to an answer make of a lead; each raises Broken if it cannot follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any, Final

from leads.binding import BY_RULE, TO_MANAGERS
from leads.entries.asking import (
    Claimed,
    ClockPutBack,
    CutShort,
    Declined,
    Explained,
    GivenBack,
    Handed,
    Lapsed,
    Offered,
    Paused,
    Repeated,
    Undelivered,
    Waiting,
)
from leads.entries.kinds import Said
from leads.lead import Deadline, Due, Lead, Offer, Result, State
from leads.presence import Absence
from leads.proof.audit import Broken, same
from leads.proof.told import Telling, Told, asked, check_gone, finish, hold, live_offer, payer


def handed(number: int, said: Handed, at: datetime) -> Told:
    """A lead begins."""
    return Told(
        Lead(
            id=0,
            segment=said.segment,
            number=number,
            state=State.WAITING,
            known=said.known,
            owner=said.owner,
            source=said.source,
            picked=said.picked,
            picked_by=said.picked_by,
            duplicate_of=said.duplicate_of,
            path=said.path,
            ack_timeout=timedelta(seconds=said.ack_timeout),
            step_timeout=timedelta(seconds=said.step_timeout),
            wait_for_owner=said.wait_for_owner,
            handed_at=at,
        )
    )


def _offered(telling: Telling, said: Offered) -> None:
    telling.told.put_back_at = None
    told, lead = telling.told, telling.lead
    _refuse_unless_free(told)
    offer = Offer(said.step, said.scheme, telling.at, said.offered)
    offer.by, offer.fair, offer.turn = said.by, said.fair, telling.charged(said.turn)
    if offer.fair:
        same("who chose", offer.by, lead.picked_by)
    told.offers.append(offer)
    lead.state, lead.rung, lead.deadline = State.OFFERED, said.rung + 1, None
    if offer.alone:
        telling.people.of(offer.people[0]).ringing += 1


def _waiting(telling: Telling, said: Waiting) -> None:
    lead, kind = telling.lead, said.reason
    _refuse_unless_free(telling.told)
    lead.state, lead.deadline = State.WAITING, Deadline(kind, said.until)
    if kind is Due.RETRY:
        lead.rung = 0


def _claimed(telling: Telling, said: Claimed) -> None:
    offer = asked(telling, said.who)
    offer.turn = telling.charged(said.turn) or offer.turn
    _check_step(said, offer)
    offer.delivered_at = telling.at - timedelta(seconds=said.seconds)
    finish(telling, offer, Result.CLAIMED)
    offer.claimed_by, telling.people.of(said.who).lapses = said.who, 0
    hold(telling, said.who)


def _declined(telling: Telling, said: Declined) -> None:
    offer = asked(telling, said.who)
    _check_step(said, offer)
    if telling.lead.rung == len(telling.lead.path):
        raise Broken(f"lead {telling.lead.number} is declined on the last step of its ladder")
    telling.people.of(said.who).lapses = 0
    _answer(telling, offer, said.who, "declined")


def _undelivered(telling: Telling, said: Undelivered) -> None:
    offer = asked(telling, said.who)
    same("the step", said.step, offer.step)
    _answer(telling, offer, said.who, "unreachable")


def _answer(telling: Telling, offer: Offer, who: str, answer: str) -> None:
    offer.answers[who] = answer
    if not offer.unanswered:
        _end(telling, offer)


def _end(telling: Telling, offer: Offer) -> None:
    """Nobody is left who could claim it."""
    declined = "declined" in offer.answers.values()
    finish(telling, offer, Result.DECLINED if declined else Result.WITHDRAWN)


def _explained(telling: Telling, said: Explained) -> None:
    who = said.who
    offer = next((o for o in reversed(telling.told.offers) if o.answers.get(who) == "declined"), None)
    if offer is None or who in offer.reasons:
        raise Broken(f"lead {telling.lead.number} has no decline of {who} to explain")
    offer.reasons[who] = said.reason
    took_it = any(o.claimed_by == who for o in telling.told.offers)
    if took_it and said.free:
        raise Broken(f"lead {telling.lead.number} was taken by {who} in the end, and his reason is not free")
    if said.free and offer.alone:
        telling.told.owes = payer(offer)


def _cut_short(telling: Telling, said: CutShort) -> None:
    """Whoever is asked has gone: it costs nothing, and the lead stays before the same step."""
    offer, lead = live_offer(telling), telling.lead
    same("the step", said.step, offer.step)
    if not said.who or offer.step not in TO_MANAGERS:
        raise Broken(f"lead {lead.number} is cut short for nobody")
    for who in said.who:
        if who not in offer.unanswered:
            raise Broken(f"lead {lead.number} is not offered to {who}")
        check_gone(telling, who, said.why)
        offer.answers[who] = said.why.value
    same("whom the offer that was cut short costs a turn", payer(offer), None)
    if not offer.unanswered:
        _end(telling, offer)
        lead.rung -= 1


def _lapsed(telling: Telling, said: Lapsed) -> None:
    offer, lead = live_offer(telling), telling.lead
    same("who was silent", said.who, offer.unanswered)
    _check_step(said, offer)
    patience = lead.ack_timeout if offer.step in BY_RULE else lead.step_timeout
    if telling.at < (telling.told.put_back_at or offer.at) + patience:
        raise Broken(f"lead {lead.number} lapses before its time")
    finish(telling, offer, Result.LAPSED)
    if offer.alone:
        telling.people.of(offer.people[0]).lapses += 1


def _put_back(telling: Telling, _: ClockPutBack) -> None:
    telling.told.put_back_at = telling.at


def _paused(telling: Telling, said: Paused) -> None:
    worker = telling.people.of(said.who)
    same(f"how often {worker.id} let an offer lapse", said.lapses, worker.lapses)
    worker.paused = Absence.LAPSED


def _repeated(telling: Telling, said: Repeated) -> None:
    live_offer(telling)
    telling.lead.repeats += 1
    same("how often it was said again", said.times, telling.lead.repeats)


def _given_back(telling: Telling, said: GivenBack) -> None:
    """The payer waits as if he had not had the lead, unless he has paid for another since."""
    offer = next((o for o in telling.told.offers if payer(o) == said.who), None)
    if offer is None or offer.turn is None:
        raise Broken(f"lead {telling.lead.number} gives back a turn to {said.who}, who was charged none")
    worker = telling.people.of(said.who)
    if offer.closed_at and worker.idle_since == offer.closed_at:
        worker.idle_since = offer.turn.idle_before
    if telling.told.owes not in {None, said.who}:
        raise Broken(f"lead {telling.lead.number} owes {telling.told.owes} a turn, not {said.who}")
    offer.turn, telling.told.owes = None, None


def _check_step(said: Claimed | Declined | Lapsed, offer: Offer) -> None:
    same("the step", said.step, offer.step)
    same("whom it charged", said.charged, payer(offer))


def _refuse_unless_free(told: Told) -> None:
    if told.live or told.holder or told.lead.state is State.CLOSED:
        raise Broken(f"lead {told.lead.number} is {told.lead.state} already")


OFFERS: Final[Mapping[type[Said], Callable[[Telling, Any], None]]] = {
    Offered: _offered,
    Waiting: _waiting,
    Claimed: _claimed,
    Declined: _declined,
    Undelivered: _undelivered,
    Explained: _explained,
    CutShort: _cut_short,
    Lapsed: _lapsed,
    ClockPutBack: _put_back,
    Paused: _paused,
    Repeated: _repeated,
    GivenBack: _given_back,
}
