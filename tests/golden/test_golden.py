"""An old ledger is read as it was written, and whatever lives through the same days writes the same one, byte by byte."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from leads.proof.shapes import KINDS
from tests.golden.made import LIVED, REPLAYED, Line, lived_through, replayed, stored

MOMENT = re.compile(r'"\d{4}-\d\d-\d\dT[^"]*"')


def timeless(lines: Iterable[Line]) -> list[Line]:
    """When the courier comes to something is another day's business."""
    return [replace(line, at="", body=MOMENT.sub('"then"', line.body)) for line in lines]


@pytest.mark.parametrize("scheme", REPLAYED)
def test_the_same_days_write_the_same_bytes(scheme: str) -> None:
    assert replayed(scheme) == stored()[scheme]


async def test_the_same_weeks_through_the_whole_bot_write_the_same_bytes(tmp_path: Path) -> None:
    assert timeless(await lived_through(tmp_path)) == timeless(stored()[LIVED])


def test_every_kind_of_entry_is_in_them() -> None:
    assert {line.kind for lines in stored().values() for line in lines} == set(KINDS)
