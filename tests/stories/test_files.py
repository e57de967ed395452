"""The client's own voice, photo or album goes to whoever has the lead, and to nobody else."""

from __future__ import annotations

import pytest

from bot.standin.faults import Fine, Refuse, Script
from tests.stories.desk import Desk
from tests.stories.people import Person
from tests.stories.words import ASSIGN, CLAIM, DECLINE, GIVE_BACK, HAND_OVER, NOTE, REACHED, REFUSAL


async def hands_over_an_album(desk: Desk) -> None:
    await desk.anna.sends_album("Балкон 8 (843) 200-00-00", "", "")
    await desk.anna.taps(HAND_OVER)


async def test_an_album_arrives_whole_when_the_lead_is_claimed(desk: Desk) -> None:
    await hands_over_an_album(desk)
    assert desk.petrov.files() == [], "not before the claim"
    await desk.petrov.taps(CLAIM)
    assert desk.petrov.files() == ["photo"] * 3
    albums = {m.raw.get("media_group_id") for m in desk.petrov.messages() if m.kind == "photo"}
    assert len(albums) == 1 and None not in albums, "it is still one album"
    assert not desk.sidorova.files() and not desk.smirnov.files()


async def test_an_album_tells_after_the_claim_that_the_client_is_a_known_one(desk: Desk) -> None:
    """The lead stays in the hands that have it; whose client it is follows from that, as the ledger proves."""
    await desk.anna.sends("Рустам 8 (843) 200-00-00, окна")
    await desk.anna.taps(HAND_OVER)
    await desk.petrov.taps(CLAIM)
    first, *_ = await desk.anna.sends_album("Балкон, фото")
    await desk.anna.taps(HAND_OVER)
    if desk.petrov.has(CLAIM):
        await desk.petrov.taps(DECLINE)
    other = next(p for p in (desk.sidorova, desk.ivanov) if p.has(CLAIM))
    await other.taps(CLAIM)
    album = desk.telegram.chats[desk.anna.id].messages[first]["media_group_id"]
    await desk.anna.sends_album("8 (843) 200-00-00", more_of=album)
    assert "+7 843 200-00-00" in other.card("№2 ·").text
    assert "2 leads" in await desk.verifies()


@pytest.mark.parametrize("kind", ["voice", "document"])
async def test_a_voice_or_a_document_arrives_at_the_claim(desk: Desk, kind: str) -> None:
    await (desk.anna.sends_voice() if kind == "voice" else desk.anna.sends_document("смета.pdf"))
    await desk.anna.taps(HAND_OVER)
    first = next(p for p in (desk.petrov, desk.sidorova, desk.ivanov) if p.has(CLAIM))
    await first.taps(CLAIM)
    assert first.files() == [kind]


async def test_files_arrive_when_the_lead_is_assigned_by_hand(desk: Desk) -> None:
    await hands_over_an_album(desk)
    await desk.smirnov.sends("/leads")
    await desk.smirnov.taps("№1")
    await desk.smirnov.taps("Иван Иванов")
    assert desk.ivanov.files() == ["photo"] * 3
    assert desk.petrov.files() == [] and desk.smirnov.files() == []


async def test_files_arrive_once_however_much_happens_afterwards(desk: Desk) -> None:
    await hands_over_an_album(desk)
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(REACHED)
    await desk.passes(days=1)
    await desk.petrov.taps(REFUSAL)
    assert desk.petrov.files() == ["photo"] * 3


async def test_files_are_taken_away_from_who_loses_the_lead_and_given_to_the_next(desk: Desk) -> None:
    await hands_over_an_album(desk)
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(GIVE_BACK)
    await desk.sidorova.taps(CLAIM)
    assert desk.sidorova.files() == ["photo"] * 3
    assert desk.petrov.files() == [], "they show the client, and he is another's now"


async def test_files_that_are_gone_are_said_to_be_gone(desk: Desk) -> None:
    message = await desk.anna.sends_voice()
    await desk.anna.taps(HAND_OVER)
    desk.telegram.delete_message(desk.anna.id, message)
    first = next(p for p in (desk.petrov, desk.sidorova, desk.ivanov) if p.has(CLAIM))
    await first.taps(CLAIM)
    assert first.sees("Вложения больше не открываются")


async def notes_with(desk: Desk, person: Person, *kinds: str) -> None:
    """Each sends a file as a note on №1."""
    for kind in kinds:
        await person.taps(NOTE, on="№1")
        await (person.sends_voice() if kind == "voice" else person.sends_photo())


async def from_several_chats(desk: Desk) -> None:
    """A photo of the secretary's, notes with files of the head's and the holder's, and a repeat with a document."""
    await desk.anna.sends_album("Балкон 8 (843) 200-00-00", "")
    await desk.anna.taps(HAND_OVER)
    await desk.petrov.taps(CLAIM)
    await desk.smirnov.opens(1)
    await notes_with(desk, desk.smirnov, "voice")
    await notes_with(desk, desk.petrov, "photo", "voice")
    await desk.anna.sends_document("смета.pdf", "8 (843) 200-00-00, прислали смету")
    await desk.anna.taps(HAND_OVER)


ALL = ["photo", "photo", "voice", "photo", "voice", "document"]


async def test_files_of_notes_and_repeats_follow_from_every_chat_in_order(desk: Desk) -> None:
    await from_several_chats(desk)
    assert desk.petrov.files() == ["photo", "photo", "voice", "document"], "their own they have"
    await desk.smirnov.taps(ASSIGN)
    await desk.smirnov.taps("Иван Иванов")
    assert desk.ivanov.files() == ALL
    assert desk.petrov.files() == []
    await desk.verifies()


async def test_they_come_after_the_card_that_explains_them(desk: Desk) -> None:
    await from_several_chats(desk)
    for person in (desk.ivanov, desk.sidorova, desk.ivanov):
        await desk.smirnov.opens(1)
        if desk.smirnov.has(ASSIGN):
            await desk.smirnov.taps(ASSIGN)
        await desk.smirnov.taps("Иван Иванов" if person.id == desk.ivanov.id else "Ольга Сидорова")
        card = person.card("№1").message_id
        files = [m.message_id for m in person.messages() if m.kind != "text" and not m.buttons]
        assert len(files) == len(ALL) and card < min(files)


async def test_a_restart_and_a_failure_on_the_way_lose_none_and_double_none(desk: Desk) -> None:
    await from_several_chats(desk)
    desk.telegram.faults = Script(("copyMessages", Fine()), ("copyMessages", Refuse.flood(3600)))
    await desk.smirnov.taps(ASSIGN)
    message, data = desk.smirnov.data("Иван Иванов")
    desk.telegram.tap(desk.smirnov.id, message, data=data)
    await desk.hears()
    await desk.restarts()
    await desk.settle()
    assert desk.ivanov.files() == ALL, "the third chat's when Telegram took more"
    await desk.restarts()
    await desk.settle()
    assert desk.ivanov.files() == ALL


async def test_what_is_gone_in_one_chat_keeps_nothing_back_of_another(desk: Desk) -> None:
    await from_several_chats(desk)
    for message in [m for m in desk.telegram.messages(desk.smirnov.id) if m.kind == "voice"]:
        desk.telegram.delete_message(desk.smirnov.id, message.message_id)
    await desk.smirnov.taps(ASSIGN)
    await desk.smirnov.taps("Иван Иванов")
    assert desk.ivanov.files() == ["photo", "photo", "photo", "voice", "document"]
    assert desk.ivanov.sees("Вложения больше не открываются")


async def test_more_than_a_hundred_are_all_there(desk: Desk) -> None:
    album = [""] * 60
    await desk.anna.sends_album("Балкон 8 (843) 200-00-00", *album)
    await desk.anna.taps(HAND_OVER)
    await desk.petrov.taps(CLAIM)
    await desk.anna.taps(NOTE, on="№1")
    await desk.anna.sends_album(*album)
    assert len(desk.petrov.files()) == 121
