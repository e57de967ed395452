"""Megafon's virtual exchange: the history of a call, `cmd=history`, which comes after it.

Seen in programs that work with it; the token that is put in there comes in the body. What goes on during a call
(`cmd=event`) says neither who has called whom nor whether they have spoken, so nothing is read of it.
"""

from __future__ import annotations

from leads.inquiries import Happened, Inquiry
from leads.sources import Source, SourceKind
from sources.adapter import EMPTY, Adapter, Answer, Example, Request, also_in_body
from sources.bodies import Body
from sources.calls import call_of
from sources.kinds.form import FORM
from sources.trees import Tree, field


def greets(_: Request, tree: Tree, __: str) -> Answer | None:
    """Who a caller is, is told to no exchange."""
    asked = field(tree, "cmd")
    if asked == "contact":
        return Answer("{}", content_type="application/json")
    return None if asked in {"history", ""} else EMPTY


def read(tree: Tree, source: Source) -> Inquiry | None:
    """Raises UnreadableError."""
    return call_of(
        source,
        field(tree, "phone"),
        is_ours=field(tree, "type").lower() == "out",
        has_spoken=field(tree, "status").lower() == "success",
        call=field(tree, "callid"),
        extension=field(tree, "ext") or field(tree, "user"),
    )


ADAPTER = Adapter(
    SourceKind.MEGAFON,
    read,
    lambda tree: field(tree, "callid") or None,
    answer=EMPTY,
    proves=also_in_body("crm_token"),
    greets=greets,
    examples=(
        Example(
            "a call that nobody has answered",
            Body(
                "",
                FORM,
                b"cmd=history&type=in&status=Missed&phone=79600000001&diversion=78000000000&callid=c1&duration=0",
            ),
            Inquiry(Happened.MISSED, phones=("79600000001",), source="site", call="c1"),
            key="c1",
            surely=False,
        ),
        Example(
            "the office has called",
            Body(
                "",
                FORM,
                b"cmd=history&type=out&status=Success&phone=79600000001&ext=101&callid=c2&duration=40",
            ),
            Inquiry(Happened.CALLED, phones=("79600000001",), source="site", ours="101", call="c2"),
            key="c2",
            surely=False,
        ),
    ),
)
