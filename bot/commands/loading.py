"""`office load` and `diff`: what a file would change in the stored office, in plain lines; who says yes to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from files.failure import Failure
from files.office_file.changes import ORDER, Change, Table, id_in
from files.office_file.plan import PEOPLE, Line, Plan

_ONE_OF: Final = {
    PEOPLE: "person",
    "segments": "segment",
    "shifts": "shift",
    "sources": "source",
    "hooks": "hook",
}
_GOES: Final = {PEOPLE: "is dismissed", "segments": "is retired"}

QUESTION = "Do all of this?"


def words(line: Line) -> str:
    """Tells in one line what would change, and why somebody is asked."""
    said = _in_one_line(_words(line.change))
    return f"{said} ({line.asks})" if line.asks else said


def _words(change: Change) -> str:
    part, *where = change.path
    one = _ONE_OF.get(part, part)
    if where == [ORDER]:
        return f"{part}: order {_value(change.before)} -> {_value(change.after)}"
    if change.whole:
        deed = "is added" if change.before is None else _GOES.get(part, "is taken out")
        table = change.after or change.before
        who = f"{one} {id}" if (id := id_in(table)) else one
        said = _says(table)
        return f"{who} {deed}: {said}" if said else f"{who} {deed}"
    named = f" ({change.name})" if change.name else ""
    subject = part if len(where) == 1 else f"{one} {where[0]}{named}"
    return f"{subject}: {where[-1]} {_value(change.before)} -> {_value(change.after)}"


def _in_one_line(words: str) -> str:
    """A stored name must not look like a line of ours; what else a terminal obeys is seen to where it is printed."""
    return words.replace("\n", "\\n").replace("\r", "\\r")


def _says(table: Table) -> str:
    return ", ".join(f"{key} {_value(value)}" for key, value in table.items() if key not in {"id", "url"})


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
    return [f"  {words(line)}" for line in plan.asks]
