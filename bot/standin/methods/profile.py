"""The bot about itself: its commands, its name, its descriptions."""

from __future__ import annotations

import re

from aiogram.methods import (
    DeleteMyCommands,
    GetMe,
    GetMyCommands,
    SetMyCommands,
    SetMyDescription,
    SetMyName,
    SetMyShortDescription,
)
from aiogram.types import BotCommand

from bot.standin.model import Model
from bot.standin.wire import JSON, Uploads, bad_request

COMMAND = re.compile(r"/?[a-z0-9_]{1,32}")
MOST_COMMANDS = 100
MOST_DESCRIPTION = 256
LANGUAGE = re.compile(r"([a-z]{2})?")
DEFAULT = '{"type":"default"}'
Commands = SetMyCommands | GetMyCommands | DeleteMyCommands


def get_me(model: Model, _asked: GetMe, _: Uploads) -> JSON:
    abilities = {
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
    }
    return model.bot.about() | abilities | {"can_connect_to_business": False, "has_main_web_app": False}


def set_my_commands(model: Model, asked: SetMyCommands, _: Uploads) -> bool:
    if len(asked.commands) > MOST_COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    for command in asked.commands:
        _check(command)
    shown = [{"command": c.command.lstrip("/"), "description": c.description} for c in asked.commands]
    model.commands[_place(asked)] = shown
    return True


def get_my_commands(model: Model, asked: GetMyCommands, _: Uploads) -> list[JSON]:
    return model.commands.get(_place(asked), [])


def delete_my_commands(model: Model, asked: DeleteMyCommands, _: Uploads) -> bool:
    model.commands.pop(_place(asked), None)
    return True


def set_my_name(model: Model, asked: SetMyName, _: Uploads) -> bool:
    return _describe(model, "name", asked.name, 64, asked.language_code)


def set_my_description(model: Model, asked: SetMyDescription, _: Uploads) -> bool:
    return _describe(model, "description", asked.description, 512, asked.language_code)


def set_my_short_description(model: Model, asked: SetMyShortDescription, _: Uploads) -> bool:
    return _describe(model, "short_description", asked.short_description, 120, asked.language_code)


def _check(command: BotCommand) -> None:
    if not COMMAND.fullmatch(command.command):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(command.description) <= MOST_DESCRIPTION:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")


def _place(asked: Commands) -> tuple[str, str]:
    """Commands are kept for each scope and language."""
    return (asked.scope.model_dump_json() if asked.scope else DEFAULT, _language(asked.language_code))


def _describe(model: Model, what: str, words: str | None, most: int, language: str | None) -> bool:
    if len(words or "") > most:
        raise bad_request(f"bot {what.replace('_', ' ')} is too long")
    model.profile[what, _language(language)] = words or ""
    return True


def _language(code: str | None) -> str:
    """Two letters of ISO 639-1, or none: everybody."""
    if not LANGUAGE.fullmatch(code or ""):
        raise bad_request("invalid language code specified")
    return code or ""
