"""What stands around a name and says that it is no client's."""

from __future__ import annotations

from contacts.name_calls import calling
from contacts.name_hints import CLIENT, GREETINGS, STAFF, STREETS, TITLES
from contacts.name_items import Sort
from contacts.name_row import Row
from contacts.name_runs import Run


def is_spoilt(row: Row, run: Run, is_beside: bool) -> bool:
    """The words around it say that it is no client: a street, a firm's name, somebody greeted, a colleague."""
    item, before = run.parts[0].item, run.start - 1
    key = row.key(before) if not item.opens else ""
    name = " ".join(part.item.text for part in run.parts)
    if item.gap.endswith(("«", '"', "“", "„")) or row.words.own.is_person(name):
        return True
    if key in STAFF or (key in GREETINGS and not is_beside):
        return True
    if _is_colleague(row, run) and (key in CLIENT or not is_beside):
        return True
    is_near = item.is_close or item.gap.strip() == "."
    if is_near and (key in STREETS or (row.is_part(before, "PREP") and not calling(row, run)[0])):
        return True
    return _is_house(row, run)


def _is_colleague(row: Row, run: Run) -> bool:
    """A surname alone: `клиент Петрова`, `позвонить Петрову` of an office with a Петров."""
    return len(run.parts) == 1 and row.words.is_colleague(run.parts[0].item.text)


def _is_house(row: Row, run: Run) -> bool:
    """A street with its house: `Баумана 5`, `Ленина, 7`; but not `Марат 2 окна`, `Петров 3 окна`."""
    if run.end >= len(row.items) or row.items[run.end].sort is not Sort.NUMBER:
        return False
    is_person = run.has_given_name or run.has_initials
    if row.items[run.end].opens or is_person or row.items[run.end].gap.strip(" ,"):
        return False
    following = row.items[run.end + 1] if run.end + 1 < len(row.items) else None
    is_count = following is not None and following.is_word and following.is_close
    return not (is_count and run.is_called_so)


def has_role(row: Row, run: Run) -> bool:
    """`мастер Рустам`, `муж Ольги`: one who is known by what he is to somebody."""
    first = run.parts[0].item
    if first.opens or first.gap.strip(" \t:"):
        return False
    return row.is_creature(run.start - 1) and row.key(run.start - 1) not in CLIENT | TITLES
