"""The buttons under a report: another period, another list, the Excel file."""

from __future__ import annotations

from datetime import date

from aiogram import Router
from aiogram.types import CallbackQuery

from desk.actor import Actor
from desk.reports import Reports
from desk.workbooks import Workbooks
from handlers.tap import Toast, answer
from screens.buttons import Report, Workbook
from screens.texts import Texts


def router() -> Router:
    router = Router(name="reporting")
    router.callback_query.register(_show, Report.filter())
    router.callback_query.register(_workbook, Workbook.filter())
    return router


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
