"""sendMessage and the sending of files."""

from __future__ import annotations

from aiogram.methods import SendDocument, SendMediaGroup, SendMessage, SendPhoto, SendVoice
from aiogram.types import ReplyParameters

from bot.standin import keyboards
from bot.standin.formatting import as_text
from bot.standin.methods import media
from bot.standin.model import Chat, Model, without_reply
from bot.standin.wire import JSON, Uploads, bad_request

Sent = SendMessage | SendPhoto | SendVoice | SendDocument
ALBUM = (2, 10)


def send_message(model: Model, asked: SendMessage, _: Uploads) -> JSON:
    text = as_text(asked.text, asked.parse_mode, asked.entities)
    return _send(model, asked, text.fields("text", "entities"))


def send_photo(model: Model, asked: SendPhoto, uploads: Uploads) -> JSON:
    return _send(
        model, asked, media.file(model, "photo", asked.photo, uploads).content() | media.caption(asked)
    )


def send_voice(model: Model, asked: SendVoice, uploads: Uploads) -> JSON:
    voice = media.file(model, "voice", asked.voice, uploads).content(asked.duration or 0)
    return _send(model, asked, voice | media.caption(asked))


def send_document(model: Model, asked: SendDocument, uploads: Uploads) -> JSON:
    document = media.file(model, "document", asked.document, uploads).content()
    return _send(model, asked, document | media.caption(asked))


def send_media_group(model: Model, asked: SendMediaGroup, uploads: Uploads) -> list[JSON]:
    """An album of photos or of documents; nothing is sent unless every part is right."""
    if not ALBUM[0] <= len(asked.media) <= ALBUM[1]:
        raise bad_request("number of media in the album must be between 2 and 10")
    chat = model.writable_chat(asked.chat_id)
    if len({item.type for item in asked.media}) > 1:
        raise bad_request("Can't use the media of the specified type in the album")
    group = {"media_group_id": str(model.next_number())} | protected(asked.protect_content)
    group |= _reply(chat, asked.reply_parameters, asked.reply_to_message_id)
    captions = [media.input_caption(item, uploads) for item in asked.media]
    shown = [media.file(model, item.type, item.media, uploads).content() for item in asked.media]
    contents = [one | caption for one, caption in zip(shown, captions, strict=True)]
    return [model.post(chat, model.bot, content | group) for content in contents]


def deliver(model: Model, chat: Chat, content: JSON, markup: keyboards.Markup) -> JSON:
    """Posts as the bot. A reply keyboard goes below the input field, and makes the message uneditable."""
    shown = keyboards.inline(markup)
    message = model.post(chat, model.bot, content | shown)
    if not shown and isinstance(markup, keyboards.BelowInput):
        chat.keyboard = keyboards.below_input(markup)
        chat.fixed.add(message["message_id"])
    return message


def protected(protect_content: object) -> JSON:
    return {"has_protected_content": True} if protect_content is True else {}


def _send(model: Model, asked: Sent, content: JSON) -> JSON:
    chat = model.writable_chat(asked.chat_id)
    content |= _reply(chat, asked.reply_parameters, asked.reply_to_message_id)
    return deliver(model, chat, content | protected(asked.protect_content), asked.reply_markup)


def _reply(chat: Chat, reply: ReplyParameters | None, legacy_id: int | None) -> JSON:
    asked_id = reply.message_id if reply else legacy_id
    if asked_id is None:
        return {}
    message = chat.messages.get(asked_id)
    if message is not None:
        return {"reply_to_message": without_reply(message)}
    if reply and reply.allow_sending_without_reply is True:
        return {}
    raise bad_request("message to be replied not found")
