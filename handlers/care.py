"""Caring for the office's data from the chat: a client erased, the ledger verified."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from desk.actor import Actor
from desk.office.erasing import Erasing
from desk.office.upkeep import Upkeeping
from handlers.tap import Toast, answer
from screens.buttons.of_care import EraseClient, VerifyNow
from screens.texts import Texts


def router() -> Router:
    router = Router(name="care")
    router.callback_query.register(_erase, EraseClient.filter())
    router.callback_query.register(_verify, VerifyNow.filter())
    return router


async def _verify(query: CallbackQuery, actor: Actor, upkeeping: Upkeeping, texts: Texts) -> Toast:
    return answer(query, await upkeeping.verify(actor), texts)


async def _erase(
    query: CallbackQuery, callback_data: EraseClient, actor: Actor, erasing: Erasing, texts: Texts
) -> Toast:
    return answer(query, await erasing.step(actor, callback_data.step), texts)
