"""What an entry makes of an offer: of who is asked, what they answer, who has the lead by it (`leads.evolve`)."""

from __future__ import annotations

from datetime import datetime, timedelta

from leads.entries.asking import Claimed, ClaimedLate, CutShort, Offered, Wanted
from leads.lead import Offer, Result, State, Step
from leads.life import Life, charge, end_wait, finish, hold, live_offer, note_answer, take_back, worker_of


def offered(life: Life, said: Offered, at: datetime) -> None:
    """These people are asked, and whose turn it costs pays for it."""
    offer = Offer(said.step, said.scheme, at, said.offered, by=said.by, fair=said.fair)
    offer.window = timedelta(seconds=said.window) if said.window else None
    offer.turn = charge(life, said.turn)
    life.offers.append(offer)
    life.lead.state, life.lead.rung, life.lead.deadline = State.OFFERED, said.rung + 1, None
    if offer.alone:
        worker = worker_of(life, offer.people[0])
        worker.load += 1
        worker.ringing += 1


def claimed(life: Life, said: Claimed, at: datetime) -> None:
    """Whoever was asked has the lead."""
    offer = live_offer(life)
    offer.turn = charge(life, said.turn) or offer.turn
    note_answer(life, offer)
    finish(life, offer, Result.CLAIMED, at)
    offer.claimed_by, worker_of(life, said.who).lapses = said.who, 0
    hold(life, said.who, at)


def wanted(life: Life, said: Wanted) -> None:
    """Somebody would have it: they are at their phone, whoever has the lead in the end."""
    offer = live_offer(life)
    if said.who not in offer.wanted:
        offer.wanted = (*offer.wanted, said.who)
    worker_of(life, said.who).lapses = 0


def claimed_late(life: Life, said: ClaimedLate, at: datetime) -> None:
    """Whoever was asked once has the lead after all; whoever was asked meanwhile is asked no more."""
    take_back(life, at)
    offer = Offer(Step.LATE, life.scheme, at, (said.who,))
    offer.result, offer.claimed_by, offer.closed_at = Result.CLAIMED, said.who, at
    offer.turn = charge(life, said.turn)
    end_wait(life, offer, at)
    life.offers.append(offer)
    worker_of(life, said.who).lapses = 0
    hold(life, said.who, at)


def answered(life: Life, answers: dict[str, str], at: datetime) -> bool:
    """Somebody will not have it, or cannot be reached; true where nobody is left who could claim it, so it is over."""
    offer = live_offer(life)
    offer.answers |= answers
    if offer.unanswered:
        return False
    is_declined = "declined" in offer.answers.values()
    finish(life, offer, Result.DECLINED if is_declined else Result.WITHDRAWN, at)
    return True


def cut_short(life: Life, said: CutShort, at: datetime) -> None:
    """These people are not asked any more; where that ends it, the lead stays before the same step."""
    if answered(life, dict.fromkeys(said.who, said.why.value), at):
        life.lead.rung -= 1


def lapsed(life: Life, at: datetime) -> None:
    """Nobody has answered in time."""
    offer = live_offer(life)
    note_answer(life, offer)
    finish(life, offer, Result.LAPSED, at)
    if offer.alone:
        worker_of(life, offer.people[0]).lapses += 1
