"""Who is at the door: every update is given its actor; strangers are answered once and then kept out.

They cannot make work: one answer, then silence for a while, and all of them together get only so much. That is kept in
memory, and of a bounded size. People of the office are held up by `bot.throttle` alone.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Collection
from dataclasses import replace
from enum import StrEnum
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import Chat, TelegramObject, Update, User

from bot.clock import Clock
from contacts.normal import showable
from desk.actor import Actor
from desk.allowance import Allowance, used
from desk.door import Door
from screens.texts import LOCALES, texts_for

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]

MOST = 10_000  # strangers that are remembered; who is forgotten is held up by what all may together


class Doorman(BaseMiddleware):
    """An outer middleware of updates.

    Who stands here is a person in their private chat: the porch saw to that.
    """

    def __init__(self, door: Door) -> None:
        self._door = door

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        user: User | None = data.get("event_from_user")
        if not isinstance(event, Update) or user is None:
            return None
        actor = await self._actor(event.update_id, user)
        if event.callback_query:
            actor = replace(actor, tap=event.callback_query.id)
        return await handler(event, data | {"actor": actor, "texts": texts_for(actor.locale)})

    async def _actor(self, update: int, user: User) -> Actor:
        person, usual = await self._door.known(user.id)
        if person:
            roles, heads = frozenset(person.roles), self._door.heads(person.id)
            return Actor(update, user.id, person.id, person.name, roles, person.locale, heads=heads)
        spoken = (user.language_code or "")[:2]
        locale = spoken if spoken in LOCALES else usual
        return Actor(update, user.id, None, showable(user.full_name) or str(user.id), frozenset(), locale)


class Kind(StrEnum):
    """What strangers do; one kind keeps no room from another, so that a flood of words keeps no newcomer out."""

    WORDS = "words"
    TAP = "tap"
    LINK = "link"  # `/start TOKEN`, as an invitation sends it


EACH = {
    Kind.WORDS: Allowance(1, 600),  # a greeting, then silence
    Kind.TAP: Allowance(3, 60),  # on what is left of somebody's time in the office
    Kind.LINK: Allowance(5, 600),  # who mistypes has some more, who guesses has none
}
TOGETHER = Allowance(30, 2)  # all strangers, of one kind: a few of the 30 messages a second


class Strangers:
    """Keeps how much of their allowances strangers have used. Times are `Clock.monotonic`, in seconds."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._set_up: int | None = None
        self._each: OrderedDict[tuple[Kind, int], float] = OrderedDict()  # until when it is used up
        self._together: dict[Kind, float] = {}

    def may(self, chat: int, kind: Kind, set_up: int) -> bool:
        """Uses up what it allows.

        A new version of the office's set-up forgives all: somebody may belong to it now.
        """
        if set_up != self._set_up:
            self._set_up = set_up
            self._each.clear()
        now = self._clock.monotonic()
        theirs = used(EACH[kind], self._each.get((kind, chat), now), now)
        everybodys = used(TOGETHER, self._together.get(kind, now), now)
        if theirs is None or everybodys is None:
            return False
        self._together[kind] = everybodys
        self._each[kind, chat] = theirs
        self._each.move_to_end((kind, chat))
        while len(self._each) > MOST:
            self._each.popitem(last=False)
        return True

    def __len__(self) -> int:
        return len(self._each)


class Porch(BaseMiddleware):
    """An outer middleware of updates, in front of the doorman: whom it turns away costs no transaction.

    Only people in private chats come in; groups and bots are passed over, and so is the news of a group that the
    bot was put into: it says nothing there.
    """

    def __init__(self, door: Door, strangers: Strangers, admins: Collection[int]) -> None:
        self._door = door
        self._strangers = strangers
        self._admins = admins

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        user: User | None = data.get("event_from_user")
        chat: Chat | None = data.get("event_chat")
        if not isinstance(event, Update) or user is None or user.is_bot or (chat and chat.type != "private"):
            return None
        set_up = self._door.set_up
        # before the office was read for the first time nobody is known, so nobody is a stranger
        if set_up is None or user.id in set_up.chats or user.id in self._admins:
            return await handler(event, data)
        kind = _kind(event)
        if not self._strangers.may(user.id, kind, set_up.version):
            return None
        done = await handler(event, data)
        if kind is Kind.LINK:  # who was let in just now is known from here on
            await self._door.read(lambda _: None)
        return done


def _kind(update: Update) -> Kind:
    if update.message is None:
        return Kind.WORDS if update.edited_message else Kind.TAP
    command, _, token = (update.message.text or "").partition(" ")
    brings_token = command.partition("@")[0].lower() == "/start" and bool(token.strip())
    return Kind.LINK if brings_token else Kind.WORDS
