"""Nobody is rung for more than he can answer: the rest wait their turn, the oldest first."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.people import Person
from tests.stories.words import CLAIM, DECLINE

EIGHT = datetime(2026, 11, 23, 5, 0, tzinfo=UTC)  # in Moscow
CAPACITY = varied(OFFICE, people={"petrov": {"capacity": 3}})
ONE = varied(OFFICE, offers_at_once=1)
ALONE = varied(OFFICE, segments={"tatarstan": {"members": ["petrov"]}})


def asked(desk: Desk) -> dict[str, list[str]]:
    """The leads that each of the two has to answer."""
    return {name: numbers(person) for name, person in (("petrov", desk.petrov), ("sidorova", desk.sidorova))}


def numbers(person: Person) -> list[str]:
    shown = [m.text.split("№")[1].split()[0] for m in person.messages() if m.button(CLAIM)]
    return sorted(shown, key=int)


async def test_of_twelve_leads_at_the_opening_each_has_two_and_then_the_next(tmp_path: Path) -> None:
    async with office(tmp_path, OFFICE, EIGHT) as desk:
        for _ in range(12):
            await desk.lead()
        await desk.passes(hours=1)
        assert asked(desk) == {"petrov": ["1", "3"], "sidorova": ["2", "4"]}
        assert "отвечают на другие лиды" in desk.anna.card("№5").text
        assert not desk.smirnov.has(CLAIM)
        await desk.sidorova.taps(CLAIM, on="№2")
        assert asked(desk)["sidorova"] == ["4", "5"], "the oldest"
        await desk.restarts()
        await desk.petrov.taps(DECLINE, on="№1")
        assert asked(desk)["petrov"] == ["3", "6"]
        for _ in range(20):
            for person in (desk.petrov, desk.sidorova):
                assert len(numbers(person)) <= 2
                if found := numbers(person):
                    await person.taps(CLAIM, on=f"№{found[0]}")
        assert all("взят" in desk.anna.card(f"№{number}").text.lower() for number in range(1, 13))


async def test_why_tells_who_was_left_out_because_he_had_others_to_answer(desk: Desk) -> None:
    await desk.sidorova.sends("/off")
    await desk.lead()
    await desk.lead()
    await desk.sidorova.sends("/on")
    await desk.lead()
    assert asked(desk)["sidorova"] == ["3"]
    await desk.petrov.sends("/why 3")
    assert "ждали ответа другие лиды" in desk.petrov.card("Почему №3").text


async def test_one_at_a_time_where_the_office_says_so_and_changes_at_once(tmp_path: Path) -> None:
    async with office(tmp_path, ONE) as desk:
        for _ in range(5):
            await desk.lead()
        assert asked(desk) == {"petrov": ["1"], "sidorova": ["2"]}
        await desk.set_up(OFFICE)
        assert asked(desk) == {"petrov": ["1", "3"], "sidorova": ["2", "4"]}


async def test_a_lapse_lets_the_next_one_ring_and_whoever_comes_is_asked(tmp_path: Path) -> None:
    async with office(tmp_path, OFFICE) as desk:
        await desk.sidorova.sends("/off")
        for _ in range(3):
            await desk.lead()
        assert numbers(desk.petrov) == ["1", "2"]
        await desk.sidorova.sends("/on")
        assert numbers(desk.sidorova) == ["3"], "she is free"


async def test_with_a_capacity_the_smaller_number_counts(tmp_path: Path) -> None:
    async with office(tmp_path, varied(CAPACITY, segments={"tatarstan": {"members": ["petrov"]}})) as desk:
        for _ in range(5):
            await desk.lead()
        assert numbers(desk.petrov) == ["1", "2"]
        for number in (1, 2, 3):
            await desk.petrov.taps(CLAIM, on=f"№{number}")
        assert numbers(desk.petrov) == [] and desk.smirnov.has(CLAIM), "he is full: nobody is there"


async def test_at_closing_everything_waits_for_the_morning_and_nobody_has_paid(tmp_path: Path) -> None:
    start = datetime(2026, 11, 23, 14, 56, tzinfo=UTC)
    async with office(tmp_path, ALONE, start) as desk:
        for _ in range(4):
            await desk.lead()
        await desk.passes(minutes=10)
        assert numbers(desk.petrov) == []
        await desk.passes(hours=14, minutes=55)
        assert numbers(desk.petrov) == ["1", "2"]
