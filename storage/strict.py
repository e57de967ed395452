"""Rows as they lie in the database, for whoever checks them.

What cannot be read, or is not written as this program writes it, is named instead of failing: one changed byte may
make a date, a number or a letter out of nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, Final

from sqlalchemy import Column, Dialect, Float, Integer, Select, Text, select, type_coerce
from sqlalchemy.types import NullType

from storage.store import Store

BATCH = 1000  # rows that are read at once
AS_IT_IS: Final = NullType()
PLAIN: Final[tuple[tuple[type, type], ...]] = ((Integer, int), (Text, str), (Float, float))
NOT_READABLE: Final = (ValueError, TypeError, AttributeError, LookupError, ArithmeticError, RecursionError)

Decode = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it lies there: `values` by column; None where one cannot be read.

    `flaws`: columns that nobody but another hand has written.
    """

    values: Any
    flaws: tuple[str, ...] = ()


def stream(
    store: Store, columns: Sequence[Column[Any]], narrow: Callable[[Select[Any]], Select[Any]]
) -> Generator[Row, None, None]:
    """Reads these columns of the rows that `narrow` asks for, in its order."""
    as_they_are: Any = [type_coerce(column, AS_IT_IS).label(column.name) for column in columns]
    query = narrow(select(*as_they_are))
    decoders = [(column.name, _decoder(column, store.dialect)) for column in columns]
    with _any_text(store), store.execute(query.execution_options(yield_per=BATCH)) as rows:
        for row in rows:
            yield _decoded(row, decoders)


def read(
    store: Store, columns: Sequence[Column[Any]], narrow: Callable[[Select[Any]], Select[Any]]
) -> list[Row]:
    return list(stream(store, columns, narrow))


def _decoded(row: Any, decoders: Sequence[tuple[str, Decode]]) -> Row:
    values: dict[str, Any] = {}
    flaws: list[str] = []
    for (name, decode), raw in zip(decoders, row, strict=True):
        try:
            values[name], is_ours = (None, True) if raw is None else decode(raw)
        except NOT_READABLE:
            values[name], is_ours = None, False
        if not is_ours:
            flaws.append(name)
    return Row(SimpleNamespace(**values), tuple(flaws))


def _decoder(column: Column[Any], dialect: Dialect) -> Decode:
    """From what the driver gives to the value, and whether writing that value would give the same."""
    plain = next((type_ for kind, type_ in PLAIN if isinstance(column.type, kind)), None)
    if plain:
        return lambda raw: (raw, True) if type(raw) is plain else (None, False)
    stored = column.type.dialect_impl(dialect)
    read, write = stored.result_processor(dialect, None), stored.bind_processor(dialect)

    def decode(raw: Any) -> tuple[Any, bool]:
        value = read(raw) if read else raw
        again = write(value) if write else value
        return value, type(again) is type(raw) and bool(again == raw)

    return decode


@contextmanager
def _any_text(store: Store) -> Iterator[None]:
    """SQLite holds any bytes as text, and its driver fails on the first that are none."""
    if store.dialect.name != "sqlite":
        yield
        return
    driver: Any = store.conn.connection.dbapi_connection
    usual, driver.text_factory = driver.text_factory, _text
    try:
        yield
    finally:
        driver.text_factory = usual


def _text(stored: bytes) -> str | bytes:
    try:
        return stored.decode()
    except UnicodeDecodeError:
        return stored
