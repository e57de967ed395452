"""Whatever is stored and not read yet is read, in the order in which it came: also what came before a restart."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from itertools import islice

from desk import inquiries
from desk.arrivals import Arrivals, Fate
from leads.inquiries import Inquiry
from leads.office import Office
from leads.sources import Source, SourceKind
from sources.adapter import Adapter
from sources.bodies import Body, UnreadableError, tree_of
from sources.kinds import ADAPTERS
from storage.ailments import DatabaseAilsError
from storage.causes import caused_by
from storage.offices import NoOfficeError
from storage.requests import LEADS, RequestRow

log = logging.getLogger(__name__)

MOST_FIELDS = 30  # that somebody may choose from
LONGEST_NAME, LONGEST_SAID = 200, 200  # characters

LOOKS_AGAIN = (
    2.0  # real seconds: for what another process has stored, what waits no longer, what could not be read
)


class Reader:
    """Reads one after the other: what came first is shared first."""

    def __init__(self, arrivals: Arrivals) -> None:
        self._arrivals = arrivals
        self._woken = asyncio.Event()
        self._read = asyncio.Condition()

    def wake(self) -> None:
        """Says that something has come."""
        self._woken.set()

    async def run(self) -> None:
        """Runs for ever. A failure is logged, and tried again."""
        while True:
            try:
                await self.read_all()
            except DatabaseAilsError:
                pass  # told already, once
            except Exception as error:  # noqa: BLE001 - whatever ails the database, the reader outlives it
                log.error("reading what has come failed and is tried again: %s", type(error).__name__)
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOKS_AGAIN):
                    await self._woken.wait()
            self._woken.clear()

    async def read_all(self) -> None:
        """Reads until nothing is left. Raises DatabaseAilsError."""
        try:
            while rows := await self._arrivals.waiting():
                for row in rows:
                    await self._settle(row)
        except NoOfficeError:
            return

    async def fate(self, id: int, patience: float) -> Fate:
        """Waits so many seconds at most until it is read, and tells what has become of it."""
        fate = await self._arrivals.fate(id)
        with suppress(TimeoutError):
            async with asyncio.timeout(patience), self._read:
                while not fate.is_read:
                    await self._read.wait()
                    fate = await self._arrivals.fate(id)
        return fate

    async def _settle(self, row: RequestRow) -> None:
        """Whatever an adapter raises, the others are read."""
        with caused_by(f"r{row.id}"):
            try:
                await self._read_one(row)
            except DatabaseAilsError:
                raise
            except Exception as error:  # noqa: BLE001 - one that fails must not stand before all others
                log.error("request %d of the kind %s: %s", row.id, row.kind, type(error).__name__)
                await self._arrivals.set_aside(row, type(error).__name__)
        async with self._read:
            self._read.notify_all()

    async def _read_one(self, row: RequestRow) -> None:
        office = await self._arrivals.office()
        source = _source_of(row, office)
        try:
            inquiry = _adapter_of(row).read_body(Body(row.query, row.content_type, row.body), source)
        except UnreadableError as error:
            await self._arrivals.set_aside(row, str(error), _fields_of(row))
            return
        if inquiry is None:
            await self._arrivals.pass_over(row)
            return
        client = await asyncio.to_thread(inquiries.read, inquiry, office)
        if inquiry.happened.is_call and row.contact is None:
            await self._arrivals.hear_of_call(row, inquiry, client)
            return
        await self._arrivals.take_in(
            row, inquiry, client, straight_on=goes_straight_on(inquiry, source, office)
        )


def goes_straight_on(inquiry: Inquiry, source: Source, office: Office) -> bool:
    """Tells whether a lead waits for nobody's tap: as its source says; what names none that brings leads by itself has
    nobody who would look at it first.
    """
    named = office.source(inquiry.source) or source
    return named.straight_on or named.kind is SourceKind.HAND


def _adapter_of(row: RequestRow) -> Adapter:
    return ADAPTERS[SourceKind(row.kind)]


def _fields_of(row: RequestRow) -> list[tuple[str, str]]:
    """What stands in it, for somebody to say what is what; nothing, where it is no form at all."""
    try:
        said = _adapter_of(row).fields(tree_of(Body(row.query, row.content_type, row.body)))
        return [(called[:LONGEST_NAME], words[:LONGEST_SAID]) for called, words in islice(said, MOST_FIELDS)]
    except UnreadableError:
        return []


def _source_of(row: RequestRow, office: Office) -> Source:
    """As it is set up now; one that is gone brings its last ones as it was. Of `POST /leads` the sender says it."""
    if row.source == LEADS:
        return Source("", "", SourceKind.JSON, straight_on=True)
    found = office.source(row.source)
    return found or Source(row.source, row.source, SourceKind(row.kind), straight_on=True)
