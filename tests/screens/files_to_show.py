"""The pane of the office file, for the tests that look at every window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from screens.content import Screen
from screens.office.office_file import file_screen
from screens.texts import Texts
from screens.views.office_file import FileView, PlanLine, ProblemLine
from tests.screens.panes_to_show import DIFFERENCES, NAMES

ASKS = ("takes-away", "takes-away-by-link", "undoes", "may-undo")
LINES = tuple(PlanLine(row, ASKS[n] if n < len(ASKS) else None) for n, row in enumerate(DIFFERENCES[:15]))
PLAN = FileView("office.toml", LINES, asking=4, page=1, pages=3, names=NAMES)
PROBLEMS = (
    ProblemLine(7, "office.ack_timeaut", 'unknown key; did you mean "ack_timeout"?'),
    ProblemLine(1, "", "is not TOML: Unexpected end of file"),
    ProblemLine(12, "people[1].weight", "must be above zero"),
)


def windows(texts: Texts) -> Iterator[tuple[str, Screen]]:
    yield "file", file_screen(FileView(), texts)
    yield "file, plan", file_screen(PLAN, texts)
    yield "file, plan of another office", file_screen(replace(PLAN, is_old=True, pages=1, page=0), texts)
    quiet = replace(PLAN, lines=LINES[4:], asking=0, pages=1, page=0)
    yield "file, plan that asks nothing", file_screen(quiet, texts)
    yield "file, same", file_screen(FileView("office.toml"), texts)
    broken = FileView("office.toml", problems=PROBLEMS, more_problems=3)
    yield "file, broken", file_screen(broken, texts)
    yield "file, broken once", file_screen(replace(broken, more_problems=0), texts)
