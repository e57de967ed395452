"""Who was there and since when they waited, kept anew from the ledger: what presence and weights rested on.

Whether somebody was connected, reachable, on duty or full is not in the ledger; nor is the office's time zone, so
a day of return is known only to within the time zones that there are.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

from leads.entries.kinds import OfOffice
from leads.entries.people import Joined, LeaveDropped, Off, On, WeightChanged
from leads.presence import Absence, Worker, check_in, leave_ahead
from leads.proof.audit import Broken, same
from leads.shares import weight_units

AHEAD_OF_UTC, BEHIND_UTC = timedelta(hours=14), timedelta(hours=-12)


class Attendance:
    """Begins as an empty office keeps it; `apply` every entry of its ledger that is about no lead."""

    def __init__(self) -> None:
        self.weights: dict[str, float] = {}  # where it ever was another than 1
        self.leaves: dict[str, str] = {}  # the day of return, in the office's time zone, or the instant; ISO
        self.workers: dict[str, Worker] = {}
        self.pulls: dict[str, list[datetime]] = {}  # when they asked for a lead and had it
        self.has_norm = False  # it was told how many declines may be free

    def of(self, who: str) -> Worker:
        """Returns somebody as known so far; leave and whether they can be reached are not kept here."""
        return self.workers.get(who) or self.workers.setdefault(who, Worker(who))

    def known(self) -> frozenset[str]:
        """Returns everybody of whom an entry has told something."""
        return frozenset({*self.workers, *self.weights, *self.leaves})

    def weight(self, who: str) -> int:
        """Returns a weight in thousandths."""
        return weight_units(self.weights.get(who, 1.0))

    def apply(self, said: OfOffice, at: datetime) -> None:
        """The next entry has its effect. Raises Broken."""
        match said:
            case On(who=who):
                self.of(who)
                check_in(self.workers, who, at)
                if self.of(who).leave_from is None:
                    self.leaves.pop(who, None)
            case Off(who=who, until=str() as until):
                self.leaves[who] = until
                self.of(who).leave_from = _begins(said, until, at)
            case Off(who=who):
                worker = self.of(who)
                worker.paused, worker.checked_in = Absence.PAUSED, False
            case LeaveDropped(who=who):
                if not leave_ahead(self.of(who), at):
                    raise Broken(f"{who} gives up a leave that is not ahead")
                self.leaves.pop(who, None)
                self.of(who).leave_from = None
            case Joined(who=who):
                self.of(who)
            case WeightChanged(who=who):
                if said.before is not None or who in self.weights:
                    same(f"the weight of {who} before", said.before, self.weights.get(who, 1.0))
                self.weights[who] = said.after

    def check_present(self, who: str, at: datetime) -> None:
        """Whoever could be offered a lead had not gone. Raises Broken."""
        until = None if leave_ahead(self.of(who), at) else self.leaves.get(who)
        if paused := self.of(who).paused:
            raise Broken(f"{who} could be offered it, but had gone ({paused})")
        if until and at < _earliest(until):
            raise Broken(f"{who} could be offered it, but was on leave until {until}")

    def check_out(self, who: str, why: Absence, at: datetime) -> None:
        """Whoever was left out for a reason that the ledger knows of had that reason. Raises Broken."""
        worker, until = self.of(who), self.leaves.get(who)
        match why:
            case Absence.PAUSED | Absence.LAPSED:
                is_so = worker.paused is why
            case Absence.LEAVE:
                is_so = until is not None and at < _latest(until) and not leave_ahead(worker, at)
            case Absence.LEAVING:
                is_so = leave_ahead(worker, at)
            case Absence.NOT_CHECKED_IN:
                is_so = not worker.checked_in
            case _:
                is_so = True
        if not is_so:
            raise Broken(f"{who} was left out ({why}), but was there")

    def is_return(self, who: str, stored: datetime | None) -> bool:
        """Tells whether this is the instant of their return, as the office stores it."""
        until = self.leaves.get(who)
        if until is None or stored is None:
            return until is None and stored is None
        return _earliest(until) <= stored <= _latest(until)


def _begins(said: Off, until: str, at: datetime) -> datetime | None:
    """When a leave begins that was told of beforehand; None: at once. Raises Broken, ValueError."""
    if said.begins and not at < said.begins <= _latest(until):
        raise Broken(f"the leave of {said.who} is not ahead")
    return said.begins


def _earliest(until: str) -> datetime:
    """The instant of a return, or the first that a day may have begun with."""
    return datetime.fromisoformat(until) if _is_instant(until) else _midnight(until, AHEAD_OF_UTC)


def _latest(until: str) -> datetime:
    return datetime.fromisoformat(until) if _is_instant(until) else _midnight(until, BEHIND_UTC)


def _is_instant(until: str) -> bool:
    return len(until) > len("2026-12-10")


def _midnight(day: str, offset: timedelta) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(), timezone(offset))
