"""A lead in somebody's hands: outcome, back to the others, or into other hands."""

from __future__ import annotations

from copy import deepcopy
from datetime import datetime
from typing import Final

from leads.charging import cost, give_back, give_back_all
from leads.entries.hands import (
    Amount,
    Assigned,
    BadReason,
    Closed,
    Disputed,
    LostReason,
    Reopened,
    Returned,
    Settled,
)
from leads.lead import OWNED, Outcome, State, Step, had_cost
from leads.life import take_back
from leads.next_steps import next_due
from leads.offering import advance, refuse_if_over
from leads.office import Role
from leads.presence import full, reachable
from leads.refusals import Refusal, Refused
from leads.scene import Scene
from leads.situations import absences, fair_choice, rule_choice, shares_among
from leads.turns import Back


def plan_next(scene: Scene, now: datetime) -> None:
    """Plans what is next after a sign of life, from which reminders count."""
    scene.lead.deadline = next_due(scene, now)


def close(scene: Scene, who: str, outcome: Outcome, now: datetime, *, by: str | None = None) -> None:
    """The holder says won or lost, or the CRM for them. A terminal state stays terminal. Raises Refused."""
    refuse_unless_held(scene, who)
    scene.say(Closed(who, outcome, by), now)


def put_amount(
    scene: Scene, by: str, amount: int, now: datetime, *, always: bool = False, told_by: str | None = None
) -> None:
    """Tells what a sale brought, in hundredths of the currency; told once more, the last counts. `told_by`: who says
    so for `by`.

    As of `refuse_undoing`, but that nobody is too late to tell it for the first time. Raises Refused.
    """
    refuse_amount(scene, by, now, always=always)
    holder = scene.lead.holder or ""
    scene.say(Amount(holder, amount, told_by or (None if by == holder else by)), now)


def refuse_amount(scene: Scene, by: str, now: datetime, *, always: bool = False) -> None:
    """Raises Refused unless `by` may tell what the sale has brought."""
    lead = scene.lead
    if lead.outcome is not Outcome.WON or lead.holder is None:
        raise Refused(Refusal.NOT_YOURS)
    if lead.amount is not None or lead.holder != by:
        refuse_undoing(scene, by, now, always=always)


def refuse_undoing(scene: Scene, by: str, now: datetime, *, always: bool = False) -> None:
    """Raises Refused unless `by` may take back what became of a closed lead: its holder, for as long as the office
    says, but not against the head's word; with `always`, the head's right, anybody at any time.
    """
    lead = scene.lead
    if lead.state is not State.CLOSED:
        raise Refused(Refusal.NOT_CLOSED)
    if lead.erased:
        raise Refused(Refusal.ERASED)
    if not lead.path:  # of a file of past leads: it was over before Fairlead
        raise Refused(Refusal.CLOSED)
    if always:
        return
    if lead.holder != by:
        raise Refused(Refusal.NOT_YOURS)
    if lead.outcome is Outcome.BAD:
        raise Refused(Refusal.HEADS_WORD)
    if lead.closed_at and now > lead.closed_at + scene.office.undo:
        raise Refused(Refusal.TOO_LATE)


def reopen(scene: Scene, by: str, now: datetime, *, always: bool = False, told_by: str | None = None) -> None:
    """A closed lead is its holder's again, and open, as of `refuse_undoing`. `told_by`: who says so for `by`.

    The turn of a bad one is charged anew. From a holder who is not there any more it goes on to the others, and costs
    them nothing. Only the head goes past a holder's capacity. Raises Refused.
    """
    refuse_undoing(scene, by, now, always=always)
    lead = scene.lead
    who = lead.holder or ""
    worker = scene.workers[who]
    if not always and full(scene.office, worker):
        raise Refused(Refusal.CAPACITY)
    is_gone = bool(reachable(worker)) or not scene.office.has(who)
    turn = None
    if lead.outcome is Outcome.BAD and had_cost(scene.offers, who):
        turn = cost(scene, who, shares_by_hand(scene, who, now), now)
    scene.say(Reopened(told_by or by, who, turn), now)
    if is_gone:
        give_back_all(scene, who, Back.DECLINE_IS_FREE, now)
        scene.say(Returned(who), now)
        advance(scene, now)
    else:
        plan_next(scene, now)


def put_lost_reason(scene: Scene, who: str, reason: str, now: datetime) -> None:
    """The holder tells why the client refused; only the first reason counts. Raises Refused."""
    if scene.lead.outcome is not Outcome.LOST or scene.lead.holder != who:
        raise Refused(Refusal.NOT_YOURS)
    if scene.lead.lost_reason:
        raise Refused(Refusal.EXPLAINED_ALREADY)
    scene.say(LostReason(who, reason), now)


def lost_for_no_reason(scene: Scene, who: str) -> bool:
    """Tells whether somebody has lost the lead, and has not told why."""
    lead = scene.lead
    return lead.outcome is Outcome.LOST and lead.holder == who and lead.lost_reason is None


def dispute(scene: Scene, who: str, now: datetime) -> None:
    """The holder calls it a bad lead (wrong number, spam); the head has the last word. Raises Refused."""
    refuse_unless_held(scene, who)
    scene.say(Disputed(who), now)
    plan_next(scene, now)


def put_bad_reason(scene: Scene, who: str, reason: str, now: datetime) -> None:
    """Notes why the holder calls it bad, while the head has not settled that. Only the first counts. Raises Refused."""
    lead = scene.lead
    refuse_if_over(lead)
    if lead.state is not State.DISPUTED or lead.holder != who:
        raise Refused(Refusal.NOT_DISPUTED if lead.holder == who else Refusal.NOT_YOURS)
    if lead.bad_reason:
        raise Refused(Refusal.EXPLAINED_ALREADY)
    scene.say(BadReason(who, reason), now)


def bad_for_no_reason(scene: Scene, who: str) -> bool:
    """Tells whether somebody calls the lead bad, and has not told why."""
    lead = scene.lead
    return lead.state is State.DISPUTED and lead.holder == who and lead.bad_reason is None


def settle(scene: Scene, by: str, bad: bool, now: datetime) -> None:
    """The head settles a disputed lead: bad closes it and gives the turn back. Raises Refused."""
    lead = scene.lead
    refuse_if_over(lead)
    if lead.state is not State.DISPUTED or lead.holder is None:
        raise Refused(Refusal.NOT_DISPUTED)
    scene.say(Settled(by, lead.holder, bad), now)
    if bad:
        give_back_all(scene, lead.holder, Back.BAD_LEAD, now)
    else:
        plan_next(scene, now)


def give_up(scene: Scene, who: str, now: datetime) -> None:
    """The holder gives the lead back to the others; it costs them what a decline costs. Raises Refused."""
    refuse_unless_held(scene, who)
    if not scene.office.decline_costs_turn:
        give_back_all(scene, who, Back.DECLINE_IS_FREE, now)
    scene.say(Returned(who), now)
    advance(scene, now)


def assign(scene: Scene, by: str, who: str, now: datetime) -> None:
    """The head gives it to somebody: that may go past presence and capacity, and is recorded as such.

    Raises Refused.
    """
    _refuse_assignment(scene, who)
    was, fair = _take_back(scene, now)
    turn = cost(scene, who, shares_by_hand(scene, who, now), now)
    scene.say(Assigned(by, who, was, fair, turn.payer if turn else None, turn), now)
    plan_next(scene, now)


def pass_on(scene: Scene, by: str, now: datetime) -> None:
    """The head hands it on to whoever the segment's rule would choose among the others: by hand, and as the rule says.

    Raises Refused.
    """
    refuse_if_over(scene.lead)
    who = _heir(scene, now)
    if who is None:
        raise Refused(Refusal.NOBODY_THERE)
    assign(scene, by, who, now)


def _heir(scene: Scene, now: datetime) -> str | None:
    """Whoever has not had it comes first; nobody who is away, full or gone. Changes nothing."""
    trial = deepcopy(scene, {id(kept): kept for kept in (scene.office, scene.is_holiday)})
    was, _ = _take_back(trial, now)
    away = absences(trial, now)
    for tried in (trial.tried, frozenset()):
        choice = rule_choice(trial, {*away, *tried, *((was,) if was else ())}, now)
        if choice and choice.offered:  # of several that it would ask at once, the one most behind
            return max(choice.offered, key=lambda who: (trial.standings[who].credit, trial.elsewhere(who)))
    return None


def fair_now(scene: Scene, now: datetime) -> str | None:
    """Returns whom a choice by hand would be measured by now; None where the rule offers to nobody,
    or to several at once.

    Changes nothing.
    """
    trial = deepcopy(scene, {id(kept): kept for kept in (scene.office, scene.is_holiday)})
    return _take_back(trial, now)[1]


def _take_back(scene: Scene, now: datetime) -> tuple[str | None, str | None]:
    """Out of the hands that have it, with its turn; returns whose they were, and whom the rule would choose then."""
    lead = scene.lead
    was = lead.holder if lead.state in OWNED else None
    from_whom = (was,) if was else _asked_by_the_scheme(scene)
    if offer := scene.live:
        give_back(scene, offer, Back.WITHDRAWN, now)
    if was:
        give_back_all(scene, was, Back.REASSIGNED, now)
    take_back(scene, now)
    fair = fair_choice(scene, now, from_whom)
    return was, fair.offered[0] if fair and len(fair.offered) == 1 else None


BY_SCHEME: Final = frozenset({Step.OFFER, Step.PULL})


def _asked_by_the_scheme(scene: Scene) -> tuple[str, ...]:
    return scene.live.unanswered if scene.live and scene.live.step in BY_SCHEME else ()


def shares_by_hand(scene: Scene, who: str, now: datetime) -> dict[str, int]:
    """Returns by which a turn by hand is shared out: among whoever gets it and all who could have had it instead."""
    away = absences(scene, now)
    return shares_among(scene, [m for m in scene.standings if m == who or m not in away], now)


def _refuse_assignment(scene: Scene, who: str) -> None:
    lead = scene.lead
    refuse_if_over(lead)
    if lead.state is State.DRAFT:
        raise Refused(Refusal.NOT_YOURS)
    if who not in {p.id for p in scene.office.with_role(Role.MANAGER)}:
        raise Refused(Refusal.NOT_A_MANAGER)
    if lead.state in OWNED and lead.holder == who:
        raise Refused(Refusal.TAKEN, (who,))
    if reachable(scene.workers[who]):
        raise Refused(Refusal.UNREACHABLE, (who,))


def refuse_unless_held(scene: Scene, who: str) -> None:
    """Raises Refused, naming who has the lead instead."""
    lead = scene.lead
    refuse_if_over(lead)
    if lead.holder != who or lead.state not in OWNED:
        others = (lead.holder,) if lead.holder and lead.state in OWNED else ()
        raise Refused(Refusal.TAKEN if others else Refusal.NOT_YOURS, others)
    if lead.state is State.DISPUTED:
        raise Refused(Refusal.DISPUTED)
