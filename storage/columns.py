"""Column types that keep the promises the rules rely on: UTC times only, exact integers of any size, plain JSON."""

from __future__ import annotations

import json
import secrets
from collections.abc import Collection
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, DateTime, Dialect, Text, TypeDecorator, literal


class UtcDateTime(TypeDecorator[datetime]):
    """An instant, stored in UTC. Refuses a naive datetime: it could mean any hour of the day."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a naive datetime cannot be stored: {value!r}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value if value is None or value.tzinfo else value.replace(tzinfo=UTC)


class Seconds(TypeDecorator[timedelta]):
    """A whole number of milliseconds, read and written as a timedelta."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: timedelta | None, dialect: Dialect) -> int | None:
        return None if value is None else round(value.total_seconds() * 1000)

    def process_result_value(self, value: int | None, dialect: Dialect) -> timedelta | None:
        return None if value is None else timedelta(milliseconds=value)


class Exact(TypeDecorator[int]):
    """An integer of any size; a balance in share units does not fit into 64 bits."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: int | None, dialect: Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> int | None:
        return None if value is None else int(value)


class Json(TypeDecorator[Any]):
    """Plain JSON text, the same on every database, integers of any size included."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(value, ensure_ascii=False, sort_keys=True)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Any:
        return None if value is None else json.loads(value)


def one_of(column: ColumnElement[Any], values: Collection[str]) -> ColumnElement[bool]:
    """Tells whether the column has one of a few values that are known when the statement is built.

    `column.in_(values)` would be written out anew each time that the statement is executed.
    """
    return column.in_([literal(value, column.type) for value in sorted(values)])


def fresh_key() -> str:
    """Returns 256 random bits as hex, of a new office: nothing else is decided by chance here,
    and nothing by these.
    """
    return secrets.token_hex(32)
