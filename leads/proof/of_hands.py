"""Whether what an entry says of a lead in hands (`leads.entries.hands`) may happen to it now."""

from __future__ import annotations

from datetime import datetime
from typing import assert_never

from leads.crm import CRM_HAND
from leads.entries.hands import (
    Amount,
    Appointed,
    AppointmentDropped,
    Assigned,
    BadReason,
    CameDue,
    Closed,
    Disputed,
    Imported,
    Kept,
    LostReason,
    Progressed,
    Reminded,
    Reopened,
    Returned,
    Settled,
    Unmarked,
)
from leads.entries.kinds import InHands
from leads.lead import OVER, Due, Outcome, State
from leads.next_steps import DUE_OF, TELLINGS, first_moment
from leads.past import disorder, past_of
from leads.proof.audit import Broken, same
from leads.proof.told import Telling, Told, check_holder, payer

BY_HOLDER = frozenset({Outcome.WON, Outcome.LOST})


def check_hands(telling: Telling, said: InHands) -> None:  # noqa: C901 - one line a kind
    """Checks that this may be said of a lead that somebody has, or is given. Raises Broken."""
    lead = telling.lead
    match said:
        case Assigned():
            _assigned(telling.told, said)
        case Kept():
            _kept(telling.told, said)
        case Returned() | Progressed() | Disputed():
            check_holder(telling, said.who, State.HELD)
        case Unmarked():
            check_holder(telling, said.who, State.HELD)
            same("what was marked last", said.progress, lead.progress if lead.last_mark else None)
        case Closed():
            check_holder(telling, said.who, State.HELD)
            if said.by not in {None, CRM_HAND}:
                raise Broken(f"lead {lead.number} is closed by neither its holder nor the CRM")
            if said.outcome not in BY_HOLDER:
                raise Broken(f"lead {lead.number} is closed as {said.outcome} without the head")
        case BadReason():
            check_holder(telling, said.who, State.DISPUTED)
            if lead.bad_reason:
                raise Broken(f"lead {lead.number} has its reason why it is bad already")
        case Settled():
            check_holder(telling, said.who, State.DISPUTED)
            is_paid = said.who in map(payer, telling.told.offers)
            telling.told.owes = said.who if said.bad and is_paid else None
        case Reopened():
            _reopened(telling, said)
        case Amount():
            _check_closed(telling, said.who, Outcome.WON)
            if said.by and said.by != CRM_HAND:
                telling.people.of(said.by)
        case LostReason():
            _check_closed(telling, said.who, Outcome.LOST)
            if lead.lost_reason:
                raise Broken(f"lead {lead.number} has its reason of refusal already")
        case Reminded():
            check_holder(telling, said.who, State.HELD, State.DISPUTED)
            same("how often the holder was reminded", said.times, lead.reminders + 1)
        case Appointed():
            check_holder(telling, said.who, State.HELD)
            if said.at <= telling.at:
                raise Broken(f"lead {lead.number}: its client is promised a time that is past")
        case AppointmentDropped():
            check_holder(telling, said.who, State.HELD)
            if lead.appointment is None:
                raise Broken(f"lead {lead.number}: its client was promised nothing")
        case CameDue():
            check_holder(telling, said.who, State.HELD)
            _came_due(telling, said)
        case Imported():
            _imported(telling.told, said, telling.at)
        case _:
            assert_never(said)


def _came_due(telling: Telling, said: CameDue) -> None:
    """Not before its time, and once each; a telling may be left out, where the holder is away."""
    lead, tellings = telling.lead, TELLINGS.get(said.what, ())
    told = lead.uncalled
    if said.what is not Due.FIRST_CONTACT:
        promised = lead.appointment
        is_that = promised is not None and DUE_OF[promised.what] is said.what
        told = promised.told if promised and is_that else None
        if promised and is_that and telling.at < first_moment(promised, said.times):
            raise Broken(f"lead {lead.number}: what was promised comes due before its time")
    if told is None:
        raise Broken(f"lead {lead.number}: nothing of the kind {said.what} is due")
    if not told < said.times <= len(tellings):
        raise Broken(
            f"lead {lead.number}: it was told {told} times that {said.what} is due, not {said.times - 1}"
        )


def _assigned(told: Told, said: Assigned) -> None:
    """Whoever had it, or was asked, has been given their turn back before."""
    lead, was = told.lead, told.holder
    if lead.state in OVER:
        raise Broken(f"lead {lead.number} is {lead.state}")
    same("who had it", said.was, was)
    if told.live:
        same("whom the withdrawn offer costs a turn", payer(told.live), None)
    same("who has paid for it", [p for p in map(payer, told.offers) if p and p == was], [])
    same("whom it charged", said.charged, said.turn and said.turn.payer)


def _kept(told: Told, said: Kept) -> None:
    """Nobody was asked before."""
    lead = told.lead
    if lead.state is not State.WAITING or told.offers or lead.deadline:
        raise Broken(f"lead {lead.number} is kept by {said.who}, but others could have had it")


def _reopened(telling: Telling, said: Reopened) -> None:
    """Opened is what was closed here, for whoever had it; not what a file has told, nor whose client is forgotten."""
    lead = telling.lead
    if said.by != CRM_HAND:
        telling.people.of(said.by)
    same(f"whose lead {lead.number} was", said.who, lead.holder)
    if lead.state is not State.CLOSED or lead.erased or not lead.path:
        raise Broken(f"lead {lead.number} cannot be opened again")


def _check_closed(telling: Telling, who: str, outcome: Outcome) -> None:
    lead = telling.lead
    same(f"what became of lead {lead.number}", lead.outcome, outcome)
    same(f"who closed lead {lead.number}", who, lead.holder)


def _imported(told: Told, said: Imported, at: datetime) -> None:
    if wrong := disorder(past_of(said), at):
        raise Broken(f"lead {told.lead.number}: its {' '.join(wrong)}")
