"""The one place where everything is wired: the desk, the dispatcher, the courier, the ticker, the intake."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Awaitable, Callable, Collection, Coroutine, Mapping
from dataclasses import dataclass, field
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.exceptions import TelegramBadRequest
from aiogram.methods import AnswerCallbackQuery
from aiogram.types import Update

from bot.clock import Clock
from bot.courier.courier import Courier
from bot.courier.errors import TelegramStopped
from bot.doorman import Doorman, Porch, Strangers
from bot.errands import Errands
from bot.intake import Intake
from bot.metrics.counting import Counting
from bot.metrics.standing import Running
from bot.settings import variable
from bot.throttle import Throttle
from bot.ticker import Ticker
from bot.toasts import Toasts
from bot.updates import Incoming, read_update
from bot.watchdog.ears import PollingEars, WebhookEars
from bot.watchdog.watch import Watch
from desk.appointments import Appointments
from desk.arrivals import Arrivals
from desk.asides import Asides
from desk.asks import Asks
from desk.claims import Claims
from desk.clockwork import Clockwork, PutBack
from desk.corrections import Corrections
from desk.crm import CrmDesk
from desk.door import Door
from desk.draws import Draws
from desk.erasure import Erasure
from desk.feeds import Feeds
from desk.finding import Finding
from desk.head import Head
from desk.hearing import Hearing
from desk.history import Histories
from desk.hooks import Deliveries
from desk.intake import Intake as IntakeDesk
from desk.invitations import Invitations, Links
from desk.leafing import Leafing
from desk.leaving import Leaving
from desk.lists import Lists
from desk.menus import Menus
from desk.newcomers import Newcomers
from desk.notes import Notes
from desk.office.browsing import Browsing
from desk.office.changes import Changes
from desk.office.crm import CrmOffice
from desk.office.duties import Duties
from desk.office.editing import Editing
from desk.office.erasing import Erasing
from desk.office.file import OfficeFiles
from desk.office.hooks import Hooks
from desk.office.listing import Listings
from desk.office.past import PastLeads
from desk.office.persons import Persons
from desk.office.rules import Rules
from desk.office.segments import Segments
from desk.office.setup import SetUpWizard
from desk.office.sources import Sources
from desk.office.taking_on import TakingOn
from desk.office.trying import Trying
from desk.office.upkeep import Upkeeping
from desk.one_client import OneClient
from desk.outbox import DeskOutbox
from desk.own_account import OwnAccount
from desk.presence import Presence
from desk.pulling import Pulling
from desk.rechecking import Recheck
from desk.reports import Bundles, Reports, Workbooks
from desk.resegmenting import Resegmenting
from desk.retention import Retention
from desk.rewriting import Rewriting
from desk.roster_days import RosterDays
from desk.rosters import Rosters
from desk.schemes import Schemes
from desk.swaps import Swaps
from desk.together import Together
from desk.undoing import Undoing
from desk.watching import Watching
from desk.whatif import WhatIfs
from files.office_file import holiday_calendar
from handlers.routers import build_router
from sources.crm.lines import Lines
from sources.crm.worker import CrmWorker
from sources.hooks.sender import Sender
from sources.hooks.signing import made_of
from sources.post import Post
from sources.reader import Reader
from storage.ailments import DatabaseAilsError
from storage.database import Database
from storage.inbox import UnreadableError

UPDATES = ("message", "edited_message", "callback_query")


@dataclass(frozen=True, slots=True)
class App:
    """A wired program. Nothing runs before `run`; tests call its parts one by one instead."""

    bot: Bot
    door: Door
    dispatcher: Dispatcher
    intake: Intake
    courier: Courier
    clockwork: Clockwork
    ticker: Ticker
    toasts: Toasts
    strangers: Strangers
    watch: Watch
    errands: Errands
    database: Database
    arrivals: Arrivals
    reader: Reader
    post: Post
    counting: Counting
    crm: CrmWorker
    sender: Sender
    first_link: Callable[[], Awaitable[str | None]]  # for an office that has no administrator yet
    tasks: dict[str, asyncio.Task[None]] = field(
        default_factory=dict
    )  # what runs, for whoever looks after it

    def running(self) -> Running:
        """Tells how the program itself stands."""
        seen = self.watch
        return Running(self.database.begun, self.courier.waited, seen.measured, seen.troubles)

    async def run(self) -> None:
        """Serves by long polling until cancelled.

        Raises TelegramStopped, and DatabaseAilsError for a damaged file.
        """
        await self.serve(self.intake.run())

    async def serve(self, updates: Coroutine[Any, Any, None]) -> None:
        """Runs everything else beside whatever brings the updates in.

        Cancelled, it lets the courier finish what it has begun; what is not sent yet stays stored.
        """
        stopped: BaseException | None = None
        try:
            async with asyncio.TaskGroup() as group:
                await self._work(group, updates)
        except* (TelegramStopped, DatabaseAilsError) as errors:
            stopped = errors.exceptions[0]
        if stopped:
            raise stopped

    async def _work(self, group: asyncio.TaskGroup, updates: Coroutine[Any, Any, None]) -> None:
        work = {
            "updates": updates,
            "ticker": self.ticker.run(),
            "toasts": self.toasts.run(),
            "sources": self.reader.run(),
            "post": self.post.run(),
            "crm": self.crm.run(),
            "hooks": self.sender.run(),
            "watchdog": self.watch.run(),
            "errands": self.errands.run(),
            "database": self.database.health.breaks(),
        }
        courier = group.create_task(self.courier.run())
        self.tasks.update({name: group.create_task(task) for name, task in work.items()})
        self.tasks["courier"] = courier
        try:
            await asyncio.wait(self.tasks.values(), return_when=asyncio.FIRST_COMPLETED)
        finally:
            for name in work:
                self.tasks[name].cancel()
            self.courier.stop()


def build_app(
    bot: Bot,
    bot_name: str,
    database: Database,
    clock: Clock,
    admins: Collection[int] = (),
    *,
    tick_every: float = 1.0,
    webhook: str | None = None,
    public_url: str | None = None,
    variable: Callable[[str], str | None] = variable,
) -> App:
    """Wires a program.

    `tick_every`: real seconds between two looks at the deadlines. `webhook`: its address; None while polling.
    `public_url`: where the outside reaches the program's pages. `variable`: what stands in one of the environment.
    """
    database.health.keeps_trying = True
    door = Door(database, clock, holiday_calendar, admins=admins)
    links = Links(bot.token, bot_name, public_url)
    outbox = DeskOutbox(door, links)
    counting = Counting(clock)
    bot.session.middleware(counting)
    door.listen(counting.hear)
    courier = Courier(bot, outbox, clock)
    door.employ(courier, outbox.leaving)
    reports = Reports(door)
    draws = Draws(door, lambda: secrets.token_hex(32))
    swaps = Swaps(door)
    clockwork = Clockwork(
        door,
        reports,
        draws,
        swaps,
        Retention(door),
        PutBack(door),
        Recheck(door),
        Menus(door),
        Watching(door),
        counting.late,
    )
    intake_desk = IntakeDesk(door)
    errands = Errands()
    erasing = Erasing(door, Erasure(door), errands)
    errands.at_start(erasing.resume)
    upkeeping = Upkeeping(door, errands)
    errands.at_start(upkeeping.resume)

    async def fetch(file: str) -> bytes | None:
        try:
            data = await bot.download(file)
        except TelegramBadRequest:  # it is too large, or gone
            return None
        return data.read() if data else None

    lines = Lines(clock)
    crm = CrmWorker(CrmDesk(door), lines, variable, counting.delivery)
    crm_office = CrmOffice(door, errands, lines.connect, variable, lambda: secrets.token_urlsafe(18))
    past_leads = PastLeads(door, errands, fetch, lambda: secrets.token_hex(32))
    errands.at_start(past_leads.resume)
    invitations = Invitations(door, lambda: secrets.token_urlsafe(16), links)
    feeds = Feeds(door, lambda: secrets.token_urlsafe(16), links)
    dispatcher = Dispatcher(
        intake=intake_desk,
        hearing=Hearing(door, intake_desk),
        appointments=Appointments(door),
        notes=Notes(door),
        corrections=Corrections(door),
        resegmenting=Resegmenting(door),
        one_client=OneClient(door),
        rewriting=Rewriting(door, intake_desk),
        claims=Claims(door),
        pulling=Pulling(door),
        head=Head(door),
        leaving=Leaving(door),
        undoing=Undoing(door),
        schemes=Schemes(door),
        browsing=Browsing(door),
        wizard=SetUpWizard(door),
        sources=Sources(door, lambda: secrets.token_urlsafe(18)),
        hooks=Hooks(door, lambda: made_of(secrets.token_bytes(32))),
        changes=Changes(door),
        persons=Persons(door),
        segments=Segments(door),
        rules=Rules(door),
        trying=Trying(door),
        editing=Editing(door),
        office_files=OfficeFiles(door),
        erasing=erasing,
        upkeeping=upkeeping,
        crm_office=crm_office,
        past_leads=past_leads,
        taking_on=TakingOn(door),
        listings=Listings(door, invitations),
        presence=Presence(door),
        asks=Asks(door),
        lists=Lists(door),
        leafing=Leafing(door),
        finding=Finding(door),
        histories=Histories(door),
        reports=reports,
        workbooks=Workbooks(door),
        bundles=Bundles(door),
        draws=draws,
        swaps=swaps,
        rosters=Rosters(door),
        feeds=feeds,
        roster_days=RosterDays(door),
        duties=Duties(door),
        whatifs=WhatIfs(door),
        newcomers=Newcomers(door),
        invitations=invitations,
        own_account=OwnAccount(door, invitations),
        disable_fsm=True,
    )
    strangers, toasts = Strangers(clock), Toasts(bot)
    dispatcher.update.outer_middleware(Porch(door, strangers, frozenset(admins)))
    dispatcher.update.outer_middleware(Throttle(door, clock))
    dispatcher.update.outer_middleware(Doorman(door))
    dispatcher.include_router(build_router())

    async def feed(update: Update) -> None:
        toast = await dispatcher.feed_update(bot, update)
        if isinstance(toast, AnswerCallbackQuery):
            toasts.put(toast)

    async def feed_kept(body: Mapping[str, Any]) -> None:
        kept = read_update(body, bot)
        if kept.update is None:
            raise UnreadableError
        await feed(kept.update)

    async def set_aside(one: Incoming, error: Exception) -> None:
        await asides.keep(one.number, one.raw, error, one.chat)

    asides = Asides(door, feed_kept)
    dispatcher["asides"] = asides
    intake = Intake(bot, feed, set_aside, clock, allowed_updates=UPDATES)
    ticker = Ticker(clockwork, tick_every)
    ears = WebhookEars(bot, webhook) if webhook else PollingEars(intake)
    watch = Watch(door, clock, ears, lambda: ticker.looks)
    arrivals = Arrivals(door, Together(door))
    reader = Reader(arrivals)
    post = Post(arrivals, reader, variable, clock)
    sender = Sender(Deliveries(door, Together(door)), clock, variable, counted=counting.delivery)
    parts = dispatcher, intake, courier, clockwork, ticker, toasts, strangers, watch, errands, database
    return App(bot, door, *parts, arrivals, reader, post, counting, crm, sender, invitations.first)
