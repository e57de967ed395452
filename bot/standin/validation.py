"""Raw parameters of a request, read by aiogram's own model of the method.

Stricter than Telegram, which ignores what it does not know: an unknown parameter or field is refused here,
and so is a documented parameter that would send a message elsewhere, or another one than the stand-in can.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar, get_args, get_origin

from aiogram.client.default import Default
from aiogram.methods import TelegramMethod
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from bot.standin import keyboards
from bot.standin.wire import ApiError, Uploads, bad_request

NOT_MODELLED = frozenset(
    {
        "business_connection_id",
        "message_thread_id",
        "direct_messages_topic_id",
        "ephemeral_message_parameters",
        "receiver_user_id",
        "allow_paid_broadcast",
        "suggested_post_parameters",
        "inline_message_id",
        "rich_message",
        "thumbnail",
        "certificate",
        "video_start_timestamp",
    }
)
WORDS = {
    "text": "message text is empty",
    "chat_id": "chat_id is empty",
    "message_id": "message identifier is not specified",
    "message_ids": "message identifiers are not specified",
    "file_id": "file_id not specified",
    "photo": "there is no photo in the request",
    "voice": "there is no voice in the request",
    "document": "there is no document in the request",
    "action": "wrong parameter action in request",
}
SPOKEN = {
    "reply_markup": "reply keyboard markup",
    "media": "media",
    "commands": "commands",
    "scope": "BotCommandScope",
}
ABSENT: Mapping[str, Mapping[str, str]] = {"setWebhook": {"url": ""}}  # aiogram does not send an empty one
FILES = frozenset({"photo", "voice", "document"})

M = TypeVar("M", bound=TelegramMethod[Any])


def parse(model: type[M], params: Mapping[str, Any], uploads: Uploads) -> M:
    """Returns the request as a value; raises 400 in Telegram's words for what is wrong with it."""
    given = {name: value for name, value in params.items() if value not in (None, "")}
    given |= {name: f"attach://{name}" for name in FILES & uploads.keys() & model.model_fields.keys()}
    unknown = given.keys() - model.model_fields.keys()
    if unknown:
        raise bad_request(f'unknown parameter "{min(unknown)}"')
    if given.keys() & NOT_MODELLED:
        raise bad_request(f'the stand-in does not model "{min(given.keys() & NOT_MODELLED)}"')
    values = {name: _decoded(name, value, model.model_fields[name]) for name, value in given.items()}
    try:
        if "reply_markup" in values:
            values["reply_markup"] = keyboards.read(values["reply_markup"])
        request = model.model_validate(_defaults(model) | values)
    except ValidationError as error:
        raise _refused(error) from None
    for place, field in _unknown_fields(request, model.__api_method__):
        raise bad_request(f'unknown field "{field}" in {place}')
    keyboards.check(getattr(request, "reply_markup", None))
    return request


def documented(model: type[TelegramMethod[Any]]) -> dict[str, bool]:
    """Returns the parameters that the Bot API documents for a method today, and whether each is required."""
    fields = model.model_fields.items()
    return {name: field.is_required() for name, field in fields if not _is_deprecated(field)}


def _is_deprecated(field: FieldInfo) -> bool:
    extra = field.json_schema_extra
    return isinstance(extra, dict) and bool(extra.get("deprecated"))


def _defaults(model: type[TelegramMethod[Any]]) -> dict[str, str | None]:
    """aiogram fills some fields from the bot's settings; that has already happened on the bot's side."""
    settings = (name for name, field in model.model_fields.items() if isinstance(field.default, Default))
    return dict.fromkeys(settings) | dict(ABSENT.get(model.__api_method__, {}))


def _decoded(name: str, value: Any, field: FieldInfo) -> Any:
    """In a form, objects and arrays are JSON inside a string."""
    if not isinstance(value, str) or not _is_nested(field.annotation):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise bad_request(f"can't parse {SPOKEN.get(name, name)} JSON object") from None


def _is_nested(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return get_origin(annotation) is list or any(_is_nested(part) for part in get_args(annotation))


def _refused(error: ValidationError) -> ApiError:
    first = error.errors(include_url=False)[0]
    place = [str(part) for part in first["loc"]]
    name = place[0]
    if first["type"] == "missing" and len(place) == 1:
        return bad_request(WORDS.get(name, f'parameter "{name}" is required'))
    if name == "inline_keyboard" and first["type"] == "missing":
        return bad_request(f"can't parse inline keyboard button: Can't find field \"{place[-1]}\"")
    if place == ["reply_markup"]:
        return bad_request("inline keyboard expected")
    if name == "chat_id":
        return bad_request("chat not found")
    return bad_request(f"can't parse {SPOKEN.get(name, name)}: {'.'.join(place[1:])} {first['msg']}")


def _unknown_fields(value: object, place: str) -> Iterator[tuple[str, str]]:
    """Nested fields that no documented type has, each with where it stands."""
    if isinstance(value, list):
        for item in value:
            yield from _unknown_fields(item, place)
    elif isinstance(value, BaseModel):
        for extra in value.model_extra or ():
            yield place, extra
        for name in type(value).model_fields:
            yield from _unknown_fields(getattr(value, name), name)
