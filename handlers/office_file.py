"""The office file in the chat: asked for, sent, loaded."""

from __future__ import annotations

from aiogram import Bot, F, Router
from aiogram.types import CallbackQuery, Message

from desk.actor import Actor
from desk.office.asking import SentFile
from desk.office.file import MOST_BYTES, OfficeFiles
from handlers.tap import Toast, answer
from leads.rights import Right, may
from screens.buttons.of_file import LoadFile, SendFile, TurnPlan
from screens.texts import Texts

ENDING = ".toml"


def router() -> Router:
    router = Router(name="office_file")
    router.callback_query.register(_send, SendFile.filter())
    router.callback_query.register(_load, LoadFile.filter())
    router.callback_query.register(_turn, TurnPlan.filter())
    router.message.register(_take, F.document, _is_office_file)
    return router


def _is_office_file(message: Message, actor: Actor) -> bool:
    """Nobody else sends one; a client's file is the lead's."""
    document = message.document
    is_one = document is not None and (document.file_name or "").lower().endswith(ENDING)
    is_small = document is not None and (document.file_size or 0) <= MOST_BYTES
    return is_one and is_small and may(actor.roles, Right.SET_UP)


async def _take(message: Message, bot: Bot, actor: Actor, office_files: OfficeFiles) -> None:
    document = message.document
    data = await bot.download(document) if document else None
    if document and data:
        await office_files.take(actor, SentFile(document.file_name or "", data.read()))


async def _send(query: CallbackQuery, actor: Actor, office_files: OfficeFiles, texts: Texts) -> Toast:
    return answer(query, await office_files.send(actor), texts)


async def _load(query: CallbackQuery, actor: Actor, office_files: OfficeFiles, texts: Texts) -> Toast:
    return answer(query, await office_files.load(actor), texts)


async def _turn(
    query: CallbackQuery, callback_data: TurnPlan, actor: Actor, office_files: OfficeFiles, texts: Texts
) -> Toast:
    return answer(query, await office_files.turn(actor, callback_data.page), texts)
