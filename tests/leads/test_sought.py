"""What is looked for, and by what a client is found."""

from __future__ import annotations

import pytest

from leads.client import Client
from leads.sought import LONGEST, Sought, is_query, read_sought, terms_of

MARAT = Client("Марат Закиров-Ёлкин", "+78432001122", ("+78432001122",), text="окна, @marat_z, m@mail.ru")


def test_a_client_is_found_by_each_word_of_the_name_by_digits_and_by_the_name_in_telegram() -> None:
    terms = terms_of(MARAT)
    assert {"марат", "закиров", "елкин", "marat_z", "1122", "78432001122", "2001122"} <= terms
    assert "122" not in terms and "mail" not in terms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("7", Sought(number=7)),
        ("№1122", Sought(number=1122)),
        ("1122", Sought(number=1122, digits=("1122",))),
        ("8 (843) 200", Sought(digits=("8843200", "7843200"))),
        ("@Marat_Z", Sought(handles=("marat_z",))),
        ("Закирову", Sought(words=(("закирову", "закиров"),))),
        ("Марат 1122", Sought(words=(("марат", "марат"),), digits=("1122",))),
        ("", None),
        ("?!", None),
        ("я", None),
        ("а" * (LONGEST + 1), None),
    ],
)
def test_what_is_typed_is_read(text: str, found: Sought | None) -> None:
    assert read_sought(text) == found


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Закиров", True),
        ("8 843 200-11-22", True),
        ("№7", True),
        ("Марат 8 843 258-31-99", False),
        ("Марат\nокна", False),
        ("", False),
    ],
)
def test_a_client_with_a_number_is_no_query(text: str, is_one: bool) -> None:
    assert is_query(text) is is_one
