"""Many rows of one table at once. What takes long, binding their values, is done before anybody has to wait."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Dialect, Table, insert

Bound = tuple[Any, ...]


class Bulk:
    """An INSERT into these columns. The values of `later`, a plain one, are known only when it is executed."""

    def __init__(self, table: Table, columns: Sequence[str], dialect: Dialect, later: str) -> None:
        compiled: Any = insert(table).compile(dialect=dialect, column_keys=[*columns, later])
        self._statement = str(compiled)
        self._order: list[str] = [name for name in compiled.positiontup if name != later]
        self._place = compiled.positiontup.index(later)
        types = {name: table.c[name].type.dialect_impl(dialect) for name in self._order}
        self._binders: list[Callable[[Any], Any]] = [
            types[name].bind_processor(dialect) or _as_it_is for name in self._order
        ]

    def bind(self, row: Mapping[str, Any]) -> Bound:
        return tuple(bind(row[name]) for name, bind in zip(self._order, self._binders, strict=True))

    def write(self, conn: Connection, rows: Sequence[Bound], later: Sequence[Any]) -> None:
        place = self._place
        whole = [(*row[:place], last, *row[place:]) for row, last in zip(rows, later, strict=True)]
        conn.exec_driver_sql(self._statement, whole)


def _as_it_is(value: Any) -> Any:
    return value
