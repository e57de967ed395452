"""One incoming message, stripped of Telegram."""

from __future__ import annotations

from dataclasses import dataclass

from aiogram.types import Message, MessageOriginChat, MessageOriginHiddenUser, MessageOriginUser


@dataclass(frozen=True, slots=True)
class Letter:
    chat: int
    message: int
    text: str = ""  # or the caption
    kind: str | None = None  # of what is attached: voice, photo, video, document, contact, other
    name: str | None = None  # a contact's, or a forwarded message's author
    phone: str | None = None  # a contact's, as Telegram gives it
    album: str | None = None  # messages sent together share it


def read_letter(message: Message) -> Letter:
    """Any kind of message: text, contact, forward, voice, photo, and whatever else people send."""
    contact = message.contact
    name = " ".join(filter(None, [contact.first_name, contact.last_name])) if contact else _author(message)
    return Letter(
        chat=message.chat.id,
        message=message.message_id,
        text=message.text or message.caption or "",
        kind=_kind(message),
        name=name,
        phone=contact.phone_number if contact else None,
        album=message.media_group_id,
    )


def _kind(message: Message) -> str | None:
    if message.text is not None:
        return None
    for kind in ("voice", "photo", "video", "document", "contact"):
        if getattr(message, kind):
            return kind
    return "other"


def _author(message: Message) -> str | None:
    """Who wrote a forwarded message first, as far as he lets it be known."""
    origin = message.forward_origin
    if isinstance(origin, MessageOriginUser):
        return origin.sender_user.full_name
    if isinstance(origin, MessageOriginHiddenUser):
        return origin.sender_user_name
    if isinstance(origin, MessageOriginChat):
        return origin.sender_chat.title
    return None
