"""Somebody's duty as a calendar reads it: iCalendar, RFC 5545. The same duty is the same bytes."""

from __future__ import annotations

from datetime import UTC, timedelta
from hashlib import sha256
from typing import Final

from icalendar import Calendar, Event

from desk.feeds import OwnDuties
from screens.texts import Texts

EVERY: Final = timedelta(hours=1)  # so often a calendar is asked to look again


def duty_calendar(own: OwnDuties, texts: Texts) -> bytes:
    """Returns it as it is sent; times in UTC, so that no calendar needs to know the office's zone."""
    calendar = Calendar()
    calendar.add("prodid", "-//Fairlead//Duty//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", texts.plain("feed-name", office=own.office))
    calendar.add("x-wr-timezone", str(own.timezone))
    calendar.add("refresh-interval", EVERY, parameters={"value": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for duty, segment in own.duties:
        event = Event()
        event.add("uid", f"{_uid(own.link, segment, duty.start.isoformat())}@fairlead")
        event.add("dtstamp", own.made_at.astimezone(UTC))
        event.add("dtstart", duty.start)
        event.add("dtend", duty.end)
        event.add("summary", texts.plain("feed-duty", segment=segment))
        event.add("class", "PRIVATE")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _uid(*said: str) -> str:
    return sha256("\n".join(said).encode()).hexdigest()[:32]
