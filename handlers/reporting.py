"""The buttons under a report: the Excel file."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from aiogram import Router
from aiogram.types import CallbackQuery

from handlers.actor import Actor, Reply
from handlers.buttons import Workbook
from handlers.tap import Toast, answer
from handlers.texts import Texts


class Workbooks(Protocol):
    async def ask(self, actor: Actor, first: date, last: date) -> Reply: ...


def router() -> Router:
    router = Router(name="reporting")
    router.callback_query.register(_workbook, Workbook.filter())
    return router


async def _workbook(
    query: CallbackQuery, callback_data: Workbook, actor: Actor, workbooks: Workbooks, texts: Texts
) -> Toast:
    days = date.fromisoformat(callback_data.first), date.fromisoformat(callback_data.last)
    return answer(query, await workbooks.ask(actor, *days), texts)
