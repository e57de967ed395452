"""Whether one decision of the ledger holds: what it was made from is what the entries before say, and it follows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from leads.audit import Books, Broken
from leads.draws import days_order
from leads.evidence import situation_of
from leads.scene import Step
from leads.schemes import SCHEMES
from leads.schemes.base import Choice, Situation

Body = Mapping[str, Any]
Orders = Mapping[date, tuple[str, ...]]  # drawn so far, by Monday

AHEAD_OF_UTC, BEHIND_UTC = timedelta(hours=14), timedelta(hours=-12)  # whatever time zone the office had then


def check_offer(books: Books, lead: int, body: Body, owner: str | None, orders: Orders, at: datetime) -> None:
    """`books` as they were before the entry, `orders` those of its segment. Raises Broken."""
    step = Step(body["step"])
    if step is Step.OWNER:
        _same("who was offered", body["offered"], [owner])
    if step in {Step.OWNER, Step.HEAD, Step.DIRECTOR}:
        _same("what it cost", body["turn"], None)
        return
    segment = books.segments_of[lead]
    situation = situation_of(body)
    _check_candidates(books, segment, situation, body)
    if situation.records:
        _same("the closing records", dict(situation.records), books.records.get(segment, {}))
    if situation.drawn:
        _check_drawn(situation.drawn, tuple(books.standings[segment]), orders, at)
    if step is Step.EVERYONE:
        _same("who was offered", body["offered"], [c.id for c in situation.candidates])
        _same("what it cost", body["turn"], None)
        return
    _check_choice(books, lead, situation, body)


def _check_choice(books: Books, lead: int, situation: Situation, body: Body) -> None:
    """The scheme is asked again."""
    scheme = SCHEMES.get(body["scheme"])
    if scheme is None:
        raise Broken(f"there is no scheme {body['scheme']!r}")
    choice = scheme.choose(situation)
    if choice is None:
        raise Broken(f"the scheme {body['scheme']!r} would have chosen nobody")
    _same("who was offered", body["offered"], list(choice.offered))
    _same("the reason", body["reason"], choice.reason)
    _same("the figures", body["figures"], dict(choice.figures))
    _same("the fair choice", body.get("fair"), choice.fair)
    _same("what it cost", body["turn"], _turn(books, lead, situation, choice))


def _turn(books: Books, lead: int, situation: Situation, choice: Choice) -> dict[str, Any] | None:
    """What the offer must have cost; nothing where several are asked, or he has paid for this lead already."""
    payer = choice.offered[0]
    if choice.to_choose or len(choice.offered) > 1 or books.charged(lead, payer) is not None:
        return None
    shares = choice.shares if choice.shares is not None else {c.id: c.weight for c in situation.candidates}
    return {"payer": payer, "shares": dict(shares)}


def _check_candidates(books: Books, segment: str, situation: Situation, body: Body) -> None:
    standings = books.standings.get(segment, {})
    for candidate in situation.candidates:
        standing = standings.get(candidate.id)
        if standing is None:
            raise Broken(f"{candidate.id} is no member of segment {segment}")
        _same(f"the balance of {candidate.id}", candidate.standing.credit, standing.credit)
        _same(f"the place of {candidate.id}", candidate.standing.ticket, standing.ticket)
    here = {c.id for c in situation.candidates}
    _same("who was there or left out", sorted(here | set(body["out"])), sorted(standings))


def _check_drawn(drawn: tuple[str, ...], members: tuple[str, ...], orders: Orders, at: datetime) -> None:
    """The drawn order of that day; the day is known only to within the time zones that there are."""
    utc = at.astimezone(UTC)
    days = {(utc + offset).date() for offset in (BEHIND_UTC, timedelta(0), AHEAD_OF_UTC)}
    for day in days:
        order = orders.get(day - timedelta(days=day.weekday()))
        expected = days_order(order, members, day.weekday()) if order else ()
        # who joined after the draw stands at its end, in an order that the segment has, not the ledger
        known = [who for who in drawn if order and who in order]
        if order and known == [who for who in expected if who in order] and set(drawn) == set(members):
            return
    raise Broken("the drawn order is not the one that was drawn")


def _same(what: str, stored: object, expected: object) -> None:
    if stored != expected:
        raise Broken(f"{what} is {_short(stored)}, but must be {_short(expected)}")


def _short(value: object, most: Callable[[str], str] = lambda text: text[:200]) -> str:
    return most(str(value))
