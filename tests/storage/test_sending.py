"""What is next to be sent: the same answer, and the same work, however much waits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random  # noqa: TID251 - the backlogs are seeded
from typing import Any

import pytest
from sqlalchemy import insert

from leads.office import Office
from storage import people, sending
from storage.database import Database
from storage.kinds import Urgency
from storage.store import Store
from storage.tables.chats import cards

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
PETROV, SIDOROVA = 201, 202
STEPS = 10  # of SQLite's machine; between two calls of its progress handler


def _put(store: Store, *rows: dict[str, Any]) -> None:
    first = {
        "office": 1,
        "kind": "note",
        "payload": {},
        "message_ids": [],
        "stale": [],
        "urgency": Urgency.NOTE,
    }
    for number, row in enumerate(rows):
        store.execute(insert(cards).values(first | {"subject": f"{row['chat']}:{number}:{len(rows)}"} | row))


def _put_off(until: datetime) -> dict[str, Any]:
    return {"failing": 1, "failures": 1, "retry_at": until}


def _backlog(store: Store, messages: int, chats: int, **more: Any) -> None:
    row = {
        "office": 1,
        "kind": "note",
        "payload": {},
        "message_ids": [],
        "stale": [],
        "urgency": Urgency.NOTE,
    }
    numbers = range(messages)
    store.execute(
        insert(cards), [row | {"chat": 5000 + n % chats, "subject": f"backlog:{n}"} | more for n in numbers]
    )


def _steps(store: Store, most: int) -> int:
    """What the question costs, in steps of SQLite's machine: no clock is asked."""
    driver: Any = store.conn.connection.dbapi_connection
    calls = 0

    def count() -> None:
        nonlocal calls
        calls += 1

    driver.set_progress_handler(count, STEPS)
    sending.due(store, most, NOW)
    driver.set_progress_handler(None, 0)
    return calls


@pytest.mark.parametrize("backend", ["sqlite"])
@pytest.mark.parametrize("chats", [3, 300, 10_000])
async def test_a_backlog_of_ten_thousand_costs_a_turn_no_more_than_one_of_a_few_hundred(
    database: Database, office: Office, chats: int
) -> None:
    async with database.writing() as store:
        _backlog(store, 300, min(chats, 300))
        few = _steps(store, 10)
        _backlog(store, 9_700, chats, kind="answer")
        assert _steps(store, 10) <= few * 1.1


async def test_the_answer_is_the_same_however_it_is_found(
    database: Database, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By all that is due, or by its first few and then by the chats."""
    for seed in range(20):
        random = Random(seed)
        async with database.writing() as store:
            store.execute(cards.delete())
            for number in range(60):
                off = random.choice([{}, {}, _put_off(NOW + timedelta(seconds=random.randrange(-9, 9)))])
                chat, urgency = random.choice([PETROV, SIDOROVA, 7, 8, 9]), random.randrange(5)
                shown = random.choice([0, 1])
                _put(store, {"chat": chat, "urgency": urgency, "subject": f"{number}", "shown": shown} | off)
            found = sending.due(store)
            with monkeypatch.context() as patched:
                patched.setattr(sending, "_WINDOW", sending._WINDOW.limit(5))
                patched.setattr(sending, "WINDOW", 5)
                assert sending.due(store) == found


async def test_a_chat_told_to_wait_with_all_that_is_urgent_hides_no_other(
    database: Database, office: Office
) -> None:
    async with database.writing() as store:
        _backlog(store, 2 * sending.WINDOW, 1, urgency=Urgency.OFFER)
        _put(store, {"chat": PETROV, "urgency": Urgency.SUMMARY})
        assert [card.chat for card in sending.due(store, 2, NOW)] == [5000, PETROV]


async def test_cards_that_are_put_off_hide_none_while_they_wait(database: Database, office: Office) -> None:
    async with database.writing() as store:
        later = _put_off(NOW + timedelta(seconds=9))
        _backlog(store, 2 * sending.WINDOW, 2 * sending.WINDOW, urgency=Urgency.OFFER, **later)
        _put(store, {"chat": 5000, "urgency": Urgency.SUMMARY}, {"chat": PETROV})
        first = sending.due(store, 2, NOW)
        assert {(card.chat, card.failures) for card in first} == {(5000, 0), (PETROV, 0)}
        _put(store, {"chat": SIDOROVA, "urgency": Urgency.OFFER} | _put_off(NOW - timedelta(seconds=1)))
        assert SIDOROVA in {card.chat for card in sending.due(store, 3, NOW)}, "its time has come"


async def test_a_heap_for_somebody_who_takes_no_messages_hides_nobody(
    database: Database, office: Office
) -> None:
    async with database.writing() as store:
        _backlog(store, 2 * sending.WINDOW, 1, chat=PETROV, urgency=Urgency.OFFER)
        _put(store, {"chat": SIDOROVA})
        people.change(store, "petrov", reachable=False)
        assert [card.chat for card in sending.due(store, 1, NOW)] == [SIDOROVA]


async def test_at_a_glance_one_sees_who_has_something_or_that_there_is_much(
    database: Database, office: Office
) -> None:
    async with database.writing() as store:
        assert sending.chats_due(store) == frozenset()
        _put(store, {"chat": PETROV}, {"chat": PETROV}, {"chat": SIDOROVA, "shown": 1})
        assert sending.chats_due(store) == frozenset([PETROV])
        _backlog(store, sending.GLANCE, 1)
        assert sending.chats_due(store) is None
