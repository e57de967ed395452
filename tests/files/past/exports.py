"""Headers and files like those that other programs write. They are of our own making, after exports that people have
shown: no client is in them.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import BytesIO, StringIO
from typing import Any, Final

from openpyxl import Workbook

BITRIX_LEADS: Final = (
    *("ID", "Стадия", "Название лида", "Обращение", "Имя", "Отчество", "Фамилия", "Дата рождения", "Адрес"),
    *("Рабочий телефон", "Мобильный телефон", "Номер факса", "Рабочий e-mail", "Название компании"),
    *("Комментарий", "Сумма", "Валюта", "Источник", "Дополнительно об источнике", "Ответственный"),
    *("Дата создания", "Дата изменения", "Кем создан"),
)
BITRIX_DEALS: Final = (
    *("ID", "Название сделки", "Тип", "Стадия сделки", "Вероятность", "Валюта", "Сумма", "Компания"),
    *("Контакт: Имя", "Контакт: Фамилия", "Контакт: Рабочий телефон", "Дата начала", "Дата завершения"),
    *("Ответственный", "Источник", "Дата создания", "Комментарий", "Сделка закрыта"),
)
AMO: Final = (
    *("ID", "Название сделки", "Компания", "Основной контакт", "Ответственный", "Этап сделки", "Воронка"),
    *("Бюджет ₽", "Дата создания сделки", "Кем создана сделка", "Дата редактирования", "Дата закрытия"),
    *("Теги", "Примечание", "Примечание 2", "Рабочий телефон (контакт)", "Мобильный телефон (контакт)"),
    *("Рабочий email (контакт)", "utm_source"),
)
EXCEL: Final = ("Дата", "ФИО клиента", "Телефон", "Что нужно", "Откуда", "Менеджер", "Итог", "Сумма, руб.")
ENGLISH: Final = (
    *("Deal Name", "Contact Name", "Phone", "Created At", "Closing Date", "Stage", "Amount", "Lead Source"),
    "Deal Owner",
)


def csv_bytes(rows: Iterable[Sequence[str]], apart: str = ";", encoding: str = "cp1251") -> bytes:
    out = StringIO()
    csv.writer(out, delimiter=apart, lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode(encoding)


def xlsx_bytes(rows: Iterable[Sequence[Any]]) -> bytes:
    book, out = Workbook(), BytesIO()
    sheet = book.active
    for row in rows:
        sheet.append(list(row))
    book.save(out)
    return out.getvalue()


def row_of(header: Sequence[str], **values: Any) -> list[Any]:
    """A row with these values, by their columns' names with `_` for anything that no name in Python has."""
    keys = {"".join(c if c.isalnum() else "_" for c in name): n for n, name in enumerate(header)}
    row: list[Any] = [""] * len(header)
    for name, value in values.items():
        row[keys[name]] = value
    return row
