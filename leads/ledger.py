"""The ledger: an append-only chain of entries, each sealed by SHA-256 over itself and the seal before it.

Anyone can check it with nothing but Python's standard library: `seal(entry, previous)` must equal what is
stored. Entries hold no personal data of clients; people of the office appear by their short id.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

_SPELLING = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)

GENESIS = "0" * 64  # what the first entry of an office is chained to


@dataclass(frozen=True, slots=True)
class Sealed:
    """An entry as it is stored. `at` is aware; `body` is canonical JSON text."""

    seq: int  # from 1, without gaps, for each office
    at: datetime
    kind: str
    lead: int | None
    body: str
    seal: str


class BrokenChainError(Exception):
    """An entry of the ledger does not hold."""

    def __init__(self, seq: int, what: str) -> None:
        super().__init__(f"ledger entry {seq}: {what}")
        self.seq = seq


def canonical(body: Mapping[str, Any]) -> str:
    """Writes JSON with sorted keys and no spaces, the one spelling that is hashed."""
    return _SPELLING.encode(body)


def seal(previous: str, seq: int, at: datetime, kind: str, lead: int | None, body: str) -> str:
    """Returns the SHA-256 (hex) of one entry; `at` counts in UTC to the microsecond."""
    stamp = at.astimezone(UTC).isoformat(timespec="microseconds")
    head = canonical({"seq": seq, "at": stamp, "kind": kind, "lead": lead})
    return hashlib.sha256(f"{previous}\n{head}\n{body}".encode()).hexdigest()


def check_chain(entries: Iterable[Sealed], previous: str = GENESIS, expected: int = 1) -> str:
    """Walks the chain from entry `expected` on, which follows the seal `previous`, and returns its head.

    Raises BrokenChainError at the first entry that does not hold.
    """
    for entry in entries:
        if entry.seq != expected:
            raise BrokenChainError(expected, "is missing")
        if seal(previous, entry.seq, entry.at, entry.kind, entry.lead, entry.body) != entry.seal:
            raise BrokenChainError(entry.seq, "does not match its seal")
        previous, expected = entry.seal, expected + 1
    return previous
