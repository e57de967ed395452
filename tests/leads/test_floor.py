"""The office in memory keeps the same ledger of itself as the one with a database (`storage.set_up`)."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from leads.floor import Floor, open_floor
from leads.lead import Lead
from leads.office import Office, Person, Role, Segment

MONDAY = datetime(2026, 11, 23, tzinfo=UTC).date()


@pytest.fixture
def floor() -> Floor:
    people = (
        Person("anna", "Anna", (Role.MANAGER,), 1),
        Person("boris", "Boris", (Role.MANAGER,), 2, weight=2.0),
    )
    segments = (
        Segment("kazan", "Kazan", "manual", ("anna", "boris"), reserve="queue"),
        Segment("rest", "The rest"),
    )
    return open_floor(
        Office("Windows", ZoneInfo("Europe/Moscow"), people=people, segments=segments), lambda _: False
    )


def told(floor: Floor) -> list[tuple[object, ...]]:
    """What the ledger says since it was last looked at."""
    entries = [(entry.kind, *entry.body.values()) for entry in floor.log]
    floor.log.clear()
    return entries


def test_a_new_office_notes_its_weights_its_schemes_what_is_in_reserve_and_its_teams(floor: Floor) -> None:
    assert told(floor) == [
        ("weight_changed", "boris", None, 2.0),
        ("scheme_switched", "kazan", None, "manual", False, None),
        ("reserve_changed", "kazan", None, "queue", None),
        ("member_joined", "kazan", "anna"),
        ("member_joined", "kazan", "boris"),
        ("scheme_switched", "rest", None, "balance", False, None),
    ]


def test_another_scheme_or_reserve_is_noted_with_whoever_chose_it_and_counts_for_every_lead(
    floor: Floor,
) -> None:
    scene = floor.draft(Lead(1, "kazan"))
    told(floor)
    floor.switch("kazan", "balance", by="boris")
    floor.set_reserve("kazan", None)
    assert told(floor) == [
        ("scheme_switched", "kazan", "manual", "balance", False, "boris"),
        ("reserve_changed", "kazan", "queue", None, None),
    ]
    assert (scene.segment.scheme, scene.segment.reserve) == ("balance", None)


def test_what_is_the_same_is_no_change(floor: Floor) -> None:
    told(floor)
    floor.switch("kazan", "manual")
    floor.set_reserve("kazan", "queue")
    assert told(floor) == []


def test_a_lead_from_before_the_first_draw_knows_the_weeks_that_are_drawn_later(floor: Floor) -> None:
    scene = floor.draft(Lead(1, "kazan"))
    floor.draws.setdefault("kazan", {})[MONDAY] = ("boris", "anna")
    assert scene.draws == {MONDAY: ("boris", "anna")}
