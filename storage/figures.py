"""The report of a period, counted by the database: leads and offers that are alike come as one row with their number.

What a figure means stands in `leads.figures`; here is only what makes two leads alike. That is one text for each, a
JSON array: SQLite groups by sorting, and sorts a million short texts in half the time that it needs for as many rows of
columns.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    FromClause,
    Integer,
    Text,
    case,
    cast,
    func,
    literal,
    literal_column,
    select,
)

from leads.entries.hands import Returned
from leads.figures.habits import Habits, Kind
from leads.figures.hand_overs import HandOvers
from leads.figures.report import Report
from leads.lead import Lead, Offer, Outcome, Progress, Result, State, Step
from leads.turns import Turn
from leads.wall_clock import offsets
from storage.store import Store
from storage.tables.leads import leads, ledger, offers

THURSDAY = 3  # the day that 1970 began with
Row = Mapping[str, Any]
NEVER = datetime(1970, 1, 1, tzinfo=UTC)

WHERE = (leads.c.segment, leads.c.source, leads.c.known)
WHY = (leads.c.lost_reason, leads.c.bad_reason)
BECAME = (leads.c.state, leads.c.outcome, leads.c.marks, leads.c.holder, leads.c.taken_by, leads.c.own, *WHY)
WHETHER = tuple(func.substr(column, 1, 0).label(column.name) for column in (leads.c.holder, leads.c.taken_by))
"""Nobody, or somebody whose name is not told: leads in anybody's hands are alike."""
CAME_TO = (leads.c.state, leads.c.outcome, leads.c.marks, *WHETHER)
WAS_CONTACTED = leads.c.contacted_after.is_not(None)
WAS_TAKEN = leads.c.taken_after.is_not(None)
COUNTS = leads.c.state != State.WITHDRAWN
"""A lead that was taken back was none."""
HALF = 2**31
HALVES = (leads.c.amount // HALF, leads.c.amount % HALF)
"""SQLite sums no integers beyond 2^63, which two leads may reach: halves of as many leads as there are stay below."""
OFFERED = leads.join(offers, offers.c.lead == leads.c.id)
ASKED = (offers.c.step, offers.c.people, offers.c.result, offers.c.answers)
CHOSEN = (offers.c.chosen_by, offers.c.fair)


def report(store: Store, start: datetime, end: datetime, segment: str = "") -> Report:
    """Reports of the leads handed over from `start` on and before `end`, of one segment or of all;
    hours and weekdays apart.
    """
    found, period = Report(), _handed(start, end, segment, store.office)
    for row in _counted(store, leads, period, *WHERE, *BECAME):
        found.count(_lead(row), row["count"])
    for row in _counted(store, leads, [*period, WAS_TAKEN], *WHERE, leads.c.taken_by, leads.c.taken_after):
        found.count_claims(_lead(row), row["count"])
    first = (leads.c.contacted_by, leads.c.contacted_after)
    for row in _counted(store, leads, [*period, WAS_CONTACTED], *first):
        found.count_contacts(_lead(row), row["count"])
    alike = (*WHERE, *ASKED, offers.c.reasons, *CHOSEN, offers.c.payer)
    for row in _counted(store, OFFERED, period, *alike, long=[offers.c.gained]):
        found.count_offers(_lead(row), _offer(row), row["count"])
    return found


def by_the_clock(store: Store, start: datetime, end: datetime, zone: ZoneInfo) -> Report:
    """Counts hours and weekdays of the leads of a period, on the office's wall clock;
    nothing else is in this report.
    """
    found, period = Report(), _handed(start, end, "", store.office)
    hour = _local(store, offsets(zone, start, end)) // 3600
    slot = ((hour + THURSDAY * 24) % (7 * 24)).label("slot")  # from the beginning of Monday
    for row in _counted(store, leads, period, slot, *CAME_TO):
        for part in found.parts_of(row["slot"]):
            part.add(_lead(row), row["count"])
    for row in _counted(store, leads, [*period, WAS_TAKEN], slot, leads.c.taken_after):
        for part in found.parts_of(row["slot"]):
            part.times.add(row["taken_after"], row["count"])
    for row in _counted(store, OFFERED, period, slot, *ASKED):
        for part in found.parts_of(row["slot"]):
            part.ask(_offer(row), row["count"])
    return found


def by_day(store: Store, start: datetime, end: datetime, zone: ZoneInfo) -> dict[date, tuple[int, int]]:
    """Tells how many leads came in on each day of the office, and how many of them are sold by now."""
    day = (_local(store, offsets(zone, start, end)) // 86_400).label("day")
    won = func.count().filter(leads.c.outcome == Outcome.WON).label("won")
    counted = select(day, func.count().label("came"), won).group_by(day)
    rows = store.execute(counted.where(*_handed(start, end, "", store.office)))
    return {NEVER.date() + timedelta(days=row.day): (row.came, row.won) for row in rows}


def habits(store: Store, start: datetime, end: datetime, old: datetime) -> Habits:
    """Counts what everybody did with the leads handed over in a period. `old`: what was taken before it is old."""
    found, period = Habits(), _handed(start, end, "", store.office)
    for row in _counted(store, OFFERED, period, *ASKED, offers.c.payer, offers.c.claimed_by):
        found.count_offer(_offer(row), row["count"])
    own = (leads.c.state, leads.c.outcome, leads.c.holder, leads.c.own)
    is_old = (leads.c.held_at < old).label("old")
    for row in _counted(store, leads, [*period, leads.c.holder.is_not(None)], *WHERE, *own, is_old):
        found.count_lead(_lead(row), row["count"], is_old=bool(row["old"]))
    said = ledger.join(leads, (leads.c.office == ledger.c.office) & (leads.c.number == ledger.c.lead))
    returned = select(ledger.c.body).select_from(said).where(*period, ledger.c.kind == Returned.kind)
    for body in store.scalars(returned):
        found.count_returned(json.loads(body)["who"])
    return found


def closings(store: Store, start: datetime, end: datetime) -> dict[Kind, tuple[int, int]]:
    """Counts what was won and lost of each kind of lead, of those handed over in a period."""
    found: dict[Kind, tuple[int, int]] = {}
    ended = leads.c.outcome.in_((Outcome.WON, Outcome.LOST))
    where = [*_handed(start, end, "", store.office), ended, leads.c.own.is_(False)]
    for row in _counted(store, leads, where, *WHERE, leads.c.outcome):
        kind = row["segment"], row["source"] or "", bool(row["known"])
        won, lost = found.get(kind, (0, 0))
        is_won = row["outcome"] == Outcome.WON
        found[kind] = (won + row["count"] * is_won, lost + row["count"] * (not is_won))
    return found


def _handed(start: datetime, end: datetime, segment: str, office: int) -> Sequence[ColumnElement[bool]]:
    where = [leads.c.office == office, leads.c.handed_at >= start, leads.c.handed_at < end, COUNTS]
    return [*where, leads.c.segment == segment] if segment else where


def _counted(
    store: Store,
    of: FromClause,
    where: Sequence[ColumnElement[bool]],
    *alike: ColumnElement[Any],
    long: Sequence[ColumnElement[Any]] = (),
) -> Iterator[Row]:
    """What all of them have in common by the columns' names, their `count`, and the `amount` of the leads.

    `long`: of what they have in common, texts that would make the one text too long.
    """
    as_array = func.json_array if store.dialect.name == "sqlite" else func.json_build_array
    key = cast(as_array(*alike), Text).label("key")
    amounts = tuple(func.sum(half) for half in HALVES) if of is leads else (literal(0), literal(0))
    alone = [column.label(column.name) for column in long]
    query = select(key, *alone, func.count(), *amounts).select_from(of).where(*where)
    names = [column.name for column in (*alike, *long)]
    found = store.execute(query.group_by("key", *(column.name for column in long)))
    return (
        dict(zip(names, (*json.loads(key), *rest), strict=True))
        | {"count": count, "amount": int(high or 0) * HALF + int(low or 0)}
        for key, *rest, count, high, low in found
    )


def _local(store: Store, zones: Sequence[tuple[datetime, timedelta]]) -> ColumnElement[Any]:
    """What the office's wall clock shows at the hand-over, in seconds since 1970 began on it."""
    if store.dialect.name == "sqlite":
        since: ColumnElement[Any] = cast(func.strftime("%s", cast(leads.c.handed_at, Text)), Integer)
    else:
        since = cast(func.floor(func.extract("epoch", leads.c.handed_at)), BigInteger)
    *earlier, (_, latest) = [(until, round(offset.total_seconds())) for until, offset in zones]
    cases = [(leads.c.handed_at < until, offset) for until, offset in earlier]
    return since + (case(*cases, else_=latest) if cases else latest)


def _lead(row: Row) -> Lead:
    """All that counts of leads that are alike; a row without a column says that it does not count there."""
    outcome = row.get("outcome")
    return Lead(
        id=0,
        segment=row.get("segment", ""),
        source=row.get("source"),
        known=bool(row.get("known")),
        state=State(row.get("state", State.CLOSED)),
        outcome=Outcome(outcome) if outcome else None,
        marks=tuple(map(Progress, json.loads(row.get("marks", "[]")))),
        lost_reason=row.get("lost_reason"),
        bad_reason=row.get("bad_reason"),
        holder=row.get("holder"),
        own=bool(row.get("own")),
        taken_by=row.get("taken_by"),
        taken_after=row.get("taken_after"),
        contacted_by=row.get("contacted_by"),
        contacted_after=row.get("contacted_after"),
        amount=int(row.get("amount", 0)),
    )


def _offer(row: Row) -> Offer:
    """All that counts of offers that are alike."""
    payer = row.get("payer")
    return Offer(
        step=Step(row["step"]),
        scheme="",
        at=NEVER,
        people=tuple(json.loads(row["people"])),
        result=Result(row["result"]),
        answers=json.loads(row["answers"]),
        reasons=json.loads(row.get("reasons", "{}")),
        turn=Turn(payer, row.get("gained") or {}) if payer else None,
        by=row.get("chosen_by"),
        fair=row.get("fair"),
        claimed_by=row.get("claimed_by"),
    )


def hand_overs(store: Store, start: datetime, end: datetime) -> dict[str, HandOvers]:
    """Tells of everybody who took calls how their drafts of a period were handed over."""
    found = defaultdict[str, HandOvers](HandOvers)
    mine = [
        *_handed(start, end, "", store.office),
        leads.c.waited.is_not(None),
        leads.c.secretary.is_not(None),
    ]
    lay = (leads.c.secretary, leads.c.waited, _IS_BEFORE.label("before"), leads.c.by_itself)
    for who, waited, before, alone, count in store.execute(
        select(*lay, func.count()).where(*mine).group_by(*lay)
    ):
        found[who].add(waited, count, is_before=bool(before), by_itself=bool(alone))
    earliest = select(func.min(_earliest.c.id)).where(_earliest.c.lead == leads.c.id).scalar_subquery()
    first = select(leads.c.secretary, offers.c.people).select_from(OFFERED)
    asked = first.where(*mine, _IS_BEFORE, offers.c.step == Step.OFFER, offers.c.id == earliest)
    for who, people in store.execute(asked):
        if len(people) == 1:
            found[who].first[people[0]] += 1
    return dict(found)


_IS_BEFORE: Final = leads.c.overtook > literal_column(
    "0"
)  # a parameter would be another one where it is grouped
_earliest = offers.alias("earliest")
