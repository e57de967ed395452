"""Changing the settings of the office, and of segments, by a tap."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from desk.actor import Actor
from desk.office.editing import Editing
from handlers.tap import Toast, answer
from screens.buttons.of_settings import AskSetting, EditHours, PutSetting, SureSetting, TickSetting
from screens.texts import Texts


def router() -> Router:
    router = Router(name="settings")
    router.callback_query.register(_put, PutSetting.filter())
    router.callback_query.register(_tick, TickSetting.filter())
    router.callback_query.register(_hours, EditHours.filter())
    router.callback_query.register(_ask, AskSetting.filter())
    router.callback_query.register(_sure, SureSetting.filter())
    return router


async def _put(
    query: CallbackQuery, callback_data: PutSetting, actor: Actor, editing: Editing, texts: Texts
) -> Toast:
    to = callback_data
    return answer(query, await editing.put(actor, to.key, to.at, to.to, to.seen), texts)


async def _tick(
    query: CallbackQuery, callback_data: TickSetting, actor: Actor, editing: Editing, texts: Texts
) -> Toast:
    to = callback_data
    return answer(query, await editing.tick(actor, to.key, to.at, to.one, to.seen), texts)


async def _hours(
    query: CallbackQuery, callback_data: EditHours, actor: Actor, editing: Editing, texts: Texts
) -> Toast:
    to = callback_data
    return answer(query, await editing.hours(actor, to.key, to.at, to.deed, to.seen), texts)


async def _ask(
    query: CallbackQuery, callback_data: AskSetting, actor: Actor, editing: Editing, texts: Texts
) -> Toast:
    return answer(query, await editing.ask(actor, callback_data.key, callback_data.at), texts)


async def _sure(
    query: CallbackQuery, callback_data: SureSetting, actor: Actor, editing: Editing, texts: Texts
) -> Toast:
    to = callback_data
    return answer(query, await editing.answer(actor, to.key, to.at, yes=to.yes), texts)
