"""/help: what somebody with these roles can do here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from leads.office import Role
from screens.commands import ORDER, Command, language_buttons, shown_of
from screens.content import GAP, Screen, page
from screens.format import listing
from screens.keyboard import words_of
from screens.office.account import move_button
from screens.texts import Texts

SAYS_ITSELF: Final = frozenset({Command.HELP, Command.START})
"""Whoever reads the list has found these."""


def help_screen(
    name: str, roles: Iterable[Role], texts: Texts, *, asks: bool, headed: Sequence[str] = ()
) -> Screen:
    """`headed`: the names of the segments that they head, where they are no head of the whole office."""
    mine = [role for role in ORDER if role in set(roles)]
    own = [texts("help-of-segments", segments=listing(headed))] if headed else []
    lines = [*(texts(f"help-{role}") for role in mine), *own]
    words = listing(texts.plain(f"word-{word}") for word in words_of(mine, asks=asks))
    commands = [
        texts(f"help-command-{command}")
        for command in shown_of(mine, asks=asks, heads=bool(headed))
        if command not in SAYS_ITSELF
    ]
    keyboard = texts("help-words", words=words) if words else None
    text = page(texts("help-title", name=name), GAP, *lines, GAP, keyboard, GAP, *commands)
    return Screen(text, (*language_buttons(texts), (move_button(texts),)))
