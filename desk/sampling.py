"""A few sales for the head to call their clients: a false sale is found by nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import product
from typing import Any

from desk.work import Work
from leads.figures.periods import Period, Span, period_of
from leads.office import SaleNeeds, Segment
from leads.presence import reads_of
from leads.recipients import News
from leads.rights import headed_by
from leads.sampling import LATELY, MOST, OF_A_WEEK, beside, sampled, striking
from leads.schemes.base import Read
from leads.wall_clock import ONE_DAY
from screens.views.sample import SampledSale, SampleView, Striking
from storage import cards, cases, ledger, people
from storage.kinds import CardKind
from storage.people import PersonRow

Args = dict[str, Any]
"""What a card of them is drawn from, as it is stored."""


def send_sample(work: Work, day: date) -> None:
    """On the first evening of a month some of its sales; on the last of a week some of whoever sells more than luck
    explains. Nothing where nothing is gained by a sale, or there was none.
    """
    segments = _segments(work)
    readers = work.recipients(News.SAMPLE)
    _send(work, day, segments, readers)
    for reader in (person for person in work.connected() if person not in readers):
        if headed := headed_by(work.office, reader.id):
            _send(work, day, [one for one in segments if one.id in headed], [reader])


def _send(work: Work, day: date, segments: Sequence[Segment], readers: Sequence[PersonRow]) -> None:
    """Of the sales of these segments. A card has the month's or the week's as its subject: it comes once."""
    drawn = {}
    if day.day == 1:
        month = period_of(Span.MONTH, day - ONE_DAY)
        drawn[month.first.isoformat()] = _of_the_month(work, month, segments)
    week = period_of(Span.WEEK, day)
    if day == week.last:
        drawn[f"{Span.WEEK}:{week.first.isoformat()}"] = _of_the_week(work, week, segments)
    for reader, (subject, args) in product(readers, drawn.items()):
        if args["leads"]:
            chat = reader.chat or 0
            cards.want(work.store, chat, CardKind.SAMPLE, subject, reader.id, payload={"args": args})


def _of_the_month(work: Work, month: Period, segments: Sequence[Segment]) -> Args:
    sales = _sales(work, month, segments)
    return {"span": Span.MONTH, "first": month.first.isoformat(), "leads": _chosen(work, sales, MOST)}


def _of_the_week(work: Work, week: Period, segments: Sequence[Segment]) -> Args:
    """Where a sale brings leads. Each segment is a team of its own: one sells more easily than another."""
    _, end = week.bounds(work.office.timezone)
    odd: list[list[Any]] = []
    sales: dict[int, tuple[int, str]] = {}
    for segment in filter(_by_record, segments):
        records = cases.closed_between(work.store, end - LATELY, end, segment.id)
        found = striking(records)
        odd += [[who, *beside(records, who)] for who in sorted(found)]
        theirs = _sales(work, week, [segment])
        sales |= {number: sale for number, sale in theirs.items() if sale[1] in found}
    chosen = _chosen(work, sales, OF_A_WEEK)
    return {"span": Span.WEEK, "first": week.first.isoformat(), "leads": chosen, "odd": odd}


def _sales(work: Work, period: Period, segments: Sequence[Segment]) -> dict[int, tuple[int, str]]:
    bounds = period.bounds(work.office.timezone)
    return cases.sold_between(work.store, *bounds, [segment.id for segment in segments])


def _chosen(work: Work, sales: Mapping[int, tuple[int, str]], most: int) -> list[int]:
    """Rows."""
    head = ledger.head(work.store)
    sellers = {number: holder for number, (_, holder) in sales.items()}
    return [sales[number][0] for number in sampled(head.seal if head else "", sellers, most)]


def sample_view(work: Work, args: Mapping[str, Any]) -> SampleView:
    """As they are stored now: what was taken back since is no sale any more, and is not shown."""
    names = people.names(work.store)
    period = period_of(Span(args.get("span", Span.MONTH)), date.fromisoformat(args["first"]))
    sold = [
        SampledSale(lead.id, lead.number or 0, names.get(lead.holder or "", ""), lead.amount)
        for lead in cases.sold(work.store, args["leads"])
    ]
    odd = [Striking(names.get(who, ""), *figures) for who, *figures in args.get("odd", ())]
    return SampleView(period, tuple(sold), tuple(odd))


def _segments(work: Work) -> list[Segment]:
    """Those in which a sale brings leads; all where the office wants to know of each."""
    is_asked = work.office.sale_needs is SaleNeeds.AMOUNT
    return [segment for segment in work.office.segments if is_asked or _by_record(segment)]


def _by_record(segment: Segment) -> bool:
    return not segment.retired and Read.RECORDS in reads_of(segment)
