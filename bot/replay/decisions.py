"""The decisions of a replay as lines of JSON, one for each offer, in the order in which they were made."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from bot.replay.engine import Replay
from leads.scene import Offer, Step
from leads.shares import in_leads

STEPS: Mapping[Step, str] = {Step.CHOOSE: Step.HEAD.value}  # to the outside the head is the head
IN_LEADS = frozenset({"most_behind", "on_duty", "not_drawn", "picked", "by_conversion"})
"""Reasons whose figures are shares; the others' are places."""
TOLD = frozenset({"offered", "assigned"})
"""The ledger's entries that make an offer, one each."""


def decisions(replay: Replay) -> Iterator[dict[str, Any]]:
    """Needs a replay that kept its ledger."""
    names = {case.scene.lead.number: name for name, case in replay.cases.items()}
    offers = {case.scene.lead.number: iter(case.scene.offers) for case in replay.cases.values()}
    segments = {case.scene.lead.number: case.scene.lead.segment for case in replay.cases.values()}
    timezone = replay.floor.office.timezone
    for note in replay.floor.log:
        if note.kind in TOLD:
            told = {"lead": names[note.lead], "segment": segments[note.lead]}
            yield decision(next(offers[note.lead]), note.body, timezone, **told)


def decision(
    offer: Offer, body: Mapping[str, Any], timezone: ZoneInfo, *, lead: str, segment: str
) -> dict[str, Any]:
    """One offer and the body of its ledger entry as the contract has them."""
    return {
        "at": offer.at.astimezone(timezone).isoformat(),
        "lead": lead,
        "segment": segment,
        "scheme": offer.scheme,
        "step": STEPS.get(offer.step, offer.step.value),
        "offered": list(offer.people),
        "result": offer.result.value,
        "claimed_by": offer.claimed_by,
        "why": _why(offer, body),
    }


def line(decision: Mapping[str, Any]) -> str:
    return json.dumps(decision, ensure_ascii=False) + "\n"


def _why(offer: Offer, body: Mapping[str, Any]) -> str:
    """`most_behind: petrov +0.67, sidorova +0.33; out: ivanov paused`"""
    if offer.step is Step.ASSIGN:
        return f"by_hand: {body['by']}" + (f"; fair: {body['fair']}" if body["fair"] else "")
    told = [body["reason"]]
    if figures := body["figures"]:
        in_shares = body["reason"] in IN_LEADS
        words = (f"{who} {in_leads(n):+.2f}" if in_shares else f"{who} {n}" for who, n in figures.items())
        told[0] += ": " + ", ".join(words)
    if body.get("fair"):
        told.append(f"fair: {body['fair']}")
    if body["out"]:
        told.append("out: " + ", ".join(f"{who} {why}" for who, why in body["out"].items()))
    return "; ".join(told)
