"""Updates as Telegram writes them, read as far as they can be: a part that nobody understands hides no lead.

Telegram adds kinds of things before this program knows them, and a stranger's client may put anything into an
update. Whatever cannot be read is left out of what a handler sees; what Telegram sent is kept beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from aiogram import Bot
from aiogram.types import Update
from pydantic import ValidationError
from pydantic_core import ErrorDetails

KINDS = ("message", "edited_message", "callback_query")
WHERE = ("message_id", "date", "chat")  # what is read of the message under a button
MOST_ROUNDS = 12  # of leaving out: what is wrong inside a part may show only when its neighbours are gone

# What a message or a tap can do without, although aiogram asks for it: by the part it stands in, and its name.
NEUTRAL: Mapping[tuple[str, str], object] = {
    ("callback_query", "chat_instance"): "",
    ("message", "date"): 0,
    ("edited_message", "date"): 0,
    ("chat", "type"): "private",
    ("from", "first_name"): "",
    ("from", "is_bot"): False,
}

# A client of one's own may send any bytes. PostgreSQL stores no NUL, and nothing encodes half a surrogate pair.
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Incoming:
    """An update as it came.

    `raw` is what Telegram sent, without bytes that cannot be stored; `update` is None if nothing can be read.
    """

    number: int
    raw: Mapping[str, Any]
    update: Update | None

    @property
    def chat(self) -> int | None:
        """The private chat of whoever sent it, as far as that can be told."""
        for kind in KINDS:
            part = self.raw.get(kind)
            sender = part.get("from") if isinstance(part, dict) else None
            if isinstance(sender, dict) and isinstance(sender.get("id"), int):
                return int(sender["id"])
        return None


def read_update(raw: object, bot: Bot) -> Incoming:
    """Reads an update, leaving out what cannot be read. Raises ValueError for what is no update at all."""
    body = _storable(raw)
    number = body.get("update_id") if isinstance(body, dict) else None
    if not isinstance(number, int) or isinstance(number, bool):
        raise ValueError("no update: it has no update_id")
    return Incoming(number, body, _read(_what_is_read(body), bot))


def _what_is_read(body: Mapping[str, Any]) -> dict[str, Any]:
    """A copy, and of the message under a button only where it is: what stands there, nobody asks a tap."""
    parts = dict(body)
    if isinstance(tap := body.get("callback_query"), dict) and isinstance(under := tap.get("message"), dict):
        parts["callback_query"] = tap | {"message": {key: under[key] for key in WHERE if key in under}}
    return {key: _copy(part) for key, part in parts.items()}


def _read(body: Any, bot: Bot) -> Update | None:
    """The update; `body` is changed. None where no message and no tap is left of it, or nobody who sent it."""
    brought = [kind for kind in KINDS if kind in body]
    for _ in range(MOST_ROUNDS):
        try:
            update = Update.model_validate(body, context={"bot": bot})
        except ValidationError as error:
            _mend(body, error.errors(include_url=False, include_input=False))
        else:
            parts = [getattr(update, kind) for kind in brought]
            return update if all(part and part.from_user for part in parts) else None
    return None


def _mend(body: Any, errors: Iterable[ErrorDetails]) -> None:
    """Fills in what a message can do without, and leaves out the smallest parts that hold the other errors."""
    unread = set[Path]()
    for error in errors:
        path = _place(body, error["loc"])
        neutral = (str(path[-1]) if path else "", str(error["loc"][-1]))
        if error["type"] == "missing" and neutral in NEUTRAL:
            _at(body, path)[neutral[1]] = NEUTRAL[neutral]
        else:
            unread.add(path)
    for path in sorted(unread, key=_from_the_end, reverse=True):
        if path and path != ("update_id",):
            del _at(body, path[:-1])[path[-1]]


def _place(body: Any, loc: Path) -> Path:
    """The part of the update that an error is about: pydantic puts names of classes between the keys."""
    path: list[str | int] = []
    for part in loc:
        is_there = (
            part in body if isinstance(body, dict) else isinstance(body, list) and isinstance(part, int)
        )
        if is_there:
            path.append(part)
            body = body[part]
    return tuple(path)


def _at(body: Any, path: Path) -> Any:
    for part in path:
        body = body[part]
    return body


def _from_the_end(path: Path) -> tuple[int, list[tuple[int, str]]]:
    """The deepest first, and of a list the last: what is left keeps its place."""
    return len(path), [(part, "") if isinstance(part, int) else (-1, part) for part in path]


def _copy(value: Any) -> Any:
    match value:
        case dict():
            return {key: _copy(part) for key, part in value.items()}
        case list():
            return [_copy(part) for part in value]
    return value


def _storable(value: Any) -> Any:
    match value:
        case str():
            return _UNSTORABLE.sub("\ufffd", value)
        case dict():
            return {_storable(key): _storable(part) for key, part in value.items()}
        case list():
            return [_storable(part) for part in value]
    return value
