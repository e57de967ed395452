"""`verify`: everything that the office has stored is what its ledger says, from the first entry to the last balance."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import islice

from rich.progress import Progress

from bot.commands.options import check_schema
from bot.terminal import plain
from files.failure import Failure
from leads.head import Head, parse_head
from leads.proof.verification import Verification
from reports.verifying import examined
from storage import ledger
from storage.database import Database
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
    with progress:
        task = progress.add_task("ledger", total=ledger.length(store))
        told, problems = examined(store, now, lambda: progress.advance(task), head)
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
