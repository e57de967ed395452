"""/sources: where leads come from, set up with taps."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from desk.actor import Actor
from desk.office.browsing import Browsing
from desk.office.sources import Sources
from handlers.filters import asked
from handlers.tap import Toast, answer
from screens.buttons.of_panes import OfficePane
from screens.buttons.of_sources import MakeSource, OfSource, PassOver, PutSegment, SayField
from screens.commands import Command
from screens.texts import Texts


def router() -> Router:
    router = Router(name="sources")
    on = router.callback_query.register
    on(_make, MakeSource.filter())
    on(_of_source, OfSource.filter())
    on(_put_segment, PutSegment.filter())
    on(_say_field, SayField.filter())
    on(_pass_over, PassOver.filter())
    router.message.register(_open, *asked(Command.SOURCES))
    return router


async def _open(_: Message, actor: Actor, browsing: Browsing) -> None:
    await browsing.open(actor, OfficePane.SOURCES, fresh=True)


async def _make(
    query: CallbackQuery, callback_data: MakeSource, actor: Actor, sources: Sources, texts: Texts
) -> Toast:
    return answer(query, await sources.ask_new(actor, callback_data.kind), texts)


async def _of_source(
    query: CallbackQuery, callback_data: OfSource, actor: Actor, sources: Sources, texts: Texts
) -> Toast:
    return answer(query, await sources.do(actor, callback_data.deed, callback_data.source), texts)


async def _put_segment(
    query: CallbackQuery, callback_data: PutSegment, actor: Actor, sources: Sources, texts: Texts
) -> Toast:
    it = callback_data
    return answer(query, await sources.put_segment(actor, it.source, it.segment), texts)


async def _say_field(
    query: CallbackQuery, callback_data: SayField, actor: Actor, sources: Sources, texts: Texts
) -> Toast:
    it = callback_data
    return answer(query, await sources.say_field(actor, it.request, it.place, it.means), texts)


async def _pass_over(
    query: CallbackQuery, callback_data: PassOver, actor: Actor, sources: Sources, texts: Texts
) -> Toast:
    return answer(query, await sources.pass_over(actor, callback_data.request), texts)
