"""A screen: what one message shows, before anything is sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from screens.buttons import CallbackData

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
    only_edits: bool = False  # not worth a new message where the old one is gone


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing, with words and buttons under it.

    The caption is Telegram's HTML like a screen's text. It holds 1024 UTF-16 units as they are seen; the courier
    cuts what is longer. Telegram takes 10 MB at most, width and height together 10,000 pixels at most.
    """

    png: bytes = field(repr=False)
    name: str  # of the file, for whoever saves it
    caption: str = ""
    keyboard: Keyboard = ()
    silent: bool = False  # sent without a sound


@dataclass(frozen=True, slots=True)
class Document:
    """A file to be saved and opened elsewhere. Telegram takes 50 MB at most.

    It is never edited where it stands: another one is sent at the end of the chat, and the old message goes.
    The caption is as a picture's.
    """

    data: bytes = field(repr=False)
    name: str  # of the file, for whoever saves it
    caption: str = ""
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


Content = Screen | Picture | Document | Copies | CommandMenu
