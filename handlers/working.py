"""/on and /off."""

from __future__ import annotations

from aiogram import Router
from aiogram.filters import CommandObject
from aiogram.types import Message

from desk.actor import Actor
from desk.presence import Presence
from handlers.filters import asked
from screens.commands import Command


def router() -> Router:
    router = Router(name="working")
    router.message.register(_on, *asked(Command.ON))
    router.message.register(_off, *asked(Command.OFF))
    return router


async def _on(_: Message, actor: Actor, presence: Presence) -> None:
    await presence.on(actor)


async def _off(_: Message, command: CommandObject, actor: Actor, presence: Presence) -> None:
    """`/off`, or with the day of return: `/off 01.12`."""
    await presence.off(actor, command.args or "")
