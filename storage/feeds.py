"""Private addresses of people's own duty: made, found by what stands in them, revoked. Only hashes are looked up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import insert, select, update

from storage.mapper import Mapper
from storage.store import Store
from storage.tables.feeds import feeds


@dataclass(frozen=True, slots=True)
class FeedRow:
    """`link`: a hash; the address is made of `nonce` and a secret that is not stored."""

    link: str
    person: str
    nonce: str
    made_at: datetime
    revoked_at: datetime | None = None


_FEED: Final = Mapper(FeedRow)


def add(store: Store, feed: FeedRow) -> None:
    store.execute(insert(feeds).values(office=store.office, **_FEED.write(feed)))


def find(store: Store, link: str) -> FeedRow | None:
    """Returns the one with this hash, also one that is revoked."""
    row = store.execute(select(feeds).where(feeds.c.office == store.office, feeds.c.link == link)).first()
    return _FEED.read(row) if row else None


def of(store: Store, person: str) -> FeedRow | None:
    """Returns the one that somebody's calendar reads now."""
    own = (feeds.c.office == store.office, feeds.c.person == person, feeds.c.revoked_at.is_(None))
    row = store.execute(select(feeds).where(*own).order_by(feeds.c.made_at.desc())).first()
    return _FEED.read(row) if row else None


def revoke(store: Store, person: str, now: datetime) -> bool:
    """None of theirs answers any more; False where there was none."""
    own = (feeds.c.office == store.office, feeds.c.person == person, feeds.c.revoked_at.is_(None))
    return store.execute(update(feeds).where(*own).values(revoked_at=now)).rowcount > 0
