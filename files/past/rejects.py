"""The file of rejected rows: to be mended by somebody, and imported again."""

from __future__ import annotations

import csv
from pathlib import Path

from files.csv_file.reading import Rejects
from files.failure import Failure
from files.past.lines import REASON


class NoPlaceError(Failure):
    """The rejected rows would be written over what they come from."""

    code = 2


def look_at(file: Path, place: Path) -> None:
    """Raises NoPlaceError where the rejects are to go into the imported file itself."""
    if place.exists() and place.samefile(file):
        raise NoPlaceError(f"--rejects: {place} is the file that is imported; name another one")


def write_rejects(rejects: Rejects, place: Path) -> None:
    """Writes the rows as they stand in the file, the reason behind them; an earlier file goes. Raises OSError.

    Where nothing is rejected there is no file afterwards, so that nobody mends what was mended.
    """
    if not rejects.rows:
        place.unlink(missing_ok=True)
        return
    header = [name for name in rejects.header if name != REASON]
    kept = [n for n, name in enumerate(rejects.header) if name != REASON]
    with place.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow([*header, REASON])
        for cells, why in rejects.rows:
            surplus = cells[len(rejects.header) :]
            row = [cells[n] if n < len(cells) else "" for n in kept]
            writer.writerow([*row, why, *surplus])
