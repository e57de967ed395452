"""The Excel file of a period as a message."""

from __future__ import annotations

from babel.dates import format_date

from leads.figures.periods import Period
from screens.content import Document
from screens.texts import Texts


def workbook_document(data: bytes, period: Period, texts: Texts) -> Document:
    one_day = period.days == 1
    first, last = (format_date(day, "d MMMM y", locale=texts.locale) for day in (period.first, period.last))
    spoken, days = (
        (first, f"{period.first}") if one_day else (f"{first} – {last}", f"{period.first} – {period.last}")
    )
    name = texts.plain("workbook-file", days=days)
    return Document(data, name, texts("workbook-caption", period=spoken))
