"""The decisions of a replay as lines of JSON, one for each offer, in the order in which they were made."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from leads.entries.asking import Offered
from leads.entries.hands import Assigned
from leads.lead import Offer, Step
from leads.schemes import SCHEMES
from leads.schemes.telling import Ranks
from leads.shares import in_leads
from reports.replay.engine import Replay

STEPS: Mapping[Step, str] = {Step.CHOOSE: Step.HEAD.value}  # to the outside the head is the head


def decisions(replay: Replay) -> Iterator[dict[str, Any]]:
    """Needs a replay that kept its ledger."""
    names = {case.scene.lead.number: name for name, case in replay.cases.items()}
    offers = {case.scene.lead.number: iter(case.scene.offers) for case in replay.cases.values()}
    segments = {case.scene.lead.number: case.scene.lead.segment for case in replay.cases.values()}
    timezone = replay.floor.office.timezone
    for note in replay.floor.log:
        if isinstance(note.said, Offered | Assigned):
            told = {"lead": names[note.lead], "segment": segments[note.lead]}
            yield decision(next(offers[note.lead]), note.said, timezone, **told)


def decision(
    offer: Offer, said: Offered | Assigned, timezone: ZoneInfo, *, lead: str, segment: str
) -> dict[str, Any]:
    """One offer and what the ledger says of it, as the contract has them."""
    return {
        "at": offer.at.astimezone(timezone).isoformat(),
        "lead": lead,
        "segment": segment,
        "scheme": offer.scheme,
        "step": STEPS.get(offer.step, offer.step.value),
        "offered": list(offer.people),
        "result": offer.result.value,
        "claimed_by": offer.claimed_by,
        "why": _why(said),
    }


def line(decision: Mapping[str, Any]) -> str:
    return json.dumps(decision, ensure_ascii=False) + "\n"


def _why(said: Offered | Assigned) -> str:
    """`most_behind: petrov +0.67, sidorova +0.33; out: ivanov paused`"""
    if isinstance(said, Assigned):
        return f"by_hand: {said.by}" + (f"; fair: {said.fair}" if said.fair else "")
    told = [said.reason]
    if said.figures:
        reason = SCHEMES[said.scheme].reason(said.reason)
        in_shares = reason is not None and reason.ranks is Ranks.SHARE
        words = (
            f"{who} {in_leads(n):+.2f}" if in_shares else f"{who} {n}" for who, n in said.figures.items()
        )
        told[0] += ": " + ", ".join(words)
    if said.fair:
        told.append(f"fair: {said.fair}")
    if said.out:
        told.append("out: " + ", ".join(f"{who} {why}" for who, why in said.out.items()))
    return "; ".join(told)
