"""Updates that could not be handled, from /office: tried again with one tap, or let go."""

from __future__ import annotations

from screens.buttons import Aside, AsideDeed
from screens.content import Button, Keyboard, Screen
from screens.format import date_and_clock
from screens.page import GAP, page
from screens.texts import Html, Texts
from screens.views.aside import AsideRow, AsideView, Kind


def aside_screen(view: AsideView, texts: Texts) -> Screen:
    back = (Button(texts.plain("button-put-away"), Aside(deed=AsideDeed.HIDE)),)
    if not view.rows:
        return Screen(texts("aside-none"), (back,))
    text = page(
        texts("aside-title", count=len(view.rows) + view.more),
        texts("aside-about"),
        GAP,
        *(_row(place, row, view, texts) for place, row in enumerate(view.rows, 1)),
        texts("aside-more", count=view.more) if view.more else None,
    )
    return Screen(text, (*(_buttons(place, row, texts) for place, row in enumerate(view.rows, 1)), back))


def aside_button(count: int, texts: Texts) -> Keyboard:
    """The way in; nothing where nothing is set aside."""
    if not count:
        return ()
    return ((Button(texts.plain("button-aside", count=count), Aside(deed=AsideDeed.SHOW)),),)


def _row(place: int, row: AsideRow, view: AsideView, texts: Texts) -> Html:
    when, kind = date_and_clock(row.at, view.timezone, texts), texts.plain(f"aside-kind-{row.kind}")
    return texts("aside-row", place=place, at=when, kind=kind, error=row.error)


def _buttons(place: int, row: AsideRow, texts: Texts) -> tuple[Button, ...]:
    again = Aside(deed=AsideDeed.RETRY, update=row.update)
    gone = Aside(deed=AsideDeed.LET_GO, update=row.update)
    let_go = Button(texts.plain("button-aside-let-go", place=place), gone)
    if row.kind is Kind.UNREADABLE:
        return (let_go,)
    return Button(texts.plain("button-aside-retry", place=place), again), let_go
