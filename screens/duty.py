"""Spans of duty as people write them: `вт 24.11 09:00–18:00`. Plain text without markup."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from babel.dates import format_date
from babel.numbers import format_decimal

from screens.format import listing, period_words
from screens.texts import Html, Texts
from screens.views.duty import DutyLine

A_DAY = timedelta(days=1)


def duty(start: datetime, end: datetime, zone: ZoneInfo, texts: Texts) -> str:
    """`вт 24.11 09:00–18:00`"""
    return wall_duty(_wall(start, zone), _wall(end, zone), texts)


def wall_duty(start: datetime, end: datetime, texts: Texts) -> str:
    """Returns the same of naive times, by the clock on the office's wall."""
    return f"{day(start.date(), texts)} {_times(start, end, texts)}"


def day(of: date, texts: Texts) -> str:
    """`вт 24.11`"""
    return format_date(of, texts.plain("duty-day"), locale=texts.locale)


def week(monday: date, texts: Texts) -> str:
    """`23 – 29 ноября`, `30 ноября – 6 декабря`"""
    return period_words(monday, monday + 6 * A_DAY, texts)


def hours(seconds: int, texts: Texts) -> str:
    """`13,5 ч`"""
    return texts.plain("duty-hours", hours=format_decimal(seconds / 3600, "0.##", locale=texts.locale))


def duty_lines(lines: tuple[DutyLine, ...], zone: ZoneInfo, texts: Texts) -> list[Html]:
    """Returns one line for each span: `вт 24.11 09:00–18:00 · Пётр Петров`."""
    return [_line(line, duty(line.start, line.end, zone, texts), texts) for line in lines]


def today_line(segment: str, lines: Iterable[DutyLine], now: datetime, zone: ZoneInfo, texts: Texts) -> Html:
    """Says who is on duty at this moment and till when, and who comes later on the same day."""
    every = list(lines)
    here = [line for line in every if line.start <= now < line.end and line.names]
    today = now.astimezone(zone).date()
    later = [line for line in every if now < line.start and line.start.astimezone(zone).date() == today]
    if here:
        names = listing(dict.fromkeys(name for line in here for name in line.names))
        end = until(min(line.end for line in here), now, zone, texts)
        words = texts("roster-now-line", segment=segment, names=names, end=end)
    else:
        words = texts("roster-now-nobody", segment=segment)
    if not later:
        return words
    those = listing(
        f"{listing(line.names)} {times(_wall(line.start, zone), _wall(line.end, zone))}" for line in later
    )
    return texts("roster-now-later", line=words, later=those)


def until(end: datetime, now: datetime, zone: ZoneInfo, texts: Texts) -> str:
    """`18:00`, `24:00`; of another day with it."""
    local, today = _wall(end, zone), _wall(now, zone)
    words = times(today, local).partition("–")[2]
    last = (local - timedelta(microseconds=1)).date()
    return words if last == today.date() else f"{day(last, texts)} {words}"


def _line(line: DutyLine, words: str, texts: Texts) -> Html:
    if not line.names:
        return texts("duty-nobody", duty=words)
    names = listing(line.names)
    if line.sought:
        return texts("duty-line-sought", duty=words, names=names)
    if line.instead_of:
        return texts("duty-line-swapped", duty=words, names=names, owner=listing(line.instead_of))
    return texts("duty-line", duty=words, names=names)


def _times(start: datetime, end: datetime, texts: Texts) -> str:
    """Midnight at the end is 24:00; where more than a night lies between, the other day stands there too."""
    if end - start > A_DAY:
        return f"{start:%H:%M} – {day(end.date(), texts)} {end:%H:%M}"
    return times(start, end)


def times(start: datetime, end: datetime) -> str:
    """`09:00–18:00`, `12:00–24:00`: naive, by the clock on the wall."""
    return f"{start:%H:%M}–{'24:00' if end.time() == time() else f'{end:%H:%M}'}"


def _wall(at: datetime, zone: ZoneInfo) -> datetime:
    return at.astimezone(zone).replace(tzinfo=None)
