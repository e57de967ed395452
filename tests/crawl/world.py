"""The whole bot, which can go back to any moment that it was at: what is stored, what stands in the chats, the time."""

from __future__ import annotations

import json
import pickle
import sqlite3
import zlib
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

from aiogram import Bot

from bot.app import App, build_app
from bot.standin.limits import Limits
from desk.office.spots import OF_A_SEGMENT, OF_THE_OFFICE
from handlers.routers import build_router
from leads.office import Role
from leads.rights import headed_by
from storage.tables.base import metadata
from tests.crawl.deeds import Place, Shown, Stored
from tests.crawl.kinds import DATA, Names
from tests.stories.desk import BOOKKEEPING, Desk

_ROUTER = build_router()
OWN = ("weight", "capacity", "hours", "roles", "name", "telegram_id", "locale", "active", "position")
"""What of people is set up; all else says where they are, and what they are asked."""

QUERIES: Final = {
    **{t.name: f"SELECT * FROM {t.name}" for t in metadata.sorted_tables if t.name not in BOOKKEEPING},
    "offices": "SELECT name, settings, setting_up FROM offices",
    "segments": "SELECT id, position, name, settings, active FROM segments",
    "people": f"SELECT id, {', '.join(OWN)} FROM people WHERE id IS NOT ':id'",
    "self": f"SELECT {', '.join(OWN)} FROM people WHERE id = ':id'",
}
"""What is looked at of each table."""

_OWN_WAY: Final = {"scheme", "reserve", "hours", "timezone", "name"}
ALIKE: Final = {
    **{
        key: type(setting.kind).__name__
        for key, setting in {**OF_THE_OFFICE, **OF_A_SEGMENT}.items()
        if key not in _OWN_WAY
    },
}
"""Settings of a kind are set alike."""

PUBLIC: Final = "https://office.example"
"""Where the pages are that some buttons lead to."""

QUICK = 1  # zlib's level: a moment is kept for each screen, and its database says much twice


@dataclass(frozen=True, slots=True)
class Moment:
    """All that there is to go back to. `passed`: the seconds of the virtual clock."""

    database: bytes
    chats: bytes
    passed: float
    set_up: Any


class World(Desk):
    """The office of a crawl. `fine`: each setting is another one; else each kind of them."""

    fine = False
    client = ""  # what clients are called

    @property
    def file(self) -> str:
        return self.address.removeprefix("sqlite+aiosqlite:///")

    def moment(self) -> Moment:
        with closing(sqlite3.connect(self.file)) as connection:
            stored = zlib.compress(connection.serialize(), QUICK)
        telegram = self.telegram
        chats = pickle.dumps((telegram.users, telegram.chats, telegram.commands, telegram.profile))
        return Moment(stored, chats, self.clock.monotonic(), self.app.door.set_up)

    async def back_to(self, moment: Moment) -> None:
        """A new program finds everything as it was then."""
        await self.database.close()
        self._write(zlib.decompress(moment.database))
        telegram = self.telegram
        telegram.users, telegram.chats, telegram.commands, telegram.profile = pickle.loads(moment.chats)
        telegram.updates.clear()
        telegram.toast_log.clear()
        self.clock._passed = moment.passed
        telegram.limits = Limits(self.clock.monotonic)
        self.database = self._open()
        self.app = self._build()
        self.app.door._set_up = moment.set_up

    def _write(self, database: bytes) -> None:
        for beside in ("-wal", "-shm"):
            Path(self.file + beside).unlink(missing_ok=True)
        Path(self.file).write_bytes(database)

    @property
    def names(self) -> Names:
        """What people, segments, sources and settings are called in the data of buttons, and what stands for them."""
        set_up = self.app.door.set_up
        if set_up is None:
            return ALIKE
        groups = (set_up.office.people, set_up.office.segments, set_up.office.sources)
        data = {one.id: DATA for group in groups for one in group}
        return data if self.fine else ALIKE | data

    def stands(self, who: int, id: str | None = None) -> Stored:
        """What is stored, as far as somebody's right to change it is asked; `who`: acts.

        `id`: who that was before, where their account may be somebody else's by now.
        """
        office = self.app.door.set_up.office if self.app.door.set_up else None
        person = next((p for p in office.people if p.telegram_id == who), None) if office else None
        id = id if id is not None else person.id if person else ""
        with closing(sqlite3.connect(self.file)) as connection:
            tables = {
                name: hash(tuple(connection.execute(query.replace(":id", id)).fetchall()))
                for name, query in QUERIES.items()
            }
            [[aside]] = connection.execute("SELECT count(*) FROM set_aside")
            [[given_up]] = connection.execute("SELECT count(given_up_at) FROM cards")
        roles = frozenset(person.roles) if person else frozenset[Role]()
        heads = bool(office and person and headed_by(office, person.id))
        return Stored(tables, aside, given_up, id, roles, heads)

    def cards(self) -> dict[Place, tuple[str, Mapping[str, Any]]]:
        """Which card each message shows: its word, and what it was told to show."""
        rows = self.rows("SELECT chat, kind, payload, message_ids FROM cards")
        return {(chat, message): card for chat, card, messages in map(_card, rows) for message in messages}

    def rows(self, query: str, *values: Any) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(self.file)) as connection:
            return connection.execute(query, values).fetchall()

    def shown(self) -> Shown:
        """What stands in everybody's chat by the bot's hand, each message as JSON."""
        return {
            (chat, number): json.dumps(message)
            for chat, one in self.telegram.chats.items()
            for number, message in one.messages.items()
            if message["from"]["is_bot"]
        }

    def _build(self) -> App:
        """The same routers each time: to make them takes longer than what is done with them."""
        _ROUTER._parent_router = None
        bot = Bot(self.telegram.token, session=self._session())
        with patch("bot.app.build_router", lambda: _ROUTER):
            return build_app(
                bot, self.telegram.bot.username or "", self.database, self.clock, public_url=PUBLIC
            )


def _card(row: tuple[Any, ...]) -> tuple[int, tuple[str, Mapping[str, Any]], list[int]]:
    """A row of cards: whose chat, what it shows, and the messages that show it."""
    chat, kind, payload, messages = row
    said = json.loads(payload)
    return chat, (said.get("screen", kind), said), json.loads(messages)
