"""Changes to the bot's own messages, and deletions."""

from __future__ import annotations

import copy

from aiogram.methods import (
    DeleteMessage,
    DeleteMessages,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageReplyMarkup,
    EditMessageText,
    PinChatMessage,
    UnpinChatMessage,
)

from bot.standin import keyboards
from bot.standin.formatting import as_caption, as_text
from bot.standin.methods import sending
from bot.standin.model import Chat, Model, found
from bot.standin.wire import JSON, Uploads, bad_request

Edit = EditMessageText | EditMessageCaption | EditMessageMedia | EditMessageReplyMarkup
SAME = (
    "message is not modified: specified new message content and reply markup are exactly the same as a"
    " current content and reply markup of the message"
)
REPLACEABLE = ("text", "photo", "document")  # by media; a voice or a contact never
ENTITIES = ("entities", "caption", "caption_entities")
DELETABLE = 48 * 3600  # seconds, https://core.telegram.org/bots/api#deletemessage
MOST_AT_ONCE = 100


def edit_message_text(model: Model, asked: EditMessageText, _: Uploads) -> JSON:
    text = as_text(asked.text, asked.parse_mode, asked.entities)
    message = _editable(model, asked)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return _change(model, message, ("text", "entities"), text.fields("text", "entities"), asked)


def edit_message_caption(model: Model, asked: EditMessageCaption, _: Uploads) -> JSON:
    caption = as_caption(asked.caption, asked.parse_mode, asked.caption_entities)
    message = _editable(model, asked)
    if "text" in message or "contact" in message:
        raise bad_request("there is no caption in the message to edit")
    names = ("caption", "caption_entities")
    return _change(model, message, names, caption.fields(*names), asked)


def edit_message_media(model: Model, asked: EditMessageMedia, uploads: Uploads) -> JSON:
    """A message gets another file, or the first one in the place of a text; whatever the caption was,
    it is the new one's now.
    """
    caption = sending.input_caption(asked.media, uploads)
    message = _editable(model, asked, "message media can't be edited")
    kind = asked.media.type
    if not any(shown in message for shown in REPLACEABLE):
        raise bad_request("message media can't be edited")
    if "media_group_id" in message and kind not in message:
        raise bad_request("can't change media type in the album")
    content = sending.file_of(model, kind, asked.media.media, uploads).content()
    return _change(model, message, (*REPLACEABLE, *ENTITIES), content | caption, asked)


def edit_message_reply_markup(model: Model, asked: EditMessageReplyMarkup, _: Uploads) -> JSON:
    return _change(model, _editable(model, asked), (), {}, asked)


def delete_message(model: Model, asked: DeleteMessage, _: Uploads) -> bool:
    chat = model.find_chat(asked.chat_id)
    message = found(chat, asked.message_id, "message to delete")
    if model.now() - message["date"] > DELETABLE:
        raise bad_request("message can't be deleted for everyone")
    del chat.messages[asked.message_id]
    return True


def delete_messages(model: Model, asked: DeleteMessages, _: Uploads) -> bool:
    """What is not found is skipped."""
    if len(asked.message_ids) > MOST_AT_ONCE:
        raise bad_request("too many message identifiers specified")
    chat = model.find_chat(asked.chat_id)
    for number in asked.message_ids:
        if number in chat.messages and model.now() - chat.messages[number]["date"] <= DELETABLE:
            del chat.messages[number]
    return True


def pin_chat_message(model: Model, asked: PinChatMessage, _: Uploads) -> bool:
    chat = model.writable_chat(asked.chat_id)
    found(chat, asked.message_id, "message to pin")
    chat.pinned = asked.message_id
    return True


def unpin_chat_message(model: Model, asked: UnpinChatMessage, _: Uploads) -> bool:
    chat = model.writable_chat(asked.chat_id)
    if chat.pinned is None or asked.message_id not in (None, chat.pinned):
        raise bad_request("message to unpin not found")
    chat.pinned = None
    return True


def _editable(model: Model, asked: Edit, refusal: str = "message can't be edited") -> JSON:
    """The bot's own message; without an inline keyboard it must not have had a reply keyboard either."""
    chat: Chat = model.writable_chat(asked.chat_id)
    message = found(chat, asked.message_id, "message to edit")
    if message["from"]["id"] != model.bot.id or message["message_id"] in chat.fixed:
        raise bad_request(refusal)
    if "forward_origin" in message:
        raise bad_request(refusal)
    return message


def _change(model: Model, message: JSON, names: tuple[str, ...], content: JSON, asked: Edit) -> JSON:
    """Replaces the named parts and the buttons; an edit without `reply_markup` takes the buttons away."""
    replaced = {*names, "reply_markup"}
    wanted = model.with_mentions(content) | keyboards.inline(asked.reply_markup)
    if {key: message[key] for key in replaced if key in message} == wanted:
        raise bad_request(SAME)
    for name in replaced:
        message.pop(name, None)
    message |= copy.deepcopy(wanted) | {"edit_date": int(model.now())}
    return copy.deepcopy(message)
