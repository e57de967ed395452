"""Files of past leads, and the command on an open office."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import datetime
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.progress import Progress

from bot.commands.imports import Imported, bring_in
from files.past.lines import COLUMNS
from storage.database import Database

SALT = "5a17" * 16
ANOTHER_SALT = "0ddb" * 16


def row(at: str = "2026-10-01T10:00:00", **values: str) -> dict[str, str]:
    return {"at": at, **values}


def csv_of(rows: Iterable[dict[str, str]]) -> str:
    out = StringIO()
    writer = csv.DictWriter(out, COLUMNS.names, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


async def imports(
    database: Database,
    now: datetime,
    rows: Iterable[dict[str, str]],
    *,
    create: bool = False,
    salt: str = SALT,
) -> Imported:
    """Raises Failure."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "leads.csv"
        file.write_text(csv_of(rows), "utf-8")
        return await bring_in(database, file, now, salt, Progress(disable=True), create=create)
