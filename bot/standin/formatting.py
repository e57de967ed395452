"""Text with entities: what a request means, cleaned and counted as Telegram does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from aiogram.types import MessageEntity

from bot.standin.html_text import parse_html, utf16
from bot.standin.wire import JSON, bad_request

MOST_TEXT = 4096  # UTF-16 code units, after the entities are parsed
MOST_CAPTION = 1024

# What Telegram finds by itself, roughly: enough for commands, contacts and links.
FOUND = re.compile(
    r"(?P<url>(?:https?://|t\.me/)[^\s<>\"]+)"
    r"|(?P<email>[\w.+-]+@[\w-]+\.[\w.-]+\w)"
    r"|(?P<bot_command>(?<![\w/])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)(?![\w/])"
    r"|(?P<mention>(?<!\w)@[A-Za-z]\w{3,31})"
    r"|(?P<hashtag>(?<!\w)#\w*[^\W\d]\w*)"
    r"|(?P<phone_number>(?<![\w+])\+?\d[\d ()-]{8,16}\d(?!\w))"
)


@dataclass(frozen=True, slots=True)
class Formatted:
    text: str = ""
    entities: tuple[JSON, ...] = ()

    def fields(self, text: str, entities: str) -> JSON:
        """Returns the parts of a message, under these names; nothing for an empty text."""
        if not self.text:
            return {}
        return {text: self.text} | ({entities: list(self.entities)} if self.entities else {})


def as_text(text: str | None, parse_mode: object, entities: Sequence[MessageEntity] | None) -> Formatted:
    """Reads the text of a message, 1 to 4096."""
    formatted = _read(text or "", parse_mode, entities)
    if not formatted.text:
        raise bad_request("message text is empty")
    if utf16(formatted.text) > MOST_TEXT:
        raise bad_request("message is too long")
    return formatted


def as_caption(text: str | None, parse_mode: object, entities: Sequence[MessageEntity] | None) -> Formatted:
    """Reads a caption, 0 to 1024."""
    formatted = _read(text or "", parse_mode, entities)
    if utf16(formatted.text) > MOST_CAPTION:
        raise bad_request("message caption is too long")
    return formatted


def typed(text: str) -> Formatted:
    """Returns what a person types: Telegram finds commands, links, phones in it."""
    return _cleaned(text, [])


def _read(text: str, parse_mode: object, entities: Sequence[MessageEntity] | None) -> Formatted:
    if isinstance(parse_mode, str) and parse_mode.lower() not in ("", "none"):
        if (
            parse_mode.lower() != "html"
        ):  # the stand-in reads HTML only; Markdown is refused like an unknown mode
            raise bad_request("unsupported parse_mode")
        return _cleaned(*parse_html(text))
    given = [e.model_dump(exclude_none=True, by_alias=True) for e in entities or ()]
    for entity in given:
        if entity["offset"] < 0 or entity["length"] < 0 or entity["offset"] + entity["length"] > utf16(text):
            raise bad_request("ENTITY_BOUNDS_INVALID")
    return _cleaned(text, given)


def _cleaned(text: str, entities: list[JSON]) -> Formatted:
    """Telegram trims white space at both ends, and the entities with it."""
    cut = utf16(text) - utf16(text.lstrip())
    plain = text.strip()
    end = utf16(plain)
    kept = []
    for entity in entities:
        start = max(entity["offset"] - cut, 0)
        stop = min(entity["offset"] + entity["length"] - cut, end)
        if stop > start:
            kept.append(entity | {"offset": start, "length": stop - start})
    found = [entity for entity in _found(plain) if not any(_overlap(entity, other) for other in kept)]
    return Formatted(plain, tuple(sorted(kept + found, key=lambda e: (e["offset"], -e["length"]))))


def _found(text: str) -> list[JSON]:
    return [
        {"type": hit.lastgroup, "offset": utf16(text[: hit.start()]), "length": utf16(hit[hit.lastgroup])}
        for hit in FOUND.finditer(text)
        if hit.lastgroup
    ]


def _overlap(found: JSON, other: JSON) -> bool:
    """Bold and the like may lie over a found entity; code and links may not."""
    if other["type"] not in ("code", "pre", "text_link", "text_mention", "date_time", "custom_emoji"):
        return False
    ends: int = other["offset"] + other["length"]
    starts: int = other["offset"]
    return bool(found["offset"] < ends and starts < found["offset"] + found["length"])
