"""A manager's account in one segment, as a bank would state it: what it was, every movement, what it is.

A pure fold over the ledger. Gains are many and small, so the shares of one day make one line; whatever was paid,
given back, left behind or drawn in has a line of its own. Units throughout, so that a statement adds up exactly.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Final
from zoneinfo import ZoneInfo

from leads.entries.hands import Imported
from leads.ledger import Sealed
from leads.proof.audit import MATTERS, Books, Cause, Movement, opened

WEEK: Final = timedelta(days=7)
KEPT: Final = WEEK + timedelta(days=2)  # for a week of whole days, whatever the time zone
SMALL: Final = (Cause.SHARE, Cause.SHARE_BACK)


@dataclass(frozen=True, slots=True)
class Line:
    day: date  # of the office's calendar
    cause: Cause
    units: int
    leads: tuple[int, ...] = ()  # numbers
    detail: str | None = None  # as in `leads.proof.audit.Movement`


@dataclass(frozen=True, slots=True)
class Statement:
    since: date | None  # the first day of it; None where older lines of that time are left out
    opening: int
    lines: tuple[Line, ...]

    @property
    def closing(self) -> int:
        return self.opening + sum(line.units for line in self.lines)


def movements(entries: Iterable[Sealed], segment: str, who: str) -> list[Movement]:
    """Returns whatever moved somebody's balance, from the first entry on. Raises `audit.Broken`."""
    books = Books()
    moved = (m for e in entries for m in books.apply(opened(e), e.at))
    return [m for m in moved if (m.segment, m.who) == (segment, who)]


def draw_up(moved: Sequence[Movement], closing: int, since: date, tz: ZoneInfo, most: int) -> Statement:
    """Draws up the statement from the day `since` on, with the last `most` lines of it.

    `moved`: in the order of time.
    """
    lines = list(_lines([m for m in moved if _day(m, tz) >= since], tz))
    kept = lines[max(len(lines) - most, 0) :]
    opening = closing - sum(line.units for line in kept)
    return Statement(since if len(kept) == len(lines) else None, opening, tuple(kept))


def _lines(moved: Iterable[Movement], tz: ZoneInfo) -> Iterator[Line]:
    """Day by day: first what has a line of its own, then the shares."""
    for day, of_day in groupby(moved, lambda m: _day(m, tz)):
        found = list(of_day)
        for m in found:
            if m.cause not in SMALL:
                yield Line(day, m.cause, m.units, (m.lead,) if m.lead else (), m.detail)
        for cause in SMALL:
            if small := [m for m in found if m.cause is cause]:
                numbers = tuple(dict.fromkeys(m.lead for m in small if m.lead))
                yield Line(day, cause, sum(m.units for m in small), numbers)


def _day(moved: Movement, tz: ZoneInfo) -> date:
    return moved.at.astimezone(tz).date()


class Accounts:
    """Everybody's, kept up to date entry by entry: the balances since ever, the movements of the last days."""

    def __init__(self) -> None:
        self.books = Books()
        self.last: Sealed | None = None  # the last entry
        self._moved: dict[tuple[str, str], deque[Movement]] = {}

    def write(self, entry: Sealed) -> None:
        """Takes in the next entry. Raises `audit.Broken`, after which these accounts are of no use."""
        self.last = entry
        if entry.kind not in MATTERS or entry.kind == Imported.kind:  # a past lead moves no balance
            return
        for moved in self.books.apply(opened(entry), entry.at):
            lately = self._moved.setdefault((moved.segment, moved.who), deque())
            lately.append(moved)
            while lately[0].at < entry.at - KEPT:
                lately.popleft()

    def balance(self, segment: str, who: str) -> int | None:
        """Returns a balance in units; None for whoever is no member."""
        standing = self.books.standings.get(segment, {}).get(who)
        return standing.credit if standing else None

    def statement(self, segment: str, who: str, now: datetime, tz: ZoneInfo, most: int) -> Statement:
        """Returns the last seven days; `most` lines at most. Raises KeyError for whoever is no member."""
        closing = self.books.standings[segment][who].credit
        since = (now - WEEK).astimezone(tz).date()
        return draw_up(list(self._moved.get((segment, who), ())), closing, since, tz, most)
