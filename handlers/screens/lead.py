"""One lead as one person sees it, by the seat he has."""

from __future__ import annotations

from dataclasses import replace

from handlers.screen import Screen
from handlers.screens.draft import secretary_screen
from handlers.screens.head import head_screen
from handlers.screens.holder import holder_screen
from handlers.screens.offer import bystander_screen, declined_screen, offer_screen
from handlers.texts import Texts
from handlers.views.lead import LeadView, Seat
from leads.scene import State


def lead_screen(view: LeadView, texts: Texts) -> Screen:
    screen = _SCREENS[view.seat](view, texts)
    is_over = view.state is State.CLOSED and view.client.erased is not None
    return replace(screen, only_edits=True) if is_over else screen


_SCREENS = {
    Seat.SECRETARY: secretary_screen,
    Seat.OFFERED: offer_screen,
    Seat.DECLINED: declined_screen,
    Seat.HOLDER: holder_screen,
    Seat.HEAD: head_screen,
    Seat.BYSTANDER: bystander_screen,
}
