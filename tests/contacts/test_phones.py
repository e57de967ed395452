"""What of the digits in a text is a number, by kinds; and what only looks like one."""

from __future__ import annotations

import pytest

from contacts import digits
from contacts.phones import phone_of, read_phones, readable, spoken

NUMBERS = {
    "8 495 123-45-67 доб.12, 20 окон": "+74951234567;ext=12",
    "8 495 123-45-67 добавочный 12": "+74951234567;ext=12",
    "8 495 123-45-67, внутренний номер 123": "+74951234567;ext=123",
    "8 495 123-4567x123": "+74951234567;ext=123",
    "8 495 123-4567 ext. 0012": "+74951234567;ext=0012",
    "8 495 123-45-67 #12": "+74951234567;ext=12",
    "8 495 123-45-67,123": "+74951234567;ext=123",
    "+1 (212) 555-0123 ext 5": "+12125550123;ext=5",
    "8 495 123-45-67,20 окон": "+74951234567",
    "8 916 123-45-67,45000": "+79161234567",
    "8 916 123-45-67 (2 окна)": "+79161234567",
    "8 916 123-45-67 1400х1200": "+79161234567",
    "8 916 123-45-67 х 2": "+79161234567",
    "8 916 123-45-67/8 903 765-43-21": "+79161234567|+79037654321",
    "8 84368 2-10-20": "+78436821020",
    "8.916.123.12.30": "+79161231230",
    "8 9 1 6 1 2 3 4 5 6 7": "+79161234567",
    "8 9️⃣1️⃣6️⃣ 123 45 67": "+79161234567",
    "+7 8 916 123 45 67": "+79161234567",
    "https://wa.me/79161234567": "+79161234567",
    "351 266 77 88 20 окон": "+73512667788",
    "381 60 123 45 67": "+381601234567",
    "1 250 500 8 916 123 45 67": "+79161234567",
    "дом 8 8 917 224-18-35": "+79172241835",
    "мой номер 8 916 111-22-33, а звоню с 8 903 765-43-21": "+79037654321|+79161112233",
    "не звоните на 8 916 111-22-33, лучше 8 903 765-43-21": "+79037654321|+79161112233",
    "our number +7 843 200-00-00, call me at 8 916 111-22-33": "+79161112233|+78432000000",
}
NONE = (
    *("паспорт 92 12 345678", "9212 345678", "СНИЛС 891-612-345 67", "891-612-345 67", "карта 4276 9989 0123 4567"),
    *("2200 3805 0123 4567", "р/с 40817810000012345678", "кадастровый 16:50:0112345678:12", "89161234567 руб"),
    *("9 161 234 567 руб", "https://vk.com/id89161234567", "AB89161234567", "2-22-33-44", "22-10-26", "8 300 000"),
    *("3712 345678 95006", "ОГРН 1027700132195", "с 9.00-18.00", "номер заказа 9161234567", "артикул 9161234567"),
)  # fmt: skip
SLIPS = {
    "8 917 224-18-3 8 916 123 45 67": ("+79161234567", "8 917 224-18-3", "short"),
    "8 917 224 18 3 8 916 123 45 67": ("+79161234567", "8 917 224 18 3", "short"),
    "8 917 22-18-35 5 окон": ("", "8 917 22-18-35", "short"),
    "8 917 224-18-35-5": ("", "8 917 224-18-35-5", "long"),
    "8 916 123-45 12:30": ("", "8 916 123-45", "short"),
    "8 916 123-45 18.00": ("", "8 916 123-45", "short"),
    "+7 916 123": ("", "+7 916 123", "short"),
    "917 224-18-3": ("", "917 224-18-3", "short"),
    "891722418355": ("", "891722418355", "long"),
    "8917224183": ("", "8917224183", "short"),
    "22-45-67": ("", "22-45-67", "local"),
    "+7 123 456-78-90": ("", "+7 123 456-78-90", "unknown"),
    "тел. ⁸ 917 224-18-3": ("", "⁸ 917 224-18-3", "short"),
}
SHAPES = (
    *("1 ", "8 916 ", "89161234567 ", "1-1-1-", "12.12.", "+7", "(8)", "инн номер номер 1 "),
    *("10 000 ", "х1", "+49 30 "),
)


@pytest.mark.parametrize("text", NUMBERS)
def test_these_are_numbers(text: str) -> None:
    read = read_phones(text)
    assert "|".join(read.different) == NUMBERS[text] and not read.slips


@pytest.mark.parametrize("text", NONE)
def test_these_are_none(text: str) -> None:
    assert read_phones(text) == read_phones("")


@pytest.mark.parametrize("text", SLIPS)
def test_these_have_a_slip(text: str) -> None:
    phones, written, flaw = SLIPS[text]
    read = read_phones(text)
    assert "|".join(read.different) == phones
    (slip,) = read.slips
    assert (slip.written, slip.flaw, text[slip.start : slip.end]) == (written, flaw, written)


@pytest.mark.parametrize(
    "phone", ["+78432924444", "+78432924444;ext=101", "+998901234567", "+12125550123;ext=0"]
)
def test_what_is_stored_is_read_again_as_the_same(phone: str) -> None:
    assert phone_of(phone) == phone_of(spoken(phone)) == phone
    assert "ext" not in readable(phone)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_text_without_end_holds_no_more_than_so_many_digits(shape: str) -> None:
    found = digits.groups(shape * 4000)
    assert len(found) == digits.MOST_GROUPS
    assert len(read_phones(shape * 4000).found) <= digits.MOST_GROUPS
