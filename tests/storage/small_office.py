"""A small office with something of everything: roles, hours, two segments, a roster."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from leads.hours import Hours
from leads.office import Match, Office, Person, Policy, Presence, Role, Segment, Shift, ShiftKind
from leads.wall_clock import parse_weekly

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # a Monday, noon in Moscow
PHONE = "+78432000001"


def no_holidays(_: date) -> bool:
    return False


def small_office() -> Office:
    brisk = Policy(ack_timeout=timedelta(seconds=90, milliseconds=500), offers=2)
    return Office(
        name="Окна Казань",
        timezone=ZoneInfo("Europe/Moscow"),
        hours=Hours((parse_weekly("mon-fri 09:00-18:00"), parse_weekly("sat 10:00-15:00")), "RU"),
        presence=Presence.HOURS,
        policy=Policy(),
        free_reasons=frozenset({"conflict", "wrong_segment"}),
        summary_at=time(18, 45),
        outcome_reminders=(timedelta(hours=1), timedelta(days=7)),
        people=(
            Person("olga", "Ольга", (Role.SECRETARY,), 1000),
            Person("petrov", "Пётр Петров", (Role.MANAGER,), 1001, weight=1.5, capacity=5),
            Person("sidorova", "Анна Сидорова", (Role.MANAGER, Role.HEAD), 1002, locale="en"),
            Person("ivanov", "Иван Иванов", (Role.MANAGER,), 1003),
            Person("director", "Директор", (Role.DIRECTOR, Role.ADMIN)),
        ),
        segments=(
            Segment(
                "kazan",
                "Казань и Татарстан",
                scheme="queue",
                members=("sidorova", "petrov"),
                match=Match(region=("Татарстан",), known_client=False),
                policy=brisk,
                overrides=frozenset({"ack_timeout", "offers"}),
                wrap_up=timedelta(seconds=30),
            ),
            Segment("rest", "Остальные", members=("petrov", "sidorova", "ivanov")),
        ),
        shifts=(
            Shift("kazan", "petrov", weekly=parse_weekly("mon 09:00-18:00")),
            Shift(
                "kazan",
                "sidorova",
                start=datetime(2026, 11, 24, 9, 0),  # noqa: DTZ001 - by the clock on the office's wall
                end=datetime(2026, 11, 24, 18, 0),  # noqa: DTZ001
                kind=ShiftKind.REPLACE,
                instead_of="petrov",
            ),
        ),
    )
