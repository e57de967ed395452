"""A list of people as an office keeps it, XLSX or CSV: name, role, segment; its columns found by their words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from contacts.normal import showable
from files.csv_file import RowsError
from files.tables import opened
from leads.office import Role
from leads.words import folded

MOST_ROWS: Final = 300
MOST_BYTES: Final = 1_000_000
LONGEST_NAME: Final = 100

_NAME_PARTS: Final = (("фамилия", "имя", "отчество"), ("first name", "middle name", "last name"))
"""In this order they make a name."""
_COLUMNS: Final[Mapping[str, frozenset[str]]] = {
    "name": frozenset(
        {
            "фио",
            "ф.и.о.",
            "фамилия имя отчество",
            "фамилия, имя, отчество",
            "фамилия и имя",
            "имя и фамилия",
            "имя",
        }
        | {"сотрудник", "сотрудники", "работник", "менеджер", "name", "full name", "person", "employee"}
    ),
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
_AS_CALLED: Final = (
    (re.compile(r"\b(?:роп|руковод|начальник|заведующ|head of|supervisor|team lead)"), Role.HEAD),
    (re.compile(r"\b(?:директор|director)"), Role.DIRECTOR),
    (re.compile(r"\b(?:секретар|оператор|ресепш|reception|secretary)"), Role.SECRETARY),
    (
        re.compile(r"\b(?:менеджер|продав|консультант|торгов\w+ представител|manager|sales|seller)"),
        Role.MANAGER,
    ),
)
"""Of longer names of positions the first that fits."""
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
    try:
        with opened(data, "", _likeness) as table:
            header, lines = table.header, [cells for _, cells in islice(table.rows, MOST_ROWS + 1)]
    except RowsError as error:
        raise NoListError from error
    if not lines or len(lines) > MOST_ROWS:
        raise NoListError
    places, names = _places(header), _of_names(header)
    if not names:
        raise NoListError
    found = [_listed(line, places, names) for line in lines]
    return [one for one in found if one.name]


def _likeness(header: Sequence[str]) -> int:
    return len(_places(header)) + len(_of_names(header))


def _places(header: Sequence[str]) -> dict[str, int]:
    said = [_words(cell) for cell in header]
    return {
        key: place
        for key, words in _COLUMNS.items()
        if (place := next((n for n, cell in enumerate(said) if cell in words), None)) is not None
    }


def _of_names(header: Sequence[str]) -> tuple[int, ...]:
    """The columns that make a name, in their order: its parts where there are at least two of them, else the whole."""
    said = [_words(cell) for cell in header]
    for parts in _NAME_PARTS:
        places = tuple(said.index(part) for part in parts if part in said)
        if len(places) > 1:
            return places
    whole = _places(header).get("name")
    return () if whole is None else (whole,)


def _words(cell: str) -> str:
    return folded(cell).strip(" *:")


def _listed(line: Sequence[str], places: Mapping[str, int], names: Sequence[int]) -> Listed:
    def cell(place: int | None) -> str:
        return line[place].strip() if place is not None and place < len(line) else ""

    role, teams = cell(places.get("role")), re.split(r"[,;\n]", cell(places.get("segment")))
    name = " ".join(showable(" ".join(map(cell, names))).split())[:LONGEST_NAME]
    return Listed(name, role_of(role), role, tuple(t.strip() for t in teams if t.strip()))


def role_of(words: str) -> Role | None:
    """Reads a position as offices call it; an empty one is a manager's. None for what is no role here."""
    said = folded(words)
    if said in _ROLE_OF:
        return _ROLE_OF[said]
    return next((role for pattern, role in _AS_CALLED if pattern.search(said)), None)
