"""Which cards are still to be sent or removed: the first of each chat, at a cost that does not grow with what waits.

The first WINDOW of all that is due, by urgency, say what is next almost always. Only where they are too few chats'
is each chat that has something due asked for its first card (docs/decisions/0020-the-couriers-transactions.md).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, bindparam, case, func, select

from storage.cards import CardRow, row_of
from storage.store import Store
from storage.tables.chats import CARD_IS_DUE, cards
from storage.tables.office import people

WINDOW = 100  # cards looked at
GLANCE = 20  # cards that say whether a look is worth while
EVERY = 1_000_000  # chats
AT_ALL = datetime(9999, 1, 1, tzinfo=UTC)  # when whatever was put off is tried again

_away = select(people.c.telegram_id).where(people.c.telegram_id.is_not(None), people.c.reachable.is_(False))
REACHABLE = cards.c.chat.not_in(_away)
"""Chats of people who take no messages are left out."""

_put_off = case((cards.c.failing == cards.c.wanted, cards.c.retry_at))
"""Until when a card waits that could not be shown: it goes behind all others of its chat, until it changes."""
_waits = case((_put_off > bindparam("now", type_=cards.c.retry_at.type), 1), else_=0)

_by_urgency = (cards.c.urgency, cards.c.id)
_columns = (cards, REACHABLE.label("reachable"), _put_off.label("put_off"))
_WINDOW = select(*_columns).where(CARD_IS_DUE).order_by(*_by_urgency).limit(WINDOW)
_GLANCE = select(cards.c.chat).where(CARD_IS_DUE).order_by(*_by_urgency).limit(GLANCE)

_one = select(func.min(cards.c.chat).label("chat")).where(CARD_IS_DUE).cte("chats", recursive=True)
_following = select(func.min(cards.c.chat)).where(CARD_IS_DUE, cards.c.chat > _one.c.chat)
_chats = _one.union_all(select(_following.correlate(_one).scalar_subquery()).where(_one.c.chat.is_not(None)))
"""Each chat that has something due: one step into the index for each, however much it has."""
_in_chat = select(cards.c.id).where(CARD_IS_DUE, cards.c.chat == _chats.c.chat).limit(1).correlate(_chats)
_ready = _in_chat.where(_put_off.is_(None)).order_by(*_by_urgency)
_last = _in_chat.order_by(_put_off, *_by_urgency)
_first = select(func.coalesce(_ready.scalar_subquery(), _last.scalar_subquery())).select_from(_chats)
_FIRST = (
    select(*_columns)
    .where(cards.c.id.in_(_first), REACHABLE)
    .order_by(_waits, *_by_urgency)
    .limit(bindparam("most"))
)


def due(store: Store, most: int = EVERY, now: datetime = AT_ALL) -> Sequence[CardRow]:
    """Finds the most urgent card of each chat that is still to be sent or removed, the most urgent chat first.

    At least `most` of them, where there are so many. Nothing for chats that do not take it. One chat's backlog
    hides no other's; a card that is put off comes behind all others of its chat, and hides none while it waits.
    """
    rows = store.execute(_WINDOW).all()
    firsts = _first_of_each([row for row in rows if row.reachable])
    if len(rows) == WINDOW and not _is_enough(firsts, most):
        firsts = _first_of_each(store.execute(_FIRST, {"most": most, "now": now}).all())
    return [row_of(row) for row in sorted(firsts.values(), key=_urgency)]


def chats_due(store: Store) -> frozenset[int] | None:
    """Finds the chats that have something due, reachable or not; None where that is too much to be seen at a glance."""
    chats = store.scalars(_GLANCE).all()
    return None if len(chats) == GLANCE else frozenset(chats)


def unsent(store: Store) -> Sequence[tuple[int, int]]:
    """Lists every card that is still to be sent to whoever takes messages, with the version seen instead."""
    rows = store.execute(select(cards.c.id, cards.c.shown).where(CARD_IS_DUE, REACHABLE))
    return [(row.id, row.shown) for row in rows]


def _first_of_each(rows: Sequence[Row[Any]]) -> Mapping[int, Row[Any]]:
    firsts: dict[int, Row[Any]] = {}
    for row in sorted(rows, key=_place):
        firsts.setdefault(row.chat, row)
    return firsts


def _is_enough(firsts: Mapping[int, Row[Any]], most: int) -> bool:
    """Not where a chat has nothing but put-off cards among those looked at: it may have others behind them."""
    return len(firsts) >= most and all(row.put_off is None for row in firsts.values())


def _place(row: Row[Any]) -> tuple[bool, datetime, int, int]:
    """In its chat."""
    return (row.put_off is not None, row.put_off or AT_ALL, row.urgency, row.id)


def _urgency(row: Row[Any]) -> tuple[int, int]:
    return (row.urgency, row.id)
