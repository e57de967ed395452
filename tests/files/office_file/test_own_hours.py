"""A person's own hours and rota in the office file: read, refused with a place, written again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Any

import pytest

from files.office_file import OfficeFileError, dump_office, parse_office
from leads.hours import Hours, Rota
from leads.wall_clock import parse_weekly
from tests.offices import OFFICE, varied

TWO_TWO = {"start": date(2026, 12, 1), "on": 2, "off": 2, "hours": ["14:00-21:00", "09:00-13:00"]}


def test_hours_and_rota_are_read_and_written_as_they_were() -> None:
    lunch = {"mon-fri": ["09:00-13:00", "14:00-18:00"], "sat": "10:00-12:00"}
    people: Mapping[str, Mapping[str, Any]] = {
        "petrov": {"hours": lunch},
        "sidorova": {"rota": TWO_TWO},
        "ivanov": {"hours": "always"},
    }
    office = parse_office(varied(OFFICE, people=people), "office.toml")
    spans = ("mon-fri 09:00-13:00", "mon-fri 14:00-18:00", "sat 10:00-12:00")
    assert office.person("petrov").hours == Hours(tuple(map(parse_weekly, spans)))
    rota = Rota(date(2026, 12, 1), 2, 2, ((time(9), time(13)), (time(14), time(21))))
    assert office.person("sidorova").rota == rota and office.schedule_of("sidorova") == rota
    assert office.person("ivanov").hours == Hours.always()
    assert office.schedule_of("smirnov") == office.hours
    written = dump_office(office)
    assert parse_office(written, "again") == office
    assert 'rota = {start = 2026-12-01, on = 2, off = 2, hours = ["09:00-13:00", "14:00-21:00"]}' in written


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('hours = { mon-fry = "09:00-18:00" }', "people[0].hours.mon-fry: 'fry' is not a day of the week"),
        ('hours = { mon = "9-18" }', "people[0].hours.mon: '9' is not a time of day"),
        ("hours = { }", "people[0].hours: names no opening hours"),
        ("hours = 9", 'people[0].hours: must be "always" or a table'),
        (
            'hours = { mon = "09:00-18:00", holidays = "RU" }',
            "people[0].hours.holidays: belongs to the office",
        ),
        (
            'rota = { start = 2026-12-01, on = 0, off = 2, hours = "09:00-21:00" }',
            "people[0].rota.on: must be at least 1",
        ),
        (
            'rota = { start = 2026-12-01, on = 2, of = 2, hours = "09:00-21:00" }',
            'people[0].rota.of: unknown key; did you mean "off"?',
        ),
        ("rota = { start = 2026-12-01, on = 2, off = 2 }", "people[0].rota.hours: is missing"),
        (
            'rota = { start = "1.12", on = 2, off = 2, hours = "09:00-21:00" }',
            "people[0].rota.start: must be a date without quotes",
        ),
        (
            'rota = { start = 2026-12-01T09:00, on = 2, off = 2, hours = "09:00-21:00" }',
            "people[0].rota.start: must be a date without",
        ),
        (
            'rota = { start = 1026-12-01, on = 2, off = 2, hours = "09:00-21:00" }',
            "people[0].rota.start: must be between",
        ),
        (
            'rota = { start = 2026-12-01, on = 2, off = 2, hours = "" }',
            "people[0].rota.hours: '' is not a span of hours",
        ),
        ("rota = true", "people[0].rota: must be a table"),
        (
            'hours = "always"\nrota = { start = 2026-12-01, on = 2, off = 2, hours = "09:00-21:00" }',
            "people[0].rota: stands instead of hours",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_its_line_and_field(line: str, said: str) -> None:
    text = OFFICE.replace('roles = ["secretary"]', f'roles = ["secretary"]\n{line}', 1)
    number = text.split("\n").index(line.rsplit("\n", maxsplit=1)[-1]) + 1
    with pytest.raises(OfficeFileError) as refused:
        parse_office(text, "office.toml")
    assert f"office.toml:{number}: {said}" in str(refused.value)
