"""What a kind of source is: how its senders prove who they are, what they want to hear, and how a client is read.

Adding a kind is one file in `sources/kinds` with its examples, a line in its table, and a page of docs/sources.
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

from leads.inquiries import Inquiry
from leads.sources import Source, SourceKind
from sources.bodies import Body, UnreadableError, tree_of
from sources.fields import gather, named, tells_whom
from sources.trees import Tree, leaves

Fields = Callable[[Tree], Iterable[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Request:
    """A request to a source's address. `secret`: what stands behind the source in it; `headers` by their names in
    small letters.
    """

    method: str
    secret: str
    headers: Mapping[str, str]
    body: Body


@dataclass(frozen=True, slots=True)
class Answer:
    """What the sender is told."""

    text: str = ""
    status: int = 200
    content_type: str = "text/plain"


OK: Final = Answer("ok")
EMPTY: Final = Answer()
JSON_OK: Final = Answer('{"ok": true}', content_type="application/json")


@dataclass(frozen=True, slots=True)
class Example:
    """A body as senders send it, and what is read of it. `surely`: whether a document of the sender's own says so.

    `lead`: None where nobody is to be called.
    """

    title: str
    body: Body
    lead: Inquiry | None
    key: str | None = None
    surely: bool = True


def every_field(tree: Tree) -> Iterable[tuple[str, str]]:
    """Whatever stands in it."""
    return named(leaves(tree))


def nothing_more(_: Request, __: Tree, ___: str) -> bool:
    """The secret in the address is proof enough."""
    return True


def also_in_body(*names: str) -> Callable[[Request, Tree, str], bool]:
    """Returns the proof of a sender who repeats the secret in the body: where one stands there, it is the same."""

    def proof(_: Request, tree: Tree, secret: str) -> bool:
        said = [str(tree[name]) for name in names if tree.get(name) not in {None, ""}]
        return all(are_same(one, secret) for one in said)

    return proof


def are_same(given: str, secret: str) -> bool:
    """Compares in constant time: neither the place of the first wrong letter nor the length shows."""
    digests = (sha256(one.encode("utf-8", "surrogatepass")).digest() for one in (given, secret))
    return bool(secret) and hmac.compare_digest(*digests)


def bears(authorization: str, token: str) -> bool:
    """Tells whether a header `Authorization` holds this token, as a bearer shows it (RFC 6750)."""
    scheme, _, given = authorization.partition(" ")
    return scheme.lower() == "bearer" and are_same(given.strip(), token)


def no_greeting(_: Request, __: Tree, ___: str) -> Answer | None:
    return None


def no_key(_: Tree) -> str | None:
    return None


def form_of(fields: Fields) -> Callable[[Tree, Source], Inquiry]:
    """Returns how a form of these fields is read. That raises UnreadableError where nobody could be called."""

    def read(tree: Tree, source: Source) -> Inquiry:
        found = gather(fields(tree), source)
        if not tells_whom(found):
            raise UnreadableError("no contact")
        return found

    return read


@dataclass(frozen=True, slots=True)
class Adapter:
    """One kind of source.

    `read` returns what is told of a client, and None where nothing is: a test, a call that is going on; it raises
    UnreadableError where somebody is meant and nobody could be called. `proves` tells whether the sender knows the
    secret, beside what stands in the address. `greets` answers what is no inquiry, before anything is stored: a
    handshake, an echo, a test. `key`: what the sender calls it, so that it is one when it comes again.
    """

    kind: SourceKind
    read: Callable[[Tree, Source], Inquiry | None]
    key: Callable[[Tree], str | None] = no_key
    answer: Answer = OK
    proves: Callable[[Request, Tree, str], bool] = nothing_more
    greets: Callable[[Request, Tree, str], Answer | None] = no_greeting
    fields: Fields = every_field
    examples: Sequence[Example] = field(default=())

    def read_body(self, body: Body, source: Source) -> Inquiry | None:
        """Reads a stored body. Raises UnreadableError."""
        return self.read(tree_of(body), source)
