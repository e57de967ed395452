"""How an entry becomes plain JSON values and comes back: by the fields of its class, looked at once.

A field with a default is left out of the body where it has that value; all others always stand there. Times are
written as `isoformat` spells them, lists as lists, codes as their words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, dataclass, fields
from datetime import date
from enum import Enum
from functools import partial
from operator import attrgetter
from types import NoneType, UnionType
from typing import Annotated, Any, ClassVar, Final, Literal, Self, Union, get_args, get_origin, get_type_hints

Turned = Callable[[Any], Any]


class Coded:
    """Something that stands in an entry. Its fields are the keys, but for what marks say in their types."""

    __slots__ = ()

    def body(self) -> dict[str, Any]:
        """Returns plain JSON values."""
        body: dict[str, Any] = {}
        for form in _KNOWN.get(type(self)) or _forms(type(self)):
            value = form.get(self)
            if getattr(self, form.beside) is None if form.beside else value == form.default:
                continue
            if form.part:
                body |= value.body()
            else:
                body[form.key] = value if form.write is None or value is None else form.write(value)
        return body

    @classmethod
    def of(cls, body: Mapping[str, Any]) -> Self:
        """Reads a body.

        It raises KeyError, TypeError, ValueError where the body is not whole, or holds what cannot stand there.
        """
        values = []
        for form in _KNOWN.get(cls) or _forms(cls):
            value = body.get(form.key, MISSING)
            if type(value) in form.plain:
                values.append(value)
            elif value is not MISSING:
                values.append(form.read(body if form.part else value))
            elif form.default is not MISSING:
                values.append(form.default)
            else:
                raise KeyError(form.key)
        return cls(*values)


class Kind(Coded):
    """Holds what an entry of one kind says."""

    __slots__ = ()
    kind: ClassVar[str]  # its name in the ledger, which never changes


@dataclass(frozen=True, slots=True)
class Key:
    """The ledger calls the field otherwise, as `from`, which is a word of Python's."""

    name: str


@dataclass(frozen=True, slots=True)
class Beside:
    """Stands in the body wherever that other field does, even if there is nothing in it."""

    other: str


PLAIN: Final = frozenset({str, int, float, bool, NoneType})
INLINED: Final = "inlined"
"""Marks a part whose keys stand in the body themselves; None where the first of them does not."""


@dataclass(frozen=True, slots=True)
class _Form:
    """One field. `plain`: the types that it has in JSON as well; of any other type `read` makes what the field holds.

    `write`: None for what is a plain value already.
    """

    get: Turned
    key: str
    default: Any  # MISSING: it always stands in the body
    beside: str | None
    part: type[Coded] | None  # whose keys stand here themselves
    plain: frozenset[type]
    read: Turned
    write: Turned | None


_KNOWN: dict[type[Coded], tuple[_Form, ...]] = {}


def _forms(cls: type[Coded]) -> tuple[_Form, ...]:
    known = _KNOWN.get(cls)
    if known is None:
        types = get_type_hints(cls, include_extras=True)
        known = _KNOWN[cls] = tuple(_form(f, types[f.name]) for f in fields(cls))  # type: ignore[arg-type]
    return known


def _form(f: Field[Any], marked: Any) -> _Form:
    kind, *marks = get_args(marked) if get_origin(marked) is Annotated else [marked]
    names = [mark.name for mark in marks if isinstance(mark, Key)]
    others = [mark.other for mark in marks if isinstance(mark, Beside)]
    part = get_args(kind)[0] if INLINED in marks else None
    key = _forms(part)[0].key if part else next(iter(names), f.name)
    beside = next(iter(others), None)
    return _Form(attrgetter(f.name), key, f.default, beside, part, _plain(kind), _reader(kind), _writer(kind))


def keys(cls: type[Coded], *, sometimes: bool) -> frozenset[str]:
    """Returns the keys that always stand in the body,
    or those that stand there only where there is something to say.
    """
    return frozenset(
        key
        for form in _forms(cls)
        for key in ([each.key for each in _forms(form.part)] if form.part else [form.key])
        if (form.default is not MISSING) is sometimes
    )


def _reader(kind: Any) -> Turned:
    """From what `json.loads` makes to the field."""
    origin, of = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        (one,) = (_reader(each) for each in of if each is not NoneType)
        return lambda value: None if value is None else one(value)
    if origin is tuple:
        return _list_reader(of)
    if origin is Literal:
        return partial(_read_one_of, frozenset(of))
    if origin is not None:
        plain = _plain(of[1])
        return partial(_read_plain_mapping, plain) if plain else partial(_read_mapping, _reader(of[1]))
    return _one_reader(kind)


def _one_reader(kind: type) -> Turned:
    if issubclass(kind, Coded):
        return kind.of
    if issubclass(kind, Enum):
        return kind
    if issubclass(kind, date):
        return kind.fromisoformat
    return partial(_read_plain, _plain(kind))


def _plain(kind: Any) -> frozenset[type]:
    """A number stays as it is spelled, and no bool is one."""
    of = frozenset(get_args(kind) if get_origin(kind) in {Union, UnionType} else (kind,))
    return (of | {int} if float in of else of) if of <= PLAIN else frozenset()


def _list_reader(of: tuple[Any, ...]) -> Turned:
    if of[-1] is Ellipsis:
        plain = _plain(of[0])
        return partial(_read_plain_list, plain) if plain else partial(_read_list, _reader(of[0]))
    readers = tuple(map(_reader, of))
    return lambda value: tuple(read(each) for read, each in zip(readers, value, strict=True))


def _read_list(read: Turned, value: Any) -> Any:
    if type(value) is not list:
        raise TypeError(f"{value!r} is no list")
    return tuple([read(each) for each in value])


def _read_mapping(read: Turned, value: Any) -> Any:
    if type(value) is not dict:
        raise TypeError(f"{value!r} is no object")
    return {name: read(each) for name, each in value.items()}


def _read_plain_list(plain: frozenset[type], value: Any) -> Any:
    if type(value) is not list or not plain.issuperset(map(type, value)):
        raise TypeError(f"{value!r} is no list of what can stand there")
    return tuple(value)


def _read_plain_mapping(plain: frozenset[type], value: Any) -> Any:
    if type(value) is not dict or not plain.issuperset(map(type, value.values())):
        raise TypeError(f"{value!r} is no object of what can stand there")
    return value


def _read_one_of(known: frozenset[str], value: Any) -> Any:
    if value not in known:
        raise ValueError(f"{value!r} is none of {sorted(known)}")
    return value


def _read_plain(plain: frozenset[type], value: Any) -> Any:
    if type(value) not in plain:
        raise TypeError(f"{value!r} cannot stand there")
    return value


def _writer(kind: Any) -> Turned | None:
    """From the field to what the JSON encoder takes; None where it takes the value itself."""
    origin, of = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        return next(_writer(each) for each in of if each is not NoneType)
    if origin is tuple:
        return _list_writer(_writer(of[0]))
    if origin is not None and origin is not Literal:
        return _mapping_writer(_writer(of[1]))
    if isinstance(kind, type) and issubclass(kind, Coded):
        return kind.body
    return kind.isoformat if isinstance(kind, type) and issubclass(kind, date) else None


def _list_writer(one: Turned | None) -> Turned:
    return list if one is None else lambda value: [one(each) for each in value]


def _mapping_writer(one: Turned | None) -> Turned:
    return dict if one is None else lambda value: {name: one(each) for name, each in value.items()}
