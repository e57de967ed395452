"""The client's name in messages of every trade and in five languages; and how much work it is to find it."""

from __future__ import annotations

import re

import pytest

from contacts.name_items import items_of
from contacts.name_looks import MOST_LOOKED_UP, NOBODY, Look, Own, Words, own_of
from contacts.names import announced_name, find_name
from tests.contacts.messages import FORMS, NOTES, OTHERS, told
from tests.contacts.messages_by_trade import EVERYDAY

PHONE = re.compile(r"\+?\d[\d ().-]{7,}\d")
MESSAGES = [message for block in (FORMS, NOTES, OTHERS, EVERYDAY) for message in told(block)]
OFFICE = own_of(
    ("Окна Казань", "Казань и Татарстан", "Дубль Три", "Милана", "Сарафанное радио"),
    ("балкон", "ламин", "Рустам"),
    ("Пётр Петров", "Ольга Сидорова", "Анна"),
)


def found(text: str, own: Own = NOBODY) -> str | None:
    return find_name(text, [phone.span() for phone in PHONE.finditer(text)], own)


def test_there_are_messages_enough() -> None:
    assert len(MESSAGES) >= 400
    assert sum(name is None for _, name in MESSAGES) >= 100


@pytest.mark.parametrize(("text", "name"), MESSAGES, ids=[text[:40] for text, _ in MESSAGES])
def test_the_client_s_name_is_told_and_nothing_else(text: str, name: str | None) -> None:
    assert found(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ольга Сидорова 8 917 222-40-01", None),  # one of the office's own
        ("сидорова ольга 8 917 222-40-01", None),
        ("Клиент: Ольга Сидорова 8 917 222-40-01", "Ольга Сидорова"),  # a label says it
        ("Анна 8 917 222-40-02", "Анна"),  # one word is everybody's name
        ("клиент Петрова, 8 917 222-40-03", None),  # the client of a colleague
        ("Звонила клиентка Петрова Зоя, 8 917 222-40-04", "Петрова Зоя"),
        ("Дубль 8 917 222-40-05", None),
        ("8 917 222-40-06, Ламинатов", None),
        ("Рустам 8 917 222-40-07", "Рустам"),  # a given name stays one, whatever the keywords are
        ("Милана 8 917 222-40-08", "Милана"),
    ],
)
def test_what_an_office_calls_its_own_is_no_client(text: str, name: str | None) -> None:
    assert found(text, OFFICE) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Имя: Тимур, 8 917 222-40-09", "Тимур"),
        ("меня зовут Асель", "Асель"),
        ("Рустам Галиев 8 917 222-40-10", None),
        ("", None),
    ],
)
def test_a_name_that_is_announced_is_told_from_others(text: str, name: str | None) -> None:
    assert announced_name(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Анатолии\u0306 8 917 222-40-11",
        "Ана\u200bтолий 8 917 222-40-11",
        "А\u00adнатолий\u00a08 917 222-40-11",
        "АНАТОЛИЙ\r\n8 917 222-40-11",
    ],
)
def test_marks_and_invisible_characters_do_not_matter(text: str) -> None:
    assert found(text) == "Анатолий"


PIECES = {
    "new lines": "\n",
    "names": "Иван Петров ",
    "names in lines": "Иван Петров\n",
    "labels": "Имя: ",
    "labels in a row": "клиент ",
    "dots": "а.",
    "initials": "И.",
    "hyphens": "а-",
    "one long word": "а",
    "signs": "@",
    "digits": "1 ",
    "phones": "8 917 222-40-12 ",
    "unknown words": "Кракозябров ",
    "other letters": "Қайрат ",
    "marks": "а\u0301",
    "spaces": " ",
}


@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES)
def test_a_text_twice_as_long_is_at_most_twice_the_work(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted: the items that are made, and how often the dictionary is asked."""
    assert _work(piece * (8192 // len(piece)), monkeypatch) <= 2.2 * _work(
        piece * (4096 // len(piece)), monkeypatch
    )


def test_the_dictionary_is_asked_a_bounded_number_of_times(monkeypatch: pytest.MonkeyPatch) -> None:
    letters = "бвгдклмнпрст"
    words = [f"{a}а{b}о{c}ин" for a in letters for b in letters for c in letters]
    asked = _count(monkeypatch)
    find_name("\n".join(words), [])
    assert 0 < len(asked) <= 8 * MOST_LOOKED_UP


def _work(text: str, monkeypatch: pytest.MonkeyPatch) -> int:
    asked = _count(monkeypatch)
    find_name(text, [phone.span() for phone in PHONE.finditer(text)])
    return 50 + len(items_of(text, ())[0]) + len(asked)


def _count(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every word that is asked about from now on, as often as it is."""
    asked: list[str] = []
    look = Words.look

    def counted(self: Words, word: str, capital: bool) -> Look:
        asked.append(word)
        return look(self, word, capital)

    monkeypatch.undo()
    look = Words.look
    monkeypatch.setattr(Words, "look", counted)
    return asked
