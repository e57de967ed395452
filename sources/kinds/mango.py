"""Mango Office: what its exchange tells after each call, `/events/summary`.

The vendor's description of the API, 1.10: a form with `vpbx_api_key`, `json` and `sign`, which is SHA-256 of key, JSON
and salt. The secret of the source is `key:salt`; none stands in the address, to which Mango appends the event's.
"""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, Final

from pydantic_core import from_json

from leads.inquiries import Happened, Inquiry
from leads.sources import Source, SourceKind
from sources.adapter import EMPTY, Adapter, Answer, Example, Request, are_same
from sources.bodies import Body, UnreadableError
from sources.calls import call_of, is_some, moment_of
from sources.kinds.form import FORM
from sources.trees import Tree, branch, field

SUMMARY: Final = "events/summary"
INCOMING, OUTGOING = "1", "2"


def sign_of(told: str, secret: str) -> str:
    """Returns what stands in `sign` of whoever knows the secret. `told`: the JSON, as it is sent."""
    key, _, salt = secret.partition(":")
    return sha256((key + told + salt).encode("utf-8", "surrogatepass")).hexdigest()


def proves(_: Request, tree: Tree, secret: str) -> bool:
    is_known = are_same(field(tree, "vpbx_api_key"), secret.partition(":")[0])
    return is_known and are_same(field(tree, "sign").lower(), sign_of(str(tree.get("json", "")), secret))


def greets(request: Request, _: Tree, __: str) -> Answer | None:
    """Of what goes on during a call, and of all else, nothing is kept."""
    return None if request.secret in {SUMMARY, ""} else EMPTY


def read(tree: Tree, source: Source) -> Inquiry | None:
    """Raises UnreadableError."""
    told = _told(tree)
    way, is_ours = field(told, "call_direction"), field(told, "call_direction") == OUTGOING
    if way not in {INCOMING, OUTGOING}:
        return None  # within the office
    client, ours = ("to", "from") if is_ours else ("from", "to")
    talked, result = field(told, "talk_time"), field(told, "entry_result")
    return call_of(
        source,
        field(branch(told, client), "number"),
        is_ours=is_ours,
        has_spoken=is_some(talked) or result == "1",
        call=field(told, "entry_id"),
        extension=field(branch(told, ours), "extension"),
        at=moment_of(field(told, "create_time")),
    )


def key(tree: Tree) -> str | None:
    try:
        return field(_told(tree), "entry_id") or None
    except UnreadableError:
        return None


def _told(tree: Tree) -> Tree:
    try:
        found: Any = from_json(field(tree, "json"))
    except ValueError:
        raise UnreadableError("json") from None
    return found if isinstance(found, dict) else {}


_MISSED = (
    '{"entry_id":"e1","call_direction":1,"from":{"number":"79600000001"},"to":{"extension":"123","number":"78000000000"},'
    '"line_number":"78000000000","create_time":1764400500,"forward_time":1764400502,"talk_time":0,'
    '"end_time":1764400530,"entry_result":0,"disconnect_reason":1111}'
)
ADAPTER = Adapter(
    SourceKind.MANGO,
    read,
    key,
    answer=EMPTY,
    proves=proves,
    greets=greets,
    examples=(
        Example(
            "a call that nobody has answered",
            Body("", FORM, f"vpbx_api_key=k&sign=s&json={_MISSED}".encode()),
            Inquiry(
                Happened.MISSED,
                phones=("79600000001",),
                source="site",
                at=datetime.fromtimestamp(1764400500, UTC),
                ours="123",
                call="e1",
            ),
            key="e1",
        ),
    ),
)
