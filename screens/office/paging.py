"""Turning the pages of a pane, and going back from it."""

from __future__ import annotations

from screens.buttons.of_panes import Go, OfficePane
from screens.content import Button, Keyboard
from screens.texts import Texts


def pager(pane: OfficePane, about: str, page: int, pages: int, texts: Texts) -> Keyboard:
    """Returns a row with the pages before and behind this one; none where there is only one. Pages count from 0."""
    if pages < 2:
        return ()
    before, behind = max(page - 1, 0), min(page + 1, pages - 1)
    here = texts.plain("button-page", page=page + 1, pages=pages)
    back = Button(texts.plain("button-back"), Go(pane=pane, about=about, page=before))
    on = Button(texts.plain("button-on"), Go(pane=pane, about=about, page=behind))
    return ((back, Button(here, Go(pane=pane, about=about, page=page)), on),)


def back_button(pane: OfficePane, texts: Texts, about: str = "") -> Button:
    """Goes to the pane from which one has come here."""
    return Button(texts.plain("button-go-back"), Go(pane=pane, about=about))
