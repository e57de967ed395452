"""The demo office: what its people can do from the page, and what the visitor can do with its clock."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache
from importlib.resources import files

from bot.app import App
from bot.clock import AdjustableClock
from bot.demo import likelihoods
from bot.demo.day import PartOfDay, evening, is_same_day, morning
from bot.demo.guide import Guide
from bot.demo.samples import Kind, Sample, Samples
from bot.demo.telegram import DemoTelegram
from desk.schemes import switch
from desk.work import Work
from files.office_file import parse_office
from leads.office import Office, Person, Role
from leads.refusals import Refused
from storage import cards, clients, offices
from storage.kinds import CardKind
from storage.set_up import write_office

FILES = {"ru": "office.toml", "en": "office_en.toml"}


FOUNDER = (900, "Ольга Орлова")
TO_BE_INVITED = ((901, "Пётр Петров"), (902, "Анна Смирнова"), (903, "Иван Иванов"))
"""Accounts of an empty office, where only the first is in it."""

LINK = re.compile(r"https://t\.me/[A-Za-z0-9_]+\?start=(?P<payload>[A-Za-z0-9_-]{1,64})")


class NotPossibleError(Exception):
    """It cannot be done; the message is a key of the page's own words.

    `blocked`, `stranger`, `nobody`, `segment`, `message`, `nothing`, `evening`.
    """


@dataclass(frozen=True, slots=True)
class DemoOffice:
    telegram: DemoTelegram
    app: App
    clock: AdjustableClock
    changes: Changes
    samples: Samples = field(default_factory=Samples)
    guide: Guide = field(default_factory=Guide)

    def everybody_starts(self, office: Office) -> None:
        for person in office.people:
            if person.telegram_id:
                self.telegram.add_user(person.telegram_id, person.name)
                self.telegram.start(person.telegram_id)

    def founder_starts(self) -> None:
        """Of an empty office: its administrator presses Start; the others have yet to be invited."""
        for account, name in (FOUNDER, *TO_BE_INVITED):
            self.telegram.add_user(account, name)
        self.telegram.start(FOUNDER[0])
        self.guide.is_empty = True

    def say(self, person: int, text: str, reply_to: int | None = None) -> None:
        """Somebody says something, maybe in reply to a message; a link to the bot alone is opened.

        Raises NotPossibleError, as do the others.
        """
        self._check(person)
        if link := LINK.fullmatch(text.strip()):
            self.telegram.start(person, link["payload"])
            self.changes.tell()
            return
        if reply_to is not None and reply_to not in self.telegram.chats[person].messages:
            raise NotPossibleError("message")
        self.telegram.send_text(person, text, reply_to=reply_to)
        self.changes.tell()

    def edit(self, person: int, message: int, text: str) -> None:
        """Somebody corrects a text of their own."""
        self._check(person)
        written = self.telegram.chats[person].messages.get(message, {})
        if "text" not in written or written["from"]["id"] != person:
            raise NotPossibleError("message")
        self.telegram.edit_text(person, message, text)
        self.changes.tell()

    def tap(self, person: int, message: int, data: str) -> None:
        self._check(person)
        self.telegram.tap(person, message, data=data)

    async def drop_lead(self, kind: Kind | None, *, again: bool = False) -> None:
        """Something comes in, and the first secretary at hand passes it to the bot.

        `again`: whoever came last writes once more.
        """
        office = await self._office()
        for person in office.with_role(Role.SECRETARY):
            if person.telegram_id and not self.is_away(person.telegram_id):
                self.telegram.send_sample(person.telegram_id, self._sample(office.locale, kind, again=again))
                self.changes.tell()
                return
        raise NotPossibleError("nobody")

    def _sample(self, locale: str, kind: Kind | None, *, again: bool) -> Sample:
        last = self.samples.last(locale) if again else None
        return last or self.samples.next(locale, kind)

    def set_speed(self, speed: float) -> None:
        self.clock.set_speed(speed)
        self.changes.tell()

    async def due_today(self) -> datetime | None:
        """Returns the next moment of the office's day at which something is due (UTC)."""
        due, office = await self.app.clockwork.next(), await self._office()
        return due if due and is_same_day(office, due, self.clock.now()) else None

    async def skip(self) -> None:
        """Moves the clock to the day's next deadline, and what is due happens. Nobody sleeps through a night here."""
        due = await self.due_today()
        if due is None:
            raise NotPossibleError("nothing")
        await self._jump(due)

    async def turn(self, to: PartOfDay) -> None:
        """Moves the clock to the moment after the office has closed, or to its next opening."""
        office, now = await self._office(), self.clock.now()
        at = evening(office, now) if to is PartOfDay.EVENING else morning(office, now)
        if at is None:
            raise NotPossibleError("evening")
        await self._jump(at)

    async def _jump(self, to: datetime) -> None:
        if to > self.clock.now():
            self.clock.jump(to)
        await self.app.clockwork.tick()
        self.changes.tell()

    async def _office(self) -> Office:
        return await self.app.door.read(lambda work: work.office)

    async def switch_rule(self, segment: str, scheme: str) -> None:
        """A scheme is switched as the head does it in the chat."""
        try:
            await self.app.door.write(
                lambda work: switch(work, segment, scheme, work.office.with_role(Role.HEAD)[0].id)
            )
        except Refused:
            raise NotPossibleError("segment") from None
        self.changes.tell()

    async def speak(self, locale: str) -> None:
        """The whole office speaks this language, under its names; so are its past's clients called.

        Every card that still changes is drawn again.
        """

        def case(work: Work) -> None:
            if self.guide.is_empty:
                _speaks(work, locale)
                return
            is_new = work.office.locale != locale
            office = _with_rules_of(work.office, office_in(locale))
            write_office(work.store, office, work.now)
            clients.rename(work.store, likelihoods.renamed(locale))
            for person in office.people:
                chat = person.telegram_id or 0
                cards.redraw(work.store, person.id)
                cards.want(work.store, chat, CardKind.MENU, person.id, person.id)
                if is_new:  # the keyboard of words comes with it
                    work.note(chat, f"lang:{work.now.isoformat()}", "language-changed")

        await self.app.door.write(case)
        self.changes.tell()

    def block(self, person: int, *, blocked: bool) -> None:
        """Whoever comes back presses Start, as Telegram's button does."""
        self._check(person, may_be_away=True)
        if blocked:
            self.telegram.block(person)
        elif self.is_away(person):
            self.telegram.unblock(person)
            self.telegram.start(person)
        self.changes.tell()

    def is_away(self, person: int) -> bool:
        return self.telegram.chats[person].blocked

    def _check(self, person: int, *, may_be_away: bool = False) -> None:
        if person not in self.telegram.chats:
            raise NotPossibleError("stranger")
        if self.is_away(person) and not may_be_away:
            raise NotPossibleError("blocked")


@dataclass(frozen=True, slots=True)
class Shown:
    """Somebody who has a chat, called `key` on the page; `person`: None for whoever the office does not know yet."""

    chat: int
    name: str
    person: Person | None
    key: str


def shown_people(demo: DemoOffice, office: Office) -> list[Shown]:
    """Returns everybody who has a chat, in the office's order.

    Of an empty office those who found it and who are to be invited stand where they stood, also when they are in it:
    nobody who is looking at a chat loses sight of it.
    """
    known = {p.telegram_id: p for p in office.people if p.telegram_id}
    if not demo.guide.is_empty:
        return [Shown(chat, person.name, person, person.id) for chat, person in known.items()]
    accounts = (FOUNDER, *TO_BE_INVITED)
    return [
        Shown(chat, _called(known.get(chat), name), known.get(chat), str(chat)) for chat, name in accounts
    ]


def _called(person: Person | None, name: str) -> str:
    return person.name if person else name


def _speaks(work: Work, locale: str) -> None:
    """An office that somebody sets up keeps its people and its own names."""
    before = offices.read_office(work.store)
    everybody = tuple(replace(person, locale=locale) for person in before.people)
    write_office(work.store, replace(before, locale=locale, people=everybody), work.now, admins=work.admins)
    for person in everybody:
        cards.redraw(work.store, person.id)
        work.note(person.telegram_id or 0, f"lang:{work.now.isoformat()}", "language-changed")


def _with_rules_of(present: Office, office: Office) -> Office:
    """What was switched since the demo began stays."""
    segments = (
        replace(s, scheme=present.segment(s.id).scheme, reserve=present.segment(s.id).reserve)
        for s in office.segments
    )
    return replace(office, segments=tuple(segments))


@cache
def office_in(locale: str) -> Office:
    """Returns the office as its file says, in this language."""
    name = FILES[locale]
    return parse_office(files(__package__ or __name__).joinpath(name).read_text("utf-8"), name)


class Changes:
    def __init__(self) -> None:
        self._watchers: set[asyncio.Event] = set()
        self.are_over = False

    def tell(self) -> None:
        for watcher in self._watchers:
            watcher.set()

    def end(self) -> None:
        """Tells of the last change: nobody needs to watch any longer."""
        self.are_over = True
        self.tell()

    @contextmanager
    def watched(self) -> Iterator[asyncio.Event]:
        """Returns an event that every change sets; whoever has looked clears it."""
        watcher = asyncio.Event()
        self._watchers.add(watcher)
        try:
            yield watcher
        finally:
            self._watchers.discard(watcher)
