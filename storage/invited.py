"""Invitations that nobody has taken up yet: looked up, and revoked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from storage.store import Store
from storage.tables.office import invitations


@dataclass(frozen=True, slots=True)
class OpenInvitation:
    """`link`: its SHA-256; `person`: whom it is for; None: whoever comes has the role."""

    link: str
    person: str | None
    role: str | None
    expires_at: datetime


def open_ones(store: Store, now: datetime) -> Sequence[OpenInvitation]:
    """Lists those that still let somebody in, from the last that will expire."""
    found = (invitations.c.token, invitations.c.person, invitations.c.role, invitations.c.expires_at)
    here = (
        invitations.c.office == store.office,
        invitations.c.used_at.is_(None),
        invitations.c.expires_at > now,
    )
    order = (invitations.c.expires_at.desc(), invitations.c.token)
    return [OpenInvitation(*row) for row in store.execute(select(*found).where(*here).order_by(*order))]


def revoke(store: Store, link: str) -> None:
    """Nobody comes in by it any more."""
    here = (invitations.c.office == store.office, invitations.c.token == link)
    store.execute(update(invitations).where(*here).values(used_at=invitations.c.expires_at))
