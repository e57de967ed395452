"""Invitations as a workbook: whom each link is for, one a line."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from xlsxwriter import Workbook

from screens.texts import Texts


def links_workbook(rows: Sequence[tuple[str, str]], texts: Texts) -> bytes:
    """Returns the file. `rows`: a name, and the link."""
    out = BytesIO()
    book = Workbook(out, {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True})
    sheet, bold = book.add_worksheet(), book.add_format({"bold": True})
    sheet.write_row(0, 0, [texts.plain("links-name"), texts.plain("links-link")], bold)
    for n, row in enumerate(rows, 1):
        sheet.write_row(n, 0, row)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 80)
    sheet.freeze_panes(1, 0)
    book.close()
    return out.getvalue()
