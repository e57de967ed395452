"""How single values of the office file are read. Each function raises ValueError with a plain sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

import holidays

from contacts.normal import showable
from contacts.time_zones import country_of
from leads.durations import parse_duration
from leads.hooks import EVERYTHING, EventKind, said
from leads.hours import Calendar, IsHoliday
from leads.wall_clock import ONE_DAY, WeeklyRule, parse_clock, parse_hours, parse_weekly

T = TypeVar("T")

LOOPBACK = frozenset({"127.0.0.1", "localhost"})
_HOST = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")
_PERCENT = re.compile(r"([0-9]{1,3})%")
_WEB_ADDRESS = re.compile(r"https?://[^\s/?#@\\]+(?:[/?][^\s#\\]*)?")
LONGEST_URL = 500
_CODE = re.compile(r"[A-Z]{2,3}")  # the library would take any name of its own code for a country


def length(raw: object) -> timedelta:
    return parse_duration(_text(raw, "5m"))


def length_or_zero(raw: object) -> timedelta:
    return parse_duration(_text(raw, "5m"), zero=True)


def length_or_off(raw: object) -> timedelta:
    return timedelta(0) if raw == "off" else length(raw)


def length_or_never(raw: object) -> timedelta:
    """Takes a day at least."""
    if raw == "never":
        return timedelta(0)
    found = length(raw)
    if found < ONE_DAY:
        raise ValueError(f"{raw!r} is too short; at least 1d")
    return found


def percent(raw: object) -> int:
    written = _PERCENT.fullmatch(_text(raw, "10%"))
    if written is None or int(written[1]) > 100:
        raise ValueError(f'{raw!r} is no part of a hundred; write it like "0%", "10%" or "100%"')
    return int(written[1])


def clock(raw: object) -> time:
    return parse_clock(_text(raw, "18:30"))


def weekly(raw: object) -> WeeklyRule:
    return parse_weekly(_text(raw, "mon-fri 09:00-18:00"))


def spans_of_a_day(raw: object) -> tuple[tuple[time, time], ...]:
    """Returns one span, or several with pauses between them."""
    if isinstance(raw, list) and raw:
        return tuple(parse_hours(_text(span, "09:00-13:00")) for span in raw)
    return (parse_hours(_text(raw, "09:00-18:00")),)


def day(raw: object) -> date:
    """Returns a date of TOML, which is no text."""
    if not isinstance(raw, date) or isinstance(raw, datetime):
        raise ValueError("must be a date without quotes, like 2026-12-01")
    if not 2000 <= raw.year < 2100:
        raise ValueError("must be between the years 2000 and 2100")
    return raw


def spans_in_order(raw: object) -> tuple[tuple[time, time], ...]:
    return tuple(sorted(set(spans_of_a_day(raw))))


def hours(raw: object) -> object:
    if raw == "always":
        return {"mon-sun": "00:00-24:00"}
    if not isinstance(raw, dict):
        raise ValueError('must be "always" or a table like { mon-fri = "09:00-18:00" }')
    return raw


def phone(raw: object) -> str:
    """Reads a phone as it is stored; whoever has it has it whatever the extension."""
    from contacts.phones import phone_of  # takes a moment to load

    number = phone_of(_text(raw, "+7 843 200-00-00"))
    if number is None:
        raise ValueError(f'"{raw}" is not a telephone number; write it like +7 843 200-00-00')
    return number


def address(raw: object) -> str:
    """Reads a name in Telegram or an e-mail address as a client's are compared."""
    from contacts.written import written_contacts  # takes a moment to load

    found = written_contacts(_text(raw, "@okna_kazan"))
    if len(found) != 1:
        raise ValueError(
            f'"{raw}" is no name in Telegram and no address; write it like @okna_kazan or info@okna.ru'
        )
    return found[0][1]


def web_address(raw: object) -> str:
    """Reads where a hook sends to: it names nobody who would sign in there, and no part of a page."""
    url = _text(raw, "https://crm.example/leads")
    try:
        parts = urlsplit(url)
        is_whole = bool(parts.hostname) and parts.port != 0
    except ValueError:
        is_whole = False
    if not (is_whole and _WEB_ADDRESS.fullmatch(url) and url.isprintable() and len(url) <= LONGEST_URL):
        raise ValueError(f'"{url}" is no web address; write it like https://crm.example/leads')
    return url


def event(raw: object) -> str:
    name = _text(raw, EVERYTHING)
    if name not in (known := [EVERYTHING, *EventKind]):
        raise ValueError(f'unknown event "{name}"{did_you_mean(name, known)}')
    return name


def events(names: tuple[str, ...]) -> tuple[str, ...]:
    """In one order, whatever the file's: those who hear the same are the same."""
    without_doubles(names)
    kinds = frozenset(EventKind) if EVERYTHING in names else frozenset(map(EventKind, names))
    return tuple(said(kinds))


def time_zone(raw: object) -> ZoneInfo:
    name = _text(raw, "Europe/Moscow")
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise ValueError(f"unknown time zone {name!r}{did_you_mean(name, available_timezones())}") from error


def country(raw: object) -> str:
    code = _text(raw, "RU")
    holiday_calendar(code)
    return code


def in_our_days(wall: datetime) -> datetime:
    """Python's calendar ends at the years 1 and 9999; whatever counts with a shift must stay inside it."""
    if not 2000 <= wall.year < 2100:
        raise ValueError("must be between the years 2000 and 2100")
    return wall


def name(text: str) -> str:
    if not showable(text):
        raise ValueError("must not be blank")
    if showable(text) != " ".join(text.split()):
        raise ValueError("holds a character that cannot be seen: type it anew")
    return text


def not_empty(items: tuple[T, ...]) -> tuple[T, ...]:
    if not items:
        raise ValueError("must not be empty")
    return items


def three_decimals(number: float) -> float:
    if round(number, 3) != number:
        raise ValueError("must have at most three decimals")
    return number


def without_doubles(items: tuple[T, ...]) -> tuple[T, ...]:
    doubled = next((item for n, item in enumerate(items) if item in items[:n]), None)
    if doubled is not None:
        raise ValueError(f'names "{doubled}" twice')
    return items


def ascending(lengths: tuple[timedelta, ...]) -> tuple[timedelta, ...]:
    if list(lengths) != sorted(set(lengths)):
        raise ValueError("must go from the shortest to the longest, none twice")
    return lengths


def in_order(of: type[StrEnum]) -> Callable[[tuple[T, ...]], tuple[T, ...]]:
    """Returns a check that these stand in the order of their closed list."""

    def check(items: tuple[T, ...]) -> tuple[T, ...]:
        if items != tuple(one for one in of if one in items):
            raise ValueError(f"must keep the order {', '.join(of)}, none twice")
        return items

    return check


def did_you_mean(name: str, known: Iterable[str]) -> str:
    nearest = get_close_matches(name, known, n=1)
    return f'; did you mean "{nearest[0]}"?' if nearest else ""


def _text(raw: object, example: str) -> str:
    if not isinstance(raw, str):
        raise ValueError(f'must be text in quotes, like "{example}"')
    return raw


def holiday_calendar(code: str | None) -> IsHoliday:
    """Returns the calendar of a country (ISO 3166, `RU`); without a code no day is a holiday.

    Raises ValueError for a country that the library does not know.
    """
    if code is None:
        return _never
    try:
        days = holidays.country_holidays(code if _CODE.fullmatch(code) else "?")
    except NotImplementedError as error:
        raise ValueError(f'no holiday calendar for {code!r}; write a country like "RU"') from error

    def works(day: date) -> bool:
        # asked first whether it is a holiday, the library fills in that day's year
        return day not in days and days.is_weekend(day) and days.is_working_day(day)

    return Calendar(days.__contains__, works)


def holidays_at(zone: str) -> str | None:
    """Returns the country (ISO 3166) whose holidays an office of this zone keeps unless it says otherwise; None where
    there is no calendar of them.
    """
    country = country_of(zone)
    try:
        holiday_calendar(country)
    except ValueError:
        return None
    return country


def _never(_: date) -> bool:
    return False


def url(written: str) -> str:
    """Reads the address of another program's pages: where it is, and nothing behind that."""
    wrong = f'{written!r} is no address like "https://okna.bitrix24.ru"'
    try:
        parts = urlsplit(written)
        port = parts.port
    except ValueError:
        raise ValueError(wrong) from None
    host = parts.hostname or ""
    is_bare = parts.path in {"", "/"} and not (parts.query or parts.fragment or parts.username)
    if parts.scheme not in {"https", "http"} or not _HOST.fullmatch(host) or not is_bare:
        raise ValueError(wrong)
    if parts.scheme == "http" and host not in LOOPBACK:
        raise ValueError("clients' names and numbers go there: it must begin with https://")
    return f"{parts.scheme}://{host}" + (f":{port}" if port else "")
