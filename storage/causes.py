"""What has caused whatever is being done: one id in the log, from what came in to what leaves.

`u17`: Telegram's update 17. `r55`: request 55 of a source. `d12.1764540000`: the deadline of the lead in row 12, met at
that second. Nobody is named by it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_cause: ContextVar[str | None] = ContextVar("cause", default=None)


def cause() -> str | None:
    """Returns the cause of what this task is doing; None where nobody has said one."""
    return _cause.get()


@contextmanager
def caused_by(what: str | None) -> Iterator[None]:
    """Says what has caused whatever is done inside."""
    token = _cause.set(what)
    try:
        yield
    finally:
        _cause.reset(token)
