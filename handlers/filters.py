"""Which messages a handler takes: a command, in any letters' case, of people who may use it; what people say.

The desk checks rights again: a filter is for politeness, not for safety.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from aiogram import Bot
from aiogram.enums import ContentType
from aiogram.filters import Command as CommandFilter
from aiogram.filters import CommandObject, Filter
from aiogram.types import Message

from desk.actor import Actor
from leads.rights import OF_ONE_SEGMENT, Right, may
from screens.commands import TAKES, Command
from screens.keyboard import command_said

May = Callable[[Message, Actor], bool]

_COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@\w+)?(?:\s|$)")

SAID = frozenset(
    {
        *(ContentType.TEXT, ContentType.ANIMATION, ContentType.AUDIO, ContentType.DOCUMENT),
        *(
            ContentType.PHOTO,
            ContentType.LIVE_PHOTO,
            ContentType.VIDEO,
            ContentType.VIDEO_NOTE,
            ContentType.VOICE,
        ),
        *(ContentType.STICKER, ContentType.STORY, ContentType.PAID_MEDIA, ContentType.RICH_MESSAGE),
        *(
            ContentType.CONTACT,
            ContentType.LOCATION,
            ContentType.VENUE,
            ContentType.POLL,
            ContentType.CHECKLIST,
        ),
        *(ContentType.DICE, ContentType.GAME, ContentType.INVOICE),
        ContentType.UNKNOWN,  # something newer than this program: rather a draft too many than a lead too few
    }
)
"""What a person sends. All else is Telegram's own news of the chat: a message was pinned, its theme was changed."""


class Asked(Filter):
    """Passes for `/name`, and for `/Name` as a telephone writes it at the beginning of a sentence; for the word that
    does the same, where nothing else is in the message, and it is neither forwarded nor an answer to another one.
    """

    def __init__(self, command: Command) -> None:
        self.command = command
        self._typed = CommandFilter(command.value, ignore_case=True)

    async def __call__(self, message: Message, bot: Bot) -> bool | dict[str, Any]:
        if is_typed(message) and command_said(message.text or "") is self.command:
            return {"command": CommandObject(command=self.command.value)}
        return await self._typed(message, bot)


def asked(command: Command) -> tuple[Asked, May]:
    """Passes for this command, or its word, of people who may.

    Others are told so by the last router; a word of theirs is a text like any other.
    """
    return Asked(command), _may(TAKES[command])


def command_of(text: str) -> str | None:
    """Returns the name of the command, in small letters; None for a text that is none: `/ 2 окна`, `/срочно`."""
    found = _COMMAND.match(text)
    return found.group(1).lower() if found else None


def is_typed(message: Message) -> bool:
    """Tells whether somebody has written this themselves, and not as an answer to another message."""
    return message.text is not None and message.forward_origin is None and message.reply_to_message is None


def is_said(message: Message) -> bool:
    """Tells whether a person has sent something, and not Telegram told something of the chat."""
    return message.content_type in SAID


def _may(right: Right) -> May:
    def passes(_: Message, actor: Actor) -> bool:
        return may(actor.roles, right) or (actor.heads and right in OF_ONE_SEGMENT)

    return passes
