"""What is written on a sheet, and whether it can be read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from matplotlib.text import Text
from matplotlib.transforms import Bbox

from screens.pictures.sheet import Sheet

SLACK = 0.5  # pixels


def texts(sheet: Sheet) -> list[Text]:
    return [text for text in sheet.figure.findobj(Text) if isinstance(text, Text) and text.get_text()]


def written(sheet: Sheet) -> list[str]:
    return [text.get_text() for text in texts(sheet)]


def boxes(sheet: Sheet) -> list[tuple[str, Bbox]]:
    """In pixels from below."""
    return [(text.get_text(), text.get_window_extent()) for text in texts(sheet)]


def overlaps(boxes: Sequence[tuple[str, Bbox]]) -> list[tuple[str, str]]:
    """Pairs of words that stand on each other."""
    return [(one, other) for (one, mine), (other, its) in combinations(boxes, 2) if stands_on(mine, its)]


def stands_on(one: Bbox, other: Bbox) -> bool:
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    up = min(one.y1, other.y1) - max(one.y0, other.y0)
    return bool(min(across, up) > SLACK)


def off_the_sheet(sheet: Sheet) -> list[str]:
    paper = sheet.figure.bbox
    return [
        words
        for words, box in boxes(sheet)
        if not (paper.x0 <= box.x0 < box.x1 <= paper.x1 and paper.y0 <= box.y0 < box.y1 <= paper.y1)
    ]
