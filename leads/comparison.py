"""What an office has stored beside its ledger, against what the ledger says: the first difference of each kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from leads.rates import Record
from leads.scene import Lead, Offer
from leads.shares import in_leads
from leads.turns import Standing
from leads.verification import LeadFacts, Verification


def wrong_standings(told: Verification, segment: str, stored: Mapping[str, Standing]) -> Iterator[str]:
    """Balances and places of one segment."""
    expected = told.books.standings.get(segment, {})
    for who in sorted({*stored, *expected}):
        here, there = stored.get(who), expected.get(who)
        if here is None or there is None:
            is_stored = "is stored" if here else "is not stored"
            yield f"segment {segment}: {who} {is_stored} as a member, by the ledger it is the other way"
        elif here.credit != there.credit:
            yield f"segment {segment}: the balance of {who} is {_leads(here)}, by the ledger {_leads(there)}"
        elif here.ticket != there.ticket:
            yield f"segment {segment}: the place of {who} is ticket {here.ticket}, by the ledger {there.ticket}"


def wrong_records(told: Verification, segment: str, stored: Mapping[str, Record]) -> Iterator[str]:
    """Won and lost of one segment."""
    expected = told.books.records.get(segment, {})
    for who in sorted({*stored, *expected}):
        here, there = stored.get(who, Record()), expected.get(who, Record())
        if here != there:
            yield (
                f"segment {segment}: {who} has won {here.won} and lost {here.lost}, "
                f"by the ledger won {there.won} and lost {there.lost}"
            )


def wrong_lead(told: Verification, lead: Lead, offers: Sequence[Offer]) -> Iterator[str]:
    """One lead that was handed over, with its offers."""
    facts = told.leads.get(lead.number or 0)
    if facts is None:
        yield f"lead {lead.number}: the ledger knows nothing of it"
        return
    for name, here, there in _pairs(lead, facts):
        if here != there:
            yield f"lead {lead.number}: its {name} is {here}, by the ledger {there}"
    shown = [(offer.step.value, offer.people) for offer in offers]
    if shown != facts.offers:
        yield f"lead {lead.number}: its offers are not the ledger's"
    for offer in offers:
        if offer.turn and told.books.charged(lead.number or 0, offer.turn.payer) != offer.turn.gained:
            yield f"lead {lead.number}: what it cost {offer.turn.payer} is not the ledger's"


def missing_leads(told: Verification, stored: Iterable[int]) -> Iterator[str]:
    """Leads of which only the ledger is left."""
    for number in sorted(set(told.leads) - set(stored)):
        yield f"lead {number}: it is in the ledger, but not stored"


def _pairs(lead: Lead, facts: LeadFacts) -> Iterator[tuple[str, object, object]]:
    yield "segment", lead.segment, facts.segment
    yield "time of hand-over", lead.handed_at, facts.handed_at
    yield "client's acquaintance", lead.known, facts.known
    yield "owner", lead.owner, facts.owner
    yield "holder", lead.holder, facts.holder
    yield "outcome", lead.outcome and lead.outcome.value, facts.outcome
    yield "amount", lead.amount, facts.amount
    yield "reason of refusal", lead.lost_reason, facts.lost_reason


def _leads(standing: Standing) -> str:
    return f"{in_leads(standing.credit):+.6f} leads ({standing.credit} units)"
