"""What was changed of the set-up is found by what it was about."""

from __future__ import annotations

from datetime import timedelta

from leads.office import Office
from storage import changes
from storage.database import Database
from tests.storage.stored_office import NOW


def difference(*path: str) -> dict[str, object]:
    return {"path": list(path), "before": None, "after": {"имя": "Ирина"}, "name": "", "whole": True}


async def test_changes_of_one_thing_are_found_from_the_newest_on(database: Database, office: Office) -> None:
    async with database.writing() as store:
        there_were = changes.count(store)
        for hours, path in enumerate([("people", "a_b"), ("people", "аня"), ("people", "a_b"), ("people",)]):
            changes.keep(
                store, NOW + timedelta(hours=hours), "boss", [difference("office", "name"), difference(*path)]
            )
    async with database.reading() as store:
        assert len(list(changes.about(store, ("people", "аня")))) == 1
        assert changes.count(store) == there_were + 4
        found = list(changes.about(store, ("people", "a_b")))
        assert [row.at for row in found] == [NOW + timedelta(hours=2), NOW]
        assert found[0].differences[1]["path"] == ["people", "a_b"]
        assert list(changes.about(store, ("people", "a%"))) == []
