"""From the hand-over to an answer: a lead is offered, step by step, until somebody has it.

Every function changes the scene, notes the decision for the ledger and leaves the lead with exactly one live
deadline or one person who holds it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from leads.binding import deadline_of
from leads.charging import charge, end_wait, give_back
from leads.codes import code_of
from leads.entries.asking import Handed, Offered, Waiting
from leads.evidence import recorded
from leads.office import OwnerRule
from leads.refusals import Refusal, Refused
from leads.routing import Proposal, decide, path
from leads.scene import Deadline, Due, Lead, Offer, Result, Scene, State, Step
from leads.turns import Back


def hand_over(scene: Scene, number: int, now: datetime, *, twin_held: bool = False) -> None:
    """The secretary hands the draft over; from here on it is never dropped. Raises Refused.

    `twin_held`: the lead's owner is at work on an open lead of the same client right now.
    """
    lead, policy = scene.lead, scene.segment.policy
    if lead.state is not State.DRAFT:
        raise Refused(Refusal.HANDED_ALREADY)
    lead.number, lead.handed_at, lead.state = number, now, State.WAITING
    lead.path = path(policy, lead.owner, twin_held)
    lead.ack_timeout, lead.step_timeout = policy.ack_timeout, policy.step_timeout
    lead.wait_for_owner = policy.owner is OwnerRule.LEAVE_MESSAGE
    if scene.keep_ledger:
        scene.say(_handed(lead, scene.segment.scheme))
    advance(scene, now)


def _handed(lead: Lead, scheme: str) -> Handed:
    """The lead as it is handed over, for the ledger."""
    return Handed(
        segment=lead.segment,
        scheme=scheme,
        path=lead.path,
        known=lead.known,
        owner=lead.owner,
        duplicate_of=lead.duplicate_of,
        source=code_of(lead.source),
        ack_timeout=lead.ack_timeout.total_seconds(),
        step_timeout=lead.step_timeout.total_seconds(),
        wait_for_owner=lead.wait_for_owner,
        picked=lead.picked or None,
        picked_by=lead.picked_by,
    )


def advance(scene: Scene, now: datetime) -> None:
    """Takes a lead that nobody holds to its next step; from a ladder without anybody back to its foot."""
    decision = decide(scene, now)
    if isinstance(decision, Proposal):
        _offer(scene, decision, now)
        return
    if decision.kind is Due.RETRY:
        scene.lead.rung = 0
    wait(scene, Deadline(decision.kind, decision.until))


def wait(scene: Scene, deadline: Deadline) -> None:
    """Nobody is offered the lead before the deadline; said once for each reason."""
    lead = scene.lead
    if lead.state is not State.WAITING or lead.deadline is None or lead.deadline.kind is not deadline.kind:
        scene.say(Waiting(deadline.kind, deadline.at.replace(microsecond=0)))
    lead.state, lead.deadline = State.WAITING, deadline


def _offer(scene: Scene, proposal: Proposal, now: datetime) -> None:
    lead, choice = scene.lead, proposal.choice
    offer = Offer(proposal.step, proposal.scheme, now, proposal.people)
    # the evidence is what it is before the turn
    said = _said(proposal, lead) if scene.keep_ledger else None
    turn = None
    if choice and choice.fair:
        offer.by, offer.fair = lead.picked_by, choice.fair
    if offer.alone:
        worker = scene.workers[proposal.people[0]]
        worker.load += 1
        worker.ringing += 1
        if offer.step is Step.OFFER:
            turn = charge(scene, offer, worker.id, proposal.shares)
    scene.offers.append(offer)
    lead.state, lead.rung = State.OFFERED, proposal.rung + 1
    lead.deadline = deadline_of(scene, offer, now)
    if said:
        scene.say(replace(said, turn=turn))


def _said(proposal: Proposal, lead: Lead) -> Offered:
    """Why these people and not the others, for the ledger; the turn is still to come."""
    choice, situation = proposal.choice, proposal.situation
    fair = choice.fair if choice else None
    return Offered(
        step=proposal.step,
        scheme=proposal.scheme,
        rung=proposal.rung,
        offered=proposal.people,
        reason=proposal.reason,
        figures=dict(choice.figures) if choice else {},
        out=dict(proposal.out),
        turn=None,
        fair=fair or None,
        by=lead.picked_by if fair else None,
        evidence=recorded(situation) if situation else None,
    )


def delivered(scene: Scene, now: datetime) -> None:
    """The offer has reached somebody: the acknowledgement clock starts, once, and never later than the ceiling."""
    offer, lead = scene.live, scene.lead
    if offer is None or offer.delivered_at or lead.deadline is None:
        return
    offer.delivered_at = now
    due = deadline_of(scene, offer, now)
    if due.at <= lead.deadline.at:
        is_kept = lead.deadline.kind is Due.REPEAT
        lead.deadline = Deadline(Due.REPEAT, due.at) if is_kept else due


def finish(scene: Scene, offer: Offer, result: Result, now: datetime) -> None:
    """Ends an offer; whoever had it alone is free for another."""
    offer.result, offer.closed_at = result, now
    end_wait(scene, offer, now)
    if offer.alone and (worker := scene.workers.get(offer.people[0])):
        worker.load -= 1
        worker.ringing -= 1


def withdraw(scene: Scene, now: datetime) -> None:
    """Takes back a live offer, and its turn with it."""
    if offer := scene.live:
        give_back(scene, offer, Back.WITHDRAWN)
        finish(scene, offer, Result.WITHDRAWN, now)


def pass_on_if_answered(scene: Scene, offer: Offer, now: datetime) -> None:
    """Moves the lead on as soon as nobody is left who could still claim it."""
    if offer.unanswered:
        return
    declined = "declined" in offer.answers.values()
    finish(scene, offer, Result.DECLINED if declined else Result.WITHDRAWN, now)
    advance(scene, now)
