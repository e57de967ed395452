"""Whatever the chat makes of an office, its file says it, and loading that changes nothing."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.changing import document_of, edited_by
from files.office_file import dump_office, parse_office
from files.office_file.plan import planned
from leads.office import Office
from leads.refusals import Refused
from storage.database import Database, undone
from storage.offices import read_office
from storage.set_up import write_office
from tests.any_office import offices
from tests.desk.chat_edits import any_edit
from tests.offices import MONDAY_TEN
from tests.stories.desk import empty_database

MANY = settings(max_examples=60, suppress_health_check=[*HealthCheck], deadline=None)
FEW = settings(MANY, max_examples=15)


@st.composite
def changed_in_the_chat(draw: st.DrawFn) -> list[Office]:
    """An office, and what becomes of it by some changes, one after the other; what is refused changes nothing."""
    found = [draw(offices())]
    for _ in range(draw(st.integers(3, 10))):
        if not found[-1].people or not found[-1].segments:
            break
        try:
            found.append(edited_by(found[-1], draw(any_edit(found[-1]))))
        except Refused:
            continue
    return found


@MANY
@given(changed_in_the_chat())
def test_the_dump_of_a_changed_office_loads_as_the_same_and_dumps_as_the_same(several: list[Office]) -> None:
    office = several[-1]
    text = dump_office(office)
    again = parse_office(text, "dump.toml")
    assert again == office
    assert dump_office(again) == text
    assert not planned(1, document_of(office), document_of(again), document_of(several[0])).lines


@FEW
@given(changed_in_the_chat())
async def test_what_is_stored_says_what_its_file_says(
    tmp_path_factory: object, several: list[Office]
) -> None:
    """Written one after the other, as the chat does it; then the file of that is tried, as `office diff` does."""
    path = Path(str(tmp_path_factory.getbasetemp())) / "agree"  # type: ignore[attr-defined]
    path.mkdir(exist_ok=True)
    database = Database(await empty_database(path))
    try:
        async with database.writing() as store:
            for office in several:
                write_office(store, office, MONDAY_TEN, by="admin")
            before, text = document_of(read_office(store)), dump_office(read_office(store))
            with undone(store):
                write_office(store, parse_office(text, "dump.toml"), MONDAY_TEN)
                after, again = document_of(read_office(store)), dump_office(read_office(store))
        assert not planned(1, before, after, before).lines
        assert again == text
    finally:
        await database.close()
