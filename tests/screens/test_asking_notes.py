"""A note with buttons for something to be decided waits for a tap, and so comes again where nobody knows of it."""

from __future__ import annotations

from screens.buttons.of_office import Language
from screens.notice import ASKING, notice_screen
from screens.texts import texts_for
from tests.screens.lists_to_show import NOTICES


def test_whatever_waits_for_a_tap_is_named_as_asking() -> None:
    asks = {
        key
        for key, args in NOTICES.items()
        for row in notice_screen(key, args, texts_for("ru")).keyboard
        for button in row
        if not isinstance(button.data, Language)
    }
    assert asks == ASKING
