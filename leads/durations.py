"""Lengths of time as people write them: `5m`, `1h30m`, `21d`."""

from __future__ import annotations

import re
from datetime import timedelta

UNITS = {"w": 604_800, "d": 86_400, "h": 3_600, "m": 60, "s": 1}  # in seconds
LONGEST = timedelta(days=3660)  # ten years; what is added to a date must stay a date
HOURS_UP_TO = 100  # below it `40h` is shorter than `1d16h`

_WRITTEN = re.compile("".join(rf"(?:(?P<{unit}>\d{{1,9}}){unit})?" for unit in UNITS), re.ASCII)


def parse_duration(text: str, *, zero: bool = False) -> timedelta:
    """Reads whole numbers of w, d, h, m, s, the longest unit first; at least 1 s unless `zero`.

    Raises ValueError with a plain sentence.
    """
    match = _WRITTEN.fullmatch(text)
    if match is None or not text:
        raise ValueError(f'{text!r} is not a length of time; write it like "30s", "5m", "1h30m" or "7d"')
    seconds = sum(int(number or 0) * UNITS[unit] for unit, number in match.groupdict().items())
    if not seconds and not zero:
        raise ValueError(f"{text!r} is too short; at least 1s")
    if seconds > LONGEST.total_seconds():
        raise ValueError(f"{text!r} is too long; at most {LONGEST.days}d")
    return timedelta(seconds=seconds)


def format_duration(length: timedelta) -> str:
    """Returns the shortest text that `parse_duration` reads as the same; in days, not weeks. Whole seconds only."""
    if length < timedelta(0) or length.microseconds:
        raise ValueError(f"{length} is not a whole number of seconds from zero up")
    parts, rest = [], int(length.total_seconds())
    by_hours = rest < HOURS_UP_TO * UNITS["h"] and rest % UNITS["d"]
    for unit in "hms" if by_hours else "dhms":
        number, rest = divmod(rest, UNITS[unit])
        if number:
            parts.append(f"{number}{unit}")
    return "".join(parts) or "0s"
