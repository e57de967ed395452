"""Zadarma: what its exchange tells at the end of a call.

https://zadarma.com/en/support/api/#api_webhook and the vendor's library: a form, signed in the header `Signature` with
base64 of the hex of HMAC-SHA1. Which fields are signed depends on the event. No secret stands in the address.
"""

from __future__ import annotations

import hmac
from base64 import b64encode
from typing import Final

from leads.inquiries import Happened, Inquiry
from leads.sources import Source, SourceKind
from sources.adapter import EMPTY, Adapter, Answer, Example, Request, are_same
from sources.bodies import Body
from sources.calls import call_of
from sources.kinds.form import FORM
from sources.trees import Tree, field

IN, OUT = "NOTIFY_END", "NOTIFY_OUT_END"
SIGNED: Final = {
    "NOTIFY_ANSWER": ("caller_id", "destination", "call_start"),
    "NOTIFY_OUT_START": ("internal", "destination", "call_start"),
    OUT: ("internal", "destination", "call_start"),
    "NOTIFY_RECORD": ("pbx_call_id", "call_id_with_rec"),
}
USUALLY: Final = ("caller_id", "called_did", "call_start")
ECHO: Final = "zd_echo"
LONGEST_ECHO: Final = 100


def signature(tree: Tree, secret: str) -> str:
    """Returns what stands in the header of whoever knows the secret."""
    words = "".join(field(tree, name) for name in SIGNED.get(field(tree, "event"), USUALLY))
    digest = hmac.new(secret.encode(), words.encode("utf-8", "surrogatepass"), "sha1").hexdigest()
    return b64encode(digest.encode()).decode()


def proves(request: Request, tree: Tree, secret: str) -> bool:
    """The echo of the connection is signed by nobody, and nothing comes of it."""
    if _is_echo(request, tree):
        return True
    return are_same(request.headers.get("signature", ""), signature(tree, secret))


def greets(request: Request, tree: Tree, _: str) -> Answer | None:
    if _is_echo(request, tree):
        return Answer(field(tree, ECHO)[:LONGEST_ECHO])
    return None if field(tree, "event") in {IN, OUT} else EMPTY


def _is_echo(request: Request, tree: Tree) -> bool:
    return request.method == "GET" and bool(field(tree, ECHO))


def read(tree: Tree, source: Source) -> Inquiry | None:
    """Raises UnreadableError."""
    is_ours = field(tree, "event") == OUT
    return call_of(
        source,
        field(tree, "destination" if is_ours else "caller_id"),
        is_ours=is_ours,
        has_spoken=field(tree, "disposition") == "answered",
        call=field(tree, "pbx_call_id"),
        extension=field(tree, "internal", "last_internal"),
    )


def key(tree: Tree) -> str | None:
    call = field(tree, "pbx_call_id")
    return f"{field(tree, 'event')}:{call}" if call else None


ADAPTER = Adapter(
    SourceKind.ZADARMA,
    read,
    key,
    answer=EMPTY,
    proves=proves,
    greets=greets,
    examples=(
        Example(
            "a call that nobody has answered",
            Body(
                "",
                FORM,
                b"event=NOTIFY_END&caller_id=%2B79600000001&called_did=78000000000&call_start=2026-11-29+10:15:00"
                b"&pbx_call_id=in_1&duration=0&disposition=no+answer",
            ),
            Inquiry(Happened.MISSED, phones=("+79600000001",), source="site", call="in_1"),
            key="NOTIFY_END:in_1",
        ),
        Example(
            "the office has called",
            Body(
                "",
                FORM,
                b"event=NOTIFY_OUT_END&internal=101&destination=79600000001&call_start=2026-11-29+10:20:00"
                b"&pbx_call_id=out_1&duration=40&disposition=answered",
            ),
            Inquiry(Happened.CALLED, phones=("79600000001",), source="site", ours="101", call="out_1"),
            key="NOTIFY_OUT_END:out_1",
            surely=False,
        ),
    ),
)
