"""A lead's life: what its entries change, and the moves of which every effect is made (`leads.evolve`)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Final, Protocol

from leads import turns
from leads.entries.asking import Cost
from leads.lead import OWNED, Lead, Offer, Outcome, Result, State, note_first
from leads.norm import answered, is_answered_for, undone
from leads.presence import Worker
from leads.rates import NO_RECORD, Record
from leads.track import Track
from leads.turns import Standing, Turn
from leads.worth import units

COUNTED: Final = frozenset({Outcome.WON, Outcome.LOST})
"""The outcomes that a record counts."""


class Life(Protocol):
    """One lead, and all that its entries change."""

    lead: Lead
    offers: list[Offer]  # oldest first
    workers: dict[str, Worker]
    standings: dict[str, Standing]  # of its segment
    records: dict[str, Record]  # of its segment
    track: Track  # likewise

    @property
    def live(self) -> Offer | None: ...

    @property
    def scheme(self) -> str:
        """The scheme by which its segment is shared just now."""

    def enter(self, segment: str) -> None:
        """It belongs to this segment from here on, among its members and records."""


def take_back(life: Life, at: datetime) -> None:
    """Nobody is asked any more, and nobody has it: the first half of giving it to somebody by hand.

    Whom the rule would have chosen is asked in between, so the flow calls this before it says the entry.
    """
    if offer := life.live:
        finish(life, offer, Result.WITHDRAWN, at)
    if life.lead.state in OWNED:
        release(life)
        life.lead.state = State.WAITING


def close_untold(life: Life, at: datetime) -> None:
    """The lead leaves its holder's hands without an outcome, as of which no entry tells: only a replay does that."""
    release(life)
    life.lead.state, life.lead.closed_at, life.lead.deadline = State.CLOSED, at, None
    life.lead.appointment, life.lead.uncalled = None, None


def count(life: Life, who: str | None, outcome: Outcome | None, times: int = 1) -> None:
    """Adds what a lead has come to to its holder's record; -1 times takes it back, while all of it is known."""
    life.track.count(life.lead, times)
    if who and outcome in COUNTED:
        life.records[who] = life.records.get(who, NO_RECORD).and_one(outcome is Outcome.WON, times)


def hold(life: Life, who: str, at: datetime) -> None:
    """Gives the lead to somebody: it is theirs from now on, and nobody's answer is waited for."""
    lead, worker = life.lead, worker_of(life, who)
    lead.state, lead.holder, lead.held_at, lead.deadline = State.HELD, who, at, None
    note_first(lead, who, at)
    lead.repeats, lead.reminders, lead.uncalled, lead.last_mark = 0, 0, 0, None
    if lead.appointment:  # the client was promised that, whoever keeps it
        lead.appointment = replace(lead.appointment, told=0)
    worker.load += 1
    worker.took_at = at
    life.track.take(lead)
    worker.answers = undone(worker.answers, lead.number or 0)


def note_answer(life: Life, offer: Offer) -> None:
    """Counts an answer of whoever was asked alone among their last ones, as long as it is not known to be free."""
    if is_answered_for(offer):
        worker = worker_of(life, offer.people[0])
        worker.answers = answered(worker.answers, life.lead.number or 0)


def release(life: Life) -> None:
    """Takes one open lead off its holder's hands; what they marked stays."""
    life.lead.last_mark = None
    life.track.let_go(life.lead)
    if life.lead.holder:
        worker_of(life, life.lead.holder).load -= 1


def charge(life: Life, cost: Cost | None) -> Turn | None:
    """Charges the turn that an entry says it costs, if it costs one."""
    return turns.charge(life.standings, cost.payer, cost.shares, units(cost.price)) if cost else None


def finish(life: Life, offer: Offer, result: Result, at: datetime) -> None:
    """Ends an offer; whoever had it alone is free for another."""
    offer.result, offer.closed_at = result, at
    end_wait(life, offer, at)
    if offer.alone:
        worker = worker_of(life, offer.people[0])
        worker.load -= 1
        worker.ringing -= 1


def end_wait(life: Life, offer: Offer, at: datetime) -> None:
    """Lets the payer of an offer that is over wait anew from here, if it cost a turn."""
    if turn := offer.turn:
        worker = worker_of(life, turn.payer)
        offer.turn = replace(turn, idle_before=worker.idle_since)
        worker.idle_since = at


def live_offer(life: Life) -> Offer:
    """Returns the offer that waits for an answer; whoever asks knows that there is one."""
    offer = life.live
    assert offer, "only an offer that waits is answered"
    return offer


def worker_of(life: Life, who: str) -> Worker:
    """Returns somebody as the scene has them; whoever has no place in the office any more is nobody's business."""
    return life.workers.get(who) or Worker(who)


def declined(offers: Iterable[Offer], who: str) -> Offer:
    """Returns the last offer that this person has declined. Raises StopIteration."""
    return next(o for o in reversed(list(offers)) if o.answers.get(who) == "declined")
