"""Which number is the client's: whatever stands beside it, and whoever else's stands there."""

from __future__ import annotations

import pytest

from storage import drafts
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk
from tests.stories.words import CLAIM, COPY, HAND_OVER, SEGMENT

READ = {
    "Лилия 8 903 765-43-21 20 окон": "+79037654321",
    "Рустам +7 916 123-45-67 2 окна": "+79161234567",
    "в 15:30 8 916 123-45-67": "+79161234567",
    "Баумана 5 8 916 123-45-67": "+79161234567",
    "Баумана 5 кв 12 8 916 123 45 67": "+79161234567",
    "Баумана 5-12 8 916 123-45-67": "+79161234567",
    "8 916 123-45-67 100 тыс": "+79161234567",
    "8 916 111-22-33 8 903 765-43-21 Юля": "+79161112233|+79037654321",
    "8 916 123 45 67 8 903 765 43 21": "+79161234567|+79037654321",
    "замер 29.11.2026 14:00, Баумана 5": "",
    "заказ 4500012345, срочно": "",
    "паспорт 9212 345678, тел. 8 843 292-44-44": "+78432924444",
    "ИНН 7707083893, тел 8 843 292-44-44": "+78432924444",
    "998 90 123 45 67 Азиз": "+998901234567",
    "375291234567": "+375291234567",
    "996555123456": "+996555123456",
    "+8 916 123-45-67": "+79161234567",
    "+89161234567": "+79161234567",
    "00998901234567": "+998901234567",
    "8 (843) 292-44-44 доб. 101, Рустам": "+78432924444;ext=101",
    "8(495)123-45-67 (123)": "+74951234567;ext=123",
    "8(495)1234567*123": "+74951234567;ext=123",
    "ИВАН ПЕТРОВ 8 916 222-00-01": "+79162220001",
    "Қайрат Нұрланов 8 701 222-00-04": "+77012220004",
    "звонить после 18.00, 8-916-222-00-09": "+79162220009",
    "тел. 8 916 222 00 10, бюджет 150000": "+79162220010",
    "На номер +7 843 200-00-00 поступил звонок с +7 916 111-00-01": "+79161110001|+78432000000",
    "Звонил на 8 843 200-00-00, мой номер 8 916 111-00-01": "+79161110001|+78432000000",
    "8 843 200-00-00, звонить на 8 916 111-00-01": "+79161110001|+78432000000",
    "@ivan_okna просит замер": "",
}
SLIPS = {
    "Алия 8 917 224-18-3": ("8 917 224-18-3", "не хватает цифры"),
    "8 917 224-18-3 2 окна": ("8 917 224-18-3", "не хватает цифры"),
    "8 917 224 18 3 8 окон": ("8 917 224 18 3", "не хватает цифры"),
    "+7 917 224-18-355": ("+7 917 224-18-355", "лишняя цифра"),
    "Рустам 212-45-67": ("212-45-67", "нет кода города"),
    "тел 2124567, окна": ("2124567", "нет кода города"),
    "8 123 456-78-90": ("8 123 456-78-90", "опечатку"),
}
OWN = varied(OFFICE, own_phones=["8 (843) 200-00-00", "+7 843 200-00-09"])


async def read(desk: Desk) -> str:
    """The numbers of the newest draft as they are stored, the client's first."""
    async with desk.database.reading() as store:
        leads = (await desk.stored())["leads"]
        client = drafts.client_of(store, max(lead[0] for lead in leads))
    return "|".join([client.phone or "", *(p for p in client.phones if p != client.phone)])


async def test_a_draft_has_exactly_the_numbers_that_stand_in_the_message(desk: Desk) -> None:
    for text, phones in READ.items():
        await desk.anna.sends(text)
        assert await read(desk) == phones, text


async def test_two_clients_are_two_whatever_stands_behind_their_numbers(desk: Desk) -> None:
    await desk.anna.sends("Лилия 8 903 765-43-21 20 окон")
    await desk.anna.taps(HAND_OVER)
    await desk.anna.sends("Марат 8 927 765-43-21 15 окон")
    assert "Уже открыт" not in desk.anna.card("Новый лид").text
    await desk.anna.taps(HAND_OVER)
    assert "Уже открыт" not in desk.anna.card("№2").text


@pytest.mark.parametrize("text", SLIPS)
async def test_a_slip_is_shown_as_it_is_written_and_is_nobody_s(desk: Desk, text: str) -> None:
    written, hint = SLIPS[text]
    await desk.anna.sends(text)
    card = desk.anna.card("Новый лид").text
    assert f"{written} — " in card and hint in card and "Уточните номер" in card
    assert "📞" not in card and await read(desk) == ""
    await desk.anna.taps(HAND_OVER)
    assert not desk.petrov.sees(written), "not before the claim"
    await desk.petrov.taps(CLAIM)
    held = desk.petrov.card("№1").text
    assert f"{written} — " in held and hint in held and not desk.petrov.has(COPY)
    assert "Уточните" not in held


async def test_one_tap_says_which_number_is_the_client_s_and_looks_him_up_anew(desk: Desk) -> None:
    await desk.anna.sends("Мадина 8 (843) 200-77-77")
    await desk.anna.taps(HAND_OVER)
    await desk.petrov.taps(CLAIM)
    await desk.anna.sends("8 (495) 200-00-01, жена 8 (843) 200-77-77")
    card = desk.anna.card("Новый лид")
    assert "📞 +7 495 200-00-01" in card.text and "Ещё номер: +7 843 200-77-77" in card.text
    assert "Уже открыт" not in card.text and card.button("Сегмент: Все остальные")
    _, data = desk.anna.data("Клиент: +7 843 200-77-77")
    assert "843" not in data and len(data.encode()) <= 64
    assert "изменён" in await desk.anna.taps("Клиент: +7 843 200-77-77")
    card = desk.anna.card("Новый лид")
    assert "📞 +7 843 200-77-77" in card.text and "Ещё номер: +7 495 200-00-01" in card.text
    assert "Уже открыт №1, его ведёт Пётр Петров" in card.text
    assert card.button("Сегмент: Татарстан")
    await desk.anna.taps("Клиент: +7 495 200-00-01")
    assert "Уже открыт" not in desk.anna.card("Новый лид").text


async def test_a_segment_that_she_has_corrected_stays_when_the_number_changes(desk: Desk) -> None:
    await desk.anna.sends("8 (495) 200-00-01, 8 (495) 200-00-02")
    await desk.anna.taps(SEGMENT)
    await desk.anna.taps("Татарстан")
    await desk.anna.taps("Клиент: +7 495 200-00-02")
    assert desk.anna.has("Сегмент: Татарстан")


async def test_the_other_numbers_stay_on_the_card_of_whoever_has_the_lead(desk: Desk) -> None:
    await desk.anna.sends("8 (495) 200-00-01, жена 8 (843) 200-77-77")
    message, data = desk.anna.data("Клиент: +7 843 200-77-77")
    await desk.anna.taps(HAND_OVER)
    assert not desk.petrov.sees("200-77-77")
    await desk.petrov.taps(CLAIM)
    assert "Ещё номер: +7 843 200-77-77" in desk.petrov.card("№1").text
    assert not desk.anna.has("Клиент:")
    await desk.anna.taps_data(message, data)
    assert "📞 +7 495 200-00-01" in desk.petrov.card("№1").text, (
        "it is handed over: a late tap changes nothing"
    )


async def test_an_extension_belongs_to_who_is_meant(desk: Desk) -> None:
    await desk.anna.sends("8 (843) 292-44-44 доб. 101, Рустам")
    assert "📞 +7 843 292-44-44 доб. 101" in desk.anna.card("Новый лид").text
    await desk.anna.taps(HAND_OVER)
    assert not desk.petrov.sees("101"), desk.petrov.chat()
    await desk.petrov.taps(CLAIM)
    card = desk.petrov.card("№1")
    assert "📞 +7 843 292-44-44 доб. 101" in card.text
    button = card.button(COPY)
    assert button and button.value == "+78432924444,101", "so it can be dialled"
    await desk.anna.sends("8 (843) 292-44-44 доб. 102, Марат")
    assert "Уже открыт" not in desk.anna.card("Новый лид").text, "another extension, another client"
    await desk.anna.sends("8 843 2924444 вн.101, снова Рустам")
    assert "Уже открыт №1" in desk.anna.card("Новый лид").text


CONTACTS = {
    "84912345678": "+84912345678",
    "85298765432": "+85298765432",
    "8801712345678": "+8801712345678",
    "8613800138000": "+8613800138000",
    "9161234567": "+79161234567",
    "89161234567": "+79161234567",
    "79161234567": "+79161234567",
    "+7 916 123-45-67": "+79161234567",
    "8 (916) 123-45-67": "+79161234567",
    "998901234567": "+998901234567",
    "4915112345678": "+4915112345678",
    "2924444": "",
}


async def test_a_contact_s_number_is_international_without_a_plus(desk: Desk) -> None:
    for given, phone in CONTACTS.items():
        await desk.anna.sends_contact(given, "Алсу")
        assert await read(desk) == phone, given
    assert "2924444 — похоже, нет кода города" in desk.anna.card().text


async def test_every_number_of_a_contact_is_shown(desk: Desk) -> None:
    vcard = (
        "BEGIN:VCARD\nVERSION:3.0\nN:Каримова;Алсу;;;\nTEL;TYPE=CELL,PREF:+7 917 123-45-67\n"
        "item1.TEL;TYPE=WORK:8 (843) 292-44-44;ext=101\nTEL:292-44-45\nEND:VCARD"
    )
    await desk.anna.sends_contact("79171234567", "Алсу", "Каримова", vcard)
    card = desk.anna.card().text
    assert "📞 +7 917 123-45-67" in card and "Ещё номер: +7 843 292-44-44 доб. 101" in card
    assert "292-44-45 — похоже, нет кода города" in card


async def test_the_office_s_own_number_is_no_client_s(desk: Desk) -> None:
    await desk.set_up(OWN)
    await desk.anna.sends("На номер +7 843 200-00-00 поступил звонок с +7 916 111-00-01")
    assert await read(desk) == "+79161110001" and "Ещё номер" not in desk.anna.card().text
    await desk.anna.sends("Звонили на 8 843 2000009 доб. 5, не назвались")
    assert await read(desk) == "" and "Контакта нет: ни телефона" in desk.anna.card().text
    await desk.anna.sends_contact("78432000000", "Окна Казань")
    assert await read(desk) == ""


async def test_a_phone_book_has_no_end_of_buttons(desk: Desk) -> None:
    await desk.anna.sends("\n".join(f"8 916 111-22-{n:02}" for n in range(60)))
    card = desk.anna.card("Новый лид")
    assert sum("Клиент:" in b.text for row in card.buttons for b in row) == 6
    assert "И ещё номеров: 53" in card.text
