"""The keyboard of words under the chat: what stands on it for each role, and which command a word is.

Nobody has to type a command. A word that is typed by hand does the same, in either language: whoever has changed theirs
still has the old keyboard for a moment.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from itertools import pairwise
from typing import Final

from leads.office import Role
from leads.words import folded
from screens.commands import ORDER, Command
from screens.content import Words
from screens.texts import LOCALES, Texts, texts_for

WORDS: Final[Mapping[Role, tuple[Command, ...]]] = {
    Role.SECRETARY: (Command.TODAY, Command.FIND),
    Role.MANAGER: (Command.PULL, Command.MINE, Command.ON, Command.OFF, Command.QUEUE),
    Role.HEAD: (Command.LEADS, Command.FIND, Command.REPORT, Command.OFFICE),
    Role.DIRECTOR: (Command.REPORT, Command.LEADS, Command.FIND),
    Role.ADMIN: (Command.OFFICE,),
}
"""In their order. Of coming and going one stands there: the one that can be done now. Asking for a lead: who can."""

assert WORDS.keys() == set(Role), "each role has its words"

IN_A_ROW: Final = 3


def words_of(roles: Collection[Role], *, asks: bool) -> tuple[Command, ...]:
    """Returns whatever stands on the keyboard of somebody with these roles, at one time or another.

    `asks`: whether they are in a team whose leads are asked for.
    """
    words = dict.fromkeys(word for role in ORDER if role in roles for word in WORDS[role])
    return tuple(word for word in words if asks or word is not Command.PULL)


def keyboard_of(roles: Collection[Role], texts: Texts, *, is_in: bool, asks: bool) -> Words:
    """Returns the rows of keys. `is_in`: whether leads come to them, so that a pause is what they can take."""
    hidden = Command.ON if is_in else Command.OFF
    shown = [texts.plain(f"word-{word}") for word in words_of(roles, asks=asks) if word is not hidden]
    rows = -(-len(shown) // IN_A_ROW)
    ends = [len(shown) * n // rows for n in range(rows + 1)] if rows else []
    return tuple(tuple(shown[start:end]) for start, end in pairwise(ends))


def command_said(text: str) -> Command | None:
    """Returns the command whose word this is, and nothing else; None for any other text."""
    return _by_word().get(folded(text)) if len(text) <= _longest() else None


@cache
def _by_word() -> Mapping[str, Command]:
    return {folded(words): command for words, command in _every_word()}


@cache
def _longest() -> int:
    return max(len(words) for words, _ in _every_word()) + 2  # a telephone puts a space behind a word


def _every_word() -> Iterator[tuple[str, Command]]:
    for locale in LOCALES:
        for command in words_of(ORDER, asks=True):
            yield texts_for(locale).plain(f"word-{command}"), command
