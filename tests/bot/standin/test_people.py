"""What people do, and how the bot and they see it. Everything that reaches the bot must parse as aiogram's types."""

import pytest
from aiogram.types import InaccessibleMessage, Message, MessageOriginHiddenUser, MessageOriginUser, Update

from bot.standin.chats import Telegram
from bot.standin.model import User
from bot.standin.wire import Call

ANNA = 1001


@pytest.fixture
def telegram() -> Telegram:
    telegram = Telegram(lambda: 1_790_000_000.0)
    telegram.add_user(ANNA, "Анна", "Петрова", "anna", language_code="tt")
    return telegram


async def updates(telegram: Telegram) -> list[Update]:
    answer = await telegram.handle(telegram.token, Call("getUpdates", {}))
    return [Update.model_validate(update) for update in answer.body["result"]]


async def heard(telegram: Telegram) -> Message:
    message = (await updates(telegram))[-1].message
    assert message is not None
    return message


async def test_an_invitation_link_brings_its_payload(telegram: Telegram) -> None:
    telegram.start(ANNA, "join_a-Z9")
    message = await heard(telegram)
    assert message.text == "/start join_a-Z9"
    assert message.from_user and message.from_user.language_code == "tt" and message.chat.type == "private"
    assert [(e.type, e.offset, e.length) for e in message.entities or []] == [("bot_command", 0, 6)]


@pytest.mark.parametrize("payload", ["x" * 65, "с кириллицей", "a b"])
async def test_telegram_passes_on_no_other_payload(telegram: Telegram, payload: str) -> None:
    with pytest.raises(ValueError, match="start payload"):
        telegram.start(ANNA, payload)


async def test_a_phone_and_a_link_are_found_in_a_text(telegram: Telegram) -> None:
    telegram.send_text(ANNA, "🙂 +7 999 123-45-67, окна, https://okna.example/?a=1")
    message = await heard(telegram)
    found = [(e.type, e.extract_from(message.text or "")) for e in message.entities or []]
    assert found == [("phone_number", "+7 999 123-45-67"), ("url", "https://okna.example/?a=1")]


async def test_a_contact_a_voice_a_document_arrive_as_such(telegram: Telegram) -> None:
    telegram.send_contact(ANNA, "+79991234567", "Иван", "Клиентов")
    telegram.send_voice(ANNA, 12)
    telegram.send_document(ANNA, "план.pdf", b"%PDF", "План квартиры")
    contact, voice, document = (update.message for update in await updates(telegram))
    assert contact and contact.contact and contact.contact.phone_number == "+79991234567"
    assert voice and voice.voice and voice.voice.duration == 12
    assert document and document.document and document.document.file_name == "план.pdf"
    assert [seen.kind for seen in telegram.messages(ANNA)] == ["contact", "voice", "document"]


async def test_an_album_arrives_as_separate_messages_of_one_group(telegram: Telegram) -> None:
    telegram.send_album(ANNA, "дом", "", "план")
    messages = [update.message for update in await updates(telegram)]
    assert [message and message.caption for message in messages] == ["дом", None, "план"]
    assert len({message and message.media_group_id for message in messages}) == 1


async def test_a_forward_says_whose_words_they_are(telegram: Telegram) -> None:
    telegram.forward_text(ANNA, "Хочу окна", from_name="Иван")
    telegram.forward_text(ANNA, "Хочу двери", from_user=User(77, "Пётр"))
    hidden, known = (update.message and update.message.forward_origin for update in await updates(telegram))
    assert isinstance(hidden, MessageOriginHiddenUser) and hidden.sender_user_name == "Иван"
    assert isinstance(known, MessageOriginUser) and known.sender_user.id == 77


async def test_a_reply_brings_what_it_answers(telegram: Telegram) -> None:
    first = telegram.send_text(ANNA, "Лид")
    telegram.send_text(ANNA, "уточнение", reply_to=telegram.send_text(ANNA, "ещё", reply_to=first))
    quoted = (await heard(telegram)).reply_to_message
    assert quoted and quoted.text == "ещё" and quoted.reply_to_message is None


async def test_a_correction_arrives_as_an_edit(telegram: Telegram) -> None:
    number = telegram.send_text(ANNA, "+7 999 123-45-66")
    telegram.edit_text(ANNA, number, "опечатка")
    edited = (await updates(telegram))[-1].edited_message
    assert edited and edited.text == "опечатка" and edited.edit_date and not edited.entities
    assert telegram.messages(ANNA)[0].edited


async def test_a_tap_on_a_message_that_is_gone_still_arrives(telegram: Telegram) -> None:
    number = telegram.send_text(ANNA, "Лид")
    telegram.delete_message(ANNA, number)
    telegram.tap(ANNA, number, data="claim:1")
    query = (await updates(telegram))[-1].callback_query
    assert query and query.data == "claim:1" and query.chat_instance
    assert isinstance(query.message, InaccessibleMessage)


async def test_a_button_that_is_not_there_cannot_be_tapped_by_its_words(telegram: Telegram) -> None:
    with pytest.raises(ValueError, match="no button 'Беру' under message 1"):
        telegram.tap(ANNA, telegram.send_text(ANNA, "Лид"), "Беру")


async def test_links_and_texts_to_copy_make_no_update(telegram: Telegram) -> None:
    telegram.start(ANNA)
    rows = [
        [
            {"text": "📋 Телефон", "copy_text": {"text": "+79991234567"}},
            {"text": "Сайт", "url": "https://a.example"},
        ]
    ]
    asked = {"chat_id": ANNA, "text": "Лид", "reply_markup": {"inline_keyboard": rows}}
    answer = await telegram.handle(telegram.token, Call("sendMessage", asked))
    number = answer.body["result"]["message_id"]
    assert telegram.tap(ANNA, number, "Телефон") is None
    assert telegram.tap(ANNA, number, "Сайт") is None
    assert [button.value for button in telegram.messages(ANNA)[-1].buttons[0]] == [
        "+79991234567",
        "https://a.example",
    ]
    assert len(await updates(telegram)) == 1


async def test_who_blocks_the_bot_is_reported_and_cannot_write(telegram: Telegram) -> None:
    telegram.start(ANNA)
    telegram.block(ANNA)
    telegram.block(ANNA)
    with pytest.raises(ValueError, match="blocked"):
        telegram.send_text(ANNA, "?")
    telegram.unblock(ANNA)
    changes = [update.my_chat_member for update in await updates(telegram) if update.my_chat_member]
    assert [change.new_chat_member.status for change in changes] == ["kicked", "member"]


async def test_what_the_bot_was_told_does_not_change_afterwards(telegram: Telegram) -> None:
    number = telegram.send_text(ANNA, "как было")
    telegram.edit_text(ANNA, number, "как стало")
    assert [u.message.text for u in await updates(telegram) if u.message] == ["как было"]
