"""Lists of leads: /mine, /today, /find, /leads; their pages and choices, and the way from a row to the lead's card."""

from __future__ import annotations

from functools import partial

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from desk.actor import Actor
from desk.finding import Finding
from desk.history import Histories
from desk.leafing import Leafing
from desk.lists import Lists
from handlers.filters import asked
from handlers.tap import Toast, answer
from screens.buttons.of_sight import History, Leaf, Narrow, OpenLead, Seek, TurnPage
from screens.commands import Command
from screens.texts import Texts
from screens.views.lists import ListKind

LISTS = {Command.MINE: ListKind.MINE, Command.TODAY: ListKind.TAKEN, Command.LEADS: ListKind.LEADS}


def router() -> Router:
    router = Router(name="lists")
    for command, kind in LISTS.items():
        router.message.register(partial(_show, kind=kind), *asked(command))
    router.message.register(_find, *asked(Command.FIND))
    router.callback_query.register(_open, OpenLead.filter())
    router.callback_query.register(_history, History.filter())
    router.callback_query.register(_turn, TurnPage.filter())
    router.callback_query.register(_narrow, Narrow.filter())
    router.callback_query.register(_leaf, Leaf.filter())
    router.callback_query.register(_seek, Seek.filter())
    return router


async def _show(_: Message, actor: Actor, lists: Lists, kind: ListKind) -> None:
    await lists.show(actor, kind)


async def _find(_: Message, command: CommandObject, actor: Actor, finding: Finding) -> None:
    await finding.find(actor, command.args or "")


async def _open(
    query: CallbackQuery, callback_data: OpenLead, actor: Actor, lists: Lists, texts: Texts
) -> Toast:
    return answer(query, await lists.open(actor, callback_data.lead), texts)


async def _history(
    query: CallbackQuery, callback_data: History, actor: Actor, histories: Histories, texts: Texts
) -> Toast:
    return answer(query, await histories.turn(actor, callback_data.lead, callback_data.page), texts)


async def _turn(
    query: CallbackQuery, callback_data: TurnPage, actor: Actor, lists: Lists, texts: Texts
) -> Toast:
    return answer(query, await lists.turn(actor, callback_data.kind, callback_data.page), texts)


async def _narrow(
    query: CallbackQuery, callback_data: Narrow, actor: Actor, lists: Lists, texts: Texts
) -> Toast:
    return answer(query, await lists.narrow(actor, callback_data.by, callback_data.value), texts)


async def _leaf(
    query: CallbackQuery, callback_data: Leaf, actor: Actor, leafing: Leafing, texts: Texts
) -> Toast:
    to = callback_data
    return answer(query, await leafing.turn(actor, to.on, to.about, to.page), texts)


async def _seek(
    query: CallbackQuery, callback_data: Seek, actor: Actor, leafing: Leafing, texts: Texts
) -> Toast:
    to = callback_data
    return answer(query, await leafing.seek(actor, to.on, to.about, off=to.off), texts)
