"""`verify`: everything that the office has stored is what its ledger says, from the first entry to the last balance."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from contextlib import aclosing
from itertools import islice

from rich.progress import Progress
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.failure import Failure
from bot.offices import opened
from leads import draw_checks
from leads.comparison import missing_leads, wrong_lead, wrong_records, wrong_standings
from leads.draw_checks import Week
from leads.draws import Draw
from leads.ledger import BrokenChainError
from leads.verification import Verification
from storage import cases, draws, ledger, offices, scenes
from storage.offices import FIRST

MOST = 20  # differences that are named


class DoesNotHoldError(Failure):
    """Names the first entry that does not hold, or what is stored otherwise than the ledger says."""


async def verify(address: str, progress: Callable[[], Progress]) -> str:
    """Reads one moment of the database and changes nothing. Raises DoesNotHoldError, NoOfficeError."""
    async with opened(address) as database, database.read() as conn:
        return await verified(conn, progress())


async def verified(conn: AsyncConnection, progress: Progress) -> str:
    """Raises DoesNotHoldError."""
    await offices.read_office(conn)
    told = await _read_through(conn, progress)
    problems = [problem async for problem in _differences(conn, told)]
    if problems:
        more = [f"… and {len(problems) - MOST} more"] if len(problems) > MOST else []
        raise DoesNotHoldError("\n".join([*islice(problems, MOST), *more]))
    draws_held = len(await draws.everything(conn))
    return (
        f"the ledger holds: {told.entries} entries, {told.decisions} decisions made again, "
        f"{len(told.leads)} leads, {sum(map(len, told.books.standings.values()))} balances, {draws_held} draws\n"
        f"head: {told.head}"
    )


async def _read_through(conn: AsyncConnection, progress: Progress) -> Verification:
    told = Verification()
    with progress:
        task = progress.add_task("ledger", total=await ledger.length(conn))
        try:
            async with aclosing(ledger.stream(conn)) as entries:
                async for entry in entries:
                    told.feed(entry)
                    progress.advance(task)
        except BrokenChainError as error:
            raise DoesNotHoldError(str(error)) from error
    return told


async def _differences(conn: AsyncConnection, told: Verification) -> AsyncIterator[str]:
    for segment in sorted(
        {*told.books.standings, *(s.id for s in (await offices.read_office(conn)).segments)}
    ):
        for problem in wrong_standings(told, segment, await offices.read_standings(conn, FIRST, segment)):
            yield problem
        for problem in wrong_records(told, segment, await scenes.read_records(conn, segment)):
            yield problem
    stored: set[int] = set()
    async with aclosing(cases.stream(conn)) as batches:
        async for batch in batches:
            for lead, offers in batch:
                stored.add(lead.number or 0)
                for problem in wrong_lead(told, lead, offers):
                    yield problem
    for problem in missing_leads(told, stored):
        yield problem
    for problem in await _draws(conn):
        yield problem


async def _draws(conn: AsyncConnection) -> list[str]:
    kept = await draws.everything(conn)
    retold = draw_checks.retold(await ledger.of_kinds(conn, draw_checks.KINDS))
    return [*_wrong_draws(kept, retold), *_missing_draws(kept, retold)]


def _wrong_draws(kept: Sequence[Draw], retold: Mapping[Week, Draw]) -> Iterator[str]:
    for draw in kept:
        told = retold.get((draw.segment, draw.monday))
        for problem in (*draw_checks.holds(draw), *draw_checks.differences(draw, told)):
            yield f"draw of {draw.monday} in segment {draw.segment}: {problem}"


def _missing_draws(kept: Sequence[Draw], retold: Mapping[Week, Draw]) -> Iterator[str]:
    for segment, monday in sorted(set(retold) - {(d.segment, d.monday) for d in kept}):
        yield f"draw of {monday} in segment {segment}: it is in the ledger, but not stored"
