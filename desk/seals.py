"""The ledger's head, published every evening: whatever the day brought, and whatever becomes of its figures."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desk.work import Work
from leads.head import head_of
from leads.office import Role
from storage import cards, ledger, people
from storage.kinds import CardKind
from storage.people import PersonRow

INSTEAD = (Role.HEAD, Role.ADMIN)
"""Who gets it, too, where nobody has it who should: a seal that nobody reads vouches for nothing."""


def publish(work: Work, day: date) -> None:
    """A card of its own for each who gets it, before the evening's figures, with the head as it is at this moment."""
    head = head_of(ledger.head(work.store))
    if head is None:
        return
    payload = {"args": {"day": day.isoformat(), "head": head.published}}
    for person in _readers(work):
        cards.want(work.store, person.chat or 0, CardKind.SEAL, day.isoformat(), person.id, payload=payload)


def _readers(work: Work) -> Sequence[PersonRow]:
    """Whom the office names (`seal_to`); where Telegram reaches none of them, also the heads, or the administrators.

    Whoever cannot be reached just now gets it when he is back.
    """
    found: list[PersonRow] = []
    for roles in (work.office.seal_to, *((role,) for role in INSTEAD)):
        known = {person.id for person in found}
        found += [p for p in people.with_role(work.store, *roles) if p.id not in known]
        if any(person.reachable for person in found):
            break
    return found
