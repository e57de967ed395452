"""Words in the charts' letters: how long they are, how much of them fits. Lengths are a sheet's units."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.font_manager import get_font

from screens.pictures.style import DPI, REGULAR, UNITS, font

FEWEST = 4  # letters that still say something
MEASURED = 4096  # words that are remembered: a week repeats its names


@lru_cache(maxsize=MEASURED)
def width(words: str, size: float, *, bold: bool = False) -> float:
    """Of one line."""
    face = font(size, bold=bold)
    pixels: float = RendererAgg(1, 1, DPI).get_text_width_height_descent(words, face, ismath=False)[0]
    return pixels * UNITS / DPI


def cut(words: str, room: float, size: float, *, bold: bool = False) -> str:
    """As much as there is room for; what was cut off ends in `…`. Empty where next to nothing fits."""
    if width(words, size, bold=bold) <= room:
        return words
    lengths = range(FEWEST, len(words))
    fitting = bisect_right(lengths, room, key=lambda kept: width(_part(words, kept), size, bold=bold))
    return _part(words, lengths[fitting - 1]) if fitting else ""


def readable(text: str) -> str:
    """On one line, without what the letters do not have: it would be an empty box."""
    letters = get_font(REGULAR)
    known = "".join(char for char in text if char.isspace() or letters.get_char_index(ord(char)))
    return " ".join(known.split())


def _part(words: str, kept: int) -> str:
    return words[:kept].rstrip() + "…"
