"""A database of an earlier program: the role of ADMIN_IDS is taken from whom it was stored with, from nobody else."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from sqlalchemy import text

from leads.ledger import canonical, seal
from storage.database import Database
from storage.migrate import downgrade, migrate
from storage.set_up import write_office
from storage.store import Store
from tests.storage.stored_office import NOW, stored_office

INVITED = text(
    "INSERT INTO invitations (token, office, role, expires_at, used_at) VALUES (:t, 1, :r, :at, :at)"
)

JOINED = text(
    "INSERT INTO ledger (office, seq, at, kind, body, seal) VALUES (1, :seq, :at, 'joined', :body, :seal)"
)


async def test_the_role_that_the_settings_gave_goes_and_every_other_stays(empty: str) -> None:
    migrate(empty)
    database = Database(empty)
    async with database.writing() as store:
        write_office(store, stored_office(), NOW)
    await database.close()
    downgrade(empty, "0012")
    database = Database(empty)
    async with database.writing() as store:
        joined(
            store, "petrov", "admin", NOW, by_link=False
        )  # he has pressed Start in an account of ADMIN_IDS
        joined(store, "sidorova", "admin", NOW + timedelta(minutes=1), by_link=True)
        joined(store, "ivanov", "head", NOW + timedelta(minutes=2), by_link=True)
    await database.close()
    migrate(empty)
    database = Database(empty)
    async with database.reading() as store:
        rows = store.execute(text("SELECT id, roles FROM people"))
        roles = {row.id: json.loads(row.roles) for row in rows}
    await database.close()
    assert roles["petrov"] == ["manager"]
    assert roles["sidorova"] == ["manager", "head", "admin"]
    assert roles["ivanov"] == ["manager", "head"]
    assert "admin" in roles["orlova"], "whom the office file made one"


def joined(store: Store, who: str, role: str, at: datetime, *, by_link: bool) -> None:
    """As the earlier program left it: the role with the person, an entry, the link that was used at that instant."""
    was = json.loads(store.scalar(text("SELECT roles FROM people WHERE id = :who"), {"who": who}) or "[]")
    now = {"who": who, "roles": json.dumps([*was, role])}
    store.execute(text("UPDATE people SET roles = :roles WHERE id = :who"), now)
    body = canonical({"who": who, "roles": [role]})
    seq, before = store.execute(text("SELECT seq, seal FROM ledger ORDER BY seq DESC LIMIT 1")).one()
    entry = {"seq": seq + 1, "at": at, "body": body, "seal": seal(before, seq + 1, at, "joined", None, body)}
    store.execute(JOINED, entry)
    if by_link:
        store.execute(INVITED, {"t": f"hash of {who}", "r": role, "at": at})
