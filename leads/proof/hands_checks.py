"""Whether an entry of a lead in somebody's hands can follow from those before it; each check raises Broken if not."""

from __future__ import annotations

from datetime import datetime
from typing import assert_never

from leads.entries.hands import (
    Amount,
    Assigned,
    Closed,
    Disputed,
    Imported,
    LostReason,
    Progressed,
    Reminded,
    Returned,
    Settled,
)
from leads.entries.kinds import InHands
from leads.lead import Outcome, State
from leads.past import disorder, past_of
from leads.proof.audit import Broken, same
from leads.proof.told import Telling, Told, check_holder, payer

BY_HOLDER = frozenset({Outcome.WON, Outcome.LOST})


def check_hands(telling: Telling, said: InHands) -> None:  # noqa: C901 - one line a kind
    lead = telling.lead
    match said:
        case Assigned():
            _assigned(telling.told, said)
        case Returned() | Progressed() | Disputed():
            check_holder(telling, said.who, State.HELD)
        case Closed():
            check_holder(telling, said.who, State.HELD)
            if said.outcome not in BY_HOLDER:
                raise Broken(f"lead {lead.number} is closed as {said.outcome} without the head")
        case Settled():
            check_holder(telling, said.who, State.DISPUTED)
            is_paid = said.who in map(payer, telling.told.offers)
            telling.told.owes = said.who if said.bad and is_paid else None
        case Amount():
            _check_closed(telling, said.who, Outcome.WON)
        case LostReason():
            _check_closed(telling, said.who, Outcome.LOST)
            if lead.lost_reason:
                raise Broken(f"lead {lead.number} has its reason of refusal already")
        case Reminded():
            check_holder(telling, said.who, State.HELD, State.DISPUTED)
            same("how often the holder was reminded", said.times, lead.reminders + 1)
        case Imported():
            _imported(telling.told, said, telling.at)
        case _:
            assert_never(said)


def _assigned(told: Told, said: Assigned) -> None:
    """Whoever had it, or was asked, has been given their turn back before."""
    lead, was = told.lead, told.holder
    if lead.state is State.CLOSED:
        raise Broken(f"lead {lead.number} is closed")
    same("who had it", said.was, was)
    if told.live:
        same("whom the withdrawn offer costs a turn", payer(told.live), None)
    same("who has paid for it", [p for p in map(payer, told.offers) if p and p == was], [])
    same("whom it charged", said.charged, said.turn and said.turn.payer)


def _check_closed(telling: Telling, who: str, outcome: Outcome) -> None:
    lead = telling.lead
    same(f"what became of lead {lead.number}", lead.outcome, outcome)
    same(f"who closed lead {lead.number}", who, lead.holder)


def _imported(told: Told, said: Imported, at: datetime) -> None:
    if wrong := disorder(past_of(said), at):
        raise Broken(f"lead {told.lead.number}: its {' '.join(wrong)}")
