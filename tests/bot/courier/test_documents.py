"""Documents in a chat: sent, never edited but replaced, and what Telegram may say to that."""

import pytest
from aiogram.methods import SendDocument

from bot.courier.telegram import LONGEST, sending
from bot.standin.faults import CutAfter, CutBefore, Refuse
from bot.standin.files import MOST_UPLOADED
from bot.standin.wire import ApiError
from screens.content import Document, Picture, Screen
from screens.texts import units
from storage.kinds import CardKind
from tests.bot.courier.courier_stage import ANNA, GROUP, OFFER, SUPERGROUP, Stage
from tests.bot.courier.in_memory_outbox import REPEAT
from tests.screens.pictures.plain_png import plain_png

JULY = Document(b"PK july", "июль.xlsx", "Отчёт, <b>июль</b>")
AUGUST = Document(b"PK august", "август.xlsx", "Отчёт, <i>август</i>")


@pytest.fixture
def stage() -> Stage:
    return Stage()


def shown(stage: Stage, chat: int = ANNA) -> list[tuple[str, str]]:
    """The kind and the words of everything that the bot shows."""
    return [(message.kind, message.text) for message in stage.telegram.messages(chat) if message.by_bot]


async def test_a_document_arrives_with_its_name_and_its_words(stage: Stage) -> None:
    stage.outbox.put(ANNA, JULY)
    await stage.courier.drain()
    message = stage.telegram.messages(ANNA)[-1]
    assert (message.kind, message.text) == ("document", "Отчёт, июль")
    assert [entity["type"] for entity in message.entities] == ["bold"]
    file = message.raw["document"]
    assert (file["file_name"], file["file_size"]) == ("июль.xlsx", len(JULY.data))
    assert stage.telegram.files.get(file["file_id"]).upload.data == JULY.data


@pytest.mark.parametrize("is_silent", [True, False])
def test_a_document_may_make_no_sound(is_silent: bool) -> None:
    request = sending(ANNA, Document(b"PK", "июль.xlsx", silent=is_silent))
    assert isinstance(request, SendDocument) and bool(request.disable_notification) == is_silent


async def test_another_one_takes_its_place_at_the_end_of_the_chat(stage: Stage) -> None:
    card = stage.outbox.put(ANNA, JULY)
    stage.outbox.put(ANNA, OFFER)
    await stage.courier.drain()
    stage.outbox.change(card, AUGUST)
    await stage.courier.drain()
    assert shown(stage) == [("text", "Лид №1"), ("document", "Отчёт, август")]
    assert stage.outbox.history(card) == ["began", "shown", "began", "shown", "removed"]


@pytest.mark.parametrize("other", [Screen("Готовлю"), Picture(plain_png(), "график.png", "Готовлю")])
async def test_a_text_or_a_picture_gives_way_to_a_document_and_comes_back(
    stage: Stage, other: Screen | Picture
) -> None:
    card = stage.outbox.put(ANNA, other)
    await stage.courier.drain()
    stage.outbox.change(card, JULY)
    await stage.courier.drain()
    assert shown(stage) == [("document", "Отчёт, июль")]
    stage.outbox.change(card, other)
    await stage.courier.drain()
    assert [words for _, words in shown(stage)] == ["Готовлю"]


async def test_a_document_that_is_to_be_shown_no_more_is_taken_away(stage: Stage) -> None:
    card = stage.outbox.put(ANNA, JULY)
    await stage.courier.drain()
    stage.outbox.change(card, None)
    await stage.courier.drain()
    assert shown(stage) == []


async def test_broken_markup_under_a_document_is_shown_as_plain_text(stage: Stage) -> None:
    stage.outbox.put(ANNA, Document(b"PK", "июль.xlsx", "<b>Отчёт</b> <ООО Ромашка> &amp; Ко"))
    await stage.courier.drain()
    assert shown(stage) == [("document", "Отчёт <ООО Ромашка> & Ко")]


async def test_a_document_whose_answer_is_lost_is_sent_once_more_only_where_a_repeat_is_allowed(
    stage: Stage,
) -> None:
    stage.faults(("sendDocument", CutAfter()))
    stage.outbox.put(ANNA, JULY)
    await stage.courier.drain()
    assert shown(stage)[-1] == ("document", f"{REPEAT}Отчёт, июль")
    stage.faults(("sendDocument", CutAfter()))
    card = stage.outbox.put(ANNA, AUGUST, kind=CardKind.REPORT, repeatable=False)
    await stage.courier.drain()
    assert shown(stage)[2:] == [("document", "Отчёт, август")]
    assert stage.outbox.history(card) == ["began", "dropped: unsure"]


async def test_a_document_that_certainly_did_not_leave_is_sent_again(stage: Stage) -> None:
    stage.faults(
        ("sendDocument", Refuse(ApiError(429, "Too Many Requests: retry after 3", {"retry_after": 3}))),
        ("sendDocument", Refuse(ApiError(502, "Bad Gateway"))),
    )
    card = stage.outbox.put(ANNA, JULY, repeatable=False)
    await stage.courier.drain()
    assert shown(stage) == [("document", "Отчёт, июль")]
    assert stage.outbox.history(card) == ["began", "unsent", "began", "unsent", "began", "shown"]


async def test_a_document_follows_its_group(stage: Stage) -> None:
    stage.telegram.move_group(GROUP, SUPERGROUP)
    stage.outbox.put(GROUP, JULY)
    await stage.courier.drain()
    assert shown(stage, SUPERGROUP) == [("document", "Отчёт, июль")]


async def test_a_document_to_somebody_who_has_blocked_the_bot_waits_for_him(stage: Stage) -> None:
    stage.telegram.block(ANNA)
    card = stage.outbox.put(ANNA, JULY)
    await stage.courier.drain()
    assert stage.outbox.history(card) == ["began", "unreachable: blocked"]


@pytest.mark.parametrize("data", [b"", bytes(MOST_UPLOADED + 1)], ids=["empty", "too large"])
async def test_a_document_that_telegram_does_not_take_is_given_up_and_the_next_card_goes(
    stage: Stage, data: bytes
) -> None:
    broken = stage.outbox.put(ANNA, Document(data, "июль.xlsx"), urgency=1)
    stage.outbox.put(ANNA, AUGUST)
    await stage.courier.drain()
    assert shown(stage) == [("document", "Отчёт, август")]
    assert stage.outbox.history(broken) == ["began", "dropped: refused"]


async def test_a_caption_under_a_document_that_is_too_long_ends_in_three_dots(stage: Stage) -> None:
    stage.outbox.put(ANNA, Document(b"PK", "июль.xlsx", "ж" * 2000))
    await stage.courier.drain()
    ((_, words),) = shown(stage)
    assert words.endswith("…") and units(words) == LONGEST


async def test_a_cut_before_it_leaves_is_as_uncertain_as_one_after(stage: Stage) -> None:
    stage.faults(("sendDocument", CutBefore()))
    card = stage.outbox.put(ANNA, JULY, repeatable=False)
    await stage.courier.drain()
    assert shown(stage) == [] and stage.outbox.history(card) == ["began", "dropped: unsure"]
