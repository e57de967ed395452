"""Whoever taps faster than anybody reads makes others wait: what is beyond a generous measure is not done, and is told.

What a secretary brings is always taken: it may be a lead.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, Final

from aiogram import BaseMiddleware
from aiogram.methods import AnswerCallbackQuery
from aiogram.types import TelegramObject, Update, User

from bot.clock import Clock
from desk.allowance import Allowance, used
from desk.door import Door
from desk.transaction import SetUp
from leads.office import Person
from leads.rights import Right, may
from screens.texts import texts_for
from storage.kinds import Urgency

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]

MEMBER = Allowance(
    100, 0.1
)  # far beyond what fingers do; six hundred taps cost the others less than two seconds
TOLD_AGAIN: Final = 60.0  # seconds: what a flood is told once


class Throttle(BaseMiddleware):
    """An outer middleware of updates, behind the porch: whom it holds up costs no transaction.

    Kept in memory: of the office's people alone, and forgotten with the program.
    """

    def __init__(self, door: Door, clock: Clock) -> None:
        self._door = door
        self._clock = clock
        self._until: dict[int, float] = {}  # by account, as in `used`
        self._told: dict[int, float] = {}

    async def __call__(self, handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
        user: User | None = data.get("event_from_user")
        set_up = self._door.set_up
        if not isinstance(event, Update) or user is None or set_up is None:
            return await handler(event, data)
        person = _person(set_up, user.id)
        if person is None or _may_be_a_lead(event, person) or self._may(user.id):
            return await handler(event, data)
        if event.callback_query:
            words = texts_for(person.locale).plain("notice-too-fast")
            return AnswerCallbackQuery(callback_query_id=event.callback_query.id, text=words)
        await self._tell(event.update_id, user.id)
        return None

    def _may(self, account: int) -> bool:
        now = self._clock.monotonic()
        until = used(MEMBER, self._until.get(account, now), now)
        if until is not None:
            self._until[account] = until
        return until is not None

    async def _tell(self, update: int, chat: int) -> None:
        now = self._clock.monotonic()
        if now < self._told.get(chat, now):
            return
        self._told[chat] = now + TOLD_AGAIN
        await self._door.write(lambda work: work.note(chat, f"too-fast:{update}", "too-fast", Urgency.ANSWER))


def _person(set_up: SetUp, account: int) -> Person | None:
    return next((person for person in set_up.office.people if person.telegram_id == account), None)


def _may_be_a_lead(update: Update, person: Person) -> bool:
    message = update.message or update.edited_message
    is_command = bool(message and message.text and message.text.startswith("/"))
    return message is not None and not is_command and may(person.roles, Right.TAKE_IN)
