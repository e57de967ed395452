"""A name in a block: as much of it as fits, level or upright, with the hours where there is room for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from screens.pictures.lettering import cut, width
from screens.pictures.sheet import Box, Sheet
from screens.pictures.style import Look

LARGE, SMALL, TINY, HOURS = 21.0, 18.0, 14.5, 15.5  # sizes of letters
WIDE = 110.0  # a block in which a name is rather cut than turned
LINE = 1.22  # of the size: the height of a line
MARGIN = 4.0  # around the words
WORD = re.compile(r"[^\s-]+-?|-")


@dataclass(frozen=True, slots=True)
class Line:
    words: str
    size: float
    bold: bool = True


@dataclass(frozen=True, slots=True)
class Label:
    lines: tuple[Line, ...]
    upright: bool = False

    @property
    def depth(self) -> float:
        """From the first line to the last."""
        return sum(line.size * LINE for line in self.lines)


def label(name: str, hours: str, box: Box) -> Label | None:
    """None where not even the initials fit; the colour says who it is."""
    wishes = _wishes(name, box) if name else iter(())
    found = next((one for one in wishes if _fits(one, box)), None)
    if found is None:
        return None
    fuller = Label((*found.lines, Line(hours, HOURS, bold=False)), found.upright)
    return fuller if _fits(fuller, box) else found


def write(label: Label, box: Box, look: Look, sheet: Sheet) -> None:
    """Writes it in the middle of the block."""
    across, down = box.x + box.width / 2, box.y + box.height / 2
    at = -label.depth / 2
    for line in label.lines:
        middle = at + line.size * LINE / 2
        x, y = (across + middle, down) if label.upright else (across, down + middle)
        text = sheet.write(x, y, line.words, line.size, bold=line.bold, ink=look.ink, align="center")
        text.set_rotation(90 if label.upright else 0)
        if look.hatch:
            text.set_bbox({"facecolor": look.fill, "edgecolor": "none", "pad": 1.0})
        at += line.size * LINE


def _wishes(name: str, box: Box) -> Iterator[Label]:
    """From the best to the least."""
    for size in (LARGE, SMALL):
        yield _level(_wrapped(name, size, box), size)
    if box.width >= WIDE:
        lines = _wrapped(name, SMALL, box)
        yield _level([cut(line, box.width - 2 * MARGIN, SMALL, bold=True) for line in lines], SMALL)
    for size in (SMALL, TINY):
        yield _upright(name, size)
    for less in (_with_initial(name), *_cut(name, box), _initials(name)):
        yield _level([less], SMALL)
        yield _upright(less, SMALL)
        yield _upright(less, TINY)


def _level(lines: Sequence[str], size: float) -> Label:
    return Label(tuple(Line(line, size) for line in lines))


def _upright(words: str, size: float) -> Label:
    return Label((Line(words, size),), upright=True)


def _fits(label: Label, box: Box) -> bool:
    if not all(line.words for line in label.lines):
        return False
    length = max(width(line.words, line.size, bold=line.bold) for line in label.lines)
    along, beside = (box.height, box.width) if label.upright else (box.width, box.height)
    return length + 2 * MARGIN <= along and label.depth + MARGIN / 2 <= beside


def _wrapped(name: str, size: float, box: Box) -> list[str]:
    """Broken at spaces and hyphens; a word that is too long stays so."""
    room = box.width - 2 * MARGIN
    lines: list[str] = []
    for word in WORD.findall(name):
        glue = "" if lines and lines[-1].endswith("-") else " "
        longer = f"{lines[-1]}{glue}{word}" if lines else word
        if lines and width(longer, size, bold=True) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _with_initial(name: str) -> str:
    """`Пётр П.`; nothing for a single word."""
    first, *others = name.split()
    return f"{first} {others[-1][0]}." if others else ""


def _cut(name: str, box: Box) -> list[str]:
    """Level and upright, the longer first."""
    parts = [cut(name, room - 2 * MARGIN, SMALL, bold=True) for room in (box.width, box.height)]
    return sorted(parts, key=len, reverse=True)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split()[:2])
