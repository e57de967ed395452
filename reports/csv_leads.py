"""Every lead of a period as CSV, for any sheet: the lines of the workbook's sheet of leads.

Excel takes a file by the computer's language: in Russian `;` stands between the columns and a comma in a number. A
byte order mark tells it that the rest is UTF-8; Google Sheets and LibreOffice look for themselves.
"""

from __future__ import annotations

import csv
import re
from codecs import BOM_UTF8
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import cache
from io import TextIOWrapper
from typing import BinaryIO, Final

from reports.cells import Kind, Value, clean
from reports.line_sheets import LEADS, Words
from reports.taking import Taken
from screens.texts import Texts
from storage import lines
from storage.store import Store

SEPARATORS: Final[Mapping[str, tuple[str, str]]] = {"ru": (";", ","), "en": (",", ".")}
"""Between two columns, and in a number."""
ACTIVE: Final = ("=", "+", "-", "@", "\t")
"""What a sheet takes for a formula, if a text begins with it: https://owasp.org/www-community/attacks/CSV_Injection"""
A_PHONE: Final = re.compile(r"\+[\d ()-]+")


@dataclass(frozen=True, slots=True)
class _Cells:
    """How a value stands in the file."""

    zone: tzinfo
    point: str

    def of(self, kind: Kind, value: Value) -> str:
        match value:
            case None:
                return ""
            case str():
                return harmless(clean(value))
            case datetime():
                return f"{value.astimezone(self.zone):%Y-%m-%d %H:%M:%S}"
            case _ if kind is Kind.MONEY:
                return f"{value / 100:.2f}".replace(".", self.point)
            case _:
                return str(value)


def harmless(text: str) -> str:
    """Returns a text with which no sheet does anything: an apostrophe stands before what would be a formula."""
    if not text.startswith(ACTIVE) or A_PHONE.fullmatch(text):
        return text
    return f"'{text}"


def write_leads(
    store: Store, found: Taken, file: BinaryIO, texts: Texts, tell: Callable[[int, int], None]
) -> None:
    """Writes them for the owner, who may see every client. `tell` hears how many are written, of how many.

    `found` and the leads should be of one transaction. Raises OSError.
    """
    start, end = found.period.bounds(found.office.timezone)
    of, _ = lines.count(store, start, end)
    segments = {segment.id: segment.name for segment in found.office.segments}
    words = Words(cache(texts.plain), found.names, segments, found.office.source_name, lambda _: True)
    between, point = SEPARATORS[texts.locale]
    cells = _Cells(found.office.timezone, point)
    file.write(BOM_UTF8)
    text = TextIOWrapper(file, "utf-8", newline="", write_through=True)
    try:
        table = csv.writer(text, delimiter=between)
        table.writerow(texts.plain(f"workbook-{column.key}") for column in LEADS)
        done = 0
        for batch in lines.lead_lines(store, start, end):
            for line in batch:
                told = zip(LEADS, words.lead(line), strict=True)
                table.writerow(cells.of(column.kind, value) for column, value in told)
            done += len(batch)
            tell(done, of)
    finally:
        text.detach()  # whoever has opened the file closes it
