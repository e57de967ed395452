"""`office load` and `diff`: what a file would change in the stored office, in plain lines, and what it asks about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from files.failure import Failure

_ONE_OF: Final = {"people": "person", "segments": "segment", "shifts": "shift", "sources": "source"}
_PEOPLE: Final = "people"
_GOES: Final = {_PEOPLE: "is dismissed", "segments": "is retired"}

Table = Mapping[str, Any]
Path = tuple[str, ...]
"""Where a value stands: `("people", "petrov", "weight")`; `("people", "petrov")` is the whole table."""

QUESTION = "Do all of this?"


@dataclass(frozen=True, slots=True)
class Line:
    """Says what would change. `asks`: why somebody has to say yes to it; None: it is done without a question."""

    words: str
    asks: str | None = None

    def __str__(self) -> str:
        return f"{self.words} ({self.asks})" if self.asks else self.words


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


@dataclass(frozen=True, slots=True)
class Change:
    """A difference of two set-ups. `before` and `after`: None where no value stands.

    `name`: how the table calls what it is about, "Пётр Петров"; empty where it has no name. `whole`: a table of a list
    comes or goes; else one value in it is another.
    """

    path: Path
    before: Any
    after: Any
    name: str = ""
    whole: bool = False


def changes(before: Table, after: Table) -> Iterator[Change]:
    """Returns them in the order of the new set-up; what is gone from a list comes behind what is in it.

    A set-up is what `files.office_file.set_up` makes: tables, and lists of tables which have an id or count as they
    are. No key of the office file has its name here, so that new ones appear too.
    """
    for part in [*after, *(key for key in before if key not in after)]:
        old, new = before.get(part), after.get(part)
        if isinstance(old or new, list):
            yield from _lists((part,), old or [], new or [])
        else:
            yield from _tables((part,), old or {}, new or {})


def at(document: Table, path: Path) -> Any:
    """Returns what stands there, or None."""
    found: Any = document
    for step in path:
        found = _named(found).get(step) if isinstance(found, list) else (found or {}).get(step)
    return found


def _tables(path: Path, before: Table, after: Table, name: str = "") -> Iterator[Change]:
    for key in [*after, *(key for key in before if key not in after)]:
        old, new = before.get(key), after.get(key)
        if old != new:
            yield Change((*path, key), old, new, name)


def _lists(path: Path, before: Sequence[Table], after: Sequence[Table]) -> Iterator[Change]:
    old, new = _named(before), _named(after)
    for id in [*new, *(id for id in old if id not in new)]:
        was, will = old.get(id), new.get(id)
        name = str((will or was or {}).get("name", ""))
        if was and will:
            yield from _tables((*path, id), was, will, name)
        else:
            yield Change((*path, id), was, will, name, whole=True)
    kept = [id for id in old if id in new]
    ordered = [id for id in new if id in old]
    if kept != ordered:
        yield Change((*path, ORDER), kept, ordered)


ORDER: Final = ""  # no id is empty


def _named(tables: Sequence[Table]) -> dict[str, Table]:
    """By id. What has none is named by all that it says, so that two that are alike are two."""
    found: dict[str, Table] = {}
    for table in tables:
        id = str(table.get("id", sorted((key, str(value)) for key, value in table.items())))
        while id in found:
            id += " again"
        found[id] = table
    return found


@dataclass(frozen=True, slots=True)
class Voice:
    """Speaks to whoever loads: `say` prints a line.

    `ask` puts a question to whoever sits at the terminal; None: nobody sits there.
    """

    say: Callable[[str], None]
    ask: Callable[[str], bool] | None = None


class NotConfirmedError(Failure):
    """Something would be lost, and nobody has said yes to it. Nothing was changed."""

    code = 2

    def __init__(self, file: str, plan: Plan, why: str) -> None:
        super().__init__("\n".join([f"{file}: not loaded, nothing was changed; {why}", *_listed(plan)]))


class ChangedMeanwhileError(Failure):
    """The office is not the one any more that the plan was made for. Nothing was changed."""

    def __init__(self, file: str) -> None:
        super().__init__(f"{file}: not loaded, for the office was changed meanwhile; look at it again")


def confirm(file: str, plan: Plan, voice: Voice, *, yes: bool) -> None:
    """Asks. Raises NotConfirmedError where the plan asks and nobody says yes."""
    if yes or not plan.asks:
        return
    if voice.ask is None:
        raise NotConfirmedError(file, plan, "say yes at a terminal, or load it with --yes:")
    if not voice.ask(QUESTION):
        raise NotConfirmedError(file, plan, "you said no to:")


def _listed(plan: Plan) -> list[str]:
    return [f"  {line}" for line in plan.asks]
