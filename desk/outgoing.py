"""What the courier needs to know and to write down."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol

from leads.reasons import Unreached
from screens.content import Content
from storage.kinds import CardKind

LONGEST = 60.0  # seconds that anything is waited for, whatever a clock says

Dropped = Literal["unsure", "refused", "failed"]
"""Nobody knows whether it arrived; Telegram would refuse it again; it cannot be drawn, or written down."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card is a place in a chat that shows one thing, as it was when it was read."""

    id: int
    chat: int
    kind: CardKind | None  # None: one that another version has left behind
    wanted: int  # the version that is stored
    shown: int  # the version that the person sees; 0: none yet
    message_ids: tuple[int, ...] = ()  # what shows it now
    stale: tuple[int, ...] = ()  # messages that newer ones have replaced, still to be removed
    fresh: bool = False  # sent anew at the end of the chat instead of edited
    begun: int = 0  # sends begun whose end nobody knows (a crash, a cut connection)
    repeatable: bool = (
        False  # may be sent once more when that is so (what waits for a tap: yes; summaries: no)
    )
    failures: int = 0  # to show the wanted version; another version begins anew
    retry_at: datetime | None = None  # when that is tried again; the office's time, as in `Clock.now`
    cause: str | None = None  # what has made it due, as of `storage.causes`
    offer: tuple[int, int] | None = None  # lead and offer, where it makes one that nobody has had before them

    @property
    def needs_drawing(self) -> bool:
        """Needs none where only messages are to be removed, or where it is not repeated."""
        return self.shown != self.wanted and not self.is_unsure

    @property
    def is_unsure(self) -> bool:
        """So where nobody knows whether it arrived, and it is not repeated."""
        return self.begun > int(self.repeatable)

    def wait(self, now: datetime) -> float:
        """Returns the seconds for which it is left alone; no longer than the longest pause,
        wherever the clock was put.
        """
        seconds = (self.retry_at - now).total_seconds() if self.retry_at else 0.0
        return seconds if 0 < seconds <= LONGEST else 0.0


Later = Callable[[], Awaitable[Content]]
"""What takes a moment to draw: to be called with no transaction open."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A card, and what it is to show by the same state of the database: at least version `wanted`."""

    card: Card
    content: Content | Later | None = None  # None: nothing any more, or nothing that had to be drawn
    error: Exception | None = None  # it cannot be drawn
    begun: bool = False  # it is stored already that a send of it is about to leave

    async def finished(self) -> Content | None:
        """Draws what is still to be drawn. Raises whatever keeps it from being drawn."""
        if self.error:
            raise self.error
        return await self.content() if callable(self.content) else self.content


@dataclass(frozen=True, slots=True)
class Room:
    """What the courier can take now."""

    places: int  # requests
    held: frozenset[int]  # chats to which none may leave


@dataclass(frozen=True, slots=True)
class Due:
    """What there is to do, as one transaction saw it."""

    drawn: Sequence[Drawn] = ()  # may leave now, the most urgent first; one for each chat
    waiting: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    """Other chats that have something: held, or there was no place. With the first card, and the version wanted."""
    retry_at: datetime | None = None  # when the next of those is tried in which all cards are put off


Waiting = frozenset[int] | None
"""The chats that have something due, once this is written down; None: somebody has to look."""


class Carrier(Protocol):
    """Whoever sends what a transaction has left behind. To be called in the loop."""

    def room(self) -> Room | None:
        """Tells what may leave now; None where nobody is at work, or nothing may."""

    def take(self, due: Due) -> None:
        """Takes what a transaction that is committed now has made due, drawn in it."""

    def wake(self) -> None:
        """Something is due."""


class Outbox(Protocol):
    """Holds the cards, kept in the database. Every method is one transaction, committed when it returns.

    Those that settle something may share theirs with others; where one raises, the others are written all the same.

    What is written about a card refers to the card as it was read: its content may have moved on since, and then
    it stays due. `shown`, `dropped`, `unreachable`, `moved` and `unsent` settle what `began` wrote. DatabaseAilsError
    is nobody's fault; whatever else a method raises counts as a failure of the card.
    """

    async def due(self, room: Room) -> Due:
        """Finds so many cards of chats that are not held: `shown` is not `wanted`, or they have `stale` messages.

        The most urgent first, then by id. A card with failures comes behind all others of its chat, the one that is
        tried again first before the rest. Only the first of each chat. Chats that cannot be reached are left out.

        Each is drawn as if it were alone: one that fails disturbs no other. Where it has begun, the person may have
        it already: an offer says so.
        """

    async def began(self, card: Card) -> None:
        """Notes that a send is about to leave: `begun` is `card.begun + 1`."""

    async def unsent(self, card: Card) -> None:
        """Notes that that send certainly came to nothing: `begun` is `card.begun` again."""

    async def shown(self, card: Card, message_ids: tuple[int, ...], now: datetime) -> Waiting:
        """Notes that these messages show version `card.wanted` since `now`; `begun` is 0.

        Earlier ones that are not among them become stale. `fresh` ends, unless it was asked for again since.
        """

    async def removed(self, card: Card) -> Waiting:
        """Notes that the messages in `card.stale` are gone, or can do no harm any more."""

    async def put_off(self, card: Card, until: datetime) -> None:
        """Puts off version `card.wanted`, which could not be shown: one failure more, left alone until then."""

    async def dropped(self, card: Card, why: Dropped) -> None:
        """Gives the card up: version `card.wanted` counts as shown, by the messages that there were.

        What is to be removed counts as removed when nothing but that was left to do.
        """

    async def unreachable(self, card: Card, why: Unreached, now: datetime) -> None:
        """Notes that nothing reaches this chat: no card of it is due until the person comes back, `stale` or not."""

    async def moved(self, card: Card, chat: int) -> None:
        """Moves the cards of a group that has become the supergroup `chat` there. The card is still due."""
