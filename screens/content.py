"""A screen: what one message shows, before anything is sent; and how lines become one message that Telegram accepts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Literal

from screens.buttons.base import CallbackData
from screens.texts import Html, cut, units

Style = Literal["success", "danger", "primary"]

LONGEST = 4096  # https://core.telegram.org/bots/api#sendmessage, after the entities are parsed
MOST_BUTTONS = 90  # of the 100 that Telegram shows, the rest are for what stands above and below a list

_TAG = re.compile(r"<[^>]*>")


GAP = Html("")  # an empty line between two blocks


@dataclass(frozen=True, slots=True)
class Button:
    """One inline button. Exactly one of `data`, `copy`, `url`, `app`, or none of them: then it is disabled."""

    text: str
    data: CallbackData | None = None
    copy: str | None = None
    url: str | None = None
    app: str | None = None  # the address of a Mini App
    style: Style | None = None


Keyboard = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class AskPeople:
    """A key that opens Telegram's own list of people; whom somebody picks there it tells the bot, with their names.

    `request`: comes back with the answer; `most`: how many may be picked at once, 10 at most.
    """

    text: str
    request: int
    most: int = 10


Words = tuple[tuple[str | AskPeople, ...], ...]
"""Keys that type what stands on them: the person sends it as if by hand. Some ask for people instead."""


@dataclass(frozen=True, slots=True)
class Screen:
    """Text in Telegram's HTML, with everything that people typed escaped, and the buttons under it."""

    text: str
    keyboard: Keyboard = ()
    silent: bool = False  # sent without a sound
    only_edits: bool = False  # not worth a new message where the old one is gone
    below: Words = ()  # what stands below the person's input field from then on; where there is no keyboard


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
    """Messages to copy as they are: the client's own voice, photo or album.

    `adds`: behind what stands there already, which came from another chat.
    """

    from_chat: int
    messages: tuple[int, ...]
    adds: bool = False


@dataclass(frozen=True, slots=True)
class CommandMenu:
    """The command menu of one chat: (command without slash, description)."""

    commands: tuple[tuple[str, str], ...]


Content = Screen | Picture | Document | Copies | CommandMenu


def page(*lines: Html | None, most: int = LONGEST) -> Html:
    """Returns the lines one under another; None is left out, and so is what no longer fits into `most` at the end.

    There is never more than one gap in a row, and none at the ends.
    """
    kept: list[str] = []
    room = most
    for line in lines:
        if line is None or (not line and not (kept and kept[-1])):
            continue
        room -= seen(line) + 1
        if room < 1:  # the last line is the mark of what was left out
            return Html("\n".join([*kept, "…"]))
        kept.append(line)
    return Html("\n".join(kept).rstrip("\n"))


def seen(html: str) -> int:
    """Tells how long the text is for Telegram: without its tags, with `&amp;` as one character."""
    return units(unescape(_TAG.sub("", html)))


def with_quote(above: Html, quoted: str, below: str = "", most: int = LONGEST) -> Html:
    """Puts somebody's own words between two texts, folded if long, cut to what the others leave free and to `most`."""
    parts: Iterable[str] = (above, below)
    room = min(most, LONGEST - seen(above) - seen(below) - 2)
    text = cut(quoted.strip(), room)
    if text:
        parts = (above, f"<blockquote expandable>{escape(text, quote=False)}</blockquote>", below)
    return Html("\n".join(part for part in parts if part))
