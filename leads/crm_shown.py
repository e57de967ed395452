"""What the office's CRM is to show of a lead: by the state of the lead alone, whatever has led there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from leads.crm import Crm, CrmStage
from leads.lead import Lead, Outcome, Progress, State

OUTCOMES: Final = {
    CrmStage.WON: Outcome.WON,
    CrmStage.LOST: Outcome.LOST,
    CrmStage.BAD: Outcome.BAD,
}
"""Stages at which a lead is over, by what came of it."""
MARKS: Final = {CrmStage(progress.value): progress for progress in Progress}


@dataclass(frozen=True, slots=True)
class Shown:
    """What the CRM shows of a lead, or is to show: in its own words, and nothing of the client.

    `stage`: None: whatever it is; `responsible`: None: nobody of the office; `amount` is in hundredths; `reason`: one
    of `leads.reasons.RefusalReason`.
    """

    stage: str | None = None
    responsible: int | None = None
    amount: int | None = None
    reason: str | None = None


def stage_of(lead: Lead) -> CrmStage:
    """Tells how far a lead is that was handed over."""
    if lead.state is State.WITHDRAWN:
        return CrmStage.WITHDRAWN
    if lead.outcome is not None and lead.state is State.CLOSED:
        return CrmStage(lead.outcome.value)
    if lead.holder is None:
        return CrmStage.NEW
    return CrmStage(lead.progress.value) if lead.progress else CrmStage.HELD


def to_show(crm: Crm, lead: Lead) -> Shown:
    """Returns what the CRM is to show of a lead as it is now.

    Whoever is unknown there is nobody there: then the lead stays with whomever it had.
    """
    return Shown(
        crm.stage(stage_of(lead)),
        crm.people.get(lead.holder) if lead.holder else None,
        lead.amount if lead.outcome is Outcome.WON else None,
        lead.lost_reason if lead.outcome is Outcome.LOST else None,
    )


def differences(before: Shown, after: Shown) -> Shown:
    """Returns what is to be changed there: what is the same, or not to be said, is None."""
    return Shown(
        after.stage if after.stage != before.stage else None,
        after.responsible if after.responsible != before.responsible else None,
        after.amount if after.amount != before.amount else None,
        after.reason if after.reason != before.reason else None,
    )
