"""One spelling for what people write in many."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts.normal import normal, normal_text


@pytest.mark.parametrize(
    ("written", "one_spelling"),
    [
        ("８⁹１⁶", "8916"),
        ("①②❸⑫", "12312"),
        ("٨٩١", "891"),
        ("8\ufe0f\u20e39\ufe0f\u20e3", "89"),
        ("8\u200b9\u00ad1\u2060", "891"),
        ("ｉｖａｎ＠ｍａｉｌ．ｒｕ", "ivan@mail.ru"),
        (unicodedata.normalize("NFD", "Андрей Ёлкин"), "Андрей Ёлкин"),
        ("\u202e8916\u202c", "8916"),
        ("раз\r\nдва\u2028три", "раз\n\nдва\nтри"),
        ("8\u00a0916", "8 916"),
        ("", ""),
    ],
)
def test_what_is_written_in_many_ways_has_one_spelling(written: str, one_spelling: str) -> None:
    assert normal_text(written) == one_spelling


def test_what_is_found_can_be_hidden_where_it_stood() -> None:
    written = "тел ⁸9\u200b16, Андреи\u0306"
    spelt = normal(written)
    phone = spelt.text.index("8916")
    name = spelt.text.index("Андрей")
    assert written[slice(*spelt.written(phone, phone + 4))] == "⁸9\u200b16"
    assert written[slice(*spelt.written(name, name + 6))] == "Андреи\u0306"


@given(st.text())
def test_each_character_knows_its_place_and_nothing_is_spelt_twice(written: str) -> None:
    spelt = normal(written)
    assert len(spelt.text) == len(spelt.starts) == len(spelt.ends)
    assert all(start < end for start, end in zip(spelt.starts, spelt.ends, strict=True))
    assert list(spelt.starts) == sorted(spelt.starts)


def test_a_letter_under_a_thousand_marks_is_a_few_letters() -> None:
    spelt = normal("e" + "\u0301" * 4000)
    assert spelt.starts[-1] <= 4000
    assert spelt.ends[-1] == 4001
