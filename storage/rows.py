"""A lead and an offer as rows of the database, and back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from leads.erasure import Cause
from leads.scene import (
    Deadline,
    Due,
    Lead,
    Offer,
    Outcome,
    Progress,
    Result,
    State,
    Step,
)
from leads.turns import Turn

Row = Mapping[str, Any]


def lead_from(r: Any) -> Lead:
    return Lead(
        id=r.id,
        segment=r.segment,
        number=r.number,
        state=State(r.state),
        known=r.known,
        owner=r.owner,
        duplicate_of=r.duplicate_of,
        source=r.source,
        picked=r.picked,
        picked_by=r.picked_by,
        path=tuple(Step(step) for step in r.path),
        rung=r.rung,
        ack_timeout=r.ack_timeout,
        step_timeout=r.step_timeout,
        wait_for_owner=r.wait_for_owner,
        handed_at=r.handed_at,
        holder=r.holder,
        held_at=r.held_at,
        taken_by=r.taken_by,
        taken_after=r.taken_after,
        closed_at=r.closed_at,
        outcome=Outcome(r.outcome) if r.outcome else None,
        amount=r.amount,
        lost_reason=r.lost_reason,
        progress=Progress(r.progress) if r.progress else None,
        marks=tuple(map(Progress, r.marks)),
        reminders=r.reminders,
        repeats=r.repeats,
        deadline=Deadline(Due(r.due_kind), r.due_at) if r.due_kind else None,
        erased=Cause(r.erased) if r.erased else None,
    )


def lead_row(lead: Lead) -> Row:
    same = ("segment", "number", "state", "known", "owner", "duplicate_of", "path", "rung", "ack_timeout")
    more = (
        "step_timeout",
        "wait_for_owner",
        "handed_at",
        "holder",
        "held_at",
        "taken_by",
        "taken_after",
        "closed_at",
        "outcome",
        "amount",
    )
    rest = (
        "lost_reason",
        "progress",
        "marks",
        "reminders",
        "repeats",
        "source",
        "picked",
        "picked_by",
        "erased",
    )
    due = lead.deadline
    return {name: getattr(lead, name) for name in (*same, *more, *rest)} | {
        "due_kind": due.kind if due else None,
        "due_at": due.at if due else None,
    }


def offer_from(r: Any) -> Offer:
    return Offer(
        step=Step(r.step),
        scheme=r.scheme,
        at=r.at,
        people=tuple(r.people),
        id=r.id,
        result=Result(r.result),
        answers=dict(r.answers),
        reasons=dict(r.reasons),
        claimed_by=r.claimed_by,
        delivered_at=r.delivered_at,
        closed_at=r.closed_at,
        turn=_turn_from(r),
        by=r.chosen_by,
        fair=r.fair,
    )


def _turn_from(r: Any) -> Turn | None:
    """Raises ValueError where only a part of it is stored."""
    if r.payer is None:
        return None
    if r.gained is None or r.ticket_before is None:
        raise ValueError("a payer without his turn")
    return Turn(r.payer, r.gained, r.ticket_before, r.idle_before)


def offer_row(offer: Offer) -> Row:
    turn = offer.turn
    return {
        "step": offer.step,
        "scheme": offer.scheme,
        "at": offer.at,
        "people": list(offer.people),
        "sole": offer.people[0] if offer.alone and offer.result is Result.OPEN else None,
        "result": offer.result,
        "answers": dict(offer.answers),
        "reasons": dict(offer.reasons),
        "claimed_by": offer.claimed_by,
        "delivered_at": offer.delivered_at,
        "closed_at": offer.closed_at,
        "payer": turn.payer if turn else None,
        "gained": dict(turn.gained) if turn else None,
        "ticket_before": turn.ticket_before if turn else None,
        "idle_before": turn.idle_before if turn else None,
        "chosen_by": offer.by,
        "fair": offer.fair,
    }
