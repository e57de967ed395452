"""Duty: /roster, a duty looked for or taken, the head's roster for next week; /draw, and a manager's own lot."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from desk.actor import Actor
from desk.draws import Draws
from desk.feeds import Feeds
from desk.roster_days import RosterDays
from desk.rosters import Rosters
from desk.swaps import Swaps
from handlers.filters import asked
from handlers.tap import Toast, answer
from leads.draws import DICE
from screens.buttons.of_duty import (
    DrawDetails,
    EditRoster,
    MakeFeed,
    ProposeRoster,
    RevokeFeed,
    SeekSwap,
    SettleRoster,
    ShowRoster,
    ShowWeek,
    TakeSwap,
    ThrowLot,
    WithdrawSwap,
)
from screens.commands import Command
from screens.texts import Texts


def router() -> Router:
    router = Router(name="duty")
    router.message.register(_roster, *asked(Command.ROSTER))
    router.callback_query.register(_open, ShowRoster.filter())
    router.callback_query.register(_week, ShowWeek.filter())
    router.callback_query.register(_seek, SeekSwap.filter())
    router.callback_query.register(_take, TakeSwap.filter())
    router.callback_query.register(_withdraw, WithdrawSwap.filter())
    router.callback_query.register(_make_feed, MakeFeed.filter())
    router.callback_query.register(_revoke_feed, RevokeFeed.filter())
    router.callback_query.register(_propose, ProposeRoster.filter())
    router.callback_query.register(_edit, EditRoster.filter())
    router.callback_query.register(_settle, SettleRoster.filter())
    router.message.register(_draw, *asked(Command.DRAW))
    router.callback_query.register(_throw, ThrowLot.filter())
    router.callback_query.register(_draw_details, DrawDetails.filter())
    router.message.register(_cast, _is_own_dice, _is_awaited)
    return router


async def _roster(_: Message, actor: Actor, rosters: Rosters) -> None:
    await rosters.show(actor)


async def _open(
    query: CallbackQuery, callback_data: ShowRoster, actor: Actor, rosters: Rosters, texts: Texts
) -> Toast:
    return answer(query, await rosters.open(actor, callback_data.part, callback_data.about), texts)


async def _week(
    query: CallbackQuery, callback_data: ShowWeek, actor: Actor, rosters: Rosters, texts: Texts
) -> Toast:
    return answer(query, await rosters.week(actor, callback_data.segment), texts)


async def _seek(
    query: CallbackQuery, callback_data: SeekSwap, actor: Actor, swaps: Swaps, texts: Texts
) -> Toast:
    return answer(query, await swaps.seek(actor, callback_data.segment, callback_data.end), texts)


async def _take(
    query: CallbackQuery, callback_data: TakeSwap, actor: Actor, swaps: Swaps, texts: Texts
) -> Toast:
    return answer(query, await swaps.take(actor, callback_data.swap), texts)


async def _withdraw(
    query: CallbackQuery, callback_data: WithdrawSwap, actor: Actor, swaps: Swaps, texts: Texts
) -> Toast:
    return answer(query, await swaps.withdraw(actor, callback_data.swap), texts)


async def _make_feed(query: CallbackQuery, actor: Actor, feeds: Feeds, texts: Texts) -> Toast:
    return answer(query, await feeds.make(actor), texts)


async def _revoke_feed(query: CallbackQuery, actor: Actor, feeds: Feeds, texts: Texts) -> Toast:
    return answer(query, await feeds.revoke(actor), texts)


async def _propose(
    query: CallbackQuery, callback_data: ProposeRoster, actor: Actor, rosters: Rosters, texts: Texts
) -> Toast:
    return answer(query, await rosters.propose(actor, callback_data.segment, callback_data.plan), texts)


async def _edit(
    query: CallbackQuery, callback_data: EditRoster, actor: Actor, roster_days: RosterDays, texts: Texts
) -> Toast:
    asked = callback_data
    return answer(query, await roster_days.edit(actor, asked.roster, asked.menu, asked.who), texts)


async def _settle(
    query: CallbackQuery, callback_data: SettleRoster, actor: Actor, rosters: Rosters, texts: Texts
) -> Toast:
    return answer(query, await rosters.settle(actor, callback_data.roster, callback_data.approve), texts)


async def _draw(_: Message, actor: Actor, draws: Draws) -> None:
    await draws.show(actor)


async def _throw(
    query: CallbackQuery, callback_data: ThrowLot, actor: Actor, draws: Draws, texts: Texts
) -> Toast:
    to = (callback_data.segment, callback_data.monday)
    return answer(query, await draws.throw(actor, *to, callback_data.lot), texts)


def _is_own_dice(message: Message) -> bool:
    """Whether Telegram has made these dice for whoever sends them, here and now."""
    is_own = message.forward_origin is None and message.via_bot is None
    return is_own and message.dice is not None and message.dice.emoji in DICE


async def _is_awaited(_: Message, actor: Actor, draws: Draws) -> bool:
    """Dice of whoever has to do with no draw are a message like any other."""
    return await draws.awaits(actor)


async def _cast(message: Message, actor: Actor, draws: Draws) -> None:
    if message.dice:
        await draws.cast(actor, message.dice.emoji, message.dice.value)


async def _draw_details(
    query: CallbackQuery, callback_data: DrawDetails, actor: Actor, draws: Draws, texts: Texts
) -> Toast:
    of = (callback_data.segment, callback_data.monday)
    return answer(query, await draws.details(actor, *of, opened=callback_data.opened), texts)
