"""One lead as one person sees it, by the seat he has."""

from __future__ import annotations

from handlers.screen import Screen
from handlers.screens.draft import secretary_screen
from handlers.screens.head import head_screen
from handlers.screens.holder import holder_screen
from handlers.screens.offer import bystander_screen, declined_screen, offer_screen
from handlers.texts import Texts
from handlers.views import LeadView, Seat


def lead_screen(view: LeadView, texts: Texts) -> Screen:
    return _SCREENS[view.seat](view, texts)


_SCREENS = {
    Seat.SECRETARY: secretary_screen,
    Seat.OFFERED: offer_screen,
    Seat.DECLINED: declined_screen,
    Seat.HOLDER: holder_screen,
    Seat.HEAD: head_screen,
    Seat.BYSTANDER: bystander_screen,
}
