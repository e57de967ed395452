"""How people come in: /start, links, the language; and what could not be handled, tried again or let go."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from desk.actor import Actor
from desk.asides import Asides
from desk.invitations import Invitations
from desk.newcomers import Newcomers
from desk.own_account import OwnAccount
from handlers.tap import Toast, answer
from screens.buttons.of_account import MoveMe
from screens.buttons.of_office import Aside, AsideDeed, Invite, Language, Replace
from screens.texts import Texts


def router() -> Router:
    router = Router(name="administrator")
    router.message.register(_start, CommandStart(ignore_case=True))
    router.callback_query.register(_invite, Invite.filter())
    router.callback_query.register(_replace, Replace.filter())
    router.callback_query.register(_move, MoveMe.filter())
    router.callback_query.register(_language, Language.filter())
    router.callback_query.register(_aside, Aside.filter())
    return router


async def _start(_: Message, command: CommandObject, actor: Actor, newcomers: Newcomers) -> None:
    await newcomers.start(actor, command.args or "")


async def _invite(
    query: CallbackQuery, callback_data: Invite, actor: Actor, invitations: Invitations, texts: Texts
) -> Toast:
    return answer(query, await invitations.invite(actor, callback_data.person), texts)


async def _replace(
    query: CallbackQuery, callback_data: Replace, actor: Actor, invitations: Invitations, texts: Texts
) -> Toast:
    reply = await invitations.replace(actor, callback_data.person, callback_data.sure)
    return answer(query, reply, texts)


async def _move(
    query: CallbackQuery, callback_data: MoveMe, actor: Actor, own_account: OwnAccount, texts: Texts
) -> Toast:
    return answer(query, await own_account.step(actor, callback_data.step), texts)


async def _language(
    query: CallbackQuery, callback_data: Language, actor: Actor, newcomers: Newcomers, texts: Texts
) -> Toast:
    shown = query.message.message_id if query.message else None
    return answer(query, await newcomers.language(actor, callback_data.locale, shown), texts)


async def _aside(
    query: CallbackQuery, callback_data: Aside, actor: Actor, asides: Asides, texts: Texts
) -> Toast:
    match callback_data.deed:
        case AsideDeed.SHOW:
            reply = await asides.open(actor)
        case AsideDeed.HIDE:
            reply = await asides.put_away(actor)
        case AsideDeed.RETRY:
            reply = await asides.retry(actor, callback_data.update)
        case AsideDeed.LET_GO:
            reply = await asides.let_go(actor, callback_data.update)
    return answer(query, reply, texts)
