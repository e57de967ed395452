"""Leads before they are handed over, and what is known of the client: the only rows with personal data."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, literal, select, true, update

from leads.client import Client
from leads.scene import OWNED, State
from leads.segments import KnownBy
from storage.database import upsert
from storage.memo import once
from storage.offices import FIRST
from storage.tables import clients, leads, offers

MOST_NAMES = 20  # that a client is looked for by
OPEN = frozenset({State.WAITING, State.OFFERED, *OWNED})


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """What the office knows of a phone: whose client it is, and the open lead of the same client, if any."""

    known: bool = False
    owner: str | None = None
    duplicate_of: int | None = None
    duplicate_holder: str | None = None


def add(
    conn: Connection,
    client: Client,
    segment: str,
    met: Acquaintance,
    secretary: str,
    now: datetime,
    office: int = FIRST,
) -> int:
    """A new draft; returns its row's id."""
    return int(
        conn.scalar(
            insert(leads)
            .values(
                office=office,
                state=State.DRAFT,
                path=[],
                ack_timeout=timedelta(0),
                step_timeout=timedelta(0),
                created_at=now,
                secretary=secretary,
                **_values(client, segment, met),
            )
            .returning(leads.c.id)
        )
        or 0
    )


def rewrite(conn: Connection, lead: int, client: Client, segment: str, met: Acquaintance) -> None:
    """Brings a lead up to date with what was added to its message."""
    conn.execute(update(leads).where(leads.c.id == lead).values(_values(client, segment, met)))


def secretary_of(conn: Connection, lead: int) -> str | None:
    """Who took the call."""
    row = row_of(conn, lead)
    return row.secretary if row else None


def discard(conn: Connection, lead: int) -> None:
    """Throws a draft away with all that it said of a client; its card, finding nothing, is removed."""
    conn.execute(delete(leads).where(leads.c.id == lead, leads.c.state == State.DRAFT))


def of_album(conn: Connection, album: str, secretary: str, office: int = FIRST) -> int | None:
    """The lead that an album's earlier messages began, handed over meanwhile or not."""
    return conn.scalar(
        select(leads.c.id).where(
            leads.c.office == office, leads.c.album == album, leads.c.secretary == secretary
        )
    )


def row_of(conn: Connection, lead: int) -> Any:
    """The columns of `leads` by their names; None where there is no such row."""
    return rows_of(conn, lead)[0]


def rows_of(conn: Connection, lead: int) -> tuple[Any, Sequence[Any]]:
    """The lead's row, or None, and those of its offers, oldest first. Asked once a transaction."""
    return once(conn, ("lead", lead), lambda: _parted(conn.execute(_ROWS, {"lead": lead}).all()))


def _parted(rows: Sequence[Row[Any]]) -> tuple[Any, Sequence[Any]]:
    if not rows:
        return None, ()
    width = len(leads.c)
    made = [_OfferRow._make(row[width:]) for row in rows]
    return _LeadRow._make(rows[0][:width]), [offer for offer in made if offer.id is not None]


_named: Any = namedtuple  # the tables tell the columns
_LeadRow = _named("_LeadRow", leads.c.keys())
_OfferRow = _named("_OfferRow", offers.c.keys())
_ROWS = (
    select(leads, offers)
    .select_from(leads.outerjoin(offers, offers.c.lead == leads.c.id))
    .where(leads.c.id == bindparam("lead"))
    .order_by(offers.c.id)
)


def client_of(conn: Connection, lead: int) -> Client:
    """Raises LookupError where there is no such lead."""
    row = row_of(conn, lead)
    if row is None:
        raise LookupError(lead)
    return client_from(row)


def client_from(r: Any) -> Client:
    """Of a row of `leads`."""
    return Client(
        name=r.client_name,
        phone=r.phone,
        phones=tuple(r.phones),
        slips=tuple((flaw, written) for flaw, written in r.slips),
        region=r.region,
        place=r.place,
        region_by=KnownBy(r.region_by) if r.region_by else None,
        source=r.source,
        language=r.language,
        text=r.text,
        attachments=r.attachments,
        source_chat=r.source_chat,
        source_messages=tuple(r.source_messages),
        album=r.album,
    )


def names_of(conn: Connection, phone: str, office: int = FIRST) -> frozenset[str]:
    """What the client with this phone (E.164) is called in his leads, this one and earlier ones; the last few names."""
    rows = conn.scalars(
        select(leads.c.client_name)
        .where(leads.c.office == office, leads.c.phone == phone, leads.c.client_name.is_not(None))
        .group_by(leads.c.client_name)
        .order_by(func.max(leads.c.id).desc())
        .limit(MOST_NAMES)
    )
    return frozenset(rows)


def acquaintance(conn: Connection, phone: str | None, lead: int = 0, office: int = FIRST) -> Acquaintance:
    """What is known of this phone, leaving out the lead `lead` itself."""
    if phone is None:
        return Acquaintance()
    same = (leads.c.office == office, leads.c.phone == phone, leads.c.state.in_(OPEN), leads.c.id != lead)
    twin = select(leads.c.number, leads.c.holder).where(*same).order_by(leads.c.number).limit(1).subquery()
    client = select(clients.c.phone, clients.c.owner)
    client_here = client.where(clients.c.office == office, clients.c.phone == phone).subquery()
    here = select(literal(1).label("one")).subquery()
    found = conn.execute(
        select(client_here.c.phone, client_here.c.owner, twin.c.number, twin.c.holder).select_from(
            here.outerjoin(client_here, true()).outerjoin(twin, true())
        )
    ).one()
    return Acquaintance(
        known=found.phone is not None,
        owner=found.holder or found.owner,
        duplicate_of=found.number,
        duplicate_holder=found.holder,
    )


def remember_owner(
    conn: Connection, phone: str | None, owner: str, now: datetime, office: int = FIRST
) -> None:
    """Whoever took a client's lead is his manager from now on."""
    if phone is None:
        return
    row = upsert(conn, clients).values(office=office, phone=phone, owner=owner, last_at=now)
    conn.execute(
        row.on_conflict_do_update(index_elements=["office", "phone"], set_={"owner": owner, "last_at": now})
    )


def phone_values(client: Client) -> dict[str, object]:
    """The columns that hold a client's numbers."""
    return {
        "phone": client.phone,
        "phones": list(client.phones),
        "phones_found": len(client.phones),
        "slips": [list(slip) for slip in client.slips],
    }


def _values(client: Client, segment: str, met: Acquaintance) -> dict[str, object]:
    return {
        "segment": segment,
        "known": met.known,
        "owner": met.owner,
        "duplicate_of": met.duplicate_of,
        "client_name": client.name,
        **phone_values(client),
        "region": client.region,
        "place": client.place,
        "region_by": client.region_by,
        "source": client.source,
        "language": client.language,
        "text": client.text,
        "attachments": dict(client.attachments),
        "source_chat": client.source_chat,
        "source_messages": list(client.source_messages),
        "album": client.album,
    }
