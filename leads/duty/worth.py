"""What hours of duty bring: the leads to expect in each hour of the week, weighted by how well that hour's leads sell.

Two duties of the same length are not the same: mornings may bring twice as many leads, and better ones. All is learnt
from the segment's own last weeks. A lead of an hour that sells as the whole segment does counts as one; how much better
or worse an hour sells is drawn towards that by `PRIOR` leads, for a handful of sales says little. Where there is no
history every hour is alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from math import ceil
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from leads.duty.slots import HourOfWeek, Span
from leads.wall_clock import wall

PRIOR: Final = 20
"""So many leads of the segment's own rate are added to those that were closed of an hour."""
A_WEEK: Final = timedelta(days=7)
AN_HOUR: Final = timedelta(hours=1)


class Past(NamedTuple):
    """A lead that came then (UTC). `won`: whether it was sold; None: it is open still, or bad."""

    at: datetime
    won: bool | None


@dataclass(frozen=True, slots=True)
class Worths:
    """`hours`: in millionths of a lead, what each hour of the week brings; one that is not there brings nothing."""

    hours: Mapping[HourOfWeek, int]
    zone: ZoneInfo

    def of(self, span: Span) -> Fraction:
        """Returns what a duty brings, in leads."""
        start, end = span
        found, at = Fraction(0), start
        while at < end:
            clock = wall(at, self.zone)
            into = timedelta(minutes=clock.minute, seconds=clock.second, microseconds=clock.microsecond)
            following = min(end, at - into + AN_HOUR)
            part = Fraction(int((following - at).total_seconds()), 3600)
            found += self.hours.get((clock.weekday(), clock.hour), 0) * part
            at = following
        return found / 1_000_000

    def beyond(self, span: Span, among: Iterable[Span]) -> Fraction:
        """Returns by how many leads a duty is richer than an average one of the same length; `among`: all duties of
        the week that it is one of. Below nothing: poorer.
        """
        every = list(among)
        seconds = sum(map(_seconds, every))
        if not seconds:
            return Fraction(0)
        average = sum(map(self.of, every), Fraction(0)) / seconds
        return self.of(span) - average * _seconds(span)


def learnt(past: Iterable[Past], since: datetime, now: datetime, zone: ZoneInfo) -> Worths:
    """Learns it from the leads that came between these two instants, or since the first of them did."""
    every = list(past)
    begins = min((one.at for one in every), default=since)
    weeks = max(1, ceil((now - max(since, begins)) / A_WEEK))
    came: dict[HourOfWeek, list[bool | None]] = {}
    for one in every:
        clock = wall(one.at, zone)
        came.setdefault((clock.weekday(), clock.hour), []).append(one.won)
    won, closed = _sold(won for those in came.values() for won in those)
    hours = {}
    for hour, those in came.items():
        own, of = _sold(those)
        better = (
            Fraction(1) if not won else (own + PRIOR * Fraction(won, closed)) / (of + PRIOR) * closed / won
        )
        hours[hour] = int(len(those) * better * 1_000_000 / weeks)
    return Worths(hours, zone)


def balance(held: Mapping[str, Iterable[Span]], worths: Worths) -> dict[str, Fraction]:
    """Returns for each by how many leads their duties are richer than average ones of the same length.

    All together that is nothing: what one has of rich hours the others lack.
    """
    duties = {who: list(spans) for who, spans in held.items()}
    among = [span for spans in duties.values() for span in spans]
    return {
        who: sum((worths.beyond(one, among) for one in spans), Fraction(0)) for who, spans in duties.items()
    }


def _sold(those: Iterable[bool | None]) -> tuple[int, int]:
    closed = [won for won in those if won is not None]
    return sum(closed), len(closed)


def _seconds(span: Span) -> int:
    return int((span[1] - span[0]).total_seconds())
