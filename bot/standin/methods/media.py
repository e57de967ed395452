"""Files in requests: new uploads and files that Telegram has, with their captions."""

from __future__ import annotations

from aiogram.methods import SendDocument, SendPhoto, SendVoice
from aiogram.types import InputMediaDocument, InputMediaPhoto, InputMediaUnion

from bot.standin.files import StoredFile
from bot.standin.formatting import as_caption
from bot.standin.model import Model
from bot.standin.wire import JSON, ApiError, Uploads, bad_request

ATTACHED = "attach://"
UNREAD = "can't parse InputMedia: "
UNPARSED = ("can't parse entities", f"{UNREAD}Can't parse entities")
Captioned = SendPhoto | SendVoice | SendDocument | InputMediaPhoto | InputMediaDocument


def caption(asked: Captioned) -> JSON:
    """The caption as parts of a message."""
    words = as_caption(asked.caption, asked.parse_mode, asked.caption_entities)
    return words.fields("caption", "caption_entities")


def file(model: Model, kind: str, source: object, uploads: Uploads) -> StoredFile:
    """A new upload (`attach://name`), or an identifier of a file that Telegram has."""
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
    """The caption of what an album or an edit brings; raises 400 if it cannot be read, or the file did not come."""
    if not isinstance(item, InputMediaPhoto | InputMediaDocument):
        raise bad_request(f'the stand-in sends no "{item.type}"')
    try:
        words = caption(item)
    except ApiError as error:
        raise ApiError(error.code, error.description.replace(*UNPARSED)) from None
    attached = str(item.media).removeprefix(ATTACHED)
    if attached != item.media and attached not in uploads:
        raise bad_request(f"{UNREAD}media not found")
    return words
