"""A client's name in a free text, where it can be told without guessing much."""

from __future__ import annotations

import re

_WORD = r"[А-ЯЁӘӨҮҖҢҺA-Z][а-яёәөүҗңһa-z]+(?:-[А-ЯЁA-Z][а-яёa-z]+)?"
_NAME = rf"{_WORD}(?:[ \t]+{_WORD}){{0,2}}"
_SAYS = re.compile(
    r"\b(?i:зовут|имя|клиент|клиентка|звонил[аи]?|name(?: is)?|client)[ \t]*[:—-]?[ \t]+"
    rf"(?i:(?:меня|его|е[её])[ \t]+)?({_NAME})"
)
_BEFORE = re.compile(
    rf"(?<!\w)({_NAME})[\s,:;(—–-]*(?i:(?:мой |my )?(?:тел|телефон|т|номер|phone|number)\b[\s.:—–-]*)?$"
)
_AFTER = re.compile(rf"^(?:\s*(?:доб|ext)\.? ?\d{{1,5}})?[\s,.:;)—–-]*({_NAME})\b")
_ALONE = re.compile(rf"^\W*({_NAME})\W*$")
_CALLS = re.compile(
    rf"^\W*({_NAME})[, ]+(?:звонил|просил|проси|хочет|ищет|интересу|called|wants|asks|is looking)",
    re.MULTILINE,
)
_NOT_NAMES = frozenset(
    [
        *(
            "Здравствуйте",
            "Добрый",
            "Доброе",
            "День",
            "Утро",
            "Вечер",
            "Привет",
            "Алло",
            "Хочу",
            "Хочет",
            "Живёт",
        ),
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
        *(
            "Новый",
            "Новая",
            "Заказ",
            "Сайт",
            "Окна",
            "Балкон",
            "Дом",
            "Дача",
            "Или",
            "Его",
            "Её",
            "Там",
            "Это",
        ),
        *(
            "Мой",
            "Звонить",
            "Позвонить",
            "Срочно",
            "Казань",
            "Москва",
            "Набережные",
            "Челны",
            "Нижний",
            "Уфа",
        ),
        *(
            "Hello",
            "Hi",
            "Call",
            "Phone",
            "New",
            "Lead",
            "My",
            "Number",
            "Wants",
            "Windows",
            "Please",
            "The",
            "An",
        ),
    ]
)


def find_name(text: str, phones: list[tuple[int, int]]) -> str | None:
    """A name that is announced (`зовут …`), stands right before or after a phone, or begins a sentence about a call.

    `phones` are the places of the phones in the text, from and to, in characters.
    """
    candidates = [_SAYS.search(text)]
    for start, end in phones:
        line = text.rfind("\n", 0, start) + 1
        candidates += [_BEFORE.search(text[line:start]), _AFTER.match(text[end:])]
        candidates += [_ALONE.match(text[:line].rstrip().rpartition("\n")[2])]
    names = (_real(found.group(1)) for found in (*candidates, _CALLS.search(text)) if found)
    return next((name for name in names if name), None)


def _real(found: str) -> str | None:
    words = found.split()
    return None if _NOT_NAMES.intersection(words) else " ".join(words)
