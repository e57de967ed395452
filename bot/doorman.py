"""Who is at the door: every update is given its actor and his words before a handler sees it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import TelegramObject, Update, User

from contacts.normal import showable
from desk.actor import Actor
from desk.door import Door
from screens.texts import LOCALES, texts_for

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Doorman(BaseMiddleware):
    """An outer middleware of updates. Who stands here is a person in his private chat: the porch saw to that."""

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
            return Actor(update, user.id, person.id, person.name, frozenset(person.roles), person.locale)
        spoken = (user.language_code or "")[:2]
        locale = spoken if spoken in LOCALES else usual
        return Actor(update, user.id, None, showable(user.full_name) or str(user.id), frozenset(), locale)
