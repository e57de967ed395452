"""What everybody can ask, in their chat: the menu of commands, and the keyboard of words below it.

The menu is set when somebody comes, and anew where the program, or a scheme, has another one now. The keyboard comes
with a message.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from desk.door import Door
from desk.waiting_leads import asks
from desk.work import Work
from leads.presence import is_in
from leads.rights import Right, headed_by, may
from screens.commands import command_menu
from screens.content import Words
from screens.keyboard import keyboard_of, words_of
from screens.texts import texts_for
from storage import cards, scenes
from storage.kinds import CardKind, Urgency
from storage.people import PersonRow

ASKS = "asks"
"""In a menu's card: whether `Дать лид` stands below the chat."""


def set_menu(work: Work, person: PersonRow) -> None:
    """The chat of `person`, with all of their roles, gets its menu; the card keeps a print of what it is to show."""
    if person.chat is not None:
        payload = {"print": _print(work, person), ASKS: asks(work, person.id)}
        cards.want(work.store, person.chat, CardKind.MENU, person.id, person.id, payload=payload)


def send_keyboard(work: Work, chat: int, subject: str) -> None:
    """The words that can be pressed from now on, with a message that says so; one for each `subject`."""
    person = work.at(chat)
    if person is None or not words_of(person.roles, asks=asks(work, person.id)):
        return
    key = "keyboard"
    if may(person.roles, Right.COME_AND_GO):
        comes = "keyboard-asks" if asks(work, person.id) else "keyboard-in"
        key = comes if _is_in(work, person) else "keyboard-out"
    work.note(chat, f"keyboard:{subject}", key, Urgency.ANSWER)


def keyboard_at(work: Work, chat: int) -> Words:
    """Returns the words below this chat, as they should stand there now; none for a stranger."""
    person = work.at(chat)
    if person is None:
        return ()
    comes_and_goes = may(person.roles, Right.COME_AND_GO)
    is_in = comes_and_goes and _is_in(work, person)
    texts = texts_for(person.locale)
    return keyboard_of(person.roles, texts, is_in=is_in, asks=asks(work, person.id))


def _is_in(work: Work, person: PersonRow) -> bool:
    return is_in(work.office, scenes.read_workers(work.store)[person.id], work.now)


class Menus:
    """Looks after a start, which may be an upgrade that brings more commands or other words for them, and whenever the
    office was changed: who is in which team, and by which scheme it shares.
    """

    def __init__(self, door: Door) -> None:
        self._door = door
        self._seen: int | None = None

    async def look(self, version: int) -> None:
        """Menus that have changed are set anew; whoever has blocked the bot gets theirs with the next /start.

        `version`: of the office; nothing is read where it has been looked at already.
        """
        if self._seen == version:
            return
        if await self._door.read(_untrue):
            await self._door.write(_renew)
        self._seen = version


def _renew(work: Work) -> None:
    """The word `Дать лид` comes and goes with a message: only that brings a keyboard."""
    for person, card in _untrue(work):
        set_menu(work, person)
        now_asks = asks(work, person.id)
        if person.chat and now_asks != card.payload.get(ASKS, False):
            key = "keyboard-pull" if now_asks else "keyboard-no-pull"
            work.note(person.chat, f"{key}:{work.now.isoformat()}", key)


def _untrue(work: Work) -> Sequence[tuple[PersonRow, cards.CardRow]]:
    """Whose menu shows something else than it should, or may do so: older versions kept no print of it."""
    of_chat: dict[int | None, PersonRow] = {p.chat: p for p in work.connected() if p.reachable}
    shown = [(of_chat.get(card.chat), card) for card in cards.of_kind(work.store, CardKind.MENU)]
    return [(p, card) for p, card in shown if p and card.payload.get("print") != _print(work, p)]


def _print(work: Work, person: PersonRow) -> str:
    """Of the commands that somebody is shown, and of the words for them."""
    heads = bool(headed_by(work.office, person.id))
    menu = command_menu(person.roles, texts_for(person.locale), asks=asks(work, person.id), heads=heads)
    return sha256(repr(menu.commands).encode()).hexdigest()[:16]
