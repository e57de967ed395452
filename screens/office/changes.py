"""What was changed of the set-up, by whom and when; and taking it back."""

from __future__ import annotations

from typing import Any

from screens.assigning import LABEL
from screens.buttons.of_panes import Go, OfficePane, TakeBack
from screens.content import GAP, Button, Keyboard, Screen, page
from screens.format import date_and_clock
from screens.office.paging import back_button, pager
from screens.texts import Html, Texts, cut
from screens.views.office_panes import ChangeRow, ChangesView, ChangeView, DifferenceRow


def changes_screen(view: ChangesView, texts: Texts) -> Screen:
    if not view.rows:
        return Screen(
            page(texts("changes-title"), texts("changes-none")), ((back_button(OfficePane.FRONT, texts),),)
        )
    blocks = [line for row in view.rows for line in (GAP, *_lines(row, view, texts))]
    buttons: Keyboard = tuple(
        (Button(cut(_head(row, view, texts), LABEL), Go(pane=OfficePane.CHANGE, about=str(row.id))),)
        for row in view.rows
    )
    turning = pager(OfficePane.CHANGES, "", view.page, view.pages, texts)
    text = page(texts("changes-title"), *blocks)
    return Screen(text, (*buttons, *turning, (back_button(OfficePane.FRONT, texts),)))


def change_screen(view: ChangeView, texts: Texts) -> Screen:
    lines = _lines(view.row, view, texts)
    back = (back_button(OfficePane.CHANGES, texts),)
    if not view.stands:
        return Screen(page(*lines, GAP, texts("change-is-old")), (back,))
    take = Button(texts.plain("button-take-back-change"), TakeBack(change=view.row.id))
    return Screen(page(*lines), ((take,), back))


def _head(row: ChangeRow, view: ChangesView | ChangeView, texts: Texts) -> str:
    when = date_and_clock(row.at, view.timezone, texts)
    return f"{when} · {row.who or texts.plain('changes-by-file')}"


def _lines(row: ChangeRow, view: ChangesView | ChangeView, texts: Texts) -> tuple[Html, ...]:
    head = texts("changes-head", head=_head(row, view, texts))
    return head, *(_difference(one, texts) for one in row.differences)


def _difference(row: DifferenceRow, texts: Texts) -> Html:
    what = " · ".join((row.name, row.path[-1])) if row.name and not row.whole else row.name or row.path[-1]
    if row.whole:
        return texts("change-came" if row.before is None else "change-went", what=what)
    return texts(
        "change-is", what=what, before=value_words(row.before, texts), after=value_words(row.after, texts)
    )


def value_words(value: Any, texts: Texts) -> str:
    """Says a value as an office file spells it."""
    match value:
        case None:
            return texts.plain("value-none")
        case bool():
            return texts.plain("value-yes" if value else "value-no")
        case list():
            return ", ".join(value_words(one, texts) for one in value) or texts.plain("value-none")
        case dict():
            return ", ".join(f"{key} {value_words(one, texts)}" for key, one in value.items())
    return str(value)
