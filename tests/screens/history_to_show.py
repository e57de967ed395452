"""A lead's history as it may look, for the tests that look at every window."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta

from leads.client import Client, TouchKind
from leads.lead import Outcome, State
from screens.content import Screen
from screens.history import history_screen
from screens.texts import Texts
from screens.views.history import EarlierLead, HistoryView
from screens.views.lead import Menu, Seat, TouchView
from tests.screens.leads_to_show import HELD, NOW, PETROV, SECRETARY, STORY, UNDONE, but

BEGUN = TouchView(
    TouchKind.FIRST,
    NOW - timedelta(days=40),
    SECRETARY,
    Client(text="windows <b>& doors", attachments={"photo": 2}),
)
REASON = TouchView(TouchKind.REASON, NOW, PETROV, Client(text="too far & <i>late"))
LONG = TouchView(TouchKind.NOTE, NOW, PETROV, Client(text="<&> a tree 🎄 " * 900))
OTHERS = (
    EarlierLead(12, NOW - timedelta(days=90), PETROV, State.CLOSED, Outcome.WON, 12000000),
    EarlierLead(11, NOW - timedelta(days=91), PETROV, State.CLOSED, Outcome.WON, None),
    EarlierLead(9, NOW - timedelta(days=99), None, State.CLOSED, Outcome.LOST, None),
    EarlierLead(8, NOW, "An <i>& more", State.HELD, None, None),
    EarlierLead(3, None, None, State.WITHDRAWN, None, None),
)
VIEW = but(HELD, seat=Seat.HOLDER, menu=Menu.HISTORY)
HISTORIES: Mapping[str, HistoryView] = {
    "short": HistoryView((BEGUN, *UNDONE), (), 1),
    "of a known client": HistoryView((BEGUN, *STORY, REASON), OTHERS, 1),
    "the first page": HistoryView((BEGUN, *STORY, LONG), OTHERS, 1),
    "a page between": HistoryView((BEGUN, *STORY, LONG), OTHERS, 2),
    "a page that is no more": HistoryView((BEGUN, *STORY, LONG), OTHERS, 99),
    "many other leads": HistoryView((), OTHERS * 20, 2),
}


def windows(texts: Texts) -> Iterator[tuple[str, Screen]]:
    for name, history in HISTORIES.items():
        yield f"history, {name}", history_screen(VIEW, history, texts)
