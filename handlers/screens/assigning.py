"""The list of managers under a lead: whom to give it to by hand, with load and balance beside each."""

from __future__ import annotations

from handlers.buttons import Assign
from handlers.screen import Button, Keyboard
from handlers.screens.format import balance
from handlers.screens.page import MOST_BUTTONS
from handlers.texts import Texts, cut, units
from handlers.views import Assignee, LeadView, Menu

LABEL = 60  # characters that still fit on a phone in two lines


def assign_menu(view: LeadView, texts: Texts) -> Keyboard:
    """One button, or the open list."""
    if view.menu is not Menu.ASSIGN:
        words = "button-reassign" if view.holder else "button-assign"
        return ((Button(texts.plain(words), Assign(lead=view.lead_id)),),)
    rows = tuple(
        (Button(assignee_label(person, texts), Assign(lead=view.lead_id, who=person.id)),)
        for person in view.assignees[:MOST_BUTTONS]
    )
    away = Button(texts.plain("button-put-away"), Assign(lead=view.lead_id, who="-"))
    return (*rows, (away,))


def assignee_label(person: Assignee, texts: Texts) -> str:
    """`Пётр · 2 в работе · +1,3`, or `🌙 Ольга · пауза`: the name gives way where it is too long."""

    def label(name: str) -> str:
        if person.absence:
            return texts.plain("assignee-absent", name=name, why=texts.plain(f"absent-{person.absence}"))
        return texts.plain("assignee", name=name, load=person.load, balance=balance(person.balance, texts))

    return label(cut(person.name, LABEL - units(label(""))))
