"""Whatever an office file may say is named and told in words, in every language."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from desk.changing import document_of
from desk.office.changes import difference_row
from files.office_file.changes import Change, changes
from files.office_file.tables import HookTable, OfficeTable, PersonTable, SegmentTable, SourceTable, Table
from leads.office import Office
from leads.sources import SourceKind
from screens.office.changes import difference_words
from screens.office.file_words import FIELDS, SETTINGS_OF, key_words, kind_words
from screens.texts import LOCALES, texts_for
from screens.views.office_panes import DifferenceRow, Names
from tests.any_office import offices

TABLES: dict[str, type[Table]] = {
    "office": OfficeTable,
    "people": PersonTable,
    "segments": SegmentTable,
    "sources": SourceTable,
    "hooks": HookTable,
}


def keys() -> Iterator[tuple[str, str]]:
    """All of the file but ids, which name what a difference is about."""
    for part, table in TABLES.items():
        yield from ((part, key) for key in table.model_fields if key != "id")


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize(("part", "key"), [*keys()])
def test_every_key_of_the_file_has_a_name(part: str, key: str, locale: str) -> None:
    assert key in SETTINGS_OF.get(part, {}) or key in FIELDS[part]
    words = key_words(part, key, texts_for(locale))
    assert words and words != key


@pytest.mark.parametrize("locale", LOCALES)
def test_every_kind_of_source_has_a_name(locale: str) -> None:
    assert all(kind_words(kind, texts_for(locale)) for kind in SourceKind)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow], deadline=timedelta(seconds=5))
@given(offices(), offices())
def test_any_difference_of_two_offices_is_told(before: Office, after: Office) -> None:
    for change in changes(document_of(before), document_of(after)):
        for locale in LOCALES:
            assert difference_words(difference_row(change), Names(), texts_for(locale))


def told(*path: str, before: object, after: object, name: str = "", locale: str = "ru") -> str:
    row = difference_row(Change(path, before, after, name))
    return difference_words(row, Names({"kim": "Ким"}), texts_for(locale))


def test_what_a_segment_leaves_out_is_the_office_s_or_what_counts_then() -> None:
    assert told("segments", "a", "owner", before=None, after="off", name="А").startswith(
        "А · Постоянные клиенты: как в офисе → "
    )
    assert (
        told("segments", "a", "floor", before=None, after=0.25, name="А") == "А · Не меньше доли: 0,5 → 0,25"
    )


def test_who_came_into_a_team_and_who_went_is_told_and_not_who_stays() -> None:
    found = told("segments", "a", "members", before=["x", "y"], after=["y", "kim"], name="А", locale="en")
    assert found == "А · People: + Ким, − x"


def test_a_key_that_no_file_has_any_more_is_called_as_it_was() -> None:
    row = DifferenceRow(("office", "forgotten"), 1, 2, "", whole=False)
    assert difference_words(row, Names(), texts_for("ru")) == "forgotten: 1 → 2"
