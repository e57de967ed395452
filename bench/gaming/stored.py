"""What was played last, and what was played before any hole was closed: the files beside this one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

from bench.gaming.cells import Cell, Found, Table

BEFORE: Final = Path(__file__).with_name("before.json")
"""The same under the rules as they were before any of these holes was closed; three seeds, nothing measured apart."""
NOW: Final = Path(__file__).with_name("now.json")
"""As it was played last, for the pages: they say what stands here."""


def before() -> Table:
    return _table(json.loads(BEFORE.read_text("utf-8")))


def now() -> Found:
    raw = json.loads(NOW.read_text("utf-8"))
    return Found(_table(raw["tried"]), _table(raw["measured"]))


def keep(found: Found) -> None:
    """Keeps it, beside what was not played this time."""
    last = now()
    NOW.write_text(text(Found({**last.tried, **found.tried}, {**last.measured, **found.measured})), "utf-8")


def text(found: Found) -> str:
    return json.dumps({"tried": _raw(found.tried), "measured": _raw(found.measured)}, indent=1) + "\n"


def _raw(table: Table) -> dict[str, Any]:
    return {name: {key: cell.as_json() for key, cell in cells.items()} for name, cells in table.items()}


def _table(raw: dict[str, dict[str, dict[str, Any]]]) -> Table:
    return {name: {key: Cell(**cell) for key, cell in cells.items()} for name, cells in raw.items()}
