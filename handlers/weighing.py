"""The button "what if": the last weeks under other schemes, for whoever decides about them."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from desk.actor import Actor
from desk.whatif import WhatIfs
from handlers.tap import Toast, answer
from screens.buttons import WhatIf
from screens.texts import Texts


def router() -> Router:
    router = Router(name="weighing")
    router.callback_query.register(_show, WhatIf.filter())
    return router


async def _show(query: CallbackQuery, actor: Actor, whatifs: WhatIfs, texts: Texts) -> Toast:
    return answer(query, await whatifs.show(actor), texts)
