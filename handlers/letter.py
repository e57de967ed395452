"""One incoming message, stripped of Telegram."""

from __future__ import annotations

from dataclasses import dataclass

from aiogram.types import Message, MessageOriginHiddenUser, MessageOriginUser

NAMELESS = frozenset({"", "Deleted Account"})  # what Telegram calls whoever is gone, in every language


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


def read_letter(message: Message) -> Letter:
    """Any kind of message: text, contact, forward, voice, photo, and whatever else people send."""
    contact = message.contact
    return Letter(
        chat=message.chat.id,
        message=message.message_id,
        text=message.text or message.caption or "",
        kind=_kind(message),
        name=" ".join(filter(None, [contact.first_name, contact.last_name])) or None if contact else None,
        phone=contact.phone_number if contact else None,
        vcard=(contact.vcard or "") if contact else "",
        album=message.media_group_id,
        author=None if contact else _author(message),
    )


def _kind(message: Message) -> str | None:
    if message.text is not None:
        return None
    for kind in ("voice", "photo", "video", "document", "contact"):
        if getattr(message, kind):
            return kind
    return "other"


def _author(message: Message) -> Author | None:
    """As far as he lets it be known."""
    origin = message.forward_origin
    if isinstance(origin, MessageOriginUser) and not origin.sender_user.is_bot:
        return Author(origin.sender_user.full_name, origin.sender_user.id)
    if isinstance(origin, MessageOriginHiddenUser) and origin.sender_user_name.strip() not in NAMELESS:
        return Author(origin.sender_user_name)
    return None
