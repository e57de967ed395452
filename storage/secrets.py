"""Secrets that the chat has made or was told; what an office file names stands in the environment, and never here."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, delete, select, update

from storage.database import upsert
from storage.store import Store
from storage.tables.secrets import secrets


class SecretOf(StrEnum):
    """Says what has a secret."""

    SOURCE = "source"  # by its id: of its address, or with which its sender signs
    CRM = "crm"  # by what it is for, as of `desk.crm`
    HOOK = "hook"  # by its address: with which its letters are signed


def current(store: Store, kind: SecretOf, name: str) -> str | None:
    """Returns the secret that counts; None where there is none."""
    found: str | None = store.scalar(select(secrets.c.secret).where(*_is(store, kind, name)))
    return found


def accepted(store: Store, kind: SecretOf, name: str, now: datetime) -> tuple[str, ...]:
    """Returns all that count at `now`, the newest first: for a while the one before does, too."""
    row = store.execute(select(secrets).where(*_is(store, kind, name))).first()
    if row is None:
        return ()
    has_two = row.before is not None and row.before_until is not None and now < row.before_until
    return (row.secret, row.before) if has_two else (row.secret,)


def before_until(store: Store, kind: SecretOf, name: str) -> datetime | None:
    """Tells how long the secret before counts besides (UTC); None where there is none."""
    found: datetime | None = store.scalar(select(secrets.c.before_until).where(*_is(store, kind, name)))
    return found


def put(store: Store, kind: SecretOf, name: str, secret: str) -> None:
    """Gives it another secret: the old one is worth nothing from now on."""
    _write(store, kind, name, {"secret": secret, "before": None, "before_until": None})


def rotate(store: Store, kind: SecretOf, name: str, secret: str, until: datetime) -> None:
    """Gives it another secret, beside which the present one counts `until` then."""
    before = current(store, kind, name)
    _write(store, kind, name, {"secret": secret, "before": before, "before_until": until if before else None})


def drop(store: Store, kind: SecretOf, name: str) -> None:
    """Forgets the secret of what is gone."""
    store.execute(delete(secrets).where(*_is(store, kind, name)))


def forget_before(store: Store, now: datetime) -> None:
    """Forgets those that a newer one has followed and whose time is over."""
    is_over = (secrets.c.office == store.office, secrets.c.before_until <= now)
    store.execute(update(secrets).where(*is_over).values(before=None, before_until=None))


def _write(store: Store, kind: SecretOf, name: str, values: dict[str, Any]) -> None:
    row = upsert(store, secrets).values(office=store.office, kind=kind, name=name, **values)
    store.execute(row.on_conflict_do_update(index_elements=["office", "kind", "name"], set_=values))


def _is(store: Store, kind: SecretOf, name: str) -> tuple[ColumnElement[bool], ...]:
    return secrets.c.office == store.office, secrets.c.kind == kind, secrets.c.name == name
