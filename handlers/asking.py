"""Questions that people ask by command: /help, /me, /queue, /why, /office, /report."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from desk.actor import Actor
from desk.asks import Asks
from desk.reports import Reports
from handlers.filters import asked
from handlers.tap import Toast, answer
from screens.buttons.of_sight import Details, Why
from screens.commands import Command
from screens.texts import Texts


def router() -> Router:
    router = Router(name="asking")
    on = router.message.register
    on(_help, *asked(Command.HELP))
    on(_me, *asked(Command.ME))
    on(_queue, *asked(Command.QUEUE))
    on(_why, *asked(Command.WHY))
    on(_office, *asked(Command.OFFICE))
    on(_people, *asked(Command.PEOPLE))
    on(_report, *asked(Command.REPORT))
    router.callback_query.register(_why_lead, Why.filter())
    router.callback_query.register(_details, Details.filter())
    return router


async def _help(_: Message, actor: Actor, asks: Asks) -> None:
    await asks.help(actor)


async def _me(_: Message, actor: Actor, asks: Asks) -> None:
    await asks.me(actor)


async def _queue(_: Message, actor: Actor, asks: Asks) -> None:
    await asks.queue(actor)


async def _why(_: Message, command: CommandObject, actor: Actor, asks: Asks) -> None:
    await asks.why(actor, command.args or "")


async def _office(_: Message, actor: Actor, asks: Asks) -> None:
    await asks.office(actor)


async def _people(_: Message, command: CommandObject, actor: Actor, asks: Asks) -> None:
    await asks.people(actor, command.args or "")


async def _report(_: Message, actor: Actor, reports: Reports) -> None:
    await reports.report(actor)


async def _why_lead(
    query: CallbackQuery, callback_data: Why, actor: Actor, asks: Asks, texts: Texts
) -> Toast:
    return answer(query, await asks.why_lead(actor, callback_data.lead), texts)


async def _details(
    query: CallbackQuery, callback_data: Details, actor: Actor, asks: Asks, texts: Texts
) -> Toast:
    asked = (callback_data.card, callback_data.number, callback_data.opened)
    return answer(query, await asks.details(actor, *asked), texts)
