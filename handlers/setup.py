"""/setup: the steps that lead from an empty database to an office that works."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from desk.actor import Actor
from desk.office.browsing import Browsing
from desk.office.setup import SetUpWizard
from handlers.filters import asked
from handlers.tap import Toast, answer
from screens.buttons.of_panes import OfficePane
from screens.buttons.of_setup import Choose, MoveOn, ToOffice
from screens.commands import Command
from screens.texts import Texts


def router() -> Router:
    router = Router(name="setup")
    router.message.register(_setup, *asked(Command.SET_UP))
    router.callback_query.register(_move, MoveOn.filter())
    router.callback_query.register(_choose, Choose.filter())
    router.callback_query.register(_to_office, ToOffice.filter())
    return router


async def _setup(_: Message, actor: Actor, wizard: SetUpWizard) -> None:
    await wizard.begin(actor)


async def _move(
    query: CallbackQuery, callback_data: MoveOn, actor: Actor, wizard: SetUpWizard, texts: Texts
) -> Toast:
    return answer(query, await wizard.move(actor, callback_data.step, callback_data.move), texts)


async def _choose(
    query: CallbackQuery, callback_data: Choose, actor: Actor, wizard: SetUpWizard, texts: Texts
) -> Toast:
    return answer(query, await wizard.choose(actor, callback_data.step, callback_data.value), texts)


async def _to_office(query: CallbackQuery, actor: Actor, browsing: Browsing, texts: Texts) -> Toast:
    return answer(query, await browsing.open(actor, OfficePane.FRONT, fresh=True), texts)
