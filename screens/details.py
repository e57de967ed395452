"""The button that opens what a card keeps behind it, and closes that again."""

from __future__ import annotations

from screens.buttons.of_sight import Detailed, Details
from screens.content import Button
from screens.texts import Texts


def details_button(card: Detailed, texts: Texts, *, opened: bool, number: int = 0) -> Button:
    """`number`: of the lead that the card is about, if it is about one."""
    words = texts.plain("button-details-close" if opened else "button-details")
    return Button(words, Details(card=card, opened=not opened, number=number))
