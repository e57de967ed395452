"""What was typed for a setting, as an office file spells it: each kind is read as people write it, in two languages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from contacts.clocks import read_clock
from contacts.lengths import read_length
from contacts.normal import showable
from contacts.opening import names_holidays, read_week
from contacts.time_zones import read_zone
from files.office_file import values
from files.office_file.dumping import plain, written
from leads.durations import format_duration
from leads.hours import Hours
from leads.office import OF_OFFICE
from leads.settings import (
    Addresses,
    Clock,
    Length,
    LengthOrNever,
    LengthOrOff,
    Lengths,
    Number,
    OpeningHours,
    Percent,
    Phones,
    Setting,
    Title,
    Whole,
    Zone,
)
from leads.week import Week, rules_of
from leads.words import folded
from screens.office.hours_editor import holidays_said

OFF: Final = frozenset(
    {"off", "выкл", "выключить", "выключено", "нет", "не надо", "никогда", "never", "no", "0"}
)
_APART: Final = re.compile(r"[,;\n]+|\bи\b|\band\b")
_PERCENT: Final = r"(?:до )?(\d{1,3}) ?(?:%|процент[а-я]*|percent)?"
HOURS: Final = next(setting for setting in OF_OFFICE if isinstance(setting.kind, OpeningHours))


def read_value(setting: Setting, text: str, now: Any, here: str | None) -> Any:  # noqa: C901 - one line a kind
    """Returns what is meant, as a file spells it. `now`: what stands there, as a file spells it; `here`: whose holidays
    are meant where none are kept yet, the country (ISO 3166).

    Raises ValueError for whatever is none of this kind. What is too large or too small for the setting is refused with
    the rest of the office.
    """
    said = showable(text)
    match setting.kind:
        case Title():
            return said or _none()
        case Whole():
            return _number(said, r"(\d{1,7})(?: [a-zа-я]+\.?)?")
        case Number():
            return float(_matched(r"\d{1,4}(?:[.,]\d{1,3})?", said)[0].replace(",", "."))
        case Percent():
            return f"{_number(said, _PERCENT)}%"
        case Lengths():
            return _lengths(said)
        case Length():
            return _length(setting, said, now)
        case Clock():
            return plain(read_clock(said) or _midnight(said))
        case Phones():
            return _more(now, [values.phone(one) for one in _parts(text)], setting)
        case Addresses():
            return _more(now, [values.address(one) for one in _parts(text)], setting)
        case Zone():
            return read_zone(said) or _none()
        case OpeningHours():
            kept = holidays_said(now) or (here if names_holidays(said) else None)
            return hours_value(read_week(said) or _none(), kept)
    raise ValueError(text)


def hours_value(week: Week, country: str | None) -> Any:
    """Spells a week as a file does, with whose holidays it keeps. Raises ValueError where nothing opens at all."""
    rules = rules_of(week) or _none()
    said = plain(written(HOURS, Hours(rules, country)))
    hours = said[HOURS.key]
    return {"mon-sun": "00:00-24:00", "holidays": country} if country and hours == "always" else hours


def _none() -> Any:
    raise ValueError("nothing of this kind was said")


def _midnight(said: str) -> Any:
    return read_clock("00:00") if said in {"24:00", "0:00", "00:00"} else _none()


def _matched(pattern: str, said: str) -> re.Match[str]:
    return re.fullmatch(pattern, folded(said)) or _none()


def _number(said: str, pattern: str) -> int:
    return int(_matched(pattern, said)[1])


def _length(setting: Setting, said: str, now: Any) -> str:
    """A number alone is of the unit that stands there, or stood there at first."""
    if isinstance(setting.kind, LengthOrOff | LengthOrNever) and folded(said) in OFF:
        return "never" if isinstance(setting.kind, LengthOrNever) else "off"
    unit = next((one[-1] for one in (now, plain(setting.default)) if str(one)[:1].isdecimal()), "")
    bare = re.fullmatch(r"\d{1,7}", said)
    return format_duration(_found(read_length(f"{said}{unit}" if bare else said)))


def _lengths(said: str) -> list[str]:
    if folded(said) in OFF:
        return []
    found = {_found(read_length(one)) for one in _parts(said)}
    return [format_duration(one) for one in sorted(found)]


def _found(length: timedelta | None) -> timedelta:
    return _none() if length is None else length


def _parts(text: str) -> list[str]:
    return [one.strip() for one in _APART.split(text) if one.strip()] or _none()


def _more(now: Sequence[str] | None, new: Sequence[str], setting: Setting) -> list[str]:
    """What there is, with what is new behind it, spelled as files do."""
    added: list[str] = plain(written(setting, tuple(new)))[setting.key]
    return [*(now or ()), *(one for one in dict.fromkeys(added) if one not in (now or ()))]
