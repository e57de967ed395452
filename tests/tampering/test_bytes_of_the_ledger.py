"""One changed byte anywhere in the ledger, and `verify` names the entry."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from leads.proof.forms import KINDS
from storage.tables.leads import ledger
from tests.tampering.forger import LEDGER, Forger

SEALED = tuple(column for column in LEDGER if column not in {"office", "seq"})


def flipped(stored: Any, place: int, mask: int) -> Any:
    """Another value, one byte away from this one. In a row, nothing is a type of its own: here it becomes a number."""
    if stored is None:
        return mask
    if isinstance(stored, int):
        return stored ^ (mask << 8 * (place % 2))
    if not stored:
        return bytes([mask])  # nothing of it can be another byte: here it gets one
    place %= len(stored)
    return stored[:place] + bytes([stored[place] ^ mask]) + stored[place + 1 :]


def flip(forger: Forger, seq: int, column: str, place: int, mask: int) -> None:
    ((stored,),) = forger.read(f"SELECT {column} FROM ledger WHERE seq = ?", seq)
    new, cast = flipped(stored, place, mask), "CAST(? AS TEXT)" if isinstance(stored, bytes) else "?"
    forger.write(f"UPDATE ledger SET {column} = {cast} WHERE seq = ?", new, seq)


def names(said: list[str], seq: int) -> bool:
    return len(said) == 1 and said[0].startswith(f"ledger entry {seq}: ")


def test_no_column_is_left_out() -> None:
    assert set(LEDGER) == {column.name for column in ledger.c}


@pytest.mark.parametrize("column", SEALED)
def test_one_byte_of_the_first_entry_of_each_kind(forger: Forger, column: str) -> None:
    for kind in KINDS:
        seq = forger.first(kind)
        flip(forger, seq, column, 0, 1)
        assert names(forger.caught(), seq), f"{column} of entry {seq}, {kind}"
        forger.back()


@pytest.mark.parametrize("column", SEALED)
def test_every_byte_of_one_entry(forger: Forger, column: str) -> None:
    seq = forger.first("handed")
    ((length,),) = forger.read(f"SELECT length({column}) FROM ledger WHERE seq = ?", seq)
    for place in range(length):
        flip(forger, seq, column, place, 1)
        assert names(forger.caught(), seq), f"byte {place} of {column}"
        forger.back()


@given(data=st.data())
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_byte_of_any_entry(forger: Forger, data: st.DataObject) -> None:
    forger.back()
    ((length,),) = forger.read("SELECT count(*) FROM ledger")
    seq, column = data.draw(st.integers(1, length), "entry"), data.draw(st.sampled_from(SEALED), "column")
    flip(
        forger, seq, column, data.draw(st.integers(0, 5000), "place"), data.draw(st.integers(1, 255), "mask")
    )
    assert names(forger.caught(), seq)


@pytest.mark.parametrize(("number", "first_wrong"), [(0, 1), (-7, 1), (1000, 7), (7 + 2**40, 7)])
def test_another_number(forger: Forger, number: int, first_wrong: int) -> None:
    """The database itself refuses one that is taken."""
    forger.write("UPDATE ledger SET seq = ? WHERE seq = 7", number)
    assert forger.caught() == [f"ledger entry {first_wrong}: is missing"]


@pytest.mark.parametrize("which", ["first", "last but one"])
def test_an_entry_that_is_pushed_over_to_another_office_is_missed(forger: Forger, which: str) -> None:
    ((length,),) = forger.read("SELECT count(*) FROM ledger")
    seq = 1 if which == "first" else length - 1
    forger.write("UPDATE ledger SET office = 2 WHERE seq = ?", seq)
    assert forger.caught() == [f"ledger entry {seq}: is missing"]
