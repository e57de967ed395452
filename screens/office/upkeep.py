"""How old the last copy of the database is, and whether the ledger holds; it is verified with a tap."""

from __future__ import annotations

from screens.buttons.of_care import VerifyNow
from screens.buttons.of_panes import OfficePane
from screens.content import GAP, Button, Screen, page
from screens.format import date_and_clock, rough
from screens.office.paging import back_button
from screens.office.terminal_words import finding_words
from screens.texts import Html, Texts
from screens.views.upkeep import UpkeepView


def upkeep_screen(view: UpkeepView, texts: Texts) -> Screen:
    text = page(
        texts("upkeep-title"),
        GAP,
        texts("upkeep-copies"),
        *_copies(view, texts),
        texts("upkeep-never-here"),
        GAP,
        texts("upkeep-ledger"),
        texts("upkeep-head", entries=view.entries, head=view.head) if view.head else None,
        *_verified(view, texts),
        GAP,
        texts("upkeep-running" if view.is_running else "upkeep-about"),
    )
    verify = (Button(texts.plain("button-verify"), VerifyNow(), style="primary"),)
    buttons = () if view.is_running else (verify,)
    return Screen(text, (*buttons, (back_button(OfficePane.FRONT, texts),)))


def _copies(view: UpkeepView, texts: Texts) -> tuple[Html, ...]:
    if not view.copies:
        return (texts("upkeep-postgresql"),)
    copy = view.backup
    if copy is None:
        return texts("upkeep-no-copy"), texts("upkeep-how")
    at, age = date_and_clock(copy.at, view.timezone, texts), rough(copy.age, texts)
    last = texts("upkeep-copy", at=at, age=age, leads=copy.leads)
    return last, texts("upkeep-place", place=copy.place), texts("upkeep-how")


def _verified(view: UpkeepView, texts: Texts) -> tuple[Html, ...]:
    found = view.verified
    if found is None:
        return (texts("upkeep-unverified"),)
    at = date_and_clock(found.at, view.timezone, texts)
    if not found.count:
        return (texts("upkeep-holds", at=at, entries=found.entries, head=found.head),)
    return (
        texts("upkeep-broken", at=at, count=found.count),
        *(texts("upkeep-problem", where=finding_words(one, texts), problem=one) for one in found.problems),
    )
