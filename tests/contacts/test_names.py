"""A client's name in a free text, where it can be told without guessing much."""

import re

import pytest

from contacts.names import find_name

PHONE = re.compile(r"\+?\d[\d ()-]{8,}\d")


def found(text: str) -> str | None:
    return find_name(text, [phone.span() for phone in PHONE.finditer(text)])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Меня зовут Иван Петров", "Иван Петров"),
        ("зовут его Иван", "Иван"),
        ("Имя: Анна", "Анна"),
        ("звонила Анна-Мария, перезвонить", "Анна-Мария"),
        ("КЛИЕНТ: Ольга Сидорова\nокна", "Ольга Сидорова"),
        ("My name is John Smith", "John Smith"),
        ("Rustam Galiev called, wants his loggia glazed", "Rustam Galiev"),
        ("Рустам хочет окна, перезвонить", "Рустам"),
        ("Иван Петров просил окна", "Иван Петров"),
    ],
)
def test_a_name_that_is_announced_is_found(text: str, name: str) -> None:
    assert found(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Иван Петров 89123456789", "Иван Петров"),
        ("Иван: +7 912 345-67-89", "Иван"),
        ("89123456789 Ольга, окна", "Ольга"),
        ("Айгөл\n89123456789", "Айгөл"),
        ("Хочу окна\nИван\n89123456789", "Иван"),
        ("Балкон как на фото. Марина Юрьевна 8 846 231-44-90", "Марина Юрьевна"),
        ("нужен мастер, Виктор Палыч, тел. 8 842 224-18-33", "Виктор Палыч"),
        ("тендер до пятницы. тел +7-831-422-31-56 доб. 4, Андрей Олегович", "Андрей Олегович"),
        ("Volga Yard: 12 windows. +7-831-422-31-56 ext. 4, Andrei", "Andrei"),
    ],
)
def test_a_name_beside_a_phone_is_found(text: str, name: str) -> None:
    assert found(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Клиент хочет окна Rehau",
        "клиент просит перезвонить Ивану",
        "Здравствуйте 89123456789",
        "Нужны окна 89123456789",
        "Заявка Сайт 89123456789",
        "89123456789 хочет балкон",
        "окна 89123456789",
        "Tender closes on Friday. +7 831 422 31 56, call",
        "username Vasya",
        "",
    ],
)
def test_where_no_name_is_sure_none_is_guessed(text: str) -> None:
    assert found(text) is None
