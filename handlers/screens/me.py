"""/me: a manager's own standing."""

from __future__ import annotations

from handlers.screen import Screen
from handlers.screens.format import balance, date_and_clock, listing
from handlers.screens.page import GAP, page
from handlers.texts import Html, Texts
from handlers.views import MeView
from leads.presence import Absence


def me_screen(view: MeView, texts: Texts) -> Screen:
    shares = [_share(name, owed, place, texts) for name, owed, place in view.segments]
    return Screen(
        page(
            texts("me-title", name=view.name),
            _presence(view, texts),
            _open(view, texts),
            texts("me-today", offered=view.offered, claimed=view.claimed, won=view.won),
            *(
                [GAP, texts("me-shares"), *shares, texts("balance-legend")]
                if shares
                else [texts("me-no-segments")]
            ),
        )
    )


def _presence(view: MeView, texts: Texts) -> Html:
    if view.absence is None:
        return texts("you-present")
    if view.absence is Absence.LEAVE and view.leave_until:
        return texts("you-leave-until", until=date_and_clock(view.leave_until, view.timezone, texts))
    return texts(f"you-{view.absence}")


def _open(view: MeView, texts: Texts) -> Html:
    numbers = listing(f"№{number}" for number in view.open_leads)
    if not numbers:
        return texts("me-open-none")
    if view.capacity is None:
        return texts("me-open", count=len(view.open_leads), numbers=numbers)
    return texts("me-open-of", count=len(view.open_leads), capacity=view.capacity, numbers=numbers)


def _share(name: str, owed: float, place: int | None, texts: Texts) -> Html:
    if place is None:
        return texts("me-share", segment=name, balance=balance(owed, texts))
    return texts("me-share-place", segment=name, balance=balance(owed, texts), place=place)
