"""A message of one's own that is written anew: the draft follows, a note follows, of a lead it is a correction."""

from __future__ import annotations

import pytest

from tests.stories.desk import Desk
from tests.stories.people import Person
from tests.stories.words import CLAIM, CORRECT, HAND_OVER, NAME, NOTE

TYPO, RIGHT = "Рустам 8 (843) 200-11-23, окна", "Рустам 8 (843) 200-11-22, окна и дверь"


def newest(person: Person) -> str:
    return person.messages()[-1].text


async def test_a_draft_is_read_anew(desk: Desk) -> None:
    sent = await desk.anna.sends(TYPO)
    entries = len((await desk.stored())["ledger"])
    await desk.anna.edits(sent, "Рустам 8 (495) 212-45-00, дверь")
    card = desk.anna.card(button=HAND_OVER).text
    assert "+7 495 212-45-00" in card and "дверь" in card and "200-11-23" not in card
    assert "Все остальные" in "".join(b.text for row in desk.anna.card().buttons for b in row)
    stored = await desk.stored()
    assert len(stored["leads"]) == 1 and len(stored["ledger"]) == entries


async def test_what_was_put_right_by_hand_stays(desk: Desk) -> None:
    sent = await desk.anna.sends(TYPO)
    await desk.anna.taps("Сегмент")
    await desk.anna.taps("Все остальные")
    await desk.anna.edits(sent, RIGHT)
    assert desk.anna.has("Все остальные")
    await desk.anna.taps(CORRECT)
    await desk.anna.taps(NAME)
    await desk.anna.sends("Рустам Закиров")
    await desk.anna.edits(sent, f"{RIGHT}, срочно")
    assert "👤 Рустам Закиров" in desk.anna.card(button=HAND_OVER).text
    assert "срочно" in desk.anna.card(button=HAND_OVER).text


async def test_after_the_hand_over_its_holder_is_told(desk: Desk) -> None:
    sent = await desk.anna.sends(TYPO)
    await desk.anna.taps(HAND_OVER)
    await desk.petrov.taps(CLAIM)
    await desk.petrov.sends("/help")
    await desk.anna.edits(sent, RIGHT)
    card = newest(desk.petrov)
    assert "📞 +7 843 200-11-22" in card and "сообщение: Рустам 8 (843) 200-11-22, окна и дверь" in card
    assert "телефон: +7 843 200-11-23 → +7 843 200-11-22" in card
    await desk.anna.edits(sent, f"{RIGHT}, третий этаж")
    assert "третий этаж" in newest(desk.petrov)
    await desk.verifies()


async def test_while_it_is_only_offered_the_contact_stays_hidden(desk: Desk) -> None:
    sent = await desk.anna.sends(TYPO)
    await desk.anna.taps(HAND_OVER)
    await desk.anna.edits(sent, "Рустам Закиров 8 (843) 200-11-22, окна и дверь")
    assert "и дверь" in desk.petrov.chat()
    for secret in ("200-11-2", "Рустам", "Закиров"):
        assert secret not in desk.petrov.chat()
    await desk.verifies()


async def test_a_note_reads_otherwise(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.anna.taps(NOTE, on="№1")
    sent = await desk.anna.sends("Просит в субботу")
    await desk.petrov.sends("/help")
    await desk.anna.edits(sent, "Просит в воскресенье")
    assert "в воскресенье" in newest(desk.petrov) and "в субботу" not in desk.petrov.chat()
    await desk.verifies()


async def test_what_has_become_nothing_stays_nothing(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    command = await desk.petrov.sends("/help")
    before = await desk.stored()
    await desk.petrov.edits(command, "Просто текст")
    stranger = desk.stranger(999)
    words = await stranger.sends("Здравствуйте")
    await stranger.edits(words, "Здравствуйте!")
    assert await desk.stored() == before


async def test_edited_to_a_command_or_to_the_same_it_is_let_be(desk: Desk) -> None:
    sent = await desk.anna.sends(TYPO)
    await desk.anna.edits(sent, "/help")
    await desk.anna.edits(sent, TYPO)
    assert "200-11-23" in desk.anna.card(button=HAND_OVER).text


async def test_of_a_message_that_is_thrown_away_nothing_comes_back(desk: Desk) -> None:
    sent = await desk.anna.sends(TYPO)
    await desk.anna.taps("Убрать")
    await desk.anna.edits(sent, RIGHT)
    assert not desk.anna.sees("Новый лид") and (await desk.stored())["leads"] == []


@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
async def test_a_restart_in_between_changes_nothing(desk: Desk, before: bool) -> None:
    sent = await desk.anna.sends(TYPO)
    await desk.anna.taps(HAND_OVER)
    await desk.petrov.taps(CLAIM)
    if before:
        await desk.restarts()
    desk.telegram.edit_text(desk.anna.id, sent, RIGHT)
    if not before:
        await desk.restarts()
    await desk.settle()
    assert "📞 +7 843 200-11-22" in desk.petrov.card("№1").text
    after = await desk.stored()
    await desk.restarts()
    await desk.settle()
    assert await desk.stored() == after
