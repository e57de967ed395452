"""sendMessage; the sending of files, new or known to Telegram; copies and forwards of messages that are in a chat."""

from __future__ import annotations

from aiogram.methods import (
    CopyMessage,
    CopyMessages,
    ForwardMessage,
    SendDocument,
    SendMediaGroup,
    SendMessage,
    SendPhoto,
    SendVoice,
)
from aiogram.types import InputMediaDocument, InputMediaPhoto, InputMediaUnion, ReplyParameters

from bot.standin import keyboards
from bot.standin.files import StoredFile
from bot.standin.formatting import as_caption, as_text
from bot.standin.model import Chat, Model, found, without_reply
from bot.standin.wire import JSON, ApiError, Uploads, bad_request

Sent = SendMessage | SendPhoto | SendVoice | SendDocument
ALBUM = (2, 10)

ATTACHED = "attach://"
UNREAD = "can't parse InputMedia: "
UNPARSED = ("can't parse entities", f"{UNREAD}Can't parse entities")
Captioned = SendPhoto | SendVoice | SendDocument | InputMediaPhoto | InputMediaDocument

MEDIA = ("photo", "voice", "document", "contact")
CONTENT = ("text", "entities", "caption", "caption_entities", *MEDIA)
MOST_AT_ONCE = 100


def send_message(model: Model, asked: SendMessage, _: Uploads) -> JSON:
    text = as_text(asked.text, asked.parse_mode, asked.entities)
    return _send(model, asked, text.fields("text", "entities"))


def send_photo(model: Model, asked: SendPhoto, uploads: Uploads) -> JSON:
    return _send(model, asked, file_of(model, "photo", asked.photo, uploads).content() | caption_of(asked))


def send_voice(model: Model, asked: SendVoice, uploads: Uploads) -> JSON:
    voice = file_of(model, "voice", asked.voice, uploads).content(asked.duration or 0)
    return _send(model, asked, voice | caption_of(asked))


def send_document(model: Model, asked: SendDocument, uploads: Uploads) -> JSON:
    document = file_of(model, "document", asked.document, uploads).content()
    return _send(model, asked, document | caption_of(asked))


def send_media_group(model: Model, asked: SendMediaGroup, uploads: Uploads) -> list[JSON]:
    """Sends an album of photos or of documents; nothing is sent unless every part is right."""
    if not ALBUM[0] <= len(asked.media) <= ALBUM[1]:
        raise bad_request("number of media in the album must be between 2 and 10")
    chat = model.writable_chat(asked.chat_id)
    if len({item.type for item in asked.media}) > 1:
        raise bad_request("Can't use the media of the specified type in the album")
    group = {"media_group_id": str(model.next_number())} | protected(asked.protect_content)
    group |= _reply(chat, asked.reply_parameters, asked.reply_to_message_id)
    captions = [input_caption(item, uploads) for item in asked.media]
    shown = [file_of(model, item.type, item.media, uploads).content() for item in asked.media]
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


def caption_of(asked: Captioned) -> JSON:
    """Returns the caption as parts of a message."""
    words = as_caption(asked.caption, asked.parse_mode, asked.caption_entities)
    return words.fields("caption", "caption_entities")


def file_of(model: Model, kind: str, source: object, uploads: Uploads) -> StoredFile:
    """Returns a new upload (`attach://name`), or an identifier of a file that Telegram has."""
    name = str(source)
    if name.startswith(ATTACHED):
        upload = uploads.get(name.removeprefix(ATTACHED))
        if upload is None:
            raise bad_request(f"there is no {kind} in the request")
        return model.files.take(kind, upload)
    if "://" in name:  # the stand-in fetches nothing from anywhere
        raise bad_request("Failed to get HTTP URL content")
    stored = model.files.get(name)
    if stored.kind != kind:
        raise bad_request(f"can't use file of type {stored.kind.title()} as {kind.title()}")
    return stored


def input_caption(item: InputMediaUnion, uploads: Uploads) -> JSON:
    """Returns the caption of what an album or an edit brings; raises 400 if it cannot be read,
    or the file did not come.
    """
    if not isinstance(item, InputMediaPhoto | InputMediaDocument):
        raise bad_request(f'the stand-in sends no "{item.type}"')
    try:
        words = caption_of(item)
    except ApiError as error:
        raise ApiError(error.code, error.description.replace(*UNPARSED)) from None
    attached = str(item.media).removeprefix(ATTACHED)
    if attached != item.media and attached not in uploads:
        raise bad_request(f"{UNREAD}media not found")
    return words


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
