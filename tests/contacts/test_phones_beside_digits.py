"""A number is read as exactly that number, whatever digits stand before it and behind it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from phonenumbers import is_valid_number, parse

from contacts.phones import read_phones

MOBILE = st.tuples(
    st.sampled_from(["903", "916", "917", "927", "960", "987", "999"]), st.integers(2_000_000, 9_999_999)
)
FIXED = st.tuples(st.sampled_from(["843", "495", "812", "351", "383"]), st.integers(2_000_000, 2_999_999))

AT_HOME = (
    *("8 {a} {b}-{c}-{d}", "8 ({a}) {b}-{c}-{d}", "8({a}){b}{c}{d}", "8-{a}-{b}-{c}-{d}", "8{a}{b}{c}{d}"),
    *("8 {a} {b} {c} {d}", "8 {a} {b}{c}{d}", "8{a} {b}-{c}-{d}", "8 {a} {b}-{c}{d}", "8.{a}.{b}.{c}.{d}"),
    *(
        "+7 {a} {b}-{c}-{d}",
        "+7({a}){b}-{c}-{d}",
        "+7{a}{b}{c}{d}",
        "+7-{a}-{b}-{c}-{d}",
        "+7 {a} {b} {c} {d}",
    ),
    *("7{a}{b}{c}{d}", "7 {a} {b}-{c}-{d}", "+8 {a} {b}-{c}-{d}", "+8{a}{b}{c}{d}", "8 – {a} – {b}–{c}–{d}"),
)
ABROAD = {
    "+998901234567": (
        "998 90 123 45 67",
        "998901234567",
        "998-90-123-45-67",
        "+998 90 123 45 67",
        "00998901234567",
    ),
    "+995555123456": ("995 555 123 456", "995-555-12-34-56", "995555123456"),
    "+375291234567": ("375 29 123-45-67", "375291234567", "+375 (29) 123-45-67", "8 10 375 29 123-45-67"),
    "+996555123456": ("996 555 123 456", "996555123456", "+996 555 12-34-56", "810 996 555 123456"),
    "+994501234567": ("994 50 123 45 67", "994501234567", "+994 (50) 123-45-67"),
    "+992931234567": ("992 93 123 45 67", "992931234567", "+992931234567"),
    "+37491123456": ("374 91 12-34-56", "37491123456", "+374 91 123456"),
    "+380501234567": ("380 50 123 45 67", "380501234567", "+38 (050) 123-45-67"),
    "+8613800138000": ("86 138 0013 8000", "8613800138000", "+86 138 0013 8000"),
    "+905321234567": ("90 532 123 45 67", "905321234567", "+90 532 123 45 67"),
    "+4915112345678": ("49 151 12345678", "4915112345678", "+49 151 12345678"),
    "+12125550123": ("1 212 555 0123", "12125550123", "+1 (212) 555-0123"),
}
BEFORE = (
    *("Баумана 5 ", "Баумана 5-12 ", "Баумана 5, кв 12 ", "д. 8 ", "Баумана 95 к2 ", "2 окна, ", "20 окон "),
    *("в 15:30 ", "в 9.00 ", "к 10-30 ", "с 9.00-18.00, ", "29.11.2026 ", "29.11 ", "2026-11-29 14:00 ", "12/03/26 "),
    *("бюджет 150000 ", "1 250 000 руб ", "120 тыс. ", "12000₽ ", "паспорт 9212 345678 ", "паспорт 92 12 345678, "),
    *("ИНН 7707083893, ", "ИНН 500100732259 ", "ОГРН 1027700132195 ", "СНИЛС 112-233-445 95 ", "заказ 4500012345 "),
    *("заказ № 4512 ", "договор 12-345 от 12.03.2026 ", "карта 4276 8380 1234 5678 ", "2202 2012 3456 7890 123 "),
    *("р/с 40817810000012345678 ", "1400х1200 ", "900 x 1200 мм ", "индекс 420111 ", "420111, Казань, "),
    *("16:50:011234:123 ", "тел. ", "т.", "Рустам ", "", "№4 ", "15% ", "3,5 м "),
)  # fmt: skip
BEHIND = (
    *(" 20 окон", " 2 окна", ", 15 окон", " 5 шт.", " 100 тыс", " 150 000 руб", " 120000р.", " 1400х1200"),
    *(" 18:00", " в 15:30", " 18.00", " 29.11.2026", " 29.11", ", 29.11.2026 14:00", " до 18-00", " c 9 до 18"),
    *(" Баумана 5-12", ", кв 12", " дом 95", " заказ 4500012345", " ИНН 7707083893", " паспорт 9212 345678"),
    *(" карта 4276 8380 1234 5678", " Юля", ". 2 окна", "; 3 двери", " (2 окна)", " - 20 окон", "\n20 окон", ""),
    *(" №4", " 3-комн.", "!", ", 1 250 000 ₽"),
)  # fmt: skip


@st.composite
def numbers_at_home(draw: st.DrawFn) -> tuple[str, str]:
    """How it is written, and the number."""
    area, rest = draw(st.one_of(MOBILE, FIXED))
    digits = str(rest)
    spellings = AT_HOME if area[0] == "9" else [s for s in AT_HOME if "+8{a}" not in s]  # +84… is Vietnam's
    spelt = draw(st.sampled_from(spellings)).format(a=area, b=digits[:3], c=digits[3:5], d=digits[5:])
    return spelt, f"+7{area}{digits}"


NUMBERS = st.one_of(
    numbers_at_home().filter(lambda one: is_valid_number(parse(one[1]))),
    st.sampled_from([(spelt, phone) for phone, several in ABROAD.items() for spelt in several]),
)


@given(NUMBERS, st.sampled_from(BEFORE), st.sampled_from(BEHIND))
def test_a_number_is_read_whatever_digits_stand_beside_it(
    number: tuple[str, str], before: str, behind: str
) -> None:
    text = before + number[0] + behind
    read = read_phones(text)
    assert read.different == (number[1],), text
    (place,) = read.found
    assert text[place.start : place.end] == number[0].removeprefix("(")
    assert not read.slips


@given(NUMBERS, NUMBERS, st.sampled_from([" ", ", ", "\n", " / ", " или "]))
def test_two_numbers_are_two(one: tuple[str, str], other: tuple[str, str], between: str) -> None:
    read = read_phones(one[0] + between + other[0])
    assert read.different == tuple(dict.fromkeys((one[1], other[1])))


def test_every_neighbour_with_every_spelling() -> None:
    """The same without chance, for one number at home and all abroad."""
    home = [(s.format(a="916", b="123", c="45", d="67"), "+79161234567") for s in AT_HOME]
    abroad = [(spelt, phone) for phone, several in ABROAD.items() for spelt in several]
    wrong = [
        text
        for spelt, phone in home + abroad
        for text in (*(b + spelt for b in BEFORE), *(spelt + b for b in BEHIND))
        if read_phones(text).different != (phone,)
    ]
    assert not wrong


@pytest.mark.parametrize("beside", BEFORE + BEHIND)
def test_what_stands_beside_numbers_is_none(beside: str) -> None:
    assert read_phones(beside).different == ()


@pytest.mark.parametrize("written", ["995 555 12 34 56", "996 555 12 34 56", "998 901 23 45 67"])
@pytest.mark.parametrize("behind", ["", " Гиорги", ", Бакыт", "\nокна", " 2 окна"])
def test_a_number_abroad_is_one_though_its_beginning_could_be_one_at_home(written: str, behind: str) -> None:
    assert read_phones(written + behind).different == ("+" + written.replace(" ", ""),)


@pytest.mark.parametrize(
    "said", ["995 555-12-34 56 окон", "9955551234 56 окон", "8 995 555 12 34 56", "995 555-12-34 20"]
)
def test_what_is_counted_behind_a_number_at_home_makes_none_abroad(said: str) -> None:
    assert read_phones(said).different == ("+79955551234",)
