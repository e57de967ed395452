"""The small office with something of everything that a row can hold, and noon of its Monday."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from files.office_file import parse_office
from leads.office import Office
from tests.offices import OFFICE, on_duty, varied

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)  # noon in Moscow
PHONE = "+78432000001"
REPLACES = {
    "segment": "tatarstan",
    "who": "sidorova",
    "from": datetime(2026, 11, 24, 9, 0),  # noqa: DTZ001 - by the clock on the office's wall
    "to": datetime(2026, 11, 24, 18, 0),  # noqa: DTZ001
    "kind": "replace",
    "instead_of": "petrov",
}
STORED = varied(
    OFFICE,
    hours={"mon-fri": "09:00-18:00", "sat": "10:00-15:00", "holidays": "RU"},
    outcome_reminders=["1h", "7d"],
    people={
        "petrov": {"weight": 1.5, "capacity": 5},
        "sidorova": {"roles": ["manager", "head"], "locale": "en"},
        "smirnov": None,
        "orlova": {"roles": ["director", "admin"], "telegram_id": None},
    },
    segments={
        "tatarstan": {
            "match": {"region": ["Татарстан"], "known_client": False},
            "members": ["sidorova", "petrov"],
            "wrap_up": "30s",
            "ack_timeout": "90s",
            "offers": 3,
        }
    },
    shifts=[on_duty("petrov", "mon 09:00-18:00", "tatarstan"), REPLACES],
)


def stored_office() -> Office:
    """Not even half a second gets lost, though no office file can say it."""
    office = parse_office(STORED, "office.toml")
    tatarstan, rest = office.segments
    patience = tatarstan.policy.ack_timeout + timedelta(milliseconds=500)
    policy = replace(tatarstan.policy, ack_timeout=patience)
    return replace(office, segments=(replace(tatarstan, policy=policy), rest))
