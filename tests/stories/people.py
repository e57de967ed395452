"""The test's people: they send, tap by the words on the button, and look at their chats."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from aiogram import Bot
from storage.migrate import migrate

from bot.app import App, build_app
from bot.clock import VirtualClock
from bot.office_file import parse_office
from bot.standin.chats import Telegram
from bot.standin.seen import Seen
from bot.standin.session import StandInSession
from leads.ledger import check_chain
from storage import ledger
from storage.database import Database
from storage.offices import write_office

MONDAY_TEN = datetime(2026, 11, 23, 7, 0, tzinfo=UTC)  # 10:00 in Moscow

OFFICE = """
[office]
name = "Окна Казань"
timezone = "Europe/Moscow"
hours = { mon-fri = "09:00-18:00", sat = "10:00-15:00" }
ack_timeout = "5m"
offers = 2
step_timeout = "10m"
summary_at = "18:30"

[[people]]
id = "anna"
name = "Анна Секретарёва"
telegram_id = 101
roles = ["secretary"]

[[people]]
id = "petrov"
name = "Пётр Петров"
telegram_id = 201
roles = ["manager"]

[[people]]
id = "sidorova"
name = "Ольга Сидорова"
telegram_id = 202
roles = ["manager"]

[[people]]
id = "ivanov"
name = "Иван Иванов"
telegram_id = 203
roles = ["manager"]

[[people]]
id = "smirnov"
name = "Сергей Смирнов"
telegram_id = 301
roles = ["head"]

[[people]]
id = "orlova"
name = "Мария Орлова"
telegram_id = 401
roles = ["director"]

[[segments]]
id = "tatarstan"
name = "Татарстан"
match = { region = ["Татарстан"] }
scheme = "queue"
members = ["petrov", "sidorova"]

[[segments]]
id = "rest"
name = "Все остальные"
members = ["petrov", "sidorova", "ivanov"]
"""


class Person:
    """Somebody with a Telegram account. Every verb is followed by the office settling down."""

    def __init__(self, desk: Desk, id: int) -> None:
        self.desk = desk
        self.id = id

    async def sends(self, text: str) -> None:
        self.desk.telegram.send_text(self.id, text)
        await self.desk.settle()

    async def taps(self, words: str, on: str = "") -> str:
        """Taps the button with these words, on the newest message that has it (and contains `on`).

        Returns the toast.
        """
        message = self.card(on, button=words)
        button = message.button(words)
        assert button
        return await self.taps_data(message.message_id, button.value)

    async def taps_data(self, message_id: int, data: str) -> str:
        """A tap by its data: also on a button that is no longer there. Returns the toast."""
        query = self.desk.telegram.tap(self.id, message_id, data=data)
        await self.desk.settle()
        return next((t.text or "" for t in self.desk.telegram.toasts(self.id) if t.query_id == query), "")

    def data(self, words: str, on: str = "") -> tuple[int, str]:
        """The message and the data of a button, to be tapped later."""
        message = self.card(on, button=words)
        button = message.button(words)
        assert button
        return message.message_id, button.value

    def card(self, words: str = "", *, button: str = "") -> Seen:
        """The newest message of the bot that contains these words (and has this button)."""
        for message in reversed(self.messages()):
            if words in message.text and (not button or message.button(button)):
                return message
        raise AssertionError(f"{self.id} sees no {words!r} with {button!r} among:\n{self.chat()}")

    def sees(self, words: str) -> bool:
        return any(words in message.text for message in self.messages())

    def has(self, button: str) -> bool:
        return any(message.button(button) for message in self.messages())

    def messages(self) -> list[Seen]:
        return [message for message in self.desk.telegram.messages(self.id) if message.by_bot]

    def chat(self) -> str:
        """Everything the bot shows this person: for searching, and for reading when a test fails."""
        return "\n---\n".join(
            "\n".join([m.text, *(" ".join(f"[{b.text}]" for b in row) for row in m.buttons)])
            for m in self.messages()
        )


class Desk:
    """The whole bot on the stand-in, in virtual time."""

    def __init__(self, path: Path, start: datetime = MONDAY_TEN) -> None:
        self.address = f"sqlite+aiosqlite:///{path}"
        self.clock = VirtualClock(start)
        self.telegram = Telegram(lambda: self.clock.now().timestamp(), monotonic=self.clock.monotonic)
        self.database = Database(self.address)
        self.app = self._build()

    def person(self, id: int) -> Person:
        return Person(self, id)

    async def set_up(self, office: str) -> None:
        """Loads the office file; everybody in it presses Start."""
        loaded = parse_office(office, "office.toml")
        await migrate(self.address)
        async with self.database.write() as conn:
            await write_office(conn, loaded)
        for person in loaded.people:
            if person.telegram_id:
                first, _, last = person.name.partition(" ")
                self.telegram.add_user(person.telegram_id, first, last)
                self.telegram.start(person.telegram_id)
        await self.settle()

    async def settle(self) -> None:
        """Until nobody has anything to do just now."""
        while len(self.telegram.updates):
            await self.app.intake.poll_once(0)
            # the next call confirms them
            await self.app.intake.poll_once(0)
        await self.app.clockwork.tick()
        await self.app.courier.drain()

    async def passes(self, **time: float) -> None:
        """Time goes by, and what is due happens on the way, in steps of ten seconds."""
        end = self.clock.now() + timedelta(**time)
        while self.clock.now() < end:
            due = await self.app.clockwork.next()
            step = end if due is None else max(min(due, end), self.clock.now() + timedelta(seconds=1))
            self.clock.advance(step - self.clock.now())
            await self.settle()

    async def restarts(self) -> None:
        """The program dies and a new one opens the same database."""
        await self.database.close()
        self.database = Database(self.address)
        self.app = self._build()

    async def ledger_holds(self) -> bool:
        async with self.database.read() as conn:
            return bool(check_chain(await ledger.everything(conn)))

    def _build(self) -> App:
        bot = Bot(self.telegram.token, session=StandInSession(self.telegram))
        return build_app(bot, self.telegram.bot.username or "", self.database, self.clock)


@asynccontextmanager
async def office(path: Path, text: str = OFFICE, start: datetime = MONDAY_TEN) -> AsyncIterator[Desk]:
    desk = Desk(path / "fairlead.db", start)
    await desk.set_up(text)
    yield desk
    assert desk.telegram.violations == 0, "Telegram's limits were exceeded"
    assert await desk.ledger_holds()
    await desk.database.close()
