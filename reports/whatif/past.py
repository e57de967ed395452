"""The office's own past, read from its database in one transaction: what happened, and what is known of everybody.

Known of the beginning: who was a member, by which weight, who was away; the line is the order of joining and checking
in. Not known, and therefore level: balances, and what people had in hand. The rules are those of today: hours, time
limits, ladders, rosters.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from math import ceil

from leads.entries.asking import Handed
from leads.entries.people import Joined
from leads.figures.expected import Closed
from leads.figures.periods import Period
from leads.figures.report import Case
from leads.head import Head, head_of
from leads.hours import IsHoliday
from leads.lead import Outcome
from leads.ledger import GENESIS, Sealed
from leads.office import Office, Person, Role
from leads.presence import Absence, Worker
from leads.proof.audit import opened
from leads.rates import Record
from leads.schemes import SCHEMES
from leads.track import Closing
from leads.turns import Standing
from leads.wall_clock import ONE_DAY, monday_of
from reports.replay.events import Event
from reports.taking import balances
from reports.whatif.answers import given_answers, habits
from reports.whatif.beginning import Beginning, folded, settle_presence
from reports.whatif.telling import KINDS, Teller, client_of, declines_of
from storage import cases, draws, history, ledger
from storage.history import Member
from storage.store import Store

MOST = 20_000
"""Leads; of a longer period the newest are played."""
AFTERWARDS = timedelta(days=35)  # so long what became of a period's leads is followed beyond its end

Records = Mapping[str, Mapping[str, Record]]

FOUR_WEEKS = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class Past:
    office: Office  # as it is set up today; people, members and weights are those of the beginning
    is_holiday: IsHoliday
    start: datetime
    end: datetime
    cases: tuple[Case, ...]  # what happened in fact
    events: tuple[Event, ...]
    workers: Mapping[str, Worker]  # when it began
    standings: Mapping[str, Mapping[str, Standing]]  # likewise, by segment
    owners: Mapping[str, str | None]  # of the clients who were known before
    draws: Mapping[str, Mapping[date, tuple[str, ...]]]
    records: Records  # before the beginning
    closings: Mapping[str, Mapping[Closing, Record]]  # likewise, by segment
    closed: Closed  # what came of leads that are old enough, by segment, seller and kind
    counted_until: datetime  # so old they are
    losing_takes: timedelta
    balances: Mapping[str, int]  # now, in share units
    head: str  # of the ledger, now: `NUMBER:SEAL`
    is_cut: bool  # there were more leads

    @property
    def days(self) -> tuple[date, date]:
        """The first and the last day, on the office's wall."""
        last = self.end - timedelta(microseconds=1)
        zone = self.office.timezone
        return self.start.astimezone(zone).date(), last.astimezone(zone).date()

    @property
    def bad(self) -> frozenset[str]:
        """Numbers: nobody could have sold these."""
        return frozenset(str(lead.number) for lead, _ in self.cases if lead.outcome is Outcome.BAD)


def read_past(
    store: Store,
    office: Office,
    is_holiday: IsHoliday,
    start: datetime,
    end: datetime,
    most: int = MOST,
) -> Past:
    """Returns the leads handed over from `start` on and before `end`, and all that bore on them."""
    oldest = history.oldest_of(store, start, end, most)
    is_cut, start = oldest is not None, oldest or start
    begins = history.begins(store, start, end)
    before = history.of_the_office(store, begins) if begins else ()
    entries = history.of_kinds(store, KINDS, begins, end + AFTERWARDS) if begins else ()
    handed = {entry.lead for entry in entries if entry.kind == Handed.kind}
    found = [c for c in cases.handed_between(store, start, end) if c[0].number in handed]
    everybody = history.everybody(store)
    beginning = folded(before, office.timezone)
    settle_presence(beginning, everybody, entries, office.presence)
    told = _told(store, office, beginning, everybody, found, entries, (start, end))
    known = history.all_records(store)
    head, losing_takes = ledger.head(store), time_to_lose(history.times_to_lose(store))
    now = head.at if head else end
    counted_until, oldest = now - losing_takes, cases.first_handed(store) or now
    closed = history.closed_of(store, counted_until) if is_long_enough(now - oldest, losing_takes) else {}
    return Past(
        office=told.office,
        is_holiday=is_holiday,
        start=start,
        end=end,
        cases=tuple(found),
        events=told.events,
        workers=told.workers,
        standings=beginning.standings,
        owners=told.owners,
        draws=_draws(store, office, start),
        records=_before(store, known, begins),
        closings=_closings_before(store, begins),
        closed=closed,
        counted_until=counted_until,
        losing_takes=losing_takes,
        balances=balances(store, office),
        head=str(head_of(head) or Head(0, GENESIS)),
        is_cut=is_cut,
    )


def time_to_lose(taken: Sequence[timedelta]) -> timedelta:
    """Returns how long nine lost leads of ten were open at most.

    What is younger is left out of the rates: a sale is told of sooner than a loss, so the young ones that are
    closed are mostly sold.
    """
    return sorted(taken)[ceil(len(taken) * 0.9) - 1] if taken else timedelta(0)


def is_long_enough(history: timedelta, losing_takes: timedelta) -> bool:
    """Tells whether so much past can say how long losing takes: in a short one the late losses are still to come."""
    return history >= 2 * losing_takes


@dataclass(frozen=True, slots=True)
class _Told:
    office: Office
    events: tuple[Event, ...]
    workers: Mapping[str, Worker]
    owners: Mapping[str, str | None]


def _told(
    store: Store,
    office: Office,
    beginning: Beginning,
    everybody: Mapping[str, Member],
    found: Sequence[Case],
    entries: Sequence[Sealed],
    period: tuple[datetime, datetime],
) -> _Told:
    clients = history.clients_between(store, *period)
    then = _as_it_was(office, beginning, everybody)
    declines = declines_of(entries)
    free = next(iter(sorted(office.free_reasons)), None)
    numbered = {case[0].number or 0: case for case in found}
    given = {n: given_answers(case, declines.get(n, {}), free) for n, case in numbered.items()}
    left = {p.id for p in then.people} - {p.id for p in office.people}
    teller = Teller(
        office.timezone,
        known={p.id for p in then.people},
        left=left,
        cases=numbered,
        given=given,
        habits=habits((numbered[n], given[n]) for n in numbered),
        clients=clients,
    )
    lapsed = {who for who, w in beginning.workers.items() if w.paused is Absence.LAPSED}
    return _Told(
        then,
        tuple(teller.events(entries, lapsed)),
        {p.id: _linked(beginning.worker(p.id), everybody[p.id], p.id in left, entries) for p in then.people},
        _owners(found, clients),
    )


def _as_it_was(office: Office, beginning: Beginning, everybody: Mapping[str, Member]) -> Office:
    """Today's office with the people, weights and teams of then; whoever has left since is a manager in it."""
    here = {p.id for p in office.people}
    left = [Person(who, m.name, (Role.MANAGER,)) for who, m in everybody.items() if who not in here]
    return replace(
        office,
        people=tuple(replace(p, weight=beginning.weights.get(p.id, 1.0)) for p in (*office.people, *left)),
        segments=tuple(replace(s, members=tuple(beginning.standings.get(s.id, ()))) for s in office.segments),
    )


def _linked(worker: Worker, now: Member, has_left: bool, entries: Sequence[Sealed]) -> Worker:
    """Whoever has opened the bot since was offered nothing before; whoever has left since had opened it."""
    theirs = f'"who":"{worker.id}"'
    joined = [opened(e).said for e in entries if e.kind == Joined.kind and theirs in e.body]
    opened_later = any(isinstance(said, Joined) and said.roles != () for said in joined)
    return replace(worker, connected=has_left or (now.connected and not opened_later))


def _owners(found: Sequence[Case], clients: Mapping[int, str]) -> dict[str, str | None]:
    """Whose each client was before their first lead of the period."""
    owners: dict[str, str | None] = {}
    seen = set[str]()
    for lead, _ in found:
        client = client_of(lead, clients)
        if client and client not in seen:
            seen.add(client)
            if lead.known:
                owners[client] = lead.owner
    return owners


def _draws(store: Store, office: Office, start: datetime) -> dict[str, dict[date, tuple[str, ...]]]:
    monday = monday_of(start.astimezone(office.timezone).date())
    by_lot = [s.id for s in office.segments if SCHEMES[s.scheme].by_draw]
    return {
        segment: {d.monday: d.order for d in draws.from_week(store, segment, monday) if d.opened_at}
        for segment in by_lot
    }


def _before(store: Store, known: Records, begins: int | None) -> Records:
    """Won and lost before the period."""
    since = history.records_since(store, begins) if begins else {}
    return {
        segment: {who: history.less(record, since.get((segment, who))) for who, record in several.items()}
        for segment, several in known.items()
    }


def _closings_before(store: Store, begins: int | None) -> dict[str, dict[Closing, Record]]:
    since = history.closings_since(store, begins) if begins else {}
    found: dict[str, dict[Closing, Record]] = {}
    for (segment, closing), record in history.all_closings(store).items():
        found.setdefault(segment, {})[closing] = history.less(record, since.get((segment, closing)))
    return found


def asked_for(first: date | None, last: date | None, today: date) -> Period:
    """Returns the period; where its days are not given, the last four weeks that are over.

    It may begin after its end.
    """
    if last is None:
        last = today if first and first >= today else today - ONE_DAY
    return Period(first or last - FOUR_WEEKS + ONE_DAY, last)
