"""What the stand-in takes for a photo, and what may take whose place."""

import json
from itertools import count
from typing import Any

import pytest

from bot.standin.chats import Telegram
from bot.standin.files import MOST_UPLOADED
from bot.standin.limits import BURST
from bot.standin.wire import JSON, Answer, Call, Upload
from tests.screens.pictures.plain_png import plain_png

ANNA = 1001
GONE = 99


class Chat:
    """Anna's, with a bot that asks by forms. The limits' clock moves on by two seconds at each look."""

    def __init__(self) -> None:
        self.telegram = Telegram(lambda: 1_790_000_000.0, monotonic=count(0.0, 2.0).__next__)
        self.telegram.add_user(ANNA, "Анна")
        self.telegram.start(ANNA)

    async def ask(self, method: str, file: bytes = b"", **params: Any) -> Answer:
        uploads = {"x": Upload("график.png", file, "image/png")} if file else {}
        form = {
            name: value if isinstance(value, str) else json.dumps(value) for name, value in params.items()
        }
        return await self.telegram.handle(
            self.telegram.token, Call(method, {"chat_id": str(ANNA)} | form, uploads)
        )

    async def send(self, file: bytes, **params: Any) -> Answer:
        return await self.ask("sendPhoto", file, photo="attach://x", **params)

    async def edit(self, message: int, file: bytes = b"", **media: Any) -> Answer:
        media = {"type": "photo", "media": "attach://x"} | media
        return await self.ask("editMessageMedia", file, message_id=message, media=media)

    async def sent(self, method: str, file: bytes = b"", **params: Any) -> int:
        answer = await self.ask(method, file, **params)
        assert answer.status == 200, answer.body
        number: int = answer.body["result"]["message_id"]
        return number

    def shown(self) -> JSON:
        return self.telegram.messages(ANNA)[-1].raw


@pytest.fixture
def chat() -> Chat:
    return Chat()


def words(answer: Answer) -> str:
    assert answer.status == 400, answer.body
    description: str = answer.body["description"]
    return description


@pytest.mark.parametrize("sides", [(5000, 5000), (9500, 500), (1, 20)])
async def test_sides_at_the_limit_are_taken(chat: Chat, sides: tuple[int, int]) -> None:
    answer = await chat.send(plain_png(*sides))
    (size,) = answer.body["result"]["photo"]
    assert (size["width"], size["height"]) == sides


@pytest.mark.parametrize("sides", [(5000, 5001), (9600, 401), (1, 21)])
async def test_sides_beyond_the_limit_are_refused(chat: Chat, sides: tuple[int, int]) -> None:
    assert words(await chat.send(plain_png(*sides))) == "Bad Request: PHOTO_INVALID_DIMENSIONS"


@pytest.mark.parametrize("file", [b"<svg/>", b"not a picture", plain_png()[:60]], ids=["svg", "text", "half"])
async def test_what_is_no_picture_is_no_photo(chat: Chat, file: bytes) -> None:
    assert words(await chat.send(file)) == "Bad Request: IMAGE_PROCESS_FAILED"
    assert (await chat.ask("sendDocument", file, document="attach://x")).status == 200


async def test_a_photo_ends_at_ten_megabytes_and_a_document_does_not(chat: Chat) -> None:
    png = plain_png()
    most = png + bytes(10 * 1024 * 1024 - len(png))  # what follows the picture is not looked at
    assert (await chat.send(most)).status == 200
    assert words(await chat.send(most + b"\0")) == (
        "Bad Request: file of size 10485761 bytes is too big for a photo; the maximum size is 10485760 bytes"
    )
    assert len(most) < MOST_UPLOADED
    assert (await chat.ask("sendDocument", most + b"\0", document="attach://x")).status == 200


async def test_the_same_photo_under_the_same_words_is_not_modified(chat: Chat) -> None:
    number = await chat.sent("sendPhoto", plain_png(), photo="attach://x", caption="Июль")
    known = chat.shown()["photo"][0]["file_id"]
    assert "message is not modified" in words(await chat.edit(number, media=known, caption="Июль"))
    assert (await chat.edit(number, media=known, caption="Август")).status == 200
    assert (
        await chat.edit(number, plain_png(), caption="Август")
    ).status == 200  # an upload is another photo
    assert chat.shown()["photo"][0]["file_id"] != known


async def test_an_edit_takes_away_the_caption_and_the_buttons_that_it_does_not_bring(chat: Chat) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Дальше", "callback_data": "x"}]]}
    sent = {"photo": "attach://x", "caption": "<b>Июль</b>", "parse_mode": "HTML", "reply_markup": keyboard}
    number = await chat.sent("sendPhoto", plain_png(), **sent)
    await chat.edit(number, plain_png())
    assert not chat.shown().keys() & {"caption", "caption_entities", "reply_markup"}


async def test_a_photo_becomes_a_document_but_not_in_an_album(chat: Chat) -> None:
    number = await chat.sent("sendPhoto", plain_png(), photo="attach://x")
    assert (await chat.edit(number, plain_png(), type="document")).status == 200
    assert "photo" not in chat.shown() and chat.shown()["document"]["file_name"] == "график.png"
    media = [{"type": "photo", "media": "attach://x"}] * 2
    (one, _) = (await chat.ask("sendMediaGroup", plain_png(), media=media)).body["result"]
    refused = await chat.edit(one["message_id"], plain_png(), type="document")
    assert words(refused) == "Bad Request: can't change media type in the album"
    assert (await chat.edit(one["message_id"], plain_png())).status == 200


async def test_a_picture_never_becomes_a_text(chat: Chat) -> None:
    number = await chat.sent("sendPhoto", plain_png(), photo="attach://x")
    refused = await chat.ask("editMessageText", message_id=number, text="Июль")
    assert words(refused) == "Bad Request: there is no text in the message to edit"


async def test_a_voice_and_what_others_wrote_never_become_a_picture(chat: Chat) -> None:
    voice = await chat.sent("sendVoice", b"OggS", voice="attach://x")
    forwarded = await chat.sent("forwardMessage", from_chat_id=ANNA, message_id=1)
    for number in (voice, forwarded, 1):
        refused = await chat.edit(number, plain_png())
        assert words(refused) == "Bad Request: message media can't be edited"
    assert words(await chat.edit(GONE, plain_png())) == "Bad Request: message to edit not found"


@pytest.mark.parametrize(
    ("media", "description"),
    [
        ({"caption": "<b>Июль", "parse_mode": "HTML"},
         "can't parse InputMedia: Can't parse entities: Can't find end tag corresponding to start tag \"b\""),
        ({"caption": "ж" * 1025}, "message caption is too long"),
        ({"media": "attach://y"}, "can't parse InputMedia: media not found"),
        ({"media": "photo-1-x"}, "wrong file_id or the file is temporarily unavailable"),
        ({"type": "video"}, 'the stand-in sends no "video"'),
        ({"captoin": "Июль"}, 'unknown field "captoin" in media'),
    ],
)  # fmt: skip
async def test_media_that_are_wrong_are_refused(chat: Chat, media: JSON, description: str) -> None:
    number = await chat.sent("sendPhoto", plain_png(), photo="attach://x")
    before = chat.shown()
    assert words(await chat.edit(number, plain_png(), **media)) == f"Bad Request: {description}"
    assert chat.shown() == before


async def test_an_edit_of_a_picture_takes_the_place_of_a_message(chat: Chat) -> None:
    number = await chat.sent("sendPhoto", plain_png(), photo="attach://x")
    chat.telegram.limits = type(chat.telegram.limits)(lambda: 0.0)
    for _ in range(BURST):
        assert (await chat.edit(number, plain_png())).status == 200
    assert (await chat.edit(number, plain_png())).status == 429
