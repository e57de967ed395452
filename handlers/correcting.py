"""Putting right what was read of a client."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from desk.actor import Actor
from desk.corrections import Corrections
from desk.resegmenting import Resegmenting
from handlers.tap import Toast, answer
from screens.buttons.of_intake import AgreeSegment, ChoosePhone, Correct, PickSegment, PickSource, Resegment
from screens.texts import Texts


def router() -> Router:
    router = Router(name="correcting")
    router.callback_query.register(_correct, Correct.filter())
    router.callback_query.register(_pick_segment, PickSegment.filter())
    router.callback_query.register(_resegment, Resegment.filter())
    router.callback_query.register(_agree, AgreeSegment.filter())
    router.callback_query.register(_choose_phone, ChoosePhone.filter())
    router.callback_query.register(_pick_source, PickSource.filter())
    return router


async def _correct(
    query: CallbackQuery, callback_data: Correct, actor: Actor, corrections: Corrections, texts: Texts
) -> Toast:
    lead, what = callback_data.lead, callback_data.what
    if what in {"", "-"}:
        return answer(query, await corrections.open(actor, lead, is_open=not what), texts)
    return answer(query, await corrections.ask(actor, lead, what), texts)


async def _pick_segment(
    query: CallbackQuery, callback_data: PickSegment, actor: Actor, corrections: Corrections, texts: Texts
) -> Toast:
    reply = await corrections.pick_segment(actor, callback_data.lead, callback_data.segment)
    return answer(query, reply, texts)


async def _resegment(
    query: CallbackQuery, callback_data: Resegment, actor: Actor, resegmenting: Resegmenting, texts: Texts
) -> Toast:
    lead, segment = callback_data.lead, callback_data.segment
    return answer(query, await resegmenting.move(actor, lead, segment, goes_on=callback_data.on), texts)


async def _agree(
    query: CallbackQuery, callback_data: AgreeSegment, actor: Actor, resegmenting: Resegmenting, texts: Texts
) -> Toast:
    return answer(query, await resegmenting.agree(actor, callback_data.lead, callback_data.segment), texts)


async def _choose_phone(
    query: CallbackQuery, callback_data: ChoosePhone, actor: Actor, corrections: Corrections, texts: Texts
) -> Toast:
    reply = await corrections.choose_phone(actor, callback_data.lead, callback_data.index)
    return answer(query, reply, texts)


async def _pick_source(
    query: CallbackQuery, callback_data: PickSource, actor: Actor, corrections: Corrections, texts: Texts
) -> Toast:
    reply = await corrections.pick_source(actor, callback_data.lead, callback_data.source)
    return answer(query, reply, texts)
