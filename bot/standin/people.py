"""What people do in their chats with the bot, and what they see there."""

from __future__ import annotations

import copy
import re
import secrets
from dataclasses import dataclass

from bot.standin.formatting import typed
from bot.standin.model import Chat, Model, Toast, User, without_reply
from bot.standin.wire import JSON, Upload

START_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")  # https://core.telegram.org/bots/features#deep-linking
TAPPABLE = "callback_data"
VOICE = b"OggS stand-in"
PHOTO = b"\xff\xd8 stand-in"

DICE = {"🎰": 64, "🎲": 6}  # and how many values they have
KINDS = ("photo", "voice", "document", "contact")
LABEL = frozenset({"text", "style", "icon_custom_emoji_id"})


class People(Model):
    """Every verb names who acts by their user id. What reaches the bot goes into its update queue.

    A verb returns the id of the message that it made. KeyError for a stranger, ValueError for what a client
    would not let a person do.
    """

    def send_text(
        self, user_id: int, text: str, entities: list[JSON] | None = None, *, reply_to: int | None = None
    ) -> int:
        """Somebody writes. Without `entities`, commands, links and phones are found in the text, as Telegram does."""
        if text in DICE and entities is None and reply_to is None:
            return self.send_dice(user_id, text)
        formatted = typed(text)
        content: JSON = (
            {"text": text, "entities": entities} if entities else formatted.fields("text", "entities")
        )
        return self._say(user_id, content, reply_to=reply_to)

    def send_dice(self, user_id: int, emoji: str, value: int | None = None) -> int:
        """Somebody throws dice: what they show is Telegram's to say; a message of the emoji alone is such a throw."""
        shown = value or 1 + secrets.randbelow(DICE[emoji])
        return self._say(user_id, {"dice": {"emoji": emoji, "value": shown}})

    def send_location(self, user_id: int, latitude: float, longitude: float) -> int:
        """Somebody shares where they are. https://core.telegram.org/bots/api#location"""
        return self._say(user_id, {"location": {"latitude": latitude, "longitude": longitude}})

    def start(self, user_id: int, payload: str = "") -> int:
        """Somebody opens t.me/<bot>?start=<payload> and presses Start."""
        if not START_PAYLOAD.fullmatch(payload):
            raise ValueError(f"Telegram passes on no such start payload: {payload!r}")
        return self.send_text(user_id, f"/start {payload}")

    def send_contact(
        self,
        user_id: int,
        phone_number: str,
        first_name: str,
        last_name: str | None = None,
        *,
        owner: int | None = None,
        vcard: str | None = None,
    ) -> int:
        """Sends somebody's card; `owner` is the Telegram user behind it, if the client knows them."""
        contact = {
            "phone_number": phone_number,
            "first_name": first_name,
            "last_name": last_name,
            "user_id": owner,
            "vcard": vcard,
        }
        return self._say(
            user_id, {"contact": {key: value for key, value in contact.items() if value is not None}}
        )

    def send_voice(self, user_id: int, seconds: int = 3, data: bytes = VOICE) -> int:
        return self._say(
            user_id, self.files.keep("voice", Upload("voice.oga", data, "audio/ogg")).content(seconds)
        )

    def send_photo(self, user_id: int, caption: str = "", data: bytes = PHOTO) -> int:
        return self._say(user_id, self._picture(caption, data))

    def send_album(self, user_id: int, *captions: str, more_of: str | None = None) -> list[int]:
        """Sends one photo for each caption; they arrive as separate messages with one `media_group_id`.

        `more_of`: that of an album whose other messages have arrived before.
        """
        group = {"media_group_id": more_of or str(self.next_number())}
        return [self._say(user_id, self._picture(caption, PHOTO) | group) for caption in captions]

    def send_document(self, user_id: int, name: str, data: bytes, caption: str = "") -> int:
        content = self.files.keep("document", Upload(name, data)).content()
        return self._say(user_id, content | typed(caption).fields("caption", "caption_entities"))

    def forward_text(
        self, user_id: int, text: str, *, from_name: str | None = None, from_user: User | None = None
    ) -> int:
        """Sends a forwarded message; of somebody who hides their account (`from_name`) or does not
        (`from_user`).
        """
        return self._say(
            user_id, typed(text).fields("text", "entities") | self._forwarded(from_name, from_user)
        )

    def forward_album(
        self, user_id: int, *captions: str, from_name: str | None = None, from_user: User | None = None
    ) -> list[int]:
        """Sends a forwarded album; its author as in `forward_text`."""
        group = {"media_group_id": str(self.next_number())} | self._forwarded(from_name, from_user)
        return [self._say(user_id, self._picture(caption, PHOTO) | group) for caption in captions]

    def forward_from_channel(self, user_id: int, text: str, channel: int) -> int:
        """Sends what a channel has published."""
        chat = {"id": channel, "type": "channel", "title": "Leads"}
        origin = {"type": "channel", "chat": chat, "message_id": 1, "date": int(self.now()) - 60}
        return self._say(user_id, typed(text).fields("text", "entities") | {"forward_origin": origin})

    def _forwarded(self, from_name: str | None, from_user: User | None) -> JSON:
        origin: JSON = {"type": "hidden_user", "sender_user_name": from_name or "Deleted Account"}
        if from_user is not None:
            origin = {"type": "user", "sender_user": from_user.about()}
        origin["date"] = int(self.now()) - 60
        return {"forward_origin": origin}

    def edit_text(self, user_id: int, message_id: int, text: str) -> None:
        """A person corrects their own message: its text, or the caption of a file."""
        message = self.chats[user_id].messages[message_id]
        if message["from"]["id"] != user_id:
            raise ValueError("only one's own message can be edited")
        names = ("text", "entities") if "text" in message else ("caption", "caption_entities")
        for name in names:
            message.pop(name, None)
        message |= typed(text).fields(*names) | {"edit_date": int(self.now())}
        self.updates.put("edited_message", copy.deepcopy(message))

    def tap(self, user_id: int, message_id: int, button: str = "", *, data: str | None = None) -> str | None:
        """Somebody taps a button by its text (or part of it) or its data; returns the query's id.

        None: the button does nothing for the bot (a link, text to copy, disabled). With `data` the tap comes
        from an old screen: the button need not be there any more, nor the message.
        """
        chat = self.chats[user_id]
        message = chat.messages.get(message_id)
        if data is None:
            found = seen(message).button(button) if message else None
            if found is None:
                raise ValueError(f"no button {button!r} under message {message_id}")
            if found.action != TAPPABLE:
                return None
            data = found.value
        gone = {"chat": chat.about, "message_id": message_id, "date": 0}
        return self._query(user_id, message or gone, data)

    def below(self, user_id: int) -> list[list[str]]:
        """Returns the words on the keys below their input field, row by row; none where there is no keyboard."""
        keyboard = self.chats[user_id].keyboard
        return [[key["text"] for key in row] for row in keyboard["keyboard"]] if keyboard else []

    def press(self, user_id: int, words: str) -> int:
        """Somebody presses a key below their input field, which sends its words as a text."""
        if "request_users" in self._key(user_id, words):
            raise ValueError(f"the key {words!r} opens a list of people: `share_users`")
        number = self.send_text(user_id, words)
        chat = self.chats[user_id]
        if chat.keyboard and chat.keyboard.get("one_time_keyboard"):
            chat.keyboard = None
        return number

    def share_users(self, user_id: int, words: str, *picked: int) -> int:
        """Somebody presses a key that asks for people and picks these in the list that it opens."""
        asked = self._key(user_id, words)["request_users"]
        if not 1 <= len(set(picked)) == len(picked) <= asked.get("max_quantity", 1):
            raise ValueError("Telegram lets nobody pick as many, or one twice")
        if "user_is_bot" in asked and any(
            self.users[one].is_bot is not asked["user_is_bot"] for one in picked
        ):
            raise ValueError("such users are not in that list")
        shared = [self._shared(self.users[one], asked) for one in picked]
        return self._say(user_id, {"users_shared": {"request_id": asked["request_id"], "users": shared}})

    def _shared(self, user: User, asked: JSON) -> JSON:
        """Tells names only where they were asked for."""
        about, told = user.about(), [("first_name", "request_name"), ("last_name", "request_name")]
        names = [*told, ("username", "request_username")]
        found = {name: about[name] for name, wish in names if asked.get(wish) and name in about}
        return {"user_id": about["id"]} | found

    def _key(self, user_id: int, words: str) -> JSON:
        """Finds a key below their input field. Raises ValueError where there is no such key."""
        keyboard = self.chats[user_id].keyboard or {"keyboard": []}
        found = next((key for row in keyboard["keyboard"] for key in row if key["text"] == words), None)
        if found is None:
            raise ValueError(f"no key {words!r} below the input field")
        key: JSON = found
        return key

    def delete_message(self, user_id: int, message_id: int) -> None:
        """Removes it for both sides; the bot is not told."""
        del self.chats[user_id].messages[message_id]

    def block(self, user_id: int) -> None:
        self._membership(user_id, blocked=True)

    def unblock(self, user_id: int) -> None:
        self._membership(user_id, blocked=False)

    def deactivate(self, user_id: int) -> None:
        """The account is deleted."""
        self.chats[user_id].deactivated = True

    def messages(self, user_id: int) -> list[Seen]:
        """Returns the chat as it is now, oldest first."""
        return [seen(copy.deepcopy(message)) for message in self.chats[user_id].messages.values()]

    def toasts(self, user_id: int) -> list[Toast]:
        """Returns every answer to their taps, oldest first."""
        return [toast for toast in self.toast_log if toast.user_id == user_id]

    def _say(self, user_id: int, content: JSON, *, reply_to: int | None = None) -> int:
        chat = self._open(user_id)
        if reply_to is not None:
            content = content | {"reply_to_message": without_reply(chat.messages[reply_to])}
        message = self.post(chat, self.users[user_id], content)
        self.updates.put("message", message)
        number: int = message["message_id"]
        return number

    def _open(self, user_id: int) -> Chat:
        chat = self.chats[user_id]
        if chat.blocked or chat.deactivated:
            raise ValueError("who has blocked the bot, or has left Telegram, cannot write to it")
        chat.started = True
        return chat

    def _picture(self, caption: str, data: bytes) -> JSON:
        content = self.files.keep("photo", Upload("photo.jpg", data, "image/jpeg")).content()
        return content | typed(caption).fields("caption", "caption_entities")

    def _query(self, user_id: int, message: JSON, data: str) -> str:
        query_id = self.open_query(user_id)
        query = {"id": query_id, "from": self.users[user_id].about(), "message": copy.deepcopy(message)}
        chat_instance = str(message["chat"]["id"] * 7919 + self.bot.id)
        self.updates.put("callback_query", query | {"chat_instance": chat_instance, "data": data})
        return query_id

    def _membership(self, user_id: int, *, blocked: bool) -> None:
        chat = self.chats[user_id]
        if chat.blocked == blocked:
            return
        chat.blocked = blocked
        member: JSON = {"status": "member", "user": self.bot.about()}
        kicked: JSON = {"status": "kicked", "user": self.bot.about(), "until_date": 0}
        change = {"chat": chat.about, "from": self.users[user_id].about(), "date": int(self.now())}
        old, new = (member, kicked) if blocked else (kicked, member)
        self.updates.put("my_chat_member", change | {"old_chat_member": old, "new_chat_member": new})


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
        """Returns the button with exactly this text or data, else the first whose text contains it."""
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
