"""/start and /help: what this person can do here; the language; the menu of commands."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from leads.office import Role
from screens.buttons import Language
from screens.commands import Command, commands_of
from screens.content import Button, CommandMenu, Keyboard, Screen
from screens.page import GAP, page
from screens.texts import LOCALES, Texts, texts_for

ORDER = (Role.SECRETARY, Role.MANAGER, Role.HEAD, Role.DIRECTOR, Role.ADMIN)


SAYS_ITSELF = frozenset({Command.HELP, Command.START})
"""Whoever reads the list has found these."""


def help_screen(name: str, roles: Iterable[Role], texts: Texts) -> Screen:
    mine = [role for role in ORDER if role in set(roles)]
    lines = [texts(f"help-{role}") for role in mine]
    commands = [
        texts(f"help-command-{command}") for command in commands_of(mine) if command not in SAYS_ITSELF
    ]
    return Screen(page(texts("help-title", name=name), GAP, *lines, GAP, *commands), language_buttons(texts))


def command_menu(roles: Collection[Role], texts: Texts) -> CommandMenu:
    return CommandMenu(tuple((name.value, texts.plain(f"command-{name}")) for name in commands_of(roles)))


def language_buttons(texts: Texts) -> Keyboard:
    """Each language called by its own name; the present one is marked."""
    return (tuple(_language(locale, texts) for locale in LOCALES),)


def _language(locale: str, texts: Texts) -> Button:
    words = texts_for(locale).plain("language-name")
    if locale == texts.locale:
        words = texts.plain("button-marked", words=words)
    return Button(words, Language(locale=locale))
