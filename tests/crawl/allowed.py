"""What may become of the deeds of each role: what is stored, by who may change it (`leads/rights.py`)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from leads.rights import OF_ONE_SEGMENT, Right, may
from tests.crawl.deeds import Came

_OF_LEADS: Final = frozenset(
    {Right.TAKE_IN, Right.WITHDRAW, Right.WRITE_DOWN, Right.BRING_IN, Right.HOLD, Right.ASSIGN, Right.SETTLE}
    | {Right.UNDO, Right.JOIN_CLIENTS, Right.COME_AND_GO, Right.BRING_BACK, Right.RUN, Right.SET_UP}
)
_OF_OFFICE: Final = frozenset({Right.RUN, Right.SET_UP, Right.SWITCH_SCHEMES})
_ANYBODYS: Final = frozenset({Right.COME_IN})

CHANGES: Final[Mapping[str, frozenset[Right]]] = {
    "offices": _OF_OFFICE,
    "segments": _OF_OFFICE,
    "people": _OF_OFFICE | {Right.INVITE},
    "self": frozenset({Right.CHOOSE_LANGUAGE, Right.MOVE, Right.COME_AND_GO, Right.COME_IN}),
    "changes": _OF_OFFICE | {Right.INVITE, Right.CHOOSE_LANGUAGE, Right.MOVE},
    "shifts": frozenset({Right.RUN, Right.PLAN, Right.SWAP, Right.SET_UP}),
    "members": _OF_LEADS,
    "invitations": frozenset({Right.INVITE, Right.MOVE}),
    **dict.fromkeys(("secrets", "crms", "hooks", "mailboxes"), frozenset({Right.SET_UP})),
    "rosters": frozenset({Right.PLAN, Right.RUN}),
    "swaps": frozenset({Right.SWAP, Right.RUN}),
    "draws": frozenset({Right.THROW_LOT, Right.RUN}),
    "feeds": frozenset({Right.SEE_DUTY}),
    "joins": frozenset({Right.JOIN_CLIENTS, Right.SET_UP}),
    "upkeep": frozenset({Right.SET_UP, Right.SEE_OFFICE}),
    "requests": frozenset({Right.SET_UP, Right.MIND}),
    "set_aside": frozenset({Right.MIND}),
    **dict.fromkeys(
        ("leads", "offers", "clients", "contacts", "terms", "touches", "records", "closings"), _OF_LEADS
    ),
    # what follows from the others, or from time
    **dict.fromkeys(("ledger", "summaries", "troubles", "watches", "deliveries", "crm_leads"), _ANYBODYS),
}
"""Who may change what: whoever has one of these rights. `self`: one's own row of `people`."""


def forbidden(came: Came) -> Iterator[str]:
    """Lists what has changed by the hand of somebody who has no right to it."""
    if came.deed.kind in {"time", "link"}:
        return
    roles, heads = came.stood.roles, came.stood.heads
    for table in sorted(came.differs):
        rights = CHANGES[table]
        if not any(may(roles, right) or (heads and right in OF_ONE_SEGMENT) for right in rights):
            yield f"has changed {table}, which takes one of {', '.join(sorted(right.name for right in rights))}"
