"""The differences of two set-ups, whatever keys they have: what an office file changes, what a chat has changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from leads.hooks import host_of

Table = Mapping[str, Any]
Path = tuple[str, ...]
"""Where a value stands: `("people", "petrov", "weight")`; `("people", "petrov")` is the whole table."""

ORDER: Final = ""  # no id is empty


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
        found = named(found).get(step) if isinstance(found, list) else (found or {}).get(step)
    return found


def _tables(path: Path, before: Table, after: Table, name: str = "") -> Iterator[Change]:
    for key in [*after, *(key for key in before if key not in after)]:
        old, new = before.get(key), after.get(key)
        if old != new:
            yield Change((*path, key), old, new, name)


def _lists(path: Path, before: Sequence[Table], after: Sequence[Table]) -> Iterator[Change]:
    old, new = named(before), named(after)
    for id in [*new, *(id for id in old if id not in new)]:
        was, will = old.get(id), new.get(id)
        name = name_of(will or was or {})
        if was and will:
            yield from _tables((*path, id), was, will, name)
        else:
            yield Change((*path, id), was, will, name, whole=True)
    kept = [id for id in old if id in new]
    ordered = [id for id in new if id in old]
    if kept != ordered:
        yield Change((*path, ORDER), kept, ordered)


def id_in(table: Table) -> str | None:
    """Returns by what a table of a list is known: an id, or where it sends to; None: by nothing."""
    found = table.get("id", table.get("url"))
    return None if found is None else str(found)


def name_of(table: Table) -> str:
    """Returns how it is called; an address by its host, for the rest of it may be a secret."""
    return host_of(str(table["url"])) if "url" in table else str(table.get("name", ""))


def named(tables: Sequence[Table]) -> dict[str, Table]:
    """Returns them by id, in order. What has none is named by all that it says, so that two that are alike are two."""
    found: dict[str, Table] = {}
    for table in tables:
        id = id_in(table) or str(sorted((key, str(value)) for key, value in table.items()))
        while id in found:
            id += " again"
        found[id] = table
    return found
