"""What kind a button or a screen is: what it does and shows, whoever and whatever it is about.

Two buttons are of one kind where they have the same class and the same words of the program in them: a deed, a step,
a pane, a field. Names of people, segments and sources, days and numbers are data, and told apart by nothing but
whether they are there.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from importlib import import_module
from typing import Any, Final

from bot.standin.people import Button, Seen
from screens import buttons
from screens.buttons.base import CallbackData

TAPPED: Final = "callback_data"
DATA: Final = "…"
_HEX = re.compile(r"[0-9a-f]{6,}")
_DIGITS = re.compile(r"[0-9][0-9.:,+-]*")


def _classes() -> Mapping[str, type[CallbackData]]:
    for module in pkgutil.iter_modules(buttons.__path__):
        import_module(f"{buttons.__name__}.{module.name}")
    ours = (c for c in CallbackData.__subclasses__() if c.__module__.startswith(f"{buttons.__name__}."))
    return {found.__prefix__: found for found in ours}


CLASSES: Final = _classes()
"""Every class of buttons, by the prefix of its data."""


def unpacked(data: str) -> CallbackData:
    return CLASSES[data.partition(":")[0]].unpack(data)


Names = Mapping[str, str]
"""What stands for people, segments, sources and, where a walk is not fine, settings in the data of buttons."""


def kind_of(data: str, names: Names) -> str:
    """Returns the kind of the button with this data."""
    button = unpacked(data)
    said = (f"{name}={shape(value, names)}" for name, value in button)
    return " ".join([type(button).__name__, *said])


def shape(value: Any, names: Names) -> str:
    """Returns the words of the program in it, without the data."""
    match value:
        case Enum():
            return str(value.value)
        case bool():
            return str(value)
        case int():
            return str(value) if value in {0, -1} else "#"
        case str() if value in names:
            return names[value]
        case str():
            return "".join(_part(part, names) for part in re.split(r"([.@:])", value))
        case Mapping():
            return "{" + ",".join(f"{key}:{shape(one, names)}" for key, one in sorted(value.items())) + "}"
        case list() | tuple():
            return "[" + ",".join(sorted({shape(one, names) for one in value})) + "]"
    return str(value)


def _part(part: str, names: Names) -> str:
    """A button may be about a part of something: `segment.k`, `key@segment`."""
    return names.get(part) or _DIGITS.sub("#", _HEX.sub(DATA, part))


@dataclass(frozen=True, slots=True)
class ScreenKind:
    """`card`: what sort of card it is, and which of its panes is open. `buttons`: the kinds of what is tapped there."""

    card: str
    buttons: frozenset[str]


OPENED: Final = ("pane", "part", "step", "menu", "key", "refused", "sure")
"""What says in the payload of a card which of its panes is open; of a note, which one it is."""


def screen_kind(seen: Seen, card: tuple[str, Mapping[str, Any]] | None, names: Names) -> ScreenKind:
    found = frozenset(kind_of(button.value, names) for button in tapped(seen))
    return ScreenKind(card_word(card, names), found)


def card_word(card: tuple[str, Mapping[str, Any]] | None, names: Names) -> str:
    if card is None:
        return "?"
    word, payload = card
    args = payload.get("args", {})
    said = {**payload, **(args if isinstance(args, dict) else {})}
    opened = [shape(said[name], names) for name in OPENED if said.get(name) not in {None, "", False}]
    return "/".join([word, *opened])


def tapped(seen: Seen) -> Iterator[Button]:
    """The buttons that tell the bot something."""
    return (button for row in seen.buttons for button in row if button.action == TAPPED)
