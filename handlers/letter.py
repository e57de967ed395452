"""A message of Telegram's as a letter."""

from __future__ import annotations

from aiogram.types import Message, MessageOriginHiddenUser, MessageOriginUser

from contacts.letter import Author, Letter

NAMELESS = frozenset({"", "Deleted Account"})  # what Telegram calls whoever is gone, in every language


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
