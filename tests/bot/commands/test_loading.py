"""Between two set-ups every difference has a line, whatever key it stands under, and equal ones have none."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import HealthCheck, given, settings

from bot.commands.loading import words
from files.office_file import parse_office, set_up
from files.office_file.changes import ORDER, Change, at, changes
from files.office_file.plan import planned
from files.office_file.tables import OfficeFile, OfficeTable
from leads.office import Office
from tests.any_office import offices
from tests.files.office_file.whole import WHOLE

slow = settings(max_examples=30, suppress_health_check=list(HealthCheck), deadline=None)
PEOPLE: list[dict[str, Any]] = [{"id": "petrov", "name": "Пётр"}, {"id": "kim", "name": "Ким"}]


def as_stored(office: Office) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(set_up(office), default=str))
    return found


@slow
@given(offices())
def test_an_office_differs_from_itself_in_nothing(office: Office) -> None:
    assert list(changes(as_stored(office), as_stored(office))) == []


@slow
@given(offices(), offices())
def test_every_change_says_what_stands_on_either_side(before: Office, after: Office) -> None:
    old, new = as_stored(before), as_stored(after)
    found = list(changes(old, new))
    assert bool(found) == (old != new)
    for change in found:
        if change.path[-1] != ORDER:
            assert (at(old, change.path), at(new, change.path)) == (change.before, change.after)


@slow
@given(offices(), offices())
def test_what_the_last_file_left_asks_for_nobody_but_the_dismissed(before: Office, after: Office) -> None:
    old, new = as_stored(before), as_stored(after)
    plan = planned(1, old, new, old)
    gone = {p["id"] for p in old["people"]} - {p["id"] for p in new["people"]}
    assert len(plan.asks) == len(gone) and all("takes somebody away" in words(line) for line in plan.asks)


def test_a_key_and_a_list_that_nobody_here_has_heard_of_have_their_lines() -> None:
    old = {"office": {"name": "Окна"}, "people": PEOPLE}
    new = {
        "office": {"name": "Окна", "offers_at_once": 2},
        "people": PEOPLE,
        "sources": [{"id": "avito", "kind": "hand"}],
        "hooks": [{"url": "https://example.org"}],
    }
    assert [words(line) for line in planned(1, old, new, old).lines] == [
        "office: offers_at_once not set -> 2",
        "source avito is added: kind hand",
        "hook https://example.org is added",
    ]
    known = {key: value for key, value in new.items() if key != "office"} | {"office": {"name": "Окна"}}
    back = planned(1, new, known, {"office": {"name": "Окна"}, "people": PEOPLE})
    assert [words(line) for line in back.lines] == ["office: offers_at_once 2 -> not set"], (
        "it was there not yet"
    )


def test_another_order_of_what_there_is_is_a_change() -> None:
    found = list(changes({"people": PEOPLE}, {"people": PEOPLE[::-1]}))
    assert found == [Change(("people", ORDER), ["petrov", "kim"], ["kim", "petrov"])]


def test_two_shifts_that_are_alike_are_two() -> None:
    shift = {"segment": "rest", "who": "kim", "weekly": "mon 09:00-18:00"}
    found = list(changes({"shifts": [shift]}, {"shifts": [shift, shift]}))
    assert [(change.before, change.after, change.whole) for change in found] == [(None, shift, True)]


def test_whatever_an_office_file_may_say_is_compared() -> None:
    """A setting that is read and stored, and left out of the set-up, would change without a line."""
    more = 'own_phones = ["+7 843 200-00-00"]\nown_contacts = ["@okna"]\nretention_months = 36\n\n[[people]]'
    crm = '\n[crm]\nkind = "bitrix24"\nurl = "https://okna.bitrix24.ru"\nsecret_env = "CRM_SECRET"\n'
    text = WHOLE.replace("[[people]]", more, 1) + crm
    compared = as_stored(parse_office(text, "office.toml"))
    assert compared.keys() == OfficeFile.model_fields.keys()
    assert OfficeTable.model_fields.keys() - compared["office"].keys() <= {"holidays"}, (
        "which stand with the hours"
    )
