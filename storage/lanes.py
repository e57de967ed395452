"""Where transactions run: connections to a database, each with a thread that works on it.

A transaction is a plain function of a Connection and is handed over whole. SQLite's connections live in the threads
that aiosqlite keeps; PostgreSQL's come from SQLAlchemy's pool, in a few threads of our own.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import partial
from typing import Any, Protocol, TypeVar

from aiosqlite import core
from sqlalchemy import Connection, Engine

T = TypeVar("T")
Options = dict[str, Any]  # execution options of SQLAlchemy

READERS = 3  # connections that read at the same time
RESTED = 0.5  # seconds after which it is asked whether a connection to a server is still there
CHUNK = 64  # rows; for aiosqlite's own cursors, which nobody uses here


class Lane(Protocol):
    """One connection at a time; whoever uses it holds `held`."""

    held: asyncio.Lock

    async def run(self, work: Callable[[Connection], T]) -> T:
        """Calls the function in the lane's thread. Cancelled, it waits until the function has returned."""
        ...

    def inline(self) -> Any:
        """Returns the connection, for whoever has a loop of their own:
        what they do holds up everything else in it.
        """
        ...

    async def close(self) -> None: ...


class SqliteLane:
    """A connection in the thread that aiosqlite keeps for it; opened when it is first needed,
    and after `close`.
    """

    def __init__(self, engine: Engine, options: Options) -> None:
        self.held = asyncio.Lock()
        self._engine = engine
        self._options = options
        self._thread: core.Connection | None = None
        self._conn: Connection | None = None

    async def run(self, work: Callable[[Connection], T]) -> T:
        thread, conn = await self._open()
        return await _to_the_end(partial(_hand_over, thread), partial(work, conn))

    @asynccontextmanager
    async def inline(self) -> AsyncIterator[Connection]:
        _, conn = await self._open()
        yield conn

    async def close(self) -> None:
        thread, conn = self._thread, self._conn
        self._thread = self._conn = None
        if thread and conn:
            await _hand_over(thread, conn.close)
            await thread.close()

    async def _open(self) -> tuple[core.Connection, Connection]:
        if self._thread is None or self._conn is None:
            thread: core.Connection = await core.Connection(_Unopened, CHUNK)  # type: ignore[arg-type]
            try:
                self._conn = await _hand_over(thread, self._connect)
            except BaseException:
                await thread.close()
                raise
            self._thread = thread
        return self._thread, self._conn

    def _connect(self) -> Connection:
        conn = self._engine.connect().execution_options(**self._options)
        conn.detach()  # it is never given back to the pool
        return conn


class ThreadLane:
    """A connection from the pool for transactions that follow each other closely, in a thread of the lane's own.

    The pool asks a connection whether it is still there before it gives it away, which costs a tenth of a transaction.
    What has worked less than RESTED ago is not asked: a server that was restarted meanwhile takes longer to be there.
    """

    def __init__(self, engine: Engine, options: Options) -> None:
        self.held = asyncio.Lock()
        self._engine = engine
        self._options = options
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="transactions")
        self._conn: Connection | None = None  # the thread's
        self._worked = 0.0  # when, by the loop's clock

    async def run(self, work: Callable[[Connection], T]) -> T:
        loop = asyncio.get_running_loop()
        has_rested = loop.time() - self._worked > RESTED
        found = await _to_the_end(self._hand_over, partial(self._transaction, work, has_rested))
        self._worked = loop.time()
        return found

    def _transaction(self, work: Callable[[Connection], T], has_rested: bool) -> T:
        if has_rested:
            self._give_back()
        if self._conn is None:
            self._conn = self._engine.connect().execution_options(**self._options)
        try:
            return work(self._conn)
        except BaseException:
            self._give_back()
            raise

    def _give_back(self) -> None:
        conn, self._conn = self._conn, None
        if conn:
            conn.close()

    async def _hand_over(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)

    @asynccontextmanager
    async def inline(self) -> AsyncIterator[Connection]:
        with self._engine.connect() as conn:
            yield conn.execution_options(**self._options)

    async def close(self) -> None:
        """Gives the connection back to the pool; a thread begins anew when it is needed."""
        await self._hand_over(self._give_back)
        self._thread.shutdown()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="transactions")


class Readers:
    """Several lanes; whoever comes takes one that is free, the first if they can."""

    def __init__(self, lanes: Sequence[Lane]) -> None:
        self._lanes = lanes
        self._free = asyncio.Semaphore(len(lanes))

    @asynccontextmanager
    async def one(self) -> AsyncIterator[Lane]:
        async with self._free:
            lane = next(lane for lane in self._lanes if not lane.held.locked())
            async with lane.held:
                yield lane

    async def close(self) -> None:
        for lane in self._lanes:
            await lane.close()


class _Unopened:
    """In the place of aiosqlite's own connection: it opens nothing, so it cannot fail and leave a thread behind."""

    def close(self) -> None:
        """Nothing is open."""


async def _hand_over(thread: core.Connection, work: Callable[[], T]) -> T:
    # the one name of aiosqlite's that is not public: it lets the connection's thread call any function
    found: T = await thread._execute(work)  # type: ignore[no-untyped-call]  # noqa: SLF001
    return found


async def _to_the_end(hand_over: Callable[[Callable[[], Any]], Awaitable[Any]], work: Callable[[], T]) -> T:
    """What runs in a thread cannot be stopped: a cancelled task waits for it, or two would have one connection."""
    try:
        found: T = await hand_over(work)
    except asyncio.CancelledError:
        await hand_over(_nothing)  # each thing in its turn: when this has been done, that has
        raise
    return found


def _nothing() -> None:
    pass
