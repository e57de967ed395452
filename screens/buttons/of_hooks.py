"""Where the office tells of its leads, set up with taps: addresses by `short`, what each hears of, what was sent."""

from __future__ import annotations

from enum import StrEnum

from leads.hooks import EventKind
from screens.buttons.base import CallbackData, Number


class HookDeed(StrEnum):
    TEST = "test"  # it is sent something that tells of nothing
    ON = "on"
    OFF = "off"
    PERSONAL = "personal"  # who the client is, is told there
    THIN = "thin"  # it is not
    PRIVATE = "private"  # it may be an address of the own network
    PUBLIC = "public"  # it may not
    ROTATE = "rotate"  # another secret; for a day the old one signs, too
    REMOVE = "remove"


class MakeHook(CallbackData, prefix="hook-make"):
    """Asks for the address of a new one."""


class OfHook(CallbackData, prefix="hook"):
    deed: HookDeed
    hook: str


class TickEvent(CallbackData, prefix="hook-event"):
    """It hears of this, or does not."""

    hook: str
    event: EventKind
    on: bool


class SendAgain(CallbackData, prefix="hook-again"):
    """What was sent, or was given up, is sent once more."""

    delivery: Number
