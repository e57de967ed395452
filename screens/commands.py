"""The commands of the chat, each with the right that it takes, in the order in which people are shown them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum

from leads.office import Role
from leads.rights import OF_ONE_SEGMENT, Right, may
from screens.buttons.of_office import Language
from screens.content import Button, CommandMenu, Keyboard
from screens.texts import LOCALES, Texts, texts_for


class Command(StrEnum):
    MINE = "mine"
    PULL = "pull"
    TODAY = "today"
    FIND = "find"
    ME = "me"
    LEADS = "leads"
    QUEUE = "queue"
    WHY = "why"
    ROSTER = "roster"
    DRAW = "draw"
    ON = "on"
    OFF = "off"
    OFFICE = "office"
    PEOPLE = "people"
    TRY = "try"
    SOURCES = "sources"
    SET_UP = "setup"
    REPORT = "report"
    HELP = "help"
    START = "start"


TAKES: Mapping[Command, Right] = {
    Command.PULL: Right.HOLD,
    Command.MINE: Right.HOLD,
    Command.TODAY: Right.TAKE_IN,
    Command.FIND: Right.FIND,
    Command.ME: Right.SEE_SELF,
    Command.LEADS: Right.SEE_OPEN_LEADS,
    Command.QUEUE: Right.SEE_QUEUE,
    Command.WHY: Right.ASK_WHY,
    Command.ROSTER: Right.SEE_DUTY,
    Command.DRAW: Right.SEE_DUTY,
    Command.ON: Right.COME_AND_GO,
    Command.OFF: Right.COME_AND_GO,
    Command.OFFICE: Right.SEE_OFFICE,
    Command.PEOPLE: Right.SEE_OFFICE,
    Command.TRY: Right.SEE_OFFICE,
    Command.SOURCES: Right.SET_UP,
    Command.SET_UP: Right.SET_UP,
    Command.REPORT: Right.SEE_FIGURES,
    Command.HELP: Right.BE_HELPED,
    Command.START: Right.COME_IN,
}

assert TAKES.keys() == set(Command), "each command takes one right"


def commands_of(roles: Collection[Role], *, heads: bool = False) -> tuple[Command, ...]:
    """Returns whatever somebody with these roles may ask; `heads`: whether they head a segment."""
    theirs = OF_ONE_SEGMENT if heads else frozenset[Right]()
    return tuple(command for command in Command if may(roles, TAKES[command]) or TAKES[command] in theirs)


def shown_of(roles: Collection[Role], *, asks: bool, heads: bool = False) -> tuple[Command, ...]:
    """Returns what they are shown of it; `asks`: whether they are in a team whose leads are asked for."""
    found = commands_of(roles, heads=heads)
    return tuple(command for command in found if asks or command is not Command.PULL)


ORDER = (Role.SECRETARY, Role.MANAGER, Role.HEAD, Role.DIRECTOR, Role.ADMIN)


def command_menu(roles: Collection[Role], texts: Texts, *, asks: bool, heads: bool = False) -> CommandMenu:
    shown = shown_of(roles, asks=asks, heads=heads)
    return CommandMenu(tuple((name.value, texts.plain(f"command-{name}")) for name in shown))


def language_buttons(texts: Texts) -> Keyboard:
    """Offers each language by its own name; the present one is marked."""
    return (tuple(_language(locale, texts) for locale in LOCALES),)


def _language(locale: str, texts: Texts) -> Button:
    words = texts_for(locale).plain("language-name")
    if locale == texts.locale:
        words = texts.plain("button-marked", words=words)
    return Button(words, Language(locale=locale))
