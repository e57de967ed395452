"""Words, numbers and dates in the charts' letters: how they are written, how long they are, how much of them fits."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from functools import lru_cache

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import get_font

from screens.format import dated
from screens.pictures.style import DPI, REGULAR, UNITS, font
from screens.texts import Texts

FEWEST = 4  # letters that still say something
MEASURED = 4096  # words that are remembered: a week repeats its names

SMALL = 100  # below it a tenth matters

DAY, MONTH = "d MMMM y", "LLLL y"


@lru_cache(maxsize=MEASURED)
def width(words: str, size: float, *, bold: bool = False) -> float:
    """Measures one line."""
    face = font(size, bold=bold)
    pixels: float = RendererAgg(1, 1, DPI).get_text_width_height_descent(words, face, ismath=False)[0]
    return pixels * UNITS / DPI


def cut(words: str, room: float, size: float, *, bold: bool = False) -> str:
    """Returns as much as there is room for; what was cut off ends in `…`. Empty where next to nothing fits."""
    if width(words, size, bold=bold) <= room:
        return words
    lengths = range(FEWEST, len(words))
    fitting = bisect_right(lengths, room, key=lambda kept: width(_part(words, kept), size, bold=bold))
    return _part(words, lengths[fitting - 1]) if fitting else ""


def readable(text: str) -> str:
    """Puts a text on one line, without what the letters do not have: it would be an empty box."""
    letters = get_font(REGULAR)
    known = "".join(char for char in text if char.isspace() or letters.get_char_index(ord(char)))
    return " ".join(known.split())


def _part(words: str, kept: int) -> str:
    return words[:kept].rstrip() + "…"


def count(number: int, texts: Texts) -> str:
    """`10 000`"""
    return format_decimal(number, format="#,##0", locale=texts.locale)


def amount_of_leads(number: float, texts: Texts) -> str:
    """`11,3`, and `1 235` where nobody asks for tenths."""
    form = "0.0" if round(number, 1) < SMALL else "#,##0"
    return format_decimal(number, format=form, locale=texts.locale)


def decimal(number: float, places: int, texts: Texts) -> str:
    """`0,98`"""
    form = "#,##0." + "0" * places if places else "#,##0"
    return format_decimal(number, format=form, locale=texts.locale)


def parts_of_hundred(share: float, places: int, texts: Texts) -> str:
    """`98 %`: a share counted in so many decimal places."""
    tenths = "." + "0" * (places - 2) if places > 2 else ""
    return format_percent(share, format=f"0{tenths}%", locale=texts.locale)


def period(first: date, last: date, texts: Texts) -> str:
    """`четверг, 26 ноября 2026`, `23–29 ноября 2026`, `ноябрь 2026`, `30 ноября – 6 декабря 2026`"""
    if first == last:
        return format_date(first, f"EEEE, {DAY}", locale=texts.locale)
    is_month = (first.year, first.month) == (last.year, last.month) and first.day == 1
    if is_month and (last + timedelta(days=1)).day == 1:
        return format_date(first, MONTH, locale=texts.locale)
    return dated(first, last, texts)
