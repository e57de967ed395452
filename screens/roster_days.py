"""The buttons under a proposal: its days, the windows of one day, and who can stand in a window."""

from __future__ import annotations

from datetime import timedelta

from screens.assigning import LABEL
from screens.buttons.of_duty import EditRoster
from screens.content import MOST_BUTTONS, Button, Keyboard
from screens.duty import day, wall_duty
from screens.format import listing
from screens.leafing import leaves
from screens.texts import Texts, cut
from screens.views.duty import Editing, EditSlot, OnDuty
from screens.views.leafing import On

IN_A_ROW = 4


def edit_days(roster: int, edit: Editing, texts: Texts) -> Keyboard:
    """Returns one button for each day with a window."""
    days = sorted({(slot.start.date() - edit.first).days for slot in edit.slots})
    buttons = [
        Button(day(edit.first + timedelta(days=n), texts), EditRoster(roster=roster, menu=f"d{n}"))
        for n in days
    ]
    return tuple(tuple(buttons[n : n + IN_A_ROW]) for n in range(0, len(buttons), IN_A_ROW))


def edit_slots(roster: int, edit: Editing, texts: Texts) -> Keyboard:
    """Returns the windows of the day that is open."""
    number = int(edit.menu[1:])
    slots = [slot for slot in edit.slots if (slot.start.date() - edit.first).days == number]
    rows = tuple(
        (Button(_window(slot, texts), EditRoster(roster=roster, menu=f"s{slot.place}")),)
        for slot in slots[: MOST_BUTTONS - 1]
    )
    return (*rows, (_back(roster, "", texts),))


def edit_people(roster: int, edit: Editing, texts: Texts) -> Keyboard:
    """Lists who can stand in the window that is open: a tap puts them there, or takes them away. The window itself, at
    the top, is put away by a tap.
    """
    slot = next(slot for slot in edit.slots if edit.menu == f"s{slot.place}")
    day = f"d{(slot.start.date() - edit.first).days}"
    head = Button(_window(slot, texts), EditRoster(roster=roster, menu=day))

    def button(one: OnDuty) -> Button:
        words = cut(texts.plain("proposal-on" if one.on else "proposal-off", name=one.name), LABEL)
        return Button(words, EditRoster(roster=roster, menu=edit.menu, who=one.key))

    people = leaves(edit.people, edit.leafed, On.PROPOSAL, str(roster), button, texts)
    return ((head,), *people, (_back(roster, day, texts),))


def _window(slot: EditSlot, texts: Texts) -> str:
    who = listing(slot.names) or texts.plain("proposal-nobody")
    span = wall_duty(slot.start, slot.end, texts)
    return cut(texts.plain("proposal-window", duty=span, names=who), LABEL)


def _back(roster: int, menu: str, texts: Texts) -> Button:
    return Button(texts.plain("button-roster-back"), EditRoster(roster=roster, menu=menu))
