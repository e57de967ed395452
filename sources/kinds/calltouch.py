"""Calltouch: a call or a form, with the parameters that the customer has ticked, in the address or in the body.

https://www.calltouch.ru/support/webhooks/: at the start or the end of a call, or at a form.
"""

from __future__ import annotations

from typing import Final

from leads.inquiries import Happened, Inquiry
from leads.sources import Source, SourceKind
from sources.adapter import EMPTY, Adapter, Example
from sources.bodies import Body
from sources.calls import call_of, is_some, moment_of
from sources.kinds import form
from sources.trees import Tree, field, says_yes

LOST: Final = frozenset({"calllost", "lost"})
GOING_ON: Final = frozenset({"callstarted", "callconnected", "started", "connected"})


def read(tree: Tree, source: Source) -> Inquiry | None:
    """Raises UnreadableError."""
    number = field(tree, "callerphone", "callerphonenumber", "callernumber")
    if not number:
        return form.read_form(tree, source)
    phase = field(tree, "callphase", "phase").lower()
    if phase in GOING_ON:
        return None
    is_told, talked = field(tree, "successful"), field(tree, "duration", "billsec")
    has_spoken = says_yes(tree, "successful") if is_told else is_some(talked)
    return call_of(
        source,
        number,
        is_ours=False,
        has_spoken=phase not in LOST and has_spoken,
        call=field(tree, "callid", "id"),
        at=moment_of(field(tree, "timestamp")),
    )


def key(tree: Tree) -> str | None:
    phase = field(tree, "callphase", "phase")
    called = field(tree, "callid", "requestid", "id")
    return f"{phase}:{called}" if called else None


ADAPTER = Adapter(
    SourceKind.CALLTOUCH,
    read,
    key,
    answer=EMPTY,
    examples=(
        Example(
            "a lost call, in the address",
            Body(
                "callphase=calllost&callerphone=79600000001&phonenumber=78000000000&id=9&utmSource=yandex",
                "",
                b"",
            ),
            Inquiry(Happened.MISSED, phones=("79600000001",), source="site", call="9"),
            key="calllost:9",
            surely=False,
        ),
        Example(
            "a form",
            Body("", form.FORM, "fio=Ирина&phoneNumber=79600000001&requestId=4&comment=Балкон".encode()),
            Inquiry(name="Ирина", phones=("79600000001",), text="Балкон", source="site"),
            key=":4",
            surely=False,
        ),
    ),
)
