"""Words as people compare them."""

import unicodedata

import pytest

from leads.words import are_alike, folded


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
