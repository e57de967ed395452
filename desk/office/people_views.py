"""The people of the office as the panes show them: the list, one of them, those who have left."""

from __future__ import annotations

from datetime import date, datetime
from typing import Final

from desk.answers import anywhere
from desk.leafing import leafed
from desk.office.as_before import before
from desk.page import Page
from desk.work import Work
from leads.office import Person
from leads.presence import Absence, Worker, leave_ahead, on_leave, reachable
from leads.rights import Right, may
from leads.wall_clock import wall
from screens.views.lead import Choice
from screens.views.people import Field, FormerView, PeopleView, PersonLine, PersonView, TeamRow
from storage import cards, people, scenes
from storage.people import PersonRow

TOPIC: Final = "person"


def people_view(page: Page, reader: PersonRow) -> PeopleView:
    return PeopleView(
        rows=tuple(lines(page.work)),
        leafed=leafed(page, reader),
        former=len(former(page.work)),
        may_set_up=may(reader.roles, Right.SET_UP),
        may_invite=may(reader.roles, Right.INVITE),
    )


def lines(work: Work) -> list[PersonLine]:
    """Lists everybody of the office, in its order; an account that ADMIN_IDS names no more is nobody."""
    workers, started = scenes.read_workers(work.store), _reached(work)
    rows = ((p, work.roles(p.telegram_id, p.roles)) for p in work.office.people)
    return [_line(work, p, workers[p.id], started) for p, roles in rows if roles]


def _line(work: Work, person: Person, worker: Worker, started: frozenset[int]) -> PersonLine:
    away = _absence(work, person, worker, started)
    until = _until(work, worker) if away is Absence.LEAVE else None
    roles = work.roles(person.telegram_id, person.roles)
    return PersonLine(person.id, person.name, roles, away, worker.load, until)


def _absence(work: Work, person: Person, worker: Worker, started: frozenset[int]) -> Absence | None:
    """Whoever was taken on by their account and has not come yet cannot be written to, and has blocked nobody."""
    out = reachable(worker)
    if out is Absence.UNREACHABLE and person.telegram_id not in started:
        return Absence.NO_TELEGRAM
    own = [s for s in work.office.segments if not s.retired and person.id in s.members]
    if out or own:
        return out or anywhere(work, own, worker)
    return Absence.LEAVE if on_leave(worker, work.now) else worker.paused


def _reached(work: Work) -> frozenset[int]:
    """Of the chats that take nothing just now, those that have taken something before."""
    silent = [p.chat for p in people.connected(work.store) if p.chat is not None and not p.reachable]
    return cards.chats_reached(work.store, silent)


def _until(work: Work, worker: Worker) -> date | None:
    back = worker.leave_until
    return wall(back, work.office.timezone).date() if back else None


def person_view(work: Work, reader: PersonRow, who: str) -> PersonView | None:
    """Shows one; None for whoever is nobody of the office."""
    person = next((p for p in work.office.people if p.id == who), None)
    if person is None or not work.roles(person.telegram_id, person.roles):
        return None
    worker, about = scenes.read_workers(work.store)[who], _question(reader, who)
    line = _line(work, person, worker, _reached(work))
    field = about.get("field")
    return PersonView(
        line=line,
        timezone=work.office.timezone,
        year=work.today.year,
        weight=person.weight,
        capacity=person.capacity,
        schedule=person.rota or person.hours,
        locale=person.locale,
        teams=tuple(TeamRow(s.id, s.name, who in s.members) for s in work.office.segments if not s.retired),
        leave=_leave(work, worker),
        connected=person.telegram_id is not None and line.absence is not Absence.NO_TELEGRAM,
        paused=worker.paused is not None,
        may_run=may(reader.roles, Right.RUN) and bool(person.roles),
        may_set_up=may(reader.roles, Right.SET_UP),
        may_invite=may(reader.roles, Right.INVITE),
        may_assign=may(reader.roles, Right.ASSIGN),
        asked=Field(field) if field else None,
        refused=bool(about.get("refused")),
        meanwhile=bool(about.get("meanwhile")),
        before=before(work, person),
    )


def _question(reader: PersonRow, who: str) -> dict[str, str]:
    about = (reader.question and reader.question.about) or {}
    return dict(about) if about.get("topic") == TOPIC and about.get("who") == who else {}


def _leave(work: Work, worker: Worker) -> tuple[datetime | None, datetime] | None:
    """From when (None: it has begun), and to their return."""
    if worker.leave_until is None or worker.leave_until <= work.now:
        return None
    return (worker.leave_from if leave_ahead(worker, work.now) else None), worker.leave_until


def former(work: Work) -> list[tuple[str, str]]:
    """Returns the id and the name of everybody who has left."""
    return [(row.id, row.name) for row in people.rows(work.store) if not row.active and row.roles]


def former_view(page: Page, reader: PersonRow) -> FormerView:
    everybody = (Choice(id, name) for id, name in former(page.work)[::-1])
    return FormerView(tuple(everybody), leafed(page, reader))
