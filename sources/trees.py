"""A tree of texts: its fields by name, its branches, and all that stands in it as questions with their answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic_core import from_json

DEEPEST: Final = 12
TICKED: Final = "✓"
_YES: Final = frozenset({TICKED, "1", "true", "yes", "да"})
_ASKED: Final = ("question", "label", "title", "caption", "q", "name", "field", "key", "id")
_ANSWERED: Final = ("value", "answer", "a", "values")
_BESIDE: Final = ("type", "required", "raw_value", "order", "position", "sort", "first", "middle", "last")
_OF_A_FIELD: Final = frozenset((*_ASKED, *_ANSWERED, *_BESIDE))
"""How builders of forms call a question and its answer, where each field is a tree of its own, and what else it has."""

Tree = Mapping[str, Any]
"""Texts, numbers, and further trees and lists of them, by name."""


def text_of(value: Any) -> str:
    """Returns a leaf as people of any language read it: several are parted by commas, nothing is nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return TICKED if value else "✗"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(text_of, value)))
    if isinstance(value, Mapping):
        return ", ".join(filter(None, map(text_of, value.values())))
    return str(value).strip()


def field(tree: Tree, *names: str) -> str:
    """Returns the first of these fields that says something, as text; empty where none does. Names are compared without
    regard to case.
    """
    known = {str(key).casefold(): value for key, value in tree.items()}
    return next((said for name in names if (said := text_of(known.get(name.casefold())))), "")


def says_yes(tree: Tree, *names: str) -> bool:
    """Tells whether the first of these fields that says something says yes, in whichever way senders do."""
    return field(tree, *names).casefold() in _YES


def branch(tree: Tree, *names: str) -> Tree:
    """Returns the tree within the tree; an empty one where it is none."""
    found: Any = tree
    for name in names:
        found = found.get(name) if isinstance(found, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def leaves(tree: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
    """Returns every text of a tree with the names that lead to it; a list of texts is one.

    A tree within that is but a question with its answer is a text of that name; JSON in a text is a tree like any.
    """
    if isinstance(tree, Mapping) and len(path) < DEEPEST:
        if path and (asked := _asked(tree)):
            within = path[:-1] if path[-1].isdigit() else path
            yield from leaves(field(tree, *_ANSWERED), (*within, asked))
            return
        for name, value in tree.items():
            yield from leaves(value, (*path, str(name)))
    elif isinstance(tree, list) and any(isinstance(one, Mapping | list) for one in tree):
        for place, value in enumerate(tree):
            yield from leaves(value, (*path, str(place)))
    elif (inner := _json_in(said := text_of(tree))) is not None:
        yield from leaves(inner, path)
    elif said:
        yield path, said


def _asked(tree: Tree) -> str:
    """What a field asks that is a tree of its own, `{"label": "Телефон", "value": "…"}`; empty for any other tree."""
    known = {str(name).casefold() for name in tree}
    is_field = known <= _OF_A_FIELD and not known.isdisjoint(_ANSWERED)
    return field(tree, *_ASKED) if is_field else ""


def _json_in(text: str) -> Mapping[str, Any] | list[Any] | None:
    if not text.startswith(("{", "[")):
        return None
    try:
        found = from_json(text)
    except ValueError:
        return None
    return found if isinstance(found, Mapping | list) else None
