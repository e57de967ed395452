"""Recorded events through the real desk, on a database: each is the use case that it was in the chat.

What is offered is before people's eyes at once, and they answer as recorded. The lottery's secret is the replay's.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from heapq import heappop, heappush

from sqlalchemy import and_, select, update

from bot.clock import VirtualClock
from contacts.reading import Letter
from desk.actor import Actor
from desk.claims import Claims
from desk.clockwork import Clockwork, PutBack
from desk.corrections import Corrections
from desk.door import Door
from desk.draws import Draws, behind
from desk.head import Head
from desk.hearing import Hearing
from desk.intake import Intake
from desk.invitations import Links
from desk.menus import Menus
from desk.outbox import DeskOutbox, _card
from desk.presence import Presence
from desk.rechecking import Recheck
from desk.reports import Reports
from desk.retention import Retention
from desk.schemes import Schemes
from desk.swaps import Swaps
from desk.watching import Watching
from desk.work import Work
from leads.draws import NOTICE
from leads.lead import Due, Lead, Offer, Outcome, Result, State
from leads.office import Office
from leads.scene import Scene
from leads.schemes import SCHEMES
from leads.schemes.base import Read
from reports.replay import events
from reports.replay.engine import KNOWN_TO_ALL, NEVER_ENDING
from reports.replay.events import AT_ONCE, Answer, Does, Event
from storage import cards, ledger
from storage.database import Database
from storage.kinds import CardKind
from storage.set_up import write_office
from storage.tables.duty import draws
from storage.tables.leads import leads, offers
from tests.leads.office import no_holidays
from tests.storage.emptied import emptied
from tests.storage.random_past import MORNING, Past, Switched

WEEK, TO_FRIDAY = timedelta(days=7), timedelta(days=4, hours=8)  # from Monday nine to Friday seventeen
ALL = (MORNING - WEEK, MORNING + WEEK)  # when anything happens in a random past
ANSWER, DEADLINE = 0, 1


async def lived(database: Database, past: Past) -> None:
    """The database holds this past, lived through the real desk, and nothing else."""
    await emptied(database)
    await PlayedDesk(database, past.office, VirtualClock(MORNING - WEEK)).play(past.events)


@dataclass(slots=True)
class Told:
    """What the file says of one lead."""

    event: events.HandedOver
    asked: int | None = None  # the offer that people are answering
    ended: events.Ended | None = None


@dataclass
class PlayedDesk:
    database: Database
    office: Office
    clock: VirtualClock
    told: dict[int, Told] = field(default_factory=dict)  # by row
    played: list[Event] = field(default_factory=list)
    _rows: dict[str, int] = field(default_factory=dict)
    _answers: list[tuple[datetime, int, int, int, str, Answer]] = field(default_factory=list)
    _updates: itertools.count[int] = field(default_factory=lambda: itertools.count(1))

    def __post_init__(self) -> None:
        door = Door(self.database, self.clock, lambda _: no_holidays)
        self.door, self.intake, self.claims, self.head = door, Intake(door), Claims(door), Head(door)
        self.hearing, self.corrections = Hearing(door, self.intake), Corrections(door)
        self.schemes, self.presence, self.draws = (
            Schemes(door),
            Presence(door),
            Draws(door, lambda: KNOWN_TO_ALL),
        )
        reports, swaps, others = Reports(door), Swaps(door), (Retention(door), PutBack(door), Recheck(door))
        self.clockwork = Clockwork(door, reports, self.draws, swaps, *others, Menus(door), Watching(door))
        self.outbox = DeskOutbox(door, Links("secret", "bot"))

    async def play(self, recorded: Sequence[Event]) -> None:
        """All of them, and then what is still to come of them, as a replay does."""
        await self._open()
        for event in recorded:
            await self._until(event.at)
            happens = await self._play(event)
            self.played.append(event if happens else Event(event.at))  # time has come so far all the same
            await self._everybody_looks()
        while await self._next(None):
            pass

    async def _open(self) -> None:
        """Loads the office; the weeks of the lotteries are drawn in time."""
        async with self.database.writing() as store:
            write_office(store, self.office, self.clock.now())
        by_lot = any(Read.DRAW in SCHEMES[s.scheme].reads for s in self.office.segments)
        for moment in (-WEEK, NOTICE - WEEK, TO_FRIDAY - WEEK, timedelta(0)) if by_lot else ():
            self._now_is(MORNING + moment)
            await self._draw()
        self._now_is(MORNING)

    async def _draw(self) -> None:
        """In a replay nobody is there to throw, so nobody is named here."""
        await self.draws.due(await self.door.read(behind))
        async with self.database.writing() as store:
            store.execute(update(draws).where(draws.c.opened_at.is_(None)).values(thrower=None))

    async def _until(self, at: datetime) -> None:
        while await self._next(at):
            pass
        self._now_is(at)

    async def _next(self, end: datetime | None) -> bool:
        """The next answer or deadline up to this instant. None: the end, when nothing is played that never ends."""
        due = await self._next_deadline(ending=end is None)
        coming = [(self._answers[0][0], ANSWER)] if self._answers else []
        coming += [(due[0], DEADLINE)] if due else []
        if not coming or (end and min(coming)[0] > end):
            return False
        at, kind = min(coming)
        self._now_is(at)
        if kind == ANSWER:
            await self._answer_comes()
        elif due:
            await self._friday(at)
            await self.clockwork._fire(due[1])
        await self._everybody_looks()
        return True

    async def _next_deadline(self, *, ending: bool) -> tuple[datetime, int] | None:
        never = [*NEVER_ENDING, Due.REMINDER] if ending else []
        wanted = (leads.c.due_at.is_not(None), leads.c.due_kind.not_in(never))
        async with self.database.reading() as store:
            rows = store.execute(
                select(leads.c.due_at, leads.c.id)
                .where(*wanted)
                .order_by(leads.c.due_at, leads.c.id)
                .limit(1)
            )
            found = rows.one_or_none()
        return (found.due_at, found.id) if found else None

    async def _friday(self, at: datetime) -> None:
        if at >= MORNING + TO_FRIDAY:
            await self._draw()

    async def _play(self, event: Event) -> bool:
        """False: in the chat this would have been no event."""
        match event:
            case events.HandedOver():
                await self._hand_over(event)
            case events.Assigned():
                await self.head.assign(self._actor("smirnov"), self._rows[event.lead], event.who)
            case events.Ended():
                told = self.told[self._rows[event.lead]]
                told.ended = told.ended or event
            case events.CheckedIn():
                return await self._check_in(event.who)
            case events.CheckedOut():
                await self.presence.off(self._actor(event.who))
            case events.WentOnLeave():
                today, back = (at.astimezone(self.office.timezone).date() for at in (event.at, event.until))
                await self.presence.off(self._actor(event.who), f"{(back - today).days}d")
            case Switched(by=str()):
                await self._tap_rules(event)
                await self.clockwork.recheck.look()
            case _:
                await self._set_up_anew(event)
                await self.clockwork.recheck.look()
        return True

    async def _check_in(self, who: str) -> bool:
        """Where presence goes by the hours, `/on` of somebody who is there anyway is none."""
        before = await self._entries()
        await self.presence.on(self._actor(who))
        return await self._entries() > before

    async def _entries(self) -> int:
        async with self.database.reading() as store:
            return ledger.length(store)

    async def _tap_rules(self, event: Switched) -> None:
        """The head switches on the card of /office, where a reserve is balance or none."""
        await self.schemes.switch(self._actor("smirnov"), event.segment, event.scheme)
        await self.schemes.reserve(self._actor("smirnov"), event.segment, event.reserve is not None)
        self.office = _after(self.office, event)

    async def _set_up_anew(self, event: Event) -> None:
        """`office load` with a file that is changed in one place."""
        self.office = _after(self.office, event)
        async with self.database.writing() as store:
            write_office(store, self.office, self.clock.now())

    async def _hand_over(self, event: events.HandedOver) -> None:
        """A message with what is known of the client, the segment corrected, somebody picked, `Передать`."""
        anna = self._actor("anna")
        letter = Letter(anna.chat, anna.update, event.text, phone=event.phone)
        await self.hearing.hear(anna, letter, None)
        async with self.database.reading() as store:
            row = store.scalar(select(leads.c.id).order_by(leads.c.id.desc()).limit(1))
        assert row is not None
        self.told[row], self._rows[event.lead] = Told(event), row
        if event.segment:
            await self.corrections.pick_segment(self._actor("anna"), row, event.segment)

        def case(work: Work) -> None:
            loaded = work.load(row)
            by_pick = Read.PICK in SCHEMES[loaded.scene.segment.scheme].reads
            if by_pick and event.picked in loaded.scene.standings:
                loaded.scene.lead.picked, loaded.scene.lead.picked_by = event.picked, "secretary"
                work.save_quietly(loaded)

        await self.door.write(case)
        # what is recorded as a lead is one, whatever else the client has open
        await self.intake.hand_over(self._actor("anna"), row, apart=True)

    async def _everybody_looks(self) -> None:
        """Every new offer reaches those who are asked; who answers at once does so, in the order asked.

        The oldest lead comes first; an answer may bring out another one.
        """
        while moved := await self._moved():
            await self._look(moved[0])

    async def _look(self, row: int) -> None:
        told = self.told[row]
        while (scene := await self._scene(row)).live and scene.live and scene.live.id != told.asked:
            told.asked = scene.live.id
            await self._deliver(row, scene.live)
            await self._ask(row, told, scene.live)
        if told.ended and scene.lead.state is State.HELD:
            await self._end(row, scene.lead, told.ended)

    async def _moved(self) -> list[int]:
        """The leads with an offer that nobody has seen yet, or with somebody who can tell their outcome."""
        live = and_(offers.c.lead == leads.c.id, offers.c.result == Result.OPEN)
        found = select(leads.c.id, leads.c.state, offers.c.id.label("live")).select_from(
            leads.outerjoin(offers, live)
        )
        async with self.database.reading() as store:
            rows = store.execute(found.order_by(leads.c.id)).all()
        return [
            r.id
            for r in rows
            if (r.live and r.live != self.told[r.id].asked)
            or (self.told[r.id].ended and r.state == State.HELD)
        ]

    async def _deliver(self, row: int, offer: Offer) -> None:
        """The courier shows the card to the first who is asked."""
        chat = self.office.person(offer.people[0]).telegram_id or 0
        async with self.database.reading() as store:
            card = cards.of(store, chat, CardKind.LEAD, row)
        assert card, "who is asked has a card"
        await self.outbox.shown(
            replace(_card(card), offer=(row, offer.id or 0)), (card.id,), self.clock.now()
        )

    async def _ask(self, row: int, told: Told, offer: Offer) -> None:
        for who in offer.people:
            answer = told.event.answers.get(who, AT_ONCE)
            if answer.does is Does.SILENT:
                continue
            if answer.after:
                at, order = self.clock.now() + answer.after, next(self._updates)
                heappush(self._answers, (at, order, row, offer.id or 0, who, answer))
            elif (live := (await self._scene(row)).live) and live.id == offer.id:
                await self._answer(row, who, answer)

    async def _answer_comes(self) -> None:
        _, _, row, offer, who, answer = heappop(self._answers)
        live = (await self._scene(row)).live
        if live and live.id == offer:
            await self._answer(row, who, answer)

    async def _answer(self, row: int, who: str, answer: Answer) -> None:
        act = self.claims.claim if answer.does is Does.CLAIM else self.claims.decline
        await act(self._actor(who), row)

    async def _end(self, row: int, lead: Lead, ended: events.Ended) -> None:
        holder = lead.holder or ""
        await self.claims.close(self._actor(holder), row, ended.outcome)
        if ended.outcome is Outcome.BAD:
            await self.head.settle(self._actor("smirnov"), row, True)
        elif ended.outcome is Outcome.WON and ended.amount is not None:
            said = self._actor(holder)
            letter = Letter(said.chat, said.update, f"{ended.amount / 100:.2f}")
            await self.hearing.hear(said, letter, None)

    async def _scene(self, row: int) -> Scene:
        return await self.door.read(lambda work: work.load(row).scene)

    def _actor(self, who: str) -> Actor:
        person = self.office.person(who)
        return Actor(
            next(self._updates), person.telegram_id or 0, who, person.name, frozenset(person.roles), "ru"
        )

    def _now_is(self, at: datetime) -> None:
        self.clock.advance(at - self.clock.now())


def _after(office: Office, event: Event) -> Office:
    """As it is set up after this event."""
    people, segments = list(office.people), list(office.segments)
    match event:
        case events.Weighed(who=who, weight=weight) | events.Joined(who=who, weight=float() as weight):
            people = [replace(p, weight=weight) if p.id == who else p for p in people]
    match event:
        case events.Joined(who=who, segment=id):
            segments = [replace(s, members=(*s.members, who)) if s.id == id else s for s in segments]
        case events.Quit(who=who, segment=id):
            left = {s.id: tuple(m for m in s.members if m != who) for s in segments}
            segments = [replace(s, members=left[id]) if s.id == id else s for s in segments]
        case Switched(segment=id, scheme=scheme, reserve=reserve):
            segments = [replace(s, scheme=scheme, reserve=reserve) if s.id == id else s for s in segments]
    return replace(office, people=tuple(people), segments=tuple(segments))
