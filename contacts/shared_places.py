"""The time zone of a place that somebody has shared, by the borders that `tzfpy` knows."""

from __future__ import annotations

from zoneinfo import available_timezones


def zone_at(latitude: float, longitude: float) -> str | None:
    """Returns the name of the zone, `Asia/Omsk`; None on the open sea, where nobody has an office."""
    from tzfpy import get_tz  # twenty megabytes, for one question in the life of an office

    name: str = get_tz(longitude, latitude)
    return name if name in available_timezones() and not name.startswith("Etc/") else None
