"""What the person gets to see: buttons, copies, menus, and messages that are replaced."""

import json
from datetime import timedelta

import pytest

from bot.standin.faults import CutBefore, Refuse
from screens.buttons.of_lead import Claim, Decline
from screens.content import Button, CommandMenu, Copies, Screen
from storage.kinds import CardKind
from tests.bot.courier.courier_stage import ANNA, BORIS, OFFER, TAKEN, Stage

CARD = Screen(
    "Лид <b>№1</b> https://example.com",
    (
        (Button("Беру", Claim(lead=1), style="success"), Button("Не могу", Decline(lead=1), style="danger")),
        (Button("Телефон", copy="+79991234567"), Button("Сайт", url="https://example.com")),
        (Button("Занято"),),
    ),
    silent=True,
)


@pytest.fixture
def stage() -> Stage:
    return Stage()


async def test_every_kind_of_button_arrives(stage: Stage) -> None:
    stage.outbox.put(ANNA, CARD)
    await stage.courier.drain()
    message = stage.telegram.messages(ANNA)[-1]
    assert message.text == "Лид №1 https://example.com"
    assert [[(b.text, b.action, b.value, b.style) for b in row] for row in message.buttons] == [
        [("Беру", "callback_data", "claim:1", "success"), ("Не могу", "callback_data", "decl:1", "danger")],
        [("Телефон", "copy_text", "+79991234567", None), ("Сайт", "url", "https://example.com", None)],
        [("Занято", "disabled", "", None)],
    ]


async def test_an_edit_keeps_the_message_in_its_place_and_may_take_the_buttons_away(stage: Stage) -> None:
    card = stage.outbox.put(ANNA, CARD)
    await stage.courier.drain()
    before = stage.outbox.card(card).message_ids
    stage.outbox.change(card, TAKEN)
    await stage.courier.drain()
    message = stage.telegram.messages(ANNA)[-1]
    assert (message.text, message.buttons, message.edited) == (TAKEN.text, (), True)
    assert stage.outbox.card(card).message_ids == before == (message.message_id,)


async def test_a_voice_and_an_album_are_copied_as_they_are_and_only_once(stage: Stage) -> None:
    voice = stage.telegram.send_voice(BORIS)
    album = stage.telegram.send_album(BORIS, "план", "фасад")
    one = stage.outbox.put(ANNA, Copies(BORIS, (voice,)), kind=CardKind.FILES)
    two = stage.outbox.put(ANNA, Copies(BORIS, tuple(reversed(album))), kind=CardKind.FILES)
    await stage.courier.drain()
    stage.outbox.change(one, Copies(BORIS, (voice,)))
    await stage.courier.drain()
    seen = [(message.kind, message.text) for message in stage.telegram.messages(ANNA) if message.by_bot]
    assert seen == [("voice", ""), ("photo", "план"), ("photo", "фасад")]
    assert [len(stage.outbox.card(card).message_ids) for card in (one, two)] == [1, 2]


async def test_a_command_menu_is_set_for_its_chat_alone(stage: Stage) -> None:
    menu = stage.outbox.put(ANNA, CommandMenu((("me", "моё"), ("on", "на месте"))), kind=CardKind.MENU)
    await stage.courier.drain()
    ((scope, language), commands) = next(iter(stage.telegram.commands.items()))
    assert json.loads(scope) == {"type": "chat", "chat_id": ANNA}
    assert (language, [command["command"] for command in commands]) == ("", ["me", "on"])
    assert stage.outbox.history(menu) == ["shown"]


async def test_a_fresh_card_comes_at_the_end_of_the_chat_and_the_old_one_goes(stage: Stage) -> None:
    card = stage.outbox.put(ANNA, OFFER)
    stage.outbox.put(ANNA, TAKEN)
    await stage.courier.drain()
    stage.outbox.change(card, Screen("Лид №1, снова"), fresh=True)
    await stage.courier.drain()
    assert stage.texts(ANNA) == [TAKEN.text, "Лид №1, снова"]
    assert not stage.outbox.card(card).fresh


async def test_an_old_message_that_cannot_be_deleted_loses_its_buttons(stage: Stage) -> None:
    card = stage.outbox.put(ANNA, CARD)
    await stage.courier.drain()
    stage.clock.advance(timedelta(hours=49))
    stage.outbox.change(card, CARD, fresh=True)
    await stage.courier.drain()
    old, new = [message for message in stage.telegram.messages(ANNA) if message.by_bot]
    assert not old.buttons
    assert new.buttons
    assert stage.outbox.card(card).stale == ()


async def test_removing_an_old_message_is_tried_again_when_the_server_fails(stage: Stage) -> None:
    card = stage.outbox.put(ANNA, OFFER)
    await stage.courier.drain()
    stage.faults(("deleteMessage", Refuse.server_error()), ("deleteMessage", CutBefore()))
    stage.outbox.change(card, TAKEN, fresh=True)
    await stage.courier.drain()
    assert stage.texts(ANNA) == [TAKEN.text]


async def test_a_card_with_nothing_to_show_any_more_disappears(stage: Stage) -> None:
    card = stage.outbox.put(ANNA, OFFER)
    await stage.courier.drain()
    stage.outbox.change(card, None)
    await stage.courier.drain()
    assert stage.texts(ANNA) == []
    assert stage.outbox.card(card).message_ids == ()


async def test_a_card_that_never_had_anything_to_show_sends_nothing(stage: Stage) -> None:
    card = stage.outbox.put(ANNA, None)
    stage.outbox.put(ANNA, Copies(BORIS, ()), kind=CardKind.FILES)
    await stage.courier.drain()
    assert stage.texts(ANNA) == []
    assert stage.outbox.history(card) == ["shown"]
