"""What a sender has put into a request, whatever the format, as one tree of texts.

Forms, in the address or in the body, with PHP's brackets (`fields[name][value]`), JSON, letters; in UTF-8 or whatever
else they are written in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from email.policy import HTTP
from typing import Any, Final
from urllib.parse import parse_qsl

from pydantic_core import from_json

from sources.letters import LETTER, tree_of_letter
from sources.texts import decoded
from sources.trees import DEEPEST, Tree

MOST_FIELDS: Final = 1000
LONGEST_KEY: Final = 200
_BRACKETS: Final = re.compile(r"\[([^\[\]]*)\]")


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
    asked = nested(_fields(body.query))
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
        return _json(decoded(body.content))
    charset = _charset(body.content_type)
    text = decoded(body.content, charset)
    if text.lstrip()[:1] in {"{", "["}:  # senders say what they like of their JSON
        return _json(text)
    return nested(_fields(text, charset))


def _fields(text: str, charset: str | None = None) -> Sequence[tuple[str, str]]:
    """Whatever is said of it, most is UTF-8; older sites write in windows-1251, and some say so."""
    for one in ("utf-8", charset):
        with suppress(UnicodeDecodeError, LookupError):
            return _parsed(text, one or "cp1251", "strict")
    return _parsed(text, "cp1251", "replace")


def _parsed(text: str, charset: str, errors: str) -> Sequence[tuple[str, str]]:
    return parse_qsl(
        text, keep_blank_values=True, max_num_fields=MOST_FIELDS, encoding=charset, errors=errors
    )


def _json(text: str) -> Tree:
    """An array at the top is what it holds, by number; a mere word is nothing."""
    found = from_json(text)
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
    """Builds the tree that PHP would: `a[b][c]=1` is in `a`, in `b`; `a[]`, and what comes several times, is a list."""
    root: dict[str, Any] = {}
    for name, value in pairs:
        head, _, rest = name[:LONGEST_KEY].partition("[")
        path = [head, *_BRACKETS.findall(f"[{rest}")][:DEEPEST] if rest else [name[:LONGEST_KEY]]
        _put(root, path[:-1] if len(path) > 1 and not path[-1] else path, value)
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
