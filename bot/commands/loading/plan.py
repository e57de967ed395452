"""What a file would change, in plain lines, and which of it nobody may lose without a word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.commands.loading.changes import ORDER, Change, Table, at, changes

_ONE_OF: Final = {"people": "person", "segments": "segment", "shifts": "shift", "sources": "source"}
_PEOPLE: Final = "people"
_GOES: Final = {_PEOPLE: "is dismissed", "segments": "is retired"}


@dataclass(frozen=True, slots=True)
class Line:
    """`asks`: why somebody has to say yes to it; None: it is done without a question."""

    words: str
    asks: str | None = None

    def __str__(self) -> str:
        return f"{self.words} ({self.asks})" if self.asks else self.words


@dataclass(frozen=True, slots=True)
class Plan:
    """`version`: of the office that was compared; None: there is no office yet."""

    version: int | None
    lines: tuple[Line, ...]

    @property
    def asks(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.asks)


def planned(version: int | None, before: Table, after: Table, loaded: Table | None) -> Plan:
    """`loaded`: the set-up as the last file left it; what differs from it was changed since, in the chat.

    None: nobody knows, the program of that time kept no note; then whatever is changed or taken away asks. An office
    without people asks nothing: nobody has set it up.
    """
    found = [Line(_in_one_line(_words(change)), _asks(change, loaded)) for change in changes(before, after)]
    if not before.get(_PEOPLE):
        found = [Line(line.words) for line in found]
    return Plan(version, tuple(found))


def _asks(change: Change, loaded: Table | None) -> str | None:
    if change.whole and change.path[0] == _PEOPLE and change.after is None:
        by_link = loaded is not None and at(loaded, change.path) is None
        return "takes away somebody who came by a link" if by_link else "takes somebody away"
    if loaded is None:
        return None if change.before is None else "may undo what was changed in the chat"
    return "undoes what was changed in the chat" if _undoes(change, loaded) else None


def _undoes(change: Change, loaded: Table) -> bool:
    """Whether the chat has made of what the last file left there something that this one does not keep."""
    if change.path[-1] == ORDER:
        return False  # nobody changes an order in the chat
    left, now, wanted = at(loaded, change.path), change.before, change.after
    if left is None and isinstance(loaded.get(change.path[0], {}), Mapping):
        return False  # a setting, or a list, that there was not yet
    if all(isinstance(value, list) for value in (left, now, wanted)):
        added, removed = [x for x in now if x not in left], [x for x in left if x not in now]
        return any(x not in wanted for x in added) or any(x in wanted for x in removed)
    return bool(left != now)


def _words(change: Change) -> str:
    part, *where = change.path
    one = _ONE_OF.get(part, part)
    if where == [ORDER]:
        return f"{part}: order {_value(change.before)} -> {_value(change.after)}"
    if change.whole:
        deed = "is added" if change.before is None else _GOES.get(part, "is taken out")
        table = change.after or change.before
        who = f"{one} {table['id']}" if "id" in table else one
        return f"{who} {deed}: {_says(table)}"
    named = f" ({change.name})" if change.name else ""
    subject = part if len(where) == 1 else f"{one} {where[0]}{named}"
    return f"{subject}: {where[-1]} {_value(change.before)} -> {_value(change.after)}"


def _in_one_line(words: str) -> str:
    """A stored name must not look like a line of ours; what else a terminal obeys is seen to where it is printed."""
    return words.replace("\n", "\\n").replace("\r", "\\r")


def _says(table: Table) -> str:
    return ", ".join(f"{key} {_value(value)}" for key, value in table.items() if key != "id")


def _value(value: Any) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return value
        case Mapping():
            return _says(value)
        case list():
            return ", ".join(map(_value, value)) or "nothing"
    return "not set" if value is None else str(value)
