"""Everybody may tap, write and send everything that was ever shown to anybody: what is not his changes nothing."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
from aiogram import Router
from aiogram.filters import Command as CommandFilter
from aiogram.filters.callback_data import CallbackData, CallbackQueryFilter

from bot.standin.people import Button, Seen
from desk.actor import Actor, Reply
from desk.door import Door, UseCase
from handlers.filters import Asked
from handlers.routers import build_router
from leads.office import Role
from leads.rights import RIGHTS, Right
from screens import buttons
from screens.buttons.of_lead import Settle
from screens.buttons.of_office import Invite
from screens.buttons.of_panes import Go, OfficePane
from screens.buttons.of_sight import WhatIf
from screens.commands import TAKES, Command
from storage import cards
from storage.tables.leads import leads
from tests.stories.desk import Desk
from tests.stories.people import Person
from tests.stories.rights_office import HELD, MANAGERS, MEMBERS, PEOPLE, busy_office, copied, everybody
from tests.stories.rights_table import ARGUMENTS, BUTTONS, COMMANDS, OF_ONES_OWN, WHO_ASK
from tests.stories.words import HAND_OVER

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
    kinds = {c for c in CallbackData.__subclasses__() if c.__module__.startswith(f"{buttons.__name__}.")}
    assert {type(row.button) for row in BUTTONS if row.may} == kinds


def test_every_handler_of_taps_is_tried() -> None:
    found = _filters("callback_query")
    known = [f.callback_data for filters in found for f in filters if isinstance(f, CallbackQueryFilter)]
    assert set(known) == {type(row.button) for row in BUTTONS}
    assert len(found) == len(known) + 1, "and one for buttons of versions long gone"


def test_every_command_is_tried_and_nothing_else_listens_to_messages() -> None:
    found = _filters("message")
    every = [one for filters in found for one in filters]
    commands = [c for one in every if isinstance(one, CommandFilter) for c in one.commands]
    commands += [one.command for one in every if isinstance(one, Asked)]
    assert sorted(map(str, commands)) == sorted(COMMANDS)
    # dice that a draw waits for, an office file, what a pane has asked for, a table, and whatever else people send
    more = 5
    assert len(found) == len(commands) + more
    kinds = {
        kind for router in _routers(build_router()) for kind, o in router.observers.items() if o.handlers
    }
    assert kinds == {"message", "edited_message", "callback_query"}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Right]:
    """The rights that the desk asks for, as they are asked for."""
    found: list[Right] = []
    do = Door.do

    async def noted(door: Door, actor: Actor, right: Right, case: UseCase, **about: Any) -> Reply:
        found.append(right)
        return await do(door, actor, right, case, **about)

    monkeypatch.setattr(Door, "do", noted)
    return found


async def roles(desk: Desk) -> dict[str, tuple[Role, ...]]:
    """Of everybody; none of strangers, and of whoever has left."""
    given = await desk.app.door.read(lambda work: {p.id: p.roles for p in work.office.people})
    return {name: given.get(name, ()) for name in PEOPLE}


def by_table(right: Right, roles: dict[str, tuple[Role, ...]]) -> set[str]:
    return {name for name, those in roles.items() if not RIGHTS[right].roles.isdisjoint(those)}


async def test_what_a_button_does_is_what_the_table_of_rights_says(desk: Desk, asked: list[Right]) -> None:
    """Where it is not a matter of whose the lead is, everybody whom the table names may do it."""
    known = await roles(desk)
    for row in (row for row in BUTTONS if row.may):
        asked.clear()
        await everybody(desk)[min(row.may)].taps_data(1, row.button.pack())
        [right] = set(asked)
        may = by_table(right, known)
        assert row.may <= may, f"{row.button!r} is {right}"
        assert right in OF_ONES_OWN or row.may == may, f"{row.button!r} is {right}"


async def test_what_a_command_does_is_what_the_table_of_rights_says(desk: Desk, asked: list[Right]) -> None:
    known = await roles(desk)
    for command, may in COMMANDS.items():
        right = TAKES[Command(command)]
        assert may == by_table(right, known), f"/{command} is {right}"
        asked.clear()
        await everybody(desk)[min(may)].sends(f"/{command}")
        assert set(asked) == {right}, "the filter lets in whom the desk lets in"


async def test_what_somebody_sends_is_taken_in_by_right(desk: Desk, asked: list[Right]) -> None:
    await desk.anna.sends("Рустам, окна, перезвоните")
    assert asked == [Right.WRITE_DOWN], "what it becomes depends on what else they may"


async def test_everybody_is_shown_the_commands_that_are_theirs(desk: Desk) -> None:
    """By the menu beside the line for writing, and by /help."""
    for name in sorted(WRITERS & MEMBERS):
        person = everybody(desk)[name]
        await person.sends("/start")
        await person.sends("/help")
        own = {command for command, may in COMMANDS.items() if name in may}
        own -= set() if name in WHO_ASK else {"pull"}
        [menu] = [m for (scope, _), m in desk.telegram.commands.items() if str(person.id) in scope]
        assert {each["command"] for each in menu} == own
        told = set(re.findall(r"/(\w+)", person.card("вот что здесь можно").text))
        assert told == own - {"start", "help"}


async def test_nobody_is_shown_a_button_that_the_desk_refuses_their_role(
    desk: Desk, asked: list[Right]
) -> None:
    known = await roles(desk)
    async with desk.database.writing() as store:
        for name in known:
            cards.redraw(store, name)
    for name in sorted(WRITERS & MEMBERS):
        does = {"on", "off", *({"pull"} if name in WHO_ASK else ())}
        for command in (c for c, may in COMMANDS.items() if name in may and c not in does):
            await everybody(desk)[name].sends(f"/{command}")
    shown = {(name, m.message_id, b.value) for name, m, b in _buttons(desk)}
    assert len({data.partition(":")[0] for _, _, data in shown}) > 20, "most kinds of buttons are there"
    for name, message, data in sorted(shown):
        asked.clear()
        desk.telegram.tap(PEOPLE[name], message, data=data)
        await desk.hears()
        assert asked and all(name in by_table(right, known) for right in asked), f"{name} is shown {data}"


def _buttons(desk: Desk) -> Iterator[tuple[str, Seen, Button]]:
    for name, messages in shown(desk).items():
        for message in messages:
            yield from (
                (name, message, b) for row in message.buttons for b in row if b.action == "callback_data"
            )


async def test_whoever_may_not_is_told_whether_it_is_the_lead_or_the_button(desk: Desk) -> None:
    assert await desk.ivanov.taps_data(1, Settle(lead=HELD, bad=True).pack()) == "Этот лид не у вас"
    assert await desk.ivanov.taps_data(1, Invite(person="+admin").pack()) == "Эта кнопка не для вашей роли"
    assert await desk.ivanov.taps_data(1, WhatIf().pack()) == "Эта кнопка не для вашей роли"


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


async def go_elsewhere(desk: Desk) -> None:
    """Whoever is asked for a second word is asked no more."""
    for name in ("admin", "smirnov"):
        await everybody(desk)[name].taps_data(1, Go(pane=OfficePane.FRONT).pack())


async def test_a_button_that_only_shows_something_shows_it(desk: Desk) -> None:
    await go_elsewhere(desk)
    before = await desk.stored()
    for row in (row for row in BUTTONS if row.looks):
        for name in sorted(row.may - {"novak"}):
            seen = shown(desk)[name]
            await everybody(desk)[name].taps_data(1, row.button.pack())
            assert row.is_short or shown(desk)[name] != seen, f"{name}: {row.button!r}"
    assert await desk.stored() == before


async def test_a_command_that_is_not_his_is_refused_politely(desk: Desk) -> None:
    stored = await desk.stored()
    for name in sorted(WRITERS):
        person = everybody(desk)[name]
        # each answer takes a second of Telegram's, and a lead that is offered goes on after five minutes
        foreign = [f"/{c}{' 1' * (n % 2)}" for n, (c, may) in enumerate(COMMANDS.items()) if name not in may]
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
    await go_elsewhere(desk)
    stored = await desk.stored()
    for name in sorted(WRITERS):
        does = {"on", "off", *({"pull"} if name in WHO_ASK else ())}
        for command in (c for c, may in COMMANDS.items() if name in may and c not in does):
            seen = shown(desk)[name]
            example = " окна" if command == "try" else ""  # without one it is asked for
            await everybody(desk)[name].sends(f"/{command}{example}")
            assert shown(desk)[name] != seen, f"{name}: /{command}"
    assert await desk.stored() == stored


async def test_whatever_stands_behind_a_command_it_only_asks(desk: Desk) -> None:
    await go_elsewhere(desk)
    stored = await desk.stored()
    for name in sorted(WRITERS):
        for command in set(COMMANDS) - ({"on", "off", "pull"} if name in MANAGERS else set()):
            for words in ARGUMENTS:
                desk.telegram.send_text(PEOPLE[name], f"/{command}{words}")
        await desk.hears()
    assert await desk.stored() == stored


async def test_only_a_manager_comes_and_goes_and_only_he_himself(desk: Desk) -> None:
    for name in sorted(MANAGERS & WRITERS):
        await everybody(desk)[name].sends("/on")
        before = {row[1]: row for row in (await desk.stored())["people"]}
        await everybody(desk)[name].sends("/off")
        after = {row[1]: row for row in (await desk.stored())["people"]}
        assert {who for who in after if after[who] != before[who]} == {name}


async def test_whatever_is_sent_becomes_a_lead_only_for_a_secretary(desk: Desk) -> None:
    """Whoever works leads is asked what it is for, and may throw it away."""
    ledger = (await desk.stored())["ledger"]
    for name in sorted(WRITERS - {"anna", "vera"}):
        person = everybody(desk)[name]
        await _sends_everything(person)
        assert not person.has(HAND_OVER), name
        assert (await desk.stored())["ledger"] == ledger, f"{name} has changed something"
    await _sends_everything(everybody(desk)["vera"])
    assert everybody(desk)["vera"].has(HAND_OVER)


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
    ledger = (await desk.stored())["ledger"]
    for name in sorted(WRITERS - {"anna", "vera", "petrov"}):
        for words in ("120000", "120 000 ₽", "0", "-1", "1" * 12, "99,90", "٣"):
            desk.telegram.send_text(PEOPLE[name], words)
        await desk.settle()
        assert (await desk.stored())["ledger"] == ledger, f"{name} has changed something"
    for secretary in ("anna", "vera"):
        await everybody(desk)[secretary].sends("120000")
    assert {row.amount for row in await _leads(desk)} == {None}, (
        "hers is a lead without a name, not an answer"
    )
    await desk.petrov.sends("120000")
    assert {row.amount for row in await _leads(desk)} == {None, 12_000_000}


async def _leads(desk: Desk) -> list[Any]:
    async with desk.database.reading() as store:
        return list(store.execute(leads.select()))
