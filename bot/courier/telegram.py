"""Content as requests of the Bot API, and which of them a card needs next; nothing is sent here."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from html import unescape
from typing import Any

from aiogram.enums import ParseMode
from aiogram.methods import (
    CopyMessage,
    CopyMessages,
    DeleteMessage,
    EditMessageCaption,
    EditMessageMedia,
    EditMessageText,
    SendDocument,
    SendMessage,
    SendPhoto,
    SetMyCommands,
    TelegramMethod,
)
from aiogram.types import (
    BotCommand,
    BotCommandScopeChat,
    BufferedInputFile,
    CopyTextButton,
    DisabledButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    KeyboardButtonRequestUsers,
    LinkPreviewOptions,
    Message,
    MessageId,
    ReplyKeyboardMarkup,
    WebAppInfo,
)
from pydantic import BaseModel

from desk.outgoing import Card
from screens.content import (
    AskPeople,
    Button,
    CommandMenu,
    Content,
    Copies,
    Document,
    Keyboard,
    Picture,
    Screen,
    Words,
    seen,
)
from screens.texts import cut, units

Request = TelegramMethod[Any]


class Sent(BaseModel):
    """What is read of a message that was sent: its number."""

    message_id: int


NOTHING_LEFT = "…"  # a message cannot be empty; nobody needs a translation
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
TAGS = re.compile(
    r"</?(?:b|strong|i|em|u|ins|s|strike|del|a|code|pre|span|blockquote|tg-[a-z]+)(?:\s[^<>]*)?>"
)

LONGEST = 1024
PIECES = re.compile(r"<(?P<end>/?)(?P<tag>[^\s<>/]+)[^<>]*>|&#?\w+;|.", re.DOTALL)


def sending(chat: int, content: Content, *, plain: bool = False) -> Request:
    """Returns the request that puts the content at the end of the chat; `plain` leaves the markup out."""
    match content:
        case Screen():
            return SendMessage(
                chat_id=chat,
                text=_text(content, plain),
                parse_mode=_parse_mode(plain),
                link_preview_options=NO_PREVIEW,
                reply_markup=_keyboard(content.keyboard) or _below(content.below),
                disable_notification=content.silent or None,
            )
        case Picture():
            return _photo(chat, content, plain)
        case Document():
            return SendDocument(
                chat_id=chat,
                document=BufferedInputFile(content.data, content.name),
                caption=_caption(content, plain),
                parse_mode=_parse_mode(plain),
                disable_notification=content.silent or None,
            )
        case Copies(from_chat=source, messages=(message,)):
            return CopyMessage(chat_id=chat, from_chat_id=source, message_id=message)
        case Copies(from_chat=source, messages=messages):
            in_order = sorted(set(messages))  # Telegram wants them strictly increasing
            return CopyMessages(chat_id=chat, from_chat_id=source, message_ids=in_order)
        case CommandMenu(commands=commands):
            listed = [BotCommand(command=name, description=words) for name, words in commands]
            return SetMyCommands(commands=listed, scope=BotCommandScopeChat(chat_id=chat))


def editing(chat: int, message_id: int, content: Screen | Picture, *, plain: bool = False) -> Request:
    """Returns the request that makes the message show this."""
    keyboard = _keyboard(content.keyboard)
    match content:
        case Screen():
            return EditMessageText(
                chat_id=chat,
                message_id=message_id,
                text=_text(content, plain),
                parse_mode=_parse_mode(plain),
                link_preview_options=NO_PREVIEW,
                reply_markup=keyboard,
            )
        case Picture():
            words, mode = _caption(content, plain), _parse_mode(plain)
            media = InputMediaPhoto(media=_file(content), caption=words, parse_mode=mode)
            return EditMessageMedia(chat_id=chat, message_id=message_id, media=media, reply_markup=keyboard)


def deleting(chat: int, message_id: int) -> Request:
    return DeleteMessage(chat_id=chat, message_id=message_id)


def emptying(chat: int, message_id: int) -> tuple[Request, Request]:
    """Takes words and buttons from a text; or, if it is none, the caption from a file, which itself stays."""
    return (
        EditMessageText(chat_id=chat, message_id=message_id, text=NOTHING_LEFT),
        EditMessageCaption(chat_id=chat, message_id=message_id, caption=""),
    )


def new_messages(result: object) -> tuple[int, ...]:
    """Returns the messages that a sending request made, from its answer."""
    match result:
        case Sent() | Message() | MessageId():
            return (result.message_id,)
        case list():
            return tuple(number for item in result for number in new_messages(item))
    return ()


def _photo(chat: int, picture: Picture, plain: bool) -> SendPhoto:
    return SendPhoto(
        chat_id=chat,
        photo=_file(picture),
        caption=_caption(picture, plain),
        parse_mode=_parse_mode(plain),
        reply_markup=_keyboard(picture.keyboard),
        disable_notification=picture.silent or None,
    )


def _parse_mode(plain: bool) -> ParseMode | None:
    return None if plain else ParseMode.HTML


def _text(screen: Screen, plain: bool) -> str:
    return _without_markup(screen.text) if plain else screen.text


def _caption(file: Picture | Document, plain: bool) -> str:
    return cut(_without_markup(file.caption), LONGEST) if plain else caption(file.caption)


def _without_markup(text: str) -> str:
    """Only tags that Telegram knows are taken out: the rest is what people typed."""
    return html.unescape(TAGS.sub("", text))


def _file(picture: Picture) -> BufferedInputFile:
    return BufferedInputFile(picture.png, picture.name)


def _keyboard(rows: Keyboard) -> InlineKeyboardMarkup | None:
    if not any(rows):
        return None
    return InlineKeyboardMarkup(inline_keyboard=[[_button(button) for button in row] for row in rows])


def _below(rows: Words) -> ReplyKeyboardMarkup | None:
    """Stays there until another one comes; Telegram edits no message that has brought one."""
    if not rows:
        return None
    keys = [[_key(key) for key in row] for row in rows]
    return ReplyKeyboardMarkup(keyboard=keys, resize_keyboard=True, is_persistent=True)


def _key(key: str | AskPeople) -> KeyboardButton:
    if isinstance(key, str):
        return KeyboardButton(text=key)
    asked = KeyboardButtonRequestUsers(
        request_id=key.request, user_is_bot=False, max_quantity=key.most, request_name=True
    )
    return KeyboardButton(text=key.text, request_users=asked)


def _button(button: Button) -> InlineKeyboardButton:
    does_nothing = not (button.data or button.copy or button.url or button.app)
    return InlineKeyboardButton(
        text=button.text,
        style=button.style,
        callback_data=button.data.pack() if button.data else None,
        copy_text=CopyTextButton(text=button.copy) if button.copy else None,
        url=button.url,
        web_app=WebAppInfo(url=button.app) if button.app else None,
        disabled=DisabledButton() if does_nothing else None,
    )


@dataclass(frozen=True, slots=True)
class Way:
    """What the last error has taught: the message is gone, the markup is broken."""

    anew: bool = False
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    request: Request | None = None  # None: there is nothing to do but to write it down
    sends: bool = False  # it makes messages; otherwise it may be repeated freely
    keeps: tuple[int, ...] = ()  # the messages that show the card afterwards, before those that it makes

    @property
    def counts(self) -> bool:
        """Whether Telegram's limits count it."""
        return self.request is not None and (self.sends or bool(self.keeps))


def plan(card: Card, content: Content | None, way: Way) -> Step:
    """A screen or a picture is edited where it stands, copies never change, a document is replaced by another one;
    what is fresh or gone is sent anew.

    Telegram lets a text become a picture in its place, but never a picture a text: it refuses, and then the text
    is sent anew.
    """
    stands = card.message_ids if not card.fresh and not way.anew else ()
    match content:
        case None | Copies(messages=()):
            return Step()
        case Screen(only_edits=True) if not stands:
            return Step()
        case CommandMenu():
            return Step(sending(card.chat, content))
        case Screen() | Picture() if stands:
            return Step(editing(card.chat, stands[0], content, plain=way.plain), keeps=stands[:1])
        case Copies(adds=True):
            return Step(sending(card.chat, content), sends=True, keeps=stands)
        case Copies() if stands:
            return Step(keeps=stands)
    return Step(sending(card.chat, content, plain=way.plain), sends=True)


def caption(html: str) -> str:
    """Returns Telegram's HTML, cut if it is too long: what was cut off ends in `…`, what was open there is closed.

    1024 UTF-16 units of what is seen fit under a picture: https://core.telegram.org/bots/api#sendphoto
    """
    if seen(html) <= LONGEST:
        return html
    room = LONGEST - 1
    kept: list[str] = []
    opened: list[str] = []
    for piece in PIECES.finditer(html):
        if piece["tag"] and piece["end"]:
            opened = opened[:-1]
        elif piece["tag"]:
            opened.append(piece["tag"])
        elif (room := room - units(unescape(piece[0]))) < 0:
            break
        kept.append(piece[0])
    return "".join(kept).rstrip() + "…" + "".join(f"</{tag}>" for tag in reversed(opened))
