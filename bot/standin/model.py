"""Users, chats and messages as Telegram's servers hold them."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import asdict, dataclass, field

from bot.standin.files import FileStore
from bot.standin.updates import TAP_KEPT, UpdateQueue
from bot.standin.wire import JSON, ApiError, bad_request, forbidden

DEMO = "7000000001:stand-in-for-the-bot-api-no-secret0"  # the shape of a token, worth nothing


@dataclass(frozen=True, slots=True)
class User:
    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = "ru"
    is_bot: bool = False

    def about(self) -> JSON:
        return {key: value for key, value in asdict(self).items() if value is not None}

    def as_chat(self) -> JSON:
        """Returns the private chat with this user, as messages show it."""
        kept = ("id", "first_name", "last_name", "username")
        return {"type": "private"} | {key: value for key, value in self.about().items() if key in kept}


@dataclass(slots=True)
class Chat:
    """A chat between the bot and one user, or a group. Messages are numbered from 1 in each chat."""

    about: JSON
    messages: dict[int, JSON] = field(default_factory=dict)
    fixed: set[int] = field(
        default_factory=set
    )  # the bot's messages that carry a reply keyboard: never editable
    last_id: int = 0
    keyboard: JSON | None = None  # the reply keyboard below the input field
    pinned: int | None = None
    started: bool = False  # the user has written, or it is a group
    blocked: bool = False
    deactivated: bool = False
    moved_to: int | None = None

    @property
    def id(self) -> int:
        number: int = self.about["id"]
        return number

    @property
    def is_group(self) -> bool:
        return bool(self.about["type"] != "private")


@dataclass(frozen=True, slots=True)
class Toast:
    """What a person sees for a moment after a tap; an empty text only ends the spinner."""

    user_id: int
    text: str
    show_alert: bool
    query_id: str


class Model:
    """All that Telegram would know.

    `now` is Unix time in seconds. Everything is in memory and belongs to one bot.
    """

    def __init__(
        self, now: Callable[[], float], *, bot_username: str = "fairlead_demo_bot", token: str = DEMO
    ) -> None:
        self.now = now
        self.token = token
        self.bot = User(
            int(token.split(":", maxsplit=1)[0]), "Fairlead", None, bot_username, None, is_bot=True
        )
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.files = FileStore()
        self.updates = UpdateQueue(now)
        self.commands: dict[tuple[str, str], list[JSON]] = {}  # by scope (as JSON) and language
        self.profile: dict[tuple[str, str], str] = {}  # name and descriptions, by language
        self.toast_log: list[Toast] = []
        self._open_queries: dict[str, tuple[int, float]] = {}  # who tapped, when
        self._numbers = 0

    def add_user(
        self,
        user_id: int,
        first_name: str,
        last_name: str | None = None,
        username: str | None = None,
        *,
        language_code: str = "ru",
    ) -> User:
        """There is somebody whom the bot cannot write to before they start it."""
        user = self.users[user_id] = User(user_id, first_name, last_name, username, language_code)
        self.chats[user_id] = Chat(user.as_chat())
        return user

    def add_group(self, chat_id: int, title: str) -> Chat:
        """There is a group with the bot in it; its id is negative."""
        kind = "supergroup" if chat_id < -1_000_000_000_000 else "group"
        group = self.chats[chat_id] = Chat({"id": chat_id, "type": kind, "title": title}, started=True)
        return group

    def move_group(self, old_id: int, new_id: int) -> Chat:
        """The group becomes a supergroup: the old id is answered with `migrate_to_chat_id`."""
        old = self.chats[old_id]
        old.moved_to = new_id
        return self.add_group(new_id, old.about["title"])

    def find_chat(self, chat_id: int | str | None) -> Chat:
        """Finds a chat. Raises 400 when there is none, or when it has moved."""
        try:
            chat = self.chats[int(chat_id or 0)]
        except (KeyError, ValueError):
            raise bad_request("chat not found") from None
        if chat.moved_to is not None:
            moved = {"migrate_to_chat_id": chat.moved_to}
            raise bad_request("group chat was upgraded to a supergroup chat", moved)
        return chat

    def writable_chat(self, chat_id: int | str | None) -> Chat:
        """Returns a chat that the bot may write to; raises 403 with the reason otherwise."""
        chat = self.find_chat(chat_id)
        if chat.deactivated:
            raise forbidden("user is deactivated")
        if chat.blocked:
            raise forbidden("bot was blocked by the user")
        if not chat.started:
            raise forbidden("bot can't initiate conversation with a user")
        return chat

    def post(self, chat: Chat, sender: User, content: JSON) -> JSON:
        """Puts a message into a chat and returns it as Telegram does."""
        chat.last_id += 1
        head = {
            "message_id": chat.last_id,
            "from": sender.about(),
            "chat": chat.about,
            "date": int(self.now()),
        }
        message = chat.messages[chat.last_id] = copy.deepcopy(head | self.with_mentions(content))
        return copy.deepcopy(message)

    def with_mentions(self, content: JSON) -> JSON:
        """A mention by `tg://user?id=` shows the user; of a stranger it stays plain text."""
        read = dict(content)
        for name in read.keys() & {"entities", "caption_entities"}:
            known = [e for e in read[name] if "user" not in e or e["user"]["id"] in self.users]
            read[name] = [
                e | {"user": self.users[e["user"]["id"]].about()} if "user" in e else e for e in known
            ]
        return read

    def next_number(self) -> int:
        """Makes identifiers that must only differ."""
        self._numbers += 1
        return 10**15 + self._numbers

    def open_query(self, user_id: int) -> str:
        query_id = str(self.next_number())
        self._open_queries[query_id] = (user_id, self.now())
        return query_id

    def close_query(self, query_id: str, text: str, *, show_alert: bool) -> None:
        """A query takes one answer, within 150 seconds."""
        user_id, asked_at = self._open_queries.pop(query_id, (0, float("-inf")))
        if self.now() - asked_at > TAP_KEPT:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        self.toast_log.append(Toast(user_id, text, show_alert, query_id))


def found(chat: Chat, message_id: int | None, what: str) -> JSON:
    """Returns the message itself, not a copy; raises 400 "… not found"."""
    try:
        return chat.messages[message_id or 0]
    except KeyError:
        raise message_missing(what) from None


def message_missing(what: str) -> ApiError:
    return bad_request(f"{what} not found")


def without_reply(message: JSON) -> JSON:
    """A quoted message shows no further quotes."""
    return {key: value for key, value in message.items() if key != "reply_to_message"}
