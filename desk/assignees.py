"""The managers among whom a hand chooses, and what stands beside each: load, balance, conversion, whose turn it is."""

from __future__ import annotations

from collections.abc import Mapping

from desk.work import Work
from leads.holding import fair_now
from leads.lead import OWNED
from leads.office import Person, Role
from leads.picking import picks
from leads.presence import absence
from leads.rates import NO_RECORD, rates
from leads.scene import Scene
from leads.shares import in_leads
from screens.views.lead import Assignee

MOST_PICKED_FROM = 30  # buttons under a draft


def to_pick(work: Work, scene: Scene) -> tuple[Assignee, ...]:
    """For the secretary: the segment's members, those who can take a lead first. Empty where she does not pick."""
    if not picks(scene.segment):
        return ()
    fair = fair_now(scene, work.now)
    team = [_assignee(work, scene, scene.office.person(who), fair, {}) for who in scene.standings]
    return tuple(sorted(team, key=lambda a: a.absence is not None)[:MOST_PICKED_FROM])


def to_assign(work: Work, scene: Scene) -> tuple[Assignee, ...]:
    """For the head: every manager but the holder, the segment's own first, of these the present ones."""
    holder = scene.lead.holder if scene.lead.state in OWNED else None
    fair, conversion = fair_now(scene, work.now), conversions(scene)
    everybody = [p for p in work.office.with_role(Role.MANAGER) if p.id != holder]
    found = [_assignee(work, scene, person, fair, conversion) for person in everybody]
    return tuple(sorted(found, key=lambda a: (a.id not in scene.standings, a.absence is not None)))


def conversions(scene: Scene) -> Mapping[str, float]:
    """The members' closing rates, shrunk towards the team's; empty where the team has closed nothing yet."""
    if not any(record.closed for record in scene.records.values()):
        return {}
    team = dict.fromkeys(scene.standings, NO_RECORD) | scene.records
    return {who: float(rate) for who, rate in rates(team, scene.segment.min_sample).items()}


def _assignee(
    work: Work, scene: Scene, person: Person, fair: str | None, conversion: Mapping[str, float]
) -> Assignee:
    standing, worker = scene.standings.get(person.id), scene.workers[person.id]
    return Assignee(
        id=person.id,
        name=person.name,
        load=worker.load,
        absence=absence(work.office, scene.segment, worker, work.now),
        balance=in_leads(standing.credit) if standing else 0.0,
        conversion=conversion.get(person.id),
        fair=person.id == fair,
    )
