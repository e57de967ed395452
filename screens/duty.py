"""Spans of duty as people write them: `вт 24.11 09:00–18:00`. Plain text without markup."""

from __future__ import annotations

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
