"""Who was in the office, and who was there, when the period began: folded from the ledger's entries before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from leads import teams, turns
from leads.entries.asking import Paused
from leads.entries.kinds import Said
from leads.entries.people import (
    LeaveDropped,
    MemberJoined,
    MemberLeft,
    MembersOrdered,
    Off,
    On,
    WeightChanged,
)
from leads.ledger import Sealed
from leads.office import Presence
from leads.presence import Absence, Worker, check_in
from leads.proof.audit import opened
from leads.turns import Team
from leads.wall_clock import midnight
from storage.history import Member

PRESENCE = frozenset({On.kind, Off.kind, Paused.kind})


@dataclass
class Beginning:
    """Turns are not folded: balances begin level, and the line is the order of joining and checking in."""

    timezone: ZoneInfo
    standings: dict[str, Team] = field(default_factory=dict)  # by segment, in its order
    weights: dict[str, float] = field(default_factory=dict)  # where it is another than 1
    workers: dict[str, Worker] = field(default_factory=dict)

    def worker(self, who: str) -> Worker:
        return self.workers.setdefault(who, Worker(who))

    def apply(self, said: Said, at: datetime) -> None:
        match said:
            case On(who=who):
                self.worker(who)
                check_in(self.workers, who, at)
                for standings in self.standings.values():
                    teams.to_the_end(standings, who)
            case Off(who=who, until=str() as until):
                worker = self.worker(who)
                worker.leave_from, worker.leave_until = said.begins, back_on(until, self.timezone)
            case LeaveDropped(who=who):
                worker = self.worker(who)
                worker.leave_from, worker.leave_until = None, None
            case Off(who=who):
                worker = self.worker(who)
                worker.paused, worker.checked_in = Absence.PAUSED, False
            case WeightChanged():
                self.weights[said.who] = said.after
            case MemberJoined():
                turns.join(self.standings.setdefault(said.segment, Team()), said.who)
            case MemberLeft() | MembersOrdered():
                teams.evolve(self.standings[said.segment], said)


def back_on(until: str, zone: ZoneInfo) -> datetime:
    """Returns the instant at which the day of return begins that an entry tells."""
    return midnight(date.fromisoformat(until[:10]), zone)


def folded(entries: Iterable[Sealed], zone: ZoneInfo) -> Beginning:
    found = Beginning(zone)
    for entry in entries:
        found.apply(opened(entry).said, entry.at)
    return found


def settle_presence(
    beginning: Beginning, people: Mapping[str, Member], later: Sequence[Sealed], presence: Presence
) -> None:
    """Settles who had been paused for their lapses, which only the time after it tells.

    A pause is an entry of some lead before the period; but who checks in where nobody has to was paused before,
    and whoever is paused still without having been paused since, was so then.
    """
    first: dict[str, Said] = {}
    for entry in later:
        if entry.kind in PRESENCE and isinstance(said := opened(entry).said, On | Off | Paused):
            first.setdefault(said.who, said)
    for who, member in people.items():
        worker = beginning.worker(who)
        away = worker.paused or worker.leave_until
        back = isinstance(first.get(who), On) and presence is Presence.HOURS and not away
        still = who not in first and member.paused is Absence.LAPSED
        if back or still:
            worker.paused = Absence.LAPSED
