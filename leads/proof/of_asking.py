"""Whether what an entry says of asking (`leads.entries.asking`) may happen to its lead now."""

from __future__ import annotations

from typing import Final, assert_never

from leads.binding import TO_MANAGERS, timeout
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
from leads.entries.kinds import Asking
from leads.lead import OVER, Lead, Offer, State, Step, Word, missed
from leads.norm import allowed, free_among
from leads.office import Office
from leads.proof.audit import Broken, same
from leads.proof.told import Telling, Told, asked, check_gone, live_offer, payer

FREE_DECLINES: Final[int] = Office.free_declines
"""Where the office has stored none yet."""

TOLD = frozenset({TouchKind.REPEAT, TouchKind.NOTE})
"""Other touches have entries of their own, or none."""


def check_asking(telling: Telling, said: Asking) -> None:  # noqa: C901 - one line a kind
    """Checks that this may be said while somebody is sought for the lead, or of its words. Raises Broken."""
    told = telling.told
    match said:
        case Offered():
            _offered(told, said)
        case Waiting():
            _refuse_unless_free(told)
        case Claimed():
            _claimed(telling, said)
        case Wanted():
            _wanted(telling, said)
        case ClaimedLate():
            _claimed_late(told, said)
        case Declined():
            _declined(telling, said)
        case Undelivered():
            same("the step", said.step, asked(telling, said.who).step)
        case Explained():
            _explained(telling, said)
        case SegmentJudged():
            _judged(told, said)
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


def check_added(told: Told, other: Told | None) -> None:
    """What was said with a lead that is taken back is added to another one, which is open. Raises Broken."""
    if other is None or other is told or other.lead.state in OVER:
        raise Broken(f"lead {told.lead.number} is added to one that is not open")


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
    asked = [o.people[0] for o in told.offers if o.word is Word.ASKED and payer(o) and payer(o) != said.by]
    same("who has declined it as of another segment, and waits for a word", asked, [])
    same(
        "who has paid for it", [p for p in map(payer, told.offers) if said.onward and p and p != said.by], []
    )


def _offered(told: Told, said: Offered) -> None:
    _refuse_unless_free(told)
    if said.fair:
        same("who chose", said.by, told.lead.picked_by)


def _wanted(telling: Telling, said: Wanted) -> None:
    """They are asked, and the window is open, or is opened by this, for no longer than the offer says."""
    told, number = telling.told, telling.lead.number
    offer = asked(telling, said.who)
    same("the step", said.step, offer.step)
    if offer.window is None:
        raise Broken(f"lead {number} is wanted by {said.who}, but whoever taps first has it")
    if said.until is None and (told.decides_at is None or said.who in offer.wanted):
        raise Broken(f"lead {number} is wanted by {said.who} out of time, or twice")
    if said.until and not (telling.at <= said.until <= telling.at + offer.window):
        raise Broken(f"lead {number} is decided at a wrong time")


def _claimed(telling: Telling, said: Claimed) -> None:
    told, offer = telling.told, live_offer(telling)
    if offer.step is not Step.PULL:
        asked(telling, said.who)
    _check_step(said, offer, said.turn.payer if said.turn else payer(offer))
    if offer.window is None:
        same("among whom it was decided", (said.among, said.out), ((), None))
        return
    is_over = told.decides_at is not None and telling.at >= told.decides_at
    if not is_over and not set(offer.unanswered) <= set(offer.wanted):
        raise Broken(f"lead {telling.lead.number} is decided before the window is over")


def _claimed_late(told: Told, said: ClaimedLate) -> None:
    """They were asked before, and nobody has it; whoever is asked instead has been given their turn back."""
    lead, offer = told.lead, missed(told.offers, said.who)
    if told.holder or lead.state in OVER:
        raise Broken(f"lead {lead.number} is {lead.state}")
    if offer is None:
        raise Broken(f"lead {lead.number} was not missed by {said.who}")
    same("the step", said.step, offer.step)
    if told.live:
        same("whom the withdrawn offer costs a turn", payer(told.live), None)
    same("whom it charged", said.charged, said.turn and said.turn.payer)


def _declined(telling: Telling, said: Declined) -> None:
    offer, lead = asked(telling, said.who), telling.lead
    _check_step(said, offer, payer(offer))
    if offer.step is Step.PULL:
        raise Broken(f"lead {lead.number} waits to be asked for, and {said.who} declines it")
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
    _check_norm(telling, said, offer)
    if said.asked and (said.free or said.counted is not None or payer(offer) != who):
        raise Broken(f"lead {told.lead.number}: the head is asked of a decline that costs nothing")
    if said.free and offer.alone:
        told.owes = payer(offer)


def _check_norm(telling: Telling, said: Explained, offer: Offer) -> None:
    """How many were free before is counted again, and the norm is the office's, where what decides is told in clear.

    Since the first entry that tells it, whatever gives a turn back for an accepted reason does.
    """
    people, number = telling.people, telling.lead.number
    if said.counted is None:
        if said.free and payer(offer) and people.has_norm:
            raise Broken(f"lead {number} is declined for free, and no norm is told")
        return
    people.has_norm = True
    if telling.terms.is_told:
        percent = telling.terms.office.get("free_declines", FREE_DECLINES)
        same("the norm of free declines", said.norm, allowed(percent))
    answers = people.of(said.who).answers
    same("how many declines were free before", said.counted, free_among(answers))
    is_free = payer(offer) is not None and number in answers and said.counted < (said.norm or 0)
    same("whether the decline is free", said.free, is_free)


def _judged(told: Told, said: SegmentJudged) -> None:
    offer = next((o for o in told.offers if o.word is Word.ASKED and o.people == (said.who,)), None)
    if offer is None or payer(offer) != said.who or said.by == said.who:
        raise Broken(f"lead {told.lead.number} has no decline of {said.who} for {said.by} to judge")
    if said.agreed:
        told.owes = said.who


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
    if telling.at < (telling.told.put_back_at or offer.at) + timeout(lead, offer):
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
