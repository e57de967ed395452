"""Words as people compare them."""

import unicodedata

import pytest

from leads.words import are_alike, begins_words, folded, is_sought


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Петр Петров", "Пётр Петров"),
        ("ПЕТР", "пётр"),
        ("ЁЛКА", "елка"),
        ("Пётр  \t Петров\u00a0", "Пётр Петров"),
        (unicodedata.normalize("NFD", "Андрей Йовлев"), "Андрей Йовлев"),
        (unicodedata.normalize("NFD", "Пётр"), "Петр"),
        ("Straße", "STRASSE"),
        ("ӘЛФИЯ", "әлфия"),
    ],
)
def test_one_word_is_written_in_many_ways(one: str, other: str) -> None:
    assert are_alike(one, other)


@pytest.mark.parametrize(("one", "other"), [("Андрей", "Андреи"), ("Пётр Петров", "ПётрПетров"), ("", "а")])
def test_other_words_stay_other_words(one: str, other: str) -> None:
    assert not are_alike(one, other)


def test_what_is_folded_stays_as_it_is() -> None:
    assert folded(folded("  Ёжик\nВ  ТУМАНЕ ")) == folded("  Ёжик\nВ  ТУМАНЕ ") == "ежик в тумане"


@pytest.mark.parametrize("words", ["Пётр", "ИВАНОВ", "ива", "пё ив", "Иванов Петр", "тр Ива", "анов"])
def test_who_is_looked_for_is_found_by_any_part_of_the_name(words: str) -> None:
    assert is_sought("Пётр Иванов", words)


@pytest.mark.parametrize("words", ["", "  ", "Павел", "Пётр Иванович", "анов Пётр"])
def test_others_are_not_found(words: str) -> None:
    assert not is_sought("Пётр Иванов", words)


def test_who_is_named_is_named_by_how_each_word_begins() -> None:
    assert begins_words("Пётр Иванов", "ив п") and not begins_words("Пётр Иванов", "анов")
