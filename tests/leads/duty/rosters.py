"""An office with duty rosters, for the tests of slots, swaps and approved weeks."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from leads.hours import Hours
from leads.office import Office, Person, Role, Segment, Shift, ShiftKind
from leads.wall_clock import instant, parse_weekly
from tests.leads.office import MOSCOW

BERLIN = ZoneInfo("Europe/Berlin")

clock = datetime.fromisoformat  # naive, as a clock on the wall shows it


def at(text: str, tz: ZoneInfo = MOSCOW) -> datetime:
    return instant(clock(text), tz)


def weekly(who: str, rule: str) -> Shift:
    return Shift("site", who, weekly=parse_weekly(rule))


def dated(who: str, start: str, end: str, kind: ShiftKind, instead_of: str | None = None) -> Shift:
    return Shift("site", who, start=clock(start), end=clock(end), kind=kind, instead_of=instead_of)


def duty_office(
    *shifts: Shift, tz: ZoneInfo = MOSCOW, members: str = "abc", hours: tuple[str, ...] = ()
) -> Office:
    """Members `a`, `b`, `c` of the segment `site`; `d` is a manager elsewhere."""
    return Office(
        "Office",
        tz,
        hours=Hours(tuple(parse_weekly(rule) for rule in hours)) if hours else Hours.always(),
        people=tuple(Person(who, who.upper(), (Role.MANAGER,)) for who in "abcd"),
        segments=(Segment("site", "Site", "duty", tuple(members)), Segment("rest", "Rest", members=("d",))),
        shifts=shifts,
    )
