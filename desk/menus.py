"""What everybody can ask, in their chat: the menu of commands, and the keyboard of words below it.

The menu is set when somebody comes, and anew where the program has another one now. The keyboard comes with a message.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from desk.door import Door
from desk.work import Work
from leads.presence import is_in
from leads.rights import Right, may
from screens.commands import command_menu
from screens.content import Words
from screens.keyboard import keyboard_of, words_of
from screens.texts import texts_for
from storage import cards, scenes
from storage.kinds import CardKind, Urgency
from storage.people import PersonRow


def set_menu(work: Work, person: PersonRow) -> None:
    """The chat of `person`, with all of their roles, gets its menu; the card keeps a print of what it is to show."""
    if person.chat is not None:
        payload = {"print": _print(person)}
        cards.want(work.store, person.chat, CardKind.MENU, person.id, person.id, payload=payload)


def send_keyboard(work: Work, chat: int, subject: str) -> None:
    """The words that can be pressed from now on, with a message that says so; one for each `subject`."""
    person = work.at(chat)
    if person is None or not words_of(person.roles):
        return
    key = "keyboard"
    if may(person.roles, Right.COME_AND_GO):
        key = "keyboard-in" if _is_in(work, person) else "keyboard-out"
    work.note(chat, f"keyboard:{subject}", key, Urgency.ANSWER)


def keyboard_at(work: Work, chat: int) -> Words:
    """Returns the words below this chat, as they should stand there now; none for a stranger."""
    person = work.at(chat)
    if person is None:
        return ()
    comes_and_goes = may(person.roles, Right.COME_AND_GO)
    is_in = comes_and_goes and _is_in(work, person)
    return keyboard_of(person.roles, texts_for(person.locale), is_in=is_in)


def _is_in(work: Work, person: PersonRow) -> bool:
    return is_in(work.office, scenes.read_workers(work.store)[person.id], work.now)


class Menus:
    """Looks once: an upgrade, which may bring more commands or other words for them, is a start of the program."""

    def __init__(self, door: Door) -> None:
        self._door = door
        self._has_looked = False

    async def look(self) -> None:
        """Menus that have changed are set anew; whoever has blocked the bot gets theirs with the next /start."""
        if self._has_looked:
            return
        if await self._door.read(_untrue):
            await self._door.write(_renew)
        self._has_looked = True


def _renew(work: Work) -> None:
    for person in _untrue(work):
        set_menu(work, person)


def _untrue(work: Work) -> Sequence[PersonRow]:
    """Whose menu shows something else than it should, or may do so: older versions kept no print of it."""
    of_chat: dict[int | None, PersonRow] = {p.chat: p for p in work.connected() if p.reachable}
    shown = [(of_chat.get(card.chat), card) for card in cards.of_kind(work.store, CardKind.MENU)]
    return [person for person, card in shown if person and card.payload.get("print") != _print(person)]


def _print(person: PersonRow) -> str:
    """Of the commands that somebody is shown, and of the words for them."""
    menu = command_menu(person.roles, texts_for(person.locale))
    return sha256(repr(menu.commands).encode()).hexdigest()[:16]
