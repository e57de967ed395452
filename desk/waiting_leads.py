"""Leads that wait to be asked for: who may ask for which, and the one card that says how many there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from desk.transaction import Transaction
from leads.schemes import SCHEMES
from leads.wall_clock import ONE_DAY, midnight
from screens.views.queue import Waiting
from storage import cards, pulls, watches
from storage.kinds import CardKind, Urgency
from storage.pulls import Lying
from storage.watches import Watch, WatchKind


def theirs(work: Transaction, who: str) -> Sequence[Lying]:
    """Returns the leads that somebody may ask for, whatever the day allows; the oldest first."""
    own = [s.id for s in work.office.segments if who in s.members]
    return pulls.lying(work.store, own, who) if own else ()


def pulled_today(work: Transaction, who: str) -> int:
    return pulls.pulled(work.store, who, midnight(work.today, work.office.timezone))


def waiting_view(work: Transaction, who: str) -> Waiting:
    """Shows how many leads somebody may ask for now."""
    waiting = theirs(work, who)
    limits = {s.id: s.day_limit for s in work.office.segments}
    today = pulled_today(work, who) if any(limits[one.segment] for one in waiting) else 0
    free = [one for one in waiting if not limits[one.segment] or today < limits[one.segment]]
    return Waiting(len(free), free[0].id if free else None, today if waiting and not free else None)


def tell(work: Transaction, people: Iterable[str], *, again: bool = False) -> None:
    """Says in one card how many leads wait; it rings when the first of them comes, and where it is said `again`."""
    for who, chat in work.chats(people):
        fresh = again or len(theirs(work, who)) == 1
        cards.want(work.store, chat, CardKind.PULL, None, who, Urgency.OFFER, fresh=fresh)


def asks(work: Transaction, who: str) -> bool:
    """Tells whether somebody is in a team whose leads are asked for."""
    return any(
        who in s.members and SCHEMES[s.scheme].asked_for for s in work.office.segments if not s.retired
    )


def count_anew_tomorrow(work: Transaction, who: str) -> None:
    """The card of whoever has had what a day allows speaks of that day."""
    until = midnight(work.today + ONE_DAY, work.office.timezone)
    watches.watch(work.store, WatchKind.DAY, who, work.now, until)


def another_day(work: Transaction, watch: Watch) -> None:
    """Tells how many they may ask for now, where it stands: nobody is rung at midnight."""
    cards.touch_of(work.store, [CardKind.PULL], watch.subject)


def meet(work: Transaction, who: str) -> None:
    """Whoever comes back is told what waits."""
    if asks(work, who) and theirs(work, who):
        tell(work, [who], again=True)
