"""Secrets are kept by what has them, and for a while the one before counts besides."""

from __future__ import annotations

from datetime import timedelta

from leads.office import Office
from storage import secrets
from storage.database import Database
from storage.secrets import SecretOf
from tests.storage.stored_office import NOW

DAY = timedelta(days=1)
SITE = (SecretOf.SOURCE, "site")


async def test_another_secret_takes_the_place_of_the_first_at_once(
    database: Database, office: Office
) -> None:
    async with database.writing() as store:
        assert secrets.current(store, *SITE) is None
        assert secrets.accepted(store, *SITE, NOW) == ()
        secrets.put(store, *SITE, "first")
        secrets.put(store, *SITE, "second")
        secrets.put(store, SecretOf.SOURCE, "line", "other")
        assert secrets.current(store, *SITE) == "second"
        assert secrets.accepted(store, *SITE, NOW) == ("second",)


async def test_while_one_is_rotated_both_count_and_then_the_new_one_alone(
    database: Database, office: Office
) -> None:
    async with database.writing() as store:
        secrets.put(store, *SITE, "first")
        secrets.rotate(store, *SITE, "second", NOW + DAY)
        assert secrets.accepted(store, *SITE, NOW) == ("second", "first")
        assert secrets.accepted(store, *SITE, NOW + DAY) == ("second",)
        secrets.forget_before(store, NOW)
        assert secrets.accepted(store, *SITE, NOW) == ("second", "first"), "its time is not over"
        secrets.forget_before(store, NOW + DAY)
        assert secrets.accepted(store, *SITE, NOW) == ("second",)


async def test_the_first_one_has_none_before_it(database: Database, office: Office) -> None:
    async with database.writing() as store:
        secrets.rotate(store, *SITE, "first", NOW + DAY)
        assert secrets.accepted(store, *SITE, NOW) == ("first",)


async def test_what_is_gone_has_none(database: Database, office: Office) -> None:
    async with database.writing() as store:
        secrets.put(store, *SITE, "first")
        secrets.put(store, SecretOf.SOURCE, "line", "other")
        secrets.drop(store, *SITE)
        assert secrets.current(store, *SITE) is None
        assert secrets.current(store, SecretOf.SOURCE, "line") == "other"
