"""What other values of a setting would have changed last week: read with the pane, played when that is over."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from desk.changing import edited_by
from desk.office.spots import Spot, counts, is_told, may_change, put_value, spot_of, stands
from desk.outgoing import Later
from desk.page import Page
from files.office_file.dumping import Document
from leads.figures.periods import Span, before, period_of
from leads.office import Office, Segment
from leads.refusals import Refused
from leads.schemes import SCHEMES
from reports.whatif.one_setting import Differs, counted, differences
from reports.whatif.past import Past, read_past
from screens.buttons.of_settings import mark_of
from screens.content import Content, Screen
from screens.office.editors import alternatives
from screens.office.tried import tried_screen
from screens.texts import Texts
from screens.views.office_settings import SettingRow
from screens.views.tried import TriedRow, TriedView
from storage import offices
from storage.people import PersonRow

MOST: Final = 400
"""Leads that are played for each value; of more, the newest."""


def tried_pane(page: Page, person: PersonRow) -> Screen | Later | None:
    """`page.args["about"]`: as of the pane of the setting. None for whatever is none, or cannot be told."""
    work = page.work
    key, _, at = page.args["about"].partition("@")
    spot = spot_of(work, key, at)
    if spot is None or not is_told(spot):
        return None
    period = before(Span.WEEK, period_of(Span.WEEK, work.today))
    start, end = period.bounds(work.office.timezone)
    past = read_past(work.store, work.office, work.is_holiday, start, end, MOST)
    now = counts(work, spot)
    view = TriedView(
        row=SettingRow(spot.setting, now),
        at=spot.at,
        segment=work.office.segment(spot.segment).name if spot.segment else None,
        first=period.first,
        last=period.last,
        leads=counted(past, spot.segment),
        is_cut=past.is_cut,
        by_hand=any(_is_by_hand(segment) for segment in _concerned(work.office, spot)),
        may_change=may_change(tuple(person.roles), spot.setting),
        seen=mark_of(stands(work, spot)),
        rows=(),
    )
    if not view.leads:
        return tried_screen(view, page.texts)
    tried = _offices(offices.read_office(work.store), spot, now)
    return lambda: _worked_out(view, past, spot, tried, page.texts)


def _offices(office: Office, spot: Spot, now: Any) -> Mapping[int, tuple[Any, Office]]:
    """The office with each other value that is one, in the order in which they are offered."""
    found = {}
    for n, value in enumerate(alternatives(spot.setting, now)):
        try:
            found[n] = value, edited_by(office, partial(_put, spot, value))
        except Refused:
            continue
    return found


def _put(spot: Spot, value: Any, document: Document) -> None:
    put_value(document, spot, value)


async def _worked_out(
    view: TriedView, past: Past, spot: Spot, tried: Mapping[int, tuple[Any, Office]], texts: Texts
) -> Content:
    several = {n: office for n, (_, office) in tried.items()}
    found = await asyncio.to_thread(differences, past, several, spot.segment)
    return tried_screen(view.with_rows(_row(tried[n][0], differs) for n, differs in found.items()), texts)


def _row(value: Any, differs: Differs) -> TriedRow:
    return TriedRow(value, differs.others, round(differs.sooner), differs.untaken)


def _concerned(office: Office, spot: Spot) -> list[Segment]:
    return [s for s in office.segments if not s.retired and spot.segment in ("", s.id)]


def _is_by_hand(segment: Segment) -> bool:
    return SCHEMES[segment.scheme].hand is not None
