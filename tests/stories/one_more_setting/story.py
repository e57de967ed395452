"""What the house makes of settings once they are declared. Run in a copy of the house by `test_one_more`."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from bot.commands.loading import words
from files.office_file import OfficeFileError, dump_office, parse_office, set_up
from files.office_file.plan import planned
from leads.office import SETTINGS, Office
from storage.office_codec import office_from, office_settings
from storage.offices import read_office
from tests.any_office import offices
from tests.offices import OFFICE, varied
from tests.stories.desk import office

SAID = varied(OFFICE, tea_after="3h", biscuits=5, segments={"tatarstan": {"biscuits": 7}})


def told(text: str) -> Office:
    return parse_office(text, "office.toml")


def values(office: Office) -> tuple[object, object, object]:
    policies = office.policy, office.segment("tatarstan").policy
    return getattr(office, "tea_after"), *(getattr(policy, "biscuits") for policy in policies)  # noqa: B009 - of the copy only


def test_a_file_says_them_or_leaves_them_to_their_defaults() -> None:
    assert values(told(SAID)) == (timedelta(hours=3), 5, 7)
    assert values(told(OFFICE)) == (timedelta(hours=2), 3, 3)


def test_a_file_that_says_nonsense_is_told_the_line() -> None:
    wrong = varied(SAID, tea_after="soon", biscuits=0)
    with pytest.raises(OfficeFileError) as refused:
        told(wrong)
    line = wrong.split("\n").index("biscuits = 0") + 1
    assert f"office.toml:{line}: office.biscuits: must be at least 1" in str(refused.value)
    assert f"office.toml:{line - 1}: office.tea_after: 'soon' is not a length of time" in str(refused.value)


def test_a_dump_says_them_and_is_read_as_the_same_office() -> None:
    assert 'tea_after = "3h"' in dump_office(told(SAID))
    assert told(dump_office(told(SAID))) == told(SAID)


@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(offices())
def test_any_office_comes_back_with_them_from_its_dump_and_from_what_is_stored(office: Office) -> None:
    assert told(dump_office(office)) == office
    back = office_from(office.name, json.loads(json.dumps(office_settings(office))))
    assert (getattr(back, "tea_after"), back.policy) == (getattr(office, "tea_after"), office.policy)  # noqa: B009


async def test_the_database_keeps_them(tmp_path: Path) -> None:
    async with office(tmp_path, SAID) as desk, desk.database.reading() as store:
        assert values(read_office(store)) == (timedelta(hours=3), 5, 7)


def test_what_a_file_would_change_of_them_is_said() -> None:
    before, after = set_up(told(OFFICE)), set_up(told(SAID))
    lines = [words(line) for line in planned(1, before, after, before).lines]
    assert "office: tea_after 2h -> 3h" in lines
    assert "segment tatarstan (Татарстан): biscuits not set -> 7" in lines


def test_whoever_lists_settings_finds_them() -> None:
    [tea] = [setting for setting in SETTINGS if setting.name == "tea_after"]
    assert (tea.text, tea.group, tea.kind.takes) == ("setting-tea_after", "duty", "`1s`–`3660d`")
