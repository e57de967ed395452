"""An office changed as its file would be: one value of its document is another, and all of it is checked anew.

Whatever the chat changes goes this way, so a file can say no more and no less than the chat has made.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Final

from pydantic import ValidationError

from files.office_file.changes import ORDER, Change, Path, at, id_in, named
from files.office_file.checks import broken_rules
from files.office_file.dumping import Document, set_up
from files.office_file.problems import Path as Place
from files.office_file.reading import build, complaints
from files.office_file.tables import OfficeFile
from leads.office import Office

MOMENTS: Final[Mapping[str, Callable[[str], date]]] = {
    "start": date.fromisoformat,  # of a rota
    "from": datetime.fromisoformat,  # of a shift
    "to": datetime.fromisoformat,
}

CRM: Final = "crm"
"""A table that an office may be without."""


class UnfitError(Exception):
    """What was edited is no office: `problems` says where and why, in the words of an office file."""

    def __init__(self, problems: list[tuple[Place, str]]) -> None:
        super().__init__("; ".join(f"{'.'.join(map(str, place))}: {why}" for place, why in problems))
        self.problems = problems


def office_of(document: Document) -> Office:
    """Builds the office that the document says. Raises UnfitError."""
    try:
        file = OfficeFile.model_validate(document)
    except ValidationError as error:
        raise UnfitError(list(complaints(error))) from error
    if found := list(broken_rules(document)):
        raise UnfitError(found)
    return build(file)


def edited(office: Office, path: Path, value: Any) -> Office:
    """Returns the office with another value, as a file spells it, in this place; None takes it out.

    What no file says (who left, agreed duty) is not in what is returned, and stays where the office is stored.
    Raises UnfitError, and KeyError where nothing of that id is in the list.
    """
    document = set_up(office)
    put(document, path, value)
    return office_of(document)


def put(document: Document, path: Path, value: Any) -> None:
    """Puts the value there, in the document itself. Raises KeyError where the list has nothing of that id."""
    part, *where = path
    if part == CRM:
        _set(document.setdefault(CRM, {}), where[0], value)
        if not document[CRM]:
            del document[CRM]
        return
    if not isinstance(document.get(part, []), list):
        _set(document[part], where[0], value)
        return
    tables: list[dict[str, Any]] = document.setdefault(part, [])
    if where == [ORDER]:
        tables.sort(key=lambda table: value.index(id_in(table)) if id_in(table) in value else len(value))
        return
    if len(where) == 1:
        _replace(tables, where[0], value)
        return
    _set(_of_id(tables, where[0]), where[1], value)


def taken_back(document: Document, change: Change) -> bool:
    """Puts back, in the document itself, what stood there before; False where it has become something else since.

    Of an order only those are put back who are still there.
    """
    if change.path[-1] == ORDER:
        if [id for id in _ids(document, change.path[0]) if id in change.after] != change.after:
            return False
    elif plain_again(at(document, change.path)) != change.after:
        return False
    put(document, change.path, as_written(change.before))
    return True


def plain_again(value: Any) -> Any:
    """Returns the value as JSON keeps it, so that what is stored and what is read can be compared."""
    match value:
        case dict():
            return {key: plain_again(held) for key, held in value.items()}
        case list() | tuple():
            return [plain_again(item) for item in value]
        case str() | int() | float() | bool() | None:
            return value
    return str(value)


def as_written(value: Any) -> Any:
    """Returns what `plain_again` has made of a value as a file has it: days and moments are no strings there."""
    match value:
        case dict():
            return {key: _moment(key, held) for key, held in value.items()}
        case list() | tuple():
            return [as_written(item) for item in value]
    return value


def _moment(key: str, value: Any) -> Any:
    read = MOMENTS.get(key)
    try:
        return read(value) if read and isinstance(value, str) else as_written(value)
    except ValueError:  # a word of the same key in another table
        return value


def _ids(document: Document, part: str) -> list[str]:
    return [id for table in document.get(part, []) if (id := id_in(table))]


def _of_id(tables: list[dict[str, Any]], id: str) -> dict[str, Any]:
    return next((table for table in tables if id_in(table) == id), None) or _missing(id)


def _missing(id: str) -> dict[str, Any]:
    raise KeyError(id)


def _set(table: dict[str, Any], key: str, value: Any) -> None:
    if value is None:
        table.pop(key, None)
    else:
        table[key] = value


def _replace(tables: list[dict[str, Any]], id: str, value: dict[str, Any] | None) -> None:
    """A whole table: it comes at the end, or goes. One without an id is named as `changes` names it."""
    place = next((n for n, known in enumerate(named(tables)) if known == id), None)
    if place is not None:
        tables[place : place + 1] = [value] if value else []
    elif value:
        tables.append(value)
