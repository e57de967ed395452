"""The values of single fields of a CSV file. Every function raises BadValueError."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from bot.replay.events import Answer, Does
from leads.durations import parse_duration
from leads.office import Office
from leads.scene import Outcome
from leads.wall_clock import instant

YEARS = range(2000, 2101)  # Python's calendar ends; whatever counts with a time must stay inside it
ANSWERS = frozenset(Does)
EVER = datetime.min.replace(tzinfo=UTC)


class BadValueError(ValueError):
    """A field that cannot be."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(f"{field}: {message}")


def moment(field: str, text: str, tz: ZoneInfo, last: datetime = EVER) -> datetime:
    """ISO 8601, in UTC; without an offset it is what the clock on the office's wall says.

    Where the wall says the same twice, it is the first time that is not before `last`.
    """
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise BadValueError(field, f'"{text}" is not a time; write it like 2026-11-23T09:00:00') from None
    if found.year not in YEARS:
        raise BadValueError(field, f"{text} is not in the years 2000 to 2100")
    if found.tzinfo is not None:
        return found.astimezone(UTC)
    first = instant(found, tz)
    again = found.replace(tzinfo=tz, fold=1).astimezone(UTC) if first < last else first
    return again if again >= last else first


def weight(text: str) -> float:
    try:
        found = float(text)
    except ValueError:
        found = 0.0
    if not 0.001 <= found <= 1000:
        raise BadValueError("value", f'"{text}" is not a weight from 0.001 to 1000')
    if round(found, 3) != found:
        raise BadValueError("value", f'"{text}" is not a weight: it must have at most three decimals')
    return found


def answers(text: str, office: Office) -> dict[str, Answer]:
    """`petrov=claim+45s sidorova=decline ivanov=silent`"""
    found: dict[str, Answer] = {}
    for part in text.split():
        who, _, does = part.partition("=")
        if not office.has(who):
            raise BadValueError("value", f'nobody has the id "{who}"')
        if who in found:
            raise BadValueError("value", f"{who} answers twice")
        found[who] = _answer(does)
    return found


@lru_cache(maxsize=1024)
def _answer(text: str) -> Answer:
    """Remembered, because the same few answers are given again and again."""
    does, plus, after = text.partition("+")
    if does not in ANSWERS or (does == Does.SILENT and plus):
        raise BadValueError("value", f'"{text}" is no answer; there are claim, claim+45s, decline, silent')
    if not plus:
        return Answer(Does(does))
    try:
        return Answer(Does(does), parse_duration(after, zero=True))
    except ValueError as error:
        raise BadValueError("value", str(error)) from None


def outcome(text: str) -> tuple[Outcome, int | None]:
    """`won`, `won:12000`, `lost`, `bad`; the amount comes back in hundredths."""
    name, colon, sum_ = text.partition(":")
    if name not in set(Outcome) or (colon and name != Outcome.WON):
        raise BadValueError("value", f'"{text}" is no outcome; there are won, won:12000, lost, bad')
    return Outcome(name), amount("value", sum_) if colon else None


def amount(field: str, text: str) -> int:
    """A sum of money such as `12000` or `99.90`, in hundredths."""
    found = re.fullmatch(r"(\d{1,13})(?:[.,](\d{1,2}))?", text.strip(), re.ASCII)
    if not found:
        raise BadValueError(field, f'"{text}" is not a sum of money; write it like 12000 or 99.90')
    whole, part = found.groups()
    return int(whole) * 100 + int((part or "0").ljust(2, "0"))
