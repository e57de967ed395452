"""The weekly draw: /draw, and a manager's own lot."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from desk.actor import Actor
from desk.draws import Draws
from handlers.filters import asked
from handlers.tap import Toast, answer
from screens.buttons import ThrowLot
from screens.commands import Command
from screens.texts import Texts


def router() -> Router:
    router = Router(name="drawing")
    router.message.register(_draw, *asked(Command.DRAW))
    router.callback_query.register(_throw, ThrowLot.filter())
    return router


async def _draw(_: Message, actor: Actor, draws: Draws) -> None:
    await draws.show(actor)


async def _throw(
    query: CallbackQuery, callback_data: ThrowLot, actor: Actor, draws: Draws, texts: Texts
) -> Toast:
    to = (callback_data.segment, callback_data.monday)
    return answer(query, await draws.throw(actor, *to, callback_data.lot), texts)
