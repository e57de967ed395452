"""Ledgers as a stranger gets them, and three who check them: `verify`, check.py, and one made from the page alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from files.bundle import check
from files.bundle.writing import line_of
from leads.ledger import GENESIS, BrokenChainError, Sealed, canonical, seal
from leads.proof.verification import Verification
from tests.golden.made import LIVED, stored
from tests.stranger import second


@dataclass(frozen=True, slots=True)
class Told:
    """An entry that is not sealed yet."""

    at: datetime
    kind: str
    lead: int | None
    body: str

    @property
    def said(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.body)
        return found

    def but(self, **changes: Any) -> Told:
        return replace(self, body=canonical(self.said | changes))


def busy() -> list[Told]:
    """Two weeks of the busy office, with every kind of entry."""
    return [Told(datetime.fromisoformat(one.at), one.kind, one.lead, one.body) for one in stored()[LIVED]]


def sealed(entries: Iterable[Told]) -> list[Sealed]:
    found: list[Sealed] = []
    for number, one in enumerate(entries, 1):
        key = (number, one.at, one.kind, one.lead, one.body)
        found.append(Sealed(*key, seal(found[-1].seal if found else GENESIS, *key)))
    return found


def by_verify(entries: Sequence[Sealed]) -> int | None:
    """Returns the number of the first entry that does not hold; None: all hold."""
    told = Verification()
    try:
        for entry in entries:
            told.feed(entry)
        told.end()
    except BrokenChainError as error:
        return error.seq
    return None


def by_check(entries: Sequence[Sealed]) -> int | None:
    try:
        check.check(map(line_of, entries))
    except check.DoesNotHoldError as error:
        return int(str(error).split()[1].rstrip(":"))
    return None


def by_second(entries: Sequence[Sealed]) -> int | None:
    return second.first_wrong(map(line_of, entries))


CHECKERS = (by_verify, by_check, by_second)


def all_say(entries: Sequence[Sealed]) -> set[int | None]:
    """Returns what they say, each; of one mind they say one thing."""
    return {checker(entries) for checker in CHECKERS}
