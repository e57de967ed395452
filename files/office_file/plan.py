"""What loading an office file would do, and what of it somebody has to say yes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from files.office_file.changes import ORDER, Change, Table, at, changes

PEOPLE: Final = "people"


class Asks(StrEnum):
    """Says why somebody has to say yes to a change."""

    TAKES_AWAY = "takes somebody away"
    TAKES_AWAY_BY_LINK = "takes away somebody who came by a link"
    UNDOES = "undoes what was changed in the chat"
    MAY_UNDO = "may undo what was changed in the chat"


@dataclass(frozen=True, slots=True)
class Line:
    """Says what would change. `asks`: None: it is done without a question."""

    change: Change
    asks: Asks | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What loading would do. `version`: of the office that was compared; None: there is no office yet."""

    version: int | None
    lines: tuple[Line, ...]

    @property
    def asks(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.asks)


def planned(version: int | None, before: Table, after: Table, loaded: Table | None) -> Plan:
    """Plans a loading.

    `loaded`: the set-up as the last file left it; what differs from it was changed since, in the chat.

    None: nobody knows, the program of that time kept no note; then whatever is changed or taken away asks. An office
    without people asks nothing: nobody has set it up.
    """
    is_empty = not before.get(PEOPLE)
    found = (Line(one, None if is_empty else _asks(one, loaded)) for one in changes(before, after))
    return Plan(version, tuple(found))


def _asks(change: Change, loaded: Table | None) -> Asks | None:
    if change.whole and change.path[0] == PEOPLE and change.after is None:
        by_link = loaded is not None and at(loaded, change.path) is None
        return Asks.TAKES_AWAY_BY_LINK if by_link else Asks.TAKES_AWAY
    if loaded is None:
        return None if change.before is None else Asks.MAY_UNDO
    return Asks.UNDOES if _undoes(change, loaded) else None


def _undoes(change: Change, loaded: Table) -> bool:
    """Whether the chat has made of what the last file left there something that this one does not keep."""
    if change.path[-1] == ORDER:
        return False
    left, now, wanted = at(loaded, change.path), change.before, change.after
    if left is None and isinstance(loaded.get(change.path[0], {}), Mapping):
        return False  # a setting, or a list, that there was not yet
    if all(isinstance(value, list) for value in (left, now, wanted)):
        added, removed = [x for x in now if x not in left], [x for x in left if x not in now]
        return any(x not in wanted for x in added) or any(x in wanted for x in removed)
    return bool(left != now)
