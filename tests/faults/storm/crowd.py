"""The people of the office during the storm: they write, tap, decline, ignore, go away and come back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random  # noqa: TID251 - the storm is seeded

from bot.clock import Clock
from bot.standin.chats import Telegram
from bot.standin.people import Button, Seen, seen
from screens.buttons.of_intake import HandOver
from tests.faults.storm.office import DIRECTOR, GOODS, HEAD, MANAGERS, SECRETARIES
from tests.stories.words import (
    BAD_LEAD,
    CLAIM,
    CONFIRM,
    DECLINE,
    GIVE_BACK,
    HAND_OVER,
    INVOICE,
    MEETING,
    MET_ALREADY,
    NO_ANSWER,
    NOT_BAD,
    REACHED,
    REFUSAL,
    SALE,
    SKIP,
    TOO_BUSY,
    TOO_EXPENSIVE,
)

LOOKS_BACK = 40  # messages: nobody scrolls further up
MOST_DRAFTS = 2  # that a secretary has on her desk at once
PATIENCE = 15.0  # seconds, until somebody taps a button that is still there once more
SYLLABLES = ("ба", "ве", "гу", "до", "жи", "зу", "ке", "ло", "му", "не", "по", "ру", "са", "ту", "фе", "хо")
WORDS_OF_A_HOLDER = (REACHED, NO_ANSWER, MEETING, MET_ALREADY, INVOICE, SALE, REFUSAL, BAD_LEAD, GIVE_BACK)
CLOSING = (SALE, REFUSAL, BAD_LEAD, GIVE_BACK)


@dataclass(slots=True)
class Crowd:
    """`most`: how many leads may be on their way at once."""

    telegram: Telegram
    clock: Clock
    seed: int
    clients: dict[str, str] = field(default_factory=dict)  # phone: name
    handing: dict[str, int] = field(default_factory=dict)  # lead by tap: somebody has tapped to hand it over
    in_time: bool = True  # False: no new leads, nobody declines or goes away any more

    def everybody(self) -> list[Figure]:
        rng = Random(self.seed)
        kinds: dict[int, Callable[[Crowd, int, Random], Figure]] = {}
        kinds |= dict.fromkeys(SECRETARIES, Secretary) | dict.fromkeys(MANAGERS, Manager)
        kinds |= dict.fromkeys((HEAD, DIRECTOR), Chief)
        return [kind(self, id, Random(rng.random())) for id, kind in kinds.items()]

    def client(self, rng: Random) -> str:
        """A new one, with a name and a phone that nobody else has."""
        number = 2_000_000 + len(self.clients)
        name = "".join(rng.choice(SYLLABLES) for _ in range(4)).capitalize() + "ев"
        phone = f"+7843{number}"
        self.clients[phone] = name
        digits = str(number)
        return f"{name} 8 (843) {digits[:3]}-{digits[3:5]}-{digits[5:]}, {rng.choice(GOODS)}"


class Figure:
    """Somebody at his phone: looks, does one thing, looks again."""

    def __init__(self, crowd: Crowd, id: int, rng: Random) -> None:
        self.crowd = crowd
        self.id = id
        self.rng = rng
        self.telegram = crowd.telegram
        self._tapped: dict[tuple[int, str], float] = {}
        self._last_tap: tuple[str | None, float] = (None, float("-inf"))

    async def live(self) -> None:
        """For ever."""
        while True:
            await self.crowd.clock.sleep(self.rng.uniform(0.2, 0.9))
            if self.telegram.chats[self.id].blocked:
                self._come_back()
            elif not self._waits():
                self.act()

    def _waits(self) -> bool:
        """The button that he has tapped is still turning."""
        query, since = self._last_tap
        if self.crowd.clock.monotonic() - since > PATIENCE:
            return False
        return query is not None and all(
            toast.query_id != query for toast in reversed(self.telegram.toast_log)
        )

    def act(self) -> None:
        raise NotImplementedError

    def visible(self) -> list[Seen]:
        """The newest messages of the bot, the newest first."""
        newest = list(self.telegram.chats[self.id].messages.values())[: -LOOKS_BACK - 1 : -1]
        return [seen(message) for message in newest if message["from"]["is_bot"]]

    def find(self, words: str) -> tuple[Seen, Button] | None:
        """A button that he has not tapped just now."""
        for message in self.visible():
            button = message.button(words)
            if button and button.action == "callback_data" and self._may_tap(message, button):
                return message, button
        return None

    def tap(self, words: str) -> bool:
        found = self.find(words)
        if found:
            message, button = found
            query = self.telegram.tap(self.id, message.message_id, data=button.value)
            now = self.crowd.clock.monotonic()
            self._tapped[message.message_id, button.value], self._last_tap = now, (query, now)
            if query and button.value.startswith(HandOver.__prefix__):
                self.crowd.handing[query] = HandOver.unpack(button.value).lead
        return found is not None

    def _may_tap(self, message: Seen, button: Button) -> bool:
        last = self._tapped.get((message.message_id, button.value), float("-inf"))
        return self.crowd.clock.monotonic() - last > PATIENCE

    def _come_back(self) -> None:
        if not self.crowd.in_time or self.rng.random() < 0.3:
            self.telegram.unblock(self.id)
            self.telegram.start(self.id)


class Secretary(Figure):
    """Writes no more than she can hand over."""

    def __init__(self, crowd: Crowd, id: int, rng: Random) -> None:
        super().__init__(crowd, id, rng)
        self._written = 0

    def act(self) -> None:
        if self.tap(HAND_OVER):
            return
        if self.crowd.in_time and self._written - self._handed() < MOST_DRAFTS and self.rng.random() < 0.4:
            self._written += 1
            self.telegram.send_text(self.id, self.crowd.client(self.rng))

    def _handed(self) -> int:
        """How many of her leads have a number now: she looks at her cards."""
        texts = (str(m.get("text")) for m in self.telegram.chats[self.id].messages.values())
        return len({text.split()[0] for text in texts if text.startswith("№")})


class Manager(Figure):
    def __init__(self, crowd: Crowd, id: int, rng: Random) -> None:
        super().__init__(crowd, id, rng)
        self._ignored: dict[int, bool] = {}

    def act(self) -> None:
        chance = self.rng.random()
        if self.crowd.in_time and chance < 0.004:
            self.telegram.block(self.id)
        elif chance < 0.015:
            self.telegram.send_text(self.id, self.rng.choice(("/on", "/me", "/queue", "/start")))
        elif not self._answers():
            self._works()

    def _answers(self) -> bool:
        found = self.find(CLAIM)
        if not found:
            return self.tap(TOO_BUSY) if self.crowd.in_time else False
        message, _ = found
        if not self.crowd.in_time:
            return self.tap(CLAIM)
        if self._ignored.setdefault(message.message_id, self.rng.random() < 0.3):
            return False
        declines = self.rng.random() < 0.25
        return (declines and self.tap(DECLINE)) or self.tap(CLAIM)

    def _works(self) -> None:
        if self.tap(SKIP) or self.tap(TOO_EXPENSIVE):
            return
        words = self.rng.choice(WORDS_OF_A_HOLDER if self.crowd.in_time else (SALE, REFUSAL))
        if words not in CLOSING or self.rng.random() < 0.5:
            self.tap(words)


class Chief(Manager):
    """The head and the director take whatever reaches them, and have the last word on bad leads."""

    def act(self) -> None:
        if self.tap(CLAIM) or self.tap(self.rng.choice((CONFIRM, NOT_BAD))):
            return
        self._works()
