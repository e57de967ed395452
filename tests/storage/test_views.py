"""The views say what the report says, are the same on both databases, and have nothing of a client in them."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from sqlalchemy import inspect, select, text
from sqlalchemy.pool import NullPool

from leads.office import Office
from storage import figures
from storage.database import Database, engine_of
from storage.migrate import downgrade, migrate
from storage.store import Store
from storage.tables.leads import leads, offers
from storage.views import VIEWS
from tests.storage.played_desk import ALL, lived
from tests.storage.random_past import Past, compared, pasts

DOCS = Path(__file__).parents[2] / "docs"

pytestmark = pytest.mark.usefixtures("one_thread")


def rows(store: Store, view: str) -> list[dict[str, Any]]:
    return [dict(row._mapping) for row in store.execute(text(f"SELECT * FROM {view}"))]


@pytest.mark.parametrize("backend", ["sqlite"])
@compared(past_examples=6)
@given(past=pasts())
async def test_they_say_what_the_report_says(database: Database, past: Past) -> None:
    await _compare(database, past)


@pytest.mark.parametrize("backend", ["postgresql"])
@compared(past_examples=3)
@given(past=pasts())
async def test_so_they_do_on_postgresql(database: Database, past: Past) -> None:
    await _compare(database, past)


async def _compare(database: Database, past: Past) -> None:
    await lived(database, past)
    async with database.reading() as store:
        report = figures.report(store, *ALL)
        of_leads, of_offers, of_managers = (rows(store, view) for view in VIEWS)
        stored = store.execute(select(leads.c.outcome, leads.c.holder, leads.c.amount, leads.c.number)).all()
        asked = sum(len(people) for people in store.scalars(select(offers.c.people)))
    counted = [row for row in of_leads if row["state"] != "withdrawn"]
    assert len(counted) == report.total.handed
    won = [row for row in counted if row["outcome"] == "won"]
    assert len(won) == report.total.won
    assert round(sum(row["amount"] or 0 for row in won) * 100) == report.total.amount
    claims = [row["claim_seconds"] for row in counted if row["claim_seconds"] is not None]
    assert len(claims) == report.total.claimed
    assert len(of_offers) == asked
    _answers(of_offers)
    held = Counter(row.holder for row in stored if row.number)
    assert {row["manager"]: row["leads"] for row in of_managers if row["leads"]} == {
        who: count for who, count in held.items() if who
    }
    won_by = Counter(row.holder for row in stored if row.outcome == "won")
    assert {row["manager"]: row["won"] for row in of_managers if row["won"]} == dict(won_by)


def _answers(of_offers: list[dict[str, Any]]) -> None:
    by_offer: dict[int, list[str]] = {}
    for row in of_offers:
        by_offer.setdefault(row["offer"], []).append(row["answer"])
    assert all(answers.count("claimed") <= 1 for answers in by_offer.values())
    assert all(None not in answers for answers in by_offer.values())


async def test_no_client_and_no_name_is_in_them(database: Database, office: Office) -> None:
    """By the columns that they are made of: of a person the id alone, of a client nothing."""
    personal = {"phone", "email", "client_name", "text", "telegram_id", "contact"}
    async with database.reading() as store:
        for view in VIEWS:
            columns = {column["name"] for column in inspect(store.conn).get_columns(view)}
            assert columns and not columns & personal
            assert not {name for name in columns if "name" in name} - {"segment_name"}
    assert not re.search(r"\b(clients|touches|chats)\b", " ".join(VIEWS.values()))
    assert office


@pytest.mark.parametrize("page", ["views.md", "views.ru.md"])
async def test_the_docs_tell_of_every_column(database: Database, page: str) -> None:
    said = (DOCS / page).read_text("utf-8")
    async with database.reading() as store:
        for view in VIEWS:
            told = re.findall(r"^\| `(\w+)` \|", _section(said, view), flags=re.MULTILINE)
            assert told == [column["name"] for column in inspect(store.conn).get_columns(view)]


def _section(said: str, view: str) -> str:
    return said.split(f"## `{view}`")[1].split("\n## ", maxsplit=1)[0]


async def test_whoever_climbs_finds_them_anew(empty: str) -> None:
    migrate(empty)
    with engine_of(empty, poolclass=NullPool).begin() as conn:
        assert set(VIEWS) <= set(inspect(conn).get_view_names())
    downgrade(empty, "0042")
    migrate(empty)
    with engine_of(empty, poolclass=NullPool).begin() as conn:
        assert set(VIEWS) <= set(inspect(conn).get_view_names())
        assert conn.exec_driver_sql("SELECT count(*) FROM v_leads").scalar() == 0
