"""The values behind the answers to questions: /me, the office and its schemes, the story of one lead."""

from __future__ import annotations

from collections.abc import Sequence

from desk.actor import Actor
from desk.duty_views import duty_today
from desk.queue import queues
from desk.work import Work
from leads.duty.slots import rostered
from leads.figures.report import ManagerFigures, Report
from leads.lead import OWNED, Lead, Result, State
from leads.norm import allowed, free_among, free_left
from leads.office import Office, Role, Segment
from leads.picking import asks_head
from leads.presence import Absence, Worker, absence, leave_ahead, opening, reachable, rests
from leads.proof.statement import Accounts, Statement
from leads.proof.story import tell
from leads.rates import NO_RECORD, Record
from leads.rights import Right, may
from leads.schemes import SCHEMES
from leads.schemes.base import Read
from leads.shares import in_hundredths
from leads.wall_clock import midnight, monday_of
from screens.buttons.of_panes import OfficePane
from screens.office.front import role_names
from screens.texts import Texts
from screens.views.duties import TodayView
from screens.views.lead import WhyView
from screens.views.office import OfficeView, PersonRow, SchemeView, SegmentRow
from screens.views.queue import Account, Comparison, Figures, MeView, Numbered
from storage import cards, cases, figures, inbox, ledger, offices, people, scenes, showing
from storage.kinds import CardKind

FEWEST, MOST = 3, 10  # lines of one account
ALTOGETHER = 30  # more would not fit into one message


def anywhere(work: Work, segments: Sequence[Segment], worker: Worker) -> Absence | None:
    """Tells why this manager is offered nothing at all; None if in any segment they can be."""
    office, now = work.office, work.now
    reasons = [absence(office, segment, worker, now, work.is_holiday) for segment in segments]
    if not reasons or not all(reasons):
        return Absence.OFF_HOURS if segments and _rests(work, segments, worker) else None
    return reasons[0]


def _rests(work: Work, segments: Sequence[Segment], worker: Worker) -> bool:
    """Whether somebody's own hours are over, also where the whole segment's are."""
    by_roster = any(SCHEMES[segment.scheme].by_roster for segment in segments)
    return not by_roster and rests(work.office, worker.id, work.now, work.is_holiday)


def office_view(work: Work, reader: people.PersonRow) -> OfficeView:
    office, now = work.office, work.now
    workers = scenes.read_workers(work.store)
    active = [s for s in office.segments if not s.retired]
    opens = opening(office, active[0], now, work.is_holiday) if active else now
    rows = []
    for person in office.people:
        roles = work.roles(person.telegram_id, person.roles)
        if not roles:  # an account that ADMIN_IDS names no more
            continue
        worker = workers[person.id]
        own = [s for s in active if person.id in s.members]
        away = reachable(worker) or anywhere(work, own, worker)
        rows.append(PersonRow(person.id, person.name, roles, away, worker.load))
    return OfficeView(
        name=office.name,
        timezone=office.timezone,
        presence=office.presence,
        open_now=opens == now,
        opens_at=opens if opens != now else None,
        segments=tuple(segment_row(office, s) for s in active),
        people=tuple(rows),
        may_invite=may(reader.roles, Right.INVITE),
        set_aside=inbox.count_aside(work.store),
        duty=TodayView(now, tuple(duty_today(work, segment) for segment in rostered(office))),
    )


def invited_name(office: Office, invited: str, texts: Texts) -> str:
    """Tells whom a link is for: a person's name, or a role's."""
    if invited.startswith("+"):
        return role_names((Role(invited[1:]),), texts)
    return next((p.name for p in office.people if p.id == invited), invited)


def segment_row(office: Office, segment: Segment) -> SegmentRow:
    members = tuple(office.person(member).name for member in segment.members)
    reserve = segment.reserve if asks_head(segment) else None
    window = int(segment.window.total_seconds())
    return SegmentRow(segment.id, segment.name, segment.scheme, members, reserve, window)


def scheme_view(office: Office, id: str) -> SchemeView | None:
    """Shows how a segment shares; None for a segment that is no more."""
    found = next((s for s in office.segments if s.id == id and not s.retired), None)
    if found is None:
        return None
    has_roster = any(shift.segment == id for shift in office.shifts)
    return SchemeView(segment_row(office, found), asks_head(found), has_roster)


def why_view(work: Work, person: people.PersonRow, number: int) -> WhyView | None:
    """Tells a lead's story; None for a number that does not exist."""
    lead = cases.id_of(work.store, number)
    if lead is None:
        return None
    story = tell([*ledger.of_lead(work.store, number), *ledger.of_clients(work.store, number)])
    segment = story.segment or work.load(lead).scene.lead.segment
    return WhyView(
        number=number,
        timezone=work.office.timezone,
        segment=work.office.segment(segment).name,
        story=story,
        names=people.names(work.store),
        reader=person.id,
        reader_sells=Role.MANAGER in person.roles,
    )


def show_office(
    work: Work,
    actor: Actor,
    pane: OfficePane = OfficePane.FRONT,
    about: str = "",
    page: int = 0,
    *,
    fresh: bool = False,
) -> None:
    """Opens a pane on the card of the office where it stands; `fresh`: as a new message at the end of the chat."""
    card = cards.of(work.store, actor.chat, CardKind.OFFICE, None)
    where = (actor.chat, CardKind.OFFICE, None, actor.person)
    args = {"pane": pane.value, "about": about, "page": page}
    cards.want(work.store, *where, fresh=fresh or card is None, payload={"args": args})


def show_and_forget(work: Work, actor: Actor, message: int | None, pane: OfficePane, about: str = "") -> None:
    """Opens a pane at the end of the chat. A message with a secret goes with what the card has left behind there."""
    show_office(work, actor, pane, about, fresh=True)
    card = cards.of(work.store, actor.chat, CardKind.OFFICE, None)
    if card and message:
        showing.change(work.store, card.id, stale=[*card.stale, message])


def me_view(work: Work, person: people.PersonRow, *, details: bool) -> MeView:
    """Shows a manager's own figures; with `details` also what their share is made of."""
    office, zone = work.office, work.office.timezone
    worker = scenes.read_workers(work.store)[person.id]
    own = [s for s in office.segments if not s.retired and person.id in s.members]
    today, this_week = midnight(work.today, zone), midnight(monday_of(work.today), zone)
    balances = [offices.read_standings(work.store, s.id)[person.id].credit for s in own]
    asked, held = _in_hands(work, person.id)
    return MeView(
        name=person.name,
        timezone=zone,
        absence=anywhere(work, own, worker),
        leave_from=worker.leave_from if leave_ahead(worker, work.now) else None,
        leave_until=worker.leave_until,
        year=work.today.year,
        to_answer=asked,
        unmarked=tuple(_numbered(lead) for lead in held if not lead.marks),
        open_leads=len(held),
        capacity=office.person(person.id).capacity,
        today=_figures(figures.report(work.store, today, work.now), person.id),
        week=_figures(figures.report(work.store, this_week, work.now), person.id),
        record=_record(work, person.id),
        segments=len(own),
        free_left=_free_left(office, worker),
        free_norm=allowed(office.free_declines),
        comparison=_comparison(work.office, own, balances),
        total=in_hundredths(sum(balances)),
        accounts=_accounts(work, own, balances, person.id) if details else (),
        names=people.names(work.store),
    )


def _free_left(office: Office, worker: Worker) -> int | None:
    """None where there is nothing to be told: they have declined nothing for free, or each decline is."""
    used = free_among(worker.answers) if office.decline_costs_turn and office.free_reasons else 0
    return free_left(worker.answers, office.free_declines) if used else None


def _figures(report: Report, who: str) -> Figures:
    mine = report.managers.get(who, ManagerFigures())
    return Figures(mine.offered, mine.sales.handed, mine.sales.won)


def _record(work: Work, who: str) -> Record:
    """In all segments, also those that they have left."""
    found = [offices.read_records(work.store, s.id).get(who, NO_RECORD) for s in work.office.segments]
    return Record(sum(r.won for r in found), sum(r.lost for r in found))


def _in_hands(work: Work, who: str) -> tuple[tuple[Numbered, ...], list[Lead]]:
    """Returns the leads that wait for their answer, and the leads that they have."""
    found = cases.in_states(work.store, [State.OFFERED, *OWNED])
    live = ((lead, offers[-1]) for lead, offers in found if offers and offers[-1].result is Result.OPEN)
    asked = tuple(_numbered(lead) for lead, offer in live if who in offer.asked)
    return asked, [lead for lead, _ in found if lead.holder == who]


def _numbered(lead: Lead) -> Numbered:
    return Numbered(lead.id, lead.number or 0)


def _comparison(office: Office, own: list[Segment], balances: list[int]) -> Comparison | None:
    """Balances of a segment add up to nothing: who is behind by so much has had that much less than was due, and
    n/(n-1) times that less than each of the n-1 others on average.
    """
    teams = [(s, credit) for s, credit in zip(own, balances, strict=True) if len(s.members) > 1]
    if not teams:
        return None
    alike = all(_share_alike(office, segment) for segment, _ in teams)
    fewer = sum(credit * len(s.members) // (len(s.members) - 1) if alike else credit for s, credit in teams)
    return Comparison(in_hundredths(fewer), than_others=alike)


def _share_alike(office: Office, segment: Segment) -> bool:
    """Tells whether the same is due to every member."""
    by_record = Read.RECORDS in SCHEMES[segment.scheme].reads
    return not by_record and len({office.person(who).weight for who in segment.members}) == 1


def _accounts(work: Work, own: list[Segment], balances: list[int], who: str) -> tuple[Account, ...]:
    accounts = work.bookkeeper.accounts(work.store)
    return tuple(
        Account(line, _statement(work, accounts, segment, who, credit, len(own)), in_hundredths(credit))
        for line, segment, credit in zip(queues(work, own, who), own, balances, strict=True)
    )


def _statement(
    work: Work, accounts: Accounts | None, segment: Segment, who: str, stored: int, of: int
) -> Statement | None:
    """None where what the ledger says is not what is stored: such a thing is not to be stated."""
    if accounts is None or accounts.balance(segment.id, who) != stored:
        return None
    most = min(MOST, max(FEWEST, ALTOGETHER // of))
    return accounts.statement(segment.id, who, work.now, work.office.timezone, most)
