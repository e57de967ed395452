"""What the entries of a lead in somebody's hands make of it; each raises Broken if it cannot follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from leads.proof.audit import Broken, same
from leads.proof.told import Telling, check_holder, end_wait, finish, hold, payer
from leads.scene import Offer, Outcome, Progress, Result, State, Step, mark

BY_HOLDER = frozenset({Outcome.WON, Outcome.LOST})


def _assigned(telling: Telling) -> None:
    """Whoever had it, or was asked, has been given his turn back before."""
    told, lead, body = telling.told, telling.lead, telling.body
    was = told.holder
    if lead.state is State.CLOSED:
        raise Broken(f"lead {lead.number} is closed")
    same("who had it", body["was"], was)
    offer = Offer(Step.ASSIGN, telling.books.schemes[lead.segment], telling.at, (telling.who,))
    if live := told.live:
        same("whom the withdrawn offer costs a turn", payer(live), None)
        finish(telling, live, Result.WITHDRAWN)
    same("who has paid for it", [p for p in map(payer, told.offers) if p and p == was], [])
    offer.result, offer.claimed_by, offer.closed_at = Result.CLAIMED, telling.who, telling.at
    offer.by, offer.fair, offer.turn = body["by"], body["fair"], telling.charged()
    same("whom it charged", body["charged"], payer(offer))
    end_wait(telling, offer)
    told.offers.append(offer)
    hold(telling)


def _returned(telling: Telling) -> None:
    check_holder(telling, State.HELD)
    lead = telling.lead
    lead.state, lead.holder, lead.held_at = State.WAITING, None, None
    lead.rung = next(rung for rung, step in enumerate(lead.path) if step is not Step.OWNER)


def _progress(telling: Telling) -> None:
    check_holder(telling, State.HELD)
    mark(telling.lead, Progress(telling.body["progress"]))
    telling.lead.reminders = 0


def _closed(telling: Telling) -> None:
    check_holder(telling, State.HELD)
    outcome = Outcome(telling.body["outcome"])
    if outcome not in BY_HOLDER:
        raise Broken(f"lead {telling.lead.number} is closed as {outcome} without the head")
    _close(telling, outcome)


def _disputed(telling: Telling) -> None:
    check_holder(telling, State.HELD)
    telling.lead.state, telling.lead.reminders = State.DISPUTED, 0


def _settled(telling: Telling) -> None:
    check_holder(telling, State.DISPUTED)
    if telling.body["bad"]:
        _close(telling, Outcome.BAD)
        telling.told.owes = next((p for p in map(payer, telling.told.offers) if p == telling.who), None)
    else:
        telling.lead.state, telling.lead.reminders = State.HELD, 0


def _close(telling: Telling, outcome: Outcome) -> None:
    lead = telling.lead
    lead.state, lead.outcome, lead.closed_at = State.CLOSED, outcome, telling.at


def _amount(telling: Telling) -> None:
    _check_closed(telling, Outcome.WON)
    telling.lead.amount = telling.body["amount"]


def _lost_reason(telling: Telling) -> None:
    _check_closed(telling, Outcome.LOST)
    if telling.lead.lost_reason:
        raise Broken(f"lead {telling.lead.number} has its reason of refusal already")
    telling.lead.lost_reason = telling.body["reason"]


def _reminded(telling: Telling) -> None:
    check_holder(telling, State.HELD, State.DISPUTED)
    telling.lead.reminders += 1
    same("how often he was reminded", telling.body["times"], telling.lead.reminders)


def _check_closed(telling: Telling, outcome: Outcome) -> None:
    lead = telling.lead
    same(f"what became of lead {lead.number}", lead.outcome, outcome)
    same(f"who closed lead {lead.number}", telling.who, lead.holder)


HANDS: Final[Mapping[str, Callable[[Telling], None]]] = {
    "assigned": _assigned,
    "returned": _returned,
    "progress": _progress,
    "closed": _closed,
    "disputed": _disputed,
    "settled": _settled,
    "amount": _amount,
    "lost_reason": _lost_reason,
    "reminded": _reminded,
}
