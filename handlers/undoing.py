"""Taking back what was done to a lead by mistake."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from desk.actor import Actor
from desk.undoing import Undoing
from handlers.tap import Toast, answer
from screens.buttons.of_lead import PutAmount, Reopen, Withdraw
from screens.texts import Texts


def router() -> Router:
    router = Router(name="undoing")
    router.callback_query.register(_withdraw, Withdraw.filter())
    router.callback_query.register(_reopen, Reopen.filter())
    router.callback_query.register(_amount, PutAmount.filter())
    return router


async def _withdraw(
    query: CallbackQuery, callback_data: Withdraw, actor: Actor, undoing: Undoing, texts: Texts
) -> Toast:
    return answer(query, await undoing.withdraw(actor, callback_data.lead), texts)


async def _reopen(
    query: CallbackQuery, callback_data: Reopen, actor: Actor, undoing: Undoing, texts: Texts
) -> Toast:
    return answer(query, await undoing.reopen(actor, callback_data.lead), texts)


async def _amount(
    query: CallbackQuery, callback_data: PutAmount, actor: Actor, undoing: Undoing, texts: Texts
) -> Toast:
    return answer(query, await undoing.ask_amount(actor, callback_data.lead), texts)
