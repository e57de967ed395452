"""Routing: where a lead that nobody holds goes next.

`decide` walks the lead's path from its present rung and answers with an offer or with a wait. It changes
nothing: the same scene and the same instant give the same decision, which is what `verify` relies on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from leads.office import OwnerRule, Policy, Role
from leads.presence import Absence, absence, opening, reachable
from leads.scene import Due, Scene, Step
from leads.schemes import SCHEMES
from leads.schemes.base import Candidate
from leads.shares import weight_units

RETRY = timedelta(minutes=15)  # how often a lead that nobody at all can take looks again


@dataclass(frozen=True, slots=True)
class Proposal:
    """Offer the lead to these people, and why them and not the others."""

    step: Step
    rung: int  # of the path, from 0
    people: tuple[str, ...]
    reason: str
    figures: Mapping[str, int] = field(default_factory=dict)  # what decided, by person
    sharers: Mapping[str, int] = field(default_factory=dict)  # who could have had it: weights in thousandths
    out: Mapping[str, Absence] = field(default_factory=dict)  # members left out


@dataclass(frozen=True, slots=True)
class Wait:
    """Nobody is to be disturbed before `until` (UTC)."""

    kind: Due
    until: datetime


Decision = Proposal | Wait


def path(policy: Policy, owner: str | None, twin_held: bool) -> tuple[Step, ...]:
    """The escalation ladder of a lead, fixed when it is handed over.

    A duplicate of an open lead goes to whoever holds that one, whatever the owner rule says: two managers
    ringing the same client at once is what the rule is there to prevent.
    """
    own = (Step.OWNER,) if owner and (twin_held or policy.owner is not OwnerRule.OFF) else ()
    return (*own, *(Step.OFFER,) * policy.offers, *(Step(s) for s in policy.ladder))


def decide(scene: Scene, now: datetime) -> Decision:
    opens = opening(scene.office, scene.segment, now, scene.is_holiday)
    if opens is None or opens > now:
        return Wait(Due.OPENING, opens or now + RETRY)
    lead = scene.lead
    for rung in range(lead.rung, len(lead.path)):
        decision = _resolve(scene, lead.path[rung], rung, now)
        if decision:
            return decision
    return Wait(Due.RETRY, now + min(RETRY, lead.step_timeout))


def _resolve(scene: Scene, step: Step, rung: int, now: datetime) -> Decision | None:
    """The decision on one step; None where nobody stands on it."""
    if step is Step.OWNER:
        return _owner(scene, rung, now)
    if step is Step.HEAD or step is Step.DIRECTOR:
        role = Role(step.value)
        people = tuple(p.id for p in scene.office.with_role(role) if not reachable(scene.workers[p.id]))
        return Proposal(step, rung, people, f"ladder_{step}") if people else None
    out = absences(scene, now)
    if step is Step.OFFER:
        out |= {who: Absence.HAD_IT for who in scene.tried if who in scene.standings and who not in out}
    present = [who for who in scene.standings if who not in out]
    if not present:
        return None
    weights = {who: weight_units(scene.office.person(who).weight) for who in present}
    if step is Step.EVERYONE:
        return Proposal(step, rung, tuple(present), "ladder_everyone", sharers=weights, out=out)
    choice = SCHEMES[scene.segment.scheme]([Candidate(w, weights[w], scene.standings[w]) for w in present])
    return Proposal(step, rung, choice.offered, choice.reason, choice.figures, weights, out)


def absences(scene: Scene, now: datetime) -> dict[str, Absence]:
    """The members of the segment who cannot be offered anything now, and why."""
    found = {who: absence(scene.office, scene.segment, scene.workers[who], now) for who in scene.standings}
    return {who: out for who, out in found.items() if out}


def _owner(scene: Scene, rung: int, now: datetime) -> Decision | None:
    """The client's own manager if he is there; else wait for him or pass on, as the owner rule says."""
    lead, who = scene.lead, scene.lead.owner
    if who is None or who not in scene.workers or who in scene.tried:
        return None
    out = _owner_absence(scene, who, now)
    if out is None:
        return Proposal(Step.OWNER, rung, (who,), "duplicate" if lead.duplicate_of else "own_client")
    handed = lead.handed_at or now
    patience = handed + scene.office.owner_wait
    if not lead.wait_for_owner or now >= patience:
        return None
    back = scene.workers[who].leave_until
    known_return = back if out is Absence.LEAVE and back else patience
    return Wait(Due.OWNER, min(known_return, patience))


def _owner_absence(scene: Scene, who: str, now: datetime) -> Absence | None:
    """Like any member's, but a duty roster does not keep a manager from his own client."""
    out = absence(scene.office, scene.segment, scene.workers[who], now)
    return None if out is Absence.OFF_DUTY else out
