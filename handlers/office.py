"""The panes of /office: opening them, what is tapped there, and what is typed where one asks for it."""

from __future__ import annotations

from typing import Any

from aiogram import Bot, Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, Message

from desk.actor import Actor
from desk.office.asking import Said, SentFile, SharedPerson
from desk.office.browsing import Browsing
from desk.office.changes import Changes
from desk.office.crm import CrmOffice
from desk.office.erasing import Erasing
from desk.office.past import PastLeads
from handlers.filters import command_of
from handlers.secretary import read_letter
from handlers.tap import Toast, answer
from screens.buttons.of_panes import Go, TakeBack
from screens.texts import Texts

MOST_BYTES = 1_000_000  # of a file that is read


def router() -> Router:
    router = Router(name="office")
    router.callback_query.register(_go, Go.filter())
    router.callback_query.register(_take_back, TakeBack.filter())
    router.message.register(_said, _IsAsked())
    return router


class _IsAsked(Filter):
    """Passes for whatever is sent by somebody whom a pane has asked for it; a command is none."""

    async def __call__(self, message: Message, actor: Actor, browsing: Browsing) -> bool | dict[str, Any]:
        return not command_of(message.text or "") and await browsing.is_asked(actor)


async def _said(
    message: Message,
    bot: Bot,
    actor: Actor,
    browsing: Browsing,
    erasing: Erasing,
    past_leads: PastLeads,
    crm_office: CrmOffice,
) -> None:
    spot = message.location
    said = Said(
        message.text or message.caption or "",
        people=_people(message),
        place=(spot.latitude, spot.longitude) if spot else None,
        file=await _file(message, bot),
        message=message.message_id,
        letter=read_letter(message),
    )
    await browsing.hear(actor, said)
    await erasing.go_on(actor)
    await past_leads.go_on(actor.chat)
    await crm_office.go_on(actor)


async def _file(message: Message, bot: Bot) -> SentFile | None:
    """A document; brought at once where it is small enough to be a list somebody has made."""
    document = message.document
    if document is None:
        return None
    is_small = (document.file_size or 0) <= MOST_BYTES
    data = await bot.download(document) if is_small else None
    return SentFile(document.file_name or "", data.read() if data else b"", document.file_id)


def _people(message: Message) -> tuple[SharedPerson, ...]:
    """Those whom Telegram's own list has told of, or a contact."""
    if shared := message.users_shared:
        return tuple(
            SharedPerson(user.user_id, " ".join(filter(None, (user.first_name, user.last_name))))
            for user in shared.users
        )
    if contact := message.contact:
        name = " ".join(filter(None, (contact.first_name, contact.last_name)))
        return (SharedPerson(contact.user_id, name),)
    return ()


async def _go(
    query: CallbackQuery, callback_data: Go, actor: Actor, browsing: Browsing, texts: Texts
) -> Toast:
    to = callback_data
    return answer(query, await browsing.open(actor, to.pane, to.about, to.page), texts)


async def _take_back(
    query: CallbackQuery, callback_data: TakeBack, actor: Actor, changes: Changes, texts: Texts
) -> Toast:
    return answer(query, await changes.take_back(actor, callback_data.change), texts)
