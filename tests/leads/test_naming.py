"""Ids made of names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leads.naming import id_for
from leads.words import ID


@pytest.mark.parametrize(
    ("name", "taken", "id"),
    [
        ("Пётр Петров", (), "petrov"),
        ("Пётр Петров", ("petrov",), "petrov-petr"),
        ("Пётр Петров", ("petrov", "petrov-petr"), "petrov-2"),
        ("Анна", (), "anna"),
        ("Щукина Юлия", (), "yuliya"),
        ("José Núñez", (), "nunez"),
        ("Мария-Луиза О'Хара", (), "o-khara"),
        ("王小明", (), "person"),
        ("🙂", ("person",), "person-2"),
        ("Ь", (), "person"),
    ],
)
def test_an_id_is_made_of_the_surname(name: str, taken: tuple[str, ...], id: str) -> None:
    assert id_for(name, taken) == id


@given(st.text(max_size=100), st.integers(0, 5))
def test_whatever_the_name_the_id_is_one_and_nobody_elses(name: str, others: int) -> None:
    taken: set[str] = set()
    for _ in range(others + 1):
        made = id_for(name, taken)
        assert ID.fullmatch(made) and made not in taken
        taken.add(made)
