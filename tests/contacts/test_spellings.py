"""How a number is found in a text, however it is written there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contacts.spellings import Number, Spellings

NUMBER = Number("8432000001", "7")
SEPARATORS = ["", " ", "-", " - ", ")", "(", ".", "\u200b", "\u00a0", "_", "️⃣", "\n"]


@pytest.mark.parametrize(
    "text",
    [
        "8 (843) 200-00-01",
        "+78432000001",
        "тел.8-843-200-00-01,окна",
        "12 окон, 8432000001",
        "810 7 843 200 00 01",
        "٨٤٣٢٠٠٠٠٠١",
        "8️⃣4️⃣3️⃣2️⃣0️⃣0️⃣0️⃣0️⃣0️⃣1️⃣",
        "8 843 200-77-77, 8 843 200-00-01 доб. 12",
        "8 843 200-77-77, 8 843 200-00-01 20 окон",
        "⁸⁸⁴³²⁰⁰⁰⁰⁰¹",
        "00 7 843 200 00 01",
        "８８４３２００００01 (2 окна)",
        "8 843 200-00-01 8 843 200-77-77",
    ],
)
def test_it_is_found_however_it_is_written(text: str) -> None:
    assert Spellings([Number("9000000000", "7"), NUMBER]).are_in(text)


@pytest.mark.parametrize(
    "text", ["", "8 (843) 200-00-02", "8432000001234567", "58432000001", "84320 00 x 001", "200-00-01"]
)
def test_another_number_is_not_taken_for_it(text: str) -> None:
    assert not Spellings([NUMBER]).are_in(text)


@pytest.mark.parametrize(
    "behind", [" доб. 12", " (доб. 12)", ", ext 12", "*12", "#12", " (12)", ",12", " вн. 12"]
)
def test_a_number_with_an_extension_is_somebody_else_s(behind: str) -> None:
    text = f"8 843 200-77-77, 8 843 200-00-01{behind}"
    assert Spellings([NUMBER]).are_in(text), "asked for with whatever stands behind it"
    assert not Spellings([Number("8432000001", "7", "")]).are_in(text)
    assert not Spellings([Number("8432000001", "7", "1")]).are_in(text)
    assert Spellings([Number("8432000001", "7", "12")]).are_in(text)
    assert not Spellings([Number("8432000001", "7", "12")]).are_in("8 843 200-00-01")


@given(st.data(), st.text("абвгд ,.:;", max_size=20), st.sampled_from(["", "8", "+7", "7", "810 7"]))
def test_any_separators_between_any_digits_do_not_hide_it(
    data: st.DataObject, around: str, before: str
) -> None:
    gaps = data.draw(st.lists(st.sampled_from(SEPARATORS), min_size=10, max_size=10))
    spelt = before + "".join(gap + digit for gap, digit in zip(gaps, NUMBER.national, strict=True))
    assert Spellings([NUMBER]).are_in(f"{around} {spelt} {around}")
