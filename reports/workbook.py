"""The Excel file of a period: figures with their definitions, managers, segments, every lead, every decision."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from tempfile import TemporaryDirectory
from typing import BinaryIO, TypeVar

from xlsxwriter.exceptions import FileCreateError

from reports.cells import Value
from reports.figure_sheets import (
    figures_sheet,
    habits_sheet,
    hand_overs_sheet,
    managers_sheet,
    reasons_sheet,
    segments_sheet,
)
from reports.habits import taken_habits
from reports.line_sheets import DECISIONS, LEADS, Words
from reports.sheet import MOST_ROWS, Book, Sheet
from reports.taking import Taken
from screens.texts import Texts
from storage import lines
from storage.store import Store

Line = TypeVar("Line")
Tell = Callable[[int, int], None]  # lines done, of how many


@dataclass(frozen=True, slots=True)
class Edition:
    """For whom a workbook is made. `made` is in UTC.

    `sees_client`: whether they may see the client of a lead, by who has it now. `most`: lines on a sheet.
    """

    texts: Texts
    made: datetime
    sees_client: Callable[[str | None], bool]
    most: int = MOST_ROWS


def write_workbook(
    store: Store, found: Taken, file: BinaryIO, edition: Edition, tell: Tell = lambda *_: None
) -> None:
    """Writes it into a file that is open for it; what it keeps in memory does not grow with the leads.

    `found` and the leads should be of one moment: of one transaction. Raises OSError.
    """
    start, end = found.period.bounds(found.office.timezone)
    counts = lines.count(store, start, end)
    of = sum(min(count, edition.most) for count in counts)
    segments = {segment.id: segment.name for segment in found.office.segments}
    called = (found.names, segments, found.office.source_name)
    words = Words(cache(edition.texts.plain), *called, edition.sees_client)
    with TemporaryDirectory(prefix="fairlead-") as folder:
        book = Book(file, folder, found.office.timezone, edition.texts, edition.made)
        figures_sheet(book, found, edition.made)
        leads = Sheet(book, "leads", LEADS, edition.most)
        managers_sheet(book, found)
        segments_sheet(book, found)
        reasons_sheet(book, found)
        habits_sheet(book, taken_habits(store, found.office, found.period, edition.made), found)
        hand_overs_sheet(book, found)
        decisions = Sheet(book, "decisions", DECISIONS, edition.most)
        done = _fill(leads, words.lead, lines.lead_lines(store, start, end), lambda n: tell(n, of))
        _fill(decisions, words.offer, lines.offer_lines(store, start, end), lambda n: tell(done + n, of))
        _close(book)


def _fill(
    sheet: Sheet,
    told: Callable[[Line], Sequence[Value]],
    batches: Iterator[Sequence[Line]],
    tell: Callable[[int], None],
) -> int:
    """How many lines there are on it now."""
    done = 0
    for batch in batches:
        _write(sheet, told, batch)
        if sheet.is_cut:
            break
        done += len(batch)
        tell(done)
    sheet.end()
    return done


def _write(sheet: Sheet, told: Callable[[Line], Sequence[Value]], batch: Sequence[Line]) -> None:
    for line in batch:
        sheet.line(*told(line))


def _close(book: Book) -> None:
    try:
        book.close()
    except FileCreateError as error:  # XlsxWriter's name for an OSError
        raise error.args[0] from None
