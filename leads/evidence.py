"""What a scheme was shown, as the ledger keeps it, so that every decision can be made again from its entry."""

from __future__ import annotations

from typing import Any

from leads.entries.asking import Evidence, Shown
from leads.rates import Record
from leads.schemes.base import Candidate, Situation
from leads.turns import Standing


def recorded(situation: Situation) -> Evidence:
    """What a scheme does not look at is left out."""
    records = {who: (r.won, r.lost) for who, r in situation.records.items()} or None
    return Evidence(
        tuple(map(_shown, situation.candidates)),
        records,
        floor=situation.floor if records else None,
        min_sample=situation.min_sample if records else None,
        drawn=situation.drawn,
        picked=situation.picked or None,
        heads=situation.heads,
    )


def situation_of(evidence: Evidence) -> Situation:
    """The situation that was recorded."""
    guards: dict[str, Any] = {"floor": evidence.floor, "min_sample": evidence.min_sample}
    return Situation(
        candidates=tuple(map(_candidate, evidence.candidates)),
        records={who: Record(won, lost) for who, (won, lost) in (evidence.records or {}).items()},
        drawn=evidence.drawn,
        picked=evidence.picked,
        heads=evidence.heads,
        **(guards if evidence.records else {}),
    )


def _shown(c: Candidate) -> Shown:
    return Shown(c.id, c.weight, c.standing.credit, c.standing.ticket, c.idle_since, c.ringing, c.arrival)


def _candidate(shown: Shown) -> Candidate:
    standing = Standing(shown.credit, shown.ticket)
    return Candidate(shown.id, shown.weight, standing, shown.idle_since, shown.ringing, shown.arrival)
