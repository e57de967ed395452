"""Whether what an entry says may happen to its lead now, by all that was said before; a check raises Broken if not.

Nothing here has an effect on the lead: that is `leads.evolve`. What verification alone asks for is noted beside it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import assert_never

from leads.binding import BY_RULE, TO_MANAGERS
from leads.client import Correction, TouchKind
from leads.entries.asking import (
    Claimed,
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
    Touched,
    Undelivered,
    Waiting,
    Withdrawn,
)
from leads.entries.hands import (
    Amount,
    Appointed,
    AppointmentDropped,
    Assigned,
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
)
from leads.entries.kinds import Asking, InHands, OfLead
from leads.lead import OVER, Due, Lead, Offer, Outcome, State
from leads.next_steps import DUE_OF, TELLINGS, first_moment
from leads.past import disorder, lead_of, past_of
from leads.proof.audit import Broken, same
from leads.proof.told import Telling, Told, asked, check_gone, check_holder, live_offer, payer

TOLD = frozenset({TouchKind.REPEAT, TouchKind.NOTE})
"""Other touches have entries of their own, or none."""

BY_HOLDER = frozenset({Outcome.WON, Outcome.LOST})


def begun(number: int, said: Handed | Imported) -> Lead:
    """Returns the lead as it was before this was said of it."""
    if isinstance(said, Imported):
        return lead_of(past_of(said), number)
    return Lead(
        id=0,
        segment=said.segment,
        number=number,
        known=said.known,
        owner=said.owner,
        source=said.source,
        picked=said.picked,
        picked_by=said.picked_by,
        duplicate_of=said.duplicate_of,
    )


def check(telling: Telling, said: OfLead) -> None:
    """Checks that this may happen to the lead now, and notes what only verification asks for. Raises Broken."""
    told, at = telling.told, telling.at
    for who in named(said):
        telling.people.of(who)
    match said:
        case (
            Handed()
            | Waiting()
            | Offered()
            | Claimed()
            | Declined()
            | Explained()
            | Undelivered()
            | Lapsed()
            | Paused()
            | CutShort()
            | Repeated()
            | Touched()
            | Withdrawn()
            | Corrected()
            | Resegmented()
            | GivenBack()
            | ClockPutBack()
        ):
            check_asking(telling, said)
        case _:
            check_hands(telling, said)
    match said:
        case Offered():
            told.put_back_at = None
        case ClockPutBack():
            told.put_back_at = at
        case Claimed():
            delivered(telling, said)
            told.taken = at, said.who
        case Assigned() | Kept():
            told.taken = at, said.who
        case Imported():
            past = past_of(said)
            told.taken = (past.taken_at, past.who) if past.taken_at and past.who else None


def named(said: OfLead) -> tuple[str, ...]:
    """Returns those of whom it tells something."""
    match said:
        case Offered():
            return said.offered
        case Lapsed() | CutShort():
            return said.who
        case Handed() | Waiting() | Repeated() | ClockPutBack() | Imported():
            return ()
        case Touched() | Withdrawn() | Corrected():
            return (said.by,)
        case Resegmented():
            return (said.by, said.was) if said.was else (said.by,)
        case _:
            return (said.who,)


def check_asking(telling: Telling, said: Asking) -> None:  # noqa: C901 - one line a kind
    told = telling.told
    match said:
        case Offered():
            _offered(told, said)
        case Waiting():
            _refuse_unless_free(told)
        case Claimed():
            offer = asked(telling, said.who)
            _check_step(said, offer, said.turn.payer if said.turn else payer(offer))
        case Declined():
            _declined(telling, said)
        case Undelivered():
            same("the step", said.step, asked(telling, said.who).step)
        case Explained():
            _explained(telling, said)
        case CutShort():
            _cut_short(telling, said)
        case Lapsed():
            _lapsed(telling, said)
        case Paused():
            lapses = telling.people.of(said.who).lapses
            same(f"how often {said.who} let an offer lapse", said.lapses, lapses)
        case Repeated():
            live_offer(telling)
            same("how often it was said again", said.times, telling.lead.repeats + 1)
        case GivenBack():
            _given_back(told, said)
        case Touched():
            if said.what not in TOLD:
                raise Broken(f"a touch of the kind {said.what} is told otherwise")
            if telling.lead.state in OVER and said.what is TouchKind.REPEAT:
                raise Broken("its client came again when it was closed")
        case Withdrawn():
            _withdrawn(told)
        case Corrected():
            _corrected(telling.lead, said)
        case Resegmented():
            _resegmented(telling.told, said)
        case Handed() | ClockPutBack():
            pass
        case _:
            assert_never(said)


def _withdrawn(told: Told) -> None:
    """Nobody has had it, and nobody pays."""
    lead = told.lead
    if lead.state in OVER or lead.taken_by is not None:
        raise Broken(f"lead {lead.number} is {lead.state}, and is taken back")
    same("whom it costs a turn", [p for p in map(payer, told.offers) if p], [])


def _corrected(lead: Lead, said: Corrected) -> None:
    if lead.erased:
        raise Broken(f"the client of lead {lead.number} is erased, and nothing of them is put right")
    if said.what is Correction.SEGMENT:
        raise Broken("a corrected segment is told otherwise")
    if said.source and said.what is not Correction.SOURCE:
        raise Broken(f"it tells a source where the {said.what} is put right")


def _resegmented(told: Told, said: Resegmented) -> None:
    """Whoever loses it by another's word has been given their turn back before."""
    lead = told.lead
    if lead.state in {*OVER, State.DISPUTED}:
        raise Broken(f"lead {lead.number} is {lead.state}")
    same("who had it", said.was, told.holder)
    if said.segment == lead.segment:
        raise Broken(f"lead {lead.number} is in segment {said.segment} already")
    same(
        "who has paid for it", [p for p in map(payer, told.offers) if said.onward and p and p != said.by], []
    )


def _offered(told: Told, said: Offered) -> None:
    _refuse_unless_free(told)
    if said.fair:
        same("who chose", said.by, told.lead.picked_by)


def _declined(telling: Telling, said: Declined) -> None:
    offer, lead = asked(telling, said.who), telling.lead
    _check_step(said, offer, payer(offer))
    if lead.rung == len(lead.path):
        raise Broken(f"lead {lead.number} is declined on the last step of its ladder")


def _explained(telling: Telling, said: Explained) -> None:
    told, who = telling.told, said.who
    offer = next((o for o in reversed(told.offers) if o.answers.get(who) == "declined"), None)
    if offer is None or who in offer.reasons:
        raise Broken(f"lead {told.lead.number} has no decline of {who} to explain")
    took_it = any(o.claimed_by == who for o in told.offers)
    if took_it and said.free:
        raise Broken(f"lead {told.lead.number} was taken by {who} in the end, and their reason is not free")
    if said.free and offer.alone:
        told.owes = payer(offer)


def _cut_short(telling: Telling, said: CutShort) -> None:
    """Whoever is asked has gone: it costs nothing."""
    offer, number = live_offer(telling), telling.lead.number
    same("the step", said.step, offer.step)
    if not said.who or offer.step not in TO_MANAGERS:
        raise Broken(f"lead {number} is cut short for nobody")
    for place, who in enumerate(said.who):
        if who not in offer.unanswered or who in said.who[:place]:
            raise Broken(f"lead {number} is not offered to {who}")
        check_gone(telling, who, said.why)
    same("whom the offer that was cut short costs a turn", payer(offer), None)


def _lapsed(telling: Telling, said: Lapsed) -> None:
    offer, lead = live_offer(telling), telling.lead
    same("who was silent", said.who, offer.unanswered)
    _check_step(said, offer, payer(offer))
    patience = lead.ack_timeout if offer.step in BY_RULE else lead.step_timeout
    if telling.at < (telling.told.put_back_at or offer.at) + patience:
        raise Broken(f"lead {lead.number} lapses before its time")


def _given_back(told: Told, said: GivenBack) -> None:
    number = told.lead.number
    if said.who not in map(payer, told.offers):
        raise Broken(f"lead {number} gives back a turn to {said.who}, who was charged none")
    if told.owes not in {None, said.who}:
        raise Broken(f"lead {number} owes {told.owes} a turn, not {said.who}")
    told.owes = None


def _check_step(said: Claimed | Declined | Lapsed, offer: Offer, charged: str | None) -> None:
    same("the step", said.step, offer.step)
    same("whom it charged", said.charged, charged)


def _refuse_unless_free(told: Told) -> None:
    if told.live or told.holder or told.lead.state in OVER:
        raise Broken(f"lead {told.lead.number} is {told.lead.state} already")


def delivered(telling: Telling, said: Claimed) -> None:
    """Tells when an offer reached somebody: that is in no entry but this one,
    which counts the seconds from there.
    """
    live_offer(telling).delivered_at = telling.at - timedelta(seconds=said.seconds)


def check_hands(telling: Telling, said: InHands) -> None:  # noqa: C901 - one line a kind
    lead = telling.lead
    match said:
        case Assigned():
            _assigned(telling.told, said)
        case Kept():
            _kept(telling.told, said)
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
        case Reopened():
            _reopened(telling, said)
        case Amount():
            _check_closed(telling, said.who, Outcome.WON)
            if said.by:
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
