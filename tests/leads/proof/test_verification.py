"""What honest people do always verifies, and what the ledger tells is what the office has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from hypothesis import settings
from hypothesis.stateful import invariant

from leads.lead import Lead, Offer
from leads.presence import Worker
from leads.proof import comparison
from leads.track import Track
from tests.leads.verified_office import VerifiedOffice


class HonestOffice(VerifiedOffice):
    @invariant()
    def the_ledger_tells_what_the_office_has(self) -> None:
        assert list(self.differences()) == []

    def differences(self) -> Iterator[str]:
        told, floor = self.told, self.floor
        told.end()
        for segment, standings in floor.standings.items():
            yield from comparison.wrong_standings(told, segment, standings)
            yield from comparison.wrong_records(told, segment, self.records[segment])
            track = floor.tracks.get(segment, Track())
            yield from comparison.wrong_closings(told, segment, track.closings)
            assert told.tracks.get(segment, Track()).open == track.open
        yield from comparison.wrong_schemes(
            told, {s.id: (s.scheme, s.reserve) for s in floor.office.segments}
        )
        for who, worker in floor.workers.items():
            yield from comparison.wrong_person(told, worker, floor.office.person(who).weight)
        for scene in floor.leads:
            yield from comparison.wrong_lead(told, scene.lead, scene.offers)
        numbers = [scene.lead.number or 0 for scene in floor.leads]
        yield from comparison.missing_leads(told, numbers, len(numbers) + 1)


TestAnHonestOfficeVerifies = HonestOffice.TestCase
TestAnHonestOfficeVerifies.settings = settings(max_examples=150, stateful_step_count=50, deadline=None)


def test_every_field_is_compared_or_stands_here() -> None:
    names = {kind: {field.name for field in fields(kind)} for kind in (Lead, Offer, Worker)}
    assert names[Lead] - set(comparison.OF_A_LEAD) == {"id", "number", "deadline", "last_mark"}
    assert names[Offer] - set(comparison.OF_AN_OFFER) == {"id", "delivered_at"}
    counted = {"load", "ringing"}
    assert names[Worker] - set(comparison.OF_A_PERSON) == counted | {
        "id",
        "connected",
        "reachable",
        "leave_until",
    }
