"""What a head does, and a director: leads and schemes by hand, figures, the Excel file, what else might have been."""

from __future__ import annotations

from datetime import date

from aiogram import Router
from aiogram.types import CallbackQuery

from desk.actor import Actor
from desk.head import Head
from desk.leaving import Leaving
from desk.presence import Presence
from desk.reports import Bundles, Reports, Workbooks
from desk.schemes import Schemes
from desk.whatif import WhatIfs
from handlers.tap import Toast, answer
from screens.buttons.of_lead import Assign, JudgeSegment, Settle
from screens.buttons.of_office import BringBack, PassOn, PickScheme, Reserve
from screens.buttons.of_sight import Bundle, Report, WhatIf, Workbook
from screens.texts import Texts


def router() -> Router:
    router = Router(name="head")
    router.callback_query.register(_assign, Assign.filter())
    router.callback_query.register(_pass_on, PassOn.filter())
    router.callback_query.register(_bring_back, BringBack.filter())
    router.callback_query.register(_settle, Settle.filter())
    router.callback_query.register(_judge_segment, JudgeSegment.filter())
    router.callback_query.register(_scheme, PickScheme.filter())
    router.callback_query.register(_reserve, Reserve.filter())
    router.callback_query.register(_show, Report.filter())
    router.callback_query.register(_workbook, Workbook.filter())
    router.callback_query.register(_bundle, Bundle.filter())
    router.callback_query.register(_what_if, WhatIf.filter())
    return router


async def _assign(
    query: CallbackQuery, callback_data: Assign, actor: Actor, head: Head, texts: Texts
) -> Toast:
    return answer(query, await head.assign(actor, callback_data.lead, callback_data.who), texts)


async def _pass_on(
    query: CallbackQuery, callback_data: PassOn, actor: Actor, leaving: Leaving, texts: Texts
) -> Toast:
    return answer(query, await leaving.pass_on(actor, callback_data.person, callback_data.to), texts)


async def _bring_back(
    query: CallbackQuery, callback_data: BringBack, actor: Actor, presence: Presence, texts: Texts
) -> Toast:
    return answer(query, await presence.bring_back(actor, callback_data.who), texts)


async def _settle(
    query: CallbackQuery, callback_data: Settle, actor: Actor, head: Head, texts: Texts
) -> Toast:
    return answer(query, await head.settle(actor, callback_data.lead, callback_data.bad), texts)


async def _judge_segment(
    query: CallbackQuery, callback_data: JudgeSegment, actor: Actor, head: Head, texts: Texts
) -> Toast:
    lead, who = callback_data.lead, callback_data.who
    return answer(query, await head.judge_segment(actor, lead, who, callback_data.agreed), texts)


async def _scheme(
    query: CallbackQuery, callback_data: PickScheme, actor: Actor, schemes: Schemes, texts: Texts
) -> Toast:
    segment, scheme = callback_data.segment, callback_data.scheme
    if scheme == "-":
        reply = await schemes.put_away(actor)
    else:
        reply = await (schemes.switch(actor, segment, scheme) if scheme else schemes.open(actor, segment))
    return answer(query, reply, texts)


async def _reserve(
    query: CallbackQuery, callback_data: Reserve, actor: Actor, schemes: Schemes, texts: Texts
) -> Toast:
    return answer(query, await schemes.reserve(actor, callback_data.segment, callback_data.on), texts)


async def _show(
    query: CallbackQuery, callback_data: Report, actor: Actor, reports: Reports, texts: Texts
) -> Toast:
    wanted, day = callback_data, date.fromisoformat(callback_data.day)
    return answer(query, await reports.show(actor, wanted.pane, wanted.span, day, fresh=wanted.fresh), texts)


async def _workbook(
    query: CallbackQuery, callback_data: Workbook, actor: Actor, workbooks: Workbooks, texts: Texts
) -> Toast:
    days = date.fromisoformat(callback_data.first), date.fromisoformat(callback_data.last)
    return answer(query, await workbooks.ask(actor, *days), texts)


async def _bundle(query: CallbackQuery, actor: Actor, bundles: Bundles, texts: Texts) -> Toast:
    return answer(query, await bundles.ask(actor), texts)


async def _what_if(query: CallbackQuery, actor: Actor, whatifs: WhatIfs, texts: Texts) -> Toast:
    return answer(query, await whatifs.show(actor), texts)
