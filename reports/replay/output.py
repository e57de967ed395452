"""What is told of runs: several side by side for a terminal, and the decisions of one as lines of JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol
from zoneinfo import ZoneInfo

from rich.console import Group
from rich.table import Table
from rich.text import Text

from leads.entries.asking import Offered
from leads.entries.hands import Assigned
from leads.figures.report import ManagerFigures, Report
from leads.lead import Offer, Step
from leads.schemes import SCHEMES
from leads.schemes.telling import Ranks
from leads.shares import in_leads
from reports.replay.engine import Replay
from reports.table import NOTHING, number, plain_table

COLUMNS = (
    "leads",
    "claimed",
    "un-\nclaimed",
    "median\nsec.",
    "p90\nsec.",
    "conver-\nsion",
    "Jain",
    "max.\ndev.",
)
ABREAST = 3  # schemes: so many fit on a narrow terminal

STEPS: Mapping[Step, str] = {
    Step.PULL: Step.OFFER.value,
    Step.CHOOSE: Step.HEAD.value,
}  # to the outside the head is the head


class Run(Protocol):
    """What `bot.commands.replay` knows of a run."""

    @property
    def name(self) -> str: ...
    @property
    def replay(self) -> Replay: ...
    @property
    def report(self) -> Report: ...
    @property
    def rate(self) -> float: ...


def comparison(runs: Sequence[Run]) -> Group:
    rates = (f"{run.name}: {len(run.replay.cases):,} leads, {run.rate:,.0f} a second" for run in runs)
    people = (_people(runs[n : n + ABREAST]) for n in range(0, len(runs), ABREAST))
    return Group(_totals(runs), *people, Text("\n".join(rates)))


def _totals(runs: Sequence[Run]) -> Table:
    table = plain_table("Schemes side by side", "scheme", COLUMNS)
    for run in runs:
        report = run.report
        table.add_row(
            run.name,
            str(report.total.handed),
            str(report.total.claimed),
            str(report.total.unclaimed),
            number(report.total.times.median),
            number(report.total.times.p90),
            _percent(report.total.conversion),
            NOTHING if report.jain is None else f"{report.jain:.4f}",
            f"{report.max_deviation:.2f}",
        )
    return table


def _people(runs: Sequence[Run]) -> Table:
    """Turns received, the due share, and the conversion of everybody under each scheme."""
    table = plain_table("Received (due) · conversion", "manager", [run.name for run in runs])
    for who in dict.fromkeys(who for run in runs for who in run.report.managers):
        table.add_row(who, *(_share(run.report.managers.get(who)) for run in runs))
    return table


def _share(figures: ManagerFigures | None) -> str:
    if figures is None:
        return NOTHING
    return f"{figures.received} ({figures.due:.1f}) · {_percent(figures.sales.conversion)}"


def _percent(value: float | None) -> str:
    return NOTHING if value is None else f"{value:.1%}"


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
    """Returns one offer and what the ledger says of it, as the contract has them."""
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
