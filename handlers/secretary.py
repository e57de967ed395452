"""What a secretary sends becomes a draft; their taps correct it, hand it over or throw it away."""

from __future__ import annotations

from aiogram import Router
from aiogram.types import (
    CallbackQuery,
    Message,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUser,
)

from contacts.reading import Author, Letter
from desk.actor import NOTHING, Actor
from desk.asks import Asks
from desk.finding import Finding
from desk.hearing import Hearing
from desk.intake import Intake
from desk.rewriting import Rewriting
from handlers.filters import command_of, is_said, is_typed
from handlers.tap import Toast, answer
from leads.rights import Right, may
from screens.buttons.of_intake import Apart, Discard, HandOver, Join, Pick
from screens.commands import Command
from screens.texts import Texts

NAMELESS = frozenset({"", "Deleted Account"})  # what Telegram calls whoever is gone, in every language


def router() -> Router:
    router = Router(name="secretary")
    router.callback_query.register(_hand_over, HandOver.filter())
    router.callback_query.register(_apart, Apart.filter())
    router.callback_query.register(_pick, Pick.filter())
    router.callback_query.register(_discard, Discard.filter())
    router.callback_query.register(_join, Join.filter())
    router.callback_query.register(_unknown)
    router.message.register(_message, is_said)
    router.edited_message.register(_edited, is_said)
    return router


async def _message(message: Message, actor: Actor, finding: Finding, hearing: Hearing, asks: Asks) -> None:
    """Everything that is not a command: an answer, a lead, a note, or something that nobody waits for."""
    command = command_of(message.text or "")
    if actor.person is None:
        await asks.say(actor, "stranger")
    elif command:
        await asks.say(actor, "not-your-command" if command in set(Command) else "unknown-command")
    elif is_typed(message) and await finding.hear(actor, message.text or ""):
        return
    elif may(actor.roles, Right.WRITE_DOWN):
        replied_to = message.reply_to_message.message_id if message.reply_to_message else None
        await hearing.hear(actor, read_letter(message), replied_to)
    else:
        await asks.say(actor, "text-not-understood")


async def _edited(message: Message, actor: Actor, rewriting: Rewriting) -> None:
    """Somebody has written a message of theirs anew."""
    if actor.person and not command_of(message.text or ""):
        await rewriting.hear(actor, read_letter(message))


async def _join(
    query: CallbackQuery, callback_data: Join, actor: Actor, intake: Intake, texts: Texts
) -> Toast:
    draft, other = callback_data.lead, callback_data.other
    if other > 0:
        return answer(query, await intake.join(actor, draft, other), texts)
    return answer(query, await intake.list_drafts(actor, draft, is_open=other == 0), texts)


async def _hand_over(
    query: CallbackQuery, callback_data: HandOver, actor: Actor, intake: Intake, texts: Texts
) -> Toast:
    return answer(query, await intake.hand_over(actor, callback_data.lead), texts)


async def _apart(
    query: CallbackQuery, callback_data: Apart, actor: Actor, intake: Intake, texts: Texts
) -> Toast:
    return answer(query, await intake.hand_over(actor, callback_data.lead, apart=True), texts)


async def _pick(
    query: CallbackQuery, callback_data: Pick, actor: Actor, intake: Intake, texts: Texts
) -> Toast:
    return answer(query, await intake.pick(actor, callback_data.lead, callback_data.who), texts)


async def _discard(
    query: CallbackQuery, callback_data: Discard, actor: Actor, intake: Intake, texts: Texts
) -> Toast:
    return answer(query, await intake.discard(actor, callback_data.lead), texts)


async def _unknown(query: CallbackQuery, texts: Texts) -> Toast:
    """A button of a version long gone: nothing happens, and the tap stops waiting."""
    return answer(query, NOTHING, texts)


def read_letter(message: Message) -> Letter:
    """Reads any kind of message: text, contact, forward, voice, photo, and whatever else people send."""
    contact = message.contact
    return Letter(
        chat=message.chat.id,
        message=message.message_id,
        text=message.text or message.caption or "",
        kind=_kind(message),
        name=" ".join(filter(None, [contact.first_name, contact.last_name])) or None if contact else None,
        phone=contact.phone_number if contact else None,
        account=contact.user_id if contact else None,
        vcard=(contact.vcard or "") if contact else "",
        album=message.media_group_id,
        author=None if contact else _author(message),
        relay=_relay(message),
        sender=message.from_user.username if message.from_user else None,
    )


def _kind(message: Message) -> str | None:
    if message.text is not None:
        return None
    for kind in ("voice", "photo", "video", "document", "contact"):
        if getattr(message, kind):
            return kind
    return "other"


def _relay(message: Message) -> int | None:
    """The bot, channel or group that has written what is forwarded: the next from there is of the same source."""
    match message.forward_origin:
        case MessageOriginUser(sender_user=user) if user.is_bot:
            return user.id
        case MessageOriginChannel(chat=chat) | MessageOriginChat(sender_chat=chat):
            return chat.id
    return None


def _author(message: Message) -> Author | None:
    """As far as they let it be known."""
    origin = message.forward_origin
    if isinstance(origin, MessageOriginUser) and not origin.sender_user.is_bot:
        user = origin.sender_user
        return Author(user.full_name, user.id, user.username)
    if isinstance(origin, MessageOriginHiddenUser) and origin.sender_user_name.strip() not in NAMELESS:
        return Author(origin.sender_user_name)
    return None
