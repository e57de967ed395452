"""A dataclass comes back from its row as it was, whatever its fields are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from enum import StrEnum
from types import SimpleNamespace

import pytest

from storage.mapper import Mapper


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Part:
    at: datetime
    why: Colour
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    id: int
    colour: Colour
    other: Colour | None
    day: date
    path: tuple[Colour, ...]
    pairs: Sequence[tuple[str, str]]
    counts: Mapping[str, int]
    part: Part | None = None
    extra: int = 0


PART = Mapper(Part, columns={"at": "part_at"})
MAPPER = Mapper(Whole, columns={"colour": "paint"}, parts={"part": PART}, given=("extra",))
NOW = datetime(2026, 11, 23, tzinfo=UTC)
WHOLE = Whole(
    id=1,
    colour=Colour.RED,
    other=None,
    day=date(2026, 11, 23),
    path=(Colour.BLUE, Colour.RED),
    pairs=(("a", "b"),),
    counts={"x": 1},
    part=Part(NOW, Colour.BLUE),
)


def read(row: Mapping[str, object], **given: int) -> Whole:
    return MAPPER.read(SimpleNamespace(**row), **given)


@pytest.mark.parametrize("whole", [WHOLE, replace(WHOLE, other=Colour.BLUE, part=None)])
def test_what_was_written_is_read(whole: Whole) -> None:
    again = read(MAPPER.write(whole))
    assert again == whole
    assert type(again.path[0]) is Colour and type(again.pairs[0]) is tuple


def test_a_row_has_columns_of_the_part_too_and_plain_lists() -> None:
    row = MAPPER.write(WHOLE)
    assert row == {
        "id": 1,
        "paint": "red",
        "other": None,
        "day": "2026-11-23",
        "path": ["blue", "red"],
        "pairs": [["a", "b"]],
        "counts": {"x": 1},
        "part_at": NOW,
        "why": "blue",
        "note": None,
    }
    assert MAPPER.write(replace(WHOLE, part=None))["why"] is None


def test_what_no_column_holds_is_given_by_whoever_reads() -> None:
    assert read(MAPPER.write(replace(WHOLE, extra=5))).extra == 0
    assert read(MAPPER.write(WHOLE), extra=5).extra == 5


def test_nothing_is_shared_between_a_row_and_what_was_read() -> None:
    row = MAPPER.write(WHOLE)
    assert row["counts"] is not WHOLE.counts
    assert read(row).counts is not row["counts"]


@pytest.mark.parametrize(
    "wrong", [{"paint": "green"}, {"why": None}, {"day": "yesterday"}, {"path": ["green"]}]
)
def test_a_value_that_is_none_of_the_fields_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"green|part|yesterday"):
        read({**MAPPER.write(WHOLE), **wrong})
