"""One lead as one person sees it, by the seat he has."""

from __future__ import annotations

from dataclasses import replace

from leads.lead import State
from screens.content import Screen
from screens.draft import secretary_screen
from screens.head import head_screen
from screens.holder import holder_screen
from screens.offer import bystander_screen, declined_screen, offer_screen
from screens.texts import Texts
from screens.views.lead import LeadView, Seat


def lead_screen(view: LeadView, texts: Texts) -> Screen:
    screen = _SCREENS[view.seat](view, texts)
    is_over = view.lead.state is State.CLOSED and view.lead.erased is not None
    return replace(screen, only_edits=True) if is_over else screen


_SCREENS = {
    Seat.SECRETARY: secretary_screen,
    Seat.OFFERED: offer_screen,
    Seat.DECLINED: declined_screen,
    Seat.HOLDER: holder_screen,
    Seat.HEAD: head_screen,
    Seat.BYSTANDER: bystander_screen,
}
