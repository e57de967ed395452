"""Segments under /office: order, names, teams and rules by tapping; the example to try."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import CallbackQuery, Message

from desk.actor import Actor
from desk.office.rules import Rules
from desk.office.segments import MOVES, Segments
from desk.office.trying import Trying
from handlers.filters import asked
from handlers.tap import Toast, answer
from screens.buttons.of_segments import (
    AskPart,
    NewSegment,
    NewSource,
    OfSegment,
    PutPart,
    SegmentDeed,
    Tick,
    TickHead,
    TryIt,
)
from screens.commands import Command
from screens.texts import Texts


def router() -> Router:
    router = Router(name="segments")
    on = router.callback_query.register
    on(_of_segment, OfSegment.filter())
    on(_new, NewSegment.filter())
    on(_tick, Tick.filter())
    on(_tick_head, TickHead.filter())
    on(_ask_part, AskPart.filter())
    on(_put_part, PutPart.filter())
    on(_new_source, NewSource.filter())
    on(_try_it, TryIt.filter())
    router.message.register(_try, *asked(Command.TRY))
    return router


async def _of_segment(
    query: CallbackQuery, callback_data: OfSegment, actor: Actor, segments: Segments, texts: Texts
) -> Toast:
    deed, segment = callback_data.deed, callback_data.segment
    if deed in MOVES:
        reply = await segments.move(actor, segment, MOVES[deed])
    elif deed is SegmentDeed.RETIRE:
        reply = await segments.retire(actor, segment)
    elif deed is SegmentDeed.TAKE_UP:
        reply = await segments.take_up(actor, segment)
    else:
        reply = await segments.ask_name(actor, segment)
    return answer(query, reply, texts)


async def _new(
    query: CallbackQuery, callback_data: NewSegment, actor: Actor, segments: Segments, texts: Texts
) -> Toast:
    return answer(query, await segments.ask_new(actor, rest=callback_data.rest), texts)


async def _tick(
    query: CallbackQuery, callback_data: Tick, actor: Actor, segments: Segments, texts: Texts
) -> Toast:
    it = callback_data
    return answer(query, await segments.tick(actor, it.segment, it.who, on=it.on), texts)


async def _tick_head(
    query: CallbackQuery, callback_data: TickHead, actor: Actor, segments: Segments, texts: Texts
) -> Toast:
    it = callback_data
    return answer(query, await segments.tick_head(actor, it.segment, it.who, on=it.on), texts)


async def _ask_part(
    query: CallbackQuery, callback_data: AskPart, actor: Actor, rules: Rules, texts: Texts
) -> Toast:
    return answer(query, await rules.ask(actor, callback_data.segment, callback_data.part), texts)


async def _put_part(
    query: CallbackQuery, callback_data: PutPart, actor: Actor, rules: Rules, texts: Texts
) -> Toast:
    it = callback_data
    return answer(query, await rules.put(actor, it.segment, it.part, it.value, on=it.on), texts)


async def _new_source(
    query: CallbackQuery, callback_data: NewSource, actor: Actor, rules: Rules, texts: Texts
) -> Toast:
    return answer(query, await rules.ask_source(actor, callback_data.segment), texts)


async def _try_it(query: CallbackQuery, actor: Actor, trying: Trying, texts: Texts) -> Toast:
    return answer(query, await trying.run(actor, ""), texts)


async def _try(_: Message, command: CommandObject, actor: Actor, trying: Trying) -> None:
    await trying.run(actor, command.args or "")
