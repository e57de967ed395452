"""UIS and CoMagic: a notification whose body the customer writes, with the names of their variables.

https://www.comagic.ru/support/api/: the secret is in the address alone; nothing is sent twice.
"""

from __future__ import annotations

import re
from typing import Final

from leads.inquiries import Happened, Inquiry
from leads.sources import Source, SourceKind
from sources.adapter import EMPTY, Adapter, Example
from sources.bodies import Body
from sources.calls import call_of, is_some
from sources.kinds import form
from sources.trees import Tree, field, says_yes

MISSED: Final = re.compile(r"потер|пропущ|неотвеч|lost|missed", re.IGNORECASE)
OVER: Final = re.compile(r"заверш|состоял|ended|finish|completed|answered|принят", re.IGNORECASE)


def read(tree: Tree, source: Source) -> Inquiry | None:
    """A call by its notification, by whether it was lost, by how long they have spoken; else a form.

    Raises UnreadableError.
    """
    if not field(tree, "contact_phone_number", "call_session_id"):
        return form.read_form(tree, source)
    name = field(tree, "notification_name", "notification_mnemonic")
    talked = field(tree, "talk_time_duration", "talk_duration", "clean_talk_duration")
    is_missed = bool(MISSED.search(name)) or says_yes(tree, "is_lost")
    if not (is_missed or talked or OVER.search(name)):
        return None  # it goes on
    return call_of(
        source,
        field(tree, "contact_phone_number", "calling_phone_number"),
        is_ours=field(tree, "direction").lower() in {"out", "outgoing"},
        has_spoken=not is_missed and (is_some(talked) or not talked),
        call=field(tree, "call_session_id"),
        extension=field(tree, "extension_phone_number", "employee_extension"),
    )


def key(tree: Tree) -> str | None:
    call = field(tree, "call_session_id")
    return f"{call}:{field(tree, 'notification_name', 'notification_mnemonic')}" if call else None


ADAPTER = Adapter(
    SourceKind.UIS,
    read,
    key,
    answer=EMPTY,
    examples=(
        Example(
            "a lost call",
            Body(
                "",
                "application/json",
                '{"notification_name": "Потерянный звонок", "call_session_id": 77, "direction": "in", '
                '"contact_phone_number": "79600000001", "virtual_phone_number": "78000000000", '
                '"start_time": "2026-11-29 10:15:00"}'.encode(),
            ),
            Inquiry(Happened.MISSED, phones=("79600000001",), source="site", call="77"),
            key="77:Потерянный звонок",
        ),
    ),
)
