"""A message as a person sees it on the screen."""

from __future__ import annotations

from dataclasses import dataclass

from bot.standin.wire import JSON

KINDS = ("photo", "voice", "document", "contact")
LABEL = frozenset({"text", "style", "icon_custom_emoji_id"})


@dataclass(frozen=True, slots=True)
class Button:
    text: str
    action: str  # callback_data, url, copy_text, disabled, …
    value: str  # the data, the address, the text to copy
    style: str | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    message_id: int
    by_bot: bool
    kind: str  # text, photo, voice, document, contact
    text: str  # or the caption
    entities: tuple[JSON, ...]
    buttons: tuple[tuple[Button, ...], ...]
    edited: bool
    protected: bool
    raw: JSON  # the message in the form of the Bot API

    def button(self, words: str) -> Button | None:
        """The button with exactly this text or data, else the first whose text contains it."""
        every = [button for row in self.buttons for button in row]
        exact = (b for b in every if words in (b.text, b.value))
        return next(exact, None) or next((b for b in every if words in b.text), None)


def seen(message: JSON) -> Seen:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    return Seen(
        message_id=message["message_id"],
        by_bot=message["from"]["is_bot"],
        kind=next((kind for kind in KINDS if kind in message), "text"),
        text=message.get("text") or message.get("caption") or "",
        entities=tuple(message.get("entities") or message.get("caption_entities") or ()),
        buttons=tuple(tuple(_button(button) for button in row) for row in rows),
        edited="edit_date" in message,
        protected=message.get("has_protected_content", False),
        raw=message,
    )


def _button(button: JSON) -> Button:
    action = next(iter(button.keys() - LABEL))
    value = button[action]
    shown = value.get("text") or value.get("url") or "" if isinstance(value, dict) else str(value)
    return Button(button["text"], action, shown, button.get("style"))
