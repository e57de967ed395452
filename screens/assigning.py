"""The list of managers under a lead: whom to give it to by hand, with what is known of each beside the name."""

from __future__ import annotations

from collections.abc import Callable

from screens.buttons.base import CallbackData
from screens.buttons.of_lead import Assign
from screens.content import Button, Keyboard, page
from screens.format import balance, percent
from screens.leafing import leaf_words, leaves
from screens.texts import Html, Texts, cut, units
from screens.views.lead import Assignee, LeadView, Menu
from screens.views.leafing import On

LABEL = 60  # characters that still fit on a phone in two lines


def assign_menu(view: LeadView, texts: Texts) -> Keyboard:
    """Returns one button, or the open list."""
    if view.menu is not Menu.ASSIGN:
        words = "button-reassign" if view.holder else "button-assign"
        return ((Button(texts.plain(words), Assign(lead=view.lead.id)),),)
    away = Button(texts.plain("button-put-away"), Assign(lead=view.lead.id, who="-"))
    return (*assign_list(view, texts), (away,))


def legend(view: LeadView, texts: Texts) -> Html | None:
    """Tells what the figures beside the names are; nothing where no list is open."""
    if not view.assignees:
        return None
    fair = any(person.fair for person in view.assignees)
    figures = texts("choose-legend-fair" if fair else "choose-legend")
    return page(figures, leaf_words(view.assignees, view.leafed, texts))


def assign_list(view: LeadView, texts: Texts) -> Keyboard:
    return assignee_list(view, lambda who: Assign(lead=view.lead.id, who=who), texts)


def assignee_list(view: LeadView, data: Callable[[str], CallbackData], texts: Texts) -> Keyboard:
    """Returns everybody among whom somebody chooses for this lead; `data`: what a tap on this person does."""

    def button(person: Assignee) -> Button:
        return Button(assignee_label(person, texts), data(person.id))

    return leaves(view.assignees, view.leafed, On.LEAD, str(view.lead.id), button, texts)


def assignee_label(person: Assignee, texts: Texts) -> str:
    """`⚖️ Пётр · 2 в работе · +1,3 · 31 %`, or `🌙 Ольга · пауза`: the name gives way where it is too long."""

    def label(name: str) -> str:
        if person.absence:
            return texts.plain("assignee-absent", name=name, why=texts.plain(f"absent-{person.absence}"))
        words = texts.plain("assignee", name=name, load=person.load, balance=balance(person.balance, texts))
        if person.conversion is not None:
            words = texts.plain("assignee-rate", words=words, rate=percent(person.conversion, texts))
        return texts.plain("assignee-fair", words=words) if person.fair else words

    return label(cut(person.name, LABEL - units(label(""))))
