"""One sheet of a workbook: a header that stays in sight, filters, lines of typed cells, sums below them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any, BinaryIO

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

from reports.cells import Kind, Value, clean, formats, width
from screens.texts import Texts

MOST_ROWS = 1_048_576  # of a sheet: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3
AROUND = 3  # of these, for the header, the sums and a last word
NARROWEST, WIDEST = 7, 48  # characters
FILTER = 4  # characters: the arrow beside a word of the header, and some air
HEADER_HEIGHT = 48  # points: three lines
A4 = 9
FIRST_DATED = 1900  # Excel knows no day before
SUBTOTAL_OF_SUM = 109  # counts only the lines that a filter leaves in sight
OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@dataclass(frozen=True, slots=True)
class Column:
    """`key` names its words; `sums`: below the lines stands their sum."""

    key: str
    kind: Kind = Kind.TEXT
    sums: bool = False


@dataclass(frozen=True, slots=True)
class Rate:
    """A share below the lines, made of two sums: `hits` of `hits` and `misses`."""

    hits: str
    misses: str


class Outlet:
    """A file for XlsxWriter, which leaves its archive open when it cannot write: what is still to come goes nowhere."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._is_broken = file, False

    def write(self, data: bytes) -> int:
        """Raises OSError, once."""
        if self._is_broken:
            return len(data)
        try:
            return self._file.write(data)
        except OSError:
            self._is_broken = True
            raise

    def seek(self, *to: int) -> int:
        return 0 if self._is_broken else self._file.seek(*to)

    def tell(self) -> int:
        return 0 if self._is_broken else self._file.tell()

    def flush(self) -> None:
        if not self._is_broken:
            self._file.flush()


class Book:
    """A workbook that is being written. XlsxWriter's own temporary files go to `folder`."""

    def __init__(self, file: BinaryIO, folder: str, zone: tzinfo, texts: Texts, made: datetime) -> None:
        self.zone, self.texts = zone, texts
        self._book = Workbook(Outlet(file), {**OPTIONS, "tmpdir": folder})
        self._book.set_properties({"created": made.astimezone(zone).replace(tzinfo=None)})
        codes = formats(texts)
        self.plain = {kind: self._format(kind, code) for kind, code in codes.items()}
        total = {"bold": True, "top": 1}
        self.total = {kind: self._format(kind, code, **total) for kind, code in codes.items()}
        self.header = self._book.add_format(
            {"bold": True, "text_wrap": True, "valign": "vcenter", "bottom": 1, "bg_color": "#E8EDF2"}
        )
        wrapped = {"num_format": "@", "text_wrap": True, "valign": "top"}
        self.wrapped = self._book.add_format(wrapped)
        self.beside = self._book.add_format(
            wrapped | {"align": "left", "indent": 1}
        )  # a figure stands close before it

    def add(self, name: str) -> Any:
        """Adds a sheet, set up to be printed: landscape, as wide as the paper, the header on each page."""
        sheet = self._book.add_worksheet(self.texts.plain(f"workbook-sheet-{name}"))
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.set_footer("&L&A&R&P / &N")
        sheet.freeze_panes(1, 1)
        sheet.set_row(0, HEADER_HEIGHT)
        return sheet

    def close(self) -> None:
        """Raises OSError."""
        self._book.close()

    def _format(self, kind: Kind, code: str, **more: Any) -> Any:
        side = "left" if kind in {Kind.TEXT, Kind.MOMENT, Kind.DAY} else "right"
        return self._book.add_format({"num_format": code, "align": side, "valign": "top", **more})


class Sheet:
    """Lines are written from top to bottom; `end` comes last. At most `most` of them, the rest is left out."""

    def __init__(self, book: Book, name: str, columns: Sequence[Column], most: int = MOST_ROWS) -> None:
        self._book, self._columns = book, columns
        self._most = min(most, MOST_ROWS - AROUND)
        self._sheet = book.add(name)
        self._lines = 0
        self._sums: dict[str, float] = {column.key: 0 for column in columns if column.sums}
        words = [book.texts.plain(f"workbook-{column.key}") for column in columns]
        self._widths = [max(map(len, word.split())) + FILTER for word in words]
        for place, word in enumerate(words):
            self._sheet.write_string(0, place, word, book.header)
        self.is_cut = False

    def line(self, *values: Value) -> None:
        if self._lines >= self._most:
            self.is_cut = True
            return
        self._lines += 1
        for place, (column, value) in enumerate(zip(self._columns, values, strict=True)):
            if value is None:
                continue
            self._put(self._lines, place, column.kind, value, self._book.plain[column.kind])
            if column.sums and isinstance(value, int | float):
                self._sums[column.key] += value

    def end(self, below: Mapping[str, int | float | Rate | None] | None = None) -> None:
        """`below`: what stands under the lines beside the sums."""
        if self._lines:
            self._totals(below or {})
        if self.is_cut:
            words = self._book.texts.plain("workbook-cut", count=self._lines)
            self._sheet.write_string(self._lines + 2, 0, words)
        self._sheet.autofilter(0, 0, self._lines, len(self._columns) - 1)
        for place, (column, longest) in enumerate(zip(self._columns, self._widths, strict=True)):
            form = self._book.plain[column.kind]  # of empty cells too: what is typed there stays what it is
            self._sheet.set_column(place, place, min(max(longest + 2, NARROWEST), WIDEST), form)
        self._sheet.ignore_errors({"number_stored_as_text": f"A1:XFD{self._lines + AROUND}"})

    def _totals(self, below: Mapping[str, int | float | Rate | None]) -> None:
        """The sums are formulas of ours, with their values: they follow the filter, and any reader sees them."""
        row = self._lines + 1
        if not self._sums:
            return
        self._sheet.write_string(
            row, 0, self._book.texts.plain("workbook-total"), self._book.total[Kind.TEXT]
        )
        for place, column in enumerate(self._columns[1:], 1):
            form, value = self._book.total[column.kind], below.get(column.key)
            if column.key in self._sums:
                first, last = (xl_rowcol_to_cell(line, place) for line in (1, self._lines))
                total = self._sums[column.key]
                self._widths[place] = max(self._widths[place], width(column.kind, total))
                shown = total / 100 if column.kind is Kind.MONEY else total
                formula = f"=SUBTOTAL({SUBTOTAL_OF_SUM},{first}:{last})"
                self._sheet.write_formula(row, place, formula, form, shown)
            elif isinstance(value, Rate):
                self._sheet.write_formula(row, place, *self._rate(row, value, form))
            else:
                self._put(row, place, column.kind, value, form)

    def _rate(self, row: int, rate: Rate, form: Any) -> tuple[str, Any, float | str]:
        places = {column.key: place for place, column in enumerate(self._columns)}
        hits, misses = (xl_rowcol_to_cell(row, places[key]) for key in (rate.hits, rate.misses))
        closed = self._sums[rate.hits] + self._sums[rate.misses]
        formula = f'=IF({hits}+{misses}=0,"",{hits}/({hits}+{misses}))'
        return formula, form, self._sums[rate.hits] / closed if closed else ""

    def _put(self, row: int, place: int, kind: Kind, value: Value, form: Any) -> None:
        write(self._sheet, self._book, (row, place), kind, value, form)
        self._widths[place] = max(self._widths[place], width(kind, value))


def write(sheet: Any, book: Book, at: tuple[int, int], kind: Kind, value: Value, form: Any) -> None:
    """None is an empty cell of this form."""
    match value:
        case None:
            sheet.write_blank(*at, None, form)
        case str():
            sheet.write_string(*at, clean(value), form)
        case datetime():
            local = value.astimezone(book.zone).replace(tzinfo=None, microsecond=0)
            if local.year < FIRST_DATED:
                sheet.write_string(*at, local.isoformat(" "), form)
            else:
                sheet.write_datetime(*at, local, form)
        case _:
            sheet.write_number(*at, value / 100 if kind is Kind.MONEY else value, form)
