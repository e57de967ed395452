"""The roster under /office: shifts put, moved, given away and taken off with taps."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from desk.actor import Actor
from desk.office.duties import Duties
from handlers.tap import Toast, answer
from screens.buttons.of_duties import BeginShift, DoShift, PutShift, ShowDuties, WeekPicture
from screens.texts import Texts


def router() -> Router:
    router = Router(name="duties")
    on = router.callback_query.register
    on(_show, ShowDuties.filter())
    on(_begin, BeginShift.filter())
    on(_put, PutShift.filter())
    on(_do, DoShift.filter())
    on(_picture, WeekPicture.filter())
    return router


async def _show(
    query: CallbackQuery, callback_data: ShowDuties, actor: Actor, duties: Duties, texts: Texts
) -> Toast:
    return answer(query, await duties.show(actor, callback_data.segment), texts)


async def _begin(
    query: CallbackQuery, callback_data: BeginShift, actor: Actor, duties: Duties, texts: Texts
) -> Toast:
    return answer(query, await duties.begin(actor, callback_data.deed, callback_data.about), texts)


async def _put(
    query: CallbackQuery, callback_data: PutShift, actor: Actor, duties: Duties, texts: Texts
) -> Toast:
    return answer(query, await duties.put(actor, callback_data.part, callback_data.value), texts)


async def _do(
    query: CallbackQuery, callback_data: DoShift, actor: Actor, duties: Duties, texts: Texts
) -> Toast:
    return answer(query, await duties.do(actor, callback_data.seen), texts)


async def _picture(
    query: CallbackQuery, callback_data: WeekPicture, actor: Actor, duties: Duties, texts: Texts
) -> Toast:
    asked = callback_data
    return answer(query, await duties.picture(actor, asked.segment, asked.week), texts)
