"""`move`: the whole office into another database, counted, compared and verified on both sides, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from rich.progress import Progress

from bot.commands.verify import verified
from files.failure import Failure
from storage import transfer
from storage.address import check
from storage.migrate import Schema, migrate, schema_of
from storage.offices import NoOfficeError
from storage.store import Store
from storage.transfer import Content, NotTheSameError


class NoMoveError(Failure):
    """These are no two databases between which an office can be moved."""

    code = 2


class NotMovedError(Failure):
    """The target is as it was: empty."""


def move(source: str, target: str, progress: Callable[[], Progress], now: datetime) -> str:
    """Copies everything in one transaction of the target; the source is only read, and stays. Returns what was moved.

    `now`: aware. Raises Failure, NoOfficeError, DatabaseAilsError.
    """
    _check_addresses(source, target)
    _check_schemas(source, target)
    with transfer.reading(source) as old:
        said = _verified(old, progress(), now)
        with transfer.writing(target) as new:
            if not transfer.is_empty(new):
                raise NoMoveError("TO_URL: there is something in this database already; it has to be empty")
            sent = _copied(old, new, progress())
            if _verified(new, progress(), now) != said:
                raise NotMovedError("the copy's ledger does not end as the source's: nothing was moved")
            _check_source(source, sent)
    return "\n".join(
        [*_told(sent), said, "moved: set DATABASE_URL to TO_URL and start the bot; FROM_URL stays as it is"]
    )


def _check_addresses(source: str, target: str) -> None:
    """Raises NoMoveError."""
    for name, address in (("FROM_URL", source), ("TO_URL", target)):
        try:
            check(address)
        except ValueError as error:
            raise NoMoveError(f"{name}: {error}") from None
    if source == target:
        raise NoMoveError("FROM_URL and TO_URL are the same database")


def _check_schemas(source: str, target: str) -> None:
    """An empty target gets its tables. Raises NoMoveError, NoOfficeError."""
    match schema_of(source):
        case Schema.NONE:
            raise NoOfficeError
        case Schema.OLDER | Schema.UNKNOWN:
            raise NoMoveError(
                "FROM_URL: the database is of another version: start this one once with it, then move"
            )
    match schema_of(target):
        case Schema.OLDER | Schema.UNKNOWN:
            raise NoMoveError(
                "TO_URL: the database is of another version, or of another program; it has to be empty"
            )
        case Schema.NONE:
            with transfer.reading(target) as new:
                if not transfer.is_empty(new):
                    raise NoMoveError(
                        "TO_URL: there is something in this database already; it has to be empty"
                    )
            migrate(target)


def _copied(old: transfer.Connection, new: transfer.Connection, bar: Progress) -> dict[str, Content]:
    """Raises NotMovedError where what has arrived is not what was sent."""
    rows = transfer.total(old)
    with bar:
        copying, comparing = bar.add_task("copying", total=rows), bar.add_task("comparing", total=rows)
        sent = transfer.copy(old, new, lambda many: bar.advance(copying, many))
        try:
            transfer.check(new, sent, lambda many: bar.advance(comparing, many))
        except NotTheSameError as error:
            raise NotMovedError(
                f"{error.table}: what arrived is not what was sent; nothing was moved"
            ) from None
    return sent


def _verified(conn: transfer.Connection, bar: Progress, now: datetime) -> str:
    """Returns what `verify` says. Raises DoesNotHoldError, NoOfficeError."""
    return verified(Store(conn), bar, now)


def _check_source(source: str, sent: dict[str, Content]) -> None:
    """Whatever was written meanwhile would be missing there. Raises NotMovedError."""
    with transfer.reading(source) as old:
        if transfer.has_changed(old, sent):
            raise NotMovedError(
                "the source was written to meanwhile: stop the bot, then move; nothing was moved"
            )


def _told(sent: dict[str, Content]) -> list[str]:
    rows = sum(content.rows for content in sent.values())
    tables = [f"  {name}: {content.rows}" for name, content in sent.items() if content.rows]
    return [f"{rows} rows of {len(tables)} tables are the same on both sides:", *tables]
