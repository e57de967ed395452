"""What the entries of a lead in somebody's hands make of it; each raises Broken if it cannot follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from leads.entries.hands import (
    Amount,
    Assigned,
    Closed,
    Disputed,
    LostReason,
    Progressed,
    Reminded,
    Returned,
    Settled,
)
from leads.entries.kinds import Said
from leads.lead import Offer, Outcome, Result, State, Step, mark
from leads.proof.audit import Broken, same
from leads.proof.told import Telling, check_holder, end_wait, finish, hold, payer

BY_HOLDER = frozenset({Outcome.WON, Outcome.LOST})


def _assigned(telling: Telling, said: Assigned) -> None:
    """Whoever had it, or was asked, has been given his turn back before."""
    told, lead = telling.told, telling.lead
    was = told.holder
    if lead.state is State.CLOSED:
        raise Broken(f"lead {lead.number} is closed")
    same("who had it", said.was, was)
    offer = Offer(Step.ASSIGN, telling.books.schemes[lead.segment], telling.at, (said.who,))
    if live := told.live:
        same("whom the withdrawn offer costs a turn", payer(live), None)
        finish(telling, live, Result.WITHDRAWN)
    same("who has paid for it", [p for p in map(payer, told.offers) if p and p == was], [])
    offer.result, offer.claimed_by, offer.closed_at = Result.CLAIMED, said.who, telling.at
    offer.by, offer.fair, offer.turn = said.by, said.fair, telling.charged(said.turn)
    same("whom it charged", said.charged, payer(offer))
    end_wait(telling, offer)
    told.offers.append(offer)
    hold(telling, said.who)


def _returned(telling: Telling, said: Returned) -> None:
    check_holder(telling, said.who, State.HELD)
    lead = telling.lead
    lead.state, lead.holder, lead.held_at = State.WAITING, None, None
    lead.rung = next(rung for rung, step in enumerate(lead.path) if step is not Step.OWNER)


def _progress(telling: Telling, said: Progressed) -> None:
    check_holder(telling, said.who, State.HELD)
    mark(telling.lead, said.progress)
    telling.lead.reminders = 0


def _closed(telling: Telling, said: Closed) -> None:
    check_holder(telling, said.who, State.HELD)
    outcome = said.outcome
    if outcome not in BY_HOLDER:
        raise Broken(f"lead {telling.lead.number} is closed as {outcome} without the head")
    _close(telling, outcome)


def _disputed(telling: Telling, said: Disputed) -> None:
    check_holder(telling, said.who, State.HELD)
    telling.lead.state, telling.lead.reminders = State.DISPUTED, 0


def _settled(telling: Telling, said: Settled) -> None:
    check_holder(telling, said.who, State.DISPUTED)
    if said.bad:
        _close(telling, Outcome.BAD)
        telling.told.owes = next((p for p in map(payer, telling.told.offers) if p == said.who), None)
    else:
        telling.lead.state, telling.lead.reminders = State.HELD, 0


def _close(telling: Telling, outcome: Outcome) -> None:
    lead = telling.lead
    lead.state, lead.outcome, lead.closed_at = State.CLOSED, outcome, telling.at


def _amount(telling: Telling, said: Amount) -> None:
    _check_closed(telling, said.who, Outcome.WON)
    telling.lead.amount = said.amount


def _lost_reason(telling: Telling, said: LostReason) -> None:
    _check_closed(telling, said.who, Outcome.LOST)
    if telling.lead.lost_reason:
        raise Broken(f"lead {telling.lead.number} has its reason of refusal already")
    telling.lead.lost_reason = said.reason


def _reminded(telling: Telling, said: Reminded) -> None:
    check_holder(telling, said.who, State.HELD, State.DISPUTED)
    telling.lead.reminders += 1
    same("how often he was reminded", said.times, telling.lead.reminders)


def _check_closed(telling: Telling, who: str, outcome: Outcome) -> None:
    lead = telling.lead
    same(f"what became of lead {lead.number}", lead.outcome, outcome)
    same(f"who closed lead {lead.number}", who, lead.holder)


HANDS: Final[Mapping[type[Said], Callable[[Telling, Any], None]]] = {
    Assigned: _assigned,
    Returned: _returned,
    Progressed: _progress,
    Closed: _closed,
    Disputed: _disputed,
    Settled: _settled,
    Amount: _amount,
    LostReason: _lost_reason,
    Reminded: _reminded,
}
