"""A client's name in a free text, where it can be told without guessing much."""

from __future__ import annotations

import re

_WORD = r"[А-ЯЁӘӨҮҖҢҺA-Z][а-яёәөүҗңһa-z]+(?:-[А-ЯЁA-Z][а-яёa-z]+)?"
_NAME = rf"{_WORD}(?:[ \t]+{_WORD}){{0,2}}"
_SAYS = re.compile(
    r"\b(?i:зовут|имя|клиент|клиентка|звонил[аи]?|name(?: is)?|client)[ \t]*[:—-]?[ \t]+"
    rf"(?i:(?:меня|его|е[её])[ \t]+)?({_NAME})"
)
_LEADING = re.compile(rf"^[\s\W]*({_NAME})[\s,:;—–-]*$")
_TRAILING = re.compile(rf"^[\s,:;—–-]*({_NAME})\b")
_NOT_NAMES = frozenset(
    [
        *("Здравствуйте", "Добрый", "Доброе", "День", "Утро", "Вечер", "Привет", "Алло", "Хочу", "Хочет"),
        *("Нужны", "Нужно", "Нужен", "Нужна", "Интересует", "Перезвонить", "Перезвоните", "Просит", "Просил"),
        *(
            "Просила",
            "Звонил",
            "Звонила",
            "Звонок",
            "Клиент",
            "Клиентка",
            "Заявка",
            "Телефон",
            "Тел",
            "Номер",
        ),
        *("Новый", "Новая", "Заказ", "Сайт", "Окна", "Балкон", "Казань", "Москва", "Или", "Его", "Её", "Там"),
        *("Это", "Hello", "Hi", "Call", "Phone", "New", "Lead"),
    ]
)


def find_name(text: str, phones: list[tuple[int, int]]) -> str | None:
    """A name that is announced (`зовут …`), or that stands right before or after a phone.

    `phones` are the places of the phones in the text, from and to, in characters.
    """
    said = _SAYS.search(text)
    if said and (name := _real(said.group(1))):
        return name
    for start, end in phones:
        line_start = text.rfind("\n", 0, start) + 1
        if (before := _LEADING.match(text[line_start:start])) and (name := _real(before.group(1))):
            return name
        if (after := _TRAILING.match(text[end:])) and (name := _real(after.group(1))):
            return name
        previous = text[:line_start].rstrip().rpartition("\n")[2]
        if (before := _LEADING.match(previous)) and (name := _real(before.group(1))):
            return name
    return None


def _real(found: str) -> str | None:
    words = found.split()
    return None if _NOT_NAMES.intersection(words) else " ".join(words)
