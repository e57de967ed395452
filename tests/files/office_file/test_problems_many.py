"""Problems of an office file that lie between its parts, or come in numbers."""

from typing import Any

import pytest
import tomlkit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.files.office_file.whole import WHOLE, edited, problems


def test_an_id_that_is_no_id_is_a_problem_also_where_others_refer_to_it() -> None:
    text = WHOLE.replace('"petrov"', '"Пётр"')
    assert "office.toml:22: people[0].id: must be 1 to 32 of the characters a-z, 0-9, - and _" in problems(
        text
    )


@pytest.mark.parametrize(
    ("again", "problem"),
    [
        ('[[people]]\nid = "petrov"', '66: people[2].id: "petrov" is taken already'),
        ('[[segments]]\nid = "kazan"', '66: segments[2].id: "kazan" is taken already'),
    ],
)
def test_an_id_that_another_has_is_a_problem_where_it_comes_again(again: str, problem: str) -> None:
    assert f"office.toml:{problem}" in problems(f"{WHOLE}\n{again}\n")


def test_a_segment_without_match_hides_those_behind_it() -> None:
    match = next(line for line in WHOLE.splitlines() if line.startswith("match"))
    [problem] = problems(edited(match + "\n", ""))
    assert problem == (
        "office.toml:35: segments[0].match: only the last segment may match everything; the later ones get nothing"
    )


def test_a_shift_for_strangers_names_both_of_them() -> None:
    text = edited('segment = "rest"\nwho = "petrov"', 'segment = "rst"\nwho = "petrow"')
    assert problems(text) == [
        'office.toml:53: shifts[0].segment: no segment has the id "rst"; did you mean "rest"?',
        'office.toml:54: shifts[0].who: nobody has the id "petrow"; did you mean "petrov"?',
    ]


@pytest.mark.parametrize("scheme", ["manual", "balance"])
def test_a_segment_may_wait_for_its_first_members(scheme: str) -> None:
    rest = f'[[segments]]\nid = "all"\nname = "All"\nscheme = "{scheme}"'
    assert problems(f'[office]\nname = "A"\ntimezone = "UTC"\n{rest}') == []


def test_the_last_segment_may_have_a_match() -> None:
    assert problems(edited('id = "rest"', 'id = "rest"\nmatch = { source = ["site"] }')) == []


MANY = """[office]
name = "A"
timezone = "Mars/Olympus"
hours = {}
note = \"\"\"
[[people]]
weight = 1
\"\"\"

[[people]]
id = "anna"  # [[people]]
name = "A"
roles = [
  "manger",
]

[[people]]
name = "B"
roles = ["head"]
weight = -1

[[segments]]
id = "a"
name = "A"
members = [
    "anna",
    "bob",
]
[segments.match]
region = [1]
"""


def test_all_problems_come_at_once_in_the_order_of_the_lines() -> None:
    assert problems(MANY) == [
        "office.toml:3: office.timezone: unknown time zone 'Mars/Olympus'",
        "office.toml:4: office.hours: names no opening hours",
        "office.toml:5: office.note: unknown key",
        "office.toml:13: people[0].roles[0]: must be 'secretary', 'manager', 'head', 'director' or 'admin'",
        "office.toml:17: people[1].id: is missing",
        "office.toml:20: people[1].weight: must be above zero",
        'office.toml:25: segments[0].members: nobody has the id "bob"',
        "office.toml:30: segments[0].match.region[0]: must be text in quotes",
    ]


def test_a_key_inside_a_value_of_several_lines_is_not_mistaken_for_the_tables_own() -> None:
    text = """[office]
timezone = "UTC"
hours = {
    mon = "09:00-18:00",
    name = "09:00-18:00",
}
name = " "
"""
    assert problems(text) == [
        "office.toml:3: office.hours.name: 'name' is not a day of the week; use mon, tue, wed, thu, fri, sat, sun",
        "office.toml:7: office.name: must not be blank",
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "office.toml:1: office: is missing"),
        ("office = 3", "office.toml:1: office: must be a table"),
        ("\n[[office]]", "office.toml:2: office: must be a table"),
    ],
)
def test_a_file_that_is_no_office_at_all_is_refused_plainly(text: str, problem: str) -> None:
    assert problems(text) == [problem]


def test_a_key_written_twice_is_a_problem() -> None:
    [problem] = problems('[office]\nhours = { mon = "09:00-18:00", mon = "09:00-18:00" }')
    assert problem == 'office.toml:1: is not TOML: Key "mon" already exists.'


def places(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for key, inner in items for place in places(inner, (*path, key)))]


JUNK = st.one_of(
    st.integers(),
    st.floats(),
    st.booleans(),
    st.text(max_size=5),
    st.datetimes(),
    st.just([]),
    st.just([1, "a", []]),
    st.just({}),
    st.just({"id": "x", "mon-": [3]}),
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.data())
def test_whatever_stands_somewhere_is_taken_or_is_a_problem_but_never_breaks_the_reader(
    data: st.DataObject,
) -> None:
    document: Any = tomlkit.parse(WHOLE).unwrap()
    *way, last = data.draw(st.sampled_from(places(document)[1:]))
    target = document
    for step in way:
        target = target[step]
    target[last] = data.draw(JUNK)
    for problem in problems(tomlkit.dumps(document)):
        assert problem.startswith("office.toml:")
