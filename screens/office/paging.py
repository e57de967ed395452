"""Turning the pages of a pane, and going back from it."""

from __future__ import annotations

from screens.buttons.of_panes import Go, OfficePane
from screens.content import Button, Keyboard
from screens.leafing import turning
from screens.texts import Texts


def pager(pane: OfficePane, about: str, page: int, pages: int, texts: Texts) -> Keyboard:
    """Returns a row with the pages before and behind this one; none where there is only one. Pages count from 0."""
    return turning(page, pages, lambda to: Go(pane=pane, about=about, page=to), texts)


def back_button(pane: OfficePane, texts: Texts, about: str = "") -> Button:
    """Goes to the pane from which one has come here."""
    return Button(texts.plain("button-go-back"), Go(pane=pane, about=about))
