"""The head's hand: assign a lead, settle whether it is a bad one."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from desk.actor import Actor
from desk.head import Head
from handlers.tap import Toast, answer
from screens.buttons import Assign, Settle
from screens.texts import Texts


def router() -> Router:
    router = Router(name="heading")
    router.callback_query.register(_assign, Assign.filter())
    router.callback_query.register(_settle, Settle.filter())
    return router


async def _assign(
    query: CallbackQuery, callback_data: Assign, actor: Actor, head: Head, texts: Texts
) -> Toast:
    return answer(query, await head.assign(actor, callback_data.lead, callback_data.who), texts)


async def _settle(
    query: CallbackQuery, callback_data: Settle, actor: Actor, head: Head, texts: Texts
) -> Toast:
    return answer(query, await head.settle(actor, callback_data.lead, callback_data.bad), texts)
