"""Somebody's table as it was saved: CSV in any encoding and with any sign between, or XLSX; read row after row."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any, BinaryIO, Final, TextIO
from zipfile import BadZipFile

from files.csv_file import LONGEST_FIELD, Line, RowsError, one_spelling

CHUNK: Final = 1 << 20
SAMPLE: Final = 200_000  # bytes, by which an encoding is guessed
LOOKED_AT: Final = 20  # rows in which the header is looked for: above it there may be a title
MOST_COLUMNS: Final = 300
ENCODINGS: Final = ("cp1251", "koi8_r", "cp866", "mac_cyrillic", "iso8859_5", "cp1252")
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
OLD: Final = (
    b"\xd0\xcf\x11\xe0",
    b"<html",
    b"<!DOCTYP",
    b"<table",
)  # of Excel 97, and pages that are called XLS
_APART: Final = re.compile(r"sep=(.)\s*")


@dataclass(slots=True)
class Table:
    """A table that is open: its header, and the rows below as they are read, each with the number of its line.

    `total`: about how many lines there are.
    """

    name: str
    line: int  # of the header
    header: list[str]
    rows: Iterator[Line]
    total: int


Likeness = Callable[[Sequence[str]], int]
"""Tells how many columns of a row are recognised: of the first rows of a sheet the header has the most."""


@contextmanager
def opened(source: Path | bytes, name: str, likeness: Likeness) -> Iterator[Table]:
    """Opens a file, or what was one. Raises RowsError for what is no table."""
    try:
        with BytesIO(source) if isinstance(source, bytes) else source.open("rb") as file:
            start = file.read(8)
            file.seek(0)
            if start.startswith(OLD):
                raise RowsError(f"{name}: is an old kind of Excel file; save it as XLSX or CSV")
            if start.startswith(b"PK"):
                yield _below_the_header(name, _xlsx(file, name), 0, likeness)
                return
            encoding, total = _encoding(file)
            file.seek(0)
            with TextIOWrapper(file, encoding, errors="replace", newline="") as text:
                yield _below_the_header(name, _csv(text, name), total, likeness)
    except OSError as error:
        raise RowsError(f"{name}: {error.strerror or 'cannot be read'}") from error


def _below_the_header(name: str, rows: Iterator[Line], total: int, likeness: Likeness) -> Table:
    """The header is the row among the first that says the most; what stands above it is a title."""
    first: list[Line] = []
    for row in rows:
        first.append(row)
        if len(first) == LOOKED_AT:
            break
    if not first:
        raise RowsError(f"{name}: is empty")
    best = max(range(len(first)), key=lambda n: (likeness(first[n][1]), -n))
    line, header = first[best]
    here = [one_spelling(cell) for cell in header]
    while here and not here[-1]:
        here.pop()

    def below() -> Iterator[Line]:
        yield from first[best + 1 :]
        yield from rows

    return Table(name, line, here, below(), total)


def _csv(text: TextIO, name: str) -> Iterator[Line]:
    first = text.readline()
    while first and not first.strip():
        first = text.readline()
    told = _APART.fullmatch(first)
    apart = told[1] if told else max(";,\t|", key=first.count)
    if not told:
        text.seek(0)
    csv.field_size_limit(LONGEST_FIELD)
    return _full(_numbered(csv.reader(text, delimiter=apart), name))


def _numbered(reader: Any, name: str) -> Iterator[Line]:
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise RowsError(f"{name}:{line}: is not CSV: {error}") from error


def _encoding(file: BinaryIO) -> tuple[str, int]:
    """What it is written in, and how many lines there are. UTF-8 is tried on all of it: nothing else looks like it."""
    sample, lines = file.read(SAMPLE), 0
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return name, sample.count(b"\n") * 2
    decoder, is_utf8, chunk = codecs.getincrementaldecoder("utf-8")(), True, sample
    while chunk:
        lines += chunk.count(b"\n")
        if is_utf8:
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                is_utf8 = False
        chunk = file.read(CHUNK)
    return ("utf-8" if is_utf8 else _guessed(sample)), lines


def _guessed(sample: bytes) -> str:
    """Among those that Russian programs write; Windows' own where nothing tells."""
    from charset_normalizer import from_bytes  # here, because few starts of the program ever need it

    best = from_bytes(sample, cp_isolation=list(ENCODINGS)).best()
    return best.encoding if best else ENCODINGS[0]


def _xlsx(file: BinaryIO, name: str) -> Iterator[Line]:
    from openpyxl import load_workbook  # here, because few starts of the program ever read one

    try:
        sheet: Any = load_workbook(file, read_only=True, data_only=True).active
        if sheet is None:
            raise RowsError(f"{name}: has no sheet")
        sheet.reset_dimensions()  # some programs write a size that is not so
    except (BadZipFile, KeyError, ValueError, TypeError) as error:  # whatever no workbook is made of
        raise RowsError(f"{name}: is no Excel file that can be read") from error
    return _full(_of_sheet(sheet, name))


def _of_sheet(sheet: Any, name: str) -> Iterator[Line]:
    line = 0
    try:
        for line, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True), 1):
            yield line, [_words(cell) for cell in cells]
    except (BadZipFile, KeyError, ValueError, TypeError) as error:
        raise RowsError(f"{name}:{line + 1}: cannot be read") from error


def _words(cell: Any) -> str:
    """A cell as people would write it: a whole number without a point, a time in ISO 8601."""
    match cell:
        case None:
            return ""
        case bool():
            return "1" if cell else "0"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime() if cell.time() == time(0):
            return cell.date().isoformat()
        case datetime() | date():
            return (
                cell.isoformat(sep=" ", timespec="seconds")
                if isinstance(cell, datetime)
                else cell.isoformat()
            )
    return str(cell)


def _full(rows: Iterable[tuple[int, Sequence[str]]]) -> Iterator[Line]:
    """Those with anything in them."""
    return ((line, list(cells)) for line, cells in rows if any(cell.strip() for cell in cells))
