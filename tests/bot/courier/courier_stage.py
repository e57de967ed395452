"""Everything the courier's tests stand on: the strict stand-in for Telegram, an outbox, a clock without waiting."""

from __future__ import annotations

from datetime import UTC, datetime

from aiogram import Bot

from bot.clock import VirtualClock
from bot.courier.courier import Courier
from bot.standin.chats import Telegram
from bot.standin.faults import Fault, Script
from bot.standin.session import StandInSession
from screens.content import Screen
from tests.bot.courier.in_memory_outbox import InMemoryOutbox

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ANNA, BORIS, VERA, GLEB, DINA = PEOPLE = (1001, 1002, 1003, 1004, 1005)
GROUP = -4001
SUPERGROUP = -1001234567890
OFFER = Screen("Лид <b>№1</b>")
TAKEN = Screen("Лид №1 у Анны")


class Stage:
    """Five people who have started the bot, and a group."""

    def __init__(self) -> None:
        self.clock = VirtualClock(START)
        self.telegram = Telegram(lambda: self.clock.now().timestamp(), monotonic=self.clock.monotonic)
        for person in PEOPLE:
            self.telegram.add_user(person, f"Имя{person}")
            self.telegram.start(person)
        self.telegram.add_group(GROUP, "Продажи")
        self.session = StandInSession(self.telegram)
        self.bot = Bot(self.telegram.token, session=self.session)
        self.script = Script()
        self.outbox = InMemoryOutbox(self.clock.now)
        self.courier = self.new_courier()

    def new_courier(self) -> Courier:
        """As after a restart: it knows nothing but the outbox."""
        return Courier(self.bot, self.outbox, self.clock)

    def faults(self, *lines: tuple[str, Fault]) -> None:
        self.telegram.faults = self.script = Script(*lines)

    def texts(self, chat: int) -> list[str]:
        """What the bot shows in this chat, oldest first."""
        return [message.text for message in self.telegram.messages(chat) if message.by_bot]

    def sent_after(self, chat: int) -> list[int]:
        """When each of the bot's messages in this chat was sent, in seconds since the start."""
        start = START.timestamp()
        return [
            message.raw["date"] - int(start) for message in self.telegram.messages(chat) if message.by_bot
        ]
