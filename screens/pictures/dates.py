"""The title of a period, as people say it."""

from __future__ import annotations

from datetime import date, timedelta

from babel.dates import format_date

from screens.texts import Texts

DAY, DATE, MONTH = "d MMMM y", "d MMMM", "LLLL y"


def period(first: date, last: date, texts: Texts) -> str:
    """`четверг, 26 ноября 2026`, `23–29 ноября 2026`, `ноябрь 2026`, `30 ноября – 6 декабря 2026`"""
    if first == last:
        return format_date(first, f"EEEE, {DAY}", locale=texts.locale)
    if (first.year, first.month) == (last.year, last.month):
        if first.day == 1 and (last + timedelta(days=1)).day == 1:
            return format_date(first, MONTH, locale=texts.locale)
        return f"{first.day}–{format_date(last, DAY, locale=texts.locale)}"
    form = DATE if first.year == last.year else DAY
    return f"{format_date(first, form, locale=texts.locale)} – {format_date(last, DAY, locale=texts.locale)}"
