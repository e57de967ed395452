"""Past leads come into an office, on every database."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from rich.progress import Progress
from sqlalchemy import func, select, update

from bot.commands.verify import DoesNotHoldError, verified
from files.office_file import dump_office, parse_office
from leads.client import Client
from leads.office import Office
from leads.past import Past
from leads.rates import Record
from storage import drafts, offices, scenes
from storage.database import Database
from storage.offices import read_office
from storage.past import Brought, ChangedMeanwhileError, News, prepare, read_before, write_past
from storage.people import touch_setup
from storage.set_up import write_office
from storage.tables.chats import cards
from storage.tables.leads import leads, ledger, offers
from storage.tables.office import members
from tests.files.past.files import ANOTHER_SALT, SALT, imports, row
from tests.offices import OFFICE, manager, varied
from tests.storage.stored_office import NOW, PHONE

WON = {"manager": "petrov", "claimed_at": "2026-10-01T10:07:30", "outcome": "won", "amount": "12000.50"}
PAST = (
    row(phone="8 (843) 200-00-01", name="Рустам", segment="tatarstan", source="site", text="Окна", **WON),
    row(
        "2026-09-30",
        phone="8 (843) 200-00-01",
        manager="Ольга Сидорова",
        segment="Все остальные",
        outcome="lost",
    ),
    row("2026-10-02"),
)


async def of_leads(database: Database, *columns: str) -> list[tuple[Any, ...]]:
    async with database.reading() as store:
        query = select(*(leads.c[name] for name in columns)).order_by(leads.c.number)
        return [tuple(found) for found in store.execute(query)]


async def verifies(database: Database) -> str:
    async with database.reading() as store:
        return verified(store, Progress(disable=True), NOW)


async def test_each_line_is_a_lead_with_a_number_in_the_order_of_time(
    database: Database, office: Office
) -> None:
    done = await imports(database, NOW, PAST)
    assert str(done) == "3 leads imported, 0 were there already"
    assert await of_leads(database, "number", "segment", "holder", "outcome", "amount") == [
        (1, "rest", "sidorova", "lost", None),
        (2, "tatarstan", "petrov", "won", 1_200_050),
        (3, "rest", None, None, None),
    ]
    async with database.reading() as store:
        ids = store.scalars(select(leads.c.id).order_by(leads.c.number)).all()
        assert [drafts.client_of(store, lead).name for lead in ids] == [None, "Рустам", None]
    assert await of_leads(database, "known", "taken_after") == [(False, None), (True, 450), (False, None)]


async def test_nobody_is_told_and_nothing_is_waited_for(database: Database, office: Office) -> None:
    async with database.reading() as store:
        before = [tuple(r) for r in store.execute(select(members))]
    await imports(database, NOW, PAST)
    async with database.reading() as store:
        assert store.scalar(select(func.count()).select_from(cards)) == 0
        assert store.scalar(select(func.count()).select_from(offers)) == 0
        assert [tuple(r) for r in store.execute(select(members))] == before, "balances and places"
        assert {who: w.load for who, w in scenes.read_workers(store).items() if w.load} == {}
        assert offices.read_records(store, "tatarstan") == {"petrov": Record(1, 0)}
        assert offices.read_records(store, "rest") == {"sidorova": Record(0, 1)}
    assert await of_leads(database, "state", "due_at") == [("closed", None)] * 3


async def test_the_ledger_holds_what_it_tells_and_nothing_of_a_client(
    database: Database, office: Office
) -> None:
    await imports(database, NOW, PAST)
    assert "3 leads" in await verifies(database)
    async with database.reading() as store:
        bodies = list(store.scalars(select(ledger.c.body).where(ledger.c.kind == "imported")))
    assert json.loads(bodies[1]) == {
        "segment": "tatarstan",
        "source": "site",
        "known": True,
        "who": "petrov",
        "at": "2026-10-01T07:00:00+00:00",
        "claimed_at": "2026-10-01T07:07:30+00:00",
        "closed_at": "2026-10-01T07:07:30+00:00",
        "outcome": "won",
        "amount": 1_200_050,
    }
    assert not any(word in "".join(bodies) for word in ("Рустам", "8432000001", "Окна"))


async def test_a_changed_byte_of_an_imported_entry_is_named(database: Database, office: Office) -> None:
    await imports(database, NOW, PAST)
    async with database.writing() as store:
        seq = store.scalar(select(func.max(ledger.c.seq)))
        body = store.scalar(select(ledger.c.body).where(ledger.c.seq == seq))
        assert body
        store.execute(update(ledger).where(ledger.c.seq == seq).values(body=body.replace("2026", "2025")))
    with pytest.raises(DoesNotHoldError, match=f"ledger entry {seq}: does not match its seal"):
        await verifies(database)


async def test_the_same_file_twice_changes_nothing(database: Database, office: Office) -> None:
    await imports(database, NOW, [*PAST, PAST[1], PAST[1]])
    before = await of_leads(database, *(column.name for column in leads.c))
    again = await imports(database, NOW + timedelta(days=1), [*PAST, PAST[1], PAST[1]], salt=ANOTHER_SALT)
    assert str(again) == "0 leads imported, 5 were there already"
    assert await of_leads(database, *(column.name for column in leads.c)) == before
    shorter = await imports(database, NOW, PAST)
    assert (shorter.added, shorter.there) == (0, 3), "k lines that are alike are k leads, and stay so"
    spelt = await imports(
        database, NOW, [PAST[0] | {"phone": "+7 843 200 00 01", "at": "2026-10-01T07:00:00Z"}]
    )
    assert spelt.added == 0, "the same values in another spelling"
    longer = await imports(database, NOW, [*PAST, PAST[1], PAST[1], PAST[1]])
    assert (longer.added, longer.there) == (1, 5)


async def set_up(database: Database, text: str = OFFICE) -> None:
    async with database.writing() as store:
        write_office(store, parse_office(text, "office.toml"), NOW)


async def test_who_is_missing_is_made_as_if_he_had_left_already(database: Database) -> None:
    await set_up(database)
    async with database.reading() as store:
        as_it_was = dump_office(read_office(store))
    file = [
        row(manager="Ренат Юсупов", segment="Двери", outcome="won"),
        row(manager="petrov", segment="Двери"),
    ]
    done = await imports(database, NOW, file, create=True)
    assert str(done).endswith("people created: Ренат Юсупов (renat-iusupov); segments created: Двери (dveri)")
    assert (await imports(database, NOW, file)).added == 0, "now he is known, and --create is not needed"
    async with database.reading() as store:
        now = read_office(store)
        worker = scenes.read_workers(store)["renat-iusupov"]
        assert dump_office(now) == as_it_was, "the office file does not know him"
        assert now.segment("dveri").retired and not now.has("renat-iusupov") and not worker.connected
        assert offices.read_records(store, "dveri") == {"renat-iusupov": Record(1, 0)}
    await verifies(database)


async def test_a_later_office_file_takes_in_whoever_was_made(database: Database) -> None:
    await set_up(database)
    await imports(database, NOW, [row(manager="zoe", segment="doors", outcome="won")], create=True)
    doors = {"name": "Двери", "match": {"source": ["x"]}, "scheme": "queue", "members": ["zoe"]}
    with_both = varied(OFFICE, people={"zoe": {**manager("Зоя"), "weight": 2.0}}, segments={"doors": doors})
    for text in (OFFICE, with_both, OFFICE):
        await set_up(database, text)
        await verifies(database)
    async with database.reading() as store:
        assert offices.read_records(store, "doors") == {"zoe": Record(1, 0)}


async def test_a_set_up_that_changes_meanwhile_stops_the_import(database: Database, office: Office) -> None:
    """Names were looked up, and rules asked, in an office that is another now."""
    async with database.reading() as store:
        before = read_before(store)
    async with database.writing() as store:
        touch_setup(store)
    with pytest.raises(ChangedMeanwhileError):
        async with database.writing() as store:
            write_past(
                store, before, News(SALT, prepare(before, [Brought("key", Past(NOW, "rest"), Client())])), NOW
            )
    assert await of_leads(database, "number") == []


async def test_what_was_taken_here_before_makes_a_client_known(database: Database, office: Office) -> None:
    """A file that reaches into the days of the bot itself."""
    await imports(database, NOW, [row(phone=PHONE, manager="ivanov", claimed_at="2026-10-01T11:00:00")])
    await imports(
        database, NOW, [row("2026-10-01T10:30:00", phone=PHONE), row("2026-10-01T11:00:00", phone=PHONE)]
    )
    assert await of_leads(database, "number", "known") == [(1, False), (2, False), (3, True)]
