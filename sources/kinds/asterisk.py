"""Asterisk: a line of the dial plan that calls the address, or a program that passes events of AMI on.

https://docs.asterisk.org/Latest_API/API_Documentation/Dialplan_Functions/CURL/: where the plan puts the line, nobody
has answered, unless it says otherwise (`status=${DIALSTATUS}`).
"""

from __future__ import annotations

from typing import Final

from leads.inquiries import Happened, Inquiry
from leads.sources import Source, SourceKind
from sources.adapter import Adapter, Example
from sources.bodies import Body
from sources.calls import call_of
from sources.trees import Tree, field

ANSWERED: Final = frozenset({"answer", "answered", "agentconnect", "agentcomplete"})
GOING_ON: Final = frozenset({"agentcalled", "queuecallerjoin", "newchannel", "dialbegin"})


def read(tree: Tree, source: Source) -> Inquiry | None:
    """Raises UnreadableError."""
    status = field(tree, "status", "event").lower()
    if status in GOING_ON:
        return None
    return call_of(
        source,
        field(tree, "phone", "calleridnum"),
        is_ours=field(tree, "direction").lower() == "out",
        has_spoken=status in ANSWERED,
        call=field(tree, "id", "linkedid", "uniqueid"),
        extension=field(tree, "ext", "extension"),
    )


def key(tree: Tree) -> str | None:
    call = field(tree, "id", "linkedid", "uniqueid")
    return f"{field(tree, 'status', 'event')}:{call}" if call else None


ADAPTER = Adapter(
    SourceKind.ASTERISK,
    read,
    key,
    examples=(
        Example(
            "a line of the dial plan",
            Body("phone=79600000001&id=1764400500.7", "", b""),
            Inquiry(Happened.MISSED, phones=("79600000001",), source="site", call="1764400500.7"),
            key=":1764400500.7",
        ),
        Example(
            "who has hung up in a queue",
            Body(
                "",
                "application/json",
                b'{"Event": "QueueCallerAbandon", "CallerIDNum": "79600000001", "Queue": "sales", "Uniqueid": "5.1"}',
            ),
            Inquiry(Happened.MISSED, phones=("79600000001",), source="site", call="5.1"),
            key="QueueCallerAbandon:5.1",
        ),
    ),
)
