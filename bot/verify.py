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
from leads.ledger import BrokenChainError
from leads.proof import comparison, draw_checks
from leads.proof.draw_checks import Week
from leads.proof.verification import Verification
from storage import ledger, personal, whole
from storage.database import Database
from storage.offices import NoOfficeError

MOST = 20  # differences that are named
SHORTEST_HEAD = 8  # hex digits, as a summary shows them


class DoesNotHoldError(Failure):
    """Names the first entry that does not hold, or what is stored otherwise than the ledger says."""

    def __init__(self, problems: Sequence[str]) -> None:
        more = [f"… and {len(problems) - MOST} more"] if len(problems) > MOST else []
        super().__init__("\n".join([*map(_plain, islice(problems, MOST)), *more]))


class NotAHeadError(Failure):
    code = 2


async def verify(address: str, progress: Callable[[], Progress], head: str = "") -> str:
    """Reads one moment of the database and changes nothing.

    `head`: a seal that was published once, or its first digits, which must be in the chain. Raises Failure,
    NoOfficeError.
    """
    head = _digits(head)
    await check_schema(address, "verify")
    database = Database(address)
    try:
        async with database.read() as conn:
            return await verified(conn, progress(), head)
    finally:
        await database.close()


async def verified(conn: AsyncConnection, progress: Progress, head: str = "") -> str:
    """Raises DoesNotHoldError, NoOfficeError."""
    next_number = await whole.next_number(conn)
    if next_number is None:
        raise NoOfficeError
    told, published = await _read_through(conn, progress, head)
    problems = [problem async for problem in _differences(conn, told, next_number)]
    if head and not published:
        problems.insert(0, f"this head is not in the ledger: {head}")
    if problems:
        raise DoesNotHoldError(problems)
    balances = sum(map(len, told.books.standings.values()))
    return (
        f"the ledger holds: {told.entries} entries, {told.decisions} decisions made again, "
        f"{len(told.leads)} leads, {balances} balances, {len(told.draws)} draws\n"
        f"head: {told.head}" + (f"\nthe head {head} is entry {published}" if published else "")
    )


async def _read_through(conn: AsyncConnection, progress: Progress, head: str) -> tuple[Verification, int]:
    """Also the number of the entry that has this head; 0 where none has."""
    told, published = Verification(), 0
    with progress:
        task = progress.add_task("ledger", total=await ledger.length(conn))
        try:
            async with aclosing(ledger.stream(conn)) as entries:
                async for entry in entries:
                    told.feed(entry)
                    if head and not published and entry.seal.startswith(head):
                        published = entry.seq
                    progress.advance(task)
            told.end()
        except BrokenChainError as error:
            raise DoesNotHoldError([str(error)]) from error
    return told, published


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


def _digits(head: str) -> str:
    """Raises NotAHeadError."""
    digits = head.strip().lower()
    if head and (len(digits) < SHORTEST_HEAD or set(digits) - set("0123456789abcdef")):
        raise NotAHeadError(f"--head: at least {SHORTEST_HEAD} of the digits of a seal, 0-9 and a-f")
    return digits


def _plain(problem: str) -> str:
    """What was found in a forged entry could be anything; a terminal shows it as text."""
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in problem)
