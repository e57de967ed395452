"""Who was in the office, and who was there, when the period began: folded from the ledger's entries before it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from leads import teams, turns
from leads.ledger import Sealed
from leads.office import Presence
from leads.presence import Absence, Worker, check_in
from leads.turns import Standing
from leads.wall_clock import midnight
from storage.history import Member

PRESENCE = frozenset({"on", "off", "paused"})


@dataclass
class Beginning:
    """Turns are not folded: balances begin level, and the line is the order of joining and checking in."""

    timezone: ZoneInfo
    standings: dict[str, dict[str, Standing]] = field(default_factory=dict)  # by segment, in its order
    weights: dict[str, float] = field(default_factory=dict)  # where it is another than 1
    workers: dict[str, Worker] = field(default_factory=dict)

    def worker(self, who: str) -> Worker:
        return self.workers.setdefault(who, Worker(who))

    def apply(self, kind: str, body: Mapping[str, Any], at: datetime) -> None:
        match kind:
            case "on":
                self.worker(body["who"])
                check_in(self.workers, body["who"], at)
                for standings in self.standings.values():
                    teams.to_the_end(standings, body["who"])
            case "off" if body["until"]:
                worker = self.worker(body["who"])
                worker.leave_from, worker.leave_until = begins_on(body), back_on(body["until"], self.timezone)
            case "leave_dropped":
                worker = self.worker(body["who"])
                worker.leave_from, worker.leave_until = None, None
            case "off":
                worker = self.worker(body["who"])
                worker.paused, worker.checked_in = Absence.PAUSED, False
            case "weight_changed":
                self.weights[body["who"]] = body["after"]
            case "member_joined":
                turns.join(self.standings.setdefault(body["segment"], {}), body["who"])
            case "member_left":
                turns.leave(self.standings[body["segment"]], body["who"])
            case "members_ordered":
                before = self.standings[body["segment"]]
                self.standings[body["segment"]] = {who: before[who] for who in body["order"]}


def back_on(until: str, zone: ZoneInfo) -> datetime:
    """The instant at which the day of return begins that an entry tells."""
    return midnight(date.fromisoformat(until[:10]), zone)


def begins_on(body: Mapping[str, Any]) -> datetime | None:
    """The instant at which a leave begins that was told of beforehand; None: at once."""
    return datetime.fromisoformat(body["from"]) if "from" in body else None


def folded(entries: Iterable[Sealed], zone: ZoneInfo) -> Beginning:
    found = Beginning(zone)
    for entry in entries:
        found.apply(entry.kind, json.loads(entry.body), entry.at)
    return found


def settle_presence(
    beginning: Beginning, people: Mapping[str, Member], later: Sequence[Sealed], presence: Presence
) -> None:
    """Who had been paused for his lapses, which only the time after it tells.

    A pause is an entry of some lead before the period; but who checks in where nobody has to was paused before,
    and whoever is paused still without having been paused since, was so then.
    """
    first: dict[str, str] = {}
    for entry in later:
        if entry.kind in PRESENCE:
            first.setdefault(json.loads(entry.body)["who"], entry.kind)
    for who, member in people.items():
        worker = beginning.worker(who)
        away = worker.paused or worker.leave_until
        back = first.get(who) == "on" and presence is Presence.HOURS and not away
        still = who not in first and member.paused is Absence.LAPSED
        if back or still:
            worker.paused = Absence.LAPSED
