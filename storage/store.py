"""What a use case works with: the rows of one office, in an open transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, TypeVar, TypeVarTuple, overload

from sqlalchemy import Connection, CursorResult, Dialect, Executable, ScalarResult
from sqlalchemy.sql.selectable import TypedReturnsRows

FIRST = 1  # the office of a program that serves one

T = TypeVar("T")
Ts = TypeVarTuple("Ts")
Values = Mapping[str, Any]


class Mark(Enum):
    """What whoever ends a transaction has to know of it."""

    SET_UP_CHANGED = auto()
    UNSEALED = auto()  # that is not said in the ledger yet
    CARD_AT_ONCE = auto()  # it has asked for a card that is drawn in the transaction that makes it due


@dataclass(frozen=True, slots=True)
class Store:
    """One office's rows as they are in the transaction of `conn`;
    every function of this package is given it first.

    Statements name the office themselves (`table.c.office == store.office`), so that a row of another is never met.
    `execute`, `scalar` and `scalars` are the connection's own.
    """

    conn: Connection
    office: int = FIRST
    marks: set[Mark] = field(default_factory=set, compare=False)
    cause: str | None = field(default=None, compare=False)  # as of `storage.causes`

    @property
    def dialect(self) -> Dialect:
        """Which database it is."""
        return self.conn.dialect

    @overload
    def execute(
        self, statement: TypedReturnsRows[*Ts], values: Values | Sequence[Values] | None = None
    ) -> CursorResult[*Ts]: ...
    @overload
    def execute(
        self, statement: Executable, values: Values | Sequence[Values] | None = None
    ) -> CursorResult[*tuple[Any, ...]]: ...
    def execute(
        self, statement: Executable, values: Values | Sequence[Values] | None = None
    ) -> CursorResult[*tuple[Any, ...]]:
        """Runs a statement. Raises DBAPIError."""
        return self.conn.execute(statement, values)

    @overload
    def scalar(self, statement: TypedReturnsRows[T], values: Values | None = None) -> T | None: ...
    @overload
    def scalar(self, statement: Executable, values: Values | None = None) -> Any: ...
    def scalar(self, statement: Executable, values: Values | None = None) -> Any:
        """Returns the first column of the first row; None where there is none. Raises DBAPIError."""
        return self.conn.scalar(statement, values)

    @overload
    def scalars(self, statement: TypedReturnsRows[T], values: Values | None = None) -> ScalarResult[T]: ...
    @overload
    def scalars(self, statement: Executable, values: Values | None = None) -> ScalarResult[Any]: ...
    def scalars(self, statement: Executable, values: Values | None = None) -> ScalarResult[Any]:
        """Returns the first column of each row. Raises DBAPIError."""
        return self.conn.scalars(statement, values)
