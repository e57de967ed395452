"""Updates are handled once; one that cannot be handled is kept where the administrator sees it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from storage import inbox
from storage.database import Database
from tests.storage.stored_office import NOW

BIG = 2**40  # Telegram's numbers outgrow 32 bits


async def test_an_update_is_handled_the_first_time_only(database: Database) -> None:
    async with database.writing() as store:
        assert inbox.first_time(store, NOW, BIG)
        assert not inbox.first_time(store, NOW, BIG)
        assert not inbox.first_time(store, NOW, BIG, -7), "his tap is another one, but the update is not"
        assert not inbox.first_time(store, NOW, BIG + 2, -7), "and the other way round"
    async with database.writing() as store:
        assert not inbox.first_time(store, NOW, BIG)
        assert inbox.first_time(store, NOW, BIG + 1)


async def test_an_update_whose_handling_failed_is_handled_again(database: Database) -> None:
    with pytest.raises(RuntimeError):
        async with database.writing() as store:
            assert inbox.first_time(store, NOW, BIG)
            raise RuntimeError
    async with database.writing() as store:
        assert inbox.first_time(store, NOW, BIG)


async def test_updates_are_forgotten_when_telegram_has_forgotten_them_too(database: Database) -> None:
    async with database.writing() as store:
        inbox.first_time(store, NOW, 1)
        inbox.first_time(store, NOW + timedelta(days=1), 2)
        inbox.forget_old(store, NOW + inbox.KEPT + timedelta(seconds=1))
        assert inbox.first_time(store, NOW, 1), "long gone"
        assert not inbox.first_time(store, NOW, 2), "may still come again"


async def test_an_update_is_put_aside_once(database: Database) -> None:
    async with database.writing() as store:
        assert inbox.count_aside(store) == 0
        for error in ("ValueError: no", "ValueError: still no"):
            inbox.put_aside(store, BIG, {"message": {"text": "ой"}}, error, NOW)
        assert inbox.count_aside(store) == 1
