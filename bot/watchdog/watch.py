"""Looks every ten seconds for what stands still; tells the administrator once, and once when it is over."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from typing import Any

from bot.clock import Clock
from bot.courier.errors import TelegramStopped
from bot.watchdog.ears import Ears, Heard
from bot.watchdog.rule import GIVEN_UP_FOR, Measured, Trouble, Verdict, judge
from desk.door import Door
from desk.work import Work
from leads.office import Role
from leads.recipients import News
from storage import due, inbox, offices, people, showing, troubles
from storage.ailments import DatabaseAilsError
from storage.sending import unsent
from storage.showing import given_up_since

EVERY = 10.0  # seconds between two looks
LONGEST = 3 * EVERY  # what lies between two looks counts for so much at most: else the machine was asleep
CALM = 90.0  # seconds without a failure until the database counts as well; the longest back-off takes 60
PATIENCE = 30.0  # real seconds for one look: a writer that hangs must not hold the watchdog for ever

log = logging.getLogger(__name__)

MOST_NAMED = 5  # kinds of cards; the log has them all


class Watch:
    """The watchdog. `looks`: how often the ticker has looked so far."""

    def __init__(self, door: Door, clock: Clock, ears: Ears, looks: Callable[[], int]) -> None:
        self._door = door
        self._clock = clock
        self._ears = ears
        self._looks = looks
        self._seen_at = self._looked_at = clock.monotonic()
        self._watched = 0.0  # seconds of watching so far
        self._overdue, self._unsent, self._answers = Waiting(), Waiting(), Waiting()
        self._ticker, self._failures = Waiting(), Waiting()
        self.ticker_still = 0.0  # seconds of watching since the ticker's last look
        self.troubles: frozenset[Trouble] = frozenset()  # as of the last look
        self.measured: Measured | None = None  # by the last look

    @property
    def blind(self) -> float:
        """The seconds since the last look that could see everything."""
        return self._clock.monotonic() - self._looked_at

    async def run(self) -> None:
        """Runs for ever. A look that fails is tried again. Raises TelegramStopped."""
        while True:
            try:
                async with asyncio.timeout(PATIENCE):
                    await self.look()
            except TelegramStopped:
                raise
            except DatabaseAilsError:
                pass  # told already, once
            except Exception as error:  # noqa: BLE001 - whatever ails the database, the watchdog outlives it
                log.error("the watchdog failed and will look again: %s", type(error).__name__)
            await self._clock.sleep(EVERY)

    async def look(self) -> None:
        """Measures, decides, and tells what is new. Raises DatabaseAilsError, TelegramStopped."""
        now = self._clock.monotonic()
        self._watched += min(now - self._seen_at, LONGEST)
        self._seen_at = now
        self.ticker_still = self._ticker.longest([self._looks()], self._watched) or 0.0
        heard = await self._ears.listen(self._watched)
        measured, known = await self._door.read(
            lambda work: (self._measure(work, heard), troubles.known(work.store))
        )
        self.measured = measured
        verdicts = judge(measured)
        self.troubles = frozenset(
            trouble
            for trouble, verdict in verdicts.items()
            if verdict is Verdict.WRONG or (verdict is Verdict.UNSURE and trouble in known)
        )
        if self.troubles != known.keys():
            await tell(self._door, self.troubles)
        await self._look_after_the_database()
        self._looked_at = now

    async def _look_after_the_database(self) -> None:
        """What has ailed it is over when a write succeeds and nothing has failed for a while."""
        health = self._door.health
        if health.ailing:
            await self._door.quiet(lambda work: offices.write_nothing(work.store))
        if (self._failures.longest([health.failures], self._watched) or 0.0) > CALM:
            health.is_over()

    def _measure(self, work: Work, heard: Heard) -> Measured:
        overdue = due.longest_overdue(work.store, work.now)
        return Measured(
            now=work.now,
            overdue=self._overdue.longest(overdue, self._watched),
            unsent=self._unsent.longest(unsent(work.store), self._watched),
            silent=self._answers.longest([heard.answers], self._watched) or 0.0,
            webhook=heard.webhook,
            set_aside=inbox.count_aside(work.store),
            given_up=len(given_up_since(work.store, work.now - GIVEN_UP_FOR)),
        )


class Waiting:
    """Remembers when each thing was first seen; what is not seen any more is forgotten."""

    def __init__(self) -> None:
        self._since: dict[Hashable, float] = {}

    def longest(self, things: Collection[Hashable], now: float) -> float | None:
        """Returns the seconds since the thing that has been there longest was first seen;
        None where there are none.
        """
        self._since = {thing: self._since.get(thing, now) for thing in things}
        return now - min(self._since.values()) if self._since else None


async def tell(door: Door, going_on: Collection[Trouble]) -> None:
    """What is told is stored in the same transaction: a restart, or another replica, tells it no second time."""

    def case(work: Work) -> None:
        known = troubles.known(work.store)
        for trouble in Trouble:
            if trouble in going_on and trouble not in known:
                troubles.begin(work.store, trouble, work.now)
                subject = f"trouble:{trouble}:{work.now.isoformat()}"
                _note(work, subject, f"trouble-{trouble}", **_particulars(work, trouble))
                log.warning("trouble: %s", trouble)
            elif trouble not in going_on and trouble in known:
                troubles.end(work.store, trouble)
                subject = f"trouble-over:{trouble}:{known[trouble].isoformat()}"
                _note(work, subject, f"trouble-over-{trouble}")
                log.warning("over: %s", trouble)

    await door.write(case)


def _note(work: Work, subject: str, key: str, **args: Any) -> None:
    for person in _listeners(work):
        work.note(person.chat or 0, subject, key, **args)


def _particulars(work: Work, trouble: Trouble) -> Mapping[str, Any]:
    """Of cards that were given up: which kinds, and the roles of those in whose chats; nobody is named."""
    if trouble is not Trouble.CARDS:
        return {}
    found: list[tuple[str, tuple[Role, ...]]] = []
    for card in showing.given_up_since(work.store, work.now - GIVEN_UP_FOR):
        person = people.by_chat(work.store, card.chat)
        kind = card.kind.word if card.kind else "?"
        if (one := (kind, person.roles if person else ())) not in found:
            found.append(one)
        if len(found) == MOST_NAMED:
            break
    return {"cards": found}


def _listeners(work: Work) -> Sequence[people.PersonRow]:
    """Nobody who cannot be reached: by the time that they are back it is no news."""
    return [person for person in work.recipients(News.TROUBLE) if person.reachable]
