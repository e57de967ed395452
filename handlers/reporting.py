"""The buttons under a report: another period, another list, the Excel file."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from aiogram import Router
from aiogram.types import CallbackQuery

from desk.actor import Actor, Reply
from handlers.tap import Toast, answer
from leads.figures.periods import Span
from screens.buttons import Report, Workbook
from screens.texts import Texts
from screens.views.report import Pane


class Reports(Protocol):
    async def show(self, actor: Actor, pane: Pane, span: Span, day: date, *, fresh: bool) -> Reply: ...


class Workbooks(Protocol):
    async def ask(self, actor: Actor, first: date, last: date) -> Reply: ...


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
