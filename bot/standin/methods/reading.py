"""What a bot may look up: chats and files."""

from __future__ import annotations

from aiogram.enums import ChatAction
from aiogram.methods import GetChat, GetFile, SendChatAction

from bot.standin.files import MOST_DOWNLOADED
from bot.standin.model import Model
from bot.standin.wire import JSON, Uploads, bad_request

NO_GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)


def get_chat(model: Model, asked: GetChat, _: Uploads) -> JSON:
    chat = model.find_chat(asked.chat_id)
    if not chat.started:
        raise bad_request("chat not found")
    full: JSON = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": NO_GIFTS}
    pinned = chat.messages.get(chat.pinned or 0)
    return chat.about | full | ({"pinned_message": pinned} if pinned else {})


def get_file(model: Model, asked: GetFile, _: Uploads) -> JSON:
    stored = model.files.get(asked.file_id)
    if len(stored.upload.data) > MOST_DOWNLOADED:
        raise bad_request("file is too big")
    return stored.about() | {"file_path": stored.path}


def send_chat_action(model: Model, asked: SendChatAction, _: Uploads) -> bool:
    """Shown for a moment only; the stand-in checks it and keeps nothing."""
    if asked.action not in list(ChatAction):
        raise bad_request("wrong parameter action in request")
    model.writable_chat(asked.chat_id)
    return True
