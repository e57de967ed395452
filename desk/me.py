"""The values behind /me: a manager's own figures, places and accounts. Nobody else's."""

from __future__ import annotations

from desk.answers import anywhere
from desk.queue import queues
from desk.work import Work
from leads.figures.report import ManagerFigures, Report
from leads.office import Segment
from leads.presence import leave_ahead
from leads.proof.statement import Accounts, Statement
from leads.rates import NO_RECORD, Record
from leads.shares import in_hundredths
from leads.wall_clock import midnight, monday_of
from screens.views.queue import Account, Figures, MeView
from storage import cases, figures, offices, people, scenes
from storage.people import PersonRow

FEWEST, MOST = 3, 10  # lines of one account
ALTOGETHER = 30  # more would not fit into one message


def me_view(work: Work, person: PersonRow) -> MeView:
    office, zone = work.office, work.office.timezone
    worker = scenes.read_workers(work.store)[person.id]
    own = [s for s in office.segments if not s.retired and person.id in s.members]
    today, this_week = midnight(work.today, zone), midnight(monday_of(work.today), zone)
    still_open = cases.open_leads(work.store)
    return MeView(
        name=person.name,
        timezone=zone,
        absence=anywhere(office, own, worker, work.now),
        leave_from=worker.leave_from if leave_ahead(worker, work.now) else None,
        leave_until=worker.leave_until,
        year=work.today.year,
        open_leads=tuple(number for number, holder in still_open if holder == person.id),
        capacity=office.person(person.id).capacity,
        today=_figures(figures.report(work.store, today, work.now), person.id),
        week=_figures(figures.report(work.store, this_week, work.now), person.id),
        record=_record(work, person.id),
        accounts=_accounts(work, own, person.id),
        names=people.names(work.store),
    )


def _figures(report: Report, who: str) -> Figures:
    mine = report.managers.get(who, ManagerFigures())
    return Figures(mine.offered, mine.sales.handed, mine.sales.won)


def _record(work: Work, who: str) -> Record:
    """In all segments, also those that they have left."""
    found = [offices.read_records(work.store, s.id).get(who, NO_RECORD) for s in work.office.segments]
    return Record(sum(r.won for r in found), sum(r.lost for r in found))


def _accounts(work: Work, own: list[Segment], who: str) -> tuple[Account, ...]:
    lines = queues(work, own, who)
    stored = [offices.read_standings(work.store, s.id)[who].credit for s in own]
    accounts = work.bookkeeper.accounts(work.store)
    return tuple(
        Account(line, _statement(work, accounts, segment, who, credit, len(own)), in_hundredths(credit))
        for line, segment, credit in zip(lines, own, stored, strict=True)
    )


def _statement(
    work: Work, accounts: Accounts | None, segment: Segment, who: str, stored: int, of: int
) -> Statement | None:
    """None where what the ledger says is not what is stored: such a thing is not to be stated."""
    if accounts is None or accounts.balance(segment.id, who) != stored:
        return None
    most = min(MOST, max(FEWEST, ALTOGETHER // of))
    return accounts.statement(segment.id, who, work.now, work.office.timezone, most)
