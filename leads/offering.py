"""From the hand-over to an answer: a lead is offered, step by step, until somebody has it.

Every function says what it has decided, which has its effect by that (`leads.evolve`), and leaves the lead with exactly
one live deadline or one person who holds it.
"""

from __future__ import annotations

from datetime import datetime

from leads.binding import deadline_of
from leads.charging import cost, give_back
from leads.client import TouchKind
from leads.entries.asking import Cost, Evidence, Handed, Offered, Touched, Waiting, Withdrawn
from leads.entries.hands import Kept
from leads.lead import OVER, Deadline, Due, Lead, State, Step
from leads.next_steps import next_due
from leads.office import OwnerRule, Segment
from leads.refusals import Refusal, Refused
from leads.routing import Proposal, decide, path
from leads.scene import Scene
from leads.schemes import SCHEMES
from leads.situations import recorded
from leads.turns import Back
from leads.words import code_of


def hand_over(scene: Scene, number: int, now: datetime, *, twin_held: bool = False) -> None:
    """The secretary hands the draft over; from here on it is never dropped. Raises Refused.

    `twin_held`: the lead's owner is at work on an open lead of the same client right now.
    """
    lead = scene.lead
    if lead.state is not State.DRAFT:
        raise Refused(Refusal.HANDED_ALREADY)
    lead.number = number
    scene.say(_handed(lead, scene.segment, twin_held=twin_held), now)
    advance(scene, now)


def keep(scene: Scene, number: int, who: str, now: datetime) -> None:
    """A manager has brought the client in, and has the lead; nobody else is asked, unless they give it back.

    Raises Refused.
    """
    lead = scene.lead
    if lead.state is not State.DRAFT:
        raise Refused(Refusal.HANDED_ALREADY)
    lead.number = number
    scene.say(_handed(lead, scene.segment, twin_held=False), now)
    scene.say(Kept(who), now)


def withdraw(scene: Scene, by: str, now: datetime, into: int | None = None) -> None:
    """Whoever took the call takes the lead back, as long as nobody has had it; nobody has paid for it.

    `into`: as of `Withdrawn`. Raises Refused, naming who has it.
    """
    lead = scene.lead
    refuse_if_over(lead)
    if lead.state is State.DRAFT:
        raise Refused(Refusal.NOT_YOURS)
    if lead.taken_by is not None:
        raise Refused(Refusal.TAKEN, (lead.holder,) if lead.holder else ())
    for offer in scene.offers:
        give_back(scene, offer, Back.WITHDRAWN, now)
    scene.say(Withdrawn(by, into), now)


def refuse_if_over(lead: Lead) -> None:
    """What is over stays over; who comes late is told whose the lead was. Raises Refused."""
    if lead.state is State.WITHDRAWN:
        raise Refused(Refusal.WITHDRAWN)
    if lead.state is State.CLOSED:
        raise Refused(Refusal.CLOSED, (lead.holder,) if lead.holder else ())


def touch(scene: Scene, what: TouchKind, by: str | None, now: datetime) -> None:
    """Says that something has happened around a lead, told by `by`; None: by a source of leads.

    Raises Refused for a draft, and for a client who comes again to a lead that is closed.
    """
    state = scene.lead.state
    if state is State.DRAFT or (state in OVER and what is TouchKind.REPEAT):
        raise Refused(Refusal.CLOSED)
    promised = scene.lead.appointment
    scene.say(Touched(what, by), now)
    if promised and scene.lead.appointment is None:  # they have seen to it
        scene.lead.deadline = next_due(scene, now)


def _handed(lead: Lead, segment: Segment, *, twin_held: bool) -> Handed:
    """The lead as it is handed over, with the ladder as the policy has it just now."""
    policy = segment.policy
    return Handed(
        segment=lead.segment,
        scheme=segment.scheme,
        path=path(policy, lead.owner, twin_held),
        known=lead.known,
        owner=lead.owner,
        duplicate_of=lead.duplicate_of,
        source=code_of(lead.source),
        ack_timeout=policy.ack_timeout.total_seconds(),
        step_timeout=policy.step_timeout.total_seconds(),
        wait_for_owner=policy.owner is OwnerRule.LEAVE_MESSAGE,
        picked=lead.picked or None,
        picked_by=lead.picked_by,
        waited=lead.waited,
        overtook=lead.overtook,
        by_itself=lead.by_itself,
    )


def advance(scene: Scene, now: datetime) -> None:
    """Takes a lead that nobody holds to its next step; from a ladder without anybody back to its foot."""
    decision = decide(scene, now)
    if isinstance(decision, Proposal):
        _offer(scene, decision, now)
        return
    _wait(scene, Deadline(decision.kind, decision.until), now)


def _wait(scene: Scene, deadline: Deadline, now: datetime) -> None:
    """Nobody is offered the lead before the deadline; said once for each reason."""
    lead = scene.lead
    if lead.state is not State.WAITING or lead.deadline is None or lead.deadline.kind is not deadline.kind:
        scene.say(Waiting(deadline.kind, deadline.at.replace(microsecond=0)), now)
    lead.deadline = deadline


def _offer(scene: Scene, proposal: Proposal, now: datetime) -> None:
    situation, turn = proposal.situation, None
    # the evidence is what it is before the turn; without a ledger nobody asks for it
    evidence = recorded(situation) if situation and scene.keep_ledger else None
    if proposal.step is Step.OFFER and len(proposal.people) == 1:
        turn = cost(scene, proposal.people[0], proposal.shares, now)
    scene.say(_offered(scene, proposal, turn, evidence), now)
    if proposal.step is Step.PULL:
        scene.offers[-1].delivered_at = now  # there is nothing that has to reach anybody
    scene.lead.deadline = deadline_of(scene, scene.offers[-1], now)


def _offered(scene: Scene, proposal: Proposal, turn: Cost | None, evidence: Evidence | None) -> Offered:
    """Why these people and not the others."""
    choice = proposal.choice
    fair = (choice.fair or None) if choice else None
    return Offered(
        step=proposal.step,
        scheme=proposal.scheme,
        rung=proposal.rung,
        offered=proposal.people,
        reason=proposal.reason,
        figures=choice.figures if choice else {},
        out=proposal.out,
        turn=turn,
        fair=fair,
        by=scene.lead.picked_by if fair else None,
        evidence=evidence,
        window=_window(scene.segment, proposal),
    )


def _window(segment: Segment, proposal: Proposal) -> float:
    """So many seconds whoever taps takes part, where several are asked and the first of them would have the lead.

    Also on the ladder's `everyone` where the segment's scheme, or its reserve, has a window: else whoever is fast would
    just wait for that step.
    """
    schemes = (SCHEMES[name] for name in (segment.scheme, segment.reserve) if name)
    has_window = any("window" in scheme.settings for scheme in schemes)
    is_raced_for = proposal.step is Step.OFFER or (proposal.step is Step.EVERYONE and has_window)
    return segment.window.total_seconds() if is_raced_for and len(proposal.people) > 1 else 0.0


def delivered(scene: Scene, now: datetime) -> None:
    """The offer has reached somebody: the acknowledgement clock starts, once, and never later than the ceiling."""
    offer, lead = scene.live, scene.lead
    if offer is None or offer.delivered_at or lead.deadline is None:
        return
    offer.delivered_at = now
    if lead.deadline.kind is Due.WINDOW:
        return
    due = deadline_of(scene, offer, now)
    if due.at <= lead.deadline.at:
        is_kept = lead.deadline.kind is Due.REPEAT
        lead.deadline = Deadline(Due.REPEAT, due.at) if is_kept else due


def pass_on_if_answered(scene: Scene, now: datetime) -> None:
    """Moves the lead on as soon as nobody is left who could still claim it."""
    if scene.live is None:
        advance(scene, now)
