"""Routing: where a lead that nobody holds goes next.

`decide` walks the lead's path from its present rung and answers with an offer or with a wait. It changes
nothing: the same scene and the same instant give the same decision, which is what `verify` relies on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache

from leads.hours import next_opening
from leads.lead import Due, Step, cut_often
from leads.office import LadderStep, OwnerRule, Policy, Presence, Role
from leads.presence import Absence, absence, is_at_work, opening, reachable
from leads.rights import heads_of
from leads.scene import Scene
from leads.schemes import SCHEMES
from leads.schemes.base import Choice, Situation
from leads.situations import absences, choose_for, observe, plain, to_keep

RETRY = timedelta(minutes=15)  # how often a lead that nobody at all can take looks again


@dataclass(frozen=True, slots=True)
class Proposal:
    """Says to whom to offer the lead, and why to them and not to the others."""

    step: Step
    rung: int  # of the path, from 0
    people: tuple[str, ...]
    reason: str
    scheme: str
    situation: Situation | None = None  # what the choice was made from; None: not chosen among members
    choice: Choice | None = None  # the scheme's
    out: Mapping[str, Absence] = field(default_factory=dict)  # members left out
    wider: Mapping[str, int] | None = None  # the shares of all who are there, where some of them are ringing

    @property
    def shares(self) -> dict[str, int]:
        """The weights by which a turn is shared out among all who could have had the lead."""
        if self.wider is not None:
            return dict(self.wider)
        if self.choice and self.choice.shares is not None:
            return dict(self.choice.shares)
        return {c.id: c.weight for c in self.situation.candidates} if self.situation else {}


@dataclass(frozen=True, slots=True)
class Wait:
    """Nobody is to be disturbed before `until` (UTC)."""

    kind: Due
    until: datetime


Decision = Proposal | Wait


def path(policy: Policy, owner: str | None, twin_held: bool) -> tuple[Step, ...]:
    """Returns the escalation ladder of a lead, fixed when it is handed over.

    A duplicate of an open lead goes to whoever holds that one, whatever the owner rule says: two managers
    ringing the same client at once is what the rule is there to prevent.
    """
    own = (Step.OWNER,) if owner and (twin_held or policy.owner is not OwnerRule.OFF) else ()
    return own + _after_the_owner(policy.offers, policy.ladder)


@cache
def _after_the_owner(offers: int, ladder: tuple[LadderStep, ...]) -> tuple[Step, ...]:
    return (*(Step.OFFER,) * offers, *(Step(s) for s in ladder))


def decide(scene: Scene, now: datetime) -> Decision:
    opens = opening(scene.office, scene.segment, now, scene.is_holiday)
    if opens is None or opens > now:
        return Wait(Due.OPENING, opens or now + RETRY)
    ahead = first_of(scene, rungs_left(scene), now)
    return ahead or Wait(Due.RETRY, min(_next_hours(scene, now), now + min(RETRY, scene.lead.step_timeout)))


def _next_hours(scene: Scene, now: datetime) -> datetime:
    """When the hours of the first begin who is not in theirs; far away if nobody's do."""
    off = [who for who, why in absences(scene, now).items() if why is Absence.OFF_HOURS]
    return min((at for who in off if (at := _hours_begin(scene, who, now))), default=now + RETRY)


def _hours_begin(scene: Scene, who: str, now: datetime) -> datetime | None:
    office = scene.office
    return next_opening(office.schedule_of(who), office.timezone, now, scene.is_holiday)


def rungs_left(scene: Scene) -> range:
    return range(scene.lead.rung, len(scene.lead.path))


def first_of(scene: Scene, rungs: Iterable[int], now: datetime) -> Decision | None:
    """Returns the decision on the first of these steps that somebody stands on; None if nobody does."""
    found = (_resolve(scene, scene.lead.path[rung], rung, now) for rung in rungs)
    return next((decision for decision in found if decision), None)


def _resolve(scene: Scene, step: Step, rung: int, now: datetime) -> Decision | None:
    """The decision on one step; None where nobody stands on it."""
    if step is Step.OWNER:
        return _owner(scene, rung, now)
    scheme, out = scene.segment.scheme, absences(scene, now)
    if step is Step.HEAD or step is Step.DIRECTOR:
        people = tuple(who for who in _on(step, scene) if not reachable(scene.workers[who]))
        return Proposal(step, rung, people, f"ladder_{step}", scheme, out=out) if people else None
    if step is Step.OFFER:
        return _by_scheme(scene, rung, out, now)
    if cut_often(scene.offers, step):
        return None
    situation = plain(observe(scene, out, now))
    present = tuple(c.id for c in situation.candidates)
    return Proposal(step, rung, present, "ladder_everyone", scheme, situation, out=out) if present else None


def _on(step: Step, scene: Scene) -> tuple[str, ...]:
    if step is Step.HEAD:
        return heads_of(scene.office, scene.segment)
    return tuple(p.id for p in scene.office.with_role(Role.DIRECTOR))


def _by_scheme(scene: Scene, rung: int, away: dict[str, Absence], now: datetime) -> Proposal | Wait | None:
    """What the segment's scheme says, or its reserve; or until when it is worth waiting for somebody."""
    had = scene.tried
    had_it = {who: Absence.HAD_IT for who in scene.standings if who in had and who not in away} if had else {}
    there = away | had_it if had_it else away
    busy = _busy(scene, there)
    out = there | busy if busy else there
    situation = observe(scene, out, now)
    name, choice = choose_for(scene.segment, situation)
    if scene.lead.picked in busy or (choice is None and busy):
        return _until_an_answer(scene, _wrap_up(scene, away, now), now)
    if choice is None:
        return _wrap_up(scene, away, now)
    if choice.to_choose:  # the lead stays before the same rung
        shown = plain(situation)
        return Proposal(Step.CHOOSE, rung - 1, choice.offered, choice.reason, name, shown, choice, out)
    if SCHEMES[name].asked_for:
        return Proposal(Step.PULL, rung, choice.offered, choice.reason, name, plain(situation), choice, out)
    wider = shares_of(name, observe(scene, there, now)) if busy else None
    situation = to_keep(scene.segment, situation, choice)
    return Proposal(Step.OFFER, rung, choice.offered, choice.reason, name, situation, choice, out, wider)


def _busy(scene: Scene, out: Mapping[str, Absence]) -> dict[str, Absence]:
    """Who is there, but has as many offers of their own to answer as they may have at once."""
    most, workers = scene.office.offers_at_once, scene.workers
    here = [who for who in scene.standings if who not in out]
    scheme = SCHEMES[scene.segment.scheme]
    if scheme.asked_for or (scheme.to_all and len(here) > 1):
        return {}
    return {who: Absence.RINGING for who in here if workers[who].ringing >= most}


def shares_of(scheme: str, situation: Situation) -> dict[str, int]:
    """Returns the weights by which this scheme shares out a turn among all these candidates."""
    choice = SCHEMES[scheme].choose(situation)
    if choice and choice.shares is not None:
        return dict(choice.shares)
    return {c.id: c.weight for c in situation.candidates}


def _wrap_up(scene: Scene, out: Mapping[str, Absence], now: datetime) -> Wait | None:
    """Nobody is free, but somebody will be in a moment: worth waiting for, as long as an answer is."""
    ends = [
        took + scene.segment.wrap_up
        for who, why in out.items()
        if why is Absence.WRAP_UP and who not in scene.tried and (took := scene.workers[who].took_at)
    ]
    patience = (scene.lead.handed_at or now) + scene.lead.ack_timeout
    return Wait(Due.WRAP_UP, min(*ends, patience)) if ends and now < patience else None


def _until_an_answer(scene: Scene, wrap_up: Wait | None, now: datetime) -> Wait:
    """Looked at whenever somebody answers, and anyway by the time that whatever rings now has been answered."""
    until = now + scene.lead.ack_timeout
    return Wait(Due.RINGING, min(until, wrap_up.until) if wrap_up else until)


def _owner(scene: Scene, rung: int, now: datetime) -> Decision | None:
    """The client's own manager if they are there; else wait for them or pass on, as the owner rule says."""
    lead, who = scene.lead, scene.lead.owner
    if who is None or who in scene.tried or not scene.office.has(who):
        return None
    out = _owner_absence(scene, who, now)
    if out is None and scene.workers[who].ringing >= scene.office.offers_at_once:
        return _until_an_answer(scene, None, now)
    if out is None:
        reason = "duplicate" if lead.duplicate_of else "own_client"
        return Proposal(Step.OWNER, rung, (who,), reason, scene.segment.scheme)
    patience = (lead.handed_at or now) + scene.office.owner_wait
    if not lead.wait_for_owner or now >= patience:
        return None
    return Wait(Due.OWNER, min(_back(scene, who, out, now) or patience, patience))


def _owner_absence(scene: Scene, who: str, now: datetime) -> Absence | None:
    """Like any member's, but by day neither a duty roster nor a wrap-up keeps a manager from their own client,
    nor a leave that is near."""
    office, worker = scene.office, scene.workers[who]
    out = absence(office, scene.segment, worker, now, scene.is_holiday)
    if out is Absence.WRAP_UP or out is Absence.LEAVING:
        return None
    at_work = office.presence is Presence.CHECK_IN or is_at_work(office, who, now, scene.is_holiday)
    return None if out is Absence.OFF_DUTY and at_work else out


def _back(scene: Scene, owner: str, out: Absence, now: datetime) -> datetime | None:
    """When to look for an absent owner again; None where their own hand (/on, /start) will tell."""
    if out is Absence.LEAVE:
        return scene.workers[owner].leave_until
    if out is Absence.OFF_HOURS:
        return _hours_begin(scene, owner, now)
    return now + RETRY if out in {Absence.CAPACITY, Absence.OFF_DUTY} else None
