"""The table of rights: nothing in it is idle, and nobody asks a role where a right is meant."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from files.office_file import parse_office
from leads.office import Role
from leads.rights import CAN_HEAD, OF_ONE_SEGMENT, RIGHTS, Right, headed_by, heads_of, may, roles_in
from screens.commands import TAKES, Command, commands_of
from tests.offices import OFFICE as SMALL
from tests.offices import varied

HOUSE = Path(__file__).parents[2]
ROOMS = ("bot", "handlers", "desk", "reports", "files", "screens", "storage")
ASKS_A_ROLE = re.compile(r"Role\.[A-Z]+ (?:not )?in |\{Role\.|\broles & ")
FACTS = {
    "desk/transaction.py": "whom ADMIN_IDS names is administrator",
    "desk/answers.py": "who sells may have been passed over",
    "desk/newcomers.py": "a manager joins a team; an administrator of an empty office is told so",
    "desk/invitations.py": "an office that has no administrator yet gets a link for one",
    "desk/office/setup_answers.py": "whoever sells is in a team",
    "desk/office/segment_views.py": "whoever sells may be in a team; the heads of all",
    "screens/office/front.py": "who has leads",
    "screens/office/people.py": "who has leads",
    "screens/office/person.py": "who has leads; which roles somebody has",
}
"""Where a role is not what somebody may do, but what somebody is."""


def sources() -> Iterator[tuple[str, str]]:
    for room in ROOMS:
        for file in sorted((HOUSE / room).rglob("*.py")):
            yield file.relative_to(HOUSE).as_posix(), file.read_text("utf-8")


def test_every_right_is_asked_for_somewhere() -> None:
    asked = {name for _, text in sources() for name in re.findall(r"\bRight\.([A-Z_]+)", text)}
    assert asked == {right.name for right in Right}


def test_nobody_asks_for_a_role_where_a_right_is_meant() -> None:
    assert {place for place, text in sources() if ASKS_A_ROLE.search(text)} == FACTS.keys()


@pytest.mark.parametrize("right", Right, ids=lambda right: right.name)
def test_a_right_is_somebody_s_and_strangers_have_next_to_none(right: Right) -> None:
    assert RIGHTS[right].roles
    assert may((), right) is (right is Right.COME_IN)
    assert all(may([role], right) is (role in RIGHTS[right].roles) for role in Role) or right is Right.COME_IN


def test_several_roles_have_the_rights_of_each() -> None:
    for right in Right:
        assert may([Role.SECRETARY, Role.ADMIN], right) is any(
            may([r], right) for r in (Role.SECRETARY, Role.ADMIN)
        )


def test_whoever_sees_all_of_something_may_see_it() -> None:
    for wide, narrow in (
        (Right.SEE_EVERY_QUEUE, Right.SEE_QUEUE),
        (Right.SEE_EVERY_DUTY, Right.SEE_DUTY),
        (Right.SWITCH_SCHEMES, Right.SEE_OFFICE),
        (Right.MIND, Right.SEE_OFFICE),
        (Right.INVITE, Right.SEE_OFFICE),
        (Right.PLAN, Right.SEE_DUTY),
        (Right.ASSIGN, Right.SEE_OPEN_LEADS),
    ):
        assert RIGHTS[wide].roles <= RIGHTS[narrow].roles, f"{wide} without {narrow}"


def test_a_list_of_commands_is_what_one_may_ask_each_once() -> None:
    for role in Role:
        assert set(commands_of([role])) == {c for c in Command if role in RIGHTS[TAKES[c]].roles}
    assert commands_of(tuple(Role)) == tuple(Command)


OFFICE = parse_office(
    varied(
        SMALL,
        segments={"tatarstan": {"heads": ["ivanov", "orlova"]}},
        people={"orlova": {"roles": ["manager"]}},
    ),
    "office.toml",
)


def test_whoever_heads_a_segment_is_a_head_there_and_nowhere_else() -> None:
    here, there = (roles_in(OFFICE, "ivanov", [Role.MANAGER], id) for id in ("tatarstan", "rest"))
    assert set(here) == {Role.MANAGER, Role.HEAD} and set(there) == {Role.MANAGER}
    assert heads_of(OFFICE, OFFICE.segment("tatarstan")) == ("ivanov", "smirnov", "orlova")
    assert heads_of(OFFICE, OFFICE.segment("rest")) == ("smirnov",)
    assert headed_by(OFFICE, "ivanov") == {"tatarstan"} and not headed_by(OFFICE, "petrov")


def test_a_segment_that_is_taken_out_has_no_heads_of_its_own() -> None:
    gone = replace(OFFICE.segment("tatarstan"), retired=True)
    office = replace(OFFICE, segments=(gone, OFFICE.segment("rest")))
    assert not headed_by(office, "ivanov") and heads_of(office, gone) == ("smirnov",)


def test_of_a_head_s_rights_those_of_one_segment_are_about_leads_alone() -> None:
    assert all(Role.HEAD in RIGHTS[right].roles for right in OF_ONE_SEGMENT)
    office_wide = {
        Right.RUN,
        Right.SET_UP,
        Right.SEE_OFFICE,
        Right.PLAN,
        Right.SEE_FIGURES,
        Right.JOIN_CLIENTS,
    }
    assert not OF_ONE_SEGMENT & office_wide
    assert all(Right.HOLD in [r for r in Right if may([role], r)] for role in CAN_HEAD)


def test_they_may_ask_for_leads_besides() -> None:
    more = set(commands_of([Role.MANAGER], heads=True)) - set(commands_of([Role.MANAGER]))
    assert more == {Command.LEADS}
