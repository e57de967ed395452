"""What an entry makes of a lead, its offers, the people and their balances: the one place where effects stand.

The flow decides, says an entry, and it has its effect here; `verify` reads the entry, asks whether it may happen, and
lets it have the same effect. What is planned, a deadline, follows from the office's hours, which are in no entry: that
is the flow's, and so is who has read an offer, when. No check stands here: an entry that may not happen is not said.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import assert_never

from leads import evolve_offers, turns
from leads.client import Correction, TouchKind
from leads.entries.asking import (
    Claimed,
    ClaimedLate,
    ClockPutBack,
    Corrected,
    CutShort,
    Declined,
    Explained,
    GivenBack,
    Handed,
    Lapsed,
    Offered,
    Paused,
    Repeated,
    Resegmented,
    SegmentJudged,
    Touched,
    Undelivered,
    Waiting,
    Wanted,
    Withdrawn,
)
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
from leads.entries.kinds import OfLead
from leads.lead import (
    OWNED,
    Appointment,
    Deadline,
    Due,
    Lead,
    Offer,
    Outcome,
    Promised,
    Result,
    State,
    Step,
    Word,
)
from leads.life import (
    Life,
    charge,
    close_untold,
    count,
    declined,
    end_wait,
    hold,
    live_offer,
    note_answer,
    release,
    take_back,
    worker_of,
)
from leads.marks import mark, note_contact, unmark
from leads.norm import freed, undone
from leads.presence import Absence
from leads.turns import Back


def evolve(life: Life, said: OfLead, at: datetime) -> None:  # noqa: C901 - one line a kind
    """What is said has its effect. `at`: when it is said, aware."""
    match said:
        case Offered():
            evolve_offers.offered(life, said, at)
        case Claimed():
            evolve_offers.claimed(life, said, at)
        case ClaimedLate():
            evolve_offers.claimed_late(life, said, at)
        case Wanted():
            evolve_offers.wanted(life, said)
        case Declined():
            worker_of(life, said.who).lapses = 0
            note_answer(life, live_offer(life))
            evolve_offers.answered(life, {said.who: "declined"}, at)
        case Undelivered():
            evolve_offers.answered(life, {said.who: "unreachable"}, at)
        case CutShort():
            evolve_offers.cut_short(life, said, at)
        case Lapsed():
            evolve_offers.lapsed(life, at)
        case GivenBack():
            _given_back(life, said)
        case SegmentJudged():
            asked = next(o for o in life.offers if o.word is Word.ASKED and o.people == (said.who,))
            asked.word = Word.AGREED if said.agreed else Word.REFUSED
        case Handed() | Waiting() | Explained() | Paused() | Repeated() | Touched() | ClockPutBack():
            _along_the_ladder(life, said, at)
        case Withdrawn():
            _withdrawn(life, said, at)
        case Assigned():
            _assigned(life, said, at)
        case Kept():
            _kept(life, said.who, at)
        case Corrected(what=Correction.SOURCE):
            _from_elsewhere(life, said.source)
        case Corrected():
            pass  # the words are in no entry
        case Resegmented():
            _resegmented(life, said, at)
        case Returned():
            _returned(life)
        case Closed():
            _close(life, said.outcome, at)
        case Reopened():
            _reopened(life, said)
        case Imported():
            count(life, said.who, said.outcome)
        case Settled() | Disputed() | BadReason() | Amount() | LostReason():
            _judged(life, said, at)
        case Progressed() | Unmarked() | Reminded():
            _in_hands(life, said, at)
        case Appointed() | AppointmentDropped() | CameDue():
            _promised(life.lead, said, at)
        case _:
            assert_never(said)


def _along_the_ladder(
    life: Life,
    said: Handed | Waiting | Explained | Paused | Repeated | Touched | ClockPutBack,
    at: datetime,
) -> None:
    lead = life.lead
    match said:
        case Handed():
            lead.state, lead.handed_at, lead.path = State.WAITING, at, said.path
            lead.ack_timeout = timedelta(seconds=said.ack_timeout)
            lead.step_timeout = timedelta(seconds=said.step_timeout)
            lead.wait_for_owner = said.wait_for_owner
            lead.waited, lead.overtook, lead.by_itself = said.waited, said.overtook, said.by_itself
            lead.deadline = None
        case Waiting():
            lead.state, lead.deadline = State.WAITING, Deadline(said.reason, said.until)
            if said.reason is Due.RETRY:
                lead.rung = 0
        case Explained():
            offer = declined(life.offers, said.who)
            offer.reasons[said.who] = said.reason
            offer.word = Word.ASKED if said.asked else None
        case Paused():
            worker_of(life, said.who).paused = Absence.LAPSED
        case Repeated():
            lead.repeats = said.times
        case ClockPutBack():
            pass  # only what was planned has changed
        case Touched(what=TouchKind.NOTE) if said.by == lead.holder and lead.appointment:
            lead.appointment = None if lead.appointment.told else lead.appointment  # they have seen to it
        case Touched():
            pass  # it is told, and whoever has the lead goes on
        case _:
            assert_never(said)


def _judged(life: Life, said: Settled | Disputed | BadReason | Amount | LostReason, at: datetime) -> None:
    lead = life.lead
    match said:
        case Settled(bad=True):
            _close(life, Outcome.BAD, at)
        case Settled():
            lead.state, lead.reminders, lead.bad_reason = State.HELD, 0, None
        case Disputed():
            lead.state, lead.reminders, lead.bad_reason = State.DISPUTED, 0, None
            lead.appointment, lead.uncalled = None, None
        case BadReason():
            lead.bad_reason = said.reason
        case Amount():
            lead.amount = said.amount
        case LostReason():
            lead.lost_reason = said.reason
        case _:
            assert_never(said)


def _in_hands(life: Life, said: Progressed | Unmarked | Reminded, at: datetime) -> None:
    lead = life.lead
    match said:
        case Progressed():
            mark(lead, said.who, said.progress, at)
        case Unmarked():
            unmark(lead)
        case Reminded():
            lead.reminders = said.times
        case _:
            assert_never(said)


def _promised(lead: Lead, said: Appointed | AppointmentDropped | CameDue, at: datetime) -> None:
    match said:
        case Appointed(what=Promised.MEETING):  # it was agreed with the client
            lead.appointment, lead.reminders, lead.last_mark = Appointment(said.what, said.at), 0, None
            note_contact(lead, said.who, at)
        case Appointed():
            lead.appointment, lead.reminders = Appointment(said.what, said.at), 0
        case AppointmentDropped():
            lead.appointment = None
        case CameDue(what=Due.FIRST_CONTACT):
            lead.uncalled = said.times
        case CameDue() if lead.appointment:
            lead.appointment = replace(lead.appointment, told=said.times)
        case CameDue():
            pass  # nothing is promised any more
        case _:
            assert_never(said)


def _withdrawn(life: Life, said: Withdrawn, at: datetime) -> None:
    """Whoever had declined it freely has done nothing that counts: it was never to be had."""
    take_back(life, at)
    lead = life.lead
    lead.state, lead.closed_at, lead.deadline, lead.added_to = State.WITHDRAWN, at, None, said.into
    for who in {person for offer in life.offers for person in offer.answers}:
        worker = worker_of(life, who)
        worker.answers = undone(worker.answers, lead.number or 0)


def _given_back(life: Life, said: GivenBack) -> None:
    """The payer waits as if they had not had the lead, unless they have paid for another since."""
    offer = next(o for o in life.offers if o.turn and o.turn.payer == said.who)
    turn, worker = offer.turn, worker_of(life, said.who)
    if said.cause is Back.ACCEPTED_REASON:
        worker.answers = freed(worker.answers, life.lead.number or 0)
    if turn:
        turns.give_back(life.standings, turn)
        if offer.closed_at and worker.idle_since == offer.closed_at:
            worker.idle_since = turn.idle_before
    offer.turn = None


def _assigned(life: Life, said: Assigned, at: datetime) -> None:
    take_back(life, at)
    offer = Offer(Step.ASSIGN, life.scheme, at, (said.who,), by=said.by, fair=said.fair)
    offer.result, offer.claimed_by, offer.closed_at = Result.CLAIMED, said.who, at
    offer.turn = charge(life, said.turn)
    end_wait(life, offer, at)
    life.offers.append(offer)
    hold(life, said.who, at)


def _kept(life: Life, who: str, at: datetime) -> None:
    life.lead.own, life.lead.taken_by = True, who  # so nobody was how quick to take it
    hold(life, who, at)
    life.lead.uncalled = None  # they have spoken to the client already


def _returned(life: Life) -> None:
    release(life)
    lead = life.lead
    lead.state, lead.holder, lead.held_at, lead.uncalled = State.WAITING, None, None, None
    lead.rung = next(rung for rung, step in enumerate(lead.path) if step is not Step.OWNER)


def _resegmented(life: Life, said: Resegmented, at: datetime) -> None:
    """What is paid for it now stays paid where it was: it is never given back in another segment."""
    lead, onward = life.lead, said.onward
    if onward:
        take_back(life, at)
        lead.state, lead.holder, lead.held_at, lead.deadline = State.WAITING, None, None, None
        lead.uncalled = None
        lead.path, lead.rung, lead.repeats, lead.reminders = onward.path, 0, 0, 0
        lead.ack_timeout = timedelta(seconds=onward.ack_timeout)
        lead.step_timeout = timedelta(seconds=onward.step_timeout)
        lead.wait_for_owner = onward.wait_for_owner
    for offer in life.offers:
        offer.turn = None
    life.track.let_go(lead)
    life.enter(said.segment)
    if lead.state in OWNED:
        life.track.take(lead)


def _from_elsewhere(life: Life, source: str | None) -> None:
    """What has come of it, or may be late already, counts as of a lead from there."""
    lead, track = life.lead, life.track
    is_open, is_counted = lead.state in OWNED, lead.state is State.CLOSED and not lead.own
    if is_counted:
        track.count(lead, -1)
    lead.source = source
    if is_counted:
        track.count(lead)
    elif is_open:
        track.take(lead)


def _close(life: Life, outcome: Outcome, at: datetime) -> None:
    close_untold(life, at)
    life.lead.outcome = outcome
    if outcome is not Outcome.BAD and not life.lead.own:
        count(life, life.lead.holder, outcome)


def _reopened(life: Life, said: Reopened) -> None:
    """Nothing has come of it; when its holder took it, and what they marked, stays as it was."""
    lead = life.lead
    if not lead.own:
        count(life, lead.holder, lead.outcome, -1)
    lead.outcome, lead.amount, lead.closed_at = None, None, None
    lead.lost_reason, lead.bad_reason = None, None
    lead.state, lead.reminders = State.HELD, 0
    worker_of(life, said.who).load += 1
    life.track.take(lead)
    if said.turn:
        offer = next(o for o in reversed(life.offers) if o.claimed_by == said.who)
        offer.turn = charge(life, said.turn)
