"""Buttons under a message: their limits, and the words Telegram refuses them with."""

from __future__ import annotations

import re
from collections.abc import Sequence

from aiogram.types import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    TelegramObject,
)

from bot.standin.wire import JSON, ApiError, bad_request

MOST_BUTTONS = 100
MOST_IN_A_ROW = 8
MOST_DATA = 64  # bytes
MOST_COPIED = 256  # characters
PLACEHOLDER = 64  # characters, https://core.telegram.org/bots/api#replykeyboardmarkup
MOST_PICKED = 10  # https://core.telegram.org/bots/api#keyboardbuttonrequestusers
STYLES = frozenset({"danger", "success", "primary"})
LABEL = frozenset({"text", "icon_custom_emoji_id", "style"})
URL = re.compile(r"(https?://[^\s/]+\.[^\s]+|tg://\S+)")

BelowInput = ReplyKeyboardMarkup | ReplyKeyboardRemove | ForceReply
Markup = InlineKeyboardMarkup | BelowInput | None
BY_KEY: dict[str, type[TelegramObject]] = {
    "inline_keyboard": InlineKeyboardMarkup,
    "keyboard": ReplyKeyboardMarkup,
    "remove_keyboard": ReplyKeyboardRemove,
    "force_reply": ForceReply,
}


def check(markup: Markup) -> None:
    """Raises 400 for what Telegram refuses. Stricter in two things.

    Telegram silently drops buttons beyond its limits, and takes the first action of several.
    """
    if isinstance(markup, InlineKeyboardMarkup):
        _check_size(markup.inline_keyboard)
        for row in markup.inline_keyboard:
            for button in row:
                _check_inline(button)
    elif isinstance(markup, ReplyKeyboardMarkup):
        _check_size(markup.keyboard)
        if not 0 < len(markup.input_field_placeholder or "…") <= PLACEHOLDER:
            raise bad_request("can't parse reply keyboard markup JSON object: wrong input field placeholder")
        for keys in markup.keyboard:
            for key in keys:
                _check_label(key.text, key.style, "keyboard button")
                _check_request(key)
        _check_requests(markup)


def read(value: object) -> object:
    """Reads the markup that an object means, told by its own key; raises ValidationError for a wrong one."""
    keys = [key for key in BY_KEY if isinstance(value, dict) and key in value]
    return BY_KEY[keys[0]].model_validate(value) if keys else value


def inline(markup: Markup) -> JSON:
    """Returns the part of a message that shows its inline buttons; a markup without buttons shows none."""
    if not isinstance(markup, InlineKeyboardMarkup) or not any(markup.inline_keyboard):
        return {}
    shown = markup.model_dump(exclude_none=True, by_alias=True)
    return {"reply_markup": {"inline_keyboard": [row for row in shown["inline_keyboard"] if row]}}


def below_input(markup: BelowInput) -> JSON | None:
    """Returns what the person has below their input field from now on."""
    return markup.model_dump(exclude_none=True) if isinstance(markup, ReplyKeyboardMarkup) else None


def _check_size(rows: Sequence[Sequence[InlineKeyboardButton] | Sequence[KeyboardButton]]) -> None:
    if sum(len(row) for row in rows) > MOST_BUTTONS or any(len(row) > MOST_IN_A_ROW for row in rows):
        raise bad_request("reply markup is too long")


def _check_label(text: str, style: str | None, what: str) -> None:
    if not text.strip():
        raise bad_request(f"can't parse {what}: text must be non-empty")
    if style is not None and style not in STYLES:
        raise bad_request(f"can't parse {what}: invalid button style specified")


def _check_request(key: KeyboardButton) -> None:
    """https://core.telegram.org/bots/api#keyboardbuttonrequestusers"""
    actions = key.model_dump(exclude_none=True).keys() - LABEL
    if len(actions) > 1:
        raise bad_request("can't parse keyboard button: only one action is allowed")
    if actions - {"request_users"}:
        raise bad_request(f"the stand-in knows no key with {', '.join(sorted(actions))}")
    asked = key.request_users
    if asked and not -(2**31) <= asked.request_id < 2**31:
        raise bad_request('can\'t parse keyboard button: Field "request_id" must be a 32-bit number')
    if asked and not 1 <= (1 if asked.max_quantity is None else asked.max_quantity) <= MOST_PICKED:
        raise bad_request("can't parse keyboard button: wrong max_quantity specified")


def _check_requests(markup: ReplyKeyboardMarkup) -> None:
    """Numbers of requests are unique within a message."""
    numbers = [key.request_users.request_id for row in markup.keyboard for key in row if key.request_users]
    if len(set(numbers)) < len(numbers):
        raise bad_request("can't parse reply keyboard markup JSON object: duplicate request_id")


def _check_inline(button: InlineKeyboardButton) -> None:
    _check_label(button.text, button.style, "inline keyboard button")
    actions = button.model_dump(exclude_none=True).keys() - LABEL
    if button.callback_data == "":
        raise bad_request("BUTTON_DATA_INVALID")
    if not actions:
        raise _unparsed("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise _unparsed(f"exactly one action is allowed, found {', '.join(sorted(actions))}")
    _check_action(button)


def _check_action(button: InlineKeyboardButton) -> None:
    if button.callback_data is not None and len(button.callback_data.encode()) > MOST_DATA:
        raise bad_request("BUTTON_DATA_INVALID")
    if button.copy_text is not None and not 1 <= len(button.copy_text.text) <= MOST_COPIED:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
    if button.web_app is not None and not button.web_app.url.startswith("https://"):
        where = f"inline keyboard button Web App URL '{button.web_app.url}'"
        raise bad_request(f"{where} is invalid: Only HTTPS links are allowed")
    if button.url is not None and not URL.fullmatch(button.url):
        raise bad_request(f"inline keyboard button URL '{button.url}' is invalid: Wrong HTTP URL")


def _unparsed(words: str) -> ApiError:
    return bad_request(f"can't parse inline keyboard button: {words}")
