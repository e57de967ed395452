"""What a manager may see of a client before he has claimed the lead."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contacts.masking import DOTS, mask_name, mask_phone, mask_text


@pytest.mark.parametrize(
    "phone",
    [
        "+79123456789",
        "8 (912) 345-67-89",
        "8.912.345.67.89",
        "8‑912‑345‑67‑89",  # hyphens that do not break
        "8−912−345−67−89",  # minus signs
        "8 912 345 67 89",  # spaces that do not break
        "+7\u2068 912\u2069 345\ufeff67\u200b89",  # invisible characters
        "8~912~345~67~89",
        "8\n912\n345\n67\n89",
        "8️⃣9️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣9️⃣",
        "٨٩١٢٣٤٥٦٧٨٩",
        "８９１２３４５６７８９",
        "200-00-00",
        "20000",
    ],
)
def test_a_phone_is_hidden_however_it_is_written(phone: str) -> None:
    assert mask_text(f"Звоните {phone} вечером") == f"Звоните {DOTS} вечером"


@pytest.mark.parametrize(
    "contact",
    [
        "ivan@mail.ru",
        "ivan @ mail.ru",
        "@ivan_petrov",
        "https://example.com/ivan?x=1",
        "tg://resolve?domain=ivan",
        "t.me/ivan",
        "wa.me/79123456789",
        "vk.com/id1",
        "www.ivan.example",
        "ivan-petrov.ru",
        "окна.рф/заказ",
    ],
)
def test_other_ways_to_reach_him_are_hidden_too(contact: str) -> None:
    assert mask_text(f"Пишите: {contact} спасибо") == f"Пишите: {DOTS} спасибо"


@pytest.mark.parametrize(
    "text",
    [
        "Бюджет 300 000 руб.",
        "До 1500000 ₽",
        "5 окон, 2 двери",
        "этаж 12, кв. 34",
        "встреча в 14:30",
        "т.е. три окна",
    ],
)
def test_what_is_no_contact_stays_readable(text: str) -> None:
    assert mask_text(text) == text


@pytest.mark.parametrize("text", ["89123456789 руб", "200-00-00 р.", "(843) 200 тыс"])
def test_a_phone_is_no_sum_of_money_because_a_currency_follows(text: str) -> None:
    assert not any(character.isdigit() for character in mask_text(text))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Иван Петров", "Ивану"),
        ("Иван Петров", "Петровым"),
        ("Иван Петров", "ИВАН"),
        ("Анна", "Анне"),
        ("Оля", "Оле"),
        ("Пётр", "Петра"),
        ("Ян", "Яна"),
        ("Ольга Сидорова-Ким", "Киму"),
    ],
)
def test_his_name_is_hidden_in_every_form(name: str, said: str) -> None:
    assert mask_text(f"Скажите {said}, что ждём", [name]) == f"Скажите {DOTS}, что ждём"


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Иван Петров", "И••• П•••"), ("  anna ", "a•••"), ("", ""), ("+79123456789", "+•••")],
)
def test_of_a_name_the_initials_stay(name: str, shown: str) -> None:
    assert mask_name(name) == shown


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("+7 843 200-00-00", "+7 843 •••-••-••"),
        ("+7 912 345-67-89", "+7 912 •••-••-••"),
        ("200-00-00", "2••-••-••"),
        ("+7 843 200-00-00 доб. 101", "+7 843 •••-••-•• доб. •••"),
        ("+7 843 200-00-00 ext. 12345", "+7 843 •••-••-•• ext. •••••"),
        ("200-00-00 доб. 101", "2••-••-•• доб. •••"),
        ("112", "•••"),
    ],
)
def test_of_a_phone_the_codes_stay(phone: str, shown: str) -> None:
    assert mask_phone(phone) == shown


@settings(max_examples=200, deadline=None)
@given(
    before=st.text(alphabet="абв ,", max_size=8),
    digits=st.text(alphabet="0123456789", min_size=10, max_size=11),
    gaps=st.lists(st.text(alphabet=" -().–‑\u00a0\u200b\u2060•/", max_size=3), min_size=11, max_size=11),
)
def test_no_phone_shines_through_whatever_stands_between_its_digits(
    before: str, digits: str, gaps: list[str]
) -> None:
    phone = "".join(digit + gap for digit, gap in zip(digits, gaps, strict=False))
    assert not any(character.isdigit() for character in mask_text(f"{before} {phone} да"))
