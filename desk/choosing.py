"""Among whom somebody chooses who gets a lead by hand, and how each of them stands."""

from __future__ import annotations

from collections.abc import Mapping

from desk.work import Work
from leads.holding import fair_now
from leads.lead import OWNED, State, Step
from leads.office import Person, Role
from leads.picking import picks
from leads.presence import absence
from leads.rates import NO_RECORD, rates
from leads.scene import Scene
from leads.shares import in_leads
from screens.views.lead import Assignee, Menu, Seat


def assignees(work: Work, scene: Scene, seat: Seat, menu: Menu) -> tuple[Assignee, ...]:
    """Whom the reader may choose from, where they may; whoever is asked to choose finds the list open."""
    live = scene.live
    if scene.lead.state is State.DRAFT:
        return to_pick(work, scene) if seat is Seat.SECRETARY and menu is Menu.NONE else ()
    is_asked = seat is Seat.OFFERED and live is not None and live.step is Step.CHOOSE
    return to_assign(work, scene) if is_asked or menu is Menu.ASSIGN else ()


def to_pick(work: Work, scene: Scene) -> tuple[Assignee, ...]:
    """Lists, for the secretary, the segment's members, those who can take a lead first.

    Empty where they do not pick.
    """
    if not picks(scene.segment):
        return ()
    fair = fair_now(scene, work.now)
    team = [_beside(work, scene, scene.office.person(who), fair, {}) for who in scene.standings]
    return tuple(sorted(team, key=lambda a: a.absence is not None))


def to_assign(work: Work, scene: Scene) -> tuple[Assignee, ...]:
    """Lists, for the head, every manager but the holder, the segment's own first, of these the present ones."""
    holder = scene.lead.holder if scene.lead.state in OWNED else None
    fair, conversion = fair_now(scene, work.now), conversions(scene)
    everybody = [p for p in work.office.with_role(Role.MANAGER) if p.id != holder]
    found = [_beside(work, scene, person, fair, conversion) for person in everybody]
    return tuple(sorted(found, key=lambda a: (a.id not in scene.standings, a.absence is not None)))


def conversions(scene: Scene) -> Mapping[str, float]:
    """Returns the members' closing rates, shrunk towards the team's; empty where the team has closed nothing yet."""
    if not any(record.closed for record in scene.records.values()):
        return {}
    team = dict.fromkeys(scene.standings, NO_RECORD) | scene.records
    return {who: float(rate) for who, rate in rates(team, scene.segment.min_sample).items()}


def _beside(
    work: Work, scene: Scene, person: Person, fair: str | None, conversion: Mapping[str, float]
) -> Assignee:
    standing, worker = scene.standings.get(person.id), scene.workers[person.id]
    return Assignee(
        id=person.id,
        name=person.name,
        load=worker.load,
        absence=absence(work.office, scene.segment, worker, work.now, work.is_holiday),
        balance=in_leads(standing.credit) if standing else 0.0,
        conversion=conversion.get(person.id),
        fair=person.id == fair,
    )
