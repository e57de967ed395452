"""Caring for the office's data from the chat: a client erased, the ledger verified, past leads brought in."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from desk.actor import Actor
from desk.office.asking import SentFile
from desk.office.erasing import Erasing
from desk.office.past import PastLeads
from desk.office.upkeep import Upkeeping
from handlers.tap import Toast, answer
from leads.rights import Right, may
from screens.buttons.of_care import EraseClient, VerifyNow
from screens.buttons.of_past import PastFile
from screens.texts import Texts

TABLES = (".csv", ".xlsx", ".xls")


def router() -> Router:
    router = Router(name="care")
    router.callback_query.register(_erase, EraseClient.filter())
    router.callback_query.register(_verify, VerifyNow.filter())
    router.callback_query.register(_past, PastFile.filter())
    router.message.register(_table, _is_table)
    return router


def _is_table(message: Message, actor: Actor) -> bool:
    """A table that nobody has asked for, of somebody who sets the office up and has no clients of their own."""
    name = (message.document.file_name or "").lower() if message.document else ""
    has_clients = may(actor.roles, Right.TAKE_IN) or may(actor.roles, Right.BRING_IN)
    return name.endswith(TABLES) and may(actor.roles, Right.SET_UP) and not has_clients


async def _table(message: Message, actor: Actor, past_leads: PastLeads) -> None:
    if document := message.document:
        await past_leads.take(actor, SentFile(document.file_name or "", b"", document.file_id))


async def _past(
    query: CallbackQuery, callback_data: PastFile, actor: Actor, past_leads: PastLeads, texts: Texts
) -> Toast:
    to = callback_data
    return answer(query, await past_leads.step(actor, to.step, to.field, to.column), texts)


async def _verify(query: CallbackQuery, actor: Actor, upkeeping: Upkeeping, texts: Texts) -> Toast:
    return answer(query, await upkeeping.verify(actor), texts)


async def _erase(
    query: CallbackQuery, callback_data: EraseClient, actor: Actor, erasing: Erasing, texts: Texts
) -> Toast:
    return answer(query, await erasing.step(actor, callback_data.step), texts)
