"""What an office file may hold, and can never match: said by line, and refused by nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from files.office_file import doubts, parse_office

REPOSITORY = Path(__file__).parents[3]
OFFICE = """
[office]
name = "A"
timezone = "Europe/Moscow"

[[people]]
id = "ann"
name = "Ann"
roles = ["manager"]

[[sources]]
id = "avito"
name = "Авито"
kind = "hand"

[[segments]]
id = "first"
name = "First"
match = { MATCH }
members = ["ann"]

[[segments]]
id = "second"
name = "Second"
match = { THEN }
members = ["ann"]

[[segments]]
id = "rest"
name = "Rest"
members = ["ann"]
"""


def said(match: str = 'keywords = ["a"]', then: str = 'keywords = ["b"]', text: str = OFFICE) -> list[str]:
    office = text.replace("MATCH", match).replace("THEN", then)
    return [str(doubt) for doubt in doubts(parse_office(office, "o.toml"), office, "o.toml")]


def test_a_sound_office_raises_no_doubt() -> None:
    assert said('region = ["Татарстан"], source = ["avito"], language = ["tt"]') == []


@pytest.mark.parametrize(
    "name", ["РТ", "Казань", "Республика Татарстан", "Зеленодольский район", "Kazan", "Питер"]
)
def test_any_name_of_a_place_is_known(name: str) -> None:
    assert said(f'region = ["{name}"]') == []


@pytest.mark.parametrize(
    ("match", "doubt"),
    [
        (
            'region = ["Тотарстан"]',
            'region: no place is called "Тотарстан"; did you mean "Татарстан"? It is compared as text',
        ),
        (
            'source = ["avitto"]',
            'source: no source has the id "avitto"; did you mean "avito"? Only leads of a file that say so match',
        ),
        (
            'source = ["Авито"]',
            'source: no source has the id "Авито"; its id is "avito". Only leads of a file that say so match',
        ),
        ('language = ["kk"]', 'language: "kk" is never told of a text; there are en, ru, tt'),
    ],
)
def test_a_word_that_nothing_can_bring_is_named_with_its_line(match: str, doubt: str) -> None:
    assert said(match) == [f"o.toml:19: segments[0].match: {doubt}"]


@pytest.mark.parametrize(
    ("first", "then", "is_behind"),
    [
        ('region = ["Татарстан"]', 'region = ["Казань"]', True),
        ('region = ["Татарстан"]', 'region = ["РТ"], keywords = ["окна"]', True),
        ('region = ["Казань"]', 'region = ["Татарстан"]', False),
        ('keywords = ["окн"]', 'keywords = ["окна", "ОКНО"]', True),
        ('keywords = ["окна"]', 'keywords = ["окн"]', False),
        ('keywords = ["окн"]', 'keywords = ["окна", "дверь"]', False),
        ('source = ["avito"]', 'source = ["avito"], known_client = true', True),
        ("known_client = true", "known_client = true", True),
        ("known_client = true", "known_client = false", False),
        ('language = ["tt", "ru"]', 'language = ["tt"]', True),
        ('language = ["tt"]', 'language = ["tt", "ru"]', False),
        ('region = ["Татарстан"]', 'keywords = ["окна"]', False),
    ],
)
def test_a_segment_behind_one_that_takes_all_it_would_never_matches(
    first: str, then: str, is_behind: bool
) -> None:
    behind = (
        'o.toml:25: segments[1].match: never matches: "first" stands before it and takes all that it would'
    )
    assert (behind in said(first, then)) is is_behind


def test_a_segment_without_members_is_named_and_a_source_that_brings_leads_is_not() -> None:
    office = OFFICE.replace('kind = "hand"', 'kind = "tilda"').replace('\nmembers = ["ann"]\n', "\n", 1)
    assert said(text=office) == [
        "o.toml:16: segments[0].members: nobody: its leads go up the ladder at once",
    ]


@pytest.mark.parametrize("file", ["office.example.toml", "bot/demo/office.toml", "bot/demo/office_en.toml"])
def test_the_offices_that_we_ship_raise_no_doubt(file: str) -> None:
    text = (REPOSITORY / file).read_text("utf-8")
    assert doubts(parse_office(text, file), text, file) == []
