"""Sums of money: exact on every database, however much of it is stored."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, select, update

from leads.lead import Outcome
from leads.office import Office
from storage import figures
from storage.database import Database
from storage.tables.leads import leads
from tests.storage.stored_office import NOW
from tests.storage.test_records import _lead

BOUND = 10**14  # a million million, in hundredths
ABSURD = 9 * 10**18  # as somebody once typed it; two of them are beyond 2^63
LARGEST = 2**63 - 1


@pytest.mark.parametrize(
    "amounts",
    [
        [BOUND] * 3,
        [ABSURD] * 2,
        [LARGEST] * 3,
        [ABSURD, 1, None],
        [None],
        [0],
        [1, 2**31 - 1, 2**31, 2**32 + 7],
    ],
)
async def test_a_report_adds_up_whatever_is_stored(
    database: Database, office: Office, amounts: list[int | None]
) -> None:
    async with database.writing() as store:
        for amount in amounts:
            _lead(store, office, "tatarstan", "petrov", Outcome.WON)
            newest = select(func.max(leads.c.id)).scalar_subquery()
            values = {"amount": amount, "handed_at": NOW, "source": "site"}
            store.execute(update(leads).where(leads.c.id == newest).values(**values))
    async with database.reading() as store:
        found = figures.report(store, NOW, NOW + timedelta(days=1))
    total = sum(amount or 0 for amount in amounts)
    parts = (found.total, found.segments["tatarstan"], found.sources["site"], found.managers["petrov"].sales)
    assert [part.amount for part in parts] == [total] * 4
    assert all(type(part.amount) is int for part in parts)
