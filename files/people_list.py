"""A list of people as an office keeps it, XLSX or CSV: name, role, segment; its columns found by their words."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO, StringIO
from typing import Any, Final
from zipfile import BadZipFile

from contacts.normal import showable
from leads.office import Role
from leads.words import folded

MOST_ROWS: Final = 300
MOST_BYTES: Final = 1_000_000
LONGEST_NAME: Final = 100

_COLUMNS: Final[Mapping[str, frozenset[str]]] = {
    "name": frozenset({"имя", "фио", "ф.и.о.", "сотрудник", "имя и фамилия", "name", "full name", "person"}),
    "role": frozenset({"роль", "должность", "role", "position", "job"}),
    "segment": frozenset(
        {"сегмент", "сегменты", "отдел", "команда", "segment", "segments", "team", "teams", "department"}
    ),
}
_ROLES: Final[Mapping[Role, frozenset[str]]] = {
    Role.SECRETARY: frozenset({"секретарь", "оператор", "secretary", "operator"}),
    Role.MANAGER: frozenset({"менеджер", "продавец", "менеджер по продажам", "manager", "sales manager", ""}),
    Role.HEAD: frozenset({"руководитель", "роп", "начальник отдела продаж", "head", "head of sales"}),
    Role.DIRECTOR: frozenset({"директор", "director", "ceo"}),
    Role.ADMIN: frozenset({"администратор", "админ", "admin", "administrator"}),
}
_ROLE_OF: Final = {word: role for role, words in _ROLES.items() for word in words}


class NoListError(Exception):
    """The file is no such list: too large, not to be read, or without a column of names."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One line. `role`: None for words that are none; `segments`: as they are written."""

    name: str
    role: Role | None
    role_words: str
    segments: tuple[str, ...]


def read_people(data: bytes) -> list[Listed]:
    """Reads the people of a file, in its order. Raises NoListError."""
    if len(data) > MOST_BYTES:
        raise NoListError
    rows = _xlsx(data) if data.startswith(b"PK") else _csv(data)
    header, *lines = rows or [[]]
    places = {key: _place(header, words) for key, words in _COLUMNS.items()}
    if places["name"] is None or not lines or len(lines) > MOST_ROWS:
        raise NoListError
    found = [_listed(line, places) for line in lines]
    return [one for one in found if one.name]


def _place(header: Sequence[str], words: frozenset[str]) -> int | None:
    return next((n for n, cell in enumerate(header) if folded(cell).rstrip(":") in words), None)


def _listed(line: Sequence[str], places: Mapping[str, int | None]) -> Listed:
    def cell(key: str) -> str:
        place = places[key]
        return line[place] if place is not None and place < len(line) else ""

    role, teams = cell("role"), cell("segment").replace(";", ",").split(",")
    name = " ".join(showable(cell("name")).split())[:LONGEST_NAME]
    return Listed(name, _ROLE_OF.get(folded(role)), role, tuple(t.strip() for t in teams if t.strip()))


def _csv(data: bytes) -> list[list[str]]:
    """Excel writes it in UTF-8 or, in Russia, in Windows-1251; with commas, semicolons or tabs."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1251", "replace")
    first = text.split("\n", 1)[0]
    apart = max(";,\t", key=first.count)
    try:
        return _full(csv.reader(StringIO(text, newline=""), delimiter=apart))
    except csv.Error as error:
        raise NoListError from error


def _xlsx(data: bytes) -> list[list[str]]:
    from openpyxl import load_workbook  # here, because few starts of the program ever read one

    try:
        sheet = load_workbook(BytesIO(data), read_only=True, data_only=True).active
        lines = sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=50, values_only=True) if sheet else ()
        return _full([_text(cell) for cell in line] for line in lines)
    except (BadZipFile, KeyError, ValueError, OSError, TypeError) as error:  # whatever no workbook is made of
        raise NoListError from error


def _text(cell: Any) -> str:
    return "" if cell is None else str(cell)


def _full(lines: Iterable[Sequence[str]]) -> list[list[str]]:
    """Those with anything in them."""
    return [list(line) for line in lines if any(cell.strip() for cell in line)]
