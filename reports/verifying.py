"""What `verify` looks at: that everything the office has stored is what its ledger says, from the first entry on."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import datetime

from leads.draws import Draw
from leads.head import Head, Witness
from leads.ledger import BrokenChainError
from leads.office import Office
from leads.proof import comparison, draw_checks, terms
from leads.proof.beside import asleep, wrong_evenings, wrong_owners
from leads.proof.draw_checks import Week
from leads.proof.verification import Verification
from leads.turns import Team
from storage import beside, ledger, personal, sealing, whole
from storage.offices import NoOfficeError
from storage.store import Store


def examined(
    store: Store, now: datetime, step: Callable[[], None], head: Head | None = None
) -> tuple[Verification, list[str]]:
    """Reads one moment of the database and changes nothing. Returns what the ledger tells, and every problem.

    `now`: aware; `step`: called again and again on the way, first for each entry; `head`: one that was published once.
    Raises NoOfficeError.
    """
    next_number = whole.next_number(store)
    if next_number is None:
        raise NoOfficeError
    told, witness = Verification(), Witness(head)
    try:
        with closing(ledger.stream(store)) as entries:
            for entry in entries:
                told.feed(entry)
                witness.look_at(entry)
                step()
        told.end()
    except BrokenChainError as error:
        return told, [str(error)]
    found = _differences(store, told, next_number, max(now, told.latest or now), step)
    return told, [*witness.problems(), *found]


def _differences(
    store: Store, told: Verification, next_number: int, now: datetime, step: Callable[[], None]
) -> list[str]:
    """Names every difference. `next_number`: of a lead, as the office keeps it; `now`: aware."""
    flaws: list[str] = []
    office = beside.settings(store)
    found = [*beside.foreign_objects(store)]
    found += comparison.wrong_counts(told, *beside.counts(store, flaws))
    found += comparison.wrong_set_up(told, sealing.digests(store, flaws))
    found += terms.differences(told.terms, sealing.in_clear(store))
    found += _of_segments(store, told, flaws)
    found += comparison.missing_people(told, whole.names(store))
    for worker, weight in whole.people(store, flaws):
        found += comparison.wrong_person(told, worker, weight)
    found += told.gate.unexplained(beside.invitations(store, flaws))
    if office:
        found += wrong_evenings(*beside.evenings(store, flaws), now, office.timezone)
    of_leads = list(_of_leads(store, told, next_number, (office, now), step))
    owners = _of_clients(store, told, flaws)
    return [*flaws, *found, *of_leads, *owners, *_of_duty(store, told), *_of_draws(store, told)]


def _of_segments(store: Store, told: Verification, flaws: list[str]) -> list[str]:
    standings, records = whole.standings(store, flaws), whole.records(store, flaws)
    schemes, closings = whole.schemes(store, flaws), whole.closings(store, flaws)
    found = [*comparison.wrong_schemes(told, schemes)]
    for segment in sorted({*told.books.standings, *standings, *records, *closings, *schemes}):
        found += comparison.wrong_standings(told, segment, standings.get(segment, Team()))
        found += comparison.wrong_records(told, segment, records.get(segment, {}))
        found += comparison.wrong_closings(told, segment, closings.get(segment, {}))
    return found


def _of_leads(
    store: Store,
    told: Verification,
    next_number: int,
    at: tuple[Office | None, datetime],
    step: Callable[[], None],
) -> Iterator[str]:
    stored: set[int] = set()
    reminders = at[0].outcome_reminders if at[0] else ()
    flaws: list[str] = []
    with closing(whole.cases(store, flaws)) as cases:
        for number, case in cases:
            stored.add(number)
            step()
            if case is None:
                continue
            for problem in comparison.wrong_lead(told, *case):
                yield problem
            for problem in asleep(told.leads.get(number), case[0], at[1], reminders):
                yield problem
    whole.stray_offers(store, flaws)
    flaws += [
        f"lead {n}: its client is erased, but not everything about the client"
        for n in personal.remnants(store)
    ]
    for problem in (*flaws, *comparison.missing_leads(told, stored, next_number)):
        yield problem


def _of_clients(store: Store, told: Verification, flaws: list[str]) -> list[str]:
    kept, of_leads = beside.clients(store, flaws), beside.clients_of_leads(store)
    joins = comparison.wrong_joins(told, whole.joins(store, flaws))
    return [*joins, *wrong_owners(told.leads, kept, of_leads, beside.recognised_clients(store))]


def _of_duty(store: Store, told: Verification) -> list[str]:
    found: list[str] = []
    swaps, rosters = whole.swaps(store, found), whole.rosters(store, found)
    for swap in swaps:
        found += comparison.wrong_swap(told, swap)
    for id, roster in rosters.items():
        found += comparison.wrong_roster(told, id, roster)
    return [*found, *comparison.missing_duty(told, {swap.id for swap in swaps}, rosters.keys())]


def _of_draws(store: Store, told: Verification) -> list[str]:
    flaws: list[str] = []
    kept = whole.draws(store, flaws)
    return [*flaws, *_wrong_draws(kept, told.draws), *_missing_draws(kept, told.draws)]


def _wrong_draws(kept: Sequence[Draw], told: Mapping[Week, Draw]) -> Iterator[str]:
    for draw in kept:
        expected = told.get((draw.segment, draw.monday))
        for problem in (*draw_checks.holds(draw), *draw_checks.differences(draw, expected)):
            yield f"draw of {draw.monday} in segment {draw.segment}: {problem}"


def _missing_draws(kept: Sequence[Draw], told: Mapping[Week, Draw]) -> Iterator[str]:
    for segment, monday in sorted(set(told) - {(d.segment, d.monday) for d in kept}):
        yield f"draw of {monday} in segment {segment}: it is in the ledger, but not stored"
