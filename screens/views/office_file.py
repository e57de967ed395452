"""An office file that was sent: what is wrong with it, or what it would change."""

from __future__ import annotations

from dataclasses import dataclass, field

from screens.views.office_panes import DifferenceRow, Names


@dataclass(frozen=True, slots=True)
class PlanLine:
    """`asks`: why somebody has to think before they say yes, by its code; None: nobody has to."""

    row: DifferenceRow
    asks: str | None = None


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """As `files.office_file.Problem` has it: a sentence in the words of the terminal."""

    line: int
    field: str
    message: str


@dataclass(frozen=True, slots=True)
class FileView:
    """`name`: of the file that was sent; None: none was. `asking`: so many lines ask, over all pages.

    `is_old`: the office was changed since the plan was made.
    """

    name: str | None = None
    lines: tuple[PlanLine, ...] = ()
    asking: int = 0
    page: int = 0
    pages: int = 1
    problems: tuple[ProblemLine, ...] = ()
    more_problems: int = 0
    is_old: bool = False
    names: Names = field(default_factory=Names)
