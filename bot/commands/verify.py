"""`verify`: everything that the office has stored is what its ledger says, from the first entry to the last balance."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from itertools import islice

from rich.progress import Progress

from bot.commands.options import check_schema
from bot.terminal import plain
from files.failure import Failure
from leads.draws import Draw
from leads.head import Head, Witness, parse_head
from leads.ledger import BrokenChainError
from leads.office import Office
from leads.proof import comparison, draw_checks, terms
from leads.proof.beside import asleep, wrong_evenings, wrong_owners
from leads.proof.draw_checks import Week
from leads.proof.verification import Verification
from leads.turns import Team
from storage import beside, ledger, personal, sealing, whole
from storage.database import Database
from storage.offices import NoOfficeError
from storage.store import Store

MOST = 20  # differences that are named


class DoesNotHoldError(Failure):
    """Names the first entry that does not hold, or what is stored otherwise than the ledger says."""

    def __init__(self, problems: Sequence[str]) -> None:
        more = [f"… and {len(problems) - MOST} more"] if len(problems) > MOST else []
        # what was found in a forged entry could be anything: each problem stays one line
        super().__init__("\n".join([*(plain(one, meant=()) for one in islice(problems, MOST)), *more]))


class NotAHeadError(Failure):
    code = 2


async def verify(
    address: str, progress: Callable[[], Progress], now: datetime, head: str | None = None
) -> str:
    """Reads one moment of the database and changes nothing.

    `now`: aware; `head`: one that was published once, `NUMBER:SEAL`, which must be in the chain. Raises Failure,
    NoOfficeError.
    """
    published = _published(head)
    await check_schema(address, "verify")
    database = Database(address)
    try:
        async with database.reading() as store:
            return verified(store, progress(), now, published)
    finally:
        await database.close()


def verified(store: Store, progress: Progress, now: datetime, head: Head | None = None) -> str:
    """Verifies what is read. Raises DoesNotHoldError, NoOfficeError."""
    next_number = whole.next_number(store)
    if next_number is None:
        raise NoOfficeError
    told, witness = _read_through(store, progress, head)
    problems = [
        *witness.problems(),
        *differences(store, told, next_number, max(now, told.latest or now)),
    ]
    if problems:
        raise DoesNotHoldError(problems)
    balances = sum(map(len, told.books.standings.values()))
    counts = f"{told.entries} entries, {told.decisions} decisions made again, {len(told.leads)} leads"
    lines = (
        f"the ledger holds: {counts}, {balances} balances, {len(told.draws)} draws",
        _set_up(told),
        f"head: {Head(told.entries, told.head)}",
        *([f"the head {head} is in the ledger"] if head else []),
    )
    return "\n".join(lines)


def _read_through(store: Store, progress: Progress, head: Head | None) -> tuple[Verification, Witness]:
    told, witness = Verification(), Witness(head)
    with progress:
        task = progress.add_task("ledger", total=ledger.length(store))
        try:
            with closing(ledger.stream(store)) as entries:
                for entry in entries:
                    told.feed(entry)
                    witness.look_at(entry)
                    progress.advance(task)
            told.end()
        except BrokenChainError as error:
            raise DoesNotHoldError([str(error)]) from error
    return told, witness


def _set_up(told: Verification) -> str:
    if told.set_up is None:
        return "the set-up is not sealed yet: the bot does that when it is started the next time"
    return f"the set-up is as entry {told.set_up[0]} has sealed it"


def _published(head: str | None) -> Head | None:
    """Raises NotAHeadError."""
    try:
        return None if head is None else parse_head(head)
    except ValueError as error:
        raise NotAHeadError(f"--head: {error}") from error


def differences(store: Store, told: Verification, next_number: int, now: datetime) -> list[str]:
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
    of_leads = list(_of_leads(store, told, next_number, (office, now)))
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
    store: Store, told: Verification, next_number: int, at: tuple[Office | None, datetime]
) -> Iterator[str]:
    stored: set[int] = set()
    reminders = at[0].outcome_reminders if at[0] else ()
    flaws: list[str] = []
    with closing(whole.cases(store, flaws)) as cases:
        for number, case in cases:
            stored.add(number)
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
