"""What a card shows: noted while it is sent, and where it could not be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, exists, select, update

from storage.cards import CardRow, of, row_of
from storage.kinds import CardKind
from storage.store import Store
from storage.tables.chats import cards


def disown(store: Store, chat: int, lead: int, messages: Sequence[int]) -> None:
    """Has messages beside this lead's card, the secretary's own, removed with what the card has left behind."""
    card = of(store, chat, CardKind.LEAD, lead)
    if card:
        change(store, card.id, stale=[*card.stale, *(m for m in messages if m not in card.stale)])


def find(store: Store, id: int) -> CardRow | None:
    """Finds a card by its row."""
    row = store.execute(select(cards).where(cards.c.id == id)).one_or_none()
    return row_of(row) if row else None


def change(store: Store, id: int, **values: Any) -> None:
    """Notes what is another now of a card: its columns, by name."""
    store.execute(_CHANGE, {"card": id, **values})


_CHANGE = update(cards).where(cards.c.id == bindparam("card"))
"""Which columns, say the values."""


def begin(store: Store, begun: Mapping[int, int]) -> None:
    """Notes that another send of each card is about to leave; by card, how many have begun with it."""
    if begun:
        store.execute(_CHANGE, [{"card": card, "begun": times} for card, times in begun.items()])


def leave(store: Store, id: int, version: int) -> None:
    """Leaves a card as it is in a chat that is nobody's: nothing reaches that. It is due when redrawn."""
    if card := find(store, id):
        change(store, id, shown=version, message_ids=[*card.message_ids, *card.stale], stale=[])


def put_off(store: Store, card: int, version: int, failures: int, until: datetime) -> None:
    """Puts off a version that could not be shown so often: it waits behind the others of its chat."""
    change(store, card, failing=version, failures=failures, retry_at=until)


def given_up_since(store: Store, since: datetime) -> Sequence[CardRow]:
    """Lists the cards of which a version was given up since then, the latest first."""
    here = (cards.c.office == store.office, cards.c.given_up_at >= since)
    rows = store.execute(select(cards).where(*here).order_by(cards.c.given_up_at.desc(), cards.c.id))
    return [row_of(row) for row in rows]


def move(store: Store, chat: int, to: int) -> None:
    """Moves the cards of a group that has become a supergroup there, in the place of those that are there already."""
    twin = cards.alias()
    same = (twin.c.kind == cards.c.kind, twin.c.subject == cards.c.subject)
    moves = exists().where(twin.c.office == store.office, twin.c.chat == chat, *same)
    store.execute(delete(cards).where(cards.c.office == store.office, cards.c.chat == to, moves))
    store.execute(update(cards).where(cards.c.office == store.office, cards.c.chat == chat).values(chat=to))
