"""Columns of past leads are recognised by the words of their headers, as other programs and people write them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from files.past.columns import header_words, is_past, recognised
from files.past.lines import COLUMNS
from tests.files.past.exports import AMO, BITRIX_DEALS, BITRIX_LEADS, ENGLISH, EXCEL


def named(header: Sequence[str]) -> dict[str, list[str]]:
    return {field: [header[place] for place in places] for field, places in recognised(header).items()}


def test_our_own_columns_are_themselves() -> None:
    assert named(COLUMNS.names) == {name: [name] for name in COLUMNS.names}


def test_leads_of_bitrix24() -> None:
    assert named(BITRIX_LEADS) == {
        "at": ["Дата создания"],
        "phone": ["Рабочий телефон", "Мобильный телефон"],
        "name": ["Фамилия", "Имя", "Отчество"],
        "source": ["Источник"],
        "text": ["Название лида", "Обращение", "Комментарий"],
        "manager": ["Ответственный"],
        "outcome": ["Стадия"],
        "amount": ["Сумма"],
    }


def test_deals_of_bitrix24() -> None:
    assert named(BITRIX_DEALS) == {
        "at": ["Дата создания"],
        "phone": ["Контакт: Рабочий телефон"],
        "name": ["Контакт: Фамилия", "Контакт: Имя"],
        "source": ["Источник"],
        "text": ["Название сделки", "Комментарий"],
        "manager": ["Ответственный"],
        "outcome": ["Стадия сделки"],
        "closed_at": ["Дата завершения"],
        "amount": ["Сумма"],
    }


def test_deals_of_amocrm() -> None:
    assert named(AMO) == {
        "at": ["Дата создания сделки"],
        "phone": ["Рабочий телефон (контакт)", "Мобильный телефон (контакт)"],
        "name": ["Основной контакт"],
        "source": ["utm_source"],
        "text": ["Название сделки", "Примечание", "Примечание 2"],
        "manager": ["Ответственный"],
        "outcome": ["Этап сделки"],
        "closed_at": ["Дата закрытия"],
        "amount": ["Бюджет ₽"],
    }


def test_what_an_office_keeps_in_excel() -> None:
    assert named(EXCEL) == {
        "at": ["Дата"],
        "phone": ["Телефон"],
        "name": ["ФИО клиента"],
        "source": ["Откуда"],
        "text": ["Что нужно"],
        "manager": ["Менеджер"],
        "outcome": ["Итог"],
        "amount": ["Сумма, руб."],
    }


def test_english_words() -> None:
    assert named(ENGLISH) == {
        "at": ["Created At"],
        "phone": ["Phone"],
        "name": ["Contact Name"],
        "source": ["Lead Source"],
        "text": ["Deal Name"],
        "manager": ["Deal Owner"],
        "outcome": ["Stage"],
        "closed_at": ["Closing Date"],
        "amount": ["Amount"],
    }


@pytest.mark.parametrize(
    ("header", "field", "column"),
    [
        (["Дата и время", "Номер"], "phone", "Номер"),
        (["Дата", "Тел."], "phone", "Тел."),
        (["Дата", "Телефон 2", "Телефон"], "phone", "Телефон 2"),
        (["Создано", "Имя"], "name", "Имя"),
        (["Создано", "Компания"], "name", "Компания"),
        (["Дата", "Стоимость (руб.)"], "amount", "Стоимость (руб.)"),
        (["  ДАТА   СОЗДАНИЯ *"], "at", "  ДАТА   СОЗДАНИЯ *"),
        (["DATE_CREATE", "STAGE_ID"], "outcome", "STAGE_ID"),
        (["Дата начала", "Дата создания"], "at", "Дата создания"),
    ],
)
def test_one_column(header: list[str], field: str, column: str) -> None:
    assert named(header)[field][0] == column


def test_what_is_no_column_of_a_lead_is_passed_over() -> None:
    header = [
        "ID",
        "Вероятность",
        "Дата изменения",
        "Дата рождения",
        "Телефонный справочник",
        "",
        "Кем создан",
    ]
    assert recognised(header) == {}


def test_one_column_says_one_thing() -> None:
    for header in (BITRIX_LEADS, BITRIX_DEALS, AMO, EXCEL, ENGLISH):
        places = [place for those in recognised(header).values() for place in those]
        assert len(places) == len(set(places))


def test_a_list_of_people_is_no_table_of_past_leads() -> None:
    assert not is_past(["Имя", "Роль", "Сегмент"]) and not is_past(["Дата", "Событие"])
    assert all(is_past(header) for header in (BITRIX_LEADS, BITRIX_DEALS, AMO, EXCEL, ENGLISH))


def test_a_header_without_its_words_stays_one() -> None:
    assert header_words("₽") == "₽" and header_words("Сумма, ₽") == "сумма"
