"""Whatever the secretary sends becomes a draft that says what was understood."""

from __future__ import annotations

import asyncio
import threading

import pytest

from contacts.reading import Letter, read_client
from desk import intake
from leads.client import Client
from leads.office import Office
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk
from tests.stories.words import CLAIM, DISCARD, HAND_OVER, HIDE, SEGMENT

PHONES = {
    "8 (843) 200-00-00": "+7 843 200-00-00",
    "+7-917-123-45-67": "+7 917 123-45-67",
    "89171234567": "+7 917 123-45-67",
    "8 917 123 45 67": "+7 917 123-45-67",
    "+7(917)1234567": "+7 917 123-45-67",
    "+49 30 901820": "+49 30 901820",
}


async def test_a_phone_is_read_however_it_is_written(desk: Desk) -> None:
    for written, read in PHONES.items():
        await desk.anna.sends(f"Перезвонить {written}, окна")
        assert f"📞 {read}\n" in desk.anna.card("Новый лид").text


async def test_of_several_phones_the_first_counts_and_the_card_says_so(desk: Desk) -> None:
    await desk.anna.sends("Иван 8 917 123-45-67 или 8 (843) 200-00-00")
    assert "+7 917 123-45-67" in desk.anna.card().text
    assert "📞 Ещё номер: +7 843 200-00-00" in desk.anna.card().text


async def test_a_lead_without_a_phone_is_a_lead_too(desk: Desk) -> None:
    await desk.anna.sends("Звонил мужчина, зайдёт завтра сам")
    assert "Контакта нет: ни телефона, ни почты, ни Telegram" in desk.anna.card().text
    await desk.anna.taps(HAND_OVER)
    assert desk.petrov.has(CLAIM)


async def test_the_client_s_name_is_found(desk: Desk) -> None:
    await desk.anna.sends("Рустам Галиев 8 (843) 200-00-00, окна")
    assert "👤 Рустам Галиев" in desk.anna.card().text


async def test_a_contact_becomes_a_draft_with_its_name_and_phone(desk: Desk) -> None:
    await desk.anna.sends_contact("79171234567", "Алсу", "Каримова")
    assert "Алсу Каримова" in desk.anna.card().text
    assert "+7 917 123-45-67" in desk.anna.card().text


async def test_a_forward_names_its_author_whether_he_hides_or_not(desk: Desk) -> None:
    await desk.anna.forwards("Мне бы окна, 8 917 123-45-67", from_name="Скрытный Клиент")
    assert "Скрытный Клиент" in desk.anna.card().text
    client = desk.telegram.add_user(900, "Тимур", "Сафин")
    await desk.anna.forwards("Сколько стоит балкон?", from_user=client)
    assert "Тимур Сафин" in desk.anna.card().text


async def test_a_voice_a_photo_and_a_document_become_drafts(desk: Desk) -> None:
    await desk.anna.sends_voice()
    assert "📎 голосовое" in desk.anna.card().text
    await desk.anna.sends_photo("Окно 8 917 123-45-67")
    assert "📎 фото" in desk.anna.card().text
    assert "+7 917 123-45-67" in desk.anna.card().text, "the caption is read like a text"
    await desk.anna.sends_document("смета.pdf", "Смета от Рустама")
    assert "📎 документ" in desk.anna.card().text
    assert len(desk.anna.messages()) == 3


async def test_an_album_becomes_one_draft_with_one_card(desk: Desk) -> None:
    await desk.anna.sends_album("", "Балкон, 8 (843) 200-00-00", "")
    assert len(desk.anna.messages()) == 1
    assert "📎 3 фото" in desk.anna.card().text
    assert "Татарстан" in desk.anna.card().text
    await desk.anna.taps(HAND_OVER)
    assert desk.anna.sees("№1") and desk.petrov.has(CLAIM)


async def test_the_territory_of_the_phone_chooses_the_segment(desk: Desk) -> None:
    await desk.anna.sends("Окна 8 (843) 200-00-00")
    assert desk.anna.card().button("Сегмент: Татарстан")
    await desk.anna.sends("Окна 8 (495) 200-00-00")
    assert desk.anna.card().button("Сегмент: Все остальные")


async def test_the_segment_is_corrected_with_one_tap(desk: Desk) -> None:
    await desk.anna.sends("Окна 8 (843) 200-00-00")
    await desk.anna.taps(SEGMENT)
    assert desk.anna.has("Татарстан ✓") and desk.anna.has(HAND_OVER), "the list is open"
    assert "изменён" in await desk.anna.taps("Все остальные")
    assert desk.anna.has("Сегмент: Все остальные") and not desk.anna.has("Татарстан ✓")
    await desk.anna.taps(HAND_OVER)
    assert "Все остальные" in desk.anna.card("№1").text


async def test_the_list_of_segments_is_put_away_again(desk: Desk) -> None:
    await desk.anna.sends("Окна 8 (843) 200-00-00")
    await desk.anna.taps(SEGMENT)
    await desk.anna.taps(HIDE)
    assert desk.anna.has("Сегмент: Татарстан") and not desk.anna.has(HIDE)
    assert len(desk.anna.messages()) == 1, "the card stays where it is"


async def test_a_draft_that_is_discarded_disappears(desk: Desk) -> None:
    await desk.anna.sends("Ошиблась чатом 8 (843) 200-00-00")
    message, hand = desk.anna.data(HAND_OVER)
    await desk.anna.taps(DISCARD)
    assert desk.anna.messages() == []
    assert await desk.anna.taps_data(message, hand), "the button of the past says something, and does nothing"
    assert not desk.petrov.messages()
    assert not (await desk.stored())["leads"]


async def test_the_button_of_a_draft_that_was_thrown_away_hands_over_no_other(desk: Desk) -> None:
    await desk.anna.sends("Рустам 8 (843) 200-00-01, окна")
    message, hand_over = desk.anna.data(HAND_OVER)
    await desk.anna.taps(DISCARD)
    await desk.anna.sends("Алия 8 (843) 200-00-02, двери")
    assert "не у вас" in await desk.anna.taps_data(message, hand_over)
    assert desk.anna.has(HAND_OVER), "the new draft is still hers to hand over"


async def test_a_message_is_read_while_no_transaction_is_open(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a story they all run in the first thread; dictionaries that have to be loaded keep nobody waiting."""
    threads: list[threading.Thread] = []

    def reads(letter: Letter, office: Office) -> Client:
        threads.append(threading.current_thread())
        return read_client(letter, office)

    monkeypatch.setattr(intake, "read_client", reads)
    await desk.anna.sends("Рустам 8 (843) 200-00-00, окна")
    assert "👤 Рустам" in desk.anna.card().text
    assert len(threads) == 1
    assert threads[0] is not threading.main_thread()


async def test_a_message_read_by_an_older_set_up_is_read_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = varied(OFFICE, own_phones=["+78432000000"])
    here, times = asyncio.get_running_loop(), 0

    def reads(letter: Letter, office: Office) -> Client:
        nonlocal times
        times += 1
        if times == 1:  # meanwhile the office says that this number is its own
            asyncio.run_coroutine_threadsafe(desk.set_up(ours), here).result(60)
        return read_client(letter, office)

    monkeypatch.setattr(intake, "read_client", reads)
    await desk.anna.sends("Рустам 8 (843) 200-00-00, окна")
    assert "Контакта нет" in desk.anna.card().text
    assert times == 3, "and once more, to be looked at beside what came just before"
