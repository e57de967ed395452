"""The figures of a period, told from the ledger alone and in the plainest way: one entry after the other."""

from __future__ import annotations

import json
import statistics
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from fractions import Fraction
from math import ceil
from typing import Any
from zoneinfo import ZoneInfo

from leads.ledger import Sealed

LEAD = Fraction(1)
UNTOLD = {"declined": 0, "lapsed": 0, "median": None, "p90": None}
"""Of a manager's sales: his answers and times are those of what he was asked, whoever has it now."""


@dataclass
class Story:
    """One lead, as its entries tell it."""

    at: datetime
    segment: str
    source: str
    known: bool
    asked: list[tuple[str, str]] = field(default_factory=list)  # who, at which step
    declined: list[str] = field(default_factory=list)
    lapsed: list[str] = field(default_factory=list)
    first: tuple[str, int] | None = None  # who had it first, and after how many seconds
    holder: str | None = None
    marks: set[str] = field(default_factory=set)
    outcome: str | None = None
    amount: int = 0


def stories(rows: Iterable[Sealed]) -> dict[int, Story]:
    found: dict[int, Story] = {}
    offered: dict[int, dict[str, Any]] = {}
    for row in rows:
        body = json.loads(row.body)
        if row.lead is None:
            continue
        if row.kind == "handed":
            found[row.lead] = Story(row.at, body["segment"], body["source"] or "", body["known"])
            continue
        if row.kind == "withdrawn":
            del found[row.lead]
        story = found.get(row.lead)
        if story is None:
            continue
        if row.kind == "offered":
            offered[row.lead] = body
            story.asked += [(who, body["step"]) for who in body["offered"]]
        _tell(story, row.kind, body, row.at, offered.get(row.lead, {}))
    return found


def _tell(story: Story, kind: str, body: dict[str, Any], at: datetime, offer: dict[str, Any]) -> None:
    match kind:
        case "claimed" | "assigned":
            story.holder = body["who"]
            story.first = story.first or (body["who"], round((at - story.at).total_seconds()))
        case "returned":
            story.holder = None
        case "declined":
            story.declined.append(body["who"])
        case "lapsed" if offer["step"] in ("offer", "owner") and len(offer["offered"]) == 1:
            story.lapsed += offer["offered"]
        case "progress":
            story.marks.add(body["progress"])
        case "closed":
            story.outcome = body["outcome"]
        case "settled" if body["bad"]:
            story.outcome = "bad"
        case "amount":
            story.amount = body["amount"]


def part(chosen: list[Story]) -> dict[str, Any]:
    """The figures of some leads."""
    won = [s for s in chosen if s.outcome == "won"]
    lost = [s for s in chosen if s.outcome == "lost"]
    seconds = [s.first[1] for s in chosen if s.first]
    ongoing = [s for s in chosen if s.outcome is None]
    return {
        "handed": len(chosen),
        "claimed": len(seconds),
        "won": len(won),
        "lost": len(lost),
        "bad": sum(s.outcome == "bad" for s in chosen),
        "open": sum(s.holder is not None for s in ongoing),
        "unclaimed": sum(s.holder is None for s in ongoing),
        "amount": sum(s.amount for s in chosen),
        **{mark: sum(mark in s.marks for s in chosen) for mark in ("reached", "met", "invoiced")},
        "declined": sum(len(s.declined) for s in chosen),
        "lapsed": sum(len(s.lapsed) for s in chosen),
        "conversion": len(won) / (len(won) + len(lost)) if won or lost else None,
        "median": round(statistics.median(seconds)) if seconds else None,
        "p90": sorted(seconds)[ceil(0.9 * len(seconds)) - 1] if seconds else None,
    }


def parts(chosen: list[Story], zone: ZoneInfo) -> dict[str, Any]:
    """All leads, and by everything that they can be told apart by."""
    by: dict[str, dict[Any, list[Story]]] = defaultdict(lambda: defaultdict(list))
    for story in chosen:
        local = story.at.astimezone(zone)
        for key, value in (("segment", story.segment), ("source", story.source), ("known", story.known)):
            by[key][value].append(story)
        by["hour"][local.hour].append(story)
        by["weekday"][local.weekday()].append(story)
    found = {key: {value: part(some) for value, some in values.items()} for key, values in by.items()}
    return {"total": part(chosen), **found}


def managers(chosen: list[Story]) -> dict[str, dict[str, Any]]:
    """Everybody who was asked or who had a lead; of his sales what `part` tells."""
    asked = Counter(who for s in chosen for who, _ in s.asked)
    declined = Counter(who for s in chosen for who in s.declined)
    lapsed = Counter(who for s in chosen for who in s.lapsed)
    firsts: dict[str, list[int]] = defaultdict(list)
    for story in chosen:
        if story.first:
            firsts[story.first[0]].append(story.first[1])
    holders = {s.holder for s in chosen if s.holder}
    return {
        who: {
            "offered": asked[who],
            "declined": declined[who],
            "lapsed": lapsed[who],
            "median": round(statistics.median(firsts[who])) if firsts[who] else None,
            "sales": part([s for s in chosen if s.holder == who]) | UNTOLD,
        }
        for who in {*asked, *declined, *firsts, *holders}
    }


def turns(rows: Iterable[Sealed], chosen: set[int]) -> dict[str, Fraction]:
    """By person: what he should have had less what he got, of the turns of these leads that were not given back."""
    charged: dict[tuple[int, str], dict[str, Any]] = {}
    for row in rows:
        body = json.loads(row.body)
        if row.kind == "given_back" and row.lead is not None:
            charged.pop((row.lead, body["who"]), None)
        elif row.lead in chosen and row.lead is not None and body.get("turn"):
            charged[row.lead, body["turn"]["payer"]] = body["turn"]
    balances: dict[str, Fraction] = defaultdict(Fraction)
    for turn in charged.values():
        balances[turn["payer"]] -= LEAD
        shares = turn["shares"] or {turn["payer"]: 1}
        for who, weight in shares.items():
            balances[who] += Fraction(weight, sum(shares.values()))
    return {who: balance for who, balance in balances.items() if balance}
