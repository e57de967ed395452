"""/start and /help: what this person can do here; the language; the menu of commands."""

from __future__ import annotations

from collections.abc import Iterable

from leads.office import Role
from screens.buttons import Language
from screens.content import Button, CommandMenu, Keyboard, Screen
from screens.page import GAP, page
from screens.texts import LOCALES, Texts, texts_for

COMMANDS = {
    Role.MANAGER: ("me", "queue", "why", "roster", "draw", "on", "off"),
    Role.HEAD: ("leads", "roster", "draw", "office", "report"),
    Role.DIRECTOR: ("report", "roster", "draw"),
    Role.ADMIN: ("office",),
}
EVERY_COMMAND = frozenset({"start", "help"}.union(*COMMANDS.values()))
ORDER = (Role.SECRETARY, Role.MANAGER, Role.HEAD, Role.DIRECTOR, Role.ADMIN)


def help_screen(name: str, roles: Iterable[Role], texts: Texts) -> Screen:
    mine = [role for role in ORDER if role in set(roles)]
    lines = [texts(f"help-{role}") for role in mine]
    commands = [texts(f"help-command-{command}") for command in commands_of(mine)]
    return Screen(page(texts("help-title", name=name), GAP, *lines, GAP, *commands), language_buttons(texts))


def commands_of(roles: Iterable[Role]) -> tuple[str, ...]:
    """The commands of these roles, each once, without /start and /help."""
    mine = set(roles)
    return tuple(
        dict.fromkeys(command for role in ORDER if role in mine for command in COMMANDS.get(role, ()))
    )


def command_menu(roles: Iterable[Role], texts: Texts) -> CommandMenu:
    names = (*commands_of(roles), "help", "start")
    return CommandMenu(tuple((name, texts.plain(f"command-{name}")) for name in names))


def language_buttons(texts: Texts) -> Keyboard:
    """Each language called by its own name; the present one is marked."""
    return (tuple(_language(locale, texts) for locale in LOCALES),)


def _language(locale: str, texts: Texts) -> Button:
    words = texts_for(locale).plain("language-name")
    if locale == texts.locale:
        words = texts.plain("button-marked", words=words)
    return Button(words, Language(locale=locale))
