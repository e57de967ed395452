"""Copies and forwards of messages that are in some chat already."""

from __future__ import annotations

from aiogram.methods import CopyMessage, CopyMessages, ForwardMessage

from bot.standin.formatting import as_caption
from bot.standin.methods.sending import deliver, protected
from bot.standin.model import Model, found
from bot.standin.wire import JSON, Uploads, bad_request

MEDIA = ("photo", "voice", "document", "contact")
CONTENT = ("text", "entities", "caption", "caption_entities", *MEDIA)
MOST_AT_ONCE = 100


def copy_message(model: Model, asked: CopyMessage, _: Uploads) -> JSON:
    """A copy names nobody; a new caption replaces the old one, inline buttons are not copied."""
    chat = model.writable_chat(asked.chat_id)
    content = _content(found(model.find_chat(asked.from_chat_id), asked.message_id, "message to copy"))
    if asked.caption is not None and "text" not in content:
        caption = as_caption(asked.caption, asked.parse_mode, asked.caption_entities)
        content = _without_caption(content) | caption.fields("caption", "caption_entities")
    message = deliver(model, chat, content | protected(asked.protect_content), asked.reply_markup)
    return {"message_id": message["message_id"]}


def copy_messages(model: Model, asked: CopyMessages, _: Uploads) -> list[JSON]:
    """What is not found is skipped; an album stays an album."""
    if len(asked.message_ids) > MOST_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    chat, source = model.writable_chat(asked.chat_id), model.find_chat(asked.from_chat_id)
    originals = [source.messages[number] for number in sorted(asked.message_ids) if number in source.messages]
    if not originals:
        raise bad_request("there are no messages to forward")
    albums = {m["media_group_id"]: str(model.next_number()) for m in originals if "media_group_id" in m}
    copies = []
    for original in originals:
        content = _content(original) | protected(asked.protect_content)
        content = _without_caption(content) if asked.remove_caption else content
        if "media_group_id" in original:
            content["media_group_id"] = albums[original["media_group_id"]]
        copies.append({"message_id": deliver(model, chat, content, None)["message_id"]})
    return copies


def forward_message(model: Model, asked: ForwardMessage, _: Uploads) -> JSON:
    """A forward says where it comes from; protected content cannot be forwarded."""
    chat = model.writable_chat(asked.chat_id)
    original = found(model.find_chat(asked.from_chat_id), asked.message_id, "message to forward")
    if original.get("has_protected_content"):
        raise bad_request("message can't be forwarded")
    sent_by = {"type": "user", "sender_user": original["from"], "date": original["date"]}
    origin = {"forward_origin": original.get("forward_origin", sent_by)}
    return deliver(model, chat, _content(original) | origin | protected(asked.protect_content), None)


def _content(message: JSON) -> JSON:
    return {key: message[key] for key in CONTENT if key in message}


def _without_caption(content: JSON) -> JSON:
    return {key: value for key, value in content.items() if not key.startswith("caption")}
