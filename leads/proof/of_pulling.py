"""Whether somebody who asked for a lead had the one that waited for longest, and no more of them than a day allows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from leads.entries.asking import Claimed
from leads.lead import Step
from leads.proof.audit import Broken, same
from leads.proof.evidence_checks import Before
from leads.proof.told import Told


def check_pull(before: Before, said: Claimed, lying: Iterable[Told]) -> None:
    """Checks it, and counts it. `lying`: leads that may wait to be asked for, the oldest first. Raises Broken."""
    who, at = said.who, before.at
    if not _is_for(before, before.told, who):
        raise Broken(f"lead {before.number} is not for {who} to ask for")
    before.people.check_present(who, at)
    zone, pulls = before.terms.timezone, before.people.pulls.setdefault(who, [])
    if zone:
        had = sum(one >= _midnight(at, zone) for one in pulls)
        same(f"how many {who} had asked for that day", said.today, had)
    if _is_over(before, before.segment, said.today or 0):
        raise Broken(f"{who} asks for more leads than a day allows")
    for other in lying:
        if (other.lead.number or 0) < before.number and _waits_for(before, other, who, said.today or 0):
            raise Broken(f"lead {other.lead.number} waited for longer than lead {before.number}")
    pulls.append(at)


def _waits_for(before: Before, other: Told, who: str, today: int) -> bool:
    live = other.live
    if live is None or live.step is not Step.PULL or _is_over(before, other.lead.segment, today):
        return False
    is_asked = who in live.unanswered or other.lead.segment == before.segment
    return is_asked and _is_for(before, other, who)


def _is_for(before: Before, told: Told, who: str) -> bool:
    members = before.books.standings.get(told.lead.segment, {})
    return who in members and all(offer.claimed_by != who for offer in told.offers)


def _is_over(before: Before, segment: str, today: int) -> bool:
    limit = before.terms.of(segment).get("day_limit", 0)
    return bool(limit) and today >= limit


def _midnight(at: datetime, zone: ZoneInfo) -> datetime:
    return datetime.combine(at.astimezone(zone).date(), time(), zone).astimezone(UTC)
