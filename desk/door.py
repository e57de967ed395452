"""The way into a use case: one transaction, one instant, one update that counts once."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Protocol, TypeVar

from desk.accounts import Bookkeeper
from desk.actor import NOTHING, Actor, Reply
from desk.changing import keep_changes
from desk.happenings import Happening, Hear
from desk.outgoing import Carrier, Due, Room
from desk.transaction import Opened, SetUp, known_in
from desk.work import Work
from leads.hours import IsHoliday
from leads.office import Person, Role
from leads.refusals import Refusal, Refused
from leads.rights import OF_ONE_SEGMENT, Right, headed_by, may
from storage import cases, inbox, offices, people, sealing
from storage.ailments import Health
from storage.database import Database
from storage.scenes import NoLeadError
from storage.store import Mark, Store


class Clock(Protocol):
    def now(self) -> datetime: ...


log = logging.getLogger(__name__)

OF_LEADS = frozenset(
    {Right.TAKE_IN, Right.WITHDRAW, Right.WRITE_DOWN, Right.HOLD, Right.ASSIGN, Right.SETTLE}
)
"""Whoever lacks these is told that the lead is not theirs; of the others, that the button is for another role."""

AGREED_FOR = timedelta(days=35)  # older swaps and rosters change nothing any more

T = TypeVar("T")
UseCase = Callable[[Work], Reply]
Leaving = Callable[[Room, Work], Due | None]


class Door:
    """Opens transactions for the use cases of one office, and wakes whoever sends what they leave behind.

    `admins`: the Telegram accounts of ADMIN_IDS.
    """

    def __init__(
        self,
        database: Database,
        clock: Clock,
        calendar: Callable[[str | None], IsHoliday],
        *,
        admins: Collection[int] = (),
    ) -> None:
        self._database = database
        self._clock = clock
        self._calendar = calendar
        self._set_up: SetUp | None = None
        self._carrier: Carrier | None = None
        self._leaving: Leaving = _none_leaves
        self._hear: Hear = _nobody_hears
        self._bookkeeper = Bookkeeper()
        self._admins = frozenset(admins)
        self._is_sealed = False

    def employ(self, carrier: Carrier, leaving: Leaving) -> None:
        """Lets the carrier take along what `leaving` finds due in the transaction that has made it due."""
        self._carrier, self._leaving = carrier, leaving

    def listen(self, hear: Hear) -> None:
        """Lets this hear what has happened to leads, in the loop, as soon as it is committed."""
        self._hear = hear

    def wake(self) -> None:
        """Tells the carrier that something is to be sent, perhaps."""
        if self._carrier:
            self._carrier.wake()

    async def do(
        self,
        actor: Actor,
        right: Right,
        case: UseCase,
        *,
        lead: int | None = None,
        of_segments: bool = False,
    ) -> Reply:
        """Runs a use case for somebody who has this right, once for each update.

        `lead`: what it is about; whoever heads its segment has the right there. `of_segments`: so has whoever heads
        any, and the case sees to it that they have no other's leads.

        A refusal changes nothing and is answered with the names of those who have the lead instead.
        """

        def checked(work: Work) -> Reply:
            if not _may_now(work, actor, right, lead, of_segments=of_segments):
                return Reply(refusal=Refusal.NOT_YOURS if right in OF_LEADS else Refusal.NOT_FOR_YOU)
            return case(work) if _first_time(work, actor) else NOTHING

        try:
            return await self.write(checked, by=actor.person)
        except Refused as refused:
            return Reply(refusal=refused.why, names=await self._names(refused.people))
        except NoLeadError:
            return Reply(refusal=Refusal.NOT_YOURS)

    async def write(self, case: Callable[[Work], T], by: str | None = None) -> T:
        """Calls it in a transaction that may change things; commits when it returns. `by`: whoever does it.

        What it leaves to be sent is drawn in that very transaction, as far as there is room for it: what the writers
        before this one have left is on its way by then.
        """
        room: Room | None = None

        def look_for_room() -> None:
            nonlocal room
            room = self._carrier.room() if self._carrier else None

        happened: list[Happening] = []
        found, has_changed, leaves = await self._database.write(
            lambda store: self._written(case, by, room, store, happened), when_first=look_for_room
        )
        for one in happened:
            log.info("lead %s (row %d): %s", one.lead, one.row, ", ".join(one.kinds))
        self._hear(happened)
        if has_changed:  # only what is committed is kept; whoever taps next is known by the new set-up
            await self.read(lambda work: work.office)
        if self._carrier and leaves:
            self._carrier.take(leaves)
        else:
            self.wake()
        return found

    def _written(
        self,
        case: Callable[[Work], T],
        by: str | None,
        room: Room | None,
        store: Store,
        happened: list[Happening],
    ) -> tuple[T, bool, Due | None]:
        """What the case returns, whether the set-up is another now, and what is to be sent, if that is known."""
        work = self._work(store, locked=True)
        if not self._is_sealed:  # what an older version has left is sealed as it stands, before all else
            sealing.seal_first(store, work.now)
        found = case(work)
        happened += work.happened
        if Mark.UNSEALED in store.marks:
            sealing.seal(store, work.now, by)
        self._is_sealed = True
        has_changed = Mark.SET_UP_CHANGED in store.marks  # what is drawn is drawn by the new one
        if has_changed:
            keep_changes(store, work.office, work.now, by)
        if has_changed or room is None or Mark.CARD_AT_ONCE not in store.marks:
            return found, has_changed, None
        return found, has_changed, self._leaving(room, work)

    async def quiet(self, case: Callable[[Work], T]) -> T:
        """Calls it as `write` does, and wakes nobody; whoever changes a lead there locks first."""
        return await self._database.write(lambda store: case(self._work(store)))

    async def read(self, case: Callable[[Work], T]) -> T:
        """Calls it in a transaction that sees one state of the database and changes nothing."""
        return await self._database.read(lambda store: case(self._work(store)))

    async def known(self, chat: int) -> tuple[Person | None, str]:
        """Tells who acts from this account, by the set-up as it was a second ago at most, and the office's language.

        Whatever they do is checked again in its own transaction.
        """
        if self._set_up is None:
            return await self.read(lambda work: (work.known(chat), work.office.locale))
        office = self._set_up.office
        return known_in(office, self._admins, chat), office.locale

    def heads(self, who: str) -> bool:
        """Tells whether somebody heads a segment, by what `known` knows."""
        return self._set_up is not None and bool(headed_by(self._set_up.office, who))

    @property
    def set_up(self) -> SetUp | None:
        """As the last transaction has read it: while the ticker runs, a second ago at most. None before the first."""
        return self._set_up

    async def scrub(self, *, rebuild: bool) -> bool:
        """Does what `Database.scrub` does."""
        return await self._database.scrub(rebuild=rebuild)

    @property
    def health(self) -> Health:
        return self._database.health

    def _work(self, store: Store, *, locked: bool = False) -> Work:
        """Its instant comes after the lock: whoever had that before was earlier."""
        set_up = Opened(partial(self._found, store))
        if locked:
            set_up.lock(store)
        return Work(store, set_up, self._clock.now(), self._bookkeeper, self._admins)

    def _found(self, store: Store, version: int | None) -> SetUp:
        """The set-up of this version, where that has been read already; read anew only where it is another."""
        version = offices.version(store) if version is None else version
        set_up = self._set_up  # once: several threads come by here
        if set_up is None or set_up.version != version:
            office = offices.read_office(store, since=self._clock.now() - AGREED_FOR)
            chats = frozenset(p.telegram_id for p in office.people if p.telegram_id)
            set_up = SetUp(version or 0, office, self._calendar(office.hours.holidays), chats)
            self._set_up = set_up
        return set_up

    async def _names(self, who: tuple[str, ...]) -> tuple[str, ...]:
        here = self._set_up.office.people if self._set_up else ()
        known = {person.id: person.name for person in here}
        if not known.keys() >= set(who):  # somebody has left
            known = await self._database.read(people.names)
        return tuple(known.get(id, id) for id in who)


def _nobody_hears(_: Sequence[Happening]) -> None:
    """Where nobody counts."""


def _none_leaves(_: Room, __: Work) -> None:
    """Where nobody is employed."""


def _roles_now(work: Work, actor: Actor) -> frozenset[Role]:
    """Whoever tapped was let in by a set-up that may be a second old: what counts is how it stands now."""
    person = work.known(actor.chat)
    return frozenset(person.roles) if person and person.id == actor.person else frozenset()


def _may_now(work: Work, actor: Actor, right: Right, lead: int | None, *, of_segments: bool) -> bool:
    roles = _roles_now(work, actor)
    if may(roles, right) or not roles or right not in OF_ONE_SEGMENT:
        return may(roles, right)
    headed = headed_by(work.office, actor.person) if of_segments or lead is not None else frozenset[str]()
    return bool(headed) and (of_segments or cases.segment_of(work.store, lead or 0) in headed)


def _first_time(work: Work, actor: Actor) -> bool:
    """Whether neither this update nor this tap was heard before."""
    taps = [inbox.of_tap(actor.tap)] if actor.tap else []
    return inbox.first_time(work.store, work.now, actor.update, *taps)
