"""The values behind lists of leads: which rows, in which order, and how much of each client is for the reader."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from contacts.masking import mask_name, mask_phone
from contacts.phones import readable
from desk.here import as_here
from desk.masking import is_masked
from desk.work import Work
from leads.lead import OWNED, Due, Lead, State
from leads.next_steps import is_overdue, next_step
from leads.office import Office
from leads.rights import Right, headed_by, may
from leads.wall_clock import midnight
from screens.views.lead import Choice, Seat
from screens.views.lists import PAGE, STILL_FOR, ListKind, ListView, Narrowing, Next, Only, Part, Row
from storage import listing, people, watches
from storage.listing import NEWEST_FIRST, NOBODYS_FIRST, Listed, Meant
from storage.people import PersonRow
from storage.watches import WatchKind

MOST_IN_HAND: Final = 1000  # that are put in order; nobody works on more
STATES: Final = {Only.NOBODYS: (State.WAITING, State.OFFERED), Only.DRAFTS: (State.DRAFT,)}

Args = Mapping[str, Any]


def mine_view(work: Work, person: PersonRow, args: Args) -> ListView:
    """Returns the open leads in somebody's hands: overdue first, then by what comes next, then the oldest."""
    meant = Meant(states=OWNED, holder=person.id)
    found = listing.page(work.store, meant, NEWEST_FIRST, 0, MOST_IN_HAND)
    rows = sorted((_row(work, one, person, {}) for one in found), key=_by_need)
    return _paged(work, ListKind.MINE, rows, args)


def in_hands_of(work: Work, who: str) -> Sequence[Listed]:
    """Returns the open leads that somebody has, in the order of their numbers."""
    found = listing.page(work.store, Meant(states=OWNED, holder=who), NEWEST_FIRST, 0, MOST_IN_HAND)
    return sorted(found, key=lambda one: one.lead.number or 0)


def _by_need(row: Row) -> tuple[bool, bool, datetime, datetime]:
    return not row.is_overdue, row.next is None, row.next.at if row.next else row.since, row.since


def taken_view(work: Work, person: PersonRow, args: Args) -> ListView:
    """Returns what a secretary has taken in since midnight, and every draft of theirs, those first."""
    since = midnight(work.today, work.office.timezone)
    meant = Meant(states=tuple(State), secretary=person.id, fresh_since=since)
    return _page_of(work, ListKind.TAKEN, person, meant, NEWEST_FIRST, args)


def kept_view(work: Work, person: PersonRow, args: Args) -> ListView:
    """Returns the leads at the end of the ladder that this person is asked about, and those that they took in and were
    told of, for nobody has them: the oldest first.
    """
    meant = Meant(states=(State.WAITING, State.OFFERED))
    found = listing.page(work.store, meant, NOBODYS_FIRST, 0, MOST_IN_HAND)
    untold = {int(watch.subject) for watch in watches.of_kind(work.store, WatchKind.UNCLAIMED)}
    rows = [
        _row(work, one, person, {})
        for one in found
        if (person.id in one.asked and _is_kept(one.lead))
        or (one.secretary == person.id and one.lead.id not in untold)
    ]
    return _paged(work, ListKind.KEPT, rows, args)


def _is_kept(lead: Lead) -> bool:
    return lead.deadline is not None and lead.deadline.kind is Due.REPEAT


def found_view(work: Work, person: PersonRow, args: Args) -> ListView:
    """Returns what was found when it was looked for, as far as it is there and for the reader still."""
    ids = [int(lead) for lead in args.get("leads", ())]
    either, headed = own_part(work.office, person)
    meant = Meant(states=tuple(State), ids=ids, either=either, headed=headed)
    return _page_of(work, ListKind.FOUND, person, meant, NEWEST_FIRST, args)


def own_part(office: Office, person: PersonRow) -> tuple[str | None, frozenset[str]]:
    """Returns of whom the leads are that somebody may look for, in their hands or taken in by them, and of which
    segments besides. None: any.
    """
    either = None if may(person.roles, Right.ASSIGN) else person.id
    return either, headed_by(office, person.id)


def leads_view(work: Work, person: PersonRow, args: Args) -> ListView:
    """Returns the office's open leads, or of the segments that the reader heads, narrowed as they have chosen: first
    those that nobody has, by number.
    """
    among = None if may(person.roles, Right.SEE_OPEN_LEADS) else headed_by(work.office, person.id)
    only = Only(args.get(Part.ONLY, ""))
    meant = Meant(
        states=STATES.get(only, listing.OPEN),
        holder=args.get(Part.WHO) or None,
        segment=args.get(Part.SEGMENT) or None,
        among=among,
        still_since=work.now - STILL_FOR if only is Only.STILL else None,
    )
    return _page_of(
        work, ListKind.LEADS, person, meant, NOBODYS_FIRST, args, _narrowing(work.office, args, among)
    )


def _narrowing(office: Office, args: Args, among: Collection[str] | None) -> Narrowing:
    holders = [p for p in office.people if may(p.roles, Right.HOLD)]
    segments = [s for s in office.segments if not s.retired and (among is None or s.id in among)]
    menu = Part(args[Part.MENU]) if args.get(Part.MENU) else None
    chosen: Sequence[Any] = holders if menu is Part.WHO else segments if menu is Part.SEGMENT else ()
    return Narrowing(
        only=Only(args.get(Part.ONLY, "")),
        who=next((p.name for p in office.people if p.id == args.get(Part.WHO)), None),
        segment=next((s.name for s in office.segments if s.id == args.get(Part.SEGMENT)), None),
        menu=menu,
        choices=tuple(Choice(one.id, one.name) for one in chosen),
        has_segments=len(segments) > 1,
    )


def _page_of(
    work: Work,
    kind: ListKind,
    person: PersonRow,
    meant: Meant,
    order: Sequence[Any],
    args: Args,
    narrowing: Narrowing | None = None,
) -> ListView:
    """One page, and how many rows there are: two statements, however many leads."""
    total = listing.count(work.store, meant)
    page = _page(args, total)
    names = people.names(work.store)
    found = listing.page(work.store, meant, order, page * PAGE, PAGE)
    rows = tuple(_row(work, one, person, names) for one in found)
    more = bool(args.get("more"))
    return ListView(kind, work.now, work.office.timezone, rows, page, total, more, narrowing)


def _paged(work: Work, kind: ListKind, rows: Sequence[Row], args: Args) -> ListView:
    page = _page(args, len(rows))
    shown = tuple(rows[page * PAGE : (page + 1) * PAGE])
    return ListView(kind, work.now, work.office.timezone, shown, page, len(rows))


def _page(args: Args, total: int) -> int:
    """The page that is asked for, or the last that there is by now."""
    return max(0, min(int(args.get("page", 0)), -(-total // PAGE) - 1))


def _row(work: Work, one: Listed, person: PersonRow, names: Mapping[str, str]) -> Row:
    lead = one.lead
    about = (lead.holder,) if lead.holder else one.asked if lead.state is State.OFFERED else ()
    if lead.state is State.DRAFT and one.secretary:
        about = (one.secretary,)
    coming = next_step(lead) if lead.state is State.HELD else None
    return Row(
        lead=lead.id,
        number=lead.number,
        state=lead.state,
        client=client_for(one, person, work.office),
        who=() if person.id in about else tuple(names.get(who, who) for who in about),
        since=lead.held_at or lead.handed_at or one.taken_in_at,
        moved_at=one.moved_at,
        mark=lead.progress,
        outcome=lead.outcome,
        next=Next(coming.kind, coming.at) if coming else None,
        is_overdue=is_overdue(lead, work.now),
    )


def client_for(one: Listed, person: PersonRow, office: Office) -> str | None:
    """Returns what the client is called in a list, as far as the reader may see it."""
    masked = is_masked(_seat(one, person), as_here(person, office, one.lead.segment), office)
    if one.name:
        return mask_name(one.name) if masked else one.name
    if one.phone is None:
        return None
    return mask_phone(readable(one.phone)) if masked else readable(one.phone)


def _seat(one: Listed, person: PersonRow) -> Seat:
    """Where the reader would sit with its card, as far as that says what they may see."""
    if one.lead.holder == person.id and one.lead.state in {*OWNED, State.CLOSED}:
        return Seat.HOLDER
    if person.id in one.asked:
        return Seat.OFFERED
    return Seat.SECRETARY if one.secretary == person.id else Seat.BYSTANDER
