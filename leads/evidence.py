"""What a scheme was shown, as the ledger keeps it, so that every decision can be made again from its entry."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from leads.rates import Record
from leads.schemes.base import Candidate, Situation
from leads.turns import Standing

Body = Mapping[str, Any]

KEYS: Final = frozenset(
    {"candidates", "records", "floor", "min_sample", "drawn", "picked", "heads"},
)
"""Of an entry, that `recorded` writes."""


def recorded(situation: Situation) -> dict[str, Any]:
    """Plain JSON values; what a scheme does not look at is left out."""
    body: dict[str, Any] = {"candidates": [_candidate(c) for c in situation.candidates]}
    if situation.records:
        body["records"] = {who: [r.won, r.lost] for who, r in situation.records.items()}
        body["floor"], body["min_sample"] = situation.floor, situation.min_sample
    if situation.drawn:
        body["drawn"] = list(situation.drawn)
    if situation.picked:
        body["picked"] = situation.picked
    if situation.heads:
        body["heads"] = list(situation.heads)
    return body


def situation_of(body: Body) -> Situation:
    """The situation that this entry recorded. Raises KeyError, TypeError, ValueError for one that is not whole."""
    records = {who: Record(won, lost) for who, (won, lost) in body.get("records", {}).items()}
    guards = {key: body[key] for key in ("floor", "min_sample") if key in body}
    return Situation(
        candidates=tuple(_candidate_from(c) for c in body["candidates"]),
        records=records,
        drawn=tuple(body.get("drawn", ())),
        picked=body.get("picked"),
        heads=tuple(body.get("heads", ())),
        **guards,
    )


def _candidate(c: Candidate) -> dict[str, Any]:
    body: dict[str, Any] = {
        "id": c.id,
        "weight": c.weight,
        "credit": c.standing.credit,
        "ticket": c.standing.ticket,
    }
    if c.idle_since:
        body["idle_since"] = c.idle_since.isoformat()
    if c.ringing:
        body["ringing"] = c.ringing
    if c.arrival:
        body["arrival"] = c.arrival
    return body


def _candidate_from(body: Body) -> Candidate:
    since = body.get("idle_since")
    return Candidate(
        body["id"],
        body["weight"],
        Standing(body["credit"], body["ticket"]),
        datetime.fromisoformat(since) if since else None,
        body.get("ringing", 0),
        body.get("arrival", 0),
    )
