"""Everybody may tap everything that was ever shown to anybody: what is not his changes nothing."""

from __future__ import annotations

import inspect

from aiogram.filters.callback_data import CallbackData

from handlers import buttons
from handlers.buttons import (
    Aside,
    AsideDeed,
    Assign,
    Claim,
    Close,
    Decline,
    Discard,
    Explain,
    GiveUp,
    HandOver,
    Invite,
    Language,
    LostReason,
    Pick,
    PickSegment,
    ProposeRoster,
    Record,
    Reserve,
    Rule,
    SeekSwap,
    Settle,
    SettleRoster,
    SkipAmount,
    TakeSwap,
    ThrowLot,
    Why,
    WithdrawSwap,
)
from leads.scene import Outcome, Progress
from tests.stories.desk import Desk
from tests.stories.people import Person
from tests.stories.the_office import OFFICE

HELD, OFFERED, DRAFT, CLOSED, NONE = 1, 2, 3, 4, 99  # rows of leads, as `busy` makes them

# Who may do what to the leads of `busy`; everybody else may not. The language is everybody's own.
BUTTONS: list[tuple[CallbackData, set[str]]] = [
    (HandOver(lead=DRAFT), {"anna"}),
    (HandOver(lead=HELD), set()),
    (PickSegment(lead=DRAFT, segment="rest"), {"anna"}),
    (PickSegment(lead=OFFERED, segment="rest"), set()),
    (PickSegment(lead=DRAFT), {"anna"}),
    (Discard(lead=DRAFT), {"anna"}),
    (Discard(lead=HELD), set()),
    (Claim(lead=OFFERED), {"sidorova"}),
    (Claim(lead=HELD), set()),
    (Claim(lead=DRAFT), set()),
    (Claim(lead=CLOSED), set()),
    (Claim(lead=NONE), set()),
    (Decline(lead=OFFERED), {"sidorova"}),
    (Decline(lead=HELD), set()),
    (Explain(lead=OFFERED, reason="busy"), set()),
    (Record(lead=HELD, progress=Progress.MET), {"petrov"}),
    (Record(lead=OFFERED, progress=Progress.MET), set()),
    (Record(lead=CLOSED, progress=Progress.MET), set()),
    (Close(lead=HELD, outcome=Outcome.WON), {"petrov"}),
    (Close(lead=HELD, outcome=Outcome.LOST), {"petrov"}),
    (Close(lead=HELD, outcome=Outcome.BAD), {"petrov"}),
    (Close(lead=CLOSED, outcome=Outcome.LOST), set()),
    (LostReason(lead=HELD, reason="price"), set()),
    (SkipAmount(lead=HELD), set()),
    (SkipAmount(lead=CLOSED), {"petrov"}),
    (GiveUp(lead=HELD), {"petrov"}),
    (GiveUp(lead=CLOSED), set()),
    (Assign(lead=HELD, who="ivanov"), {"smirnov", "orlova"}),
    (Assign(lead=HELD, who="anna"), set()),
    (Assign(lead=HELD, who="nobody"), set()),
    (Assign(lead=DRAFT, who="ivanov"), set()),
    (Assign(lead=CLOSED, who="ivanov"), set()),
    (Settle(lead=HELD, bad=True), set()),
    (ThrowLot(segment="rest", monday="2026-11-23", lot=7), set()),  # no lottery here
    (Invite(person="ivanov"), set()),
    (Invite(person="+admin"), set()),
    (Pick(lead=DRAFT, who="petrov"), set()),
    (Pick(lead=HELD, who="ivanov"), set()),
    (Rule(segment="tatarstan"), {"smirnov"}),
    (Rule(segment="tatarstan", scheme="balance"), {"smirnov"}),
    (Rule(segment="nowhere", scheme="balance"), set()),
    (Rule(segment="tatarstan", scheme="nonsense"), set()),
    (Reserve(segment="tatarstan", on=True), {"smirnov"}),
    (Reserve(segment="nowhere", on=True), set()),
    (Why(lead=HELD), set()),
    *((Aside(deed=deed, update=number), {"smirnov"}) for deed in AsideDeed for number in (0, NONE)),
    (SeekSwap(segment="rest", end=1795618800), set()),
    (TakeSwap(swap=NONE), set()),
    (WithdrawSwap(swap=NONE), set()),
    (ProposeRoster(segment="rest", plan="equal"), set()),
    (ProposeRoster(segment="rest"), {"smirnov"}),
    (SettleRoster(roster=NONE, approve=True), set()),
    (Language(locale="xx"), set()),
]


async def busy(desk: Desk) -> None:
    """Petrov holds №1 and has just sold №3; Sidorova is offered №2; Anna has a draft."""
    await desk.lead()
    await desk.petrov.taps("Беру")
    await desk.lead()
    await desk.anna.sends("Черновик 8 (843) 200-55-55")
    await desk.lead("Ещё один 8 (843) 200-66-66")
    await desk.petrov.taps("Беру")
    await desk.petrov.taps("Продажа", on="№3")


def everybody(desk: Desk) -> dict[str, Person]:
    return {
        "anna": desk.anna,
        "petrov": desk.petrov,
        "sidorova": desk.sidorova,
        "ivanov": desk.ivanov,
        "smirnov": desk.smirnov,
        "orlova": desk.orlova,
        "stranger": desk.stranger(999),
    }


def test_every_kind_of_button_is_tried() -> None:
    kinds = {c for _, c in inspect.getmembers(buttons, inspect.isclass) if issubclass(c, CallbackData)}
    assert {type(button) for button, _ in BUTTONS} == kinds - {CallbackData}


async def test_a_foreign_button_is_answered_once_and_does_nothing(desk: Desk) -> None:
    await busy(desk)
    before = await desk.stored()
    for name, person in everybody(desk).items():
        foreign = [button for button, allowed in BUTTONS if name not in allowed]
        taps = [desk.telegram.tap(person.id, 1, data=button.pack()) for button in foreign]
        await desk.settle()
        for button, tap in zip(foreign, taps, strict=True):
            assert len(person.toasts(tap)) == 1, f"{name} tapped {button!r}"
        assert await desk.stored() == before, f"{name} has changed something"


async def test_each_button_does_something_for_whom_it_is(desk: Desk) -> None:
    await busy(desk)
    before = await desk.stored()
    await desk.sidorova.taps_data(1, Claim(lead=OFFERED).pack())
    assert await desk.stored() != before, "or else the test above proves nothing"


async def test_a_button_that_nobody_knows_is_answered_and_does_nothing(desk: Desk) -> None:
    await busy(desk)
    before = await desk.stored()
    for data in ("x", "claim", "claim:", "claim:x", "gone:1", "claim:1:2", "hand:" + "9" * 50):
        assert await desk.sidorova.taps_data(1, data) in {"", "Этот лид не у вас"}
    assert await desk.stored() == before


async def test_a_second_secretary_leaves_the_firsts_draft_alone(desk: Desk) -> None:
    await busy(desk)
    await desk.set_up(OFFICE + SECOND_SECRETARY)
    vera = desk.person(102)
    before = await desk.stored()
    for button in (HandOver(lead=DRAFT), Discard(lead=DRAFT), PickSegment(lead=DRAFT, segment="rest")):
        assert "не у вас" in await vera.taps_data(1, button.pack())
    assert await desk.stored() == before


async def test_a_command_that_is_not_his_is_refused_politely(desk: Desk) -> None:
    managers, hands = {"petrov", "sidorova", "ivanov"}, {"smirnov", "orlova"}
    commands = dict.fromkeys(("/on", "/off", "/me"), managers) | {
        "/queue": {*managers, "smirnov"},
        "/leads": hands,
        "/report": hands,
        "/draw": {*managers, *hands},
        "/roster": managers | hands,
        "/office": {"smirnov"},
        "/nonsense": set(),
    }
    before = await desk.stored()
    for name, person in everybody(desk).items():
        foreign = [command for command, may in commands.items() if name not in may]
        for command in foreign:
            desk.telegram.send_text(person.id, command)
        await desk.settle()
        polite = "Здравствуйте" if name == "stranger" else "Эта команда не для вашей роли"
        assert [m.text.startswith(polite) for m in person.messages()] == [True] * len(foreign), name
    assert await desk.stored() == before


async def test_a_stranger_gets_one_polite_sentence(desk: Desk) -> None:
    stranger = desk.stranger(999, language="en")
    await stranger.sends("Hello, I want windows, +7 843 200-00-00")
    (answer,) = stranger.messages()
    assert answer.text.startswith("Hello. This is a work bot"), "in his own language"
    await stranger.starts()
    await stranger.sends_voice()
    assert len({m.text for m in stranger.messages()}) == 1 and not any(m.buttons for m in stranger.messages())
    assert not (await desk.stored())["leads"]


async def test_somebody_who_left_the_office_is_a_stranger_and_his_offer_goes_on(desk: Desk) -> None:
    await desk.lead()
    message, claim = desk.petrov.data("Беру")
    await desk.set_up(without_petrov())
    assert "не у вас" in await desk.petrov.taps_data(message, claim)
    await desk.petrov.sends("/me")
    assert "по приглашению" in desk.petrov.card().text
    await desk.passes(minutes=5)
    assert desk.sidorova.has("Беру")
    assert not desk.petrov.has("Беру"), "the old offer is taken away"


async def test_somebody_who_left_with_two_silences_behind_him_stops_nothing(desk: Desk) -> None:
    await desk.ivanov.sends("/off")
    for _ in range(2):
        await desk.lead()
    await desk.sidorova.taps("Беру")
    await desk.set_up(without_petrov().replace('members = ["sidorova"]', 'members = ["sidorova", "ivanov"]'))
    await desk.passes(hours=1)
    await desk.lead()
    await desk.smirnov.sends("/leads")
    assert "№1" in desk.smirnov.card("Открытые").text


def without_petrov() -> str:
    start, end = OFFICE.index('[[people]]\nid = "petrov"'), OFFICE.index('[[people]]\nid = "sidorova"')
    return (OFFICE[:start] + OFFICE[end:]).replace('"petrov", ', "")


SECOND_SECRETARY = """
[[people]]
id = "vera"
name = "Вера"
telegram_id = 102
roles = ["secretary"]
"""
