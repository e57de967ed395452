"""What could not be handled, on the card of /office: looked at, tried again, let go."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from desk.actor import Actor
from desk.asides import Asides
from handlers.tap import Toast, answer
from screens.buttons import Aside, AsideDeed
from screens.texts import Texts


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
