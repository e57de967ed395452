"""The client's own voice, photo or album goes to whoever has the lead, and to nobody else."""

from __future__ import annotations

import pytest

from tests.stories.desk import Desk
from tests.stories.words import CLAIM, DECLINE, GIVE_BACK, HAND_OVER, REACHED, REFUSAL


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
    assert "+7 843 200-00-00" in other.card("№2").text
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
