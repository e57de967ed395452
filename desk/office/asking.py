"""What somebody who is asked for a value of the set-up may send: words, or what a telephone sends of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from contacts.reading import Letter
from desk import questions
from desk.actor import Actor
from desk.changing import Edit, change
from desk.work import Work
from leads.refusals import Refused


@dataclass(frozen=True, slots=True)
class SharedPerson:
    """A person whom Telegram's own picker, or a contact, has named. `account`: None where they are not in Telegram."""

    account: int | None
    name: str


@dataclass(frozen=True, slots=True)
class SentFile:
    """`name`: as its sender calls it; `data`: empty where it is too large to be brought at once; `id`: Telegram's."""

    name: str
    data: bytes
    id: str = ""


@dataclass(frozen=True, slots=True)
class Said:
    """One message. `text`: empty where there are no words; `place`: latitude and longitude of a shared location.

    `message`: Telegram's number of it in its chat. `letter`: all of it, as it would be read of a client.
    """

    text: str = ""
    people: tuple[SharedPerson, ...] = ()
    place: tuple[float, float] | None = None
    file: SentFile | None = None
    message: int = 0
    letter: Letter | None = None


def change_or_ask_again(work: Work, actor: Actor, about: Mapping[str, Any], edit: Edit) -> bool:
    """Makes the change, and tells whether it is one; where what was typed is none, it is asked for again."""
    who = actor.person or ""
    try:
        change(work, who, edit)
    except Refused:
        questions.ask_of_office(work, who, {**about, "refused": True})
        return False
    questions.stop_asking(work, who)
    return True
