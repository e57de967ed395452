"""What somebody types for a value of a person, as the office file says it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from itertools import groupby
from typing import Any, Final

from contacts.days import plain
from contacts.normal import showable
from contacts.opening import read_week
from contacts.rotas import read_rota
from leads.settings import MANY
from leads.wall_clock import WeeklyRule, format_days, format_hours
from leads.week import rules_of
from screens.views.people import Field

Values = Mapping[str, Any]

_NONE: Final = frozenset({"нет", "без предела", "без ограничений", "none", "no limit", "no"})
_OFFICE: Final = frozenset({"как у офиса", "офиса", "как офис", "the office's", "office", "as the office"})
OWN_HOURS: Final[Values] = {"hours": None, "rota": None}


def read_value(field: Field, text: str, today: date) -> Values | None:
    """Returns the keys of the person's table and their values; None for whatever is no such value. Not for leave."""
    match field:
        case Field.NAME:
            name = " ".join(showable(text).split())
            return {"name": name} if 0 < len(name) <= 100 else None
        case Field.WEIGHT:
            return _weight(plain(text))
        case Field.CAPACITY:
            return _capacity(plain(text))
        case Field.HOURS:
            return _hours(text, today)
    return None


def _weight(text: str) -> Values | None:
    number = text.replace(",", ".").removesuffix("%").strip()
    if not number.replace(".", "", 1).isdecimal() or not number.isascii():
        return None
    weight = float(number) / (100 if text.endswith("%") else 1)
    return {"weight": round(weight, 3)} if 0 < round(weight, 3) <= 1000 else None


def _capacity(text: str) -> Values | None:
    if text in _NONE:
        return {"capacity": None}
    return {"capacity": int(text)} if text.isascii() and text.isdecimal() and 0 < int(text) <= MANY else None


def _hours(text: str, today: date) -> Values | None:
    if plain(text) in _OFFICE:
        return OWN_HOURS
    if rota := read_rota(text, today):
        spans = [format_hours(*span) for span in rota.spans]
        return {
            "hours": None,
            "rota": {"start": rota.start, "on": rota.on, "off": rota.off, "hours": spans},
        }
    week = read_week(text)
    return {"hours": _table(rules_of(week)), "rota": None} if week else None


def _table(rules: tuple[WeeklyRule, ...]) -> dict[str, list[str]]:
    by_days = groupby(rules, key=lambda rule: rule.days)
    return {
        format_days(days): [format_hours(rule.start, rule.end) for rule in group] for days, group in by_days
    }
