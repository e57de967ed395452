"""A workbook opened again with another library than the one that wrote it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from leads.figures.periods import Period
from reports.taking import Taken, taken
from reports.workbook import Edition, write_workbook
from screens.texts import texts_for
from storage.offices import read_office
from storage.store import Store

Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Opened:
    """`formulas`: the same sheets with what stands behind the values."""

    values: Any
    formulas: Any

    @property
    def sheets(self) -> list[str]:
        return list(self.values.sheetnames)

    def lines(self, sheet: str) -> list[Line]:
        """Between the header and the sums, by the words of the header."""
        header, *rows = self.values[sheet].iter_rows(values_only=True)
        last = self.values[sheet].auto_filter.ref
        height = int(last.split(":")[1].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) - 1 if last else len(rows)
        return [dict(zip(header, row, strict=True)) for row in rows[:height]]

    def total(self, sheet: str) -> Line:
        """The sums below the lines."""
        header, *rows = self.values[sheet].iter_rows(values_only=True)
        return dict(zip(header, rows[len(self.lines(sheet))], strict=True))

    def texts(self) -> list[str]:
        """Everything in it that is text."""
        cells = (cell for sheet in self.values for row in sheet.iter_rows() for cell in row)
        return [cell.value for cell in cells if isinstance(cell.value, str)]


def opened(data: bytes) -> Opened:
    return Opened(load_workbook(BytesIO(data), data_only=True), load_workbook(BytesIO(data)))


def made(
    store: Store, period: Period, now: datetime, locale: str = "ru", **edition: Any
) -> tuple[Taken, Opened]:
    """A workbook for somebody who sees every client, and the report that it was made from."""
    found, file = taken(store, read_office(store), period), BytesIO()
    of = replace(Edition(texts_for(locale), now, lambda _: True), **edition)
    write_workbook(store, found, file, of)
    return found, opened(file.getvalue())
