"""Whether what an entry says may happen to its lead now, by all that was said before; a check raises Broken if not.

What an entry of each sort asks for is in `of_asking` and `of_hands`. Nothing here has an effect on the lead: that is
`leads.evolve`. What verification alone asks for is noted beside it.
"""

from __future__ import annotations

from datetime import timedelta

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
from leads.entries.hands import Assigned, Imported, Kept
from leads.entries.kinds import OfLead
from leads.lead import Lead
from leads.past import lead_of, past_of
from leads.proof.of_asking import check_asking
from leads.proof.of_hands import check_hands
from leads.proof.told import Telling, live_offer


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
            | Wanted()
            | Offered()
            | Claimed()
            | ClaimedLate()
            | Declined()
            | Explained()
            | SegmentJudged()
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
            told.put_back_at, told.decides_at = None, None
        case ClockPutBack():
            told.put_back_at = at
            told.decides_at = at if told.decides_at else None
        case Claimed():
            delivered(telling, said)
            told.taken = at, said.who
        case Wanted(until=until) if until:
            told.decides_at = until
        case Assigned() | Kept() | ClaimedLate():
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
        case Touched():
            return (said.by,) if said.by else ()
        case Withdrawn() | Corrected():
            return (said.by,)
        case SegmentJudged():
            return (said.by, said.who)
        case Resegmented():
            return (said.by, said.was) if said.was else (said.by,)
        case _:
            return (said.who,)


def delivered(telling: Telling, said: Claimed) -> None:
    """Tells when an offer reached somebody: that is in no entry but this one,
    which counts the seconds from there.
    """
    live_offer(telling).delivered_at = telling.at - timedelta(seconds=said.seconds)
