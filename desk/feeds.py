"""Somebody's own duty for the calendar of their phone: a private address, made and revoked with a tap."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from desk.actor import Actor, Reply
from desk.door import Door
from desk.invitations import Links, hashed
from desk.rosters import segments_of, show_roster
from desk.work import Work
from leads.duty.held import Held, held
from leads.office import Segment
from leads.refusals import Refusal, Refused
from leads.rights import Right, may
from screens.views.duty import RosterPart
from storage import feeds, offices
from storage.feeds import FeedRow

BEHIND: Final = timedelta(weeks=4)
AHEAD: Final = timedelta(weeks=12)


class Gone(StrEnum):
    """Says why there is nothing at an address."""

    UNKNOWN = "unknown"  # nobody ever made it
    REVOKED = "revoked"  # or whoever made it is no more in the office


@dataclass(frozen=True, slots=True)
class OwnDuties:
    """What a calendar is told: nothing of clients, and nobody's name. Instants in UTC, segments by their names."""

    link: str
    made_at: datetime
    office: str
    locale: str
    timezone: ZoneInfo
    duties: tuple[tuple[Held, str], ...]


@dataclass(frozen=True, slots=True)
class Feeds:
    """`nonce` gives 128 random bits as text; `links` makes the address of it."""

    door: Door
    nonce: Callable[[], str]
    links: Links

    async def make(self, actor: Actor) -> Reply:
        """Makes an address; the one before answers no more."""

        def case(work: Work) -> Reply:
            who = actor.person or ""
            if not _teams(work, who):
                raise Refused(Refusal.NOT_FOR_YOU)
            had_one = feeds.revoke(work.store, who, work.now)
            nonce = self.nonce()
            link = hashed(self.links.feed_token(nonce))
            feeds.add(work.store, FeedRow(link, who, nonce, work.now))
            show_roster(work, actor, RosterPart.FEED)
            return Reply(done="feed-again" if had_one else "feed-made")

        return await self.door.do(actor, Right.SEE_DUTY, case)

    async def revoke(self, actor: Actor) -> Reply:
        def case(work: Work) -> Reply:
            if not feeds.revoke(work.store, actor.person or "", work.now):
                raise Refused(Refusal.CHANGED_SINCE)
            show_roster(work, actor, RosterPart.FEED)
            return Reply(done="feed-revoked")

        return await self.door.do(actor, Right.SEE_DUTY, case)


async def own_duties(door: Door, token: str) -> OwnDuties | Gone:
    """Returns what stands at an address. `token`: what somebody has asked for, whatever it is."""
    return await door.read(lambda work: _read(work, hashed(token)))


def _read(work: Work, link: str) -> OwnDuties | Gone:
    feed = feeds.find(work.store, link)
    if feed is None:
        return Gone.UNKNOWN
    office = offices.read_office(work.store)  # with what was agreed on long ago
    person = next((p for p in office.people if p.id == feed.person), None)
    if feed.revoked_at or person is None or not may(person.roles, Right.SEE_DUTY):
        return Gone.REVOKED
    since, until = work.now - BEHIND, work.now + AHEAD
    duties = [
        (duty, segment.name)
        for segment in segments_of(office, person.id, ())
        for duty in held(office, segment.id, since, until, {person.id})
    ]
    duties.sort(key=lambda one: (one[0].start, one[0].end, one[1]))
    return OwnDuties(link, feed.made_at, office.name, person.locale, office.timezone, tuple(duties))


def _teams(work: Work, who: str) -> list[Segment]:
    return segments_of(work.office, who, ())
