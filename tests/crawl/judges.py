"""What must be true of whatever anybody does, on whatever screen."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from bot.standin.faults import Fine
from bot.standin.people import Seen, seen
from bot.standin.wire import Answer, Call
from bot.watchdog.rule import Trouble
from tests.crawl.allowed import forbidden
from tests.crawl.deeds import Came
from tests.crawl.world import World

CYRILLIC: Final = re.compile("[а-яёА-ЯЁ]+")
OWN_NAME: Final = "Русский"
"""What a language calls itself, in every language."""

LEFTOVER: Final = re.compile(r"\bNone\b|\{ ?\$|\u2068|<class|object at 0x")
"""What no person writes to another."""

FINE: Final = (
    "message is not modified",
    "bot can't initiate conversation",
    "message to edit not found",
    "message can't be deleted for everyone",
    "there is no text in the message to edit",
    "there is no caption in the message to edit",
)
"""What Telegram says where another way is tried then: the message is gone, too old, or was a picture."""


class Errors(logging.Handler):
    """What the program logs as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(record.getMessage())
        if len(self.seen) > 50:  # a card that cannot be drawn is tried for ever, and virtual time never ends
            raise KeyboardInterrupt(record.getMessage())


class Refusals(Fine):
    """What Telegram would not take."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    async def after(self, call: Call, answer: Answer) -> Answer:
        words = str(answer.body.get("description", ""))
        if answer.status != 200 and not any(fine in words for fine in FINE):
            self.seen.append(f"{call.method}: {words}")
        return answer


@dataclass(slots=True)
class Judge:
    """`language`: in which all that is data is written, too: nothing else may stand on a screen."""

    language: str
    errors: Errors = field(default_factory=Errors)
    refusals: Refusals = field(default_factory=Refusals)

    @contextmanager
    def attending(self, world: World) -> Iterator[None]:
        """Hears what is logged, and what Telegram refuses."""
        logging.getLogger().addHandler(self.errors)
        world.telegram.faults = self.refusals
        yield
        logging.getLogger().removeHandler(self.errors)

    async def of(self, world: World, came: Came) -> list[str]:
        """Lists what was wrong with what somebody did."""
        found = [f"logged {words!r}" for words in self.errors.seen]
        found += [f"asked Telegram in vain: {words}" for words in self.refusals.seen]
        self.errors.seen.clear()
        self.refusals.seen.clear()
        found += [*_kept(world, came), *_answered(came), *forbidden(came), *self._written(world, came)]
        if came.deed.kind == "time":
            await world.app.watch.look()
            found += [f"the watchdog barks: {one}" for one in world.app.watch.troubles - {Trouble.SET_ASIDE}]
        return found

    def _written(self, world: World, came: Came) -> Iterator[str]:
        """What stands in the chats of whoever reads this language."""
        readers = {chat for (chat,) in world.rows(_READERS, self.language)}
        said = [(at[0], words) for at in came.changed for words in words_of(seen(json.loads(came.after[at])))]
        for chat, words in [*said, *((came.deed.who, toast) for toast in came.toasts)]:
            if LEFTOVER.search(words):
                yield f"said {words!r}"
            strange = CYRILLIC.search(words.replace(OWN_NAME, "")) if self.language == "en" else None
            if strange and chat in readers:
                yield f"said {strange[0]!r} in English: {words!r}"


_READERS: Final = "SELECT telegram_id FROM people WHERE locale = ? AND active"


def words_of(message: Seen) -> Iterator[str]:
    yield message.text
    for row in message.buttons:
        yield from (button.text for button in row)


def _kept(world: World, came: Came) -> Iterator[str]:
    """Whether everything was heard, understood and shown."""
    if len(world.telegram.updates):
        yield "left an update unheard"
    if world.telegram.violations:
        yield "exceeded a limit of Telegram's"
    if came.stands.aside > came.stood.aside:
        yield "set an update aside"
    if came.stands.given_up > came.stood.given_up:
        yield "could not show a card"


def _answered(came: Came) -> Iterator[str]:
    """A tap has one answer; what one was shown does something that one sees or reads."""
    if not came.deed.data:
        return
    if len(came.toasts) != 1:
        yield f"answered {len(came.toasts)} times"
    elif not came.toasts[0] and not came.is_seen and not came.deed.is_foreign:
        yield "said nothing, and nothing was seen to happen"
