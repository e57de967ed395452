"""The rule of a segment, switched with a tap on the card of /office."""

from __future__ import annotations

from typing import Protocol

from aiogram import Router
from aiogram.types import CallbackQuery

from desk.actor import Actor, Reply
from handlers.tap import Toast, answer
from screens.buttons import Reserve, Rule
from screens.texts import Texts


class Rules(Protocol):
    async def open(self, actor: Actor, segment: str) -> Reply: ...
    async def put_away(self, actor: Actor) -> Reply: ...
    async def switch(self, actor: Actor, segment: str, scheme: str) -> Reply: ...
    async def reserve(self, actor: Actor, segment: str, on: bool) -> Reply: ...


def router() -> Router:
    router = Router(name="switching")
    router.callback_query.register(_rule, Rule.filter())
    router.callback_query.register(_reserve, Reserve.filter())
    return router


async def _rule(query: CallbackQuery, callback_data: Rule, actor: Actor, rules: Rules, texts: Texts) -> Toast:
    segment, scheme = callback_data.segment, callback_data.scheme
    if scheme == "-":
        reply = await rules.put_away(actor)
    else:
        reply = await (rules.switch(actor, segment, scheme) if scheme else rules.open(actor, segment))
    return answer(query, reply, texts)


async def _reserve(
    query: CallbackQuery, callback_data: Reserve, actor: Actor, rules: Rules, texts: Texts
) -> Toast:
    return answer(query, await rules.reserve(actor, callback_data.segment, callback_data.on), texts)
