"""Whether what an entry says may happen to its lead now, by all that was said before.

Nothing here has an effect on the lead: that is `leads.evolve`. What verification alone asks for is noted beside it.
"""

from __future__ import annotations

from leads.entries.asking import (
    Claimed,
    ClockPutBack,
    CutShort,
    Declined,
    Explained,
    GivenBack,
    Handed,
    Lapsed,
    Offered,
    Paused,
    Repeated,
    Undelivered,
    Waiting,
)
from leads.entries.hands import Assigned, Imported
from leads.entries.kinds import OfLead
from leads.lead import Lead
from leads.past import lead_of, past_of
from leads.proof.asking_checks import check_asking, delivered
from leads.proof.hands_checks import check_hands
from leads.proof.told import Telling


def begun(number: int, said: Handed | Imported) -> Lead:
    """This is the lead as it was before this was said of it."""
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
    """This tells whether this may happen to the lead now; notes what only verification asks for. Raises Broken."""
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
        case Assigned():
            told.taken = at, said.who
        case Imported():
            past = past_of(said)
            told.taken = (past.taken_at, past.who) if past.taken_at and past.who else None


def named(said: OfLead) -> tuple[str, ...]:
    """These are those of whom it tells something."""
    match said:
        case Offered():
            return said.offered
        case Lapsed() | CutShort():
            return said.who
        case Handed() | Waiting() | Repeated() | ClockPutBack() | Imported():
            return ()
        case _:
            return (said.who,)
