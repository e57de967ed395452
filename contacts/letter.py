"""One incoming message, stripped of whatever brought it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote a forwarded message first. `account`: his Telegram id; None where he keeps it to himself."""

    name: str
    account: int | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    chat: int
    message: int
    text: str = ""  # or the caption
    kind: str | None = None  # of what is attached: voice, photo, video, document, contact, other
    name: str | None = None  # a contact's
    phone: str | None = None  # a contact's, as Telegram gives it
    vcard: str = ""  # a contact's; further numbers stand in it
    album: str | None = None  # messages sent together share it
    author: Author | None = None  # of a forward: a person, as bots, groups and channels are nobody's clients
