"""What the courier needs to know and to write down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from bot.courier.errors import Reason
from handlers.screen import Content

Dropped = Literal["unsure", "refused", "failed"]
"""Nobody knows whether it arrived; Telegram would refuse it again; it cannot be drawn, or written down."""


@dataclass(frozen=True, slots=True)
class Card:
    """A place in a chat that shows one thing, as it was when it was read."""

    id: int
    chat: int
    kind: str
    wanted: int  # the version that is stored
    shown: int  # the version that the person sees; 0: none yet
    message_ids: tuple[int, ...] = ()  # what shows it now
    stale: tuple[int, ...] = ()  # messages that newer ones have replaced, still to be removed
    fresh: bool = False  # sent anew at the end of the chat instead of edited
    begun: int = 0  # sends begun whose end nobody knows (a crash, a cut connection)
    repeatable: bool = False  # may be sent once more when that is so (offers: yes; summaries and notes: no)
    failures: int = 0  # to show the wanted version; another version begins anew
    retry_at: datetime | None = None  # when that is tried again; the office's time, as in `Clock.now`


class Outbox(Protocol):
    """The cards, kept in the database. Every method is one transaction, committed when it returns.

    What is written about a card refers to the card as it was read: its content may have moved on since, and then
    it stays due. `shown`, `dropped`, `unreachable`, `moved` and `unsent` settle what `began` wrote. DatabaseAilsError
    is nobody's fault; whatever else a method raises counts as a failure of the card.
    """

    async def due(self) -> Sequence[Card]:
        """Cards where `shown` is not `wanted`, or that have `stale` messages; the most urgent first, then by id.

        A card with failures comes behind all others of its chat, the one that is tried again first before the rest.
        It may leave out all but the first of each chat. Chats that cannot be reached are left out.
        """

    async def content(self, card: Card, *, repeat: bool) -> Content | None:
        """What the card should show at this moment, at least `card.wanted`. None: nothing any more.

        `repeat`: the person may have it already; an offer says so.
        """

    async def began(self, card: Card) -> None:
        """A send is about to leave: `begun` is `card.begun + 1`."""

    async def unsent(self, card: Card) -> None:
        """That send certainly came to nothing: `begun` is `card.begun` again."""

    async def shown(self, card: Card, message_ids: tuple[int, ...], now: datetime) -> None:
        """These messages show version `card.wanted` since `now`; `begun` is 0.

        Earlier ones that are not among them become stale. `fresh` ends, unless it was asked for again since.
        """

    async def removed(self, card: Card) -> None:
        """The messages in `card.stale` are gone, or can do no harm any more."""

    async def put_off(self, card: Card, until: datetime) -> None:
        """Version `card.wanted` could not be shown: it has one failure more, and is left alone until then."""

    async def dropped(self, card: Card, why: Dropped) -> None:
        """Given up: version `card.wanted` counts as shown, by the messages that there were.

        What is to be removed counts as removed when nothing but that was left to do.
        """

    async def unreachable(self, card: Card, why: Reason, now: datetime) -> None:
        """Nothing reaches this chat; none of its cards is due until the person comes back, `stale` or not."""

    async def moved(self, card: Card, chat: int) -> None:
        """The group has become the supergroup `chat`: all its cards move there. The card is still due."""
