"""What one run of an office under a scheme is set up with, and what is told of it afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

from leads.head import Head
from leads.ledger import GENESIS, canonical, seal
from leads.office import Office
from reports.replay.engine import Replay

AS_SET_UP: Final = "office"  # the name of a run under the office's own schemes


def under(office: Office, scheme: str) -> Office:
    """Returns the same office with every segment under this scheme."""
    if scheme == AS_SET_UP:
        return office
    return replace(office, segments=tuple(replace(s, scheme=scheme) for s in office.segments))


def balances(standings: Mapping[str, Mapping[str, Any]]) -> dict[str, int]:
    """Tells what each is owed over all their segments, in share units."""
    owed: dict[str, int] = {}
    for members in standings.values():
        for who, standing in members.items():
            owed[who] = owed.get(who, 0) + standing.credit
    return owed


def head_of(replay: Replay) -> str:
    """Returns the head of the run's ledger, `NUMBER:SEAL`; entries of a replay carry no time of their own."""
    head, never = Head(0, GENESIS), datetime.min.replace(tzinfo=UTC)
    for seq, entry in enumerate(replay.floor.log, 1):
        head = Head(seq, seal(head.seal, seq, never, entry.kind, entry.lead, canonical(entry.body)))
    return str(head)
