"""Pictures in a chat: sent, brought up to date in their place, and what Telegram may say to that."""

import pytest
from aiogram.methods import SendPhoto

from bot.courier.telegram import LONGEST, sending
from bot.standin.faults import CutAfter, CutBefore, Refuse
from bot.standin.people import Seen
from bot.standin.wire import ApiError
from screens.buttons.of_lead import Claim
from screens.content import Button, Copies, Picture, Screen
from screens.texts import units
from storage.kinds import CardKind
from tests.bot.courier.courier_stage import ANNA, BORIS, OFFER, Stage
from tests.bot.courier.in_memory_outbox import REPEAT
from tests.screens.pictures.plain_png import plain_png

JULY = Picture(plain_png(), "график.png", "График, <b>июль</b>", ((Button("Утвердить", Claim(lead=1)),),))
AUGUST = Picture(plain_png(800), "график.png", "График, <i>август</i>")


@pytest.fixture
def stage() -> Stage:
    return Stage()


def shown(stage: Stage) -> list[tuple[str, str]]:
    """The kind and the words of everything that the bot shows to Anna."""
    return [(message.kind, message.text) for message in stage.telegram.messages(ANNA) if message.by_bot]


def last(stage: Stage) -> Seen:
    return stage.telegram.messages(ANNA)[-1]


def bytes_of(stage: Stage, message: Seen) -> bytes:
    return stage.telegram.files.get(message.raw["photo"][-1]["file_id"]).upload.data


async def test_a_picture_arrives_with_its_words_and_buttons(stage: Stage) -> None:
    stage.outbox.put(ANNA, JULY)
    await stage.courier.drain()
    message = last(stage)
    assert (message.kind, message.text) == ("photo", "График, июль")
    assert [entity["type"] for entity in message.entities] == ["bold"]
    assert [[button.text for button in row] for row in message.buttons] == [["Утвердить"]]
    assert bytes_of(stage, message) == JULY.png


@pytest.mark.parametrize("is_silent", [True, False])
def test_a_picture_may_make_no_sound(is_silent: bool) -> None:
    request = sending(ANNA, Picture(plain_png(), "график.png", silent=is_silent))
    assert isinstance(request, SendPhoto) and bool(request.disable_notification) == is_silent


async def test_an_edit_brings_another_picture_to_its_place_and_may_take_the_buttons_away(
    stage: Stage,
) -> None:
    card = stage.outbox.put(ANNA, JULY)
    await stage.courier.drain()
    (before,) = stage.outbox.card(card).message_ids
    stage.outbox.change(card, AUGUST)
    await stage.courier.drain()
    message = last(stage)
    assert (message.message_id, message.text, message.buttons) == (before, "График, август", ())
    assert bytes_of(stage, message) == AUGUST.png
    assert stage.outbox.history(card) == ["began", "shown", "shown"]


async def test_a_text_becomes_a_picture_in_its_place(stage: Stage) -> None:
    card = stage.outbox.put(ANNA, OFFER)
    await stage.courier.drain()
    stage.outbox.change(card, JULY)
    await stage.courier.drain()
    assert shown(stage) == [("photo", "График, июль")]
    assert stage.outbox.history(card) == ["began", "shown", "shown"]


@pytest.mark.parametrize(
    "words", ["there is no media in the message to edit", "message media can't be edited"]
)
async def test_where_telegram_does_not_let_it_the_picture_is_sent_anew(stage: Stage, words: str) -> None:
    card = stage.outbox.put(ANNA, OFFER)
    await stage.courier.drain()
    stage.faults(("editMessageMedia", Refuse(ApiError(400, f"Bad Request: {words}"))))
    stage.outbox.change(card, JULY)
    await stage.courier.drain()
    assert shown(stage) == [("photo", "График, июль")]
    assert stage.outbox.history(card) == ["began", "shown", "began", "shown", "removed"]


async def test_a_picture_that_becomes_a_text_is_sent_anew_and_the_old_message_goes(stage: Stage) -> None:
    card = stage.outbox.put(ANNA, JULY)
    await stage.courier.drain()
    stage.outbox.change(card, OFFER)
    await stage.courier.drain()
    assert shown(stage) == [("text", "Лид №1")]
    assert stage.outbox.card(card).stale == ()
    stage.outbox.change(card, JULY)
    await stage.courier.drain()
    assert shown(stage) == [("photo", "График, июль")]


async def test_a_picture_in_place_of_a_voice_is_sent_anew(stage: Stage) -> None:
    voice = stage.telegram.send_voice(BORIS)
    card = stage.outbox.put(ANNA, Copies(BORIS, (voice,)), kind=CardKind.FILES)
    await stage.courier.drain()
    stage.outbox.change(card, JULY)
    await stage.courier.drain()
    assert shown(stage) == [("photo", "График, июль")]


async def test_a_fresh_picture_comes_at_the_end_of_the_chat_and_the_old_one_goes(stage: Stage) -> None:
    card = stage.outbox.put(ANNA, JULY)
    stage.outbox.put(ANNA, OFFER)
    await stage.courier.drain()
    stage.outbox.change(card, AUGUST, fresh=True)
    await stage.courier.drain()
    assert shown(stage) == [("text", "Лид №1"), ("photo", "График, август")]


async def test_a_picture_whose_message_was_deleted_is_sent_anew(stage: Stage) -> None:
    card = stage.outbox.put(ANNA, JULY)
    await stage.courier.drain()
    stage.telegram.delete_message(ANNA, stage.outbox.card(card).message_ids[0])
    stage.outbox.change(card, AUGUST)
    await stage.courier.drain()
    assert shown(stage) == [("photo", "График, август")]


async def test_a_picture_that_is_so_already_is_done(stage: Stage) -> None:
    card = stage.outbox.put(ANNA, JULY)
    await stage.courier.drain()
    stage.faults(
        ("editMessageMedia", Refuse(ApiError(400, "Bad Request: message is not modified: specified")))
    )
    stage.outbox.change(card, JULY)
    await stage.courier.drain()
    assert stage.outbox.history(card) == ["began", "shown", "shown"]


async def test_broken_markup_under_a_picture_is_shown_as_plain_text(stage: Stage) -> None:
    card = stage.outbox.put(ANNA, Picture(plain_png(), "график.png", "<b>График</b> <ООО Ромашка> &amp; Ко"))
    await stage.courier.drain()
    assert shown(stage) == [("photo", "График <ООО Ромашка> & Ко")]
    stage.outbox.change(card, Picture(plain_png(), "график.png", "<b>Август"))
    await stage.courier.drain()
    assert shown(stage) == [("photo", "Август")]


async def test_a_picture_whose_answer_is_lost_is_sent_once_more_where_a_repeat_is_allowed(
    stage: Stage,
) -> None:
    stage.faults(("sendPhoto", CutAfter()))
    stage.outbox.put(ANNA, JULY)
    await stage.courier.drain()
    assert shown(stage)[-1] == ("photo", f"{REPEAT}График, июль")
    stage.faults(("sendPhoto", CutAfter()))
    card = stage.outbox.put(ANNA, AUGUST, kind=CardKind.ROSTER, repeatable=False)
    await stage.courier.drain()
    assert shown(stage)[2:] == [("photo", "График, август")]
    assert stage.outbox.history(card) == ["began", "dropped: unsure"]


async def test_an_edit_of_a_picture_whose_answer_is_lost_is_repeated_freely(stage: Stage) -> None:
    card = stage.outbox.put(ANNA, JULY, repeatable=False)
    await stage.courier.drain()
    stage.faults(("editMessageMedia", CutAfter()), ("editMessageMedia", CutBefore()))
    stage.outbox.change(card, AUGUST)
    await stage.courier.drain()
    assert shown(stage) == [("photo", "График, август")]


async def test_a_picture_that_telegram_does_not_take_is_given_up_and_the_next_card_goes(stage: Stage) -> None:
    broken = stage.outbox.put(ANNA, Picture(plain_png(100, 4000), "полоса.png"), urgency=1)
    stage.outbox.put(ANNA, JULY)
    await stage.courier.drain()
    assert shown(stage) == [("photo", "График, июль")]
    assert stage.outbox.history(broken) == ["began", "dropped: refused"]


async def test_pictures_and_their_edits_keep_the_pace_of_a_chat(stage: Stage) -> None:
    card = stage.outbox.put(ANNA, JULY)
    for _ in range(3):
        stage.outbox.put(ANNA, AUGUST)
    await stage.courier.drain()
    stage.outbox.change(card, AUGUST)
    await stage.courier.drain()
    assert stage.telegram.violations == 0
    assert stage.sent_after(ANNA) == [0, 1, 2, 3]


@pytest.mark.parametrize(
    "words", ["ж" * 2000, "&amp;" * 2000, "🙂" * 1000, "<b>" + "ж " * 800 + "</b><i>конец</i>"]
)
async def test_a_caption_that_is_too_long_ends_in_three_dots(stage: Stage, words: str) -> None:
    stage.outbox.put(ANNA, Picture(plain_png(), "график.png", words))
    stage.outbox.put(ANNA, Screen("<b>дальше"), urgency=9)
    await stage.courier.drain()
    (_, caption), after = shown(stage)
    assert caption.endswith("…")
    assert LONGEST - 3 < units(caption) <= LONGEST
    assert after == ("text", "дальше")


async def test_a_caption_that_just_fits_is_left_as_it_is(stage: Stage) -> None:
    stage.outbox.put(ANNA, Picture(plain_png(), "график.png", "<b>" + "&lt;" * LONGEST + "</b>"))
    await stage.courier.drain()
    assert shown(stage) == [("photo", "<" * LONGEST)]


async def test_a_long_caption_in_broken_markup_is_cut_as_plain_text(stage: Stage) -> None:
    stage.outbox.put(ANNA, Picture(plain_png(), "график.png", "<ООО Ромашка> " + "ж" * 2000))
    await stage.courier.drain()
    ((_, caption),) = shown(stage)
    assert caption.startswith("<ООО Ромашка> жж") and caption.endswith("ж…")
    assert units(caption) == LONGEST
