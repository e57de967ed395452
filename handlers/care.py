"""Caring for the office's data from the chat: a client erased."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from desk.actor import Actor
from desk.office.erasing import Erasing
from handlers.tap import Toast, answer
from screens.buttons.of_care import EraseClient
from screens.texts import Texts


def router() -> Router:
    router = Router(name="care")
    router.callback_query.register(_erase, EraseClient.filter())
    return router


async def _erase(
    query: CallbackQuery, callback_data: EraseClient, actor: Actor, erasing: Erasing, texts: Texts
) -> Toast:
    return answer(query, await erasing.step(actor, callback_data.step), texts)
