"""One behaviour suite for both doors of the stand-in: over HTTP, and in the same process."""

import asyncio
from collections.abc import AsyncIterator
from itertools import count
from typing import Any

import pytest
from aiogram import Bot
from aiogram import exceptions as answered
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.methods import GetUpdates, SendDice, TelegramMethod
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    DisabledButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    Message,
    ReplyParameters,
)
from aiohttp.test_utils import TestServer

from bot.standin import faults
from bot.standin.chats import Telegram
from bot.standin.files import MOST_UPLOADED
from bot.standin.http_door import http_door
from bot.standin.session import StandInSession
from tests.screens.pictures.plain_png import plain_png

NOW = 1_790_000_000.0
ANNA, BORIS, STRANGER = 1001, 1002, 4040
CLAIM = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="✅ Беру", callback_data="claim:1", style="success")]]
)


@pytest.fixture
def telegram() -> Telegram:
    """Anna has started the bot, Boris has not. The limits' clock moves on by two seconds at each look."""
    telegram = Telegram(lambda: NOW, monotonic=count(0.0, 2.0).__next__)
    telegram.add_user(ANNA, "Анна", "Петрова", "anna")
    telegram.add_user(BORIS, "Борис")
    telegram.start(ANNA)
    return telegram


@pytest.fixture(params=["http", "in process"])
async def door(request: pytest.FixtureRequest, telegram: Telegram) -> AsyncIterator[Bot]:
    if request.param == "in process":
        yield Bot(telegram.token, session=StandInSession(telegram))
        return
    async with TestServer(http_door(telegram)) as server:
        session = AiohttpSession(api=TelegramAPIServer.from_base(str(server.make_url("/"))))
        async with Bot(telegram.token, session=session).context() as bot:
            yield bot


async def refused(request: TelegramMethod[Any], bot: Bot) -> answered.TelegramAPIError:
    with pytest.raises(answered.TelegramAPIError) as caught:
        await bot(request)
    return caught.value


async def test_a_lead_is_offered_tapped_answered_and_rewritten(telegram: Telegram, door: Bot) -> None:
    (start,) = await door.get_updates()
    assert start.message and start.message.text == "/start"
    assert start.message.entities and start.message.entities[0].type == "bot_command"

    offer = await door.send_message(ANNA, "<b>Лид №1</b> 🙂 Казань", parse_mode="HTML", reply_markup=CLAIM)
    query_id = telegram.tap(ANNA, offer.message_id, "Беру")
    (tap,) = await door.get_updates(offset=start.update_id + 1)
    assert tap.callback_query and tap.callback_query.id == query_id and tap.callback_query.data == "claim:1"
    assert tap.callback_query.message and tap.callback_query.message.message_id == offer.message_id

    await door.answer_callback_query(tap.callback_query.id, text="Ваш!", show_alert=True)
    await door.edit_message_text("Взяла Анна", chat_id=ANNA, message_id=offer.message_id)
    assert [(toast.text, toast.show_alert) for toast in telegram.toasts(ANNA)] == [("Ваш!", True)]
    shown = telegram.messages(ANNA)[-1]
    assert (shown.text, shown.edited, shown.buttons, shown.by_bot) == ("Взяла Анна", True, (), True)


async def test_a_mention_and_a_moment_keep_what_they_mean(telegram: Telegram, door: Bot) -> None:
    moment = '<tg-time unix="1790000300" format="t">18:18</tg-time>'
    people = f'<a href="tg://user?id={BORIS}">Борис</a>, <a href="tg://user?id={STRANGER}">кто-то</a>'
    sent = await door.send_message(ANNA, f"🙂 {people} до {moment}", parse_mode="HTML")
    assert sent.text and sent.entities
    mention, time = sent.entities
    assert mention.user and mention.user.first_name == mention.extract_from(sent.text) == "Борис"
    assert (time.extract_from(sent.text), time.unix_time) == ("18:18", 1_790_000_300)


async def test_a_disabled_button_is_shown_and_does_nothing(telegram: Telegram, door: Bot) -> None:
    taken = InlineKeyboardButton(text="Взял Пётр", disabled=DisabledButton())
    markup = InlineKeyboardMarkup(inline_keyboard=[[taken]])
    sent = await door.send_message(ANNA, "Лид №1", reply_markup=markup)
    assert telegram.tap(ANNA, sent.message_id, "Взял Пётр") is None
    assert telegram.messages(ANNA)[-1].buttons[0][0].action == "disabled"
    assert len(telegram.updates) == 1  # the /start


async def test_files_and_captions_go_up_and_the_bytes_come_down(telegram: Telegram, door: Bot) -> None:
    png = plain_png()
    chart = BufferedInputFile(png, "Июль «2026».png")
    sent = await door.send_photo(ANNA, chart, caption="<i>Июль</i>", parse_mode="HTML")
    assert sent.photo and sent.caption == "Июль"
    again = await door.send_photo(ANNA, sent.photo[-1].file_id)
    assert again.photo and again.photo[-1].file_unique_id == sent.photo[-1].file_unique_id
    loaded = await door.download(sent.photo[-1])
    assert loaded and loaded.read() == png
    assert (sent.photo[-1].width, sent.photo[-1].height) == (640, 400)
    table = await door.send_document(ANNA, BufferedInputFile(b"PK\x03\x04", "июль.xlsx"))
    assert table.document and (table.document.file_name, table.document.file_size) == ("июль.xlsx", 4)


async def test_an_album_goes_out_as_one_group(telegram: Telegram, door: Bot) -> None:
    files = [BufferedInputFile(plain_png(), f"{n}.png") for n in (1, 2)]
    parts = [InputMediaPhoto(media=file, caption=f"№{n}") for n, file in enumerate(files, 1)]
    sent = await door.send_media_group(ANNA, parts)  # type: ignore[arg-type]  # aiogram's list is invariant
    assert len({message.media_group_id for message in sent}) == 1
    assert [message.text for message in telegram.messages(ANNA)[1:]] == ["№1", "№2"]


async def test_a_picture_takes_the_place_of_a_text_and_of_another_picture(
    telegram: Telegram, door: Bot
) -> None:
    sent = await door.send_message(ANNA, "<b>График</b>", parse_mode="HTML", reply_markup=CLAIM)
    for width, words in ((640, "<b>Июль</b>"), (800, "Август")):
        chart = BufferedInputFile(plain_png(width), "график.png")
        media = InputMediaPhoto(media=chart, caption=words, parse_mode="HTML")
        edited = await door.edit_message_media(media, chat_id=ANNA, message_id=sent.message_id)
        assert isinstance(edited, Message) and edited.photo and edited.photo[-1].width == width
    shown = telegram.messages(ANNA)[-1]
    assert (shown.message_id, shown.kind, shown.text, shown.edited) == (
        sent.message_id,
        "photo",
        "Август",
        True,
    )
    assert "text" not in shown.raw and not shown.entities and not shown.buttons


async def test_a_secretarys_voice_is_copied_with_a_new_caption(telegram: Telegram, door: Bot) -> None:
    voice = telegram.send_voice(ANNA, seconds=7)
    copied = await door.copy_message(ANNA, ANNA, voice, caption="Клиент с сайта")
    forwarded = await door.forward_message(ANNA, ANNA, voice)
    shown = telegram.messages(ANNA)[-2]
    assert (shown.message_id, shown.kind, shown.text) == (copied.message_id, "voice", "Клиент с сайта")
    assert forwarded.forward_origin and forwarded.voice and forwarded.voice.duration == 7


async def test_an_album_of_a_secretary_is_copied_as_an_album(telegram: Telegram, door: Bot) -> None:
    album = telegram.send_album(ANNA, "дом", "план")
    copies = await door.copy_messages(ANNA, ANNA, [*album, 999])
    shown = telegram.messages(ANNA)[-2:]
    assert [message.message_id for message in shown] == [copy.message_id for copy in copies]
    assert len({message.raw["media_group_id"] for message in shown}) == 1


async def test_a_reply_quotes_its_message_and_a_missing_one_is_refused(telegram: Telegram, door: Bot) -> None:
    sent = await door.send_message(ANNA, "Лид?", reply_parameters=ReplyParameters(message_id=1))
    assert sent.reply_to_message and sent.reply_to_message.text == "/start"
    with pytest.raises(answered.TelegramBadRequest, match="Bad Request: message to be replied not found"):
        await door.send_message(ANNA, "Лид?", reply_parameters=ReplyParameters(message_id=99))


async def test_commands_are_kept_for_each_language(telegram: Telegram, door: Bot) -> None:
    await door.set_my_commands([BotCommand(command="me", description="Моя очередь")], language_code="ru")
    assert [command.command for command in await door.get_my_commands(language_code="ru")] == ["me"]
    assert await door.get_my_commands() == []
    await door.delete_my_commands(language_code="ru")
    assert await door.get_my_commands(language_code="ru") == []


async def test_the_bot_knows_itself_and_the_chat(telegram: Telegram, door: Bot) -> None:
    await door.pin_chat_message(ANNA, 1)
    me, chat = await door.me(), await door.get_chat(ANNA)
    assert (me.username, me.id, me.is_bot) == ("fairlead_demo_bot", telegram.bot.id, True)
    assert chat.full_name == "Анна Петрова" and chat.pinned_message
    assert await door.send_chat_action(ANNA, "typing")


async def test_who_cannot_be_reached_is_told_apart(telegram: Telegram, door: Bot) -> None:
    with pytest.raises(answered.TelegramBadRequest, match=r"Bad Request: chat not found$"):
        await door.send_message(STRANGER, "?")
    with pytest.raises(
        answered.TelegramForbiddenError, match=r"bot can't initiate conversation with a user$"
    ):
        await door.send_message(BORIS, "?")
    telegram.block(ANNA)
    with pytest.raises(answered.TelegramForbiddenError, match=r"Forbidden: bot was blocked by the user$"):
        await door.send_message(ANNA, "?")
    telegram.unblock(ANNA)
    telegram.start(ANNA)
    await door.send_message(ANNA, "С возвращением")
    telegram.deactivate(ANNA)
    with pytest.raises(answered.TelegramForbiddenError, match=r"Forbidden: user is deactivated$"):
        await door.send_message(ANNA, "?")


async def test_a_wrong_edit_is_refused_in_telegrams_words(telegram: Telegram, door: Bot) -> None:
    sent = await door.send_message(ANNA, "Лид №1", reply_markup=CLAIM)
    with pytest.raises(
        answered.TelegramBadRequest, match="message is not modified: specified new message content and"
    ):
        await door.edit_message_text(
            "  Лид №1 ", chat_id=ANNA, message_id=sent.message_id, reply_markup=CLAIM
        )
    with pytest.raises(
        answered.TelegramBadRequest, match="are exactly the same as a current content and reply markup"
    ):
        await door.edit_message_reply_markup(chat_id=ANNA, message_id=sent.message_id, reply_markup=CLAIM)
    with pytest.raises(
        answered.TelegramBadRequest, match="Bad Request: there is no caption in the message to edit"
    ):
        await door.edit_message_caption(chat_id=ANNA, message_id=sent.message_id, caption="?")
    with pytest.raises(answered.TelegramBadRequest, match="Bad Request: message can't be edited"):
        await door.edit_message_text("?", chat_id=ANNA, message_id=1)
    telegram.delete_message(ANNA, sent.message_id)
    with pytest.raises(answered.TelegramBadRequest, match="Bad Request: message to edit not found"):
        await door.edit_message_text("?", chat_id=ANNA, message_id=sent.message_id)
    with pytest.raises(answered.TelegramBadRequest, match="Bad Request: message to delete not found"):
        await door.delete_message(ANNA, sent.message_id)
    with pytest.raises(answered.TelegramBadRequest, match="Bad Request: message to copy not found"):
        await door.copy_message(ANNA, ANNA, sent.message_id)


async def test_a_tap_is_answered_once(telegram: Telegram, door: Bot) -> None:
    sent = await door.send_message(ANNA, "Лид №1", reply_markup=CLAIM)
    query_id = telegram.tap(ANNA, sent.message_id, "Беру")
    assert query_id
    await door.answer_callback_query(query_id)
    with pytest.raises(
        answered.TelegramBadRequest, match="query is too old and response timeout expired or query ID is"
    ):
        await door.answer_callback_query(query_id, text="Ещё раз")
    assert [toast.text for toast in telegram.toasts(ANNA)] == [""]


async def test_an_unknown_method_and_a_wrong_token_are_refused(telegram: Telegram, door: Bot) -> None:
    error = await refused(SendDice(chat_id=ANNA), door)
    assert isinstance(error, answered.TelegramNotFound) and error.message == "Not Found: method not found"
    telegram.token = "42:another"
    with pytest.raises(answered.TelegramUnauthorizedError, match="Unauthorized"):
        await door.get_me()


async def test_a_group_that_became_a_supergroup_says_where_it_is(telegram: Telegram, door: Bot) -> None:
    telegram.add_group(-50, "Отдел продаж")
    telegram.move_group(-50, -1_000_000_000_050)
    with pytest.raises(answered.TelegramMigrateToChat) as caught:
        await door.send_message(-50, "Всем привет")
    assert caught.value.migrate_to_chat_id == -1_000_000_000_050
    await door.send_message(-1_000_000_000_050, "Всем привет")


async def test_a_file_beyond_fifty_megabytes_is_too_large(telegram: Telegram, door: Bot) -> None:
    with pytest.raises(answered.TelegramEntityTooLarge, match="Request Entity Too Large"):
        await door.send_document(ANNA, BufferedInputFile(bytes(MOST_UPLOADED + 1), "big.bin"))


async def test_a_request_that_never_arrives_changes_nothing(telegram: Telegram, door: Bot) -> None:
    telegram.faults = faults.Script(("sendMessage", faults.CutBefore()))
    with pytest.raises(answered.TelegramNetworkError):
        await door.send_message(ANNA, "Лид №1")
    assert len(telegram.messages(ANNA)) == 1
    await door.send_message(ANNA, "Лид №1")
    assert len(telegram.messages(ANNA)) == 2


async def test_a_lost_reply_leaves_the_message_delivered(telegram: Telegram, door: Bot) -> None:
    telegram.faults = faults.Script(("sendMessage", faults.CutAfter()))
    with pytest.raises(answered.TelegramNetworkError):
        await door.send_message(ANNA, "Лид №1")
    assert telegram.messages(ANNA)[-1].text == "Лид №1"


async def test_server_errors_and_floods_come_as_telegram_sends_them(telegram: Telegram, door: Bot) -> None:
    telegram.faults = faults.Script(
        ("*", faults.Refuse.server_error(502)), ("*", faults.Refuse.flood(17)), ("*", faults.Refuse.blocked())
    )
    with pytest.raises(answered.TelegramServerError, match="Bad Gateway"):
        await door.get_me()
    with pytest.raises(answered.TelegramRetryAfter) as caught:
        await door.send_message(ANNA, "?")
    assert caught.value.retry_after == 17
    with pytest.raises(answered.TelegramForbiddenError):
        await door.send_message(ANNA, "?")
    assert telegram.violations == 0  # none of it was the bot's fault


async def test_a_reply_that_comes_too_late_is_a_timeout(telegram: Telegram, door: Bot) -> None:
    never = asyncio.Event()

    async def wait(_: float) -> None:
        await never.wait()

    telegram.faults = faults.Script(("getMe", faults.Delay(60, wait)))
    with pytest.raises(answered.TelegramNetworkError, match="Request timeout error"):
        await door.get_me(request_timeout=0.05)  # type: ignore[arg-type]  # aiogram passes it on as it is
    never.set()


async def test_a_long_poll_wakes_with_the_first_update(telegram: Telegram, door: Bot) -> None:
    async with asyncio.TaskGroup() as tasks:
        poll = tasks.create_task(door.get_updates(offset=2, timeout=30))
        await telegram.updates.polled.wait()
        telegram.send_text(ANNA, "Новый лид")
    (update,) = poll.result()
    assert update.message and update.message.text == "Новый лид"


async def test_a_second_poller_ends_the_first(telegram: Telegram, door: Bot) -> None:
    async with asyncio.TaskGroup() as tasks:
        first = tasks.create_task(refused(GetUpdates(offset=2, timeout=30), door))
        await telegram.updates.polled.wait()
        assert await door.get_updates(offset=2) == []
    error = first.result()
    assert isinstance(error, answered.TelegramConflictError)
    assert error.message == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )
