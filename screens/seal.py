"""The evening's seal: what vouches for the whole ledger, and what to do with it. Of it nothing can be cut off."""

from __future__ import annotations

from datetime import date

from screens.content import Screen
from screens.format import long_date
from screens.page import page
from screens.texts import Texts


def seal_screen(day: date, head: str, texts: Texts) -> Screen:
    """`head`: `NUMBER:SEAL` as it is published; a tap on it copies it, `verify --head` takes it."""
    return Screen(
        page(
            texts("seal-title", day=long_date(day, texts)),
            texts("seal-head", head=head),
            texts("seal-keep"),
        )
    )
