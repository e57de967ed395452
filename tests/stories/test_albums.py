"""An album is one client's: its captions are edited one by one, and the words for it make no draft of their own."""

from __future__ import annotations

import pytest

from tests.stories.desk import Desk
from tests.stories.people import Person
from tests.stories.words import CLAIM, HAND_OVER, NAME, NOTE

MARAT, WORDS = "Марат Гильманов", "Рустам 8 (843) 200-11-22, окна на балкон"


def drafts(person: Person) -> int:
    return sum(message.button(HAND_OVER) is not None for message in person.messages())


async def test_a_caption_that_is_edited_replaces_its_own_words_alone(desk: Desk) -> None:
    first, second, _ = await desk.anna.sends_album("Рустам 8 (843) 200-11-23", "балкон", "")
    await desk.anna.edits(first, "Рустам 8 (843) 200-11-22, срочно")
    card = desk.anna.card(button=HAND_OVER).text
    assert "📞 +7 843 200-11-22" in card and "срочно" in card and "балкон" in card and "200-11-23" not in card
    await desk.anna.edits(second, "лоджия")
    card = desk.anna.card(button=HAND_OVER).text
    assert "лоджия" in card and "балкон" not in card and "срочно" in card and "3 фото" in card
    await desk.restarts()
    await desk.anna.edits(second, "лоджия, @rustam_kzn")
    assert "✈️ @rustam_kzn" in desk.anna.card(button=HAND_OVER).text
    await desk.anna.edits(second, "")
    card = desk.anna.card(button=HAND_OVER).text
    assert "лоджия" not in card and "rustam_kzn" not in card and "срочно" in card
    await desk.verifies()


async def test_what_was_put_right_by_hand_stays_when_a_caption_is_edited(desk: Desk) -> None:
    first, *_ = await desk.anna.sends_album(WORDS, "", "")
    await desk.anna.taps("Исправить")
    await desk.anna.taps(NAME)
    await desk.anna.sends("Рустам Закиров")
    await desk.anna.edits(first, f"{WORDS}, третий этаж")
    card = desk.anna.card(button=HAND_OVER).text
    assert "👤 Рустам Закиров" in card and "третий этаж" in card


async def test_a_reaction_to_one_of_several_captions_changes_nothing(desk: Desk) -> None:
    first, second, _ = await desk.anna.sends_album(WORDS, "этаж 3", "")
    await desk.anna.taps(HAND_OVER)
    await desk.petrov.taps(CLAIM)
    before = await desk.stored()
    await desk.anna.edits(first, WORDS)
    await desk.anna.edits(second, "этаж 3")
    assert await desk.stored() == before


async def test_a_note_with_an_album_reads_otherwise(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(NOTE, on="№1")
    first, *_ = await desk.petrov.sends_album("замер в субботу", "кухня")
    await desk.petrov.edits(first, "замер в воскресенье")
    card = desk.petrov.card("№1").text
    assert "замер в воскресенье\nкухня" in card and "субботу" not in card


@pytest.mark.parametrize("album_first", [True, False])
async def test_an_album_and_the_words_for_it_are_one_draft(desk: Desk, album_first: bool) -> None:
    if album_first:
        await desk.anna.sends_album("", "", "")
        await desk.anna.sends(WORDS)
    else:
        await desk.anna.sends(WORDS)
        await desk.anna.sends_album("", "", "")
    assert drafts(desk.anna) == 1
    card = desk.anna.card(button=HAND_OVER).text
    assert "балкон" in card and "3 фото" in card and "📞 +7 843 200-11-22" in card
    await desk.anna.taps(HAND_OVER)
    await desk.petrov.taps(CLAIM)
    assert desk.petrov.files() == ["photo"] * 3


@pytest.mark.parametrize("album_first", [True, False])
async def test_so_are_those_that_are_forwarded_together(desk: Desk, album_first: bool) -> None:
    if album_first:
        await desk.anna.forwards_album("", "", from_name=MARAT)
        await desk.anna.forwards("Сколько стоит? 8 (843) 200-11-22", from_name=MARAT)
    else:
        await desk.anna.forwards("Сколько стоит? 8 (843) 200-11-22", from_name=MARAT)
        await desk.anna.forwards_album("", "", from_name=MARAT)
    assert drafts(desk.anna) == 1
    card = desk.anna.card(button=HAND_OVER).text
    assert "Сколько стоит" in card and "2 фото" in card
    await desk.anna.taps(HAND_OVER)
    await desk.petrov.taps(CLAIM)
    assert desk.petrov.files() == ["photo"] * 2


async def test_later_or_of_another_it_is_another_draft(desk: Desk) -> None:
    await desk.anna.sends_album("", "")
    await desk.passes(minutes=2)
    await desk.anna.sends(WORDS)
    assert drafts(desk.anna) == 2
    await desk.anna.sends_album("Олег 8 (843) 200-11-33", "")
    assert drafts(desk.anna) == 3, "it has words of its own"
    await desk.anna.forwards_album("", "", from_name=MARAT)
    await desk.anna.forwards("А я другой", from_name="Алия")
    assert drafts(desk.anna) == 5
    await desk.anna.sends("И ещё один: 8 (843) 200-11-44")
    assert drafts(desk.anna) == 6


async def test_what_was_handed_over_is_joined_no_more(desk: Desk) -> None:
    await desk.anna.sends_album("", "")
    await desk.anna.taps(HAND_OVER)
    await desk.anna.sends(WORDS)
    assert drafts(desk.anna) == 1
