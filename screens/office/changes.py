"""What was changed of the set-up, by whom and when; and taking it back."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any, Final

from screens.assigning import LABEL
from screens.buttons.of_panes import Go, OfficePane, TakeBack
from screens.content import GAP, Button, Keyboard, Screen, page
from screens.format import date_and_clock, listing
from screens.office.file_words import key_words, said_words, shift_words
from screens.office.paging import back_button, pager
from screens.texts import Html, Texts, cut
from screens.views.office_panes import ChangeRow, ChangesView, ChangeView, DifferenceRow, Names

ORDER: Final = ""  # of a list, beside the ids of what is in it
PEOPLE_LISTS: Final = frozenset({"members", "heads"})
"""Of these is told who came and who went, and not who stays."""
MOST_IN_LIST: Final = 6  # differences of one change, where all changes are listed
LONGEST_WORDS: Final = 300


def changes_screen(view: ChangesView, texts: Texts) -> Screen:
    if not view.rows:
        return Screen(
            page(texts("changes-title"), texts("changes-none")), ((back_button(OfficePane.FRONT, texts),),)
        )
    blocks = [line for row in view.rows for line in (GAP, *_lines(row, view, texts, MOST_IN_LIST))]
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


def _lines(
    row: ChangeRow, view: ChangesView | ChangeView, texts: Texts, most: int | None = None
) -> list[Html]:
    """`most`: so many differences are told, and how many more there are."""
    shown = row.differences if most is None else row.differences[:most]
    more = len(row.differences) - len(shown)
    return [
        texts("changes-head", head=_head(row, view, texts)),
        *(difference_words(one, view.names, texts) for one in shown),
        *([texts("changes-more", count=more)] if more else []),
    ]


def difference_words(row: DifferenceRow, names: Names, texts: Texts) -> Html:
    """Says one difference of two set-ups: `Пётр Петров · Вес: 1 → 1,5`."""
    part, key = row.path[0], row.path[-1]
    if key == ORDER:
        before, after = (_long(listing(map(names.of(part), ids))) for ids in (row.before, row.after))
        return texts("change-is", what=texts.plain(f"change-order-{part}"), before=before, after=after)
    if row.whole:
        came = row.before is None
        what = _whole(part, row.after if came else row.before, row.name, names, texts)
        return texts(f"change-{'came' if came else 'went'}-{part}", what=_long(what))
    words = key_words(part, key, texts)
    what = texts.plain("change-of", name=row.name, what=words) if row.name else words
    if key in PEOPLE_LISTS:
        return texts("change-in", what=what, words=_long(_came_and_went(row, names, texts)))
    before, after = (_long(said_words(part, key, one, names, texts)) for one in (row.before, row.after))
    return texts("change-is", what=what, before=before, after=after)


def _whole(part: str, table: Mapping[str, Any], name: str, names: Names, texts: Texts) -> str:
    if part == "shifts":
        return shift_words(table, names, texts)
    roles = listing(texts.plain(f"role-{role}") for role in table.get("roles", ()))
    return texts.plain("change-of", name=name, what=roles) if roles else name


def _came_and_went(row: DifferenceRow, names: Names, texts: Texts) -> str:
    before, after = row.before or [], row.after or []
    came = [f"+ {names.person(who)}" for who in after if who not in before]
    went = [f"− {names.person(who)}" for who in before if who not in after]
    return listing([*came, *went]) or texts.plain("change-other-order")


def _long(words: str) -> Html:
    """What is told of a change is told at some length."""
    return Html(escape(cut(words, LONGEST_WORDS), quote=False))
