"""Where the office tells of its leads, set up with taps."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from desk.actor import Actor
from desk.office.hooks import Hooks
from handlers.tap import Toast, answer
from screens.buttons.of_hooks import MakeHook, OfHook, SendAgain, TickEvent
from screens.texts import Texts


def router() -> Router:
    router = Router(name="hooks")
    on = router.callback_query.register
    on(_make, MakeHook.filter())
    on(_of_hook, OfHook.filter())
    on(_tick, TickEvent.filter())
    on(_send_again, SendAgain.filter())
    return router


async def _make(query: CallbackQuery, actor: Actor, hooks: Hooks, texts: Texts) -> Toast:
    return answer(query, await hooks.ask_new(actor), texts)


async def _of_hook(
    query: CallbackQuery, callback_data: OfHook, actor: Actor, hooks: Hooks, texts: Texts
) -> Toast:
    return answer(query, await hooks.do(actor, callback_data.deed, callback_data.hook), texts)


async def _tick(
    query: CallbackQuery, callback_data: TickEvent, actor: Actor, hooks: Hooks, texts: Texts
) -> Toast:
    it = callback_data
    return answer(query, await hooks.tick(actor, it.hook, it.event, on=it.on), texts)


async def _send_again(
    query: CallbackQuery, callback_data: SendAgain, actor: Actor, hooks: Hooks, texts: Texts
) -> Toast:
    return answer(query, await hooks.send_again(actor, callback_data.delivery), texts)
