"""What an office has stored beside its ledger, against its ledger: every difference, a plain sentence each."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from itertools import zip_longest
from typing import Any, Final

from leads.duty.swaps import Swap, SwapState
from leads.lead import Lead, Offer, Result, State, Step
from leads.presence import Worker
from leads.proof.told_clients import Sides
from leads.proof.told_duty import Roster
from leads.proof.verification import Verification
from leads.rates import NO_RECORD, Record
from leads.shares import in_leads
from leads.track import Closing
from leads.turns import Standing, Team
from leads.words import code_of

Schemes = tuple[str | None, str | None]  # a segment's own, and its reserve

OF_A_LEAD: Final = {
    "state": "state",
    "segment": "segment",
    "known": "client's acquaintance",
    "owner": "owner",
    "picked": "pick",
    "picked_by": "picker",
    "source": "source",
    "duplicate_of": "twin",
    "path": "ladder",
    "rung": "step of the ladder",
    "ack_timeout": "time for an answer",
    "step_timeout": "time for a step",
    "wait_for_owner": "wait for the owner",
    "handed_at": "time of hand-over",
    "holder": "holder",
    "held_at": "time of the claim",
    "taken_by": "first holder",
    "taken_after": "seconds to the first claim",
    "closed_at": "time of closing",
    "outcome": "outcome",
    "amount": "amount",
    "lost_reason": "reason of refusal",
    "bad_reason": "reason why it is bad",
    "progress": "progress",
    "marks": "marks of progress",
    "reminders": "count of reminders",
    "repeats": "count of repeats",
    "appointment": "promised call or meeting",
    "uncalled": "wait for the first call",
    "contacted_by": "first caller",
    "contacted_after": "seconds to the first call",
    "waited": "seconds to the hand-over",
    "overtook": "count of drafts that it overtook",
    "by_itself": "hand that handed it over",
    "own": "origin",
    "added_to": "place where it was added",
    "erased": "erasure",
}
OF_AN_OFFER: Final = {
    "step": "step",
    "scheme": "scheme",
    "at": "time",
    "people": "people",
    "result": "result",
    "answers": "answers",
    "reasons": "reasons",
    "claimed_by": "claim",
    "closed_at": "end",
    "turn": "turn",
    "by": "chooser",
    "fair": "fair choice",
    "word": "head's word",
    "window": "window",
    "wanted": "taps",
}
OF_THE_SET_UP: Final = {
    "office": "name and settings are",
    "order": "people and segments, in their order, are",
    "shifts": "shifts are",
    "agreed": "agreed duty is",
}
OF_A_PERSON: Final = {
    "paused": "absence",
    "leave_from": "first day of leave",
    "checked_in": "presence",
    "lapses": "count of lapses",
    "answers": "last answers",
    "arrival": "order of arrival",
    "idle_since": "waiting since",
    "took_at": "last lead",
}


def wrong_standings(told: Verification, segment: str, stored: Team) -> Iterator[str]:
    """Compares balances, places and order of the members of one segment, and what has become of its team."""
    expected = told.books.standings.get(segment, Team())
    for what in ("moment", "drawings"):
        yield from _differs(
            f"segment {segment}", f"team's {what}", getattr(stored, what), getattr(expected, what)
        )
    for who in sorted({*stored, *expected}):
        here, there = stored.get(who), expected.get(who)
        if here is None or there is None:
            is_stored = "is stored" if here else "is not stored"
            yield f"segment {segment}: {who} {is_stored} as a member, by the ledger it is the other way"
        elif here.credit != there.credit:
            yield f"segment {segment}: the balance of {who} is {_leads(here)}, by the ledger {_leads(there)}"
        elif here.ticket != there.ticket:
            yield f"segment {segment}: the place of {who} is ticket {here.ticket}, by the ledger {there.ticket}"
        elif here.since != there.since:
            yield f"segment {segment}: {who} is a member since {here.since}, by the ledger since {there.since}"
    if list(stored) != list(expected) and set(stored) == set(expected):
        order, by_ledger = ", ".join(stored), ", ".join(expected)
        yield f"segment {segment}: the order of its members is {order}, by the ledger {by_ledger}"


def wrong_records(told: Verification, segment: str, stored: Mapping[str, Record]) -> Iterator[str]:
    """Compares won and lost of one segment."""
    expected = told.books.records.get(segment, {})
    for who in sorted({*stored, *expected}):
        here, there = stored.get(who, NO_RECORD), expected.get(who, NO_RECORD)
        if here != there:
            yield (
                f"segment {segment}: {who} has won {here.won} and lost {here.lost}, "
                f"by the ledger won {there.won} and lost {there.lost}"
            )


def wrong_closings(told: Verification, segment: str, stored: Mapping[Closing, Record]) -> Iterator[str]:
    """Compares what came of one segment's leads, week by week."""
    expected = told.tracks[segment].closings if segment in told.tracks else {}
    for closing in sorted({*stored, *expected}, key=str):
        here, there = stored.get(closing, NO_RECORD), expected.get(closing, NO_RECORD)
        if here != there:
            (who, source, known), week = closing
            yield (
                f"segment {segment}: in week {week}, of {'known' if known else 'new'} clients from {source}, {who} has "
                f"won {here.won} and lost {here.lost}, by the ledger won {there.won} and lost {there.lost}"
            )


def wrong_schemes(told: Verification, stored: Mapping[str, Schemes]) -> Iterator[str]:
    """Compares the schemes of all segments, retired ones included."""
    for segment in sorted({*stored, *told.books.schemes}):
        name, (scheme, reserve) = f"segment {segment}", stored.get(segment, (None, None))
        yield from _differs(name, "scheme", scheme, told.books.schemes.get(segment))
        yield from _differs(name, "reserve", reserve, told.books.reserves.get(segment))


def wrong_person(told: Verification, worker: Worker, weight: float) -> Iterator[str]:
    """Compares weight and presence, as far as the ledger knows of them."""
    who, expected = worker.id, told.people.of(worker.id)
    yield from _differs(who, "weight", weight, told.people.weights.get(who, 1.0))
    for name, words in OF_A_PERSON.items():
        yield from _differs(who, words, getattr(worker, name), getattr(expected, name))
    if not told.people.is_return(who, worker.leave_until):
        yield from _differs(who, "day of return", worker.leave_until, told.people.leaves.get(who))


def missing_people(told: Verification, stored: Collection[str]) -> Iterator[str]:
    """Whoever leaves must stay stored; asked before `wrong_person` has asked for everybody who is."""
    members = {who for standings in told.books.standings.values() for who in standings}
    for who in sorted((members | told.people.known()) - set(stored)):
        yield f"{who}: the ledger knows this person, but the office does not"


def wrong_lead(told: Verification, lead: Lead, offers: Sequence[Offer]) -> Iterator[str]:
    """Compares one lead that was handed over, with its offers."""
    name, found = f"lead {lead.number}", told.leads.get(lead.number or 0)
    if found is None:
        yield f"{name}: the ledger knows nothing of it"
        return
    for field, words in OF_A_LEAD.items():
        as_told = code_of if field == "source" else _as_it_is
        yield from _differs(name, words, as_told(getattr(lead, field)), as_told(getattr(found.lead, field)))
    if found.lead.state is State.WAITING:
        yield from _differs(name, "wait", _due(lead), _due(found.lead))
    for place, (here, there) in enumerate(zip_longest(offers, found.offers), 1):
        if here is None or there is None:
            yield f"{name}: it has {len(offers)} offers, by the ledger {len(found.offers)}"
            return
        yield from _wrong_offer(f"{name}, offer {place}", here, there)


def _as_it_is(value: Any) -> Any:
    return value


def _wrong_offer(name: str, here: Offer, there: Offer) -> Iterator[str]:
    for field, words in OF_AN_OFFER.items():
        yield from _differs(name, words, getattr(here, field), getattr(there, field))
    if here.result is Result.CLAIMED and here.step is not Step.ASSIGN:
        yield from _differs(name, "seconds to the claim", _seconds(here), _seconds(there))


def wrong_swap(told: Verification, swap: Swap) -> Iterator[str]:
    """Compares one swap. That nobody has taken it in time is in no entry."""
    expected = told.agreed.swaps.get(swap.id)
    if expected and expected.state is SwapState.OPEN and swap.state is SwapState.PAST:
        expected = replace(expected, state=SwapState.PAST)
    yield from _unlike(f"swap {swap.id}", swap, expected)


def wrong_roster(told: Verification, id: int, roster: Roster) -> Iterator[str]:
    yield from _unlike(f"roster {id}", roster, told.agreed.rosters.get(id))


def missing_duty(told: Verification, swaps: Collection[int], rosters: Collection[int]) -> Iterator[str]:
    """Names swaps and rosters of which only the ledger is left."""
    for what, expected, stored in (
        ("swap", told.agreed.swaps, swaps),
        ("roster", told.agreed.rosters, rosters),
    ):
        for id in sorted(set(expected) - set(stored)):
            yield f"{what} {id}: it is in the ledger, but not stored"


def _unlike(name: str, here: Swap | Roster, there: Swap | Roster | None) -> Iterator[str]:
    if there is None:
        yield f"{name}: the ledger knows nothing of it"
        return
    for field in fields(here):
        yield from _differs(name, field.name, getattr(here, field.name), getattr(there, field.name))


def wrong_joins(told: Verification, stored: Iterable[Sides]) -> Iterator[str]:
    """Names what is stored as joined, and was never, or has been parted. What an erasure has taken is not missed."""
    left = list(told.one_client.standing)
    for sides in stored:
        if sides in left:
            left.remove(sides)
            continue
        yield f"leads {list(sides[0])} and {list(sides[1])}: that their clients are one, the ledger does not say"


def missing_leads(told: Verification, stored: Iterable[int], next_number: int) -> Iterator[str]:
    """Names leads of which only the ledger is left."""
    for number in sorted(set(told.leads) - set(stored)):
        yield f"lead {number}: it is in the ledger, but not stored"
    yield from _differs("the office", "next number of a lead", next_number, len(told.leads) + 1)


def wrong_set_up(told: Verification, stored: Mapping[str, Any]) -> Iterator[str]:
    """Compares digests. `stored`: made of what is stored now. Nothing where no entry has ever sealed a set-up."""
    if told.set_up is None:
        return
    seq, body = told.set_up
    otherwise = f"set up otherwise than entry {seq} of the ledger says"
    for part, words in OF_THE_SET_UP.items():
        if stored.get(part) != body[part]:
            yield f"the office: its {words} {otherwise}"
    for id in _other(stored["people"], body["people"]):
        yield f"{id}: {otherwise}"
    for id in _other(stored["segments"], body["segments"]):
        yield f"segment {id}: {otherwise}"


def _other(here: Mapping[str, str], there: Mapping[str, str]) -> list[str]:
    return sorted(id for id in {*here, *there} if here.get(id) != there.get(id))


def wrong_counts(told: Verification, length: int | None, set_up: int | None) -> Iterator[str]:
    """Goes by the office's own count of the entries, and the number of the one that it calls its last set-up."""
    if length != told.entries:
        yield f"the office: its ledger had {length} entries, and has {told.entries}"
    if set_up != (told.set_up[0] if told.set_up else None):
        yield f"the office: entry {set_up} is said to seal its set-up, which it does not"


def _differs(whose: str, what: str, here: object, there: object) -> Iterator[str]:
    if here != there:
        yield f"{whose}: its {what} is {_shown(here)}, by the ledger {_shown(there)}"


def _shown(value: object) -> str:
    return str(value)[:200]


def _due(lead: Lead) -> str | None:
    return lead.deadline.kind.value if lead.deadline else None


def _seconds(offer: Offer) -> int | None:
    """How long after the delivery it was claimed."""
    return (
        int((offer.closed_at - (offer.delivered_at or offer.at)).total_seconds()) if offer.closed_at else None
    )


def _leads(standing: Standing) -> str:
    return f"{in_leads(standing.credit):+.6f} leads ({standing.credit} units)"
