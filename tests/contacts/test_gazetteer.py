"""Names of places in the office's rules, and which place lies in which."""

from __future__ import annotations

import pytest

from contacts.gazetteer import ids_named, label, lies_in, names_like, place_of
from contacts.place_data import Place, territories
from contacts.places import find_place


def place(said: str) -> Place:
    found = find_place(said)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("said", "rule", "expected"),
    [
        ("в Казани", "Татарстан", True),
        ("в Казани", "Республика Татарстан", True),
        ("в Казани", "РТ", True),
        ("в Казани", "рт", True),
        ("в Казани", "Tatarstan", True),
        ("в Казани", "Республика  ТАТАРСТАН", True),
        ("в Казани", "респ. Татарстан", True),
        ("в Казани", "Казань", True),
        ("в Казани", "г. Казань", True),
        ("в Казани", "Kazan", True),
        ("в Казани", "Россия", True),
        ("в Казани", "Челны", False),
        ("в Казани", "Московская область", False),
        ("Татарстан", "Казань", False),  # it may be elsewhere in it
        ("в Челнах", "Набережные Челны", True),
        ("Вахитовский район", "Казань", True),
        ("Вахитовский район", "Вахитовский район", True),
        ("в Казани", "Вахитовский район", False),
        ("Зеленодольский район", "РТ", True),
        ("в Омске", "Томск", False),
        ("в Томске", "Омск", False),
        ("Нижний Новгород", "Великий Новгород", False),
        ("в Питере", "Санкт-Петербург", True),
        ("в Гатчине", "СПб", False),
        ("в Гатчине", "ЛО", True),
        ("Казахстан", "Россия", False),
        ("Алматы", "Казахстан", True),
        ("в Казани", "", False),
        ("в Казани", "!", False),
        ("в Свердловской области", "область", True),  # no name of a place: found in the words of the card
    ],
)
def test_a_place_lies_in_whatever_its_territory_is_called(said: str, rule: str, expected: bool) -> None:
    assert lies_in(place(said), rule) is expected


def test_every_territory_is_known_by_each_of_its_names() -> None:
    subjects = [one for one in territories() if one.plan and "-" in one.id]
    assert len(subjects) == 89
    for one in territories():
        for name in filter(None, (one.ru, one.en, one.plan, *one.also, *one.rules)):
            assert one.id in ids_named(name), name


def test_several_territories_together_lie_in_each() -> None:
    both = place_of("RU-MOS+RU-MOW")
    assert both is not None
    assert label(both, "ru") == "Москва, Московская область"
    assert lies_in(both, "Москва")
    assert lies_in(both, "Подмосковье")
    assert not lies_in(both, "Тула")


def test_an_id_that_the_data_have_no_more_is_no_place() -> None:
    assert place_of("RU-XX") is None
    assert place_of("RU-MOS+RU-XX") is None


@pytest.mark.parametrize(("written", "meant"), [("Тотарстан", "Татарстан"), ("Казнь", "Казань")])
def test_a_slip_has_names_that_are_near(written: str, meant: str) -> None:
    assert not ids_named(written)
    assert meant in names_like(written)
