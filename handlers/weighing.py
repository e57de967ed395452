"""The button "what if": the last weeks under other schemes, for whoever decides about them."""

from __future__ import annotations

from typing import Protocol

from aiogram import Router
from aiogram.types import CallbackQuery

from desk.actor import Actor, Reply
from handlers.tap import Toast, answer
from screens.buttons import WhatIf
from screens.texts import Texts


class WhatIfs(Protocol):
    async def show(self, actor: Actor) -> Reply: ...


def router() -> Router:
    router = Router(name="weighing")
    router.callback_query.register(_show, WhatIf.filter())
    return router


async def _show(query: CallbackQuery, actor: Actor, whatifs: WhatIfs, texts: Texts) -> Toast:
    return answer(query, await whatifs.show(actor), texts)
