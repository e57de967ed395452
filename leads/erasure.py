"""When a client's data are to go."""

from __future__ import annotations

from calendar import monthrange
from datetime import datetime, tzinfo
from enum import StrEnum


class Cause(StrEnum):
    """Why a client's data were erased."""

    WISH = "wish"  # he asked for it
    RETENTION = "retention"  # the office keeps nothing longer


def months_before(now: datetime, months: int, zone: tzinfo) -> datetime:
    """The same hour so many calendar months ago on the wall of this zone; the month's last day where it is shorter."""
    wall = now.astimezone(zone)
    year, month = divmod(wall.year * 12 + wall.month - 1 - months, 12)
    day = min(wall.day, monthrange(year, month + 1)[1])
    return wall.replace(year=year, month=month + 1, day=day)
