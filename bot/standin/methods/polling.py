"""Updates and taps: getUpdates, webhooks, answerCallbackQuery; and what a bot may look up."""

from __future__ import annotations

from aiogram.enums import ChatAction
from aiogram.methods import (
    AnswerCallbackQuery,
    DeleteWebhook,
    GetChat,
    GetFile,
    GetUpdates,
    GetWebhookInfo,
    SendChatAction,
    SetWebhook,
)

from bot.standin.files import MOST_DOWNLOADED
from bot.standin.model import Model
from bot.standin.wire import JSON, Uploads, bad_request

MOST_AT_ONCE = 100
LONGEST_POLL = 50  # seconds
MOST_ANSWER = 200  # characters

NO_GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), False
)


async def get_updates(model: Model, asked: GetUpdates, _: Uploads) -> list[JSON]:
    model.updates.allow(asked.allowed_updates)
    limit = min(max(asked.limit or MOST_AT_ONCE, 1), MOST_AT_ONCE)
    timeout = min(max(asked.timeout or 0, 0), LONGEST_POLL)
    return await model.updates.poll(asked.offset or 0, limit, timeout)


def set_webhook(model: Model, asked: SetWebhook, _: Uploads) -> bool:
    """Remembers the address; nothing is delivered to it."""
    if asked.url and not asked.url.startswith("https://"):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if asked.drop_pending_updates:
        model.updates.clear()
    model.updates.allow(asked.allowed_updates)
    model.updates.set_webhook({"url": asked.url} if asked.url else None)
    return True


def delete_webhook(model: Model, asked: DeleteWebhook, _: Uploads) -> bool:
    if asked.drop_pending_updates:
        model.updates.clear()
    model.updates.set_webhook(None)
    return True


def get_webhook_info(model: Model, _asked: GetWebhookInfo, _: Uploads) -> JSON:
    webhook = model.updates.webhook or {"url": ""}
    return webhook | {"has_custom_certificate": False, "pending_update_count": len(model.updates)}


def answer_callback_query(model: Model, asked: AnswerCallbackQuery, _: Uploads) -> bool:
    if len(asked.text or "") > MOST_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    if asked.url and not asked.url.startswith(
        (f"t.me/{model.bot.username}?", f"https://t.me/{model.bot.username}?")
    ):
        raise bad_request("URL_INVALID")
    model.close_query(asked.callback_query_id, asked.text or "", show_alert=bool(asked.show_alert))
    return True


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
    """Shows it for a moment only; the stand-in checks it and keeps nothing."""
    if asked.action not in list(ChatAction):
        raise bad_request("wrong parameter action in request")
    model.writable_chat(asked.chat_id)
    return True
