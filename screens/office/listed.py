"""People of a list, before they are made: who they will be, and which lines cannot be."""

from __future__ import annotations

from screens.buttons.of_panes import Go, OfficePane
from screens.buttons.of_people import MakeListed
from screens.content import GAP, Button, Screen, page
from screens.format import listing
from screens.office.paging import back_button
from screens.texts import Html, Texts
from screens.views.inviting import ListedRow, ListedView


def listed_screen(view: ListedView, texts: Texts) -> Screen:
    """Asks for the file; then shows what is in it, and one tap makes them all."""
    back = (back_button(OfficePane.INVITING, texts),)
    if not view.rows:
        refused = texts("list-refused") if view.refused else None
        return Screen(page(texts("list-title"), GAP, refused, texts("list-about")), (back,))
    good = sum(row.problem is None for row in view.rows)
    text = page(
        texts("list-title"),
        texts("list-count", count=good, of=len(view.rows)),
        GAP,
        *(_row(row, texts) for row in view.rows),
    )
    make = Button(texts.plain("button-make-listed", count=good), MakeListed(), style="primary")
    no = Button(texts.plain("button-person-no"), Go(pane=OfficePane.INVITING))
    return Screen(text, (*(((make,),) if good else ()), (no,)))


def _row(row: ListedRow, texts: Texts) -> Html:
    if row.problem:
        why = texts.plain(f"list-{row.problem}", words=row.words)
        return texts("list-bad", name=row.name, why=why)
    role = texts.plain(f"role-{row.role}")
    return texts("list-good", name=row.name, what=listing(filter(None, (role, *row.segments))))
