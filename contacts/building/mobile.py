"""The ranges of mobile numbers, from the numbering plan's CSV to the compact file that is shipped."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path
from typing import Final

from contacts.mobile import BASE, PACKED, SEPARATOR
from contacts.place_data import territories

COLUMNS: Final = ("first", "last", "territory")


class BadSourceError(Exception):
    """The source cannot be read; its message names the file, the line, and what is wrong there."""


def pack_mobile(source: Path, target: Path = PACKED) -> int:
    """Writes `target`; returns how many ranges it holds.

    `source`: CSV, `first,last,territory`, national numbers of ten digits without gaps of meaning, in rising order,
    both ends included; a territory is one of `territories.csv` as the plan spells it, or several of them with commas.
    Raises BadSourceError, OSError.
    """
    named = {territory.plan: territory.id for territory in territories() if territory.plan}
    lines, upto = [], BASE - 1
    with source.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        if tuple(rows.fieldnames or ()) != COLUMNS:
            raise BadSourceError(f"{source}:1: the columns must be {','.join(COLUMNS)}")
        for row in rows:
            where = f"{source}:{rows.line_num}"
            first, last = _number(where, row["first"]), _number(where, row["last"])
            if not upto < first <= last:
                raise BadSourceError(f"{where}: first: the ranges must rise and not overlap")
            lines.append(f"{first - upto - 1},{last - first},{_ids(where, row['territory'], named)}")
            upto = last
    target.write_bytes(gzip.compress("\n".join(lines).encode("ascii"), mtime=0))
    return len(lines)


def _number(where: str, text: str | None) -> int:
    if (
        text is None
        or not text.isascii()
        or not text.isdigit()
        or len(text) != len(str(BASE))
        or text[0] != "9"
    ):
        raise BadSourceError(f"{where}: {text!r} is no mobile number of ten digits")
    return int(text)


def _ids(where: str, plan: str | None, named: dict[str, str]) -> str:
    """`Город Москва, Московская область` or `г. Псков|г.о. город Псков|Псковская область`, in which the last counts."""
    parts = [part.strip() for part in (plan or "").rpartition("|")[2].split(", ")]
    if unknown := next((part for part in parts if part not in named), None):
        raise BadSourceError(f"{where}: territory: {unknown!r} is not in territories.csv")
    return SEPARATOR.join(sorted(named[part] for part in parts))
