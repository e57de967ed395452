"""A lead in somebody's hands: progress, outcome, back to the others, or into other hands."""

from __future__ import annotations

from copy import deepcopy
from datetime import datetime, timedelta

from leads.charging import charge, end_wait, give_back_all, payer
from leads.entries.hands import (
    Amount,
    Assigned,
    Closed,
    Disputed,
    LostReason,
    Progressed,
    Returned,
    Settled,
)
from leads.offering import advance, withdraw
from leads.office import Role
from leads.presence import reachable
from leads.rates import NO_RECORD, Record
from leads.refusals import Refusal, Refused
from leads.scene import (
    OWNED,
    Deadline,
    Due,
    Lead,
    Offer,
    Outcome,
    Progress,
    Result,
    Scene,
    State,
    Step,
    mark,
    note_first,
)
from leads.situations import absences, fair_choice, shares_among
from leads.turns import Back


def hold(scene: Scene, who: str, now: datetime) -> None:
    lead = scene.lead
    lead.state, lead.holder, lead.held_at = State.HELD, who, now
    note_first(lead, who, now)
    lead.repeats = 0
    scene.workers[who].load += 1
    scene.workers[who].took_at = now
    sign_of_life(scene, now)


def sign_of_life(scene: Scene, now: datetime) -> None:
    """Reminders count from here."""
    scene.lead.reminders = 0
    scene.lead.deadline = next_reminder(scene, now)


def next_reminder(scene: Scene, since: datetime) -> Deadline | None:
    """The next reminder of a held lead; None when all have been sent. `since`: the last one or sign of life."""
    steps, done = scene.office.outcome_reminders, scene.lead.reminders
    if done >= len(steps):
        return None
    before = steps[done - 1] if done else timedelta(0)
    return Deadline(Due.REMINDER, since + steps[done] - before)


def record(scene: Scene, who: str, progress: Progress, now: datetime) -> None:
    """A step on the way to the outcome. Raises Refused."""
    _refuse_unless_held(scene, who)
    mark(scene.lead, progress)
    scene.say(Progressed(who, progress))
    sign_of_life(scene, now)


def close(scene: Scene, who: str, outcome: Outcome, now: datetime) -> None:
    """Won or lost, by its holder. A terminal state stays terminal. Raises Refused."""
    _refuse_unless_held(scene, who)
    _close(scene, outcome, now)
    scene.say(Closed(who, outcome))


def close_untold(scene: Scene, now: datetime) -> None:
    """Off its holder's hands without an outcome: another had the lead in fact, and what came of it was his."""
    _release(scene)
    scene.lead.state, scene.lead.closed_at, scene.lead.deadline = State.CLOSED, now, None


def put_amount(scene: Scene, who: str, amount: int) -> None:
    """What a sale brought, in hundredths of the currency; told after the fact, by its owner. Raises Refused."""
    if scene.lead.outcome is not Outcome.WON or scene.lead.holder != who:
        raise Refused(Refusal.NOT_YOURS)
    scene.lead.amount = amount
    scene.say(Amount(who, amount))


def put_lost_reason(scene: Scene, who: str, reason: str) -> None:
    """Why the client refused; only the first reason counts. Raises Refused."""
    if scene.lead.outcome is not Outcome.LOST or scene.lead.holder != who:
        raise Refused(Refusal.NOT_YOURS)
    if scene.lead.lost_reason:
        raise Refused(Refusal.EXPLAINED_ALREADY)
    scene.lead.lost_reason = reason
    scene.say(LostReason(who, reason))


def dispute(scene: Scene, who: str, now: datetime) -> None:
    """The holder calls it a bad lead (wrong number, spam); the head has the last word. Raises Refused."""
    _refuse_unless_held(scene, who)
    scene.lead.state = State.DISPUTED
    scene.say(Disputed(who))
    sign_of_life(scene, now)


def settle(scene: Scene, by: str, bad: bool, now: datetime) -> None:
    """The head's word on a disputed lead: bad closes it and gives the turn back. Raises Refused."""
    lead = scene.lead
    refuse_if_closed(lead)
    if lead.state is not State.DISPUTED or lead.holder is None:
        raise Refused(Refusal.NOT_DISPUTED)
    scene.say(Settled(by, lead.holder, bad))
    if bad:
        give_back_all(scene, lead.holder, Back.BAD_LEAD)
        _close(scene, Outcome.BAD, now)
    else:
        lead.state = State.HELD
        sign_of_life(scene, now)


def give_up(scene: Scene, who: str, now: datetime) -> None:
    """The holder gives the lead back to the others; it costs him what a decline costs. Raises Refused."""
    _refuse_unless_held(scene, who)
    if not scene.office.decline_costs_turn:
        give_back_all(scene, who, Back.DECLINE_IS_FREE)
    scene.say(Returned(who))
    _release(scene)
    lead = scene.lead
    lead.holder, lead.held_at = None, None
    lead.rung = next(rung for rung, step in enumerate(lead.path) if step is not Step.OWNER)
    advance(scene, now)


def assign(scene: Scene, by: str, who: str, now: datetime) -> None:
    """The head's hand: it may go past presence and capacity, and is recorded as such. Raises Refused."""
    _refuse_assignment(scene, who)
    was, fair = _take_back(scene, now)
    offer = Offer(
        Step.ASSIGN, scene.segment.scheme, now, (who,), result=Result.CLAIMED, claimed_by=who, closed_at=now
    )
    offer.by, offer.fair = by, fair
    turn = charge(scene, offer, who, _shares(scene, who, now))
    end_wait(scene, offer, now)
    scene.offers.append(offer)
    hold(scene, who, now)
    scene.say(Assigned(by, who, was, offer.fair, payer(offer), turn))


def fair_now(scene: Scene, now: datetime) -> str | None:
    """By whom a choice by hand would be measured now; None where the rule offers to nobody, or to several at once.

    Changes nothing.
    """
    trial = deepcopy(scene, {id(kept): kept for kept in (scene.office, scene.is_holiday)})
    return _take_back(trial, now)[1]


def _take_back(scene: Scene, now: datetime) -> tuple[str | None, str | None]:
    """Out of the hands that have it, with its turn; returns whose they were, and whom the rule would choose then."""
    lead = scene.lead
    was = lead.holder if lead.state in OWNED else None
    from_whom = (was,) if was else _asked_by_the_scheme(scene)
    withdraw(scene, now)
    if was:
        give_back_all(scene, was, Back.REASSIGNED)
        _release(scene)
    fair = fair_choice(scene, now, from_whom)
    return was, fair.offered[0] if fair and len(fair.offered) == 1 else None


def _asked_by_the_scheme(scene: Scene) -> tuple[str, ...]:
    return scene.live.unanswered if scene.live and scene.live.step is Step.OFFER else ()


def _shares(scene: Scene, who: str, now: datetime) -> dict[str, int]:
    """By which a turn by hand is shared out: among him and all who could have had the lead instead."""
    away = absences(scene, now)
    return shares_among(scene, [m for m in scene.standings if m == who or m not in away], now)


def _refuse_assignment(scene: Scene, who: str) -> None:
    lead = scene.lead
    refuse_if_closed(lead)
    if lead.state is State.DRAFT:
        raise Refused(Refusal.NOT_YOURS)
    if who not in {p.id for p in scene.office.with_role(Role.MANAGER)}:
        raise Refused(Refusal.NOT_A_MANAGER)
    if lead.state in OWNED and lead.holder == who:
        raise Refused(Refusal.TAKEN, (who,))
    if reachable(scene.workers[who]):
        raise Refused(Refusal.UNREACHABLE, (who,))


def refuse_if_closed(lead: Lead) -> None:
    """A terminal state stays terminal; who comes late is told whose the lead was. Raises Refused."""
    if lead.state is State.CLOSED:
        raise Refused(Refusal.CLOSED, (lead.holder,) if lead.holder else ())


def _refuse_unless_held(scene: Scene, who: str) -> None:
    lead = scene.lead
    refuse_if_closed(lead)
    if lead.holder != who or lead.state not in OWNED:
        others = (lead.holder,) if lead.holder and lead.state in OWNED else ()
        raise Refused(Refusal.TAKEN if others else Refusal.NOT_YOURS, others)
    if lead.state is State.DISPUTED:
        raise Refused(Refusal.DISPUTED)


def _close(scene: Scene, outcome: Outcome, now: datetime) -> None:
    _release(scene)
    lead = scene.lead
    lead.state, lead.outcome, lead.closed_at, lead.deadline = State.CLOSED, outcome, now, None
    if lead.holder and outcome is not Outcome.BAD:
        before, won = scene.records.get(lead.holder, NO_RECORD), outcome is Outcome.WON
        scene.records[lead.holder] = Record(before.won + won, before.lost + (not won))


def _release(scene: Scene) -> None:
    """Takes one open lead off its holder's hands."""
    if scene.lead.holder in scene.workers:
        scene.workers[scene.lead.holder].load -= 1
