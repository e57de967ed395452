"""A few sales of the month that is over, for the head to call their clients: a false sale is found by nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from desk.work import Work
from leads.figures.periods import Period, Span, period_of
from leads.office import SaleNeeds, Segment
from leads.presence import reads_of
from leads.recipients import News
from leads.rights import headed_by
from leads.sampling import sampled
from leads.schemes.base import Read
from leads.wall_clock import ONE_DAY, midnight
from screens.views.sample import SampledSale, SampleView
from storage import cards, cases, ledger, people
from storage.kinds import CardKind
from storage.people import PersonRow


def send_sample(work: Work, day: date) -> None:
    """On the first evening of a month, once. Nothing where nothing is gained by a sale, or there was none."""
    if day.day != 1:
        return
    month = period_of(Span.MONTH, day - ONE_DAY)
    segments = _segments(work)
    readers = work.recipients(News.SAMPLE)
    _send(work, month, segments, readers)
    for reader in (person for person in work.connected() if person not in readers):
        if headed := headed_by(work.office, reader.id):
            _send(work, month, [id for id in segments if id in headed], [reader])


def _send(work: Work, month: Period, segments: Sequence[str], readers: Sequence[PersonRow]) -> None:
    """Some of the sales of these segments."""
    sales = cases.sold_between(work.store, *_moments(work, month), segments)
    head = ledger.head(work.store)
    chosen = sampled(head.seal if head else "", {number: holder for number, (_, holder) in sales.items()})
    args = {"first": month.first.isoformat(), "leads": [sales[number][0] for number in chosen]}
    for reader in readers if chosen else ():
        subject, payload = month.first.isoformat(), {"args": args}
        cards.want(work.store, reader.chat or 0, CardKind.SAMPLE, subject, reader.id, payload=payload)


def sample_view(work: Work, first: date, rows: list[int]) -> SampleView:
    """As they are stored now: what was taken back since is no sale any more, and is not shown."""
    names = people.names(work.store)
    sold = [
        SampledSale(lead.id, lead.number or 0, names.get(lead.holder or "", ""), lead.amount)
        for lead in cases.sold(work.store, rows)
    ]
    return SampleView(period_of(Span.MONTH, first), tuple(sold))


def _segments(work: Work) -> list[str]:
    """Those in which a sale brings leads; all where the office wants to know of each."""
    is_asked = work.office.sale_needs is SaleNeeds.AMOUNT
    return [s.id for s in work.office.segments if is_asked or _by_record(s)]


def _by_record(segment: Segment) -> bool:
    return not segment.retired and Read.RECORDS in reads_of(segment)


def _moments(work: Work, month: Period) -> tuple[datetime, datetime]:
    zone = work.office.timezone
    return midnight(month.first, zone), midnight(month.last + ONE_DAY, zone)
