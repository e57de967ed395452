"""Random offices by every scheme that asks somebody, with every reserve, and random days in them as recorded events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from contacts.territories import whereabouts
from files.office_file.checks import RESERVES
from leads.hours import Hours
from leads.lead import Outcome
from leads.office import (
    LadderStep,
    Match,
    Office,
    OwnerRule,
    Person,
    Policy,
    Presence,
    Role,
    Segment,
    Shift,
    ShiftKind,
)
from leads.schemes import SCHEMES
from leads.schemes.base import Read
from leads.wall_clock import instant, parse_weekly
from reports.replay import events
from reports.replay.events import Answer, Does, Event

MOSCOW = ZoneInfo("Europe/Moscow")
MORNING = datetime(2026, 11, 23, 6, 0, tzinfo=ZoneInfo("UTC"))  # a Monday, nine in Moscow
LAST = MORNING + timedelta(days=3, hours=6)  # nothing new happens on the Friday, when the next week is drawn
TEAM = ("a", "b", "c", "d")
KAZAN, MOBILE = "+78432000000", "+79170000000"
TEXTS = ("", "окна", "двери", "тәрәзә", "doors")
# 5 minutes are an offer's time, 10 a step's, 15 the pause between two looks: much happens at the same moment
PAUSES = st.sampled_from(
    [timedelta(minutes=m) for m in (0, 0, 1, 5, 10, 15, 45, 300, 535)]
    + [timedelta(seconds=1), timedelta(seconds=30)]
)
DELAYS = st.sampled_from([timedelta(minutes=m) for m in (0, 0, 1, 5, 6, 10)] + [timedelta(seconds=30)])
WEIGHTS = st.sampled_from([1.0, 0.5, 2.0, 0.333])
ANY_RESERVE = st.sampled_from([None, *RESERVES])


@dataclass(frozen=True, slots=True)
class Switched(Event):
    """Another scheme for a segment, or another reserve: by the head's tap, or by the office file. No row of a CSV."""

    segment: str
    scheme: str
    reserve: str | None
    by: str | None


OFFERED = tuple(name for name, scheme in SCHEMES.items() if not scheme.asked_for)
"""The schemes by which somebody is asked; who asks by themselves does so in tests/stories/test_pull.py."""


@dataclass(frozen=True, slots=True)
class Past:
    office: Office
    events: tuple[Event, ...]


def compared(past_examples: int) -> settings:
    """So many pasts are lived; to live one takes a while."""
    quiet = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
    return settings(max_examples=past_examples, deadline=None, suppress_health_check=quiet)


@st.composite
def pasts(draw: st.DrawFn, schemes: tuple[str, ...] = OFFERED) -> Past:
    office = draw(offices(schemes))
    day = _Day(draw, office)
    if office.presence is Presence.CHECK_IN:
        day.begins()
    for _ in range(draw(st.integers(3, 14))):
        day.goes_on()
    return Past(office, tuple(day.events))


@st.composite
def offices(draw: st.DrawFn, schemes: tuple[str, ...]) -> Office:
    """Four managers, a head who may sell too, perhaps a director, two segments that share the team."""
    managers = [
        Person(who, who, (Role.MANAGER,), 101 + n, draw(WEIGHTS), draw(st.sampled_from([None, None, 1, 2])))
        for n, who in enumerate(TEAM)
    ]
    head = Person("smirnov", "smirnov", draw(st.sampled_from([(Role.HEAD,), (Role.HEAD, Role.MANAGER)])), 201)
    director = [Person("orlova", "orlova", (Role.DIRECTOR,), 301)] if draw(st.booleans()) else []
    hours = draw(st.sampled_from(["mon-fri 09:00-18:00", "mon-sun 00:00-24:00"]))
    return Office(
        "Random",
        MOSCOW,
        hours=Hours((parse_weekly(hours),)),
        presence=draw(st.sampled_from(list(Presence))),
        decline_costs_turn=draw(st.booleans()),
        pause_after_lapses=draw(st.sampled_from([0, 1, 2])),
        first_contact=timedelta(0),  # off: no replay goes on to what a holder is reminded of
        offers_at_once=draw(st.sampled_from([1, 2, 5])),
        owner_wait=draw(st.sampled_from([timedelta(hours=2), timedelta(days=1)])),
        outcome_reminders=(timedelta(hours=1),),
        people=(Person("anna", "anna", (Role.SECRETARY,), 1), *managers, head, *director),
        segments=(draw(segments("x", schemes)), draw(segments("y", schemes))),
        shifts=draw(st.sampled_from([(), SHIFTS])),
    )


SHIFTS = (
    *(Shift(segment, who, parse_weekly("mon-sun 08:00-20:00")) for segment in "xy" for who in "ab"),
    Shift(
        "x",
        "c",
        start=datetime(2026, 11, 23, 10),  # noqa: DTZ001 - by the clock on the office's wall
        end=datetime(2026, 11, 23, 12),  # noqa: DTZ001
        kind=ShiftKind.REPLACE,
        instead_of="b",
    ),
)


@st.composite
def segments(draw: st.DrawFn, id: str, schemes: tuple[str, ...]) -> Segment:
    """`y` takes everything that `x` does not match."""
    scheme = draw(st.sampled_from(schemes))
    steps = draw(st.sets(st.sampled_from(list(LadderStep)), min_size=1))
    matches = [
        Match(region=("Татарстан",)),
        Match(known_client=True),
        Match(keywords=("двер",), language=("ru",)),
    ]
    return Segment(
        id,
        id,
        scheme,
        tuple(draw(st.lists(st.sampled_from([*TEAM, "smirnov"]), unique=True, min_size=2, max_size=4))),
        match=draw(st.sampled_from(matches)) if id == "x" else None,
        policy=Policy(
            offers=draw(st.sampled_from([3, 2, 1, 0])),
            ladder=tuple(step for step in LadderStep if step in steps),
            owner=draw(st.sampled_from(list(OwnerRule))),
        ),
        overrides=frozenset({"offers", "ladder", "owner"}),
        wrap_up=draw(st.sampled_from([timedelta(0), timedelta(seconds=30), timedelta(minutes=10)])),
        floor=draw(st.sampled_from([0.0, 0.5, 1.0])),
        min_sample=draw(st.integers(0, 2)),
        reserve=draw(ANY_RESERVE),
    )


class _Day:
    """One event after another, each possible after those before it."""

    def __init__(self, draw: st.DrawFn, office: Office) -> None:
        self._draw = draw
        self._office = office
        self._managers = [p.id for p in office.with_role(Role.MANAGER)]
        self._everybody = [p.id for p in office.people if Role.SECRETARY not in p.roles]
        self._members = {s.id: list(s.members) for s in office.segments}
        self._now = MORNING
        self._leads: list[str] = []
        self.events: list[Event] = []

    def begins(self) -> None:
        """Most people come to work."""
        late = self._draw(st.sets(st.sampled_from(self._managers), max_size=2))
        self.events += [events.CheckedIn(self._now, who) for who in self._managers if who not in late]

    def goes_on(self) -> None:
        self._now = min(self._now + self._draw(PAUSES), LAST)
        kinds = [
            self._lead,
            self._lead,
            self._lead,
            self._on,
            self._off,
            self._leave,
            self._team,
            self._weigh,
            self._switch,
        ]
        kinds += [self._assign, self._outcome, self._outcome] if self._leads else []
        self.events.append(self._draw(st.sampled_from(kinds))())

    def _one_of(self, several: list[str]) -> str:
        return self._draw(st.sampled_from(several))

    def _lead(self) -> Event:
        self._leads.append(f"L{len(self._leads) + 1}")
        phone, text = self._draw(st.sampled_from([None, KAZAN, MOBILE])), self._draw(st.sampled_from(TEXTS))
        return events.HandedOver(
            self._now,
            self._leads[-1],
            segment=self._draw(st.sampled_from([None, "x", "y"])),
            phone=phone,
            where=whereabouts(text, phone, "ru"),
            text=text,
            picked=self._draw(st.sampled_from([None, *self._managers])),
            answers=self._draw(st.dictionaries(st.sampled_from(self._everybody), ANSWERS)),
        )

    def _on(self) -> Event:
        return events.CheckedIn(self._now, self._one_of(self._managers))

    def _off(self) -> Event:
        return events.CheckedOut(self._now, self._one_of(self._managers))

    def _leave(self) -> Event:
        """Until a midnight: what `/off` understands."""
        today = self._now.astimezone(MOSCOW).replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
        back = instant(today + timedelta(days=self._draw(st.integers(1, 2))), MOSCOW)
        return events.WentOnLeave(self._now, self._one_of(self._managers), back)

    def _team(self) -> Event:
        """Somebody joins or quits."""
        segment = self._one_of(["x", "y"])
        who, members = self._one_of(list(TEAM)), self._members[segment]
        if who in members:
            members.remove(who)
            return events.Quit(self._now, who, segment)
        members.append(who)
        return events.Joined(self._now, who, segment, self._draw(st.sampled_from([None, 3.0])))

    def _weigh(self) -> Event:
        return events.Weighed(self._now, self._one_of(list(TEAM)), self._draw(WEIGHTS))

    def _switch(self) -> Event:
        """Only a segment that began with the lottery comes back to it: another has this week drawn a quarter of an
        hour later by the desk, and never by a replay, which draws when the week begins."""
        segment = self._one_of(["x", "y"])
        began_with = self._office.segment(segment).scheme
        schemes = [name for name in OFFERED if name == began_with or Read.DRAW not in SCHEMES[name].reads]
        by = self._draw(st.sampled_from([None, "smirnov"]))
        reserve = self._draw(st.sampled_from([None, "balance"]) if by else ANY_RESERVE)
        return Switched(self._now, segment, self._one_of(schemes), reserve, by)

    def _assign(self) -> Event:
        return events.Assigned(self._now, self._one_of(self._leads), self._one_of(self._managers))

    def _outcome(self) -> Event:
        outcome = self._draw(st.sampled_from(list(Outcome)))
        amount = self._draw(st.sampled_from([None, 1200050])) if outcome is Outcome.WON else None
        return events.Ended(self._now, self._one_of(self._leads), outcome, amount)


ANSWERS = st.builds(
    lambda does, after: Answer(does, timedelta(0) if does is Does.SILENT else after),
    st.sampled_from([Does.CLAIM, Does.CLAIM, Does.DECLINE, Does.DECLINE, Does.SILENT, Does.SILENT]),
    DELAYS,
)
