"""What was tried, as the screens and pictures show it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from leads.schemes import SCHEMES
from leads.wall_clock import ONE_DAY
from reports.replay.runs import AS_SET_UP
from reports.whatif.past import Past
from reports.whatif.trying import FACT, Tried
from screens.views.pictures import SchemePoint, SchemesPicture
from screens.views.report import Against, Change, WhatIfRow, WhatIfView

MOST_CHANGES = 3


def schemes_picture(past: Past, found: Sequence[Tried]) -> SchemesPicture:
    """Returns a point for each scheme."""
    first, last = past.days
    points = tuple(point for one in _shown(past, found) if (point := _point(one, past)))
    return SchemesPicture(first, last, len(past.cases), points)


def whatif_view(past: Past, found: Sequence[Tried]) -> WhatIfView:
    first, last = past.days
    won = sum(one.report.total.won for one in found if one.name == FACT)
    waits = past.losing_takes >= ONE_DAY
    rows = tuple(_row(one, past) for one in _shown(past, found))
    return WhatIfView(
        first,
        last,
        len(past.cases),
        won,
        rows,
        _changes(past, found),
        left_out=tuple(sorted({*SCHEMES} - {one.name for one in found})),
        is_cut=past.is_cut,
        counted_until=past.counted_until.astimezone(past.office.timezone).date() if waits else None,
        losing_takes=ceil(past.losing_takes / ONE_DAY),
    )


def _shown(past: Past, found: Sequence[Tried]) -> Iterator[Tried]:
    """The office's own rules first; where they are one scheme, it is not shown once more."""
    yield from (one for one in found if one.name not in {FACT, _only_scheme(past)})


def _only_scheme(past: Past) -> str | None:
    """The scheme of all segments; None where they have several."""
    schemes = {segment.scheme for segment in past.office.segments if not segment.retired}
    return schemes.pop() if len(schemes) == 1 else None


def _name(one: Tried, past: Past) -> str:
    return _only_scheme(past) or AS_SET_UP if one.name == AS_SET_UP else one.name


def _point(one: Tried, past: Past) -> SchemePoint | None:
    expected, jain = one.expected, one.report.jain
    if expected is None or jain is None:
        return None
    figures = (jain, expected.sales, expected.low, expected.high)
    return SchemePoint(_name(one, past), *figures, is_current=one.name == AS_SET_UP)


def _row(one: Tried, past: Past) -> WhatIfRow:
    expected = one.expected
    return WhatIfRow(
        _name(one, past),
        one.report.jain,
        (expected.sales, expected.low, expected.high) if expected else None,
        is_current=one.name == AS_SET_UP,
        against=_against(one),
    )


def _against(one: Tried) -> Against:
    """More or fewer only where the interval of the difference says so."""
    if one.gain is None:
        return Against.NOBODY_KNOWS
    _, low, high = one.gain
    return Against.MORE if low > 0 else Against.FEWER if high < 0 else Against.NOBODY_KNOWS


def _changes(past: Past, found: Sequence[Tried]) -> tuple[Change, ...]:
    """The managers whose number of leads would have changed the most against the fact, and by which scheme."""
    fact = next((one.leads for one in found if one.name == FACT), {})
    furthest = [
        max(
            (
                Change(p.name, fact.get(p.id, 0), _name(one, past), one.leads.get(p.id, 0))
                for one in _shown(past, found)
                if not _to_all(one, past)
            ),
            key=_distance,
            default=Change(p.name, 0, AS_SET_UP, 0),
        )
        for p in past.office.people
    ]
    ordered = sorted(filter(_distance, furthest), key=_distance, reverse=True)
    return tuple(ordered[:MOST_CHANGES])


def _to_all(one: Tried, past: Past) -> bool:
    """Nobody can tell who would have been the first: those numbers are no forecast for one person."""
    scheme = SCHEMES.get(_name(one, past))
    return scheme is not None and scheme.to_all


def _distance(change: Change) -> int:
    return abs(change.then - change.fact)
