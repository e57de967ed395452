"""`verify`: everything that the office has stored is what its ledger says, from the first entry to the last balance."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import aclosing
from itertools import islice

from rich.progress import Progress
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.failure import Failure
from bot.schema import check_schema
from leads.draws import Draw
from leads.head import Head, parse_head
from leads.ledger import BrokenChainError, Sealed
from leads.proof import comparison, draw_checks
from leads.proof.draw_checks import Week
from leads.proof.verification import Verification
from storage import ledger, personal, whole
from storage.database import Database
from storage.offices import NoOfficeError

MOST = 20  # differences that are named


class DoesNotHoldError(Failure):
    """Names the first entry that does not hold, or what is stored otherwise than the ledger says."""

    def __init__(self, problems: Sequence[str]) -> None:
        more = [f"… and {len(problems) - MOST} more"] if len(problems) > MOST else []
        super().__init__("\n".join([*map(_plain, islice(problems, MOST)), *more]))


class NotAHeadError(Failure):
    code = 2


class Witness:
    """Compares a head that was published with the chain that goes by, entry by entry; without a head with nothing."""

    def __init__(self, head: Head | None) -> None:
        self._head = head
        self._is_found = head is None
        self._there: Sealed | None = None  # the entry of its number
        self._elsewhere = 0  # the number of another entry with its seal

    def look_at(self, entry: Sealed) -> None:
        if self._head is None or self._is_found:
            return
        if self._head.is_of(entry):
            self._is_found = True
        elif entry.seq == self._head.seq:
            self._there = entry
        elif entry.seal.startswith(self._head.seal):
            self._elsewhere = entry.seq

    def problems(self) -> list[str]:
        """One sentence where the head is not in the chain; it names what differs."""
        head, there = self._head, self._there
        if head is None or self._is_found:
            return []
        if self._elsewhere:
            return [f"the head {head}: its seal is that of entry {self._elsewhere}, not of entry {head.seq}"]
        if there is None:
            return [f"the head {head}: there is no entry {head.seq} in the ledger"]
        return [f"the head {head}: the seal of entry {head.seq} is {there.seal}"]


async def verify(address: str, progress: Callable[[], Progress], head: str | None = None) -> str:
    """Reads one moment of the database and changes nothing.

    `head`: one that was published once, `NUMBER:SEAL`, which must be in the chain. Raises Failure, NoOfficeError.
    """
    published = _published(head)
    await check_schema(address, "verify")
    database = Database(address)
    try:
        async with database.read() as conn:
            return await verified(conn, progress(), published)
    finally:
        await database.close()


async def verified(conn: AsyncConnection, progress: Progress, head: Head | None = None) -> str:
    """Raises DoesNotHoldError, NoOfficeError."""
    next_number = await whole.next_number(conn)
    if next_number is None:
        raise NoOfficeError
    told, witness = await _read_through(conn, progress, head)
    problems = [problem async for problem in _differences(conn, told, next_number)]
    problems[:0] = witness.problems()
    if problems:
        raise DoesNotHoldError(problems)
    balances = sum(map(len, told.books.standings.values()))
    return (
        f"the ledger holds: {told.entries} entries, {told.decisions} decisions made again, "
        f"{len(told.leads)} leads, {balances} balances, {len(told.draws)} draws\n"
        f"head: {Head(told.entries, told.head)}" + (f"\nthe head {head} is in the ledger" if head else "")
    )


async def _read_through(
    conn: AsyncConnection, progress: Progress, head: Head | None
) -> tuple[Verification, Witness]:
    told, witness = Verification(), Witness(head)
    with progress:
        task = progress.add_task("ledger", total=await ledger.length(conn))
        try:
            async with aclosing(ledger.stream(conn)) as entries:
                async for entry in entries:
                    told.feed(entry)
                    witness.look_at(entry)
                    progress.advance(task)
            told.end()
        except BrokenChainError as error:
            raise DoesNotHoldError([str(error)]) from error
    return told, witness


async def _differences(conn: AsyncConnection, told: Verification, next_number: int) -> AsyncIterator[str]:
    flaws: list[str] = []
    found = [*await _of_segments(conn, told, flaws)]
    found += comparison.missing_people(told, await whole.names(conn))
    for worker, weight in await whole.people(conn, flaws):
        found += comparison.wrong_person(told, worker, weight)
    for problem in (*flaws, *found):
        yield problem
    async for problem in _of_leads(conn, told, next_number):
        yield problem
    for problem in (*await _of_duty(conn, told), *await _of_draws(conn, told)):
        yield problem


async def _of_segments(conn: AsyncConnection, told: Verification, flaws: list[str]) -> list[str]:
    standings, records = await whole.standings(conn, flaws), await whole.records(conn, flaws)
    schemes = await whole.schemes(conn, flaws)
    found = [*comparison.wrong_schemes(told, schemes)]
    for segment in sorted({*told.books.standings, *standings, *records, *schemes}):
        found += comparison.wrong_standings(told, segment, standings.get(segment, {}))
        found += comparison.wrong_records(told, segment, records.get(segment, {}))
    return found


async def _of_leads(conn: AsyncConnection, told: Verification, next_number: int) -> AsyncIterator[str]:
    stored: set[int] = set()
    flaws: list[str] = []
    async with aclosing(whole.cases(conn, flaws)) as cases:
        async for number, case in cases:
            stored.add(number)
            for problem in comparison.wrong_lead(told, *case) if case else ():
                yield problem
    await whole.stray_offers(conn, flaws)
    flaws += [f"lead {n}: its client is erased, but not all of him" for n in await personal.remnants(conn)]
    for problem in (*flaws, *comparison.missing_leads(told, stored, next_number)):
        yield problem


async def _of_duty(conn: AsyncConnection, told: Verification) -> list[str]:
    found: list[str] = []
    swaps, rosters = await whole.swaps(conn, found), await whole.rosters(conn, found)
    for swap in swaps:
        found += comparison.wrong_swap(told, swap)
    for id, roster in rosters.items():
        found += comparison.wrong_roster(told, id, roster)
    return [*found, *comparison.missing_duty(told, {swap.id for swap in swaps}, rosters.keys())]


async def _of_draws(conn: AsyncConnection, told: Verification) -> list[str]:
    flaws: list[str] = []
    kept = await whole.draws(conn, flaws)
    return [*flaws, *_wrong_draws(kept, told.draws), *_missing_draws(kept, told.draws)]


def _wrong_draws(kept: Sequence[Draw], told: Mapping[Week, Draw]) -> Iterator[str]:
    for draw in kept:
        expected = told.get((draw.segment, draw.monday))
        for problem in (*draw_checks.holds(draw), *draw_checks.differences(draw, expected)):
            yield f"draw of {draw.monday} in segment {draw.segment}: {problem}"


def _missing_draws(kept: Sequence[Draw], told: Mapping[Week, Draw]) -> Iterator[str]:
    for segment, monday in sorted(set(told) - {(d.segment, d.monday) for d in kept}):
        yield f"draw of {monday} in segment {segment}: it is in the ledger, but not stored"


def _published(head: str | None) -> Head | None:
    """Raises NotAHeadError."""
    try:
        return None if head is None else parse_head(head)
    except ValueError as error:
        raise NotAHeadError(f"--head: {error}") from error


def _plain(problem: str) -> str:
    """What was found in a forged entry could be anything; a terminal shows it as text."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in problem)
