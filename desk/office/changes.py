"""The history of the set-up: who has changed what, and taking it back."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from desk.actor import Actor, Reply
from desk.answers import show_office
from desk.changing import as_change, change, document_of
from desk.door import Door
from desk.office.spots import counting
from desk.work import Work
from files.office_file.changes import Change
from files.office_file.dumping import Document
from files.office_file.editing import taken_back
from leads.refusals import Refusal, Refused
from leads.rights import Right
from screens.buttons.of_panes import OfficePane
from screens.views.office_panes import ChangeRow, ChangesView, ChangeView, DifferenceRow, Names
from storage import changes, offices, people

ON_A_PAGE: Final = 8
A_NUMBER: Final = re.compile(r"[0-9]{1,12}")


@dataclass(frozen=True, slots=True)
class Changes:
    door: Door

    async def take_back(self, actor: Actor, id: int) -> Reply:
        """Puts back all that one change has changed; refused where any of it is something else by now."""

        def case(work: Work) -> Reply:
            kept = changes.find(work.store, id)
            if kept is None:
                raise Refused(Refusal.CHANGED_SINCE)
            differences = [as_change(one) for one in kept.differences]
            change(work, actor.person or "", lambda document: _back(document, differences))
            show_office(work, actor, OfficePane.CHANGES)
            return Reply(done="change-taken-back")

        return await self.door.do(actor, Right.SET_UP, case)


def _back(document: Document, differences: list[Change]) -> None:
    """Raises Refused."""
    for one in reversed(differences):
        if not taken_back(document, one):
            raise Refused(Refusal.CHANGED_SINCE)


def changes_view(work: Work, page: int) -> ChangesView:
    """Shows a page of them, from 0; the last one where there are fewer."""
    pages = max(1, -(-changes.count(work.store) // ON_A_PAGE))
    page = min(page, pages - 1)
    rows = changes.newest(work.store, ON_A_PAGE, page * ON_A_PAGE)
    names = people.names(work.store)
    shown = tuple(_row(row, names) for row in rows)
    return ChangesView(work.office.timezone, shown, page, pages, names_in(work))


def change_view(work: Work, about: str) -> ChangeView | None:
    """Shows one; None for whatever is none."""
    kept = changes.find(work.store, int(about)) if A_NUMBER.fullmatch(about) else None
    if kept is None:
        return None
    row = _row(kept, people.names(work.store))
    stands = _stands(work, [as_change(one) for one in kept.differences])
    return ChangeView(work.office.timezone, row, stands, names_in(work))


def names_in(work: Work) -> Names:
    """Returns how all are called whom a file names, also those who have left."""
    office = work.office
    return Names(
        people.names(work.store),
        {segment.id: segment.name for segment in office.segments},
        {source.id: source.name for source in office.sources},
    )


def _stands(work: Work, differences: list[Change]) -> bool:
    document = document_of(offices.read_office(work.store))
    try:
        return all(taken_back(document, one) for one in reversed(differences))
    except KeyError:
        return False


def _row(kept: changes.ChangeRow, names: dict[str, str]) -> ChangeRow:
    differences = tuple(difference_row(one) for one in map(as_change, kept.differences))
    return ChangeRow(kept.id, kept.at, names.get(kept.person or ""), differences)


def difference_row(one: Change) -> DifferenceRow:
    """What a segment's own table leaves out has the value that counts then."""
    before, after = (counting(one.path, value) for value in (one.before, one.after))
    return DifferenceRow(one.path, before, after, one.name, one.whole)
