"""Sources under /sources and /office: made, named, given to a segment, taken out."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from desk.actor import Actor
from desk.office.sources import Sources
from handlers.filters import asked
from handlers.tap import Toast, answer
from screens.buttons.of_sources import OfSource
from screens.commands import Command
from screens.texts import Texts


def router() -> Router:
    router = Router(name="sources")
    router.callback_query.register(_of_source, OfSource.filter())
    router.message.register(_sources, *asked(Command.SOURCES))
    return router


async def _of_source(
    query: CallbackQuery, callback_data: OfSource, actor: Actor, sources: Sources, texts: Texts
) -> Toast:
    it = callback_data
    return answer(query, await sources.do(actor, it.deed, it.source, it.value), texts)


async def _sources(_: Message, actor: Actor, sources: Sources) -> None:
    await sources.show(actor)
