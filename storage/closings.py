"""What came of a segment's leads, week by week, as rows: what a segment that is shared by closing rate decides by."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Integer,
    Row,
    Table,
    Text,
    bindparam,
    case,
    cast,
    func,
    literal,
    null,
    or_,
    select,
    type_coerce,
    union_all,
)

from leads.lead import OWNED, Lead
from leads.office import Office, Segment
from leads.presence import reads_of
from leads.rates import MILLION, NO_RECORD, Record
from leads.schemes.base import Read
from leads.track import A_WEEK, A_YEAR, LEAST, NEVER, Closing, Kind, Sort, Summed, Track, oldest_week, week_of
from leads.words import code_of
from storage.columns import UtcDateTime, one_of
from storage.database import inserting
from storage.memo import keep, of, once
from storage.offices import ELSEWHERE, segment_key
from storage.store import Store
from storage.tables.leads import leads
from storage.tables.office import closings, members, records, segments

OF_TRACKS: Final = of(members, records, segments, closings, leads)
"""What a track is read from."""


def read_track(
    store: Store,
    office: Office,
    segment: Segment,
    now: datetime,
    lead: Lead | None = None,
    *,
    anyway: bool = False,
) -> Track:
    """Reads what came of a segment's leads as it counts at `now`; what comes of `lead` is added to it.

    The members and their records, which a scene needs too, come with the same statement. Nothing is read of a segment
    in which nobody's record decides, unless it is asked for `anyway`.
    """
    track = Track()
    if anyway or Read.RECORDS in reads_of(segment):
        track.summed = _summed(_rows(store, office, segment, now), segment, now)
        _set_apart(track, lead, office.stale_after, now)
    if Read.WORTH in reads_of(segment):
        track.stored = _sold(store, segment.id, week_of(now))
    return track


def _sold(store: Store, segment: str, this_week: int) -> dict[Kind, tuple[int, int]]:
    """What came of the leads of the year before this week, by their kind."""

    def read() -> dict[Kind, tuple[int, int]]:
        found: dict[Kind, tuple[int, int]] = {}
        wanted = {"of": store.office, "segment": segment, "from": this_week - A_YEAR, "before": this_week}
        for row in store.execute(_BY_KIND, wanted):
            kind = code_of(row.source or None), bool(row.known)
            won, lost = found.get(kind, (0, 0))
            found[kind] = won + int(row.won), lost + int(row.lost)
        return found

    return once(store, ("sold", store.office, segment, this_week), of(closings), read)


def _set_apart(track: Track, lead: Lead | None, stale_after: timedelta, now: datetime) -> None:
    """The lead itself is the scene's: who knows in whose hands it is when something is decided."""
    if lead and lead.state in OWNED and track.summed:
        track.take(lead)
        stale = dict(track.summed.stale)
        for since, sort in track.open.values():
            if since + stale_after <= now:
                stale[sort] -= 1
        track.summed = Summed(now, track.summed.half_life, track.summed.closed, stale)


def _summed(rows: Iterable[Row[Any]], segment: Segment, now: datetime) -> Summed:
    closed: dict[Sort, tuple[int, int]] = {}
    stale: dict[Sort, int] = {}
    for row in rows:
        sort = Sort(row.person, code_of(row.source or None), bool(row.known))
        if row.part == CLOSED:
            closed[sort] = row.won, row.lost
        else:  # what a source is called there may be one code in the ledger
            stale[sort] = stale.get(sort, 0) + row.lost
    return Summed(now, segment.half_life, closed, stale)


def _rows(store: Store, office: Office, segment: Segment, now: datetime) -> Sequence[Row[Any]]:
    """Those of closings and of what is open; those of members and records are kept for whoever asks."""
    stale_after = office.stale_after
    wanted = {
        "of": store.office,
        "segment": segment.id,
        "this_week": week_of(now),
        "oldest": oldest_week(now, segment.half_life),
        "stale_since": now - (stale_after or A_LONG_TIME),
    }
    if segment.half_life != NEVER:
        wanted["life"] = round(segment.half_life.total_seconds())
    key = ("track", store.office, segment.id, now, segment.half_life, stale_after)

    def read() -> Sequence[Row[Any]]:
        rows = store.execute(_statement(segment.half_life == NEVER), wanted).all()
        kept = [row for row in rows if row.part in OF_STANDINGS]
        keep(store, segment_key(store, segment.id), of(members, records, segments), kept)
        return [row for row in rows if row.part not in OF_STANDINGS]

    return once(store, key, OF_TRACKS, read)


_BY_KIND: Final = (
    select(
        closings.c.source,
        closings.c.known,
        func.sum(closings.c.won).label("won"),
        func.sum(closings.c.lost).label("lost"),
    )
    .where(closings.c.office == bindparam("of"), closings.c.segment == bindparam("segment"))
    .where(closings.c.week >= bindparam("from"), closings.c.week < bindparam("before"))
    .group_by(closings.c.source, closings.c.known)
)
A_LONG_TIME: Final = timedelta(days=365_000)
MEMBER, RECORD, TEAM, CLOSED, OPEN = range(5)
OF_STANDINGS: Final = frozenset({MEMBER, RECORD, TEAM})

_LARGE: Final = BigInteger()


@cache
def _statement(never: bool) -> Any:
    """Built once for records that fade, and once for those that never do."""
    m, r, s, closed, opened = (
        members.c,
        records.c,
        segments.c,
        _closed(never),
        (leads.c.holder, leads.c.source, leads.c.known),
    )
    of_another = or_(leads.c.owner.is_(None), leads.c.owner != leads.c.holder)
    is_stale = (one_of(leads.c.state, OWNED), leads.c.held_at <= bindparam("stale_since", type_=UtcDateTime))
    of_members = {
        "credit": m.credit,
        "ticket": m.ticket,
        "position": m.position,
        "since": m.since,
        "elsewhere": ELSEWHERE,
    }
    return union_all(
        select(*_columns(MEMBER, m.person, **of_members)).where(*_in_segment(members)),
        select(*_columns(RECORD, r.person, won=r.won, lost=r.lost)).where(*_in_segment(records)),
        select(*_columns(TEAM, s.id, moment=s.moment, drawings=type_coerce(s.drawings, Text))).where(
            s.office == bindparam("of"), s.id == bindparam("segment")
        ),
        _summed_up(closed),
        select(*_columns(OPEN, opened[0], lost=func.count(), source=opened[1], known=opened[2]))
        .where(*_in_segment(leads), *is_stale, of_another, leads.c.own.is_(False))
        .group_by(*opened),
    )


def _in_segment(table: Table) -> tuple[ColumnElement[bool], ...]:
    return table.c.office == bindparam("of"), table.c.segment == bindparam("segment")


def _closed(never: bool) -> Any:
    """Each closing with its weight: `leads.track.fading`, in SQL; shifting right is halving, rounded down."""
    c, life, this_week = closings.c, bindparam("life", type_=_LARGE), bindparam("this_week", type_=_LARGE)
    kept = (*_in_segment(closings), c.week >= bindparam("oldest"))
    columns = (c.person, c.source, c.known, c.won, c.lost)
    if never:
        return select(*columns, literal(MILLION, _LARGE).label("weight")).where(*kept).subquery()
    age = case((c.week > this_week, 0), else_=this_week - c.week) * literal(
        A_WEEK // timedelta(seconds=1), _LARGE
    )
    straight = (MILLION * (2 * life - age % life)) // (2 * life)
    weight = straight.bitwise_rshift(cast(age // life, Integer))
    return select(*columns, weight.label("weight")).where(*kept).subquery()


def _summed_up(closed: Any) -> Any:
    of, sort = closed.c, (closed.c.person, closed.c.source, closed.c.known)
    weight = case((of.weight < LEAST, 0), else_=of.weight)
    won, lost = (cast(func.sum(count * weight), _LARGE) for count in (of.won, of.lost))
    columns = _columns(CLOSED, sort[0], won=won, lost=lost, source=sort[1], known=sort[2])
    return select(*columns).group_by(*sort)


def _columns(part: int, person: ColumnElement[Any], **given: ColumnElement[Any]) -> list[ColumnElement[Any]]:
    """Of all parts the same, and of the same types: PostgreSQL takes a bare NULL for a text."""
    types = {
        "credit": members.c.credit.type,
        "ticket": _LARGE,
        "position": members.c.position.type,
        "since": members.c.since.type,
        "elsewhere": Text(),
        "moment": segments.c.moment.type,
        "drawings": Text(),
        "won": _LARGE,
        "lost": _LARGE,
        "source": closings.c.source.type,
        "known": closings.c.known.type,
    }
    rest = [given.get(name, cast(null(), kind)).label(name) for name, kind in types.items()]
    return [literal(part, Integer).label("part"), person.label("person"), *rest]


def save_changes(store: Store, segment: str, track: Track, saved: dict[Closing, Record]) -> None:
    """Writes what the track has had added since `saved`, which is as the track is from then on."""
    for closing, record in track.closings.items():
        before = saved.get(closing, NO_RECORD)
        if record != before:
            more = Record(record.won - before.won, record.lost - before.lost)
            add(store, {(segment, closing): more})
    saved.clear()
    saved.update(track.closings)


def add(store: Store, changes: Mapping[tuple[str, Closing], Record]) -> None:
    """Adds to what is stored, by segment and closing."""
    rows = [
        {
            "office": store.office,
            "segment": segment,
            "person": closing.sort.who,
            "week": closing.week,
            "source": closing.sort.source or "",
            "known": closing.sort.known,
            "won": record.won,
            "lost": record.lost,
        }
        for (segment, closing), record in changes.items()
    ]
    if rows:
        store.execute(_adding(store.dialect.name), rows)


@cache
def _adding(dialect: str) -> Any:
    row = inserting(dialect, closings)
    return row.on_conflict_do_update(
        index_elements=[column.name for column in closings.primary_key],
        set_={"won": closings.c.won + row.excluded.won, "lost": closings.c.lost + row.excluded.lost},
    )
