"""What an address outside is told of an event: made of the ledger when it is sent, so that every try says the same.

Who the client is, is told only where the office says so, and only what is stored of them by then: of whoever was erased
meanwhile nothing is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Final, get_args

from desk.work import Work
from leads.entries.kinds import OfLead, read
from leads.events import Event, event_of
from leads.hooks import Hook
from leads.ledger import Sealed
from leads.outline import Outline, after
from storage import cases, drafts, hooks, ledger, secrets
from storage.deliveries import TEST, DeliveryRow
from storage.secrets import SecretOf

MOST_BODY: Final = 20_000  # bytes, and fewer (Standard Webhooks 1.0)
MOST_NAMED: Final = 100  # people in one list
_OF_LEADS: Final = get_args(OfLead)


@dataclass(frozen=True, slots=True)
class Letter:
    """`id` is the same in every try. `second`: when it is signed, Unix. `secrets`: those of the chat that count now."""

    hook: Hook
    id: str
    second: int
    body: str
    secrets: Sequence[str]


@dataclass(frozen=True, slots=True)
class Told:
    """An event as the ledger tells it, and how its lead stood before and after it."""

    entry: Sealed
    event: Event
    before: Outline
    now: Outline


def letter(work: Work, row: DeliveryRow) -> Letter | None:
    """Writes it; None where there is no such address any more, or no entry that is an event."""
    place = hooks.find(work.store, row.hook)
    hook = next((one for one in work.office.hooks if place and one.url == place.url), None)
    written = (_test(row) if row.is_test else _of_entry(work, row, hook)) if hook else None
    if hook is None or written is None:
        return None
    name, body = written
    known = secrets.accepted(work.store, SecretOf.HOOK, hook.url, work.now)
    return Letter(hook, f"msg_{name[:32]}", int(work.now.timestamp()), body, known)


def _test(row: DeliveryRow) -> tuple[str, str]:
    """Its name, and what it says: that it is one."""
    name = sha256(f"test {row.hook} {row.id} {row.at.isoformat()}".encode()).hexdigest()
    return name, _json({**_head(TEST, row.at), "data": {}})


def _of_entry(work: Work, row: DeliveryRow, hook: Hook) -> tuple[str, str] | None:
    """Its name, and what it says; None where no entry is that event."""
    if row.lead is None or row.seq is None:
        return None
    told = told_of(ledger.of_lead(work.store, row.lead), row.seq)
    if told is None:
        return None
    client = _client(work, row.lead) if hook.personal else None
    return told.entry.seal, told_body(told, client, personal=hook.personal)


def told_of(entries: Sequence[Sealed], seq: int) -> Told | None:
    """Folds the entries of one lead up to this one; None where it is not among them, or is no event."""
    outline = Outline()
    for entry in entries:
        said = read(entry.kind, json.loads(entry.body))
        if not isinstance(said, _OF_LEADS):
            continue
        before, outline = outline, after(outline, said)
        if entry.seq == seq:
            event = event_of(said)
            return Told(entry, event, before, outline) if event else None
    return None


def told_body(told: Told, client: Mapping[str, Any] | None, *, personal: bool) -> str:
    """Returns it as JSON, of fewer bytes than `MOST_BODY`; `client` is told where `personal`, without its last words
    where there are too many of them.
    """
    entry = told.entry
    data = {
        "lead": entry.lead,
        "segment": told.now.segment,
        **{key: _few(value) for key, value in told.event.details.items()},
        "ledger": f"sha256:{entry.seal}",
        "previous": _stood(told.before),
        "current": _stood(told.now),
    }
    head = _head(told.event.kind.value, entry.at)
    while personal:
        body = _json({**head, "data": {**data, "client": client}})
        if len(body.encode()) < MOST_BODY or not client or not client["text"]:
            return body
        client = {**client, "text": client["text"][: len(client["text"]) * 3 // 4], "text_cut": True}
    return _json({**head, "data": data})


def _head(kind: str, at: datetime) -> dict[str, Any]:
    return {"type": kind, "timestamp": f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"}


def _stood(outline: Outline) -> dict[str, Any]:
    return {key: _few(value) for key, value in outline.told().items()}


def _few(value: Any) -> Any:
    return value[:MOST_NAMED] if isinstance(value, list) else value


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _client(work: Work, number: int) -> dict[str, Any] | None:
    """What is stored of the client; None where nothing is."""
    id = cases.id_of(work.store, number)
    stored = drafts.stored_or_none(work.store, id) if id is not None else None
    if stored is None or stored.touch is None:
        return None
    said = drafts.client_from(stored)
    return {
        "name": said.name,
        "phone": said.phone,
        "phones": list(said.phones)[:MOST_NAMED],
        "contacts": [{"kind": kind, "value": value} for kind, value in said.contacts[:MOST_NAMED]],
        "region": said.region,
        "text": said.text,
    }
