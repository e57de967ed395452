"""A working outbox in memory: the rules that the database follows, for the courier's tests."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from desk.outgoing import Card, Drawn, Dropped, Due, Outbox, Room, Waiting
from leads.reasons import Unreached
from screens.content import Content, Document, Picture, Screen
from storage.ailments import DatabaseAilsError
from storage.kinds import CardKind

REPEAT = "Повтор. "
NEVER = datetime(1970, 1, 1, tzinfo=UTC)
ANEW: dict[str, Any] = {"failures": 0, "retry_at": None}  # another version, another try


@dataclass
class Row:
    card: Card
    content: Content | None
    urgency: int
    history: list[str] = field(default_factory=list)


class InMemoryOutbox(Outbox):
    """`now`: the office's clock, as in `Clock.now`."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.now = now
        self.rows: dict[int, Row] = {}
        self.unreachable_chats: dict[int, Unreached] = {}
        self.delivered = asyncio.Event()
        self.happened_at: dict[int, datetime] = {}  # by card: delivered, or found to be undeliverable

    def put(
        self,
        chat: int,
        content: Content | None,
        *,
        kind: CardKind = CardKind.LEAD,
        urgency: int = 5,
        repeatable: bool = True,
    ) -> int:
        """A new card. The lower the urgency, the sooner."""
        number = len(self.rows) + 1
        card = Card(number, chat, kind, wanted=1, shown=0, repeatable=repeatable)
        self.rows[number] = Row(card, content, urgency)
        return number

    def change(self, number: int, content: Content | None, *, fresh: bool = False) -> None:
        row = self.rows[number]
        row.content = content
        row.card = replace(row.card, wanted=row.card.wanted + 1, fresh=fresh or row.card.fresh, **ANEW)

    def card(self, number: int) -> Card:
        return self.rows[number].card

    def history(self, number: int) -> list[str]:
        return self.rows[number].history

    async def due(self, room: Room) -> Due:
        now = self.now()
        firsts = self._firsts()
        put_off = [card.retry_at for card in firsts if card.retry_at and card.wait(now)]
        ready = [card for card in firsts if not card.wait(now)]
        free = [card for card in ready if card.chat not in room.held]
        drawn = [await self._drawn(card) for card in free[: room.places]]
        leave = {one.card.chat for one in drawn}
        early = {card.chat: (card.id, card.wanted) for card in ready if card.chat not in leave}
        return Due(drawn, early, min(put_off, default=None))

    def _firsts(self) -> Sequence[Card]:
        """One of each chat."""
        waiting = [
            row
            for row in self.rows.values()
            if (row.card.shown != row.card.wanted or row.card.stale)
            and row.card.chat not in self.unreachable_chats
        ]
        put_off = {row.card.id: row.card.retry_at or NEVER for row in waiting}
        firsts: dict[int, Row] = {}
        for row in sorted(waiting, key=lambda row: (put_off[row.card.id], row.urgency, row.card.id)):
            firsts.setdefault(row.card.chat, row)
        return [row.card for row in sorted(firsts.values(), key=lambda row: (row.urgency, row.card.id))]

    async def _drawn(self, card: Card) -> Drawn:
        if not card.needs_drawing:
            return Drawn(card)
        try:
            return Drawn(card, await self.content(card, repeat=card.begun > 0))
        except DatabaseAilsError:
            raise
        except Exception as error:  # noqa: BLE001 - as the database does
            return Drawn(card, error=error)

    def _chats_due(self) -> frozenset[int]:
        return frozenset(card.chat for card in self._firsts())

    async def content(self, card: Card, *, repeat: bool) -> Content | None:
        match self.rows[card.id].content:
            case Screen() as screen if repeat:
                return replace(screen, text=REPEAT + screen.text)
            case (Picture() | Document()) as file if repeat:
                return replace(file, caption=REPEAT + file.caption)
            case content:
                return content

    async def began(self, card: Card) -> None:
        self._write("began", replace(self.card(card.id), begun=card.begun + 1))

    async def unsent(self, card: Card) -> None:
        self._write("unsent", replace(self.card(card.id), begun=card.begun))

    async def shown(self, card: Card, message_ids: tuple[int, ...], now: datetime) -> Waiting:
        self.happened_at[card.id] = now
        self.delivered.set()
        stored = self.card(card.id)
        replaced = tuple(number for number in stored.message_ids if number not in message_ids)
        fresh = stored.fresh and stored.wanted != card.wanted
        changed = replace(stored, shown=card.wanted, message_ids=message_ids, begun=0, fresh=fresh)
        self._write("shown", replace(changed, stale=stored.stale + replaced))
        return self._chats_due()

    async def removed(self, card: Card) -> Waiting:
        left = tuple(number for number in self.card(card.id).stale if number not in card.stale)
        self._write("removed", replace(self.card(card.id), stale=left))
        return self._chats_due()

    async def put_off(self, card: Card, until: datetime) -> None:
        stored = self.card(card.id)
        changed = replace(stored, failures=card.failures + 1, retry_at=until)
        self._write("put off", changed if stored.wanted == card.wanted else stored)

    async def dropped(self, card: Card, why: Dropped) -> None:
        stored = self.card(card.id)
        stale = () if card.shown == card.wanted else stored.stale
        self._write(f"dropped: {why}", replace(stored, shown=card.wanted, begun=0, stale=stale, **ANEW))

    async def unreachable(self, card: Card, why: Unreached, now: datetime) -> None:
        self.happened_at[card.id] = now
        self.unreachable_chats[card.chat] = why
        self._write(f"unreachable: {why}", replace(self.card(card.id), begun=0))

    async def moved(self, card: Card, chat: int) -> None:
        for row in self.rows.values():
            if row.card.chat == card.chat:
                row.card = replace(row.card, chat=chat)
        self._write("moved", replace(self.card(card.id), begun=0))

    def _write(self, what: str, card: Card) -> None:
        row = self.rows[card.id]
        row.card = card
        row.history.append(what)
