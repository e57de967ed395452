"""What a sender has put into a request, whatever the format: one tree of texts, and the answers in it as lines.

Forms, in the address or in the body, with PHP's brackets (`fields[name][value]`), JSON, and JSON in a field of a form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any, Final
from urllib.parse import parse_qsl

from pydantic_core import from_json

from sources.letters import LETTER, tree_of_letter
from sources.texts import decoded

MOST_FIELDS: Final = 1000
DEEPEST: Final = 12
LONGEST_KEY: Final = 200
_BRACKETS: Final = re.compile(r"\[([^\[\]]*)\]")

TICKED: Final = "✓"
_YES: Final = frozenset({TICKED, "1", "true", "yes", "да"})

Tree = Mapping[str, Any]
"""Texts, numbers, and further trees and lists of them, by name."""


class UnreadableError(Exception):
    """Says why nothing can be read of a body. Nothing of the body is in it."""


@dataclass(frozen=True, slots=True)
class Body:
    """A request as it came. `query`: what stood behind the `?` of its address."""

    query: str
    content_type: str
    content: bytes


def tree_of(body: Body) -> Tree:
    """Returns all that it says; what stands in the address gives way to what stands in the body.

    Raises UnreadableError.
    """
    asked = nested(
        parse_qsl(body.query, keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="replace")
    )
    if not body.content.strip():
        return asked
    kind = body.content_type.partition(";")[0].strip().lower()
    try:
        return {**asked, **_read(kind, body)}
    except (ValueError, LookupError, RecursionError) as error:
        raise UnreadableError(type(error).__name__) from None


def _read(kind: str, body: Body) -> Tree:
    if kind == LETTER:
        return tree_of_letter(body.content)
    if kind.startswith("multipart/"):
        return nested(_parts(body))
    if kind.endswith("json"):
        return _json(body.content)
    text = decoded(body.content, _charset(body.content_type))
    if text.lstrip()[:1] in {"{", "["}:  # senders say what they like of their JSON
        return _json(body.content)
    return nested(parse_qsl(text, keep_blank_values=True, max_num_fields=MOST_FIELDS, errors="replace"))


def _json(content: bytes) -> Tree:
    """An array at the top is what it holds, by number; a mere word is nothing."""
    found = from_json(content)
    if isinstance(found, list):
        return {str(place): one for place, one in enumerate(found)}
    if not isinstance(found, dict):
        raise ValueError("no object")
    return found


def _charset(content_type: str) -> str | None:
    header = Message()
    header["Content-Type"] = content_type
    found = header.get_content_charset()
    return str(found) if found else None


def _parts(body: Body) -> Iterator[tuple[str, str]]:
    """The fields of a multipart form; of a file its name."""
    head = f"Content-Type: {body.content_type}\r\n\r\n".encode("utf-8", "replace")
    read = BytesParser(policy=HTTP).parsebytes(head + body.content)
    if not read.is_multipart():
        raise ValueError("no parts")
    for place, part in enumerate(read.iter_parts()):
        if place >= MOST_FIELDS:
            raise ValueError("too many fields")
        name = part.get_param("name", header="content-disposition")
        if not name:
            continue
        file = part.get_filename()
        content = part.get_payload(decode=True)
        said = decoded(content, part.get_content_charset()) if isinstance(content, bytes) else ""
        yield str(name), str(file) if file else said


def nested(pairs: Sequence[tuple[str, str]] | Iterator[tuple[str, str]]) -> dict[str, Any]:
    """Builds the tree that PHP would: `a[b][c]=1` is in `a`, in `b`; what comes several times is a list."""
    root: dict[str, Any] = {}
    for name, value in pairs:
        head, _, rest = name[:LONGEST_KEY].partition("[")
        path = [head, *_BRACKETS.findall(f"[{rest}")][:DEEPEST] if rest else [name[:LONGEST_KEY]]
        _put(root, path, value)
    return root


def _put(root: dict[str, Any], path: Sequence[str], value: str) -> None:
    here = root
    for step in path[:-1]:
        inner = here.get(step)
        if not isinstance(inner, dict):
            inner = here[step] = {} if inner is None else {"": inner}
        here = inner
    last = path[-1] or str(len(here))
    known = here.get(last)
    if known is None:
        here[last] = value
    elif isinstance(known, list):
        known.append(value)
    elif not isinstance(known, dict):
        here[last] = [known, value]


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
    """Returns every text of a tree with the names that lead to it; a list of texts is one."""
    if isinstance(tree, Mapping) and len(path) < DEEPEST:
        for name, value in tree.items():
            yield from leaves(value, (*path, str(name)))
    elif isinstance(tree, list) and any(isinstance(one, Mapping | list) for one in tree):
        for place, value in enumerate(tree):
            yield from leaves(value, (*path, str(place)))
    elif said := text_of(tree):
        yield path, said
