"""What people write: notes, answers to what they are asked, and which lead it is for."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery

from desk.actor import Actor
from desk.notes import Notes
from handlers.tap import Toast, answer
from screens.buttons.of_intake import BringIn, FileUnder
from screens.buttons.of_lead import Note, Skip
from screens.texts import Texts


def router() -> Router:
    router = Router(name="writing")
    router.callback_query.register(_note, Note.filter())
    router.callback_query.register(_skip, Skip.filter())
    router.callback_query.register(_bring_in, BringIn.filter())
    router.callback_query.register(_file_under, FileUnder.filter())
    return router


async def _note(query: CallbackQuery, callback_data: Note, actor: Actor, notes: Notes, texts: Texts) -> Toast:
    return answer(query, await notes.ask(actor, callback_data.lead), texts)


async def _skip(query: CallbackQuery, callback_data: Skip, actor: Actor, notes: Notes, texts: Texts) -> Toast:
    return answer(query, await notes.skip(actor, callback_data.lead), texts)


async def _file_under(
    query: CallbackQuery, callback_data: FileUnder, actor: Actor, notes: Notes, texts: Texts
) -> Toast:
    draft, to = callback_data.lead, callback_data.to
    if to > 0:
        return answer(query, await notes.file_under(actor, draft, to), texts)
    return answer(query, await notes.open_list(actor, draft, is_open=to == 0), texts)


async def _bring_in(
    query: CallbackQuery, callback_data: BringIn, actor: Actor, notes: Notes, texts: Texts
) -> Toast:
    return answer(query, await notes.bring_in(actor, callback_data.lead), texts)
