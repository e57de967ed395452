"""A screen: what one message shows, before anything is sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from aiogram.filters.callback_data import CallbackData

Style = Literal["success", "danger", "primary"]


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button. Exactly one of `data`, `copy`, `url`, or none of them: then it is disabled."""

    text: str
    data: CallbackData | None = None
    copy: str | None = None
    url: str | None = None
    style: Style | None = None


Keyboard = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """Text in Telegram's HTML, with everything that people typed escaped, and the buttons under it."""

    text: str
    keyboard: Keyboard = ()
    silent: bool = False  # sent without a sound


@dataclass(frozen=True, slots=True)
class Copies:
    """Messages to copy as they are: the client's own voice, photo or album."""

    from_chat: int
    messages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class CommandMenu:
    """The command menu of one chat: (command without slash, description)."""

    commands: tuple[tuple[str, str], ...]


Content = Screen | Copies | CommandMenu
