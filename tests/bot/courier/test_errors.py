"""Telegram, error by error: what the courier does about each."""

import logging
from datetime import timedelta

import pytest

from bot.courier.errors import TelegramStopped
from bot.standin.faults import CutAfter, CutBefore, Fine, Refuse
from bot.standin.wire import ApiError
from screens.content import Button, CommandMenu, Copies, Screen
from storage.kinds import CardKind
from tests.bot.courier.courier_stage import ANNA, BORIS, GROUP, OFFER, START, SUPERGROUP, TAKEN, Stage
from tests.bot.courier.in_memory_outbox import REPEAT


@pytest.fixture
def stage() -> Stage:
    return Stage()


async def test_a_chat_told_to_wait_waits_exactly_that_long_and_the_others_do_not(stage: Stage) -> None:
    stage.faults(("sendMessage", Refuse.flood(30)))
    offer = stage.outbox.put(ANNA, OFFER)
    stage.outbox.put(BORIS, OFFER)
    await stage.courier.drain()
    assert stage.sent_after(ANNA) == [30]
    assert stage.sent_after(BORIS) == [0]
    assert stage.texts(ANNA) == ["Лид №1"]
    assert stage.outbox.history(offer) == ["began", "unsent", "began", "shown"]
    assert stage.outbox.happened_at[offer] == START + timedelta(seconds=30)


async def test_a_menu_told_to_wait_waits_exactly_that_long(stage: Stage) -> None:
    stage.faults(("setMyCommands", Refuse.flood(7)))
    stage.outbox.put(ANNA, CommandMenu((("me", "моё"),)), kind=CardKind.MENU, urgency=1)
    await stage.courier.drain()
    assert stage.clock.monotonic() == pytest.approx(7)
    assert len(stage.telegram.commands) == 1


async def test_who_has_blocked_the_bot_is_unreachable_and_nothing_more_is_tried(stage: Stage) -> None:
    offer = stage.outbox.put(ANNA, OFFER)
    stage.outbox.put(ANNA, OFFER)
    stage.telegram.block(ANNA)
    await stage.courier.drain()
    assert stage.outbox.unreachable_chats == {ANNA: "blocked"}
    assert stage.outbox.history(offer) == ["began", "unreachable: blocked"]


@pytest.mark.parametrize("hours", [1, 49])  # it is deleted, or can only be emptied
async def test_what_is_to_be_removed_waits_until_whoever_has_blocked_the_bot_comes_back(
    stage: Stage, hours: int
) -> None:
    offer = stage.outbox.put(ANNA, OFFER)
    await stage.courier.drain()
    stage.clock.advance(timedelta(hours=hours))
    stage.faults(("deleteMessage" if hours < 48 else "editMessageText", Refuse.blocked()))
    stage.outbox.change(offer, None)
    await stage.courier.drain()
    assert stage.outbox.unreachable_chats == {ANNA: "blocked"}
    stage.outbox.unreachable_chats.clear()
    await stage.courier.drain()
    assert OFFER.text not in stage.texts(ANNA) and "Лид №1" not in stage.texts(ANNA)
    assert stage.outbox.card(offer).stale == ()


async def test_a_deleted_account_is_unreachable(stage: Stage) -> None:
    stage.telegram.deactivate(ANNA)
    stage.outbox.put(ANNA, OFFER)
    await stage.courier.drain()
    assert stage.outbox.unreachable_chats == {ANNA: "deactivated"}


async def test_who_has_never_started_the_bot_is_unreachable(stage: Stage) -> None:
    stage.telegram.add_user(2002, "Новый")
    stage.outbox.put(2002, OFFER)
    await stage.courier.drain()
    assert stage.outbox.unreachable_chats == {2002: "never started"}


async def test_a_chat_that_does_not_exist_is_unreachable(stage: Stage) -> None:
    stage.outbox.put(4040, OFFER)
    await stage.courier.drain()
    assert stage.outbox.unreachable_chats == {4040: "not found"}


async def test_an_edit_that_changes_nothing_is_done(stage: Stage) -> None:
    offer = stage.outbox.put(ANNA, OFFER)
    await stage.courier.drain()
    stage.outbox.change(offer, OFFER)
    await stage.courier.drain()
    assert stage.outbox.history(offer) == ["began", "shown", "shown"]
    assert stage.outbox.card(offer).shown == 2


async def test_a_card_whose_message_was_deleted_is_sent_anew(stage: Stage) -> None:
    offer = stage.outbox.put(ANNA, OFFER)
    await stage.courier.drain()
    stage.telegram.delete_message(ANNA, stage.outbox.card(offer).message_ids[0])
    stage.outbox.change(offer, TAKEN)
    await stage.courier.drain()
    assert stage.texts(ANNA) == [TAKEN.text]


async def test_what_an_error_has_taught_is_not_forgotten_when_the_next_request_fails(stage: Stage) -> None:
    offer = stage.outbox.put(ANNA, Screen("<b>Лид"))
    stage.faults(("sendMessage", Fine()), ("sendMessage", Refuse.flood(2)))
    await stage.courier.drain()
    stage.telegram.delete_message(ANNA, stage.outbox.card(offer).message_ids[0])
    stage.faults(
        ("editMessageText", Fine()), ("sendMessage", Refuse.flood(2)), ("editMessageText", CutAfter())
    )
    stage.outbox.change(offer, TAKEN)
    await stage.courier.drain()
    assert stage.texts(ANNA) == [TAKEN.text]
    assert not stage.script.is_over  # no second edit of what is gone


async def test_a_message_that_cannot_be_edited_is_replaced_by_a_new_one(stage: Stage) -> None:
    offer = stage.outbox.put(ANNA, OFFER)
    await stage.courier.drain()
    refusal = Refuse(ApiError(400, "Bad Request: message can't be edited"))
    stage.faults(("editMessageText", refusal))
    stage.outbox.change(offer, TAKEN)
    await stage.courier.drain()
    assert stage.texts(ANNA) == [TAKEN.text]  # and the old one is removed
    assert stage.outbox.card(offer).stale == ()


async def test_a_screen_in_place_of_a_voice_is_sent_anew(stage: Stage) -> None:
    voice = stage.telegram.send_voice(BORIS)
    card = stage.outbox.put(ANNA, Copies(BORIS, (voice,)), kind=CardKind.FILES)
    await stage.courier.drain()
    stage.outbox.change(card, TAKEN)
    await stage.courier.drain()
    assert [message.kind for message in stage.telegram.messages(ANNA) if message.by_bot] == ["text"]


async def test_broken_markup_is_sent_as_plain_text_with_everything_that_people_typed(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    stage.outbox.put(ANNA, Screen("<b>Лид</b> от <ООО Ромашка> &amp; Ко"))
    await stage.courier.drain()
    assert stage.texts(ANNA) == ["Лид от <ООО Ромашка> & Ко"]
    assert "TelegramBadRequest" in caplog.text
    assert "Ромашка" not in caplog.text


async def test_broken_markup_in_an_edit_is_shown_as_plain_text(stage: Stage) -> None:
    offer = stage.outbox.put(ANNA, OFFER)
    await stage.courier.drain()
    stage.outbox.change(offer, Screen("<b>Лид"))
    await stage.courier.drain()
    assert stage.texts(ANNA) == ["Лид"]


@pytest.mark.parametrize("cut", [CutBefore(), CutAfter()])
async def test_an_offer_whose_answer_is_lost_is_sent_once_more_as_a_repeat(
    stage: Stage, cut: CutBefore | CutAfter
) -> None:
    stage.faults(("sendMessage", cut))
    offer = stage.outbox.put(ANNA, OFFER)
    await stage.courier.drain()
    assert stage.texts(ANNA)[-1] == f"{REPEAT}Лид №1"
    assert stage.outbox.history(offer) == ["began", "began", "shown"]


async def test_an_offer_whose_repeat_is_lost_too_is_not_sent_a_third_time(stage: Stage) -> None:
    stage.faults(("sendMessage", CutAfter()), ("sendMessage", CutAfter()))
    offer = stage.outbox.put(ANNA, OFFER)
    await stage.courier.drain()
    assert stage.texts(ANNA) == ["Лид №1", f"{REPEAT}Лид №1"]
    assert stage.outbox.history(offer) == ["began", "began", "dropped: unsure"]


async def test_a_summary_whose_answer_is_lost_is_not_sent_twice(stage: Stage) -> None:
    stage.faults(("sendMessage", CutAfter()))
    summary = stage.outbox.put(ANNA, Screen("Итоги дня"), kind=CardKind.SUMMARY, repeatable=False)
    await stage.courier.drain()
    assert stage.texts(ANNA) == ["Итоги дня"]
    assert stage.outbox.history(summary) == ["began", "dropped: unsure"]


async def test_an_edit_whose_answer_is_lost_is_repeated_freely(stage: Stage) -> None:
    card = stage.outbox.put(ANNA, OFFER, kind=CardKind.SUMMARY, repeatable=False)
    await stage.courier.drain()
    stage.faults(("editMessageText", CutAfter()), ("editMessageText", CutBefore()))
    stage.outbox.change(card, TAKEN)
    await stage.courier.drain()
    assert stage.texts(ANNA) == [TAKEN.text]
    assert stage.outbox.card(card).shown == 2


async def test_a_failing_server_is_left_alone_longer_and_longer_and_the_send_is_no_repeat(
    stage: Stage,
) -> None:
    stage.faults(*[("sendMessage", Refuse.server_error(code)) for code in (500, 502, 504)])
    stage.outbox.put(ANNA, Screen("Итоги дня"), kind=CardKind.SUMMARY, repeatable=False)
    await stage.courier.drain()
    assert stage.texts(ANNA) == ["Итоги дня"]
    assert stage.sent_after(ANNA) == [1 + 2 + 4]


async def test_the_back_off_never_exceeds_a_minute(stage: Stage) -> None:
    stage.faults(*[("sendMessage", Refuse.server_error()) for _ in range(8)])
    stage.outbox.put(ANNA, OFFER)
    await stage.courier.drain()
    assert stage.sent_after(ANNA) == [1 + 2 + 4 + 8 + 16 + 32 + 60 + 60]


async def test_after_a_success_the_back_off_begins_with_a_second_again(stage: Stage) -> None:
    for _ in range(2):
        stage.faults(*[("sendMessage", Refuse.server_error()) for _ in range(3)])
        stage.outbox.put(ANNA, OFFER)
        await stage.courier.drain()
    assert stage.sent_after(ANNA) == [7, 7 + 7]


async def test_a_revoked_token_stops_the_courier_and_leaves_every_card_as_it_was(stage: Stage) -> None:
    stage.faults(("sendMessage", Refuse(ApiError(401, "Unauthorized"))))
    summary = stage.outbox.put(ANNA, OFFER, kind=CardKind.SUMMARY, repeatable=False)
    before = stage.outbox.card(summary)
    with pytest.raises(TelegramStopped, match="BOT_TOKEN"):
        await stage.courier.run()
    assert stage.outbox.card(summary) == before
    await stage.new_courier().drain()  # with the right token
    assert stage.texts(ANNA) == ["Лид №1"]


async def test_another_program_with_the_same_token_stops_the_courier(stage: Stage) -> None:
    conflict = Refuse(ApiError(409, "Conflict: terminated by other getUpdates request"))
    stage.faults(("sendMessage", conflict))
    stage.outbox.put(ANNA, OFFER)
    with pytest.raises(TelegramStopped, match="Another program"):
        await stage.courier.drain()


async def test_a_group_that_became_a_supergroup_gets_its_cards_there(stage: Stage) -> None:
    first, second = stage.outbox.put(GROUP, OFFER), stage.outbox.put(GROUP, TAKEN)
    stage.telegram.move_group(GROUP, SUPERGROUP)
    await stage.courier.drain()
    assert stage.texts(SUPERGROUP) == ["Лид №1", TAKEN.text]
    assert {stage.outbox.card(number).chat for number in (first, second)} == {SUPERGROUP}


async def test_what_telegram_refuses_for_good_is_given_up_and_the_next_card_goes(stage: Stage) -> None:
    broken = stage.outbox.put(ANNA, Screen("Лид", ((Button("Сайт", url="не адрес"),),)), urgency=1)
    stage.outbox.put(ANNA, TAKEN)
    await stage.courier.drain()
    assert stage.texts(ANNA) == [TAKEN.text]
    assert stage.outbox.history(broken) == ["began", "dropped: refused"]


async def test_what_is_too_large_is_given_up(stage: Stage) -> None:
    stage.faults(("sendMessage", Refuse(ApiError(413, "Request Entity Too Large"))))
    offer = stage.outbox.put(ANNA, OFFER)
    await stage.courier.drain()
    assert stage.outbox.history(offer) == ["began", "dropped: refused"]


async def test_the_log_names_the_error_but_no_text_and_no_token(
    stage: Stage, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    stage.faults(*[("sendMessage", fault) for fault in (Refuse.flood(5), CutBefore(), Refuse.server_error())])
    stage.outbox.put(ANNA, Screen("Иван +79995554433"))
    await stage.courier.drain()
    for error in ("TelegramRetryAfter", "TelegramNetworkError", "TelegramServerError"):
        assert f"card 1 (lead): {error} from SendMessage" in caplog.text
    for secret in ("Иван", "9995554433", stage.bot.token):
        assert secret not in caplog.text
