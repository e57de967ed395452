"""The place that a text names, over all that secretaries write."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from contacts import places
from contacts.gazetteer import is_place, label
from contacts.place_context import Token
from contacts.places import find_place
from tests.contacts.places_said import SAID


@pytest.mark.parametrize(("text", "place"), SAID)
def test_a_text_names_this_place(text: str, place: str | None) -> None:
    found = find_place(text)
    assert (label(found, "ru") if found else None) == place


@pytest.mark.parametrize(
    ("text", "near", "place"),
    [
        ("Железногорск, 2 окна", "RU-KRS", "Железногорск, Курская область"),
        ("Железногорск, 2 окна", "RU-KYA", "Железногорск, Красноярский край"),
        ("Железногорск, 2 окна", "", None),
        ("Советский район, 2 окна", "RU-ME", "Советский район, Марий Эл"),
        ("РБ, 2 окна", "BY", "Беларусь"),
        ("РБ, 2 окна", "RU-BA", "Башкортостан"),
        ("город Киров", "RU-KLU", "Киров, Кировская область"),  # ten times as large
    ],
)
def test_the_number_tells_between_places_of_one_name(text: str, near: str, place: str | None) -> None:
    found = find_place(text, [near])
    assert (label(found, "ru") if found else None) == place


@pytest.mark.parametrize(
    "piece",
    [
        "дом в Зеленодольске и ",
        "а.",
        "ул. ",
        "н-",
        "Казань@",
        "Ростов-на-Дону-",
        "окна.рф.",
        "не в ",
        "Алтай ",
    ],
)
def test_twice_the_text_is_about_twice_the_work(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Counted in words that are looked at, not in seconds; texts of the bot end at 8,192 characters."""
    looked = 0
    reach = places._reach

    def counted(text: str, tokens: Sequence[Token], n: int) -> int:
        nonlocal looked
        looked += (found := reach(text, tokens, n))
        return found

    monkeypatch.setattr(places, "_reach", counted)
    work = []
    for length in (2000, 4000):
        looked = 0
        find_place((piece * length)[:length])
        work.append(looked)
    assert work[1] <= 2 * work[0] + 50


@pytest.mark.parametrize(
    ("word", "expected"),
    [("Казани", True), ("челнах", True), ("СПб", True), ("Владимир", False), ("мир", False), ("окна", False)],
)
def test_a_word_alone_is_a_place_or_not(word: str, expected: bool) -> None:
    assert is_place(word) is expected
