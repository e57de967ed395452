"""Many rows of one table at once. What takes long, binding their values, is done before anybody has to wait."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import Dialect, Table, insert, text

from storage.store import Store

Bound = tuple[Any, ...]

COUNTED: Final = text(
    "INSERT INTO sqlite_sequence (name, seq) SELECT :table, 0 "
    "WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = :table)"
)
ON_SQLITE: Final = text("UPDATE sqlite_sequence SET seq = seq + :count WHERE name = :table RETURNING seq")
ON_POSTGRESQL: Final = text(
    "SELECT nextval(pg_get_serial_sequence(:table, 'id')) FROM generate_series(1, :count)"
)


class Bulk:
    """An INSERT into these columns. The values of `later`, plain ones, are known only when it is executed."""

    def __init__(self, table: Table, columns: Sequence[str], dialect: Dialect, later: Sequence[str]) -> None:
        compiled: Any = insert(table).compile(dialect=dialect, column_keys=[*columns, *later])
        order: list[str] = compiled.positiontup
        bound = [name for name in order if name not in later]
        self._statement = str(compiled)
        self._columns = bound
        # where each value of a whole row stands in a bound one with the later ones behind
        self._places = [[*bound, *later].index(name) for name in order]
        types = {name: table.c[name].type.dialect_impl(dialect) for name in bound}
        self._binders: list[Callable[[Any], Any]] = [
            types[name].bind_processor(dialect) or _as_it_is for name in bound
        ]

    def bind(self, row: Mapping[str, Any]) -> Bound:
        return tuple(bind(row[name]) for name, bind in zip(self._columns, self._binders, strict=True))

    def write(self, store: Store, rows: Sequence[Bound], later: Sequence[Bound]) -> None:
        """The rows are written. `later`: of each row the values in the order in which they were named."""
        pairs = zip(rows, later, strict=True)
        whole = [tuple([(*row, *last)[place] for place in self._places]) for row, last in pairs]
        store.conn.exec_driver_sql(self._statement, whole)


def fresh_ids(store: Store, table: Table, count: int) -> Sequence[int]:
    """Takes numbers of rows that nobody else has or ever had, in a table with `sqlite_autoincrement`."""
    if not count:
        return ()
    wanted = {"table": table.name, "count": count}
    if store.dialect.name != "sqlite":
        return store.scalars(ON_POSTGRESQL, wanted).all()
    store.execute(COUNTED, {"table": table.name})
    last = int(store.scalar(ON_SQLITE, wanted) or 0)
    return range(last - count + 1, last + 1)


def _as_it_is(value: Any) -> Any:
    return value
