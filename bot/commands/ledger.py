"""`ledger export`: what a stranger needs to check the past, without the database and without this program."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from rich.progress import Progress

from bot.commands.options import check_schema
from files.bundle.writing import Bundled, write_bundle
from files.failure import Failure
from leads.ledger import BrokenChainError
from storage import ledger
from storage.database import Database
from storage.offices import NoOfficeError, version


class WrongTargetError(Failure):
    code = 2


async def export(
    address: str, target: Path, progress: Callable[[], Progress], now: datetime, until: int | None = None
) -> str:
    """Writes the bundle of one moment of the database. `now`: aware; `until`: the number of its last entry.

    Raises Failure, NoOfficeError, OSError.
    """
    _check_target(target)
    await check_schema(address, "ledger export")
    database = Database(address)
    part = target.with_name(f".{target.name}.part")
    try:
        async with database.reading() as store:
            if version(store) is None:
                raise NoOfficeError
            length = ledger.length(store)
            if until is not None and until > length:
                raise WrongTargetError(f"--until: the ledger has {length} entries only")
            with progress() as bar, part.open("wb") as file:
                bar.add_task("ledger", total=None)
                bundled = write_bundle(store, file, now, until)
        part.replace(target)
    except BrokenChainError as error:
        raise Failure(str(error)) from error
    finally:
        part.unlink(missing_ok=True)
        await database.close()
    return _told(target, bundled)


def _check_target(target: Path) -> None:
    """Raises WrongTargetError."""
    if not target.parent.is_dir():
        raise WrongTargetError(f"{target}: there is no folder {target.parent}")
    if target.is_dir():
        raise WrongTargetError(f"{target}: this is a folder, choose another name")


def _told(target: Path, bundled: Bundled) -> str:
    lines = [f"{target}: {bundled.head.seq if bundled.head else 0} entries, head: {bundled.head or ''}"]
    if bundled.hidden:
        lines.append(
            f"it ends before entry {bundled.hidden}: a lot of a week that is not drawn yet. "
            "Export again when that draw was held"
        )
    return "\n".join(lines)
