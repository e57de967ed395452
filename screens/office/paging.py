"""Turning the pages of a pane, and going back from it."""

from __future__ import annotations

from collections.abc import Callable

from screens.buttons.base import CallbackData
from screens.buttons.of_panes import Go, OfficePane
from screens.content import Button, Keyboard
from screens.texts import Texts


def pager(pane: OfficePane, about: str, page: int, pages: int, texts: Texts) -> Keyboard:
    """Returns a row with the pages before and behind this one; none where there is only one. Pages count from 0."""
    return turning(page, pages, lambda to: Go(pane=pane, about=about, page=to), texts)


def turning(page: int, pages: int, to: Callable[[int], CallbackData], texts: Texts) -> Keyboard:
    """Does what `pager` does by buttons of another class; `to`: the one that shows a page.

    Whatever is tapped turns a page: there is no arrow at an end, and from the last the number leads to the first.
    """
    if pages < 2:
        return ()
    here = Button(texts.plain("button-page", page=page + 1, pages=pages), to((page + 1) % pages))
    back = (Button(texts.plain("button-back"), to(page - 1)),) if page > 0 else ()
    on = (Button(texts.plain("button-on"), to(page + 1)),) if page < pages - 1 else ()
    return ((*back, here, *on),)


def back_button(pane: OfficePane, texts: Texts, about: str = "") -> Button:
    """Goes to the pane from which one has come here."""
    return Button(texts.plain("button-go-back"), Go(pane=pane, about=about))
