"""What people type breaks nothing, shows nobody a client before the claim, and stays within Telegram's limits."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from screens.texts import units
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.people import Person
from tests.stories.words import CLAIM, HAND_OVER

PHONE = "8 (843) 200-77-55"
ENTITIES = ("2007755", "200-77-55", "8432007755")

HOSTILE = {
    "markup": f'<b>Рустам</b> </blockquote><a href="tg://user?id=201">тут</a> &lt; &amp;amp; {PHONE}',
    "half a tag": f"<b <i> << {PHONE} & && </",
    "markdown": f"*_[`Рустам`](http://x)_* {PHONE}",
    "braces of the texts": f"{{ $name }} {{ -term }} %s {{0}} {PHONE}",
    "as long as it gets": (PHONE + " " + "окно " * 1000)[:4096],
    "as long as it gets, in emoji": PHONE + " " + "🪟" * 2030,
    "nothing but emoji": "🪟🔥👨‍👩‍👧‍👦🇷🇺",
    "three phones": f"{PHONE}, 8 (843) 200-77-56 и +7 917 200 77 55",
    "written from the right": f"\u202eРустам {PHONE}\u202c \u200f окна",
    "invisible characters": "Ру\u200bстам 8\u200b843\u200b200\u200b77\u200b55",
    "lone surrogates' neighbours": f"\ufffd\ufeff\u0301\u0301\u0301 {PHONE}",
    "empty lines": f"\n\n\n{PHONE}\n\n\n",
    "a command in the middle": f"перезвонить /start {PHONE} @anna #окна",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
async def test_a_hostile_text_goes_the_whole_way(desk: Desk, text: str) -> None:
    await desk.anna.sends(text)
    await desk.anna.taps(HAND_OVER)
    manager = the_one_who_is_asked(desk)
    for words in ENTITIES:
        assert words not in re.sub(r"[^\w-]", "", manager.chat())
    await desk.passes(minutes=10)
    assert desk.smirnov.chat() == "" and desk.orlova.chat() == ""
    await the_one_who_is_asked(desk).taps(CLAIM)
    await desk.smirnov.sends("/leads")
    await desk.smirnov.sends("/why 1")
    nothing_is_out_of_bounds(desk)


@pytest.mark.parametrize("caption", ["<i>&" * 256, "🪟" * 512, "окно " * 200])
async def test_a_hostile_caption_goes_the_whole_way(desk: Desk, caption: str) -> None:
    await desk.anna.sends_photo(caption)
    await desk.anna.taps(HAND_OVER)
    manager = the_one_who_is_asked(desk)
    await manager.taps(CLAIM)
    assert manager.files() == ["photo"]
    nothing_is_out_of_bounds(desk)


async def test_ten_pictures_with_the_longest_captions_become_one_card(desk: Desk) -> None:
    await desk.anna.sends_album(*(["<&>" * 341] * 10))
    assert len(desk.anna.messages()) == 1 and "10 фото" in desk.anna.card().text
    await desk.anna.taps(HAND_OVER)
    manager = the_one_who_is_asked(desk)
    await manager.taps(CLAIM)
    assert len(manager.files()) == 10
    nothing_is_out_of_bounds(desk)


NAMES = {
    "emoji": "👨‍👩‍👧‍👦" * 5 + "🔥" * 25,
    "markup": 'Пётр <b>&amp;</b> "Петров"',
    "long": "П" * 60,
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
async def test_a_manager_may_be_called_anything(tmp_path: Path, name: str) -> None:
    strange = varied(OFFICE, people={"petrov": {"name": name}})
    async with office(tmp_path, strange) as desk:
        await desk.lead()
        assert desk.anna.sees(name), "the name is shown as it is written"
        await desk.petrov.taps(CLAIM)
        await desk.smirnov.sends("/leads")
        await desk.smirnov.sends("/office")
        await desk.smirnov.sends("/queue")
        await desk.smirnov.taps("№1")
        await desk.sidorova.sends("/why 1")
        await desk.smirnov.sends("/report")
        await desk.petrov.sends("/me")
        await desk.petrov.sends("/help")
        nothing_is_out_of_bounds(desk)


async def test_what_a_client_is_called_is_masked_everywhere_until_the_claim(desk: Desk) -> None:
    await desk.anna.sends_contact("78432007755", "<b>Рустам</b>", "& Галиев")
    assert desk.anna.sees("<b>Рустам</b> & Галиев")
    await desk.anna.taps(HAND_OVER)
    assert desk.petrov.has(CLAIM)
    assert "Рустам" not in desk.petrov.chat() and "Галиев" not in desk.petrov.chat()
    await desk.petrov.taps(CLAIM)
    assert desk.petrov.sees("<b>Рустам</b> & Галиев")


def the_one_who_is_asked(desk: Desk) -> Person:
    return next(p for p in (desk.petrov, desk.sidorova, desk.ivanov) if p.has(CLAIM))


def nothing_is_out_of_bounds(desk: Desk) -> None:
    """Every message of every chat; the stand-in has refused longer ones, and a refusal would be logged as an error."""
    for person in (desk.anna, desk.petrov, desk.sidorova, desk.ivanov, desk.smirnov, desk.orlova):
        for message in person.messages():
            assert units(message.text) <= 4096
            for button in (b for row in message.buttons for b in row):
                if button.action == "callback_data":
                    assert len(button.value.encode()) <= 64
                    assert not any(words in button.value for words in ENTITIES)
