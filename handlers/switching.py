"""The rule of a segment, switched with a tap on the card of /office."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from desk.actor import Actor
from desk.rules import Rules
from handlers.tap import Toast, answer
from screens.buttons import Reserve, Rule
from screens.texts import Texts


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
