"""Everybody may tap, write and send everything that was ever shown to anybody: what is not his changes nothing."""

from __future__ import annotations

import inspect
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from aiogram import Router
from aiogram.filters import Command
from aiogram.filters.callback_data import CallbackData, CallbackQueryFilter

from bot.standin.seen import Seen
from handlers.routers import build_router
from screens import buttons
from storage.tables import leads
from tests.stories.desk import Desk
from tests.stories.people import Person
from tests.stories.rights_office import MANAGERS, PEOPLE, busy_office, copied, everybody
from tests.stories.rights_table import ARGUMENTS, BUTTONS, COMMANDS

WRITERS = frozenset(PEOPLE) - {"novak"}  # who has blocked the bot can tap an old button, but not write


pytestmark = pytest.mark.usefixtures("patience")


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with busy_office(tmp_path) as desk:
        yield desk


def shown(desk: Desk) -> dict[str, list[Seen]]:
    """What stands in everybody's chat by the bot's hand."""
    return {name: person.messages() for name, person in everybody(desk).items()}


def _routers(router: Router) -> Iterator[Router]:
    yield router
    for below in router.sub_routers:
        yield from _routers(below)


def _filters(kind: str) -> list[list[Any]]:
    """Those of every handler of this kind of update."""
    handlers = [h for router in _routers(build_router()) for h in router.observers[kind].handlers]
    return [[f.callback for f in handler.filters or ()] for handler in handlers]


def test_every_kind_of_button_is_tried_by_somebody_who_may() -> None:
    kinds = {c for _, c in inspect.getmembers(buttons, inspect.isclass) if issubclass(c, CallbackData)}
    assert {type(row.button) for row in BUTTONS if row.may} == kinds - {CallbackData}


def test_every_handler_of_taps_is_tried() -> None:
    found = _filters("callback_query")
    known = [f.callback_data for filters in found for f in filters if isinstance(f, CallbackQueryFilter)]
    assert set(known) == {type(row.button) for row in BUTTONS}
    assert len(found) == len(known) + 1, "and one for buttons of versions long gone"


def test_every_command_is_tried_and_nothing_else_listens_to_messages() -> None:
    found = _filters("message")
    commands = [c for filters in found for f in filters if isinstance(f, Command) for c in f.commands]
    assert sorted(map(str, commands)) == sorted(COMMANDS)
    assert len(found) == len(commands) + 1, "and one for whatever else people send"
    kinds = {
        kind for router in _routers(build_router()) for kind, o in router.observers.items() if o.handlers
    }
    assert kinds == {"message", "callback_query"}


async def test_a_foreign_button_is_answered_once_and_does_nothing(desk: Desk) -> None:
    stored, chats = await desk.stored(), shown(desk)
    for name, person in everybody(desk).items():
        foreign = [row.button for row in BUTTONS if name not in row.may]
        taps = [desk.telegram.tap(person.id, 1, data=button.pack()) for button in foreign]
        await desk.settle()
        for button, tap in zip(foreign, taps, strict=True):
            assert len(person.toasts(tap)) == 1, f"{name} tapped {button!r}"
        assert await desk.stored() == stored, f"{name} has changed something"
        chats |= {name: person.messages()}  # a list of his own that was out of date is drawn again
        assert shown(desk) == chats, f"what {name} tapped was seen by somebody else"


async def test_a_button_does_something_for_everybody_whose_it_is(tmp_path: Path) -> None:
    for row in (row for row in BUTTONS if not row.looks):
        for name in sorted(row.may):
            desk = await copied(tmp_path)
            before = await desk.stored()
            desk.telegram.tap(PEOPLE[name], 1, data=row.button.pack())
            await desk.hears()
            assert await desk.stored() != before, f"{name}: {row.button!r}"
            await desk.database.close()


async def test_a_button_that_only_shows_something_shows_it(desk: Desk) -> None:
    before = await desk.stored()
    for row in (row for row in BUTTONS if row.looks):
        for name in sorted(row.may - {"novak"}):
            seen = shown(desk)[name]
            await everybody(desk)[name].taps_data(1, row.button.pack())
            assert shown(desk)[name] != seen, f"{name}: {row.button!r}"
    assert await desk.stored() == before


async def test_a_command_that_is_not_his_is_refused_politely(desk: Desk) -> None:
    stored = await desk.stored()
    for name in sorted(WRITERS):
        person = everybody(desk)[name]
        foreign = [f"/{c}{words}" for c, may in COMMANDS.items() if name not in may for words in ("", " 1")]
        before = len(person.messages())
        for command in foreign:
            desk.telegram.send_text(person.id, command)
            await desk.settle()
        answers = person.messages()[before:]
        assert len(answers) == len(foreign)
        is_stranger = name in {"stranger", "kuznetsov"}
        polite = ("Здравствуйте", "Эта ссылка") if is_stranger else ("Эта команда не для вашей роли",)
        assert all(m.text.startswith(polite) for m in answers), f"{name}: {person.chat()}"
    assert await desk.stored() == stored


async def test_a_command_is_answered_for_everybody_whose_it_is(desk: Desk) -> None:
    stored = await desk.stored()
    for name in sorted(WRITERS):
        for command in (c for c, may in COMMANDS.items() if name in may and c not in {"on", "off"}):
            seen = shown(desk)[name]
            await everybody(desk)[name].sends(f"/{command}")
            assert shown(desk)[name] != seen, f"{name}: /{command}"
    assert await desk.stored() == stored


async def test_whatever_stands_behind_a_command_it_only_asks(desk: Desk) -> None:
    stored = await desk.stored()
    for name in sorted(WRITERS):
        for command in set(COMMANDS) - ({"on", "off"} if name in MANAGERS else set()):
            for words in ARGUMENTS:
                desk.telegram.send_text(PEOPLE[name], f"/{command}{words}")
        await desk.hears()
    assert await desk.stored() == stored


async def test_only_a_manager_comes_and_goes_and_only_he_himself(desk: Desk) -> None:
    for name in sorted(MANAGERS & WRITERS):
        before = {row[1]: row for row in (await desk.stored())["people"]}
        await everybody(desk)[name].sends("/off")
        after = {row[1]: row for row in (await desk.stored())["people"]}
        assert {who for who in after if after[who] != before[who]} == {name}


async def test_whatever_is_sent_becomes_a_lead_only_for_a_secretary(desk: Desk) -> None:
    stored = await desk.stored()
    for name in sorted(WRITERS - {"anna", "vera"}):
        await _sends_everything(everybody(desk)[name])
        assert await desk.stored() == stored, f"{name} has changed something"
    drafts = len(stored["leads"])
    await _sends_everything(everybody(desk)["vera"])
    assert len((await desk.stored())["leads"]) > drafts


async def _sends_everything(person: Person) -> None:
    telegram, id = person.telegram, person.id
    telegram.send_text(id, "Рустам, окна, перезвоните")
    telegram.send_voice(id)
    telegram.send_photo(id, "смета")
    telegram.send_album(id, "раз", "два")
    telegram.send_document(id, "смета.pdf", b"%PDF")
    telegram.send_contact(id, "+78432000000", "Рустам")
    telegram.forward_text(id, "Здравствуйте", from_name="Рустам")
    for kind, content in {
        "location": {"latitude": 55.8, "longitude": 49.1},
        "dice": {"emoji": "🎲", "value": 3},
    }.items():
        telegram._say(id, {kind: content})
    await person.desk.settle()


async def test_the_amount_that_one_is_asked_for_is_taken_from_nobody_else(desk: Desk) -> None:
    """The one question that waits for a typed answer: what the sale brought."""
    stored = await desk.stored()
    for name in sorted(WRITERS - {"anna", "vera", "petrov"}):
        for words in ("120000", "120 000 ₽", "0", "-1", "1" * 12, "99,90", "٣"):
            desk.telegram.send_text(PEOPLE[name], words)
        await desk.settle()
        assert await desk.stored() == stored, f"{name} has changed something"
    for secretary in ("anna", "vera"):
        await everybody(desk)[secretary].sends("120000")
    assert {row.amount for row in await _leads(desk)} == {None}, (
        "hers is a lead without a name, not an answer"
    )
    await desk.petrov.sends("120000")
    assert {row.amount for row in await _leads(desk)} == {None, 12_000_000}


async def _leads(desk: Desk) -> list[Any]:
    async with desk.database.reading() as conn:
        return list(conn.execute(leads.select()))
