"""What sources have sent, from the moment when it is stored: read in the order in which it came, each once.

The same thing sent again is the same row: by what its sender calls it, else by every byte of it within a few minutes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from hashlib import sha256
from typing import Any, Final
from urllib.parse import unquote_plus

from sqlalchemy import bindparam, delete, func, insert, select, update

from storage.mapper import Mapper
from storage.store import Store
from storage.tables.requests import requests

LEADS: Final = "POST /leads"
"""Stands for the source of what other programs send there: no source has such an id."""
SAME_WITHIN: Final = timedelta(minutes=10)
"""Who sends no name for a thing and sends every byte of it again within this has sent it twice."""
KEPT: Final = timedelta(days=30)
"""So long it is known what was read, and what a sender sends again is known to be the same."""
KEPT_UNREAD: Final = timedelta(days=180)
"""So long somebody has to look at what nothing could be read of."""


class RequestState(StrEnum):
    """Says what has become of it."""

    STORED = "stored"  # it came, and is to be read
    WAITS = "waits"  # somebody has called and was not answered: the office may call back yet
    READ = "read"  # a lead, or something said with one
    NOTHING = "nothing"  # read, and nobody is to be called: a test, a call that was answered
    UNREAD = "unread"  # nothing could be read of it: the administrator says what is what


@dataclass(frozen=True, slots=True)
class Came:
    """What has come: from which source, by its id, read by which kind, in which bytes. `key`: what its sender calls it;
    None where they call it nothing.
    """

    source: str
    kind: str
    query: str
    content_type: str
    body: bytes
    key: str | None = None

    def called(self, key: str | None) -> Came:
        """Returns the same, of this name."""
        return replace(self, key=key)


@dataclass(frozen=True, slots=True)
class RequestRow:
    """A row as it is read again. `lead`: the row of its lead."""

    id: int
    source: str
    kind: str
    at: datetime
    query: str
    content_type: str
    body: bytes
    state: RequestState
    trouble: str | None
    call: str | None
    contact: str | None
    touch: int | None
    lead: int | None
    fields: Sequence[tuple[str, str]] = ()


_ROW: Final = Mapper(RequestRow)


def add(store: Store, came: Came, now: datetime) -> tuple[int, bool]:
    """Stores it and returns its row, and whether it is new: what came before is not stored again."""
    key, digest = _name(came.key), _digest(came)
    if (known := _known(store, came.source, key, digest, now)) is not None:
        return known, False
    values = {
        "office": store.office,
        "source": came.source,
        "kind": came.kind,
        "at": now,
        "key": key,
        "digest": digest,
        "query": came.query,
        "content_type": came.content_type,
        "body": came.body,
        "state": RequestState.STORED,
    }
    return int(store.scalar(_ADD, values) or 0), True


_ADD = insert(requests).returning(requests.c.id)
_OF_SOURCE = (
    select(requests.c.id)
    .where(requests.c.office == bindparam("of"), requests.c.source == bindparam("from"))
    .order_by(requests.c.id.desc())
    .limit(1)
)
_BY_KEY = _OF_SOURCE.where(requests.c.key == bindparam("called"))
_BY_DIGEST = _OF_SOURCE.where(
    requests.c.digest == bindparam("bytes"), requests.c.at >= bindparam("since", type_=requests.c.at.type)
)


def _known(store: Store, source: str, key: str | None, digest: str, now: datetime) -> int | None:
    found: int | None
    if key is not None:
        found = store.scalar(_BY_KEY, {"of": store.office, "from": source, "called": key})
    else:
        same = {"of": store.office, "from": source, "bytes": digest, "since": now - SAME_WITHIN}
        found = store.scalar(_BY_DIGEST, same)
    return found


def _name(called: str | None) -> str | None:
    """Stands for a sender's name of a thing, which may hold anything."""
    return sha256(called.encode("utf-8", "surrogatepass")).hexdigest() if called else None


def _digest(came: Came) -> str:
    said = sha256(came.query.encode("utf-8", "surrogatepass"))
    said.update(b"\0" + came.content_type.encode("utf-8", "surrogatepass") + b"\0" + came.body)
    return said.hexdigest()


def find(store: Store, id: int) -> RequestRow | None:
    row = store.execute(
        select(requests).where(requests.c.office == store.office, requests.c.id == id)
    ).first()
    return _ROW.read(row) if row else None


def to_read(store: Store, most: int) -> Sequence[RequestRow]:
    """Returns what is stored and not read yet, in the order in which it came."""
    return [_ROW.read(row) for row in store.execute(_OF_STATE, _like(store, RequestState.STORED, most))]


def of_state(store: Store, state: RequestState, most: int) -> Sequence[RequestRow]:
    return [_ROW.read(row) for row in store.execute(_OF_STATE, _like(store, state, most))]


_OF_STATE = (
    select(requests)
    .where(requests.c.office == bindparam("of"), requests.c.state == bindparam("is"))
    .order_by(requests.c.id)
    .limit(bindparam("most"))
)


def _like(store: Store, state: RequestState, most: int) -> dict[str, Any]:
    return {"of": store.office, "is": state, "most": most}


def unread_of(store: Store, source: str, most: int) -> Sequence[RequestRow]:
    """Returns what nothing could be read of that came from this source, oldest first."""
    here = (
        requests.c.office == store.office,
        requests.c.state == RequestState.UNREAD,
        requests.c.source == source,
    )
    query = select(requests).where(*here).order_by(requests.c.id).limit(most)
    return [_ROW.read(row) for row in store.execute(query)]


def count_unread(store: Store) -> dict[str, int]:
    """Counts what nothing could be read of, by source."""
    here = (requests.c.office == store.office, requests.c.state == RequestState.UNREAD)
    query = select(requests.c.source, func.count()).where(*here).group_by(requests.c.source)
    return {row[0]: row[1] for row in store.execute(query)}


def last_of(store: Store, source: str) -> datetime | None:
    """Tells when this source has sent something last (UTC)."""
    here = (requests.c.office == store.office, requests.c.source == source)
    found: datetime | None = store.scalar(select(func.max(requests.c.at)).where(*here))
    return found


def put(store: Store, id: int, state: RequestState, **values: Any) -> None:
    """Writes what has become of it: any of `trouble`, `fields`, `call`, `contact`, `touch`, `lead`."""
    if "call" in values:
        values["call"] = _name(values["call"])
    store.execute(update(requests).where(requests.c.id == id).values(state=state, **values))


def read_again(store: Store, source: str) -> int:
    """Lets everything of this source that nothing could be read of be read once more; returns how much it is."""
    here = (
        requests.c.office == store.office,
        requests.c.state == RequestState.UNREAD,
        requests.c.source == source,
    )
    done = store.execute(update(requests).where(*here).values(state=RequestState.STORED, trouble=None))
    return done.rowcount


def calls_waiting(store: Store, *, call: str | None, contact: str | None) -> Sequence[RequestRow]:
    """Returns the calls that nobody has answered yet: the one of this name, and those from this number."""
    return [row for row in of_state(store, RequestState.WAITS, MANY) if _is_meant(row, call, contact)]


MANY: Final = 10_000
UNTOLD: Final = (RequestState.STORED, RequestState.WAITS, RequestState.UNREAD)
"""Of these no touch tells what is in them."""


def texts_of(row: RequestRow) -> Iterator[str]:
    """Returns every text that stands in it, whatever the format: as it was before it was packed for the way."""
    yield unquote_plus(row.query)
    yield row.contact or ""
    yield from (said for _, said in row.fields)
    for charset in ("utf-8", "cp1251"):
        said = row.body.decode(charset, "replace")
        yield unquote_plus(said, charset, "replace")
        yield _UNICODE.sub(lambda found: chr(int(found[1], 16)), said)


_UNICODE: Final = re.compile(r"\\u([0-9a-fA-F]{4})")


def _is_meant(row: RequestRow, call: str | None, contact: str | None) -> bool:
    return (call is not None and row.call == _name(call)) or (contact is not None and row.contact == contact)


def forget_words(store: Store, touches: Collection[int]) -> int:
    """Nothing is left of the bytes of which these touches were read; that they came is known still."""
    return _blank(store, requests.c.touch.in_(touches)) if touches else 0


def forget_request(store: Store, ids: Collection[int]) -> int:
    """Nothing is left of these; nobody is asked about them any more."""
    return _blank(store, requests.c.id.in_(ids)) if ids else 0


def _blank(store: Store, which: Any) -> int:
    nothing: dict[str, Any] = {"body": b"", "query": "", "contact": None, "fields": []}
    nothing |= {"state": RequestState.NOTHING, "touch": None}
    return store.execute(
        update(requests).where(requests.c.office == store.office, which).values(nothing)
    ).rowcount


def forget_old(store: Store, now: datetime, most: int) -> int:
    """Deletes what is long read, and what nobody has looked at for half a year; returns how many rows went."""
    is_over = (requests.c.at < now - KEPT, requests.c.state.in_([RequestState.READ, RequestState.NOTHING]))
    ids = list(
        store.scalars(select(requests.c.id).where(requests.c.office == store.office, *is_over).limit(most))
    )
    old = (requests.c.office == store.office, requests.c.at < now - KEPT_UNREAD)
    ids += store.scalars(select(requests.c.id).where(*old).limit(most))
    return store.execute(delete(requests).where(requests.c.id.in_(ids))).rowcount if ids else 0
