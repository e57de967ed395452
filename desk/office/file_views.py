"""The pane of the office file, and the file itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from desk.changing import as_change
from desk.office.changes import difference_row, names_in
from desk.office.file import office_text
from desk.page import Page
from desk.work import Work
from files.office_file.plan import Asks
from screens.content import Document, Screen
from screens.office.office_file import file_document, file_screen
from screens.views.office_file import FileView, PlanLine, ProblemLine
from screens.views.office_panes import Names
from storage import offices
from storage.people import PersonRow

ON_A_PAGE: Final = 15
ASKS: Final = {
    Asks.TAKES_AWAY: "takes-away",
    Asks.TAKES_AWAY_BY_LINK: "takes-away-by-link",
    Asks.UNDOES: "undoes",
    Asks.MAY_UNDO: "may-undo",
}


def file_pane(page: Page, _: PersonRow) -> Screen:
    return file_screen(file_view(page), page.texts)


def file_card(page: Page, _: PersonRow) -> Document:
    return file_document(office_text(page.work), page.texts)


def file_view(page: Page) -> FileView:
    args = page.args
    problems = tuple(ProblemLine(**one) for one in args.get("problems", ()))
    if problems or "lines" not in args:
        return FileView(args.get("name"), problems=problems, more_problems=args.get("more", 0))
    lines = sorted((_line(*one) for one in args["lines"]), key=lambda line: line.asks is None)
    pages = max(1, -(-len(lines) // ON_A_PAGE))
    here = min(args["page"], pages - 1)
    return FileView(
        name=args["name"],
        lines=tuple(lines[here * ON_A_PAGE : (here + 1) * ON_A_PAGE]),
        asking=sum(line.asks is not None for line in lines),
        page=here,
        pages=pages,
        is_old=offices.version(page.work.store) != args["version"],
        names=_with_new(page.work, lines),
    )


def _line(difference: dict[str, Any], asks: str | None) -> PlanLine:
    return PlanLine(difference_row(as_change(difference)), ASKS[Asks[asks]] if asks else None)


def _with_new(work: Work, lines: list[PlanLine]) -> Names:
    """Whom and what the file brings is called as it says."""
    found = names_in(work)
    for part in ("people", "segments", "sources"):
        new = {
            line.row.path[1]: line.row.name for line in lines if line.row.whole and line.row.path[0] == part
        }
        found = replace(found, **{part: {**new, **getattr(found, part)}})
    return found
