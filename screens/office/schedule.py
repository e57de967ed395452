"""Somebody's own hours in words: `пн–пт 09:00–13:00, 14:00–18:00`, `2 через 2 с 1 декабря, 09:00–21:00`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time
from itertools import groupby
from typing import Any

from babel.dates import get_day_names

from leads.hours import Hours, Rota, Schedule
from leads.wall_clock import parse_hours, parse_weekly
from screens.format import long_date
from screens.texts import Texts


def schedule_words(schedule: Schedule, texts: Texts) -> str:
    if isinstance(schedule, Rota):
        start, spans = long_date(schedule.start, texts), _spans(schedule.spans)
        return texts.plain("person-rota", on=schedule.on, off=schedule.off, start=start, spans=spans)
    parts = []
    for days, rules in groupby(schedule.rules, key=lambda rule: rule.days):
        parts.append(f"{_days(days, texts)} {_spans((rule.start, rule.end) for rule in rules)}")
    return "; ".join(parts)


def kept_words(kept: Mapping[str, Any], texts: Texts) -> str:
    """Says the hours that are stored like this (`storage.office_codec.own_hours`)."""
    if "weekly" in kept:
        return schedule_words(Hours(tuple(parse_weekly(rule) for rule in kept["weekly"])), texts)
    spans = tuple(parse_hours(span) for span in kept["spans"])
    return schedule_words(Rota(date.fromisoformat(kept["start"]), kept["on"], kept["off"], spans), texts)


def _days(days: tuple[int, ...], texts: Texts) -> str:
    names = get_day_names("abbreviated", locale=texts.locale)
    firsts = [day for day in days if day - 1 not in days]
    lasts = [day for day in days if day + 1 not in days]
    runs = zip(firsts, lasts, strict=True)
    return ", ".join(names[a] if a == b else f"{names[a]}–{names[b]}" for a, b in runs)


def _spans(spans: Iterable[tuple[time, time]]) -> str:
    return ", ".join(f"{start:%H:%M}–{'24:00' if end == time() else f'{end:%H:%M}'}" for start, end in spans)
