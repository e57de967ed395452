"""A dataclass as columns of a row, and back: made once for each class, out of its type hints.

The types of the columns know instants, seconds and JSON already (`storage.columns`). What is left is small: enums,
tuples out of lists, calendar days, and a part that has columns of its own (docs/decisions/0022-one-mapper.md).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import date
from enum import Enum
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Turned = Callable[[Any], Any]


class Mapper(Generic[T]):
    """Knows that each field stands in the column of its name, or of the name that `columns` gives it.

    `parts`: fields that are dataclasses, or None, each with a mapper to columns of the same row. `given`: fields that
    no column holds; whoever reads says what they are, or leaves them as they are by default.
    """

    def __init__(
        self,
        cls: type[T],
        columns: Mapping[str, str] | None = None,
        parts: Mapping[str, Mapper[Any]] | None = None,
        given: Sequence[str] = (),
    ) -> None:
        self._cls = cls
        self._parts = dict(parts or {})
        hints = get_type_hints(cls)
        names = [f.name for f in fields(cls) if f.name not in self._parts and f.name not in given]  # type: ignore[arg-type]  # any class would do for mypy
        self._names = names
        self.columns = [(columns or {}).get(name, name) for name in names]
        self._reads, self._writes = _Values(self.columns), _Values(names)
        self._reading = [(n, turn) for n, name in enumerate(names) if (turn := _reader(hints[name]))]
        self._writing = [(n, turn) for n, name in enumerate(names) if (turn := _writer(hints[name]))]
        self._required = [n for n, name in enumerate(names) if not _is_optional(hints[name])]

    def read(self, row: Any, **given: Any) -> T:
        """Reads a row.

        Raises ValueError where a value is none of the field's, and whatever else a wrong value brings about.
        """
        values = self._turned(self._reads.of(row), self._reading)
        parts = {name: part.read_part(row) for name, part in self._parts.items()}
        return self._cls(**dict(zip(self._names, values, strict=True)), **parts, **given)

    def read_part(self, row: Any) -> T | None:
        """Reads a part; None where the first of its columns is NULL.

        Raises ValueError where only a part of it is stored.
        """
        values = self._reads.of(row)
        if values[0] is None:
            return None
        if any(values[n] is None for n in self._required):
            raise ValueError(f"only a part of {self._cls.__name__} is stored")
        return self.read(row)

    def write(self, thing: T) -> dict[str, Any]:
        """Returns the values by column. Nothing in it is shared with the thing."""
        values = self._turned(self._writes.of(thing), self._writing)
        row = dict(zip(self.columns, values, strict=True))
        for name, part in self._parts.items():
            inner = getattr(thing, name)
            row |= dict.fromkeys(part.columns) if inner is None else part.write(inner)
        return row

    @staticmethod
    def _turned(values: list[Any], turns: Sequence[tuple[int, Turned]]) -> list[Any]:
        for n, turn in turns:
            if values[n] is not None:
                values[n] = turn(values[n])
        return values


class _Values:
    """These attributes of anything, in their order."""

    def __init__(self, names: Sequence[str]) -> None:
        self._get = attrgetter(*names)
        self._is_one = len(names) == 1

    def of(self, thing: Any) -> list[Any]:
        found = self._get(thing)
        return [found] if self._is_one else list(found)


def _alternatives(hint: Any) -> Iterator[Any]:
    is_union = get_origin(hint) in {Union, UnionType}
    yield from get_args(hint) if is_union else (hint,)


def _is_optional(hint: Any) -> bool:
    return NoneType in _alternatives(hint)


def _plain(hint: Any) -> Any:
    """The type without None."""
    return next(one for one in _alternatives(hint) if one is not NoneType)


def _reader(hint: Any) -> Turned | None:
    """From what the column gives to the field's own type; None: it is that already."""
    kind = _plain(hint)
    origin, arguments = get_origin(kind), get_args(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind is date:
        return date.fromisoformat
    if origin in {tuple, Sequence}:
        inner = _reader(arguments[0])
        return (lambda stored: tuple(map(inner, stored))) if inner else tuple
    return dict if origin in {dict, Mapping} else None


def _writer(hint: Any) -> Turned | None:
    """As `_reader`, the other way; a text of an enum is written as it is."""
    kind = _plain(hint)
    origin, arguments = get_origin(kind), get_args(kind)
    if kind is date:
        return date.isoformat
    if origin in {tuple, Sequence}:
        inner = _writer(arguments[0])
        return (lambda value: list(map(inner, value))) if inner else list
    return dict if origin in {dict, Mapping} else None
