"""What could not be handled, on the card of /office: looked at, tried again, let go."""

from __future__ import annotations

from typing import Protocol

from aiogram import Router
from aiogram.types import CallbackQuery

from desk.actor import Actor, Reply
from handlers.tap import Toast, answer
from screens.buttons import Aside, AsideDeed
from screens.texts import Texts


class Asides(Protocol):
    async def open(self, actor: Actor) -> Reply: ...
    async def put_away(self, actor: Actor) -> Reply: ...
    async def retry(self, actor: Actor, update: int) -> Reply: ...
    async def let_go(self, actor: Actor, update: int) -> Reply: ...


def router() -> Router:
    router = Router(name="minding")
    router.callback_query.register(_aside, Aside.filter())
    return router


async def _aside(
    query: CallbackQuery, callback_data: Aside, actor: Actor, asides: Asides, texts: Texts
) -> Toast:
    match callback_data.deed:
        case AsideDeed.SHOW:
            reply = await asides.open(actor)
        case AsideDeed.HIDE:
            reply = await asides.put_away(actor)
        case AsideDeed.RETRY:
            reply = await asides.retry(actor, callback_data.update)
        case AsideDeed.LET_GO:
            reply = await asides.let_go(actor, callback_data.update)
    return answer(query, reply, texts)
