"""Who may use a command at all. The desk checks it again: a filter is for politeness, not for safety."""

from __future__ import annotations

from collections.abc import Callable

from aiogram.types import Message

from handlers.actor import Actor
from leads.office import Role


def has(*roles: Role) -> Callable[[Message, Actor], bool]:
    """Passes for people who have any of these roles; others are told so by the last router."""
    allowed = frozenset(roles)

    def passes(_: Message, actor: Actor) -> bool:
        return bool(actor.roles & allowed)

    return passes
